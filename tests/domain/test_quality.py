"""The word a relationship comes to, with its parts; promises kept; what always holds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.domain.conversation import Conversation
from netjournal.domain.quality import Band, Kept, Quality, kept, quality
from netjournal.domain.response import Response
from netjournal.domain.values import (
    Channel,
    Circle,
    CommitmentState,
    Direction,
    EntryKind,
    Owner,
    Reply,
)
from tests.domain.make import ME, SETTINGS, TODAY, ago, person, promise, talk
from tests.journal.make import entry

MUTUAL, INBOUND = Direction.MUTUAL, Direction.INBOUND
NETWORK = person(circle=Circle.NETWORK)


def of(*talks: Conversation, today: date = TODAY, **fields: Any) -> Quality:
    found = quality(
        fields.pop("who", NETWORK), talks, fields.pop("promises", ()), fields.pop("entries", ()),
        me=ME, settings=SETTINGS, today=today,
    )  # fmt: skip
    assert found is not None
    return found


def test_the_four_words() -> None:
    met, wrote = talk(ago(100), Channel.MET, MUTUAL), talk(ago(20), Channel.EMAIL, INBOUND)
    assert of(met, wrote).band is Band.STRONG
    assert of(wrote).band is Band.WARM  # never really talked
    assert of(talk(ago(100), Channel.MET)).band is Band.WARM  # only I ever reached out
    assert of(talk(ago(200), Channel.MET, MUTUAL)).band is Band.THIN
    assert of(talk(ago(380), Channel.MET, MUTUAL)).band is Band.SILENT


def test_where_nothing_passed_nothing_is_known() -> None:
    assert of().band is Band.NOT_YET
    assert of(talk(ago(9), Channel.EMAIL, broadcast=True)).band is Band.NOT_YET
    assert of(talk(ago(9), Channel.PHONE, reply=Reply.NONE)).band is Band.SILENT


def test_something_got_shows_that_it_goes_both_ways() -> None:
    met = talk(ago(100), Channel.MET)
    assert of(met, entries=[entry(EntryKind.GOT, "soup", day=ago(90))]).band is Band.STRONG
    assert of(met, entries=[entry(EntryKind.GAVE, "soup", day=ago(90))]).band is Band.WARM


def test_a_letter_without_an_answer_is_no_relationship() -> None:
    assert of(talk(ago(40), Channel.EMAIL)).band is Band.SILENT
    assert of(talk(ago(40), Channel.EMAIL, reply=Reply.ANSWERED)).band is Band.WARM


def test_the_parts_by_hand() -> None:
    one = of(
        talk(ago(400), Channel.MET, MUTUAL), talk(ago(60), Channel.EMAIL),
        talk(ago(50), Channel.EMAIL, INBOUND), talk(ago(3), Channel.PHONE, reply=Reply.NONE),
        promises=[promise(ago(1)), promise(state=CommitmentState.DONE, done_on=ago(60),
                                           owner=Owner.THEIRS, said=ago(70))],
    )  # fmt: skip
    assert (one.mine, one.theirs, one.mutual) == (2, 1, 0)
    assert (one.last_two_way, one.last_real) == (ago(50), ago(400))
    assert one.response == Response(1, 1, 0, (10,))
    assert (one.kept_mine, one.kept_theirs) == (Kept(0, 1), Kept(1, 1, (10,)))


def test_a_long_letter_is_a_conversation() -> None:
    short, long = (talk(ago(9), Channel.EMAIL, INBOUND, text="x" * n) for n in (279, 280))
    assert of(short).last_real is None
    assert of(long).last_real == ago(9)


def test_promises_count_when_their_day_is_over_or_they_are_ended() -> None:
    dropped = promise(state=CommitmentState.DROPPED, done_on=ago(2))
    assert kept([promise(ago(0)), promise(), promise(ago(1)), dropped], TODAY) == Kept(0, 2)


def test_a_favour_i_want_is_no_promise_to_be_kept() -> None:
    assert of(promises=[promise(ago(1), ask=True)]).kept_mine == Kept()


def test_only_who_lives_in_a_circle_is_asked_about() -> None:
    for who in (NETWORK._replace(died=True), NETWORK._replace(circle=Circle.ROLODEX)):
        assert quality(who, (), (), (), me=ME, settings=SETTINGS, today=TODAY) is None


TALKS = st.lists(
    st.builds(
        talk, st.integers(0, 500).map(ago), st.sampled_from(Channel), st.sampled_from(Direction),
        st.none() | st.sampled_from(Reply), broadcast=st.booleans(),
    ),
    max_size=8,
)  # fmt: skip
ORDER = [Band.NOT_YET, Band.SILENT, Band.THIN, Band.WARM, Band.STRONG]


@settings(max_examples=80)
@given(TALKS, st.integers(0, 400))
def test_time_alone_makes_nothing_better(talks: list[Conversation], days: int) -> None:
    later = of(*talks, today=TODAY + timedelta(days=days))
    assert ORDER.index(later.band) <= ORDER.index(of(*talks).band)


@settings(max_examples=80)
@given(TALKS)
def test_a_talk_today_makes_nothing_worse(talks: list[Conversation]) -> None:
    after = of(*talks, talk(TODAY, Channel.MET, MUTUAL))
    assert ORDER.index(after.band) >= ORDER.index(of(*talks).band)
    assert after.band in {Band.WARM, Band.STRONG}
