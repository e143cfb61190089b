"""Laws of the rules: they hold whatever was recorded."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.gathering import Gathering
from netjournal.domain.item import Item, ItemKind
from netjournal.domain.me import Me, Pause
from netjournal.domain.person import Person
from netjournal.domain.promises import comes_up_on
from netjournal.domain.replies import in_order, lately
from netjournal.domain.standing import Standing, State
from netjournal.domain.values import Channel, Circle, Direction, Owner, PersonId, RecordId, Reply
from tests.domain.make import ME as ME_AT_HOME
from tests.domain.make import TODAY, stand, talk, today_list
from tests.domain.strategies import (
    COMMITMENTS,
    EVEN_SPANS,
    IDS,
    ME,
    NETWORK,
    PAUSES,
    conversations,
    days,
    people,
)

ORDER = [State.FRESH, State.DUE_SOON, State.STALE, State.DORMANT]
PAST = days(after=0)
CROWD = st.lists(
    st.tuples(people(st.sampled_from(Circle), id=st.sampled_from(IDS)), conversations()),
    max_size=4,
    unique_by=lambda pair: pair[0].id,
)
PYCON = Gathering(id=RecordId("7"), made="2026-03-09T00:00:00Z", name="PyCon", day=date(2026, 3, 9))


def standings(
    crowd: Sequence[tuple[Person, list[Conversation]]], me: Me, today: date = TODAY
) -> list[Standing]:
    return [stand(who, *talks, me=me, today=today) for who, talks in crowd]


@given(people(plain=True), conversations(PAST), ME, st.integers(0, 400))
def test_time_alone_never_makes_anybody_fresher(
    who: Person, talks: list[Conversation], me: Me, later: int
) -> None:
    now = stand(who, *talks, me=me)
    then = stand(who, *talks, me=me, today=TODAY + timedelta(days=later))
    assert (then.days or 0) >= (now.days or 0)
    assert (then.staleness or 0) >= (now.staleness or 0)
    assert then.in_touch <= now.in_touch or now.state is State.RESTING
    assert then.last_contact == now.last_contact
    assert then.unanswered >= now.unanswered
    if now.state in ORDER and then.state in ORDER:
        assert ORDER.index(then.state) >= ORDER.index(now.state)


@given(people(), conversations(), ME, conversations())
def test_a_broadcast_changes_no_clock(
    who: Person, talks: list[Conversation], me: Me, newsletters: list[Conversation]
) -> None:
    sent = [one._replace(broadcast=True) for one in newsletters]
    assert stand(who, *talks, *sent, me=me) == stand(who, *talks, me=me)


@given(people(st.just(Circle.ROLODEX)), conversations(PAST), conversations(), ME)
def test_of_somebody_outside_the_newest_conversations_tell_as_much_as_all(
    who: Person, past: list[Conversation], others: list[Conversation], me: Me
) -> None:
    talks = [*(one._replace(broadcast=False) for one in past), *others]
    newest = sorted(talks, key=in_order, reverse=True)
    assert stand(who, *lately(newest, TODAY), me=me) == stand(who, *talks, me=me)


@given(people(), conversations(), ME, st.randoms(use_true_random=False))
def test_the_order_of_the_records_does_not_matter(
    who: Person, talks: list[Conversation], me: Me, chance: random.Random
) -> None:
    shuffled = chance.sample(talks, len(talks))
    assert stand(who, *shuffled, me=me) == stand(who, *talks, me=me)


@given(people(), conversations(), ME)
def test_what_lies_ahead_changes_no_clock(who: Person, talks: list[Conversation], me: Me) -> None:
    past = [one for one in talks if one.day <= TODAY]
    assert stand(who, *talks, me=me) == stand(who, *past, me=me)


ANSWERED = st.one_of(
    st.tuples(st.just(Channel.PHONE), st.just(Direction.OUTBOUND)),
    st.tuples(st.sampled_from(Channel), st.just(Direction.MUTUAL)),
    st.tuples(st.just(Channel.EMAIL), st.just(Direction.INBOUND)),
)


@given(people(cadence=EVEN_SPANS), conversations(), ME, PAST, ANSWERED)
def test_one_more_contact_never_makes_anybody_staler(
    who: Person,
    talks: list[Conversation],
    me: Me,
    on: date,
    means: tuple[Channel, Direction],
) -> None:
    before = stand(who, *talks, me=me)
    after = stand(who, *talks, talk(on, *means), me=me)
    if before.staleness is not None:
        assert after.staleness is not None
        assert after.staleness <= before.staleness
        assert after.due is not None
        assert before.due is not None
        assert after.due >= before.due
    assert after.in_touch >= before.in_touch
    assert after.unanswered <= before.unanswered


@given(people(plain=True), conversations(), PAUSES, days())
def test_one_more_pause_never_makes_a_silence_longer(
    who: Person, talks: list[Conversation], pauses: tuple[Pause, ...], since: date
) -> None:
    more = Pause(since, since + timedelta(days=20))
    without = stand(who, *talks, me=Me(pauses=pauses))
    within = stand(who, *talks, me=Me(pauses=(*pauses, more)))
    assert (within.days or 0) <= (without.days or 0)
    assert (within.staleness or 0) <= (without.staleness or 0)
    assert within.unanswered <= without.unanswered
    if within.due and without.due:
        assert within.due >= without.due


@given(people(), conversations(), ME)
def test_never_the_same_rung_twice_in_a_row_unanswered(
    who: Person, talks: list[Conversation], me: Me
) -> None:
    seen = stand(who, *talks, me=me)
    mine = [one for one in talks if not one.broadcast and one.day <= TODAY]
    newest = max(mine, key=lambda one: (one.day, one.made, one.id), default=None)
    if (
        newest is not None
        and newest.direction is Direction.OUTBOUND
        and newest.reply in {Reply.NONE, Reply.AWAITED}
    ):
        assert seen.next_channel is not newest.channel
    assert seen.next_channel not in who.never


@given(people(), conversations(), ME)
def test_a_standing_is_consistent(who: Person, talks: list[Conversation], me: Me) -> None:
    seen = stand(who, *talks, me=me)
    assert (seen.last_contact is None) == (seen.days is None)
    assert (seen.reply_owed is None) == (seen.reply_due is None)
    assert (seen.cooling_since is None) == (seen.cooling_due is None)
    assert not (seen.awaited and seen.tried is None)
    if seen.state in ORDER:
        assert seen.due is not None
        assert (seen.due <= TODAY) == (seen.state in {State.STALE, State.DORMANT})
    if seen.state is State.NOT_YET:
        assert seen.last_contact is None


@given(CROWD, COMMITMENTS, ME, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_list_is_the_same_whatever_order_the_records_come_in(
    crowd: list[tuple[Person, list[Conversation]]],
    promises: list[Commitment],
    me: Me,
    chance: random.Random,
) -> None:
    seen = standings(crowd, me)
    met = {PYCON.id: tuple(IDS)}
    one = today_list(*seen, promises=promises, gatherings=[PYCON], met=met, me=me)
    other = today_list(
        *chance.sample(seen, len(seen)),
        promises=chance.sample(promises, len(promises)),
        gatherings=[PYCON],
        met=met,
        me=me,
    )
    assert one == other
    assert len({item.key for item in one}) == len(one)
    assert [item.group for item in one] == sorted(item.group for item in one)


def is_overdue(one: Commitment, today: date) -> bool:
    return one.is_open and one.owner is Owner.MINE and one.due is not None and one.due < today


@given(CROWD, COMMITMENTS)
@settings(max_examples=60)
def test_nothing_overdue_disappears_by_itself(
    crowd: list[tuple[Person, list[Conversation]]], promises: list[Commitment]
) -> None:
    seen = standings(crowd, ME_AT_HOME)
    gone = {one.person.id for one in seen if one.state is State.DIED or one.put_to_rest}
    shown = {item.commitment for item in today_list(*seen, promises=promises)}
    for one in promises:
        put_away = one.people and gone.issuperset(one.people)
        snoozed = one.snoozed is not None and one.snoozed > TODAY
        if is_overdue(one, TODAY) and not snoozed and not put_away:
            assert one.id in shown
        if not one.is_open or snoozed:
            assert one.id not in shown


@given(COMMITMENTS, ME, st.integers(0, 200))
@settings(max_examples=60)
def test_what_is_overdue_stays_until_it_is_done_dropped_or_snoozed(
    promises: list[Commitment], me: Me, later: int
) -> None:
    # Far from any pause, so that nothing is held back on the later day.
    then = date(2028, 1, 1) + timedelta(days=later)
    shown = {item.commitment for item in today_list(promises=promises, me=me)}
    assert shown <= {item.commitment for item in today_list(promises=promises, me=me, today=then)}


@given(CROWD, COMMITMENTS, ME)
@settings(max_examples=60)
def test_nobody_of_the_rolodex_and_nobody_resting_or_died_is_proposed(
    crowd: list[tuple[Person, list[Conversation]]], promises: list[Commitment], me: Me
) -> None:
    seen = standings(crowd, me)
    off = {one.person.id for one in seen if one.state in {None, State.RESTING, State.DIED}}
    for item in today_list(*seen, promises=promises, me=me):
        assert item.commitment is not None or item.person not in off


@given(CROWD, COMMITMENTS, ME)
@settings(max_examples=60)
def test_a_person_has_one_line_of_their_own(
    crowd: list[tuple[Person, list[Conversation]]], promises: list[Commitment], me: Me
) -> None:
    items = today_list(*standings(crowd, me), promises=promises, me=me)
    own = [one.person for one in items if one.commitment is None and one.kind is not ItemKind.DATE]
    assert len(own) == len(set(own))


@given(CROWD, COMMITMENTS, ME)
@settings(max_examples=60)
def test_in_a_pause_there_are_dates_only(
    crowd: list[tuple[Person, list[Conversation]]], promises: list[Commitment], me: Me
) -> None:
    away = me._replace(pauses=(*me.pauses, Pause(TODAY, TODAY)))
    items = today_list(*standings(crowd, away), promises=promises, me=away)
    assert {item.kind for item in items} <= {ItemKind.DATE}


@given(COMMITMENTS, ME)
@settings(max_examples=60)
def test_a_pause_holds_nothing_back_for_longer_than_a_week(
    promises: list[Commitment], me: Me
) -> None:
    last = max((pause.until for pause in me.pauses), default=TODAY)
    today = last + timedelta(days=7)
    shown = {item.commitment for item in today_list(promises=promises, me=me, today=today)}
    for one in promises:
        if is_overdue(one, today) and comes_up_on(one, me.pauses) <= today:
            assert one.id in shown


SHAMING = re.compile(
    r"\b(late|neglect\w*|overdue|forg[eo]t\w*|score|fail\w*|ignor\w*|should|must)\b"
)


@given(CROWD, COMMITMENTS, ME, days())
@settings(max_examples=100)
def test_every_line_has_a_reason_in_kind_words(
    crowd: list[tuple[Person, list[Conversation]]],
    promises: list[Commitment],
    me: Me,
    today: date,
) -> None:
    items: tuple[Item, ...] = today_list(
        *standings(crowd, me, today),
        promises=promises,
        gatherings=[PYCON],
        met={PYCON.id: (PersonId("99"),)},
        me=me,
        today=today,
    )
    for item in items:
        assert item.reason
        assert not SHAMING.search(item.reason.lower())


@given(NETWORK, ME)
def test_somebody_never_in_contact_is_proposed_one_day_and_stays(circle: Circle, me: Me) -> None:
    who = Person(id=IDS[0], made="2025-01-01T00:00:00Z", name="Ana", circle=circle)
    due = stand(who, me=me).due
    assert due is not None
    then = max(due, TODAY) + timedelta(days=500)
    assert [item.kind for item in today_list(stand(who, me=me, today=then), me=me, today=then)] == [
        ItemKind.NOT_YET
    ]
