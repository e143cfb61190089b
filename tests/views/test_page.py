"""A person's page: facts, promises, what to raise next time, what passed; and its JSON."""

from __future__ import annotations

import json
from typing import Any

from netjournal.domain.person import NamedDate, Person, Relation
from netjournal.domain.settings import Settings
from netjournal.domain.values import (
    Channel,
    Circle,
    CommitmentState,
    Direction,
    EntryKind,
    Owner,
    PartialDate,
    PersonId,
    RecordId,
    Recurrence,
    Reply,
    Span,
    Unit,
)
from netjournal.views.log import log
from netjournal.views.page import PersonPage, page_json, person_page
from netjournal.views.searching import search
from netjournal.views.standings import Standings
from tests.domain.make import ANA, ME, TODAY, ago, person, promise, talk
from tests.journal.make import BOB, bob, entry, snapshot_of, texts


def standings_of(*records: Any) -> Standings:
    return Standings(snapshot_of(ME, *records), TODAY, Settings())


def page(*records: Any) -> PersonPage:
    standings = standings_of(*records)
    who = standings.snapshot.person(ANA)
    assert who is not None
    return person_page(who, standings)


def test_the_facts_are_the_filled_fields_in_their_order() -> None:
    who = person(
        phones=(), addresses=(), birthday=PartialDate(4, 12, 1985), topics=("gov", "ux"),
        relations=(
            Relation(kind="partner", person=BOB),
            Relation(kind="child", name="Posy"),
            Relation(kind="knows", person=RecordId("999")),  # type: ignore[arg-type]  # nobody
        ),
        dates=(NamedDate("wedding", PartialDate(6, 1)),), calibre=3,
    )  # fmt: skip
    assert page(who, bob()).facts == (
        ("Email", "ana@example.org"),
        ("Birthday", "12 April 1985"),
        ("Topics", "gov, ux"),
        ("Calibre", "3"),
        ("partner", "Bob Stone"),
        ("child", "Posy"),
        ("knows", "someone no longer here"),
        ("wedding", "1 June"),
    )


def test_calibre_is_never_told_of_inner_people() -> None:
    who = person(circle=Circle.INNER, calibre=5)
    shown = page(who)
    assert "Calibre" not in dict(shown.facts)
    standings = standings_of(who)
    data: Any = page_json(person_page(who, standings), standings)
    assert "calibre" not in data["person"]


def test_the_next_contact_ticks_what_was_to_be_raised() -> None:
    ask = entry(EntryKind.NEXT_TIME, "the medal", day=ago(9))
    assert texts(page(person(), ask).next_time) == ["the medal"]
    assert texts(page(person(), ask, talk(ago(10))).next_time) == ["the medal"]
    assert page(person(), ask, talk(ago(3))).next_time == ()


def test_what_did_not_reach_them_ticks_nothing() -> None:
    ask = entry(EntryKind.NEXT_TIME, "the medal", day=ago(9))
    for tried in (
        talk(ago(3), reply=Reply.NONE),
        talk(ago(3), Channel.EMAIL),
        talk(ago(3), broadcast=True),
        talk(ago(-3)),
    ):
        assert texts(page(person(), ask, tried).next_time) == ["the medal"], tried


def test_what_is_told_with_a_conversation_is_for_the_one_after_it() -> None:
    moment = "2026-03-08T09:00:00.000000Z"
    ask = entry(EntryKind.NEXT_TIME, "the medal", day=ago(3), made=moment)
    assert len(page(person(), ask, talk(ago(3), made=moment)).next_time) == 1


def test_closed_lines_are_no_more_than_history() -> None:
    need = entry(EntryKind.NEED, "a boat", closed=ago(1))
    shown = page(person(), need, entry(EntryKind.OFFER, "a van"), entry(EntryKind.REMEMBER, "hat"))
    assert (texts(shown.needs), texts(shown.offers), texts(shown.remember)) == (
        [],
        ["a van"],
        ["hat"],
    )
    assert len(shown.timeline) == 3


def test_promises_of_both_sides_in_the_order_of_their_days() -> None:
    done = promise(ago(9), text="x")._replace(state=CommitmentState.DONE, done_on=ago(8))
    shown = page(
        person(), done, promise(text="undated"), promise(ago(-9), text="later"),
        promise(ago(2), text="soon", snoozed=ago(-1), channel=Channel.PHONE),
        promise(ago(1), Owner.THEIRS, text="theirs", every=Recurrence(Span(2, Unit.WEEKS))),
    )  # fmt: skip
    assert [(line.sign, line.text, line.when) for line in shown.mine] == [
        ("☎", "soon", "Mon 9 Mar, quiet until Thu 12 Mar"),
        ("·", "later", "Fri 20 Mar"),
        ("·", "undated", "no day"),
    ]
    assert [(line.text, line.when) for line in shown.theirs] == [
        ("theirs", "Tue 10 Mar, every 2 weeks")
    ]


