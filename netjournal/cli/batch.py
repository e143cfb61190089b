"""Many lines from standard input as one act: the good ones added, the bad ones told by number."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from netjournal.cli import diagnostics
from netjournal.cli.context import Context
from netjournal.errors import ExitCode, InputError, JournalError, NetjournalError, UsageError
from netjournal.text import plural

if TYPE_CHECKING:
    from netjournal.journal.adding import BadLine, Reading
    from netjournal.journal.recording import Recorded

MOST_LINES = 1_000
"""Each line is read knowing those before it, which a flood of them would make slow."""
MOST_BYTES = 10_000_000


def add_batch(context: Context, reading: Reading, *, dry_run: bool, wants_some: bool) -> int:
    """Add every line of standard input that can be read; ``wants_some`` where nobody asked for it.

    Raises:
        UsageError: some are wanted, and there are none.
        InputError: there are too many; none was stored.
        JournalError: nothing could be written.
    """
    from netjournal.cli.added import show
    from netjournal.cli.commands.add import NOTHING_SAID
    from netjournal.journal.adding import BadLine, add_lines

    lines: list[tuple[int, str]] = []
    bad: list[BadLine] = []
    for number, raw in _lines():
        try:
            text = raw.decode("utf-8-sig").strip()
        except UnicodeDecodeError:
            typed = raw.decode("utf-8", "replace")
            bad.append(
                BadLine(number=number, text=typed, error=InputError("This is no UTF-8 text."))
            )
        else:
            lines += [(number, text)] if text else []
    if wants_some and not (lines or bad):
        raise UsageError(NOTHING_SAID)
    if len(lines) > MOST_LINES:
        raise _too_many(f"{len(lines):,} lines")
    if dry_run:
        good, refused = _planned(context, lines, reading)
    else:
        try:
            good, refused = add_lines(context.journal, lines, reading)
        except JournalError:
            diagnostics.say(f"None of the {plural(len(lines), 'line')} was stored.")
            raise
    show(good, context)
    bad = sorted([*bad, *refused], key=lambda one: one.number)
    for one in bad:
        _tell(one, context, reading)
    verb = "read, nothing stored" if dry_run else "added"
    diagnostics.say(f"{plural(len(good), 'line')} {verb}" + (f", {len(bad)} not." if bad else "."))
    return ExitCode.INPUT if bad else ExitCode.DONE


def _lines() -> Iterator[tuple[int, bytes]]:
    if sys.stdin is None:
        return
    buffer = getattr(sys.stdin, "buffer", None)
    if buffer is not None:
        data = buffer.read(MOST_BYTES + 1)
    else:
        data = sys.stdin.read(MOST_BYTES + 1).encode("utf-8", "replace")
    if len(data) > MOST_BYTES:
        raise _too_many(f"more than {MOST_BYTES // 1_000_000} MB")
    yield from enumerate(data.split(b"\n"), 1)


def _too_many(what: str) -> InputError:
    return InputError(
        f"Standard input holds {what}; add at most {MOST_LINES:,} lines at once, "
        f"as 'split -l {MOST_LINES}' parts them. Nothing was stored."
    )


def _planned(
    context: Context, lines: Sequence[tuple[int, str]], reading: Reading
) -> tuple[list[Recorded], list[BadLine]]:
    from netjournal.journal.adding import BadLine, plan

    snapshot = context.snapshot
    good: list[Recorded] = []
    bad: list[BadLine] = []
    for number, text in lines:
        try:
            good.append(plan(text, snapshot, reading))
        except NetjournalError as error:
            bad.append(BadLine(number=number, text=text, error=error))
        else:
            snapshot = snapshot.after(good[-1].changes)
    return good, bad


def _tell(bad: BadLine, context: Context, reading: Reading) -> None:
    """A line that was not stored is printed back, so that it is not lost, with what is meant."""
    if context.json:
        error = diagnostics.error_json(bad.error, line=bad.number)
        context.output.json("error", error)
    diagnostics.say(f"line {bad.number}: {bad.error.message}")
    places = _places(bad, context, reading)
    if not diagnostics.underline(bad.text, places):
        diagnostics.say_typed("  ", bad.text)


def _places(bad: BadLine, context: Context, reading: Reading) -> Sequence[tuple[int, int]]:
    """The words of a line that its error is about."""
    from netjournal.journal.adding import read

    if not isinstance(bad.error, InputError):
        return ()
    problems = read(bad.text, context.snapshot, reading).problems
    return problems[0].places if problems else ()
