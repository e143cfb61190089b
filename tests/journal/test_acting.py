"""Acting on a line of Today: done, snoozed and dropped for each kind of line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from netjournal.domain.item import Item, ItemKind
from netjournal.domain.person import Address, Labelled, Person
from netjournal.domain.settings import Settings
from netjournal.domain.values import (
    Channel,
    Circle,
    CommitmentState,
    Direction,
    Origin,
    Owner,
    PartialDate,
    Recurrence,
    Reply,
    Span,
    Unit,
)
from netjournal.errors import UnknownNameError
from netjournal.journal import acting, editing
from netjournal.journal.acting import Doing
from netjournal.journal.changes import created, edits
from netjournal.journal.snapshot import Snapshot
from netjournal.views.standings import Standings
from netjournal.views.today import today_view
from tests.domain.make import ANA, ME, TODAY, ago, day, person, promise, talk
from tests.journal.make import BOB, bob, gathering, snapshot_of

SETTINGS = Settings()
DOING = Doing(today=TODAY)
TEA = gathering("PyCon", ago(2))

ON_TODAY: dict[ItemKind, tuple[Any, ...]] = {
    ItemKind.OVERDUE: (person(), talk(ago(9)), promise(ago(2), channel=Channel.POSTCARD)),
    ItemKind.DUE: (person(), talk(ago(9)), promise(TODAY)),
    ItemKind.REPLY: (person(), talk(ago(3), Channel.EMAIL, Direction.INBOUND)),
    ItemKind.COOLING: (
        person(origin=Origin.HAND, made="2026-03-09T20:00:00Z", circle_since=ago(2)),
        talk(ago(2), Channel.MET, Direction.MUTUAL),
    ),
    ItemKind.STALE: (person(), talk(ago(100))),
    ItemKind.NOT_YET: (person(),),
    ItemKind.DATE: (person(birthday=PartialDate(3, 11)), talk(ago(2))),
    ItemKind.WAITING: (person(), promise(ago(5), Owner.THEIRS), talk(ago(20))),
    ItemKind.UNDATED: (person(), promise(said=ago(9)), talk(ago(2))),
    ItemKind.CHOOSE: (
        TEA,
        person(circle=Circle.ROLODEX, origin=Origin.GATHERING),
        talk(ago(2), Channel.MET, Direction.MUTUAL, gathering=TEA.id),
    ),
}


def today_of(snapshot: Snapshot) -> list[Item]:
    view = today_view(Standings(snapshot, TODAY, SETTINGS))
    return [line.item for line in view.lines]


def line(kind: ItemKind) -> tuple[Snapshot, Item]:
    snapshot = snapshot_of(ME, *ON_TODAY[kind])
    (item,) = today_of(snapshot)
    assert item.kind is kind
    return snapshot, item


Act = Callable[[Snapshot, Item], Any]
ACTS: dict[str, Act] = {
    "done": lambda s, i: acting.done(s, i, DOING),
    "snoozed": lambda s, i: acting.snoozed(s, i, day("03-20"), TODAY),
    "dropped": lambda s, i: acting.dropped(s, i, TODAY, SETTINGS),
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("kind", ItemKind)
def test_whatever_is_done_with_a_line_it_is_off_the_list(kind: ItemKind, act: str) -> None:
    snapshot, item = line(kind)
    changes = ACTS[act](snapshot, item)
    assert changes
    assert today_of(snapshot.after(changes)) == []


def newest(snapshot: Snapshot, who: str = ANA) -> Any:
    return snapshot.conversations_of(person(who).id)[0]


def test_a_follow_up_done_records_its_conversation_with_it() -> None:
    snapshot, item = line(ItemKind.OVERDUE)
    after = snapshot.after(acting.done(snapshot, item, DOING))
    talked = newest(after)
    assert (talked.channel, talked.direction, talked.day, talked.text, talked.people) == (
        Channel.POSTCARD, Direction.OUTBOUND, TODAY, "the book", (ANA,),
    )  # fmt: skip
    assert list(after.open_commitments()) == []


def test_a_follow_up_that_reached_nobody_stays_and_is_quiet_for_the_day() -> None:
    snapshot, item = line(ItemKind.OVERDUE)
    doing = Doing(today=TODAY, channel=Channel.PHONE, reply=Reply.NONE)
    after = snapshot.after(acting.done(snapshot, item, doing))
    (still,) = after.open_commitments()
    assert (still.snoozed, newest(after).reply) == (ago(-1), Reply.NONE)
    assert today_of(after) == []


def test_another_channel_and_words_of_ones_own() -> None:
    snapshot, item = line(ItemKind.OVERDUE)
    doing = Doing(today=TODAY, channel=Channel.MET, text="on the train")
    talked = newest(snapshot.after(acting.done(snapshot, item, doing)))
    assert (talked.channel, talked.direction, talked.text) == (
        Channel.MET,
        Direction.MUTUAL,
        "on the train",
    )


def test_a_promise_that_is_no_follow_up_makes_no_contact() -> None:
    snapshot, item = line(ItemKind.DUE)
    after = snapshot.after(acting.done(snapshot, item, Doing(today=TODAY, text="by post")))
    assert after.conversations_of(ANA) == snapshot.conversations_of(ANA)
    (kept,) = after.commitments_of(ANA)
    assert (kept.state, kept.done_on, kept.outcome) == (CommitmentState.DONE, TODAY, "by post")


def test_their_promise_kept_is_no_contact_of_mine() -> None:
    snapshot, item = line(ItemKind.WAITING)
    after = snapshot.after(acting.done(snapshot, item, DOING))
    assert len(after.conversations_of(ANA)) == 1


def test_a_recurring_promise_done_comes_again_and_dropped_does_not() -> None:
    weekly = promise(ago(2), every=Recurrence(Span(1, Unit.WEEKS)))
    snapshot = snapshot_of(person(), weekly)
    (item,) = [i for i in today_of(snapshot) if i.commitment]
    again = snapshot.after(acting.done(snapshot, item, DOING))
    assert [one.due for one in again.open_commitments()] == [day("03-18")]
    gone = snapshot.after(acting.dropped(snapshot, item, TODAY, SETTINGS))
    assert list(gone.open_commitments()) == []


def test_a_snoozed_promise_keeps_its_due_day() -> None:
    snapshot, item = line(ItemKind.OVERDUE)
    (kept,) = snapshot.after(acting.snoozed(snapshot, item, day("04-01"), TODAY)).open_commitments()
    assert (kept.due, kept.snoozed) == (ago(2), day("04-01"))


def test_a_person_line_done_is_a_contact_by_the_channel_it_proposed() -> None:
    snapshot, item = line(ItemKind.STALE)
    talked = newest(snapshot.after(acting.done(snapshot, item, DOING)))
    assert talked.channel is item.channel
    assert talked.direction is Direction.OUTBOUND


def test_without_a_proposed_channel_it_is_a_call() -> None:
    nothing: dict[str, Any] = {"phones": (), "emails": (), "addresses": ()}
    snapshot = snapshot_of(person(**nothing), talk(ago(100), Channel.MET, Direction.MUTUAL))
    (item,) = today_of(snapshot)
    assert item.channel is None
    assert newest(snapshot.after(acting.done(snapshot, item, DOING))).channel is Channel.PHONE


def test_no_answer_leaves_the_silence_as_long_as_it_was() -> None:
    snapshot, item = line(ItemKind.STALE)
    tried = snapshot.after(acting.done(snapshot, item, Doing(today=TODAY, reply=Reply.NONE)))
    (still,) = today_of(tried)
    assert still.days == 100
    assert "no word since your call today" in still.reason


def test_a_person_line_done_closes_the_follow_up_it_fulfils() -> None:
    later = promise(day("03-15"), channel=Channel.EMAIL)
    wrote = talk(ago(3), Channel.EMAIL, Direction.INBOUND)
    snapshot = snapshot_of(person(), later, wrote)
    (item,) = today_of(snapshot)
    assert item.kind is ItemKind.REPLY
    after = snapshot.after(acting.done(snapshot, item, DOING))
    assert list(after.open_commitments()) == []


def test_a_reply_not_needed_is_off_also_after_a_call_that_nobody_took() -> None:
    snapshot = snapshot_of(
        person(),
        talk(ago(4), Channel.MESSAGE, Direction.INBOUND),
        talk(ago(3), Channel.EMAIL, Direction.INBOUND),
        talk(ago(1), Channel.PHONE, reply=Reply.NONE),
    )
    (item,) = today_of(snapshot)
    assert item.kind is ItemKind.REPLY
    assert today_of(snapshot.after(acting.dropped(snapshot, item, TODAY, SETTINGS))) == []


def test_a_date_done_or_dropped_is_over_for_this_year_only() -> None:
    snapshot = snapshot_of(person(birthday=PartialDate(1, 2)), talk(day("2025-12-20")))
    new_year = day("2025-12-30")
    view = today_view(Standings(snapshot, new_year, SETTINGS))
    (item,) = [one.item for one in view.lines]
    for changes in (
        acting.done(snapshot, item, Doing(today=new_year)),
        acting.dropped(snapshot, item, new_year, SETTINGS),
    ):
        who = snapshot.after(changes).person(ANA)
        assert who is not None
        assert who.greeted == ("birthday 2026",)


def test_a_date_snoozed_comes_back_and_leaves_the_person_alone() -> None:
    snapshot = snapshot_of(person(birthday=PartialDate(3, 14)), talk(ago(100)))
    stale, birthday = sorted(today_of(snapshot), key=lambda one: one.kind is ItemKind.DATE)
    later = snapshot.after(acting.snoozed(snapshot, birthday, day("03-13"), TODAY))
    assert [one.kind for one in today_of(later)] == [ItemKind.STALE]
    then = today_view(Standings(later, day("03-13"), SETTINGS))
    assert {one.item.kind for one in then.lines} == {stale.kind, ItemKind.DATE}
    done = later.after(acting.done(later, birthday, DOING)).person(ANA)
    assert done is not None
    assert done.greeted == ("birthday 2026",)


def test_not_now_is_half_a_cadence() -> None:
    snapshot, item = line(ItemKind.STALE)
    who: Person | None = snapshot.after(acting.dropped(snapshot, item, TODAY, SETTINGS)).person(ANA)
    assert who is not None
    assert who.snoozed == day("04-10")  # 61 days from 11 March to 11 May, half of them
    own = snapshot_of(person(cadence=Span(10, Unit.DAYS)))
    assert acting.not_now_until(own, ANA, TODAY, SETTINGS) == day("03-16")
    assert acting.not_now_until(snapshot_of(), ANA, TODAY, SETTINGS) == day("04-10")


def test_a_gathering_is_settled_however_its_line_goes() -> None:
    snapshot, item = line(ItemKind.CHOOSE)
    for act in ACTS.values():
        after = snapshot.after(act(snapshot, item)).gathering(TEA.id)
        assert after == TEA._replace(settled=True)


def test_a_shared_follow_up_is_done_with_all_its_people() -> None:
    ours = promise(ago(1), channel=Channel.PHONE, people=[ANA, BOB])
    snapshot = snapshot_of(person(), bob(), ours)
    item = next(i for i in today_of(snapshot) if i.commitment == ours.id)
    after = snapshot.after(acting.done(snapshot, item, DOING))
    assert newest(after).people == (ANA, BOB)


def test_what_is_gone_meanwhile_is_said_to_be() -> None:
    for kind in (ItemKind.OVERDUE, ItemKind.UNDATED):
        _, item = line(kind)
        gone = snapshot_of(person())
        for act in ACTS.values():
            with pytest.raises(UnknownNameError, match="no longer in the journal"):
                act(gone, item)
    _, item = line(ItemKind.STALE)
    with pytest.raises(UnknownNameError, match="no longer in the journal"):
        acting.snoozed(snapshot_of(), item, TODAY, TODAY)


def test_a_promise_done_twice_is_done_once() -> None:
    snapshot, item = line(ItemKind.DUE)
    after = snapshot.after(acting.done(snapshot, item, DOING))
    assert acting.done(after, item, DOING) == []


def test_a_line_about_somebody_merged_reaches_the_other() -> None:
    snapshot, item = line(ItemKind.STALE)
    merged = snapshot.after([created(bob()), *edits(snapshot, person(), merged_into=BOB)])
    (change,) = acting.snoozed(merged, item, day("03-20"), TODAY)
    assert change.id == BOB


def test_who_is_reached_by_a_card_needs_an_address() -> None:
    nowhere = person(phones=(), emails=(Labelled("a@example.org"),), addresses=())
    snapshot = snapshot_of(nowhere, talk(ago(100), Channel.MET, Direction.MUTUAL))
    (item,) = today_of(snapshot)
    assert item.channel is Channel.EMAIL
    again = snapshot.after(edits(snapshot, nowhere, addresses=(Address(city="Leeds"),)))
    assert today_of(again)[0].channel is Channel.POSTCARD


def test_a_snooze_of_a_person_ends_on_its_day() -> None:
    snapshot, item = line(ItemKind.STALE)
    quiet = snapshot.after(editing.quiet_until(snapshot, ANA, day("03-12"), TODAY))
    assert today_of(quiet) == []
    tomorrow = today_view(Standings(quiet, day("03-12"), SETTINGS))
    assert [one.item.kind for one in tomorrow.lines] == [item.kind]
