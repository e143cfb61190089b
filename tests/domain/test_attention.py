"""Today, worked by hand for Wednesday 11 March 2026: order, reasons, one line a person."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netjournal.domain.commitment import Commitment
from netjournal.domain.gathering import Gathering
from netjournal.domain.item import Item, ItemKind
from netjournal.domain.me import Me
from netjournal.domain.person import Address, NamedDate, Person, Rest
from netjournal.domain.standing import Standing
from netjournal.domain.values import (
    ME,
    Channel,
    Circle,
    CommitmentState,
    Direction,
    Origin,
    Owner,
    PartialDate,
    PersonId,
    RecordId,
    Reply,
    Span,
    Unit,
)
from tests.domain.make import (
    TODAY,
    ago,
    day,
    pause,
    person,
    promise,
    stand,
    talk,
    today_list,
)

IN, BOTH = Direction.INBOUND, Direction.MUTUAL
PHONE, EMAIL, POSTCARD, MET = Channel.PHONE, Channel.EMAIL, Channel.POSTCARD, Channel.MET
THEIRS = Owner.THEIRS


def only(items: tuple[Item, ...]) -> Item:
    assert len(items) == 1, [item.reason for item in items]
    return items[0]


def quiet(
    id: str = "50", days: int = 121, circle: Circle = Circle.CLOSE, **fields: Any
) -> Standing:
    who = person(id, circle, **fields)
    return stand(who, talk(ago(days), people=(id,)))


FRESH = stand(person(), talk(ago(1)))


def test_nothing_to_do_is_an_empty_list() -> None:
    assert today_list(FRESH) == ()


def test_a_promise_of_mine_past_its_day() -> None:
    item = only(today_list(FRESH, promises=[promise(day("03-05"), channel=POSTCARD)]))
    assert (item.kind, item.reason, item.days) == (ItemKind.OVERDUE, "since Thursday", 6)
    assert (item.channel, item.what, item.person) == (POSTCARD, "the book", "50")


def test_a_promise_of_mine_due_today() -> None:
    item = only(today_list(FRESH, promises=[promise(TODAY)]))
    assert (item.kind, item.reason, item.days) == (ItemKind.DUE, "today", 0)


def test_a_promise_ahead_is_not_shown() -> None:
    assert not today_list(FRESH, promises=[promise(ago(-1))])


def test_a_snoozed_promise_comes_back_on_its_day_with_what_was_promised() -> None:
    snoozed = promise(day("03-02"), snoozed=TODAY)
    assert not today_list(FRESH, promises=[snoozed], today=ago(1))
    assert only(today_list(FRESH, promises=[snoozed])).reason == "since 2 March"


@pytest.mark.parametrize("state", [CommitmentState.DONE, CommitmentState.DROPPED])
def test_what_is_done_or_dropped_is_gone(state: CommitmentState) -> None:
    assert not today_list(FRESH, promises=[promise(ago(9), state=state)])


def test_their_promise_past_its_day_is_waited_for() -> None:
    quiet_one = stand(person(), talk(ago(20)))
    item = only(today_list(quiet_one, promises=[promise(day("03-04"), THEIRS)]))
    assert (item.kind, item.reason) == (ItemKind.WAITING, "promised for 4 March")


def test_their_promise_is_no_line_on_its_day() -> None:
    assert not today_list(stand(person(), talk(ago(20))), promises=[promise(TODAY, THEIRS)])


@pytest.mark.parametrize(("days", "shown"), [(7, False), (8, True)])
def test_waiting_is_quieted_for_the_patience_of_a_contact_to_them(days: int, shown: bool) -> None:
    written = stand(person(), talk(ago(30)), talk(ago(days), EMAIL))
    assert bool(today_list(written, promises=[promise(ago(12), THEIRS)])) is shown


@pytest.mark.parametrize(
    ("country", "days", "shown"),
    [("Spain", 21, False), ("Spain", 22, True), ("Peru", 35, False), ("Peru", 36, True)],
)
def test_a_postcard_to_another_country_quiets_it_longer(
    country: str, days: int, shown: bool
) -> None:
    who = person(addresses=(Address(country=country),))
    written = stand(who, talk(ago(60)), talk(ago(days), POSTCARD))
    lines = today_list(written, promises=[promise(ago(40), THEIRS)], me=Me(country="ES"))
    assert bool(lines) is shown


def test_what_they_write_does_not_quiet_it() -> None:
    wrote = stand(person(), talk(ago(30)), talk(ago(1), EMAIL, IN, settled=True))
    assert only(today_list(wrote, promises=[promise(ago(12), THEIRS)])).kind is ItemKind.WAITING


@pytest.mark.parametrize(("owner", "days"), [(Owner.MINE, 7), (THEIRS, 14)])
def test_undated_promises_come_up_after_a_while(owner: Owner, days: int) -> None:
    assert not today_list(FRESH, promises=[promise(None, owner, said=ago(days - 1))])
    item = only(today_list(FRESH, promises=[promise(None, owner, said=ago(days))]))
    assert (item.kind, item.days) == (ItemKind.UNDATED, days)


def test_a_reply_owed() -> None:
    item = only(today_list(stand(person(), talk(day("03-09"), EMAIL, IN, text="the budget"))))
    assert (item.kind, item.reason, item.what) == (ItemKind.REPLY, "wrote Monday", "the budget")
    assert (item.channel, item.due) == (EMAIL, day("03-10"))


@pytest.mark.parametrize(
    ("on", "channel", "reply", "reason"),
    [
        ("03-11", EMAIL, None, "wrote today, by tomorrow"),
        ("03-08", POSTCARD, None, "wrote Sunday, by Sunday"),
        ("03-10", PHONE, Reply.NONE, "missed call Tuesday"),
        ("03-10", PHONE, Reply.AWAITED, "left word Tuesday"),
    ],
)
def test_a_reply_owed_says_what_it_was(
    on: str, channel: Channel, reply: Reply | None, reason: str
) -> None:
    assert only(today_list(stand(person(), talk(day(on), channel, IN, reply)))).reason == reason


NEW = person(origin=Origin.HAND, made="2026-03-09T08:00:00Z", circle=Circle.NETWORK)
PYCON = Gathering(id=RecordId("7"), made="2026-03-09T08:00:00Z", name="PyCon", day=day("03-09"))


def test_somebody_newly_met_is_to_be_followed_up() -> None:
    met = stand(NEW, talk(day("03-09"), MET, gathering=PYCON.id))
    item = only(today_list(met, gatherings=[PYCON._replace(settled=True)]))
    assert (item.kind, item.reason) == (ItemKind.COOLING, "met Monday at PyCon, by today")
    assert (item.gathering, item.what) == ("7", "PyCon")


@pytest.mark.parametrize(
    ("today", "reason"),
    [
        ("03-10", "met Monday, by tomorrow"),
        ("03-12", "met Monday, no follow-up yet"),
        ("03-23", "met 9 March, no follow-up yet"),
        ("03-24", "no follow-up since you met on 9 March: write, or let rest?"),
        ("2027-01-01", "no follow-up since you met on 9 March 2026: write, or let rest?"),
    ],
)
def test_cooling_stays_until_it_is_answered(today: str, reason: str) -> None:
    met = stand(NEW, talk(day("03-09"), MET), today=day(today))
    assert only(today_list(met, today=day(today))).reason == reason


def test_cooling_is_no_line_on_the_day_of_the_meeting() -> None:
    assert not today_list(stand(NEW, talk(TODAY, MET)))


def test_somebody_chosen_without_a_conversation_was_met_there_all_the_same() -> None:
    chosen = stand(person(), talk(ago(30)), chosen_on=day("03-09"))
    item = only(today_list(chosen, gatherings=[PYCON._replace(chosen=(PersonId("50"),))]))
    assert item.reason == "met Monday at PyCon, by today"


def test_after_two_weeks_a_gathering_is_named_in_the_question() -> None:
    met = stand(NEW, talk(day("03-09"), MET, gathering=PYCON.id), today=day("03-30"))
    done = PYCON._replace(settled=True)
    item = only(today_list(met, gatherings=[done], today=day("03-30")))
    assert item.reason == "no follow-up since PyCon: write, or let rest?"


def test_a_gathering_without_choice_gives_one_line_for_all() -> None:
    everybody = tuple(PersonId(str(n)) for n in range(60, 72))
    item = only(today_list(gatherings=[PYCON], met={PYCON.id: everybody}))
    assert (item.kind, item.what) == (ItemKind.CHOOSE, "PyCon")
    assert (item.reason, item.people) == ("12 met, choose up to three", everybody)


@pytest.mark.parametrize(
    "gathering",
    [
        PYCON._replace(chosen=(PersonId("60"),)),
        PYCON._replace(settled=True),
        PYCON._replace(day=ago(-1)),
        PYCON._replace(until=ago(-1)),
        PYCON._replace(day=None),
        PYCON._replace(day=date(2024, 3, 9)),
    ],
)
def test_there_is_nothing_to_choose(gathering: Gathering) -> None:
    assert not today_list(gatherings=[gathering], met={PYCON.id: (PersonId("60"),)})


def test_who_is_in_a_circle_already_needs_no_choosing() -> None:
    assert not today_list(FRESH, gatherings=[PYCON], met={PYCON.id: (PersonId("50"),)})


def test_a_silence_beyond_the_cadence_is_a_line_to_reconnect() -> None:
    item = only(today_list(quiet()))
    assert (item.kind, item.reason) == (ItemKind.STALE, "quiet for 4 months, every 2")
    assert (item.channel, item.days, item.due) == (PHONE, 121, date(2026, 1, 10))


def test_a_missing_number_is_named() -> None:
    item = only(today_list(quiet(phones=(), addresses=())))
    assert item.reason == "quiet for 4 months, every 2 (no number or address)"
    item = only(today_list(quiet(phones=(), addresses=(), emails=())))
    assert item.reason == "quiet for 4 months, every 2 (no number, address or email)"


def test_an_awaited_answer_keeps_somebody_off_the_list() -> None:
    assert not today_list(stand(person(), talk(ago(121)), talk(ago(3), EMAIL)))


def test_without_an_answer_the_next_rung_is_proposed() -> None:
    seen = stand(person(phones=()), talk(ago(300)), talk(day("02-11"), POSTCARD))
    item = only(today_list(seen))
    assert item.reason == "no word since your postcard of 11 February: email? (no number)"
    assert item.channel is EMAIL


def test_inner_people_are_reached_through_someone_near() -> None:
    tries = [talk(ago(days), PHONE, reply=Reply.NONE) for days in (20, 10, 8)]
    seen = stand(person(circle=Circle.INNER), talk(ago(300)), *tries)
    assert only(today_list(seen)).reason == (
        "no word since your call of 3 March: try through someone near"
    )


def test_reconnect_goes_by_circle_then_staleness_and_calibre() -> None:
    week = Span(1, Unit.WEEKS)
    people = [
        quiet("1001", 500, Circle.NETWORK, calibre=5),
        quiet("1002", 70, Circle.CLOSE),
        quiet("1003", 500, Circle.CLOSE),
        quiet("1004", 70, Circle.CLOSE, calibre=3),
        quiet("1005", 22, Circle.INNER),
        quiet("1006", 30, Circle.INNER, calibre=5),
        quiet("1007", 25, Circle.INNER, cadence=week),
    ]
    order = ["1007", "1006", "1005", "1004", "1003", "1002", "1001"]
    assert [item.person for item in today_list(*people)] == order


def test_a_first_contact_comes_up_on_its_day() -> None:
    who = person(circle_since=day("01-05"))
    due = stand(who).due
    assert due is not None
    item = only(today_list(stand(who, today=due), today=due))
    assert (item.kind, item.reason) == (ItemKind.NOT_YET, "in close since 5 January, first contact")
    assert not today_list(stand(who, today=day("01-10")), today=day("01-10"))


def test_an_open_follow_up_within_the_cadence_is_the_only_line() -> None:
    ahead = promise(ago(-30), channel=PHONE)
    assert not today_list(quiet(), promises=[ahead])
    over = promise(ago(3), channel=PHONE)
    assert only(today_list(quiet(), promises=[over])).kind is ItemKind.OVERDUE


def test_of_several_follow_ups_the_first_counts() -> None:
    soon, far = promise(ago(-30), channel=PHONE), promise(ago(-300), channel=EMAIL)
    assert not today_list(quiet(), promises=[soon, far])
    assert not today_list(quiet(), promises=[far, soon])


@pytest.mark.parametrize(
    "other",
    [
        promise(ago(-300), channel=PHONE),
        promise(ago(-30)),
        promise(ago(-30), THEIRS, channel=PHONE),
        promise(ago(-30), channel=PHONE, people=("51",)),
        promise(channel=PHONE, said=TODAY),
    ],
)
def test_anything_else_leaves_the_line_to_reconnect(other: Commitment) -> None:
    assert only(today_list(quiet(), promises=[other])).kind is ItemKind.STALE


def test_a_reply_does_not_wait_for_a_follow_up_ahead() -> None:
    wrote = stand(person(), talk(ago(2), EMAIL, IN))
    ahead, due = promise(ago(-30), channel=PHONE), promise(TODAY, channel=PHONE)
    assert only(today_list(wrote, promises=[ahead])).kind is ItemKind.REPLY
    assert only(today_list(wrote, promises=[due])).kind is ItemKind.DUE


def test_a_birthday_today_and_the_last_day_to_post() -> None:
    who = FRESH.person._replace(birthday=PartialDate(3, 11))
    item = only(today_list(stand(who, talk(ago(1)))))
    assert (item.kind, item.reason, item.due) == (ItemKind.DATE, "birthday today", TODAY)
    assert (item.occasion, item.channel) == ("birthday", PHONE)
    soon = who._replace(birthday=PartialDate(3, 16))
    item = only(today_list(stand(soon, talk(ago(1)))))
    assert item.reason == "birthday on Monday, last day to post a card"
    assert item.channel is POSTCARD


def test_a_coming_date_says_by_when_to_post() -> None:
    madrid = (Address(city="Madrid", country="Spain"),)
    who = person(addresses=madrid, dates=(NamedDate("name day", PartialDate(3, 30)),))
    item = only(today_list(stand(who, talk(ago(1)))))
    assert item.reason == "name day on 30 March, post a card by Monday"
    assert (item.days, item.channel) == (-19, POSTCARD)


def test_two_dates_of_one_person_are_two_lines() -> None:
    who = person(birthday=PartialDate(3, 12), dates=(NamedDate("wedding", PartialDate(3, 13)),))
    items = today_list(stand(who, talk(ago(1))))
    assert [item.occasion for item in items] == ["birthday", "wedding"]
    assert len({item.key for item in items}) == 2


def test_today_has_its_order() -> None:
    sam = person("58", birthday=PartialDate(3, 11))
    lea = person("59", birthday=PartialDate(3, 13))
    items = today_list(
        quiet("55"),
        stand(person("56", circle_since=date(2024, 1, 1))),
        stand(NEW._replace(id=PersonId("54")), talk(day("03-09"), MET)),
        stand(person("53"), talk(ago(2), EMAIL, IN)),
        stand(sam, talk(ago(1))),
        stand(lea, talk(ago(1))),
        promises=[
            promise(said=ago(30), people=("61",)),
            promise(ago(5), THEIRS, people=("60",)),
            promise(TODAY, people=("52",)),
            promise(ago(1), people=("51",)),
            promise(ago(9), people=("50",)),
        ],
    )
    assert [item.person for item in items] == [
        "50", "51", "52", "58", "53", "54", "55", "56", "59", "60", "61",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "who",
    [
        person(circle=Circle.ROLODEX, birthday=PartialDate(3, 11)),
        person(rest=Rest(ago(30)), birthday=PartialDate(3, 11)),
        person(died=True, birthday=PartialDate(3, 11)),
    ],
    ids=["rolodex", "resting", "died"],
)
def test_rolodex_resting_and_died_people_are_never_proposed(who: Person) -> None:
    assert not today_list(stand(who, talk(ago(500)), talk(ago(40), EMAIL, IN)))
    assert not today_list(stand(who))


@pytest.mark.parametrize("fields", [{"rest": Rest(ago(30))}, {"died": True}], ids=str)
def test_promises_to_somebody_resting_or_died_are_off_the_list(fields: dict[str, Any]) -> None:
    gone = quiet(**fields)
    assert not today_list(gone, promises=[promise(ago(5))])
    both = promise(ago(5), people=("50", "51"))
    assert only(today_list(gone, promises=[both])).people == ("50", "51")


def test_promises_to_somebody_let_be_after_three_tries_stay() -> None:
    tries = [talk(ago(days), PHONE, reply=Reply.NONE) for days in (20, 10, 8)]
    seen = stand(person(), talk(ago(300)), *tries)
    assert only(today_list(seen, promises=[promise(ago(5))])).kind is ItemKind.OVERDUE


def test_a_snoozed_person_has_no_line_but_their_birthday() -> None:
    snoozed = quiet(snoozed=ago(-3), birthday=PartialDate(3, 11))
    assert only(today_list(snoozed)).kind is ItemKind.DATE


def test_a_promise_to_somebody_not_known_is_still_a_line() -> None:
    assert only(today_list(promises=[promise(ago(1), people=("404",))])).person == "404"


def test_a_promise_to_myself_is_about_nobody() -> None:
    item = only(today_list(promises=[promise(ago(1), people=(ME,))]))
    assert (item.person, item.people) == (None, ())


def test_in_a_pause_there_are_dates_only_and_afterwards_all_comes_back_within_a_week() -> None:
    me = Me(pauses=(pause("03-02", "03-15"),))
    who = person(birthday=PartialDate(3, 12))
    promises = [
        promise(day("02-20"), people=(str(n),))._replace(id=RecordId(f"{n}"))  # ids spread them
        for n in range(20)
    ]

    def items(today: date) -> tuple[Item, ...]:
        seen = stand(who, talk(ago(500)), today=today, me=me)
        return today_list(seen, promises=promises, today=today, me=me)

    assert [item.kind for item in items(TODAY)] == [ItemKind.DATE]
    counts = [len(items(day(f"03-{n}"))) for n in range(16, 23)]
    assert counts == sorted(counts)
    assert 0 < counts[0] < 21
    assert counts[-1] == 21


def test_something_due_long_ago_but_said_after_the_pause_is_shown_at_once() -> None:
    me = Me(pauses=(pause("02-02", "03-10"),))
    told = [promise(day("01-20"), said=TODAY, people=(str(n),)) for n in range(20)]
    assert len(today_list(promises=told, me=me)) == 20


def test_no_two_lines_have_the_same_key() -> None:
    items = today_list(quiet(), quiet(), promises=[promise(ago(1)), promise(ago(1))])
    assert len({item.key for item in items}) == len(items) == 3


def test_talking_with_somebody_takes_the_line_away() -> None:
    assert not today_list(stand(person(), talk(ago(121)), talk(TODAY, PHONE, BOTH)))
