"""What is told beside the data, on standard error: sentences, and the one line of an error."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from netjournal.errors import NetjournalError
from netjournal.text import safe_line

LIMIT = 2_000
"""Characters of one sentence."""


def say(sentence: str, *, limit: int = LIMIT) -> None:
    """One sentence to whoever sits there; nobody there is no error."""
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
    """The one line of an error."""
    say(f"netjournal: {error.message}")


def error_json(error: NetjournalError, **more: object) -> Mapping[str, object]:
    """An error in its JSON shape."""
    return {
        "kind": error.kind,
        "message": error.message,
        "candidates": [candidate._asdict() for candidate in error.candidates],
        **more,
    }
