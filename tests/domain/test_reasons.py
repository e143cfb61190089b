"""Reasons to write come from own data alone, the most honest first."""

from __future__ import annotations

from typing import Any

import pytest

from netjournal.domain.matching import matches
from netjournal.domain.me import Me
from netjournal.domain.reasons import Kind, Reason, reasons
from netjournal.domain.values import Channel, EntryKind, Owner, PartialDate
from tests.domain.make import ANA, SETTINGS, TODAY, ago, day, person, promise, talk
from tests.journal.make import BOB, entry

ME = Me(topics=("Gov",))


def of(who: Any = None, talks: Any = (), promises: Any = (), entries: Any = (), **more: Any) -> Any:
    return reasons(
        who or person(), talks, promises, entries, more.get("matched", ()),
        me=ME, settings=SETTINGS, today=TODAY,
    )  # fmt: skip


def test_every_kind_in_its_order() -> None:
    need, offer = entry(EntryKind.NEED, "a flat"), entry(EntryKind.OFFER, "a flat", who=BOB)
    found = of(
        person(birthday=PartialDate(3, 14), topics=("gov", "maps"), addresses=()),
        [talk(day("2025-03-11"), Channel.MET, text="the lighthouse")],
        [promise(day("03-12")), promise(day("03-20"), text="a desk", ask=True)],
        [entry(EntryKind.NEXT_TIME, "her knee", day=ago(5))],
        matched=matches([need], [offer, entry(EntryKind.OFFER, "his flat", who=BOB)]),
    )
    assert found == (
        Reason(Kind.PROMISE, "the book", day("03-12")),
        Reason(Kind.DATE, "birthday", day("03-14")),
        Reason(Kind.NEED, "a flat", TODAY, ANA),
        Reason(Kind.NEXT_TIME, "her knee", ago(5)),
        Reason(Kind.ANNIVERSARY, "the lighthouse", day("2025-03-11")),
        Reason(Kind.INTEREST, "gov"),
        Reason(Kind.ASK, "a desk", day("03-20")),
    )


def test_no_reason_is_an_answer() -> None:
    theirs = promise(owner=Owner.THEIRS)
    assert of(promises=[theirs], entries=[entry(EntryKind.NOTE, "x")]) == ()


@pytest.mark.parametrize(
    ("on", "holds"),
    [
        ("2025-03-11", True), ("2025-03-04", True), ("2025-03-18", True), ("2025-03-19", False),
        ("2020-03-05", True), ("2026-03-05", False), ("2025-09-11", False),
    ],
)  # fmt: skip
def test_an_anniversary_is_years_ago_to_within_a_week(on: str, holds: bool) -> None:
    assert bool(of(talks=[talk(day(on), text="soup")])) is holds


def test_a_year_may_end_between() -> None:
    found = reasons(
        person(), [talk(day("2024-12-30"), text="snow")], (), (), (),
        me=ME, settings=SETTINGS, today=day("2026-01-02"),
    )  # fmt: skip
    assert [one.kind for one in found] == [Kind.ANNIVERSARY]
