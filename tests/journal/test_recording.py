"""Each part of a line ends in the right record, and everything it writes is new."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netjournal.domain.gesture import Table
from netjournal.domain.settings import Settings
from netjournal.domain.values import (
    ME,
    Channel,
    Circle,
    CommitmentState,
    Direction,
    EntryKind,
    Origin,
    Owner,
    Recurrence,
    Reply,
    Span,
    Unit,
)
from netjournal.errors import InputError, NetjournalError
from netjournal.journal.adding import Reading, plan
from netjournal.journal.recording import Recorded
from netjournal.journal.snapshot import Snapshot
from tests.domain.make import ANA, TODAY, ago, day, person, promise
from tests.domain.make import ME as ROBIN
from tests.journal.make import BOB, READING, bob, gathering, names, snapshot_of

KNOWN = snapshot_of(ROBIN, person(), bob(), gathering("PyCon", day("03-08")))


def add(line: str, snapshot: Snapshot = KNOWN, **more: Any) -> Recorded:
    return plan(line, snapshot, Reading(today=TODAY, settings=Settings(), **more))


def kinds(recorded: Recorded) -> list[tuple[EntryKind, str, str]]:
    return [(entry.kind, entry.person, entry.text) for entry in recorded.entries]


def test_a_contact_is_a_conversation_with_its_people() -> None:
    talk = add("emailed Ana and Bob yesterday about the grant #gov").conversation
    assert talk is not None
    assert (talk.channel, talk.direction, talk.day) == (
        Channel.EMAIL,
        Direction.OUTBOUND,
        ago(1),
    )
    assert talk.people == (ANA, BOB)
    assert talk.topics == ("gov",)
    assert "grant" in talk.text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Ana: coffee, budget talk. next: call friday", "coffee, budget talk"),
        ("Ana: coffee, budget talk. needs: a van", "coffee, budget talk"),
        ("Ana: coffee, budget talk. topic:gov", "coffee, budget talk"),
        ("Ana: coffee, budget talk.", "coffee, budget talk."),
        ("Ana: coffee. Budget talk. next: call friday", "coffee. Budget talk."),
    ],
)
def test_a_full_stop_that_only_parts_the_text_from_a_clause_falls_away(
    line: str, text: str
) -> None:
    talk = add(line).conversation
    assert talk is not None
    assert talk.text == text


def test_what_was_said_of_the_reply_is_stored_and_nothing_else() -> None:
    talk = add("called Ana, no answer").conversation
    assert talk is not None
    assert talk.reply is Reply.NONE
    sent = add("emailed Ana").conversation
    assert sent is not None
    assert sent.reply is None


def test_a_mention_is_never_among_the_people() -> None:
    recorded = add("called Ana about Bob")
    talk = recorded.conversation
    assert talk is not None
    assert (talk.people, talk.mentions) == ((ANA,), (BOB,))
    assert recorded.people == (ANA,)


def test_a_line_without_contact_is_a_note_for_each() -> None:
    recorded = add("Ana, Bob: both like tea")
    assert recorded.conversation is None
    assert kinds(recorded) == [
        (EntryKind.NOTE, ANA, "both like tea"),
        (EntryKind.NOTE, BOB, "both like tea"),
    ]


def test_clauses_become_entries_of_the_conversation() -> None:
    recorded = add(
        "Ana: coffee yesterday. needs: a UX tester; offers: a van; gave: the book; got: tea; "
        "remember: the red scarf; nexttime: ask about the medal; note: likes rain"
    )
    assert {kind for kind, _, _ in kinds(recorded)} == {
        EntryKind.NEED, EntryKind.OFFER, EntryKind.GAVE, EntryKind.GOT,
        EntryKind.REMEMBER, EntryKind.NEXT_TIME, EntryKind.NOTE,
    }  # fmt: skip
    talk = recorded.conversation
    assert talk is not None
    assert {entry.conversation for entry in recorded.entries} == {talk.id}
    assert {entry.day for entry in recorded.entries} == {ago(1)}


def test_a_clause_with_a_name_of_its_own_is_theirs() -> None:
    assert kinds(add("Ana, Bob: lunch. Bob needs: a boat")) == [(EntryKind.NEED, BOB, "a boat")]


def test_promises_of_both_sides() -> None:
    recorded = add(
        "Ana: coffee. next: postcard on friday about the book; they: send the pdf by 3 april; "
        "ask: an introduction; next: call every 6 weeks"
    )
    card, pdf, ask, call = recorded.commitments
    assert (card.owner, card.channel, card.due) == (Owner.MINE, Channel.POSTCARD, day("03-13"))
    assert (pdf.owner, pdf.due) == (Owner.THEIRS, day("04-03"))
    assert (ask.owner, ask.ask) == (Owner.MINE, True)
    assert call.every == Recurrence(Span(6, Unit.WEEKS))
    talk = recorded.conversation
    assert talk is not None
    assert all(one.people == (ANA,) and one.said == TODAY for one in recorded.commitments)
    assert all(one.conversation == talk.id for one in recorded.commitments)


def test_a_plan_is_a_promise_and_no_conversation() -> None:
    recorded = add("email Ana monday re invoice")
    assert recorded.conversation is None
    assert recorded.entries == ()
    (plan_,) = recorded.commitments
    assert (plan_.channel, plan_.people, plan_.due) == (Channel.EMAIL, (ANA,), day("03-16"))


def test_a_birthday_is_told_in_an_entry_and_counts() -> None:
    recorded = add("Ana: birthday: 12 april")
    assert kinds(recorded) == [(EntryKind.BIRTHDAY, ANA, "--04-12")]
    who = KNOWN.after(recorded.changes).person(ANA)
    assert who is not None
    assert str(who.birthday) == "--04-12"


def test_an_introduction_joins_two_people() -> None:
    (intro,) = add("intro: Ana and Bob about boats").introductions
    assert intro.people == (ANA, BOB)


def test_somebody_new_enters_the_network_today() -> None:
    recorded = add("Grace Hopwood: coffee yesterday, grace@example.org")
    (grace,) = recorded.made
    assert (grace.name, grace.circle, grace.circle_since) == (
        "Grace Hopwood",
        Circle.NETWORK,
        TODAY,
    )
    assert grace.origin is Origin.HAND
    assert [email.value for email in grace.emails] == ["grace@example.org"]
    talk = recorded.conversation
    assert talk is not None
    assert talk.people == (grace.id,)


def test_somebody_new_at_a_gathering_stays_in_the_rolodex() -> None:
    known = add("Grace Hopwood: coffee at PyCon")
    (grace,) = known.made
    assert (grace.circle, grace.circle_since) == (Circle.ROLODEX, None)
    assert grace.origin is Origin.GATHERING
    talk = known.conversation
    assert talk is not None
    assert (talk.gathering, talk.day) == ("4000000", day("03-08"))
    assert known.gatherings == ()


def test_at_makes_a_new_gathering_and_a_known_one_is_linked() -> None:
    recorded = add("Ana: coffee yesterday. at: Open Day")
    talk = recorded.conversation
    (gathering,) = recorded.gatherings
    assert talk is not None
    assert (gathering.name, gathering.day) == ("Open Day", ago(1))
    assert talk.gathering == gathering.id
    again = add("Ana: coffee. at: pycon").conversation
    assert again is not None
    assert again.gathering == "4000000"


def test_a_batch_at_a_gathering_links_every_line_that_names_none() -> None:
    talk = add("Ana: coffee", at="PyCon").conversation
    assert talk is not None
    assert (talk.gathering, talk.day) == ("4000000", day("03-08"))
    other = add("Ana: coffee. at: Open Day", at="PyCon")
    assert [one.name for one in other.gatherings] == ["Open Day"]
    (fresh,) = add("Ana: coffee", at="Bar Camp").gatherings
    assert (fresh.name, fresh.day) == ("Bar Camp", TODAY)


def test_a_day_for_all_lines_is_that_of_lines_that_name_none() -> None:
    talk = add("Ana: coffee", day=ago(3)).conversation
    other = add("Ana: coffee 2026-03-01", day=ago(3)).conversation
    assert talk is not None
    assert other is not None
    assert (talk.day, other.day) == (ago(3), day("03-01"))


def test_a_broadcast_needs_nobody_and_is_no_contact() -> None:
    talk = add("newsletter about the spring fair").conversation
    assert talk is not None
    assert talk.broadcast
    assert talk.people == ()


def test_what_i_offer_is_mine() -> None:
    assert kinds(add("me: offers: a spare room")) == [(EntryKind.OFFER, ME, "a spare room")]


def test_me_is_in_no_conversation() -> None:
    talk = add("me and Ana: coffee").conversation
    assert talk is not None
    assert talk.people == (ANA,)


def test_doing_closes_the_one_follow_up_and_only_that_is_edited() -> None:
    mine = promise(ago(2), channel=Channel.PHONE)
    snapshot = KNOWN.after(snapshot_changes(mine))
    recorded = add("called Ana yesterday", snapshot)
    assert [one.id for one in recorded.closed] == [mine.id]
    after = snapshot.after(recorded.changes).commitment(mine.id)
    assert after is not None
    assert (after.state, after.done_on) == (CommitmentState.DONE, ago(1))
    edits = [change for change in recorded.changes if change.before is not None]
    assert [change.id for change in edits] == [mine.id]


def test_a_follow_up_with_two_people_is_closed_once_by_talking_with_both() -> None:
    ours = promise(ago(2), channel=Channel.PHONE, people=[ANA, BOB])
    snapshot = KNOWN.after(snapshot_changes(ours))
    assert [one.id for one in add("called Ana and Bob", snapshot).closed] == [ours.id]
    only_one = add("called Ana", snapshot)
    assert only_one.closed == ()
    assert [one.id for one in only_one.left_open] == [ours.id]


def test_between_two_follow_ups_none_is_closed() -> None:
    one, two = promise(ago(2), channel=Channel.PHONE), promise(ago(1), channel=Channel.PHONE)
    recorded = add("called Ana", KNOWN.after(snapshot_changes(one, two)))
    assert recorded.closed == ()
    assert {left.id for left in recorded.left_open} == {one.id, two.id}


def test_a_recurring_one_that_is_done_leaves_one_open() -> None:
    weekly = promise(ago(1), channel=Channel.PHONE, every=Recurrence(Span(2, Unit.WEEKS)))
    snapshot = KNOWN.after(snapshot_changes(weekly))
    after = snapshot.after(add("called Ana", snapshot).changes)
    (following,) = after.open_commitments()
    assert (following.due, following.follows) == (date(2026, 3, 25), weekly.id)


def snapshot_changes(*records: Any) -> Any:
    from netjournal.journal.changes import created

    return map(created, records)


@pytest.mark.parametrize(
    "line", ["", "   ", "called", "#gov", "Ana:", "needs: a boat", "intro: Ana", "😀", "x" * 10_001]
)
def test_what_cannot_be_stored_is_refused_in_a_sentence(line: str) -> None:
    with pytest.raises(NetjournalError) as error:
        add(line)
    assert error.value.message.endswith((".", "?", "”"))


def test_the_label_says_what_and_with_whom() -> None:
    assert add("called Ana").label == "add phone: Ana Ruiz"
    assert add("Ana: likes tea").label == "add note: Ana Ruiz"
    assert add("Ana: nexttime: the exam").label == "add next time: Ana Ruiz"
    assert add("me: offers: a bike").label == "add offer: me"
    assert add("intro: Ana and Bob").label == "add introduction: Ana Ruiz, Bob Stone"
    assert add("email Ana monday").label == "add promise: Ana Ruiz"
    assert add("Grace Hopwood: coffee").label == "add met: Grace Hopwood"


def test_every_record_is_made_at_one_moment_and_stands_in_its_table() -> None:
    recorded = add("Grace Hopwood: coffee. needs: a boat; next: call. at: Open Day")
    tables = [change.table for change in recorded.changes]
    assert sorted(tables) == sorted(
        [Table.GATHERINGS, Table.PEOPLE, Table.CONVERSATIONS, Table.ENTRIES, Table.COMMITMENTS]
    )
    made = {(change.after or {})["made"] for change in recorded.changes}
    assert len(made) == 1
    assert names(KNOWN.after(recorded.changes)) == {"Ana Ruiz", "Bob Stone", "Grace Hopwood"}


def test_a_problem_of_the_line_is_its_error() -> None:
    with pytest.raises(InputError, match="February"):
        add("called Ana on 31 february")
    assert READING.today == TODAY
