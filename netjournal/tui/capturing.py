"""The way of a captured line: read while typed, who is meant asked, stored, or kept as a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjournal.errors import BusyError, NetjournalError, WhoError
from netjournal.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from netjournal.capture.completion import Completion
    from netjournal.domain.draft import Draft
    from netjournal.errors import Candidate
    from netjournal.journal.adding import Reading
    from netjournal.tui.host import JournalHost, Picture
    from netjournal.tui.modals.capture import Live

_MOMENT = 0.05
"""Seconds that the line waits for its completion before it opens."""
_ASKED = 20
"""Names of one line that are asked about, at most."""


def live(text: str, picture: Picture, reading: Reading) -> Live:
    """How a line is read while it is typed; pure."""
    from netjournal.capture.reading import Problem
    from netjournal.journal import adding
    from netjournal.tui.modals.capture import Live
    from netjournal.views.adding import added_text
    from netjournal.views.asking import before_asking

    snapshot = picture.truth.snapshot
    capture = adding.read(text, snapshot, reading)
    if capture.problems:
        return Live(tokens=capture.tokens, problems=capture.problems, hints=capture.hints)
    try:
        recorded = adding.plan(text, snapshot, reading)
    except WhoError as error:
        if not error.candidates and not error.may_be_new:
            problems = (Problem(message=error.message),)
            return Live(tokens=capture.tokens, problems=problems, hints=capture.hints)
        choices = [_seen(picture, candidate).name for candidate in error.candidates]
        choices += ["somebody new"] if error.may_be_new else []
        question = f"{error.text}: {', '.join(choices)}? You will be asked."
        return Live(tokens=capture.tokens, question=question, hints=capture.hints)
    except NetjournalError as error:
        return Live(tokens=capture.tokens, problems=(Problem(message=error.message),))
    if picture.discreet:
        return Live(tokens=capture.tokens, lines=("Enter stores it.",))
    asked = [id for one in recorded.commitments if one.ask for id in one.people]
    before = before_asking(asked, snapshot, picture.day)
    lines = (*added_text(recorded, snapshot, picture.day), *before)
    return Live(tokens=capture.tokens, lines=lines, hints=capture.hints)


def completion(picture: Picture) -> Completion:
    """What a line may go on with; people in circles first. Discreet mode proposes nobody."""
    from netjournal.capture.completion import Completion

    if picture.discreet:
        return Completion(())
    people = sorted(picture.snapshot.people(), key=lambda person: not person.circle.in_network)
    names = [name for person in people for name in (person.name, *person.nicknames)]
    return Completion(names, {topic for person in people for topic in person.topics})


async def _completing(picture: Picture) -> Callable[[str], str | None]:
    """The same, made in a thread: of thousands of people it is there once the line is open."""
    from asyncio import create_task, to_thread, wait

    making = create_task(to_thread(completion, picture))
    await wait({making}, timeout=_MOMENT)
    return lambda typed: making.result()(typed) if making.done() else None


async def capture(host: JournalHost, initial: str, draft: Draft | None) -> None:
    """Ask for a line and store it; only within a worker of Textual."""
    from netjournal.journal.adding import Reading
    from netjournal.tui.modals.capture import CaptureModal

    picture = host.picture
    if picture is None:
        return
    reading = Reading(today=picture.day, settings=host.settings)
    if draft is not None:
        # the line as it was typed, whatever was shown of it
        draft = host.journal.snapshot.draft(draft.id) or draft
        initial = draft.text
    elif picture.discreet:
        initial = ""
    text = host.kept_line or initial if draft is None else initial

    def read(typed: str) -> Live:
        if draft is None:
            host.unfinished.keep(typed if typed.strip() != initial.strip() else "")
        return live(typed, host.picture or picture, reading)

    modal = CaptureModal(text, read, complete=await _completing(picture))
    answer = await host.push_screen_wait(modal)
    if answer is None:
        return
    if draft is None:
        unfinished = not answer.store and answer.text.strip() != initial.strip()
        host.kept_line = answer.text if unfinished else ""
        if not unfinished and not answer.store:
            host.unfinished.forget()
    if answer.store:
        await _store(host, answer.text, reading, draft)


async def _store(host: JournalHost, text: str, reading: Reading, draft: Draft | None) -> None:
    """Store the line, asking about one name after the other."""
    from asyncio import to_thread

    from netjournal.journal import adding
    from netjournal.tui.modals.who import WhoModal
    from netjournal.views.adding import added_text

    answers: dict[str, str] = {}
    finishing = draft.id if draft else None
    for _ in range(_ASKED):
        try:
            recorded = await to_thread(
                adding.add, host.journal, text, reading, answers, finishing=finishing
            )
        except WhoError as error:
            if not error.candidates and not error.may_be_new:
                await _keep(host, text, error, draft)
                return
            picture = host.picture
            assert picture is not None, "a line was typed"
            chosen = await host.push_screen_wait(
                WhoModal(
                    error.text,
                    [_seen(picture, candidate) for candidate in error.candidates],
                    may_be_new=error.may_be_new,
                )
            )
            if chosen is None:
                # back to the line, where the name can be mended
                host.kept_line = text
                host.capture(text, draft)
                return
            answers[fold(error.text)] = chosen
        except NetjournalError as error:
            await _keep(host, text, error, draft)
            return
        else:
            if draft is None:
                host.unfinished.forget()
            lines = ["stored"]
            if not host.discreet:
                lines = [*added_text(recorded, host.journal.snapshot, reading.today)]
            host.say("\n".join([*lines, "u undo"]))
            return


def _seen(picture: Picture, candidate: Candidate) -> Candidate:
    """Somebody a name may mean, as discreet mode shows them."""
    if not picture.discreet:
        return candidate
    return candidate._replace(name=picture.snapshot.name_of(candidate.id), about="")


async def keep_unfinished(host: JournalHost) -> str:
    """What was typed and neither stored nor emptied becomes a draft before the program ends.

    Where nothing can be written it is given back: then the terminal is the only place for it.
    """
    line, host.kept_line = host.kept_line, ""
    if not line.strip() or await _made_a_draft(host, line, "not finished"):
        return ""
    return line


async def _keep(host: JournalHost, text: str, error: NetjournalError, draft: Draft | None) -> None:
    """Keep the line as a draft, or for the next capture where nothing can be written."""
    # who waited for the journal once does not wait for a draft too
    can_write = not isinstance(error, BusyError)
    if draft is None and not (can_write and await _made_a_draft(host, text, error.message)):
        host.kept_line = text
    host.say(f"{error.message} The line is kept to be finished.", problem=True)


async def _made_a_draft(host: JournalHost, text: str, why: str) -> bool:
    """Make a line a draft, and keep it nowhere else; whether that was done."""
    from asyncio import to_thread

    from netjournal.journal import adding

    try:
        await to_thread(adding.keep_draft, host.journal, text, why, host.today())
    except NetjournalError:
        return False
    host.unfinished.forget()
    return True
