"""The index answers what the whole journal would, after whatever happened to both."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.domain.gesture import Change, Table
from netjournal.domain.values import ME, Circle, PersonId
from netjournal.errors import NetjournalError
from netjournal.journal import adding, editing
from netjournal.journal.changes import created, edits
from netjournal.journal.journal import Journal
from netjournal.journal.known import Known
from netjournal.journal.near import near
from netjournal.journal.snapshot import Snapshot
from netjournal.store import indexing
from tests.domain.make import ANA, TODAY, person
from tests.journal.make import READING, bob, gathering, journal_in

NAMES = (
    "Ana Ruiz", "Ana Torres", "ana", "Anna Ruiz", "Bob Stone", "Bob", "Zoë Müller", "李小红",
    "Robert \"Bob\" Hill", "Maria de la Cruz", "Nguyễn Thị Hoa", "me", "PyCon", "EuroPython",
    "ruiz", "maria", "Nobody Known", "Ana Ruix", "Mariá de la Cruzz", "bo", "a",
)  # fmt: skip
LINES = (
    "Ana Ruiz: coffee today. next: call by friday",
    "Ana Torres: lunch yesterday. next: email in 3 days",
    "called Ana Ruiz", "emailed Ana Torres about the grant", "called Bob Stone, no answer",
    "Bob Stone: note that he sails", "Zoë Müller, Bob Stone: dinner yesterday. next: call tomorrow",
    "Maria de la Cruz: met at the fair. at: PyCon", "met Bob Stone at PyCon", "called Zoë Müller",
    "李小红: tea today. birthday: 12 april", "called somebody", "coffee on monday, on friday",
    "Nguyễn Thị Hoa: lunch 3 days ago at: EuroPython", "postcard to Maria de la Cruz",
)  # fmt: skip


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    monkeypatch.setattr(os, "fdatasync", lambda _: None)


def said(known: Known) -> dict[str, Any]:
    """Everything quick add may ask, and what it is told."""
    names = known.names
    people = {match.person for name in NAMES for match in names.people(name)} | {ME}
    events = {found.gathering for name in NAMES for found in names.gatherings(name)}
    follow_ups = {id: known.follow_ups_of(id) for id in sorted(people)}
    told: dict[str, Any] = {
        "people": {name: names.people(name) for name in NAMES},
        "beginnings": {
            typed: names.beginning(typed) for typed in ("", "a", "AN", "zoe", "李", "x")
        },
        "similar": {name: names.similar(name) for name in NAMES},
        "gatherings": {name: names.gatherings(name) for name in NAMES},
        "names": {id: known.name_of(id) for id in (*sorted(people), ANA, "404")},
        "events": {id: known.gathering(id) for id in (*sorted(events), "404")},
        "follow-ups": follow_ups,
        "drafts": known.drafts(),
    }
    told["raws"] = [
        known.raw(table, record.id)
        for table, records in (
            (Table.DRAFTS, told["drafts"]),
            *((Table.COMMITMENTS, promises) for promises in follow_ups.values()),
        )
        for record in records
    ]
    return told


def asked(path: Path, ask: Callable[[Known], Any]) -> tuple[bool, Any]:
    """What a fresh journal tells, and whether it told it from the index."""
    cold: list[bool] = []

    def watched(known: Known) -> Any:
        cold.append(not isinstance(known, Snapshot))
        return ask(known)

    journal = Journal(path)
    answer = journal.consult(watched)
    journal.close(fold=False)
    return cold[-1], answer


def agree(path: Path) -> bool:
    """The index and the whole journal say the same; whether the index was used."""
    cold, told = asked(path, said)
    whole = Journal(path).snapshot
    assert told == said(whole)
    longest = asked(path, lambda known: known.names.longest)[1]
    assert longest >= whole.names.longest
    return cold


class History:
    """One journal, and what may happen to it."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.path = folder / "journal.json"
        self.index = folder / ".journal.json.index"
        self.chance = chance
        journal_in(folder, person(), bob(), gathering("PyCon", TODAY)).close(fold=True)

    def add(self) -> None:
        journal = Journal(self.path)
        text = self.chance.choice(LINES)
        try:
            adding.add(journal, text, READING)
        except NetjournalError:
            adding.keep_draft(journal, text, "to be finished", TODAY)
        journal.close(fold=False)

    def add_to_a_loaded_one(self) -> None:
        journal = Journal(self.path)
        journal.refresh()
        try:
            adding.add(journal, self.chance.choice(LINES), READING)
        except NetjournalError:
            return
        journal.close()

    def act(self, decide: Callable[[Snapshot], Iterable[Change]]) -> None:
        journal = Journal(self.path)
        journal.act("something", decide)
        journal.close(fold=self.chance.choice([None, False, False]))

    def someone(self, snapshot: Snapshot) -> PersonId:
        return PersonId(self.chance.choice([p.id for p in snapshot.people()] or [ANA]))

    def edit(self) -> None:
        def change(snapshot: Snapshot) -> Iterable[Change]:
            who = snapshot.person(self.someone(snapshot))
            if who is None:
                return []
            name = self.chance.choice(NAMES[:10])
            circle = self.chance.choice(list(Circle))
            return edits(snapshot, who, name=name, circle=circle, nicknames=("Bob",))

        self.act(change)

    def edit_me(self) -> None:
        me = self.chance.choice(["Karl", ""])
        self.act(lambda snapshot: edits(snapshot, snapshot.me, name=me) if me else [])

    def remove(self) -> None:
        def removal(snapshot: Snapshot) -> Iterable[Change]:
            table = self.chance.choice(list(Table)[:8])
            rows = sorted(snapshot.table(table).keys() - {ME})
            return editing.remove(snapshot, table, self.chance.choice(rows)) if rows else []

        self.act(removal)

    def merge(self) -> None:
        def merging(snapshot: Snapshot) -> Iterable[Change]:
            one, other = self.someone(snapshot), self.someone(snapshot)
            before = snapshot.raw(Table.PEOPLE, one)
            if one == other or before is None:
                return []
            return [Change(Table.PEOPLE, one, before, {**before, "merged_into": other})]

        self.act(merging)

    def reschedule(self) -> None:
        def change(snapshot: Snapshot) -> Iterable[Change]:
            promises = sorted(snapshot.open_commitments(), key=lambda one: one.id)
            if not promises:
                return []
            return edits(snapshot, self.chance.choice(promises), snoozed=TODAY)

        self.act(change)

    def correct_a_talk(self) -> None:
        def change(snapshot: Snapshot) -> Iterable[Change]:
            talks = sorted(snapshot.conversations(), key=lambda talk: talk.id)
            someone = (self.someone(snapshot),)
            return edits(snapshot, self.chance.choice(talks), people=someone) if talks else []

        self.act(change)

    def new_gathering(self) -> None:
        name = self.chance.choice(["PyCon", "EuroPython", "pycon "])
        id = str(self.chance.randrange(10**6, 10**7))
        self.act(lambda _: [created(gathering(name, TODAY, id=id))])

    def take_back(self) -> None:
        journal = Journal(self.path)
        try:
            self.chance.choice([journal.undo, journal.undo, journal.redo])()
        except NetjournalError:
            return
        journal.close(fold=False)

    def fold(self) -> None:
        journal = Journal(self.path)
        journal.refresh()
        journal.close(fold=True)

    def edit_by_hand(self) -> None:
        tables = json.loads(self.path.read_text(encoding="utf-8"))
        people = tables.get("people", {})
        if people:
            id = self.chance.choice(sorted(people))
            if self.chance.random() < 0.3:
                del people[id]
            else:
                people[id] = {**people[id], "name": self.chance.choice(NAMES[:10])}
        self.path.write_text(json.dumps(tables, indent=1), encoding="utf-8")

    def lose_the_index(self) -> None:
        self.index.unlink(missing_ok=True)

    def cut_the_index(self) -> None:
        if self.index.exists():
            whole = self.index.read_bytes()
            self.index.write_bytes(whole[: self.chance.randrange(len(whole) + 1)])

    def spoil_the_index(self) -> None:
        if self.index.exists():
            spoilt = bytearray(self.index.read_bytes())
            spoilt[self.chance.randrange(len(spoilt))] ^= 1 << self.chance.randrange(8)
            self.index.write_bytes(spoilt)

    def crash(self) -> None:
        with self.path.with_name("journal.json.log").open("ab") as log:
            log.write(b'01234567 {"g": "1", "at": ')


