"""Exporting from the screens: who may be meant, asking, and writing in a thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from netjournal.errors import InputError
from netjournal.journal.blobs import is_own_file
from netjournal.text import fold
from netjournal.tui.host import JournalHost
from netjournal.tui.modals.export import ExportModal, ExportWish, Form
from netjournal.tui.modals.waiting import Progress, waited

if TYPE_CHECKING:
    from netjournal.domain.person import Person
    from netjournal.domain.values import PersonId
    from netjournal.tui.upkeep import UpkeepPage
    from netjournal.views.standings import Standings

Whom = tuple[str, "Callable[[Standings], Sequence[Person]]"]
"""A selection in words, and who they are."""
_EVERYBODY = "everybody"


def selections(
    standings: Standings, marked: Sequence[PersonId], asked: str, shown: Person | None
) -> list[Whom]:
    """Who may be meant: those marked, those the filter finds, everybody, the network, one alone.

    Args:
        standings: the journal as it is.
        marked: whoever is marked.
        asked: the query whose answer is on the page.
        shown: whom the page is about, under the name that may be shown.

    """
    from netjournal.journal.queries import parse_query

    def of_ids(ids: Sequence[PersonId]) -> Callable[[Standings], Sequence[Person]]:
        return lambda now: [person for id in ids if (person := now.snapshot.person(id))]

    def found(now: Standings) -> Sequence[Person]:
        query = parse_query(asked, now.settings.queries)
        return [each.person for each in now.everybody() if query.matches(each, now.today)]

    def network(now: Standings) -> Sequence[Person]:
        return [person for person in now.snapshot.people() if person.circle.in_network]

    def everybody(now: Standings) -> Sequence[Person]:
        return list(now.snapshot.people())

    offered: list[Whom] = []
    if marked:
        offered.append((f"{len(marked)} marked", of_ids(marked)))
    if asked.strip():
        offered.append((f"found by {asked.strip()}", found))
    near, all_of_them = len(network(standings)), len(everybody(standings))
    offered.append((f"{_EVERYBODY} ({all_of_them:,})", everybody))
    if 0 < near < all_of_them:
        offered.append((f"the network ({near:,})", network))
    if shown is not None:
        offered.append((f"only {shown.name}", of_ids([shown.id])))
    return offered


async def export(host: JournalHost, page: UpkeepPage | None) -> bool:
    """Ask what to write of what a page shows, and write it; whether it was.

    Only within a worker of Textual.
    """
    from netjournal.tui.modals.confirm import ConfirmModal

    picture = host.picture
    if picture is None:
        return False
    marked, asked, shown = ((), "", None) if page is None else (
        sorted(page.marked), page.asked, page.person
    )  # fmt: skip
    offered = selections(picture.truth, marked, asked, shown)
    stem = f"~/netjournal-{picture.day.isoformat()}"
    wish: ExportWish | None = None
    refusal = ""
    while wish := await host.push_screen_wait(
        ExportModal([words for words, _ in offered], stem, wish, refusal)
    ):
        wish, refusal = _target(wish, stem, host.journal.path)
        if not refusal and wish.path.is_file():
            replace = ConfirmModal(
                f"{wish.path} is there already. Replace it?",
                yes="Replace", no="Keep", title="Export", careful=True,
            )  # fmt: skip
            if not await host.push_screen_wait(replace):
                continue
        if not refusal:
            finished = await waited(
                host, "Export", f"Writing {wish.path}", _job(wish, offered, host), stops=True
            )
            if finished is None:
                host.say("Nothing was written.")
                return False
            if finished.error is None:
                host.say(finished.value or "")
                return True
            refusal = finished.error.message
    return False


def _target(wish: ExportWish, stem: str, journal: Path) -> tuple[ExportWish, str]:
    """The file that is meant, and why it cannot be."""
    path = wish.path
    if wish.form is not Form.FOLDER and path.is_dir():
        path = path / f"{Path(stem).name}{wish.form.suffix}"
    wish = wish._replace(path=path)
    if is_own_file(path, journal):
        return wish, f"{path} belongs to the journal; name another file."
    return wish, ""


def _job(wish: ExportWish, offered: Sequence[Whom], host: JournalHost) -> Callable[[Progress], str]:
    """What is done in a thread; the sentence that says what was written."""
    from netjournal.tui import outgoing

    assert host.picture is not None, "there was something to choose from"
    standings, journal = host.picture.truth, host.journal
    words, who = offered[wish.whom]

    def write(progress: Progress) -> str:
        progress(0, None)
        if wish.form.is_whole:
            return outgoing.write_whole(wish, journal.path)
        people = sorted(who(standings), key=lambda person: (fold(person.name), person.id))
        if not people:
            raise InputError("Nobody is meant by that.")
        chosen = outgoing.Chosen(people, standings, is_everybody=words.startswith(_EVERYBODY))
        return outgoing.write_people(wish, chosen, journal, progress)

    return write
