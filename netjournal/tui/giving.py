"""Acts on needs, offers and introductions, each written as one gesture."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.worker import Worker

from netjournal.clock import now as moment
from netjournal.domain.entry import Entry
from netjournal.domain.gesture import Change, Table
from netjournal.domain.introducing import Step, next_step
from netjournal.domain.introduction import Introduction
from netjournal.domain.values import ME, EntryKind, PersonId
from netjournal.errors import UnknownNameError
from netjournal.journal import closing, giving, introducing
from netjournal.journal.changes import created, new_id
from netjournal.journal.snapshot import Snapshot
from netjournal.tui.host import Picture
from netjournal.tui.pages import Page
from netjournal.tui.target import Target
from netjournal.views.introductions import by_pair, step_words_of


def is_ours(target: Target | None) -> bool:
    """Whether a line is about a need, an offer or an introduction."""
    tables = {Table.ENTRIES, Table.INTRODUCTIONS}
    return target is not None and target.record is not None and target.record[0] in tables


def can(action: str, target: Target | None, picture: Picture | None) -> bool:
    """Whether the line of an entry or introduction can be done, kept or let go."""
    if picture is None or target is None or target.record is None:
        return False
    table, id = target.record
    if table is Table.INTRODUCTIONS:
        one = picture.snapshot.introduction(id)
        return one is not None and action != "snooze"
    entry = picture.snapshot.entry(id)
    if entry is None:
        return False
    return action != "done" or (entry.kind is EntryKind.NEED and entry.person != ME)


async def give(page: Page, id: str) -> None:
    """Ask what was given, and close the need with it; only within a Textual worker."""
    from netjournal.tui.modals.one_line import LineModal

    picture = page.host.picture
    entry = picture.snapshot.entry(id) if picture else None
    if picture is None or entry is None:
        return
    name, day = picture.snapshot.name_of(entry.person), picture.day
    text = await page.app.push_screen_wait(
        LineModal(f"What did you give {name}?", placeholder=f"needed {entry.text}")
    )
    if text:
        page.host.write(
            f"gave: {name}, {text}", lambda now: giving.closed(now, _entry(now, id), day, text)
        )


def still_open(page: Page, id: str) -> Worker[None]:
    """The need or offer holds; asked about again after as long."""
    picture = page.host.picture
    assert picture is not None, "a line is highlighted"
    entry, day = picture.snapshot.entry(id), picture.day
    text = entry.text if entry else ""
    return page.host.write(
        f"still so: {text}", lambda now: giving.still_open(now, _entry(now, id), day)
    )


def let_go(page: Page, table: Table, id: str) -> None:
    """A need or offer holds no longer; an introduction is let be."""
    picture = page.host.picture
    if picture is None:
        return
    if table is Table.INTRODUCTIONS:
        page.host.write(
            f"let be: {_names(picture.snapshot, id)}",
            lambda now: introducing.dropped(now, _introduction(now, id)),
        )
        return
    entry, day = picture.snapshot.entry(id), picture.day
    if entry is not None:
        page.host.write(
            f"closed: {entry.text}", lambda now: giving.closed(now, _entry(now, id), day)
        )


def introduce(page: Page, people: Sequence[PersonId], need: str) -> None:
    """An introduction is thought of, for what one of both needs."""
    picture = page.host.picture
    if picture is None:
        return
    names = " and ".join(map(picture.snapshot.name_of, people))
    day, pair = picture.day, tuple(people[:2])
    known = by_pair(picture.standings).get(frozenset(map(picture.snapshot.final, pair)))
    if known is not None and not known.thanked:
        page.host.say(f"{names}: {step_words_of(known, picture.standings)}.")
        return

    def decide(now: Snapshot) -> list[Change]:
        wanted = now.entry(need)
        text = wanted.text if wanted else ""
        made = Introduction(id=new_id(), made=moment(), day=day, people=pair, text=text)
        return [created(made)]

    page.host.write(f"introduction: {names}", decide)


async def step(page: Page, id: str) -> None:
    """Take an introduction its next step; only within a Textual worker."""
    from netjournal.tui.modals.one_line import LineModal

    picture = page.host.picture
    one = picture.snapshot.introduction(id) if picture else None
    if picture is None or one is None:
        return
    day = picture.day
    what, whom = next_step(one, day)
    names = _names(picture.snapshot, id)
    who = picture.snapshot.final(whom[0]) if whom else ME
    if what in {Step.ASK_OUTCOME, Step.LET_GROW}:
        text = await page.app.push_screen_wait(LineModal("What came of it?", placeholder=names))
        if text:
            page.host.write(
                f"came of it: {names}",
                lambda now: introducing.came_of_it(now, _introduction(now, id), text),
            )
        return
    name = picture.snapshot.name_of(who)
    acts: dict[Step, tuple[str, Callable[[Snapshot, Introduction], list[Change]]]] = {
        Step.ASK: (f"asked {name}", lambda now, it: introducing.asked(now, it, who)),
        Step.AWAIT: (f"{name} agreed", lambda now, it: introducing.agreed(now, it, who)),
        Step.INTRODUCE: ("introduced", lambda now, it: introducing.introduced(now, it, day)),
        Step.THANK: ("thanked", introducing.thanked),
    }
    if what in acts:
        said, act = acts[what]
        page.host.write(f"{said}: {names}", lambda now: act(now, _introduction(now, id)))


def card_written(page: Page, id: str) -> None:
    """A card that was promised is written, and not posted yet."""
    picture = page.host.picture
    promise = picture.snapshot.commitment(id) if picture else None
    if picture is None or promise is None:
        return
    day = picture.day

    def decide(now: Snapshot) -> list[Change]:
        known = now.commitment(id)
        return closing.written(now, known, on=day) if known else []

    page.host.write(f"card written: {promise.text}", decide)


def is_match(target: Target) -> bool:
    """Whether a line is about two people, one of whom needs what the other offers."""
    is_entry = target.record is not None and target.record[0] is Table.ENTRIES
    return is_entry and len(target.people) > 1


def _names(snapshot: Snapshot, id: str) -> str:
    one = snapshot.introduction(id)
    return " and ".join(map(snapshot.name_of, one.people)) if one else ""


def _entry(now: Snapshot, id: str) -> Entry:
    entry = now.entry(id)
    if entry is None:
        raise UnknownNameError("This line is no longer in the journal.")
    return entry


def _introduction(now: Snapshot, id: str) -> Introduction:
    one = now.introduction(id)
    if one is None:
        raise UnknownNameError("This introduction is no longer in the journal.")
    return one
