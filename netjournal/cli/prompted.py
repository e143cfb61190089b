"""A line of quick add typed at the terminal: told how it is read before it is stored.

Where the terminal moves its cursor the reading stands below the line while it is typed, and enter
stores it; elsewhere the line is shown as it was read, and a second enter stores it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjournal.cli import asking, diagnostics
from netjournal.cli.commands.add import keep, planned, readable, show, tell_gifts, underline
from netjournal.errors import InputError, NetjournalError, UsageError, WhoError

if TYPE_CHECKING:
    from netjournal.cli.context import Context
    from netjournal.cli.prompt.drawing import Live
    from netjournal.journal.adding import Reading
    from netjournal.journal.snapshot import Snapshot

_QUESTION = "What happened? "


def prompted(reading: Reading, context: Context, *, stores: bool) -> tuple[str, bool]:
    """The line as it is to be stored, and whether its reading was shown.

    Raises:
        UsageError: nobody is there to type, or nothing was typed.
    """
    if not context.is_interactive:
        raise UsageError("Say what happened, as in: netjournal add called Bob, no answer")
    from netjournal.cli.prompt.line import can_be_drawn

    if can_be_drawn():
        return _typed(reading, context), False
    text = readable(asking.line(_QUESTION))
    if not text:
        raise UsageError("Nothing was typed, nothing stored.")
    return _confirmed(text, reading, context) if stores else (text, False)


def _typed(reading: Reading, context: Context) -> str:
    """The line, read anew with each key."""
    from netjournal.capture.completion import Completion
    from netjournal.cli.prompt.line import Prompt

    snapshot = context.snapshot
    people = sorted(snapshot.people(), key=lambda person: not person.circle.in_network)
    names = [name for person in people for name in (person.name, *person.nicknames)]
    topics = {topic for person in people for topic in person.topics}
    prompt = Prompt(
        _QUESTION, lambda text: _live(text, snapshot, reading), Completion(names, topics)
    )
    try:
        text = prompt.ask()
    except KeyboardInterrupt:
        unfinished = prompt.buffer.text.strip()
        if unfinished:
            keep(unfinished, "interrupted", context)
        raise
    if not text:
        raise UsageError("Nothing was typed, nothing stored.")
    return text


def _live(text: str, snapshot: Snapshot, reading: Reading) -> Live:
    """How a line is read while it is typed; pure."""
    from netjournal.cli.prompt.drawing import Live
    from netjournal.journal import adding
    from netjournal.views.adding import added_text

    capture = adding.read(text, snapshot, reading)
    if capture.problems:
        first = capture.problems[0]
        return Live([first.message, *capture.hints], first.places)
    try:
        recorded = adding.plan(text, snapshot, reading)
    except WhoError as error:
        choices = [candidate.name for candidate in error.candidates]
        choices += ["somebody new"] if error.may_be_new else []
        if not choices:
            return Live([error.message])
        return Live([f"{error.text}: {', '.join(choices)}? You will be asked."], ready=True)
    except NetjournalError as error:
        return Live([error.message])
    told = added_text(recorded, snapshot, reading.today)
    return Live([*told, *capture.hints], ready=True)


def _confirmed(text: str, reading: Reading, context: Context) -> tuple[str, bool]:
    """The line, shown as it is read until enter says that it is right.

    Raises:
        UsageError: the input ended before; the line is kept as a draft.
    """
    while True:
        question = "Enter stores it; else write it anew: "
        try:
            read = planned(text, reading, context)
            show(read, context)
            tell_gifts(read, context)
        except WhoError:
            return text, False  # who is meant is asked when it is stored
        except InputError as error:
            underline(text, reading, context)
            diagnostics.complain(error)
            question = "Write it anew: "
        try:
            answer = asking.confirmed(question)
        except KeyboardInterrupt:
            keep(text, "interrupted", context)
            raise
        if answer is None:
            keep(text, "not confirmed", context)
            raise UsageError("Nothing was stored.")
        if not answer and question.startswith("Enter"):
            return text, True
        text = readable(answer) or text
