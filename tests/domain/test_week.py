"""The week's five: who they are, and that nothing but a rest changes them within the week."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.domain.standing import Standing
from netjournal.domain.values import Channel, Circle, Direction, PersonId, Reply
from netjournal.domain.week import FIVE, Why, five, silence, ticks, week_begun
from tests.domain.make import ME, TODAY, ago, day, person, stand, talk

MONDAY = date(2026, 3, 9)


def quiet(
    id: str, days: int, circle: Circle = Circle.CLOSE, calibre: int | None = None
) -> Standing:
    """Somebody whose silence was so many days long on Monday; close people every two months."""
    on = ago(days + 2)
    return stand(person(id, circle, calibre=calibre), talk(on, Channel.MET, people=[id]))


def picked(*standings: Standing, can_help: tuple[str, ...] = ()) -> list[tuple[str, Why]]:
    picks = five(standings, [PersonId(id) for id in can_help], MONDAY, ME)
    return [(pick.person, pick.why) for pick in picks]


def test_three_due_one_long_quiet_one_to_help() -> None:
    due = [quiet(str(n), 70) for n in range(20, 25)]
    long = [quiet(str(n), 200) for n in (30, 31)]
    found = picked(*due, *long, quiet("40", 3), can_help=("20", "40", "9"))
    assert found == [
        ("20", Why.DUE), ("21", Why.DUE), ("22", Why.DUE), ("30", Why.DORMANT), ("40", Why.HELP),
    ]  # fmt: skip


def test_where_one_kind_has_too_few_the_others_fill_up_and_nobody_comes_twice() -> None:
    found = picked(
        quiet("20", 70), quiet("30", 200), quiet("31", 300), quiet("40", 55), quiet("41", 3),
        can_help=("20",),
    )  # fmt: skip
    assert found == [
        ("20", Why.DUE), ("40", Why.DUE), ("30", Why.DORMANT), ("31", Why.DORMANT),
    ]  # fmt: skip


def test_nearer_circles_first_then_silence_by_calibre_but_not_of_inner_people() -> None:
    found = picked(
        quiet("20", 200, Circle.NETWORK), quiet("21", 70, calibre=2), quiet("22", 70, calibre=4),
        quiet("23", 30, Circle.INNER, 5), quiet("24", 35, Circle.INNER, 1),
    )  # fmt: skip
    assert [id for id, _ in found[:4]] == ["24", "23", "22", "21"]


def test_twice_the_cadence_to_the_day_is_long_quiet() -> None:
    one = stand(person("20", Circle.INNER), talk(day("01-26"), people=["20"]))  # 42 days, every 21
    assert picked(one) == [("20", Why.DORMANT)]


def test_the_silence_on_a_day_in_cadences() -> None:
    one = stand(person(), talk(day("01-09")))
    assert silence(one, day("03-09"), ME) == 1.0
    assert silence(stand(person()), MONDAY, ME) is None


def test_a_week_begins_on_monday() -> None:
    assert week_begun(TODAY) == week_begun(MONDAY) == MONDAY
    assert week_begun(day("03-15")) == MONDAY


def test_a_week_may_begin_on_another_day() -> None:
    sunday = 6
    assert week_begun(TODAY, sunday) == week_begun(day("03-08"), sunday) == day("03-08")
    assert week_begun(day("03-07"), sunday) == day("03-01")


def test_what_ticks_a_line() -> None:
    called = talk(day("03-10"))
    assert ticks([called, talk(TODAY)], MONDAY, TODAY) == day("03-10")
    assert ticks([talk(day("03-08"))], MONDAY, TODAY) is None
    assert ticks([talk(TODAY, reply=Reply.NONE)], MONDAY, TODAY) is None
    assert ticks([talk(TODAY, broadcast=True)], MONDAY, TODAY) is None
    assert ticks([talk(TODAY, Channel.EMAIL, Direction.INBOUND)], MONDAY, TODAY) == TODAY
    assert ticks([talk(day("03-12"))], MONDAY, TODAY) is None


@settings(max_examples=60)
@given(
    st.dictionaries(st.integers(20, 60).map(str), st.integers(0, 400), max_size=12),
    st.lists(st.integers(20, 60).map(str), max_size=5),
)
def test_never_more_than_five_and_nobody_twice(silences: dict[str, int], help_: list[str]) -> None:
    everybody = [quiet(id, days) for id, days in silences.items()]
    found = picked(*everybody, can_help=tuple(help_))
    assert len({id for id, _ in found}) == len(found) <= FIVE
    assert {id for id, _ in found} <= set(silences)
    assert found == picked(*reversed(everybody), can_help=tuple(help_))
