"""What holds for every dialog: escape, hostile text, small terminals, complete bindings."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from textual.binding import Binding

from netjournal.domain.entry import Entry
from netjournal.domain.gathering import Gathering
from netjournal.domain.gesture import Change, Gesture
from netjournal.domain.person import Labelled, Person
from netjournal.domain.values import Channel, Circle, PersonId
from netjournal.errors import Candidate, InputError
from netjournal.exchange.plan import Question
from netjournal.journal.fields import FIELDS
from netjournal.journal.snapshot import Snapshot
from netjournal.tui import modals, widgets
from netjournal.tui.modals.backups import BackupsModal
from netjournal.tui.modals.backups import Copy as BackedUp
from netjournal.tui.modals.capture import CaptureModal, Live
from netjournal.tui.modals.choosing import ChoiceDialog
from netjournal.tui.modals.circle import CircleModal
from netjournal.tui.modals.confirm import ConfirmModal
from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.modals.done import DoneModal
from netjournal.tui.modals.edit_form import EditForm
from netjournal.tui.modals.encoding import EncodingModal
from netjournal.tui.modals.export import ExportModal
from netjournal.tui.modals.fit import FitModal, Weighed
from netjournal.tui.modals.history import HistoryModal, Past
from netjournal.tui.modals.import_ import ImportModal
from netjournal.tui.modals.pair import PairModal
from netjournal.tui.modals.plan_page import PlanLine, PlanPage, Section
from netjournal.tui.modals.questions import Asked, QuestionsModal
from netjournal.tui.modals.questions import Candidate as Known
from netjournal.tui.modals.reach import ReachModal, Way
from netjournal.tui.modals.remember import RememberModal
from netjournal.tui.modals.report import ReportLine, ReportModal
from netjournal.tui.modals.snooze import SnoozeModal
from netjournal.tui.modals.text import TextModal
from netjournal.tui.modals.who import WhoModal
from netjournal.tui.widgets.choice_list import Choice
from netjournal.views.duplicates import pair_of
from tests.tui.modals.asking import HOSTILE, UNANSWERED, Host, ask, seen

TODAY = date(2026, 3, 11)


class RestingChoice(ChoiceDialog[str]):
    """A dialog with more to say of its keys than a narrow border holds."""

    BINDINGS = [  # noqa: RUF012 - as Screen declares it
        Binding(label[0], f"choose('{label[0]}')", f"{label} {label}", id=f"test-{label}")
        for label in ("alpha", "beta", "gamma")
    ]

    def __init__(self) -> None:
        super().__init__("Which?", [(Choice(key=k, label=k), k) for k in "abg"])


def somebody(id: str, text: str) -> Person:
    """Everything of one person, all of it this text."""
    return Person(id=PersonId(id), made="", name=text, given=text, nicknames=(text,),
                  emails=(Labelled(text, text),), topics=(text,), how_we_met=text)  # fmt: skip


def asked(text: str) -> Asked:
    """A question whose every text is this."""
    question = Question(
        key="k", text=text, choices=(text, text), people=(None, PersonId("71"))
    )  # fmt: skip
    known = Known(person=somebody("71", text), about=text)
    return Asked(question=question, card=somebody("72", text), candidates=(None, known))


def past(text: str) -> Past:
    """One act that says this."""
    made = Change("people", "71", None, {"name": text})
    return Past([Gesture(id="1", at=text, label=text, changes=(made,))], Snapshot({}))


async def taken(_way: str) -> Past:
    """What is undone here changes nothing."""
    return past("")


def refuse(text: str) -> date:
    raise InputError(f"{text} is no day.")


MAKERS: dict[str, Callable[[str], Dialog[Any]]] = {
    "who": lambda t: WhoModal(t, [Candidate("1", t, t), Candidate("2", t, t)], may_be_new=True),
    "nearly": lambda t: WhoModal(t, [Candidate("1", t, t)], may_be_new=True),
    "circle": lambda t: CircleModal(t, Circle.INNER, {Circle.INNER: t}),
    "confirm": lambda t: ConfirmModal(t, yes=t, no=t, title=t),
    "done": lambda t: DoneModal(t, today=TODAY, channel=Channel.PHONE, reason=t),
    "encoding": EncodingModal,
    "tick": lambda t: DoneModal(t, today=TODAY),
    "snooze": lambda t: SnoozeModal(TODAY, refuse, what=t, title=t),
    "fit": lambda t: FitModal(t, t, [t] * 4, measure=t, before=Weighed(2, t)),
    "remember": lambda t: RememberModal(t, t),
    "text": lambda t: TextModal(t, t, heading=t, placeholder="a note"),
    "form": lambda t: EditForm(t, Entry, {f.name: t for f in FIELDS[Entry]}, lambda _, x: x),
    "call": lambda t: ReachModal(t, Channel.PHONE, [Way(lines=(t,), label=t)] * 2, points=[t]),
    "mail": lambda t: ReachModal(t, Channel.EMAIL, [Way(lines=(t,), label=t)], points=[t]),
    "postcard": lambda t: ReachModal(t, Channel.POSTCARD, [Way(lines=(t, t))]),
    "nowhere": lambda t: ReachModal(t, Channel.PHONE, []),
    "import": ImportModal,
    "export": lambda t: ExportModal([t, t], t, refusal=t),
    "pair": lambda t: PairModal(pair_of(somebody("71", t), somebody("72", t), Snapshot({}))),
    "questions": lambda t: QuestionsModal([asked(t)] * 2),
    "history": lambda t: HistoryModal(past(t), taken),
    "backups": lambda t: BackupsModal([BackedUp(t, t, t)], t),
    "report": lambda t: ReportModal(t, t, [ReportLine(t, t)] * 30, act=t),
    "capture": lambda t: CaptureModal(t, lambda x: Live(lines=[x], question=x, hints=[x])),
}


@pytest.mark.parametrize("name", MAKERS)
async def test_no_text_breaks_a_dialog_or_reaches_the_terminal(name: str) -> None:
    host = Host(MAKERS[name]("Ana Ruiz"))
    async with host.run_test(size=(80, 24)) as pilot:
        for text in HOSTILE:
            await host.push_screen(MAKERS[name](text))
            await host.workers.wait_for_complete()
            await pilot.pause()
            shown = host.picture.replace("\n", "")
            assert not [char for char in shown if ord(char) < 32 or 0x7F <= ord(char) < 0xA0]
            assert "\u202e" not in shown
            await host.pop_screen()
    assert host.answer is UNANSWERED


@pytest.mark.parametrize("name", MAKERS)
async def test_every_dialog_bears_every_size(name: str) -> None:
    host = Host(MAKERS[name]("Ana Ruiz"))
    async with host.run_test(size=(20, 5)) as pilot:
        for size in ((40, 15), (200, 50), (80, 24), (20, 5)):
            await pilot.pause()
            assert host.picture.strip()
            await pilot.resize_terminal(*size)


@pytest.mark.parametrize("name", [name for name in MAKERS if name not in {"capture", "questions"}])
async def test_escape_is_no_answer(name: str) -> None:
    assert await ask(MAKERS[name]("Ana Ruiz"), "escape") is None


@pytest.mark.parametrize("name", ["who", "done", "import"])
async def test_the_keys_on_the_border_can_be_clicked(name: str) -> None:
    host = Host(MAKERS[name]("Ana Ruiz"))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = host.picture.split("\n")
        row = next(place for place, line in enumerate(lines) if "esc back" in line)
        await pilot.click(offset=(lines[row].index("esc back") + 1, row))
        await pilot.pause()
    assert host.answer is None


@pytest.mark.parametrize("width", [100, 40])
async def test_every_hint_is_seen_whole_however_narrow_it_is(width: int) -> None:
    picture = await seen(RestingChoice(), size=(width, 15))
    for hint in (" choose", "a alpha alpha", "b beta beta", "g gamma gamma", " back"):
        assert hint in picture


async def test_a_key_that_a_field_answers_is_offered_too() -> None:
    app = Host(SnoozeModal(TODAY, refuse))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert " snooze  ↑↓ choose" in app.picture
        await app.dialog.action_use("snooze-take")
        await pilot.pause()
        assert app.answer == date(2026, 3, 12)


def declared() -> Iterator[Binding]:
    """Every binding of a class in the rooms of the dialogs and widgets."""
    for room in (modals, widgets):
        for module in pkgutil.iter_modules(room.__path__):
            name = f"{room.__name__}.{module.name}"
            for cls in vars(importlib.import_module(name)).values():
                if isinstance(cls, type) and cls.__module__ == name:
                    yield from cls.__dict__.get("BINDINGS", ())


def test_every_key_of_ours_is_declared_completely() -> None:
    bindings = list(declared())
    assert len(bindings) > 30
    for binding in bindings:
        assert isinstance(binding, Binding)
        assert binding.id
        assert binding.tooltip
        assert 0 < len(binding.description.split()) <= 3


async def test_a_form_of_few_fields_is_a_small_dialog() -> None:
    host = Host(EditForm("PyCon", Gathering, {"name": "PyCon"}, lambda *_: None))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert host.dialog.query_one("Frame").size.height < 15


@pytest.mark.parametrize("text", HOSTILE)
async def test_no_plan_breaks_the_import(text: str) -> None:
    dialog = ImportModal("x.vcf")
    host = Host(dialog)
    async with host.run_test() as pilot:
        await pilot.press("enter")
        dialog.progress(3, None)
        dialog.refuse(text)
        await pilot.press("enter")
        line = PlanLine(name=text, says=text, where=text)
        many = Section(title=f"1 card of {text}", lines=[line] * 20)
        dialog.show_plan(
            PlanPage(headline=text, counts=((1, text),), sections=(many,), changes=True)
        )
        for _ in range(500):  # a busy machine paints later
            await pilot.pause(0.01)
            if "1 card" in host.picture:
                break
        assert "1 card" in host.picture
