"""The questions of fit about somebody, asked one at a time; never of inner people."""

from __future__ import annotations

from netjournal.domain.fit import ANSWERS, QUESTIONS, against, answered, suggested_calibre
from netjournal.domain.gesture import Change
from netjournal.domain.person import FitQuestion, Person
from netjournal.domain.values import Circle, PersonId
from netjournal.journal.changes import edits
from netjournal.journal.giving import my_offers
from netjournal.journal.journal import Decide
from netjournal.journal.snapshot import Snapshot
from netjournal.tui.modals.confirm import ConfirmModal
from netjournal.tui.modals.fit import FitModal, Weighed
from netjournal.tui.pages import Page


async def ask_fit(page: Page, id: PersonId) -> None:
    """Ask what is open, or all again where nothing is; only within a Textual worker.

    Each answer is stored at once. Then the calibre they suggest is offered.
    """
    host = page.host
    if not await host.may_show():
        return
    person = host.journal.snapshot.person(id)
    if person is None:
        return
    if person.circle is Circle.INNER:
        host.say(f"{person.name} is inner; nobody measures them.")
        return
    offers = my_offers(host.journal.snapshot)
    known = {one.question: one for one in person.fit}
    asked = [each for each in FitQuestion if each not in known] or list(FitQuestion)
    for place, question in enumerate(asked, 1):
        before = known.get(question)
        answer = await host.push_screen_wait(
            FitModal(
                f"{person.name}: {question}, {place} of {len(asked)}",
                QUESTIONS[question],
                ANSWERS[question],
                measure=against(question, host.journal.snapshot.me, offers),
                before=Weighed(before.value, before.text) if before else None,
            )
        )
        if answer is None:
            break
        if answer.value is not None:
            await host.write(f"fit of {person.name}", _answering(id, question, answer)).wait()
    await _offer_calibre(page, id)


def _answering(id: PersonId, question: FitQuestion, answer: Weighed) -> Decide:
    def decide(now: Snapshot) -> list[Change]:
        person = now.stored_person(id)
        if person is None:
            return []
        fit = answered(person.fit, question, answer.value, answer.text)
        return edits(now, person, fit=fit)

    return decide


async def _offer_calibre(page: Page, id: PersonId) -> None:
    person: Person | None = page.host.journal.snapshot.person(id)
    suggested = suggested_calibre(person.fit) if person else None
    if person is None or suggested is None or suggested == person.calibre:
        return
    now = f"It is {person.calibre} now. " if person.calibre else ""
    question = f"These answers suggest calibre {suggested}. {now}Set it?"
    if await page.app.push_screen_wait(
        ConfirmModal(question, yes=f"Set {suggested}", no="Leave it", title=person.name)
    ):
        page.host.write(
            f"calibre {suggested}: {person.name}",
            lambda snapshot: edits(snapshot, snapshot.stored_person(id), calibre=suggested),
        )
