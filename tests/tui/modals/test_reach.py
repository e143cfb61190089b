"""The number to dial, the address to write to."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.values import Channel
from netjournal.tui.modals.reach import Reached, ReachModal, Way, link_of
from tests.tui.modals.asking import HOSTILE, UNANSWERED, Host, ask, seen

PHONES = (Way(lines=("+44 20 7946 0000",), label="work"), Way(lines=("+44 7700 900123",)))
EMAIL = (Way(lines=("tom@example.org",)),)
HOME = (Way(lines=("12 High Street", "SW1A 1AA London", "United Kingdom")),)


@pytest.mark.parametrize(
    ("channel", "ways", "keys", "answer"),
    [
        (Channel.PHONE, PHONES, ["enter"], Reached.LOG),
        (Channel.PHONE, PHONES, ["l"], Reached.LOG),
        (Channel.PHONE, PHONES, ["down", "enter"], Reached.LOG),
        (Channel.PHONE, (), ["enter"], Reached.LOG),
        (Channel.PHONE, (), ["y", "o"], UNANSWERED),
        (Channel.EMAIL, EMAIL, ["enter"], Reached.LOG),
        (Channel.POSTCARD, HOME, ["enter"], Reached.LOG),
        (Channel.POSTCARD, HOME, ["escape"], None),
    ],
)
async def test_logging_what_happened(
    channel: Channel, ways: Sequence[Way], keys: list[str], answer: object
) -> None:
    assert await ask(ReachModal("Tom", channel, ways), *keys) is answer


async def test_copying_takes_the_way_one_is_on() -> None:
    host = Host(ReachModal("Tom", Channel.PHONE, PHONES))
    async with host.run_test() as pilot:
        await pilot.press("y")
        assert host.clipboard == "+44 20 7946 0000"
        await pilot.press("down", "y")
        assert host.clipboard == "+44 7700 900123"


async def test_opening_hands_over_a_checked_link() -> None:
    opened: list[str] = []
    await ask(ReachModal("Tom", Channel.PHONE, PHONES, open_link=opened.append), "o")
    await ask(ReachModal("Tom", Channel.EMAIL, EMAIL, open_link=opened.append), "o")
    await ask(ReachModal("Tom", Channel.POSTCARD, HOME, open_link=opened.append), "o")
    assert opened == ["tel:+442079460000", "mailto:tom@example.org"]


async def test_what_to_raise_is_on_the_card() -> None:
    picture = await seen(ReachModal("Tom", Channel.PHONE, PHONES, points=["the medal"]))
    assert "the medal" in picture
    assert picture.count("+44 20 7946 0000") == 1, "in the list; above it is large"


async def test_a_number_too_long_to_be_large_is_still_whole() -> None:
    picture = await seen(ReachModal("Tom", Channel.PHONE, PHONES), size=(40, 15))
    assert picture.count("+44 20 7946 0000") == 2


@pytest.mark.parametrize("text", [*HOSTILE, "a@b.c?cc=d@e.f", "a@b.c\nBcc: d@e.f", "javascript:1"])
def test_no_text_becomes_another_link(text: str) -> None:
    assert not any(link_of(channel, Way(lines=(text,))) for channel in Channel)


@given(st.text(max_size=60))
def test_a_link_holds_nothing_that_could_carry_headers(text: str) -> None:
    for channel in (Channel.PHONE, Channel.EMAIL):
        link = link_of(channel, Way(lines=(text,)))
        assert not set(link.partition(":")[2]) & set("?&:/\r\n #")
