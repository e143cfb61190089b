"""The newest of many are found by their days, without more of the others."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netjournal.journal import dated
from netjournal.journal.dated import Stretch, newest, plain_day
from tests.domain.make import TODAY

DAYS = st.integers(0, 9).map(lambda days: (TODAY + timedelta(days=days)).isoformat())
ALWAYS = Stretch(date.min.isoformat(), date.max.isoformat())


def numbered(days: list[str]) -> list[tuple[str, int]]:
    return [(day, number) for number, day in enumerate(days)]


@given(st.lists(DAYS, max_size=40), DAYS, DAYS, st.integers(1, 6), st.sampled_from([0, 3, 1_000]))
def test_as_many_as_wanted_are_the_newest_and_the_others_are_counted(
    days: list[str], first: str, last: str, most: int, spare: int
) -> None:
    before, dated._SPARE = dated._SPARE, spare
    try:
        kept, older = newest(numbered(days), Stretch(first, last, most))
    finally:
        dated._SPARE = before
    within = [number for day, number in numbered(days) if first <= day <= last]
    least = min((days[number] for number in kept), default="")
    assert kept == [number for number in within if days[number] >= least]
    assert len(kept) >= min(most, len(within))
    assert len({number for number in kept if days[number] > least}) < most
    assert older == len(within) - len(kept)


def test_without_a_limit_everything_of_the_stretch_is_kept() -> None:
    days = ["2026-03-01", "2026-03-02", "2026-03-03"]
    assert newest(numbered(days), Stretch("2026-03-02", "2026-03-02")) == ([1], 0)
    assert newest(numbered(days), ALWAYS) == ([0, 1, 2], 0)


def test_what_tells_no_plain_day_is_kept_for_who_reads_more_of_it() -> None:
    days = ["2026-03-01", "", "2026-03-03"]
    assert newest(numbered(days), ALWAYS._replace(most=1)) == ([1, 2], 1)


def test_a_plain_day_compares_as_text() -> None:
    assert plain_day("2026-03-11") == "2026-03-11"
    for other in ("20260311", "2026-W11-3", "2026-03-11T09:00", None, 7, "", "2026-3-11"):
        assert plain_day(other) == ""
