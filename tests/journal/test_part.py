"""A part of the journal answers as the whole would, after whatever happened to both."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.domain.conversation import Conversation
from netjournal.domain.gesture import Change, Table
from netjournal.domain.person import Labelled
from netjournal.domain.settings import Settings
from netjournal.domain.values import (
    Channel,
    Circle,
    CommitmentState,
    EntryKind,
    Owner,
    PersonId,
    RecordId,
)
from netjournal.errors import ChangedMeanwhileError, WhoError
from netjournal.journal.changes import created, edits
from netjournal.journal.cold_people import BeyondIndexError
from netjournal.journal.editing import remove
from netjournal.journal.ids import ADDRESSABLE
from netjournal.journal.journal import Journal
from netjournal.journal.matching import person_called
from netjournal.journal.part import Part
from netjournal.journal.queries import parse_query
from netjournal.journal.snapshot import Snapshot
from netjournal.store import dictionary, indexing
from netjournal.views.addresses import addresses
from netjournal.views.ahead import ahead
from netjournal.views.log import log
from netjournal.views.page import page_json, person_page
from netjournal.views.people import people_found, person_row
from netjournal.views.searching import found, search
from netjournal.views.standings import Standings
from netjournal.views.today import today_json, today_view
from netjournal.views.week import week_json, week_view
from tests.domain.make import ANA, TODAY, person, promise, talk
from tests.journal.make import bob, entry, gathering, journal_in
from tests.journal.odd import write_oddly
from tests.journal.test_index import NAMES, STEPS, History, add
from tests.journal.test_index import agree as agree_on_names

DAYS = st.integers(-400, 400).map(lambda days: TODAY + timedelta(days=days))


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    monkeypatch.setattr(os, "fdatasync", lambda _: None)


def the_day(snapshot: Snapshot, today: date) -> dict[str, Any]:
    """What is asked every day."""
    standings = Standings(snapshot, today, Settings())
    return {
        "today": today_json(today_view(standings), snapshot),
        "week": week_json(week_view(standings)),
        "ahead": ahead(standings),
        "drafts": snapshot.drafts(),
        "gatherings": {one.id: (one, snapshot.met_at(one.id)) for one in snapshot.gatherings()},
    }


WHOM = (*NAMES, "ana@example.org", "40404")


def the_people(
    snapshot: Snapshot, today: date, whom: Sequence[str] = (*WHOM, ANA, "6", "404")
) -> dict[str, Any]:
    """What is asked of one person after another."""
    told: dict[str, Any] = {}
    for name in whom:
        try:
            who = person_called(name, snapshot)
        except WhoError as error:
            told[name] = str(error), error.candidates
            continue
        standings = Standings(snapshot, today, Settings())
        page = person_page(who, standings)
        lines = log(standings, who, None, None)
        told[name] = page_json(page, standings), page, lines, snapshot.about(who.id)
        told[name] += tuple(snapshot.entries_of(who.id, kind) for kind in EntryKind)
    return told


WORDS = (
    "ana",
    "zoe",
    "lunch",
    "call -bob",
    '"ana ruiz"',
    "sails OR muller",
    "李",
    "a",
    "circle:close",
)


def the_hits(snapshot: Snapshot, today: date, words: str) -> dict[str, Any]:
    """What is looked for, all of it and the first of it with how many there are."""
    standings = Standings(snapshot, today, Settings())
    return {words: (search(standings, words), found(standings, words, limit=2))}


def those_who_answer(snapshot: Snapshot, today: date, words: str) -> dict[str, Any]:
    standings = Standings(snapshot, today, Settings())
    found = people_found(standings, parse_query(words))
    return {words: [person_row(each, standings) for each in found]}


def the_addresses(snapshot: Snapshot, _: date, words: str) -> dict[str, Any]:
    return {words: addresses(snapshot, words)}


def the_log(snapshot: Snapshot, today: date) -> dict[str, Any]:
    """What passed, newest first."""
    standings = Standings(snapshot, today, Settings())
    month = timedelta(days=30)
    told: dict[str, Any] = {
        f"the last {limit}": log(standings, None, None, None, limit=limit)
        for limit in (1, 3, 1_000, None)
    }
    told["of late"] = log(standings, None, today - month, today, limit=2)
    told["till then"] = log(standings, None, None, today - month)
    return told


def the_ids(snapshot: Snapshot, _: date, id: str) -> dict[str, Any]:
    """What is found by the beginning of an id, and how much of it that takes."""
    return {id: (snapshot.short(id), snapshot.find(id[:4]), snapshot.find(id))}


Tell = Callable[[Snapshot, date], dict[str, Any]]


def questions(whole: Snapshot) -> Iterator[Tell]:
    """Everything that is asked of a part."""
    yield from (the_day, the_log)
    for name in (*WHOM, ANA, "6", "404"):
        yield partial(the_people, whom=[name])
    for words in WORDS:
        yield partial(the_hits, words=words)
    for words in (*WORDS, "", "is:dormant", "last:never -circle:close"):
        yield partial(those_who_answer, words=words)
    for words in ("", "ana", "zoe mu", "example"):
        yield partial(the_addresses, words=words)
    for table in ADDRESSABLE:
        yield from (partial(the_ids, id=id) for id in list(whole.table(table))[-2:])


def agree(path: Path, today: date) -> bool:
    """The part and the whole journal say the same; whether there was a part."""
    whole = Journal(path).snapshot
    journal = Journal(path)
    part = journal.near(whole=True)
    if isinstance(part, Part):
        for tell in questions(whole):
            wanted = tell(whole, today)
            for question, answer in tell(part, today).items():
                assert (question, answer) == (question, wanted[question])
            part.whole = None  # what it could not tell was read; the next is its own to answer
    journal.close(fold=False)
    return part is not None


def make_the_index_anew(history: History) -> None:
    """By a journal whose log was not folded."""
    history.lose_the_index()
    remade(history.path)


def remade(path: Path) -> Path:
    journal = Journal(path)
    journal.near()
    journal.refresh()
    journal.close(fold=False)
    return path


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from((*STEPS, *(write_oddly,) * 4, make_the_index_anew)), min_size=2, max_size=12
    ),
    st.integers(0, 10**6),
    DAYS,
)
def test_a_part_is_never_wrong(
    steps: list[Callable[[History], None]], seed: int, today: date
) -> None:
    with TemporaryDirectory() as folder:
        history = History(Path(folder), random.Random(seed))
        for step in steps:
            step(history)
            agree(history.path, today)


def renew_the_index(history: History) -> None:
    """By who read everything, as long as the log is short."""
    journal = Journal(history.path)
    journal.refresh()
    journal.close()


def put_into_a_circle(history: History) -> None:
    def change(snapshot: Snapshot) -> Any:
        who = snapshot.stored_person(history.someone(snapshot))
        return edits(snapshot, who, circle=history.chance.choice(list(Circle))) if who else []

    history.act(change)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from((*STEPS, put_into_a_circle, *(write_oddly,) * 4, *(renew_the_index,) * 6)),
        min_size=4,
        max_size=16,
    ),
    st.integers(0, 10**6),
    DAYS,
)
def test_an_index_that_is_brought_up_to_date_is_never_wrong(
    steps: list[Callable[[History], None]], seed: int, today: date
) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(indexing, "RENEWED_AT", 0)
        monkeypatch.setattr(dictionary, "FEW", 0)
        history = History(Path(folder), random.Random(seed))
        for step in steps:
            step(history)
            agree_on_names(history.path)
            agree(history.path, today)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with an index, somebody in a circle and somebody in none."""
    ana = person(circle=Circle.CLOSE, emails=())
    needs = entry(EntryKind.NEED, "a printer", who=bob().id)
    journal = journal_in(tmp_path, ana, bob(), gathering("PyCon", TODAY), needs)
    journal.close(fold=True)
    return journal.path