def test_the_timeline_tells_everything_newest_first() -> None:
    kept = promise(ago(6), text="the pdf")._replace(
        state=CommitmentState.DONE, done_on=ago(4), outcome="by post",
    )  # fmt: skip
    dropped = promise(ago(6), Owner.THEIRS, text="notes")._replace(
        state=CommitmentState.DROPPED, done_on=ago(5),
    )  # fmt: skip
    shown = page(
        person(), bob(), kept, dropped,
        talk(ago(1), text="the flat", reply=Reply.NONE, people=[ANA, BOB]),
        talk(ago(2), Channel.EMAIL, Direction.INBOUND, people=[BOB], mentions=(ANA,), text="hat"),
        talk(ago(3), Channel.EMAIL, text="news", broadcast=True),
        entry(EntryKind.GAVE, "a book", day=ago(7)),
        entry(EntryKind.NOTE, "tea", day=ago(8)),
    )  # fmt: skip
    assert [(line.sign, line.what, line.text, line.others) for line in shown.timeline] == [
        ("☎", "called, no answer", "the flat", ("Bob Stone",)),
        ("·", "named", "hat", ("Bob Stone",)),
        ("@", "broadcast by email", "news", ()),
        ("✓", "done, mine", "the pdf (by post)", ()),
        ("✓", "dropped, theirs", "notes", ()),
        ("–", "gave", "a book", ()),
        ("–", "note", "tea", ()),
    ]
    assert shown.timeline[0].when == "Tue 10 Mar"
    assert shown.timeline[0].record.startswith(shown.timeline[0].id)


def test_two_who_were_merged_are_named_once_in_what_they_shared() -> None:
    twin = bob()._replace(id=PersonId("70"), merged_into=BOB)
    dinner = talk(TODAY, people=[ANA, BOB, twin.id], text="dinner")
    named = talk(TODAY, people=[BOB, twin.id], mentions=(ANA,))
    records = (person(), bob(), twin, dinner, named)
    assert [line.others for line in page(*records).timeline] == [("Bob Stone",)] * 2
    names = [line.names for line in log(standings_of(*records), None, None, None).lines]
    assert names == ["Bob Stone", "Ana Ruiz, Bob Stone"]
    assert [hit.name for hit in search(standings_of(*records), "dinner")] == [names[1]]


def test_a_birthday_told_in_a_line_is_said_in_words() -> None:
    told = [entry(EntryKind.BIRTHDAY, text, day=ago(1)) for text in ("--04-12", "in spring")]
    assert {line.text for line in page(person(), *told).timeline} == {"12 April", "in spring"}


def test_the_heading_says_where_it_stands() -> None:
    assert page(person(), talk(ago(131))).heading == "close · quiet for 4 months · every 2 months"
    assert (
        page(person(), talk(ago(9))).heading
        == "close · in contact · last 9 days ago · every 2 months"
    )
    assert page(person(circle=Circle.ROLODEX)).heading == "rolodex"
    assert page(person(died=True)).heading == "close · died"


def test_the_json_shape_holds_every_field_and_all_that_belongs_to_them() -> None:
    standings = standings_of(
        person(birthday=PartialDate(4, 12)), talk(ago(2), text="the flat"), promise(ago(1)),
        entry(EntryKind.NEED, "a boat"),
    )  # fmt: skip
    who = standings.snapshot.person(ANA)
    assert who is not None
    data = json.loads(json.dumps(page_json(person_page(who, standings), standings)))
    assert set(data) == {"person", "conversations", "commitments", "entries"}
    whole = data["person"]
    assert whole | {"name": "Ana Ruiz", "birthday": "--04-12", "circle": "close"} == whole
    assert (whole["state"], whole["last_contact"]) == ("fresh", "2026-03-09")
    assert set(Person._fields) - {"extra"} <= set(whole)
    assert [talk_["text"] for talk_ in data["conversations"]] == ["the flat"]
    assert data["conversations"][0]["people"] == ["50"]
    assert data["commitments"][0]["due"] == "2026-03-10"
    assert data["entries"][0]["kind"] == "need"
