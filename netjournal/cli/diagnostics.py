"""What is told beside the data, on standard error: sentences, and the one line of an error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping

from netjournal.errors import NetjournalError, QueryError
from netjournal.text import safe_line, width

LIMIT = 2_000
"""Characters of one sentence."""


_held: list[str] | None = None
"""Lines that wait until what they stand below is shown."""


def hold() -> None:
    """Keep sentences back from now on."""
    global _held  # noqa: PLW0603 - standard error is one for the whole process
    _held = []


def release() -> None:
    """Say what was kept back; from now on everything is said at once again."""
    global _held
    lines, _held = _held, None
    for line in lines or ():
        say(line, limit=len(line))


def say(sentence: str, *, limit: int = LIMIT) -> None:
    """One sentence to whoever sits there; nobody there is no error."""
    if _held is not None:
        _held.append(safe_line(sentence, limit))
        return
    stream = sys.stderr
    if stream is None:
        return
    try:
        stream.write(safe_line(sentence, limit) + "\n")
        stream.flush()
    except OSError:
        pass


def say_typed(lead: str, text: str) -> None:
    """What was typed and not stored, all of it: this is the only place where it is left."""
    say(lead + text, limit=len(lead) + len(text))


def passing(text: str) -> None:
    """One line that the next takes the place of, such as a count; empty takes it away."""
    stream = sys.stderr
    if stream is None:
        return
    try:
        stream.write(f"\r{safe_line(text, LIMIT)}\x1b[K")  # EL, ECMA-48 §8.3.41
        stream.flush()
    except OSError:
        pass


def complain(error: NetjournalError) -> None:
    """The one line of an error; below it the words of a query that are meant."""
    say(f"netjournal: {error.message}")
    if isinstance(error, QueryError):
        underline(error.text, [(error.start, error.end)])


_UNDERLINED = 200
"""Characters of a text that are shown again; what is wrong farther on is told only."""


def underline(text: str, places: Iterable[tuple[int, int]]) -> bool:
    """Show a text with marks under the places that are meant, each ``start`` up to ``end``.

    Whether the whole text was shown; nothing is where no place is told, or one too far on.
    """
    marks = ""
    for start, end in places:
        if end > _UNDERLINED:
            return False
        marks += " " * (_cells(text[:start]) - len(marks)) + "^" * _cells(text[start:end])
    if not marks:
        return False
    say(f"  {text[:_UNDERLINED]}")
    say(f"  {marks}")
    return len(text) <= _UNDERLINED


def _cells(part: str) -> int:
    return width(safe_line(part)) if part.strip() else len(part)


def error_json(error: NetjournalError, **more: object) -> Mapping[str, object]:
    """An error in its JSON shape."""
    return {
        "kind": error.kind,
        "message": error.message,
        "candidates": [candidate._asdict() for candidate in error.candidates],
        **more,
    }
