"""The snapshot: publishing shares and never mutates; it answers as a plain dict would."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.gesture import Change, Raw, Table, Tables
from netjournal.domain.values import ME, EntryKind, PartialDate, PersonId, RecordId
from netjournal.journal import layers
from netjournal.journal.changes import created
from netjournal.journal.ids import SHORTEST, Ids, sorted_ids
from netjournal.journal.layers import Layered, laid_over
from netjournal.journal.snapshot import Snapshot
from tests.domain.make import ANA, TODAY, ago, person, promise, talk
from tests.domain.make import ME as ROBIN
from tests.journal.make import BOB, bob, entry, gathering, snapshot_of, texts

IDS = ("11", "12", "13", "21")
Model = dict[str, dict[str, Raw]]

records: st.SearchStrategy[Raw] = st.fixed_dictionaries(
    {"people": st.lists(st.sampled_from(IDS), max_size=3), "text": st.text(max_size=2)}
)
tables = st.sampled_from([Table.CONVERSATIONS, Table.ENTRIES])
batches = st.lists(
    st.lists(st.tuples(tables, st.sampled_from(IDS), st.none() | records), max_size=4), max_size=6
)


def change(model: Model, table: str, id: str, after: Raw | None) -> Change:
    rows = model.setdefault(table, {})
    before = rows.get(id)
    if after is None:
        rows.pop(id, None)
    else:
        rows[id] = after
    return Change(table, id, before, after)


@given(st.dictionaries(st.sampled_from(IDS), records), batches, st.integers(1, 9))
def test_it_answers_as_a_plain_dict_would(
    base: dict[str, Raw], acts: list[list[tuple[str, str, Raw | None]]], merge_at: int
) -> None:
    start: Tables = {Table.CONVERSATIONS: dict(base)}
    untouched = {name: dict(rows) for name, rows in start.items()}
    model: Model = {Table.CONVERSATIONS: dict(base)}
    snapshot = Snapshot(start)
    earlier: list[tuple[Snapshot, Model]] = []
    usual, layers.MERGE_AT = layers.MERGE_AT, merge_at
    try:
        for act in acts:
            earlier.append((snapshot, {name: dict(rows) for name, rows in model.items()}))
            snapshot = snapshot.after([change(model, *each) for each in act])
            says_the_same(snapshot, model)
    finally:
        layers.MERGE_AT = usual
    for old, then in earlier:
        says_the_same(old, then)
    assert start == untouched


def says_the_same(snapshot: Snapshot, model: Model) -> None:
    for table in (Table.CONVERSATIONS, Table.ENTRIES):
        rows = snapshot.table(table)
        want = model.get(table, {})
        assert dict(rows) == want
        assert len(rows) == len(want)
        assert all(snapshot.raw(table, id) == want.get(id) for id in IDS)
    index = snapshot._index(Table.CONVERSATIONS, "people")
    for key in IDS:
        talks = model.get(Table.CONVERSATIONS, {}).items()
        assert set(index[key]) == {id for id, raw in talks if key in str(raw["people"])}


def test_the_base_is_shared_until_the_changes_outgrow_it() -> None:
    base: Tables = {"people": {"1": {"name": "x"}}}
    same, over = laid_over(base, {}, [Change("people", "2", None, {"name": "y"})])
    assert same is base
    usual, layers.MERGE_AT = layers.MERGE_AT, 1
    try:
        merged, none = laid_over(base, over, [Change("people", "1", {"name": "x"}, None)])
    finally:
        layers.MERGE_AT = usual
    assert (merged, dict(none)) == ({"people": {"2": {"name": "y"}}}, {})
    assert base == {"people": {"1": {"name": "x"}}}


def test_a_record_is_decoded_once_while_it_stays_the_same() -> None:
    first = snapshot_of(person(), bob())
    second = first.after([Change(Table.PEOPLE, BOB, first.raw(Table.PEOPLE, BOB), None)])
    assert second.person(ANA) is first.person(ANA)
    assert second.person(BOB) is None
    assert first.person(BOB) is not None


def test_a_layered_table_does_not_show_what_was_removed() -> None:
    table = Layered({"a": {}, "b": {}}, {"a": None, "c": {"x": 1}})
    assert dict(table) == {"b": {}, "c": {"x": 1}}
    assert "a" not in table
    assert len(table) == 2


def test_what_belongs_to_somebody_comes_in_order() -> None:
    old, new = talk(ago(9), text="old"), talk(ago(1), text="new")
    later_that_day = talk(ago(1), text="newer")
    snapshot = snapshot_of(person(), old, later_that_day, new)
    assert texts(snapshot.conversations_of(ANA)) == ["newer", "new", "old"]
    first, second = promise(said=ago(9), text="first"), promise(said=ago(1), text="second")
    assert texts(snapshot_of(second, first).commitments_of(ANA)) == ["first", "second"]
    lines = [entry(EntryKind.NOTE, "older", day=ago(2)), entry(EntryKind.NEED, "newer")]
    snapshot = snapshot_of(person(), *lines)
    assert texts(snapshot.entries_of(ANA)) == ["newer", "older"]
    assert texts(snapshot.entries_of(ANA, EntryKind.NEED)) == ["newer"]


def test_a_mention_is_no_conversation_with_somebody() -> None:
    snapshot = snapshot_of(person(), bob(), talk(TODAY, people=[BOB], mentions=(ANA,)))
    assert snapshot.conversations_of(ANA) == ()
    assert len(snapshot.mentions_of(ANA)) == 1
    assert not snapshot.has_talked(ANA)
    assert snapshot.has_talked(BOB)


def test_who_was_merged_answers_as_the_other() -> None:
    gone = bob(merged_into=ANA)
    mine = promise(people=[BOB])
    snapshot = snapshot_of(
        person(), gone, talk(TODAY, people=[BOB]), mine, entry(EntryKind.NOTE, "x", who=BOB),
        gathering(), talk(TODAY, people=[BOB], gathering="4000000"),
    )  # fmt: skip
    assert [p.id for p in snapshot.people()] == [ANA]
    assert snapshot.person(BOB) == snapshot.person(ANA)
    assert snapshot.name_of(BOB) == "Ana Ruiz"
    assert len(snapshot.conversations_of(ANA)) == 2
    assert snapshot.commitments_of(ANA) == (mine,)
    assert len(snapshot.entries_of(ANA)) == 1
    assert snapshot.has_talked(ANA)
    assert snapshot.met_at(RecordId("4000000")) == (ANA,)


def test_what_names_both_of_two_who_were_merged_is_listed_once() -> None:
    both = [ANA, BOB]
    snapshot = snapshot_of(
        person(), bob(merged_into=ANA), talk(TODAY, people=both), promise(people=both),
        talk(TODAY, people=[], mentions=(ANA, BOB)),
    )  # fmt: skip
    assert len(snapshot.talk_ids(ANA)) == len(snapshot.conversations_of(ANA)) == 1
    assert len(list(snapshot.raws_of(Table.CONVERSATIONS, "people", ANA))) == 1
    assert len(snapshot.commitments_of(ANA)) == len(snapshot.mentions_of(ANA)) == 1
    assert snapshot.names_of(both) == ["Ana Ruiz"]


def test_people_merged_in_a_ring_are_no_endless_walk() -> None:
    snapshot = snapshot_of(person(merged_into=BOB), bob(merged_into=ANA))
    assert list(snapshot.people()) == []
    assert snapshot.name_of(ANA)


def test_a_person_who_is_gone_is_said_to_be() -> None:
    snapshot = snapshot_of(talk(TODAY), promise())
    assert snapshot.name_of(ANA) == "someone no longer here"
    assert snapshot.person(ANA) is None
    assert snapshot.about(ANA) == ""
    assert len(snapshot.conversations_of(ANA)) == 1


def test_a_record_that_does_not_fit_is_passed_over_and_kept() -> None:
    odd: dict[str, Any] = {"made": "x", "name": 7}
    snapshot = Snapshot({"people": {"50": odd}, "meta": {"1": {"schema": 1}}})
    assert list(snapshot.people()) == []
    assert snapshot.person("50") is None
    assert snapshot.raw("people", "50") is odd


def test_me_is_in_no_list() -> None:
    snapshot = snapshot_of(ROBIN, person())
    assert [p.id for p in snapshot.people()] == [ANA]
    assert snapshot.person(ME) is None
    assert snapshot.me == ROBIN
    assert snapshot_of().name_of(ME) == "me"


def test_a_birthday_told_in_a_line_counts_until_closed() -> None:
    told = entry(EntryKind.BIRTHDAY, "--04-12")
    who = snapshot_of(person(), told).person(ANA)
    assert who is not None
    assert str(who.birthday) == "--04-12"
    stored = snapshot_of(person(), told).stored_person(ANA)
    assert stored is not None
    assert stored.birthday is None
    nonsense = snapshot_of(person(), entry(EntryKind.BIRTHDAY, "in spring")).person(ANA)
    assert nonsense is not None
    assert nonsense.birthday is None


@pytest.mark.parametrize(
    ("told", "known"),
    [(("--04-12",), "1985-04-12"), (("1986-04-12", "--04-12"), "1986-04-12"),
     (("--04-12", "1986-04-12"), "1986-04-12"), (("--05-01",), "--05-01")],
)  # fmt: skip
def test_a_birthday_told_again_keeps_the_year_that_was_known_of_that_day(
    told: Sequence[str], known: str
) -> None:
    lines = [
        entry(EntryKind.BIRTHDAY, text, made=f"2026-03-11T0{hour}:00:00.000000Z")
        for hour, text in enumerate(told)
    ]
    snapshot = snapshot_of(person(birthday=PartialDate(4, 12, 1985)), *lines)
    (who,) = snapshot.people()
    assert str(who.birthday) == known


def test_what_tells_somebody_apart() -> None:
    silent = snapshot_of(person())
    assert silent.about(ANA) == "close, ana@example.org"
    assert snapshot_of(person(), talk(ago(1))).about(ANA) == "close, last phone 2026-03-10"


digits = st.text("0123456789", min_size=5, max_size=8)


@given(st.sets(digits, min_size=1, max_size=12), st.integers(0, 12))
def test_a_short_id_names_one_record_and_no_digit_less_would(ids: set[str], split: int) -> None:
    ordered = sorted(ids)
    base: Tables = {Table.PEOPLE: {id: {} for id in ordered[:split]}}
    over: Tables = {Table.ENTRIES: {id: {} for id in ordered[split:]}}
    known = Ids(sorted_ids(base), sorted_ids(over))
    for id in ids:
        short = known.short(id)
        others = [other for other in ids if other != id]
        assert id.startswith(short)
        if short != id:
            assert not any(other.startswith(short) for other in others)
        if len(short) > SHORTEST:
            assert any(other.startswith(short[:-1]) for other in others)


def test_the_beginning_of_an_id_finds_its_records_and_a_whole_id_one() -> None:
    snapshot = Snapshot({}).after(
        created(person(PersonId(id), name=id)) for id in ("1234", "12345", "1299")
    )
    assert [id for _, id in snapshot.find("12")] == ["1234", "12345", "1299"]
    assert snapshot.find("1234") == ((Table.PEOPLE, "1234"),)
    assert snapshot.find("77") == ()
