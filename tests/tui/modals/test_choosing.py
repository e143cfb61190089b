"""Dialogs whose answer is a row: circle, who, yes or no."""

from __future__ import annotations

from typing import Any

import pytest

from netjournal.domain.values import Channel, Circle
from netjournal.errors import Candidate
from netjournal.journal.matching import NEW
from netjournal.tui.modals.channel import ChannelModal
from netjournal.tui.modals.circle import CircleModal
from netjournal.tui.modals.confirm import ConfirmModal
from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.modals.who import WhoModal
from netjournal.tui.widgets.choice_list import ChoiceList
from tests.tui.modals.asking import UNANSWERED, Host, ask, seen

ANAS = (
    Candidate("11", "Ana Ruiz", "Gov Lab · close"),
    Candidate("12", "Ana Bell", "network, met at PyCon"),
)


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ("i", Circle.INNER),
        ("c", Circle.CLOSE),
        ("n", Circle.NETWORK),
        ("r", Circle.ROLODEX),
        (("enter",), Circle.CLOSE),
        (("down", "enter"), Circle.NETWORK),
        (("k", "enter"), Circle.INNER),
        (("escape",), None),
        ("x", UNANSWERED),
    ],
)
async def test_a_circle_is_one_key(keys: tuple[str, ...], answer: object) -> None:
    assert await ask(CircleModal("Ana Ruiz", Circle.CLOSE), *keys) is answer


async def test_circles_say_how_full_they_are() -> None:
    picture = await seen(CircleModal("Ana", None, {Circle.NETWORK: "81 of 80"}))
    assert "81 of 80" in picture
    assert "Circle of Ana" in picture


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (("1",), "11"),
        (("2",), "12"),
        (("down", "enter"), "12"),
        (("n",), NEW),
        (("3",), UNANSWERED),
        (("escape",), None),
    ],
)
async def test_a_digit_says_who_is_meant(keys: tuple[str, ...], answer: object) -> None:
    assert await ask(WhoModal("Ana", ANAS, may_be_new=True), *keys) == answer


async def test_nobody_new_where_a_name_must_be_known() -> None:
    assert await ask(WhoModal("Ana", ANAS, may_be_new=False), "n") is UNANSWERED


async def test_each_line_says_what_tells_people_apart() -> None:
    picture = await seen(WhoModal("Ana", ANAS, may_be_new=True))
    assert "Gov Lab · close" in picture
    assert "network, met at PyCon" in picture
    assert "Somebody new" in picture


async def test_a_near_name_is_asked_about_as_such() -> None:
    assert "Did you mean" in await seen(WhoModal("Anna Ruis", ANAS[:1], may_be_new=True))


async def test_more_people_than_digits_are_reached_with_the_arrows() -> None:
    many = [Candidate(str(n), f"Ana {n}") for n in range(20)]
    assert await ask(WhoModal("Ana", many, may_be_new=False), "end", "enter") == "19"


async def test_where_the_cursor_is_is_told_without_colour() -> None:
    rows = (await seen(ChannelModal("Ana", Channel.EMAIL, promise=True))).splitlines()
    assert [row.split()[1:5] for row in rows if "▌" in row] == [["▌", "m", "•", "email"]]


async def test_a_list_too_long_for_a_low_window_says_less() -> None:
    picture = await seen(ChannelModal("Ana", None, promise=True), size=(40, 15))
    assert all(channel.value in picture for channel in Channel)
    assert "✉ postcards, lett" in picture


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_what_is_known_stays_readable_where_it_is_narrow(size: tuple[int, int]) -> None:
    picture = await seen(WhoModal("Ana", ANAS, may_be_new=False), size=size)
    assert "network, met at PyCon" in picture


@pytest.mark.parametrize(
    ("careful", "keys", "answer"),
    [
        (False, ("y",), True),
        (False, ("n",), False),
        (False, ("enter",), True),
        (True, ("enter",), False),
        (True, ("up", "enter"), True),
        (True, ("escape",), None),
    ],
)
async def test_yes_or_no(careful: bool, keys: tuple[str, ...], answer: bool | None) -> None:
    assert await ask(ConfirmModal("Remove?", careful=careful), *keys) is answer


@pytest.mark.parametrize(
    ("dialog", "row", "answer"),
    [
        (CircleModal("Ana", None), 2, Circle.NETWORK),
        (WhoModal("Ana", ANAS, may_be_new=True), 1, "12"),
        (ConfirmModal("Remove?"), 0, True),
    ],
)
async def test_a_click_on_a_row_chooses_it(dialog: Dialog[Any], row: int, answer: object) -> None:
    host = Host(dialog)
    async with host.run_test() as pilot:
        await pilot.click(ChoiceList, offset=(6, row))
        await pilot.pause()
    assert host.answer == answer
