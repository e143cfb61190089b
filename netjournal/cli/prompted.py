"""A line of quick add typed at the terminal: told how it is read before it is stored.

Where the terminal moves its cursor the reading stands below the line while it is typed, and enter
stores it; elsewhere the line is shown as it was read, and a second enter stores it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjournal.cli import asking, diagnostics
from netjournal.cli.added import show
from netjournal.cli.commands.add import (
    NOTHING_SAID,
    keep,
    planned,
    readable,
    tell_gifts,
    underline,
)
from netjournal.config import begins_discreet
from netjournal.domain.values import RecordId
from netjournal.errors import InputError, NetjournalError, UsageError, WhoError
from netjournal.tuples import NamedTuple

if TYPE_CHECKING:
    from netjournal.cli.context import Context
    from netjournal.cli.prompt.drawing import Live
    from netjournal.journal.adding import Reading
    from netjournal.journal.snapshot import Snapshot

_QUESTION = "What happened? "


class Typed(NamedTuple):
    """A line as it is to be stored."""

    text: str
    told: bool = False
    """Nothing more need be told of how it is read."""
    discreet: bool = False
    """Nothing may be: somebody looks over the shoulder."""
    draft: RecordId | None = None
    """The draft that it finishes."""


def prompted(reading: Reading, context: Context, *, stores: bool) -> Typed:
    """The line that is typed now.

    Raises:
        UsageError: nobody is there to type, or nothing was typed.
    """
    if not context.is_interactive:
        raise UsageError(NOTHING_SAID)
    from netjournal.cli.prompt.line import can_be_drawn

    if can_be_drawn():
        return _typed(reading, context)
    text = readable(asking.line(_QUESTION))
    if not text:
        raise UsageError("Nothing was typed, nothing stored.")
    return _confirmed(text, reading, context) if stores else Typed(text)


def _typed(reading: Reading, context: Context) -> Typed:
    """The line, read anew with each key; lines to be finished come back with the arrow up."""
    from netjournal.capture.completion import Completion
    from netjournal.cli.prompt.line import Prompt

    snapshot = context.snapshot
    people = sorted(snapshot.people(), key=lambda person: not person.circle.in_network)
    names = [name for person in people for name in (person.name, *person.nicknames)]
    topics = {topic for person in people for topic in person.topics}
    discreet = begins_discreet(context.settings)
    drafts = snapshot.drafts()[::-1]
    prompt = Prompt(
        _QUESTION,
        lambda text: _live(text, snapshot, reading, discreet=discreet),
        Completion(()) if discreet else Completion(names, topics),
        earlier=[draft.text for draft in drafts],
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
    draft = drafts[prompt.recalled].id if prompt.recalled >= 0 else None
    return Typed(text, told=discreet, discreet=discreet, draft=draft)


def _live(text: str, snapshot: Snapshot, reading: Reading, *, discreet: bool) -> Live:
    """How a line is read while it is typed; pure. Discreetly, only whether it can be stored."""
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
        if discreet and error.candidates:
            return Live(["You will be asked who is meant."], ready=True)
        choices = [candidate.name for candidate in error.candidates]
        choices += ["somebody new"] if error.may_be_new else []
        if not choices:
            return Live([error.message])
        return Live([f"{error.text}: {', '.join(choices)}? You will be asked."], ready=True)
    except NetjournalError as error:
        return Live([error.message])
    if discreet:
        return Live(["Enter stores it."], ready=True)
    told = added_text(recorded, snapshot, reading.today)
    return Live([*told, *capture.hints], ready=True)


def _confirmed(text: str, reading: Reading, context: Context) -> Typed:
    """The line, shown as it is read until enter says that it is right.

    Raises:
        UsageError: the input ended before; the line is kept as a draft.
    """
    while True:
        question = "Enter stores it; else write it anew: "
        try:
            read = planned(text, reading, context)
            show([read], context)
            tell_gifts(read, context)
        except WhoError:
            return Typed(text)  # who is meant is asked when it is stored
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
            return Typed(text, told=True)
        text = readable(answer) or text
