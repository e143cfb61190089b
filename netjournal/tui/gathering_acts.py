"""Acts on gatherings: planned, told of afterwards, people chosen to be followed up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from netjournal.clock import now as moment
from netjournal.domain.gathered import MOST_CHOSEN
from netjournal.domain.gathering import Gathering
from netjournal.domain.gesture import Change
from netjournal.domain.person import Person
from netjournal.domain.values import Circle, EntryKind
from netjournal.errors import InputError, NetjournalError, UnknownNameError
from netjournal.journal import gatherings
from netjournal.journal.changes import created, new_id
from netjournal.journal.editing import add_note
from netjournal.journal.journal import Decide
from netjournal.journal.snapshot import Snapshot
from netjournal.text import plural
from netjournal.tui.pages import Page
from netjournal.views.gatherings import GatheringView, gathering_view

_LINES = "Whom you met, one line each: Ana Ruiz: keen on forms. needs: a printer"


async def plan(page: Page) -> None:
    """Ask for a gathering's fields and open it; only within a Textual worker."""
    from netjournal.tui.modals.edit_form import EditForm

    picture = page.host.picture
    if picture is None:
        return

    day = picture.day

    def check(name: str, text: str) -> str | None:
        try:
            _with({name: text}, day, page)
        except NetjournalError as error:
            return error.message
        return None

    answer = await page.app.push_screen_wait(EditForm("A gathering", Gathering, {}, check))
    if not answer:
        return
    if not answer.get("name", "").strip():
        page.host.say("A gathering needs a name; nothing was stored.", problem=True)
        return
    made = _with(answer, day, page)
    await page.host.write(f"gathering: {made.name}", lambda _: [created(made)]).wait()
    page.host.open_gathering(made.id)


def _with(values: Mapping[str, str], today: date, page: Page) -> Gathering:
    """A new gathering with some fields; a day without a year may lie ahead.

    Raises:
        InputError: a value cannot be.
    """
    from netjournal.journal.days import day_from
    from netjournal.journal.editing import set_fields
    from netjournal.journal.fields import Reading

    settings = page.host.settings
    sets = [(name, "=", text) for name, text in values.items() if text]
    dated = [
        (name, "=", day_from(text, today, past=False, settings=settings).isoformat())
        for name, _, text in sets
        if name in {"day", "until"}
    ]
    others = [one for one in sets if one[0] not in {"day", "until"}]
    empty = Gathering(id=new_id(), made=moment(), name="")
    made: Gathering = set_fields(empty, [*others, *dated], Reading(today, settings))
    if len(made.aim) > MOST_CHOSEN:
        raise InputError("Aim for one to three people; who else comes along is welcome anyway.")
    return made


async def choose(page: Page, id: str, person: Person) -> None:
    """Choose somebody, or take the choice back; a fourth only when it is meant.

    Only within a Textual worker.
    """
    from netjournal.tui.modals.confirm import ConfirmModal

    picture = page.host.picture
    one = picture.snapshot.gathering(id) if picture else None
    if picture is None or one is None:
        return
    now_chosen = [picture.snapshot.final(each) for each in one.chosen]
    day = picture.day
    if person.id in now_chosen:
        page.host.write(
            f"not chosen after all: {person.name}",
            lambda now: gatherings.unchosen(now, _gathering(now, id), person.id),
        )
        return
    more = len(now_chosen) >= MOST_CHOSEN
    if more:
        question = (
            f"{len(now_chosen)} are chosen already; three can be followed up well. "
            f"Will you write to {person.name} too?"
        )
        asked = ConfirmModal(question, yes="Choose", no="Leave it", title="A fourth", careful=True)
        if not await page.app.push_screen_wait(asked):
            return
    page.host.write(
        f"chosen: {person.name}",
        lambda now: gatherings.chosen(
            now, _gathering(now, id), [person.id], circle=Circle.NETWORK, today=day, more=more
        ),
    )


async def debrief(page: Page, id: str) -> None:
    """Ask whom I met, then of each how we will remember each other; only within a worker."""
    from netjournal.tui.modals.text import TextModal

    host = page.host
    if not await host.may_show():
        return
    one = host.journal.snapshot.gathering(id)
    if one is None or host.picture is None:
        return
    day = host.picture.day
    if one.day is not None and one.day > day:
        host.say(f"{one.name} is still to come; b tells of it afterwards.")
        return
    text = await host.push_screen_wait(TextModal(f"Debrief: {one.name}", heading=_LINES))
    lines = [line.strip() for line in (text or "").splitlines() if line.strip()]
    if lines:
        await _add(page, one, lines, day)
    await _remember(page, id, day)


async def _add(page: Page, one: Gathering, lines: Sequence[str], today: date) -> None:
    """Store the lines as one act; one that cannot be read is kept to be finished."""
    from asyncio import to_thread

    from netjournal.journal.adding import Reading, add_lines, keep_draft

    journal, settings = page.host.journal, page.host.settings
    told = [gatherings.meeting_line(line) for line in lines]
    reading = Reading(today=today, settings=settings, day=one.day or today, at=one.name, new=False)

    def store() -> str:
        good, bad = add_lines(journal, enumerate(told, 1), reading)
        for each in bad:
            keep_draft(journal, f"{each.text}; at: {one.name}", each.error.message, today)
        said = f"{plural(len(good), 'line')} stored · u undo"
        if bad:
            said += f"\n{plural(len(bad), 'line')} to finish, on Today: {bad[0].error.message}"
        return said

    try:
        page.host.say(await to_thread(store))
    except NetjournalError as error:
        page.host.say(error.message, problem=True)


async def _remember(page: Page, id: str, today: date) -> None:
    """Of everybody without a word how we will remember each other, ask for one."""
    from netjournal.tui.modals.remember import RememberModal

    left = [met for met in _view(page, id).met if not met.remember]
    for place, met in enumerate(left, 1):
        said = f"{place} of {len(left)}" + (f" · {met.text}" if met.text else "")
        text = await page.app.push_screen_wait(RememberModal(met.name, said))
        if text is None:
            break
        if text:
            change = add_note(met.person, text, today, EntryKind.REMEMBER)
            await page.host.write(f"remember: {met.name}", _only(change)).wait()


def _only(change: Change) -> Decide:
    return lambda _: [change]


def _view(page: Page, id: str) -> GatheringView:
    from netjournal.views.standings import Standings

    picture = page.host.picture
    assert picture is not None, "a gathering is shown"
    snapshot = page.host.journal.snapshot
    return gathering_view(
        _gathering(snapshot, id), Standings(snapshot, picture.day, page.host.settings)
    )


def _gathering(now: Snapshot, id: str) -> Gathering:
    one = now.gathering(id)
    if one is None:
        raise UnknownNameError("This gathering is no longer in the journal.")
    return one