def near(path: Path, *, whole: bool = False) -> Snapshot:
    snapshot = Journal(path).near(whole=whole)
    assert snapshot is not None
    return snapshot


def test_the_day_and_a_page_are_answered_without_reading_the_journal(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(path, "Ana Ruiz: coffee today. next: call in 3 days")
    whole = Journal(path).snapshot
    wanted = the_day(whole, TODAY), the_people(whole, TODAY, WHOM)
    monkeypatch.setattr("netjournal.store.opened.read_journal", None)
    part = near(path)
    assert the_day(part, TODAY) == wanted[0]
    assert the_people(part, TODAY, WHOM) == wanted[1]


def test_what_is_beyond_the_part_is_refused_or_read(path: Path) -> None:
    part = near(path)
    with pytest.raises(BeyondIndexError):
        list(part.people())
    with pytest.raises(BeyondIndexError):
        part.table(Table.CARDS)
    assert {each.name for each in near(path, whole=True).people()} == {"Ana Ruiz", "Bob Stone"}


def test_everybody_is_listed_from_their_own_lines(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(path, "Cy Twombly: lunch today. birthday: 4 may")
    wanted = [*Journal(path).snapshot.people()]
    monkeypatch.setattr("netjournal.store.opened.read_journal", None)
    assert list(near(path, whole=True).people()) == wanted


def test_what_belongs_to_many_is_asked_of_the_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netjournal.journal.placed.ONE_BY_ONE", 0)
    part = near(path, whole=True)
    assert isinstance(part, Part)
    people = list(part.people())
    assert [len(part.entries_of(each.id)) for each in people] == [0, 1]
    assert part.whole is not None


def test_of_how_many_is_asked_one_by_one_grows_with_the_journal(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netjournal.journal.placed.ONE_BY_ONE", 0)
    monkeypatch.setattr("netjournal.journal.placed.AS_LONG", 1)
    part = near(path, whole=True)
    assert isinstance(part, Part)
    assert [len(part.entries_of(each.id)) for each in part.people()] == [0, 1]
    assert part.whole is None


def test_who_somebody_is_takes_nothing_else_of_theirs(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(path, "Bob Stone: lunch today. birthday: 4 may")
    wanted = [*Journal(path).snapshot.people()]
    monkeypatch.setattr("netjournal.journal.placed.ONE_BY_ONE", 0)
    part = near(path, whole=True)
    assert isinstance(part, Part)
    assert [part.person(each.id) for each in wanted] == wanted
    assert str(wanted[-1].birthday) == "--05-04"
    assert part.whole is None


def test_a_loaded_journal_is_its_own_near_part(path: Path) -> None:
    journal = Journal(path)
    assert journal.near() is not journal.snapshot
    assert journal.near() is journal.snapshot


def test_without_an_index_there_is_no_part(path: Path) -> None:
    path.with_name(".journal.json.index").unlink()
    assert Journal(path).near() is None


def test_a_part_outlives_the_loading_of_its_journal(path: Path) -> None:
    journal = Journal(path)
    part = journal.near()
    assert isinstance(part, Part)
    assert journal.snapshot is not part
    assert the_day(part, TODAY) == the_day(journal.snapshot, TODAY)
    journal.close()


def test_what_was_written_meanwhile_is_not_mixed_into_an_answer(path: Path) -> None:
    part = near(path, whole=True)
    add(path, "Ana Ruiz: coffee today")
    assert part.conversations_of(PersonId(ANA)) == ()
    assert len(list(part.people())) == 2
    with pytest.raises(ChangedMeanwhileError):
        list(part.conversations())


def test_a_file_that_is_edited_meanwhile_is_noticed(path: Path) -> None:
    part = near(path)
    edited = path.read_text(encoding="utf-8").replace("Bob Stone", "Bob Stane")
    path.write_text(edited, encoding="utf-8")
    with pytest.raises(BeyondIndexError):
        part.person(bob().id)


def test_a_journal_in_another_layout_is_answered_too(path: Path) -> None:
    import json

    path.write_text(json.dumps(json.loads(path.read_text()), indent=2))
    assert not agree(path, TODAY)
    journal = Journal(path)
    journal.refresh()
    journal.close()
    assert agree(path, TODAY)


def merged(snapshot: Snapshot, one: str, other: str) -> list[Change]:
    raw = snapshot.raw(Table.PEOPLE, one)
    assert raw is not None
    return [Change(Table.PEOPLE, one, raw, {**raw, "merged_into": other})]


def test_an_index_that_is_worn_is_made_anew_by_who_finds_it_so(path: Path) -> None:
    written(path, lambda snapshot: merged(snapshot, bob().id, ANA))
    Journal(path).close(fold=True)
    remade(path)
    Journal(path).undo()
    journal = Journal(path)
    assert journal.near() is None
    journal.refresh()
    journal.close(fold=False)
    assert Journal(path).near() is not None
    assert agree(path, TODAY)


def written(path: Path, *decisions: Callable[[Snapshot], Any]) -> None:
    for decide in decisions:
        journal = Journal(path)
        journal.act("something", decide)
        journal.close(fold=False)


def test_lines_that_the_log_changed_are_not_believed(path: Path) -> None:
    add(path, "Bob Stone: lunch today")
    Journal(path).close(fold=True)
    talk = next(Journal(path).snapshot.conversations())
    gone = next(Journal(path).snapshot.entries())
    written(
        path,
        lambda snapshot: edits(snapshot, talk, text="dinner"),
        lambda snapshot: remove(snapshot, Table.ENTRIES, gone.id),
    )
    path.with_name(".journal.json.index").unlink()
    assert agree(remade(path), TODAY)
    part = near(path)
    standings = Standings(part, TODAY, Settings())
    assert search(standings, "lunch") == search(standings, "printer") == ()
    assert [hit.snippet for hit in search(standings, "dinner")] == ["dinner"]
    assert part.conversations_of(bob().id) == (talk._replace(text="dinner"),)


def test_what_is_sure_to_say_a_word_and_what_was_asked_are_one_day(path: Path) -> None:
    counted(path, "Ana Ruiz: tea today, no sails", 'Bob Stone: tea today, "no sails"')
    written(path, lambda snapshot: edits(snapshot, bob(), how_we_met="sails"))
    assert agree(remade(path), TODAY)
    hits, total = found(Standings(near(path), TODAY, Settings()), "sails")
    assert [(hit.kind, hit.name) for hit in hits] == [
        ("person", "Bob Stone"),
        ("conversation", "Ana Ruiz"),
        ("conversation", "Bob Stone"),
    ]
    assert total == 3


def counted(path: Path, *lines: str) -> list[Conversation]:
    """Conversations that an index knows, newest first."""
    for line in lines:
        add(path, line)
    Journal(path).close(fold=True)
    remade(path)
    talks = Journal(path).snapshot.conversations()
    return sorted(talks, key=lambda talk: talk.day, reverse=True)


CORRECTIONS: dict[str, Callable[[Snapshot, Sequence[Conversation]], Any]] = {
    "another text": lambda now, talks: edits(now, talks[0], text="tea"),
    "another channel": lambda now, talks: edits(now, talks[0], channel=Channel.EMAIL),
    "another day": lambda now, talks: edits(now, talks[0], day=TODAY - timedelta(days=30)),
    "of one before": lambda now, talks: edits(now, talks[1], day=TODAY - timedelta(days=30)),
    "removed": lambda now, talks: remove(now, Table.CONVERSATIONS, talks[0].id),
    "one before removed": lambda now, talks: remove(now, Table.CONVERSATIONS, talks[1].id),
}


@pytest.mark.parametrize("correction", CORRECTIONS)
def test_a_corrected_conversation_does_not_wear_the_index(path: Path, correction: str) -> None:
    talks = counted(path, "Ana Ruiz: coffee today", "Ana Ruiz: lunch yesterday")
    written(path, lambda snapshot: CORRECTIONS[correction](snapshot, talks))
    part = near(path)
    assert the_day(part, TODAY) == the_day(Journal(path).snapshot, TODAY)
    assert agree(path, TODAY)


def test_a_promise_comes_back_when_the_outreach_that_held_it_is_corrected(tmp_path: Path) -> None:
    waited = promise(TODAY - timedelta(days=9), Owner.THEIRS, people=[bob().id])
    asked = talk(TODAY - timedelta(days=1), people=[bob().id])
    journal = journal_in(tmp_path, bob(circle=Circle.ROLODEX), waited, asked)
    journal.close(fold=True)
    path = remade(journal.path)
    assert the_day(near(path), TODAY)["today"]["items"] == []
    for correct in (
        lambda now: edits(now, asked, day=TODAY - timedelta(days=60)),
        lambda now: remove(now, Table.CONVERSATIONS, asked.id),
    ):
        written(path, correct)
        items = the_day(near(path), TODAY)["today"]["items"]
        assert [item["kind"] for item in items] == ["waiting"]
        Journal(path).undo()
    add(path, "called Bob Stone")
    written(path, lambda now: remove(now, Table.CONVERSATIONS, asked.id))
    assert the_day(near(path), TODAY)["today"]["items"] == []


def brought_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> Snapshot:
    """What the index tells once what came since was patched in, and it alone."""
    monkeypatch.setattr(indexing, "RENEWED_AT", 0)
    monkeypatch.setattr(dictionary, "FEW", 0)
    monkeypatch.setattr("netjournal.store.opened.keep_index", None)
    journal = Journal(path)
    journal.refresh()
    journal.close()
    return near(path)


def test_who_enters_a_circle_brings_all_that_is_theirs_near(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    met = talk(TODAY - timedelta(days=1), people=[bob().id])
    journal = journal_in(tmp_path, bob(circle=Circle.ROLODEX), met)
    journal.close(fold=True)
    path = remade(journal.path)
    add(path, "Bob Stone: lunch today")
    chosen = bob(circle=Circle.ROLODEX)
    written(path, lambda snapshot: edits(snapshot, chosen, circle=Circle.CLOSE))
    part, whole = brought_up(path, monkeypatch), Journal(path).snapshot
    assert the_day(part, TODAY) == the_day(whole, TODAY)
    assert part.conversations_of(bob().id) == whole.conversations_of(bob().id)
    assert len(part.conversations_of(bob().id)) == 2


def test_an_outreach_is_told_by_the_index_it_was_patched_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited = promise(TODAY - timedelta(days=9), Owner.THEIRS, people=[bob().id])
    journal = journal_in(tmp_path, bob(circle=Circle.ROLODEX), waited)
    journal.close(fold=True)
    path = remade(journal.path)
    assert len(the_day(near(path), TODAY)["today"]["items"]) == 1
    add(path, "called Bob Stone")
    assert the_day(brought_up(path, monkeypatch), TODAY)["today"]["items"] == []


def test_merged_people_do_not_wear_the_index(path: Path) -> None:
    counted(path, "Ana Ruiz: coffee yesterday. next: call in 3 days", "Bob Stone: lunch today")
    written(path, lambda snapshot: merged(snapshot, bob().id, ANA))
    part, whole = near(path), Journal(path).snapshot
    assert the_day(part, TODAY) == the_day(whole, TODAY)
    assert part.about(PersonId(ANA)) == whole.about(PersonId(ANA)) == "close, last met 2026-03-11"
    assert part.name_of(bob().id) == "Ana Ruiz"
    assert agree(path, TODAY)


def test_an_outreach_of_a_day_to_come_does_not_hide_the_one_before(tmp_path: Path) -> None:
    records = (
        bob(circle=Circle.ROLODEX),
        promise(TODAY - timedelta(days=9), Owner.THEIRS, people=[bob().id]),
        talk(TODAY - timedelta(days=1), people=[bob().id]),
        talk(TODAY + timedelta(days=3), people=[bob().id]),
    )  # fmt: skip
    journal = journal_in(tmp_path, *records)
    journal.close(fold=True)
    for day in (-2, 0, 5):
        assert agree(journal.path, TODAY + timedelta(days=day))


def as_it_stands(change: Change, **fields: object) -> Change:
    """A new record with some of its fields as only a hand or another version writes them."""
    return change._replace(after={**(change.after or {}), **fields})


@pytest.mark.parametrize(
    ("odd", "quieted"),
    [
        ({"day": "20260310"}, True),
        ({"day": "2026-W11-2"}, True),
        ({"day": "2026-02-30"}, False),
        ({"day": "yesterday"}, False),
        ({"day": None}, False),
        ({"channel": "pigeon"}, False),
    ],
)
@pytest.mark.parametrize("since", [False, True])
def test_an_outreach_that_is_written_oddly_counts_as_far_as_it_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, odd: dict[str, object], quieted: bool,
    since: bool,
) -> None:  # fmt: skip
    cy = bob(circle=Circle.ROLODEX)
    waited = promise(TODAY - timedelta(days=9), Owner.THEIRS, people=[cy.id])
    before = talk(TODAY - timedelta(days=40), people=[cy.id])
    path = journal_in(tmp_path, cy, waited, before).path
    asked = as_it_stands(created(talk(TODAY - timedelta(days=1), people=[cy.id])), **odd)
    if not since:
        written(path, lambda _: [asked])
    Journal(path).close(fold=True)
    remade(path)
    if since:
        written(path, lambda _: [asked])
    whole = Journal(path).snapshot
    for part in (whole, near(path), brought_up(path, monkeypatch)):
        items = the_day(part, TODAY)["today"]["items"]
        assert [item["kind"] for item in items] == ([] if quieted else ["waiting"])
        last = part.outreach(cy.id, TODAY)
        assert last is not None
        assert last.day == TODAY - timedelta(days=1 if quieted else 40)


def test_what_was_removed_makes_the_ids_of_others_shorter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = (entry(EntryKind.NEED, "a map")._replace(id=RecordId(id)) for id in IDS[:2])
    journal = journal_in(tmp_path, person(PersonId(IDS[2])), one, other)
    journal.close(fold=True)
    written(journal.path, lambda snapshot: remove(snapshot, Table.ENTRIES, one.id))
    for part in (near(journal.path), brought_up(journal.path, monkeypatch)):
        assert list(part.open_commitments()) == []
        assert part.find(one.id) == ()
        assert part.short(IDS[2]) == Journal(journal.path).snapshot.short(IDS[2]) == "1234"


IDS = ("123456", "123999", "123450")


def test_a_promise_that_is_open_again_is_asked_of_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = journal_in(tmp_path, bob(circle=Circle.ROLODEX)).path
    add(path, "Bob Stone: coffee today. next: call in 3 days")
    mine = next(Journal(path).snapshot.open_commitments())
    written(path, lambda snapshot: edits(snapshot, mine, state=CommitmentState.DONE))
    Journal(path).close(fold=True)
    remade(path)
    done = Journal(path).snapshot.commitment(mine.id)
    assert done is not None
    written(path, lambda snapshot: edits(snapshot, done, state=CommitmentState.OPEN))
    with pytest.raises(BeyondIndexError):
        list(near(path).open_commitments())
    assert agree(path, TODAY)
    anew: list[object] = []
    monkeypatch.setattr(indexing, "RENEWED_AT", 0)
    monkeypatch.setattr(dictionary, "FEW", 0)
    monkeypatch.setattr("netjournal.store.opened.keep_index", lambda *of: anew.append(of))
    journal = Journal(path)
    journal.refresh()
    journal.close()
    assert anew, "it cannot be patched in"


def test_who_was_merged_into_themselves_is_nowhere(tmp_path: Path) -> None:
    odd = bob(merged_into=bob().id, emails=(), nicknames=("Sailor",))
    journal = journal_in(tmp_path, person(), odd)
    journal.close(fold=True)
    assert those_who_answer(near(journal.path, whole=True), TODAY, "sailor") == {"sailor": []}


def test_ids_and_who_has_an_address_come_in_order(path: Path) -> None:
    shared = (Labelled("ana@example.org"),)
    written(
        path,
        lambda _: [created(bob(emails=shared)._replace(id=PersonId(id))) for id in IDS],
        lambda now: edits(now, now.stored_person(ANA), emails=shared),
    )
    for snapshot in (near(path), Journal(path).snapshot):
        assert snapshot.people_at("ana@example.org") == (*sorted(IDS), ANA, bob().id)
        assert [id for _, id in snapshot.find("1234")] == ["123450", "123456"]
    assert agree(path, TODAY)


@pytest.mark.parametrize("is_merged", [False, True])
def test_who_came_back_is_still_known_from_what_passed_before(path: Path, is_merged: bool) -> None:
    cy = bob(circle=Circle.ROLODEX)._replace(id=PersonId("70"), name="Cy Twombly")
    written(path, lambda _: [created(cy), created(talk(TODAY, people=[cy.id]))])
    written(path, lambda now: remove(now, Table.PEOPLE, cy.id))
    Journal(path).close(fold=True)
    remade(path)
    Journal(path).undo()
    if is_merged:
        written(path, lambda now: merged(now, cy.id, ANA))
    agree_on_names(path)
    assert agree(path, TODAY)