STEPS = (
    *(History.add,) * 4, History.add_to_a_loaded_one, History.edit, History.edit_me, History.remove,
    History.merge, History.reschedule, History.correct_a_talk, History.new_gathering,
    History.take_back, History.fold, History.edit_by_hand, History.lose_the_index,
    History.cut_the_index, History.spoil_the_index, History.crash,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(STEPS), min_size=2, max_size=12), st.integers(0, 10**6))
def test_the_index_is_never_wrong(steps: list[Callable[[History], None]], seed: int) -> None:
    with TemporaryDirectory() as folder:
        history = History(Path(folder), random.Random(seed))
        for step in steps:
            step(history)
            agree(history.path)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with an index."""
    journal = journal_in(tmp_path, person(), bob(), gathering("PyCon", TODAY))
    journal.close(fold=True)
    return journal.path


def add(path: Path, text: str) -> Journal:
    journal = Journal(path)
    adding.add(journal, text, READING)
    journal.close(fold=False)
    return journal


def test_quick_add_opens_neither_the_snapshot_nor_is_it_loaded(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netjournal.store.opened.read_journal", None)
    for text in (
        "called Bob, no answer",
        "Carla Meyer: lunch today. next: call in 3 days",
        "called Carla",
        "met Bob Stone at PyCon",
        "emailed Ana Ruiz; next: call tomorrow",
    ):
        add(path, text)
    monkeypatch.undo()
    snapshot = Journal(path).snapshot
    carla = snapshot.names.people("Carla Meyer")[0].person
    assert [promise.is_open for promise in snapshot.commitments_of(carla)] == [False]
    assert len(list(snapshot.conversations())) == 5
    assert agree(path)


def test_a_follow_up_is_closed_from_the_index(path: Path) -> None:
    add(path, "Ana Ruiz: coffee today. next: call in 3 days")
    whole = Journal(path)
    whole.refresh()
    whole.close(fold=True)
    add(path, "called Ana Ruiz")
    assert [p.is_open for p in Journal(path).snapshot.commitments_of(ANA)] == [False]
    assert agree(path)


def test_the_index_is_made_by_the_first_add_that_misses_it(path: Path) -> None:
    index = path.with_name(".journal.json.index")
    for spoil in (index.unlink, lambda: index.write_bytes(b"")):
        spoil()
        assert not agree(path)
        add(path, "called Bob, no answer")
        assert agree(path)


def test_a_hand_edit_is_noticed_by_quick_add(path: Path) -> None:
    edited = path.read_text(encoding="utf-8").replace("Bob Stone", "Robert Hill")
    path.write_text(edited, encoding="utf-8")
    add(path, "called Robert, no answer")
    talk = next(Journal(path).snapshot.conversations())
    assert Journal(path).snapshot.name_of(talk.people[0]) == "Robert Hill"


def test_an_index_made_by_other_rules_is_not_used(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert agree(path)
    monkeypatch.setattr("netjournal.journal.index.made_by", lambda: ["another version"])
    assert not agree(path)


def test_an_index_that_spoils_while_it_is_used_gives_way(path: Path) -> None:
    journal = Journal(path)
    assert journal.consult(lambda known: known.name_of(ANA)) == "Ana Ruiz"
    index = path.with_name(".journal.json.index")
    with index.open("r+b") as file:
        file.seek(1024)
        file.write(b"\0" * (index.stat().st_size - 2_000))
    adding.add(journal, "called Ana Ruiz", READING)
    journal.close(fold=False)
    assert agree(path)


def test_short_ids_are_asked_of_the_whole_journal(path: Path) -> None:
    journal = Journal(path)
    assert journal.consult(lambda known: known.short(ANA)) == journal.snapshot.short(ANA)


def test_a_log_grown_long_renews_the_index(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "LONGEST_TAIL", 2_000)
    monkeypatch.setattr(indexing, "RENEWED_AT", 1_000)
    used = []
    for _ in range(12):
        add(path, "called Bob, no answer")
        used.append(agree(path))
    assert True in used[:3]
    assert False in used
    assert used[-1] or used[-2]


words = st.text("abcd ", min_size=1, max_size=12)


@settings(max_examples=300, deadline=None)
@given(words, st.lists(words, max_size=8))
def test_near_names_are_those_a_full_search_finds(key: str, others: list[str]) -> None:
    """The first look leaves out nothing that the measure would have found."""
    from rapidfuzz.distance import OSA

    allowed = 0 if len(key) < 3 else 1 if len(key) < 9 else 2
    wanted = {
        (OSA.distance(key, other), other)
        for other in others
        if other != key
        and other[0] == key[0]
        and OSA.distance(key, other) <= allowed
        and not len(other) == len(key) <= 4
    }

    def alike(length: int, first: str) -> list[str]:
        return [o for o in dict.fromkeys(others) if len(o) == length and o[0] == first]

    assert near(key, alike) == sorted(wanted)


def test_a_follow_up_that_is_gone_since_is_not_closed(path: Path) -> None:
    add(path, "Ana Ruiz: coffee today. next: call in 3 days")
    whole = Journal(path)
    promise = whole.snapshot.follow_ups_of(ANA)[0].id
    whole.close(fold=True)
    whole.act("remove", lambda snapshot: editing.remove(snapshot, Table.COMMITMENTS, promise))
    assert Journal(path).consult(lambda known: known.follow_ups_of(ANA)) == ()
    assert agree(path)


def test_who_is_made_me_by_hand_brings_what_is_theirs(path: Path) -> None:
    add(path, "Ana Ruiz: coffee today. next: call in 3 days")
    whole = Journal(path)
    whole.refresh()
    whole.close(fold=True)

    def merging(snapshot: Snapshot) -> Iterable[Change]:
        before = snapshot.raw(Table.PEOPLE, ANA) or {}
        return [Change(Table.PEOPLE, ANA, before, {**before, "merged_into": ME})]

    whole.act("merge", merging)
    assert whole.snapshot.follow_ups_of(ME)
    agree(path)
