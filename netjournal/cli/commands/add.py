"""``add``: one line of text becomes a conversation, a note, a promise; many with ``-``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING

from netjournal.cli import diagnostics
from netjournal.cli.added import show
from netjournal.cli.context import Context
from netjournal.cli.output import piece
from netjournal.errors import (
    ExitCode,
    InputError,
    JournalError,
    NetjournalError,
    WhoError,
)

if TYPE_CHECKING:
    from argparse import Namespace

    from netjournal.cli.parser import Parser
    from netjournal.cli.prompted import Typed
    from netjournal.domain.values import RecordId
    from netjournal.journal.adding import Reading
    from netjournal.journal.recording import Recorded


NOTHING_SAID = "Say what happened, as in: netjournal add called Bob, no answer"


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--at",
        default="",
        metavar="GATHERING",
        completes="gatherings",
        help="the gathering you met at",
    )
    parser.add_argument(
        "--date", metavar="DAY", help="the day of what happened, if the text has none"
    )
    parser.add_argument("--new", action="store_true", help="a nearly known name is somebody new")
    parser.add_argument("--dry-run", action="store_true", help="show the reading, store nothing")
    parser.add_argument("--drafts", action="store_true", help="list the lines kept to be finished")
    parser.json()
    parser.text(
        "text",
        "TEXT",
        "what happened; - reads one entry a line from stdin. "
        "'netjournal man quick-add' tells all that a line may say",
    )
    parser.examples(
        "nj add called Bob, no answer",
        "nj add 'Ana Ruiz: coffee yesterday, budget talk. next: postcard on friday'",
        "nj add Ana, Bob: lunch today. they: send the pdf by 3 dec",
        "nj add 'emailed Zoë 3 days ago about the grant; next: call in 2 weeks'",
        "nj add --dry-run 'dinner with Karl next thursday'",
        "nj add --at PyCon --date 2026-03-09 - < people-i-met.txt",
    )


def of_text(words: Sequence[str]) -> SimpleNamespace:
    """What is asked for by words without an option: just what the parser says of them."""
    return SimpleNamespace(
        command="add", journal=None, at="", date=None, new=False, dry_run=False, drafts=False,
        json=False, text=list(words),
    )  # fmt: skip


def run(arguments: Namespace, context: Context) -> int:
    """Add the line, or the lines."""
    if arguments.drafts:
        from netjournal.cli.drafts import show_drafts

        return show_drafts(context)
    is_piped = not arguments.text and _is_piped()
    if is_piped or arguments.text == ["-"]:
        from netjournal.cli.batch import add_batch

        reading = _reading(arguments, context)
        return add_batch(context, reading, dry_run=arguments.dry_run, wants_some=is_piped)
    text = " ".join(arguments.text)
    typed: Typed | None = None
    try:
        reading = _reading(arguments, context)
    except InputError as error:
        if text and not arguments.dry_run:
            keep(readable(text), error.message, context)
        raise
    if not text.strip():
        from netjournal.cli.prompted import prompted

        typed = prompted(reading, context, stores=not arguments.dry_run)
        text = typed.text
    if arguments.dry_run:
        return _dry_run(text, reading, context)
    told = typed is not None and typed.told
    if not told:
        _before_asking(text, reading, context)
    recorded = _stored(text, reading, context, typed.draft if typed else None)
    if typed is not None and typed.discreet:
        diagnostics.say("Stored.")
    elif not told:
        show([recorded], context)
    if context.output.is_terminal and not context.json:
        diagnostics.say("'netjournal undo' takes it back.")
    return ExitCode.DONE


def _is_piped() -> bool:
    """Whether lines come from a file or another program, and nobody types them."""
    return sys.stdin is not None and not sys.stdin.isatty()


def _dry_run(text: str, reading: Reading, context: Context) -> int:
    """Show how the text is read, and store nothing."""
    try:
        show([planned(text, reading, context)], context)
    except InputError:
        underline(text, reading, context)
        raise
    if not context.json:
        _as_one_line(text, reading, context)
    diagnostics.say("Nothing was stored.")
    return ExitCode.DONE


def _reading(arguments: Namespace, context: Context) -> Reading:
    """How the text is to be read.

    Raises:
        InputError: ``--date`` is no day, or lies ahead.
    """
    from netjournal.journal.adding import Reading

    happened = None
    if arguments.date:
        from netjournal.cli.days import day

        happened = day(arguments.date, context, past=True)
        if happened > context.today:
            raise InputError(f"--date is the day of what happened; {happened} lies ahead.")
    return Reading(
        today=context.today,
        settings=context.settings,
        new=arguments.new,
        day=happened,
        at=arguments.at,
    )


def planned(text: str, reading: Reading, context: Context) -> Recorded:
    """What a line would add; nothing is stored.

    Raises:
        WhoError: somebody must be asked about.
        InputError: the line cannot be stored.
    """
    from netjournal.journal.adding import plan

    line = readable(text)
    return context.consult(lambda known: plan(line, known, reading))


_ASK = "ask"


def _before_asking(text: str, reading: Reading, context: Context) -> None:
    """Before a favour is asked: what I last gave and got."""
    from contextlib import suppress

    if _ASK not in text.lower():
        return  # most lines: the journal need not be read for them
    with suppress(NetjournalError):  # it is told when the line is stored
        tell_gifts(planned(text, reading, context), context)


def tell_gifts(recorded: Recorded, context: Context) -> None:
    """Before a favour is asked: what I last gave them and got of them."""
    asked = [id for one in recorded.commitments if one.ask for id in one.people]
    if asked:
        from netjournal.views.asking import before_asking

        for line in before_asking(asked, context.snapshot, context.today):
            diagnostics.say(line)


def _as_one_line(text: str, reading: Reading, context: Context) -> None:
    """The reading written out in full, with whole names and ISO dates; it reads the same."""
    from netjournal.capture.canonical import canonical
    from netjournal.journal.adding import read

    capture = context.consult(lambda known: read(text, known, reading))
    context.output.line("as one line: ", piece(canonical(capture)))


def readable(text: str) -> str:
    """The text, if it is text.

    Raises:
        InputError: it came in another encoding than UTF-8.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        raise InputError(f"This is no UTF-8 text, so nothing was stored: {text}") from None
    return text


def _stored(
    text: str, reading: Reading, context: Context, draft: RecordId | None = None
) -> Recorded:
    """Store a line, asking who is meant where somebody can answer; or keep it as a draft.

    ``draft`` is the one that it finishes.
    """
    text = readable(text)
    try:
        return _added(text, reading, context, draft)
    except JournalError:
        diagnostics.say_typed("Not stored: ", text)
        raise
    except NetjournalError as error:
        if isinstance(error, InputError):
            underline(text, reading, context)
        keep(text, error.message, context)
        raise
    except KeyboardInterrupt:
        keep(text, "interrupted", context)
        raise


def _added(text: str, reading: Reading, context: Context, draft: RecordId | None) -> Recorded:
    from netjournal.journal.adding import add
    from netjournal.text import fold

    answers: dict[str, str] = {}
    while True:
        try:
            return add(context.journal, text, reading, answers, finishing=draft)
        except WhoError as error:
            key = fold(error.text)
            if key in answers:
                raise
            answers[key] = _answer(error, context)


def _answer(error: WhoError, context: Context) -> str:
    """Who is meant, as somebody at the terminal says; ``NEW`` for somebody new."""
    from netjournal.cli.who import ask_which, told_apart
    from netjournal.journal.matching import NEW

    if not error.may_be_new or not context.is_interactive:
        return ask_which(error, context).id
    from netjournal.cli import asking

    if not error.candidates:
        if asking.yes(f"Nobody is called {error.text} yet. Add somebody new?"):
            return NEW
        raise error
    choices = [told_apart(one) for one in error.candidates]
    place = asking.choose(f"Who is {error.text}?", choices, otherwise="somebody new")
    if place is None:
        raise error
    return NEW if place < 0 else error.candidates[place].id


def keep(text: str, reason: str, context: Context) -> None:
    """Keep a line to be finished; once, however often it is tried."""
    from netjournal.journal.adding import keep_draft

    try:
        if all(draft.text != text for draft in context.consult(lambda known: known.drafts())):
            keep_draft(context.journal, text, reason, context.today)
    except JournalError:
        diagnostics.say_typed("Not stored: ", text)
        raise
    diagnostics.say("Kept as a draft: netjournal add --drafts")


def underline(text: str, reading: Reading, context: Context) -> None:
    """Show which words are meant by what is wrong."""
    from netjournal.journal.adding import read

    problems = context.consult(lambda known: read(text, known, reading)).problems
    diagnostics.underline(text, problems[0].places if problems else ())
