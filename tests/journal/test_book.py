"""Names: whom a phrase may mean, in tiers, and whom it nearly means."""

from __future__ import annotations

import pytest

from netjournal.domain.gesture import Change, Table
from netjournal.domain.names import Fit, NameMatch, chosen
from netjournal.domain.person import Affiliation
from netjournal.domain.values import Circle
from netjournal.journal.changes import created
from netjournal.journal.snapshot import Snapshot
from tests.domain.make import ME, TODAY, day, person, talk
from tests.journal.make import BOB, bob, gathering, snapshot_of

SEAN = person("71", name="Seán O'Neil", nicknames=("Shorty",))
MARIA = person("72", name="María José van der Berg", given="María José", family="van der Berg")
LI = person("73", name="李小红")
SILENT = person("74", name="Ana Silva", circle=Circle.ROLODEX)
SILENT_BOB = person("75", name="Bob", circle=Circle.ROLODEX)
PEOPLE = (person(), SEAN, MARIA, LI, SILENT)
SNAPSHOT = snapshot_of(ME, *PEOPLE)


def meant(phrase: str, snapshot: Snapshot = SNAPSHOT) -> list[str]:
    return [match.name for match in chosen(snapshot.names.people(phrase))]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Seán O'Neil", "Seán O'Neil"),
        ("sean o'neil", "Seán O'Neil"),
        ("SEAN O’NEIL", "Seán O'Neil"),
        ("shorty", "Seán O'Neil"),
        ("sean", "Seán O'Neil"),
        ("Sean O", "Seán O'Neil"),
        ("o'neil", "Seán O'Neil"),
        ("Dr. Sean O'Neil", "Seán O'Neil"),
        ("maria jose van der berg", "María José van der Berg"),
        ("maria", "María José van der Berg"),
        ("berg", "María José van der Berg"),
        ("van der Berg", "María José van der Berg"),
        ("李小红", "李小红"),
        ("小红", "李小红"),
    ],
)
def test_the_ways_to_name_somebody(phrase: str, name: str) -> None:
    assert meant(phrase) == [name]


@pytest.mark.parametrize("phrase", ["", "  ", "nobody", "sean o'neil jr smith", "李", "me", "."])
def test_what_names_nobody(phrase: str) -> None:
    assert meant(phrase) == []


def test_silent_people_of_the_rolodex_come_second_but_for_their_full_name() -> None:
    assert meant("ana") == ["Ana Ruiz"]
    assert meant("ana silva") == ["Ana Silva"]
    assert meant("silva") == ["Ana Silva"]


def test_who_was_talked_with_is_silent_no_more() -> None:
    snapshot = SNAPSHOT.after([created(talk(TODAY, people=[SILENT.id]))])
    assert sorted(meant("ana", snapshot)) == ["Ana Ruiz", "Ana Silva"]


def test_the_full_name_of_a_silent_one_wins_over_the_first_name_of_another() -> None:
    assert meant("bob", snapshot_of(bob(), SILENT_BOB)) == ["Bob"]
    assert meant("bob stone", snapshot_of(bob(), SILENT_BOB)) == ["Bob Stone"]


def test_a_match_says_what_tells_it_apart() -> None:
    who = bob(organisations=(Affiliation(name="Acme"),))
    (match,) = snapshot_of(who).names.people("bob")
    assert match == NameMatch(
        person=BOB, name="Bob Stone", fit=Fit.FIRST, known=True, circle=Circle.CLOSE,
        about="Acme, close, ana@example.org",
    )  # fmt: skip


def test_a_new_name_is_found_and_the_old_one_no_more() -> None:
    old = SNAPSHOT.raw(Table.PEOPLE, LI.id)
    assert old is not None
    after = SNAPSHOT.after([Change(Table.PEOPLE, LI.id, old, {**old, "name": "李大山"})])
    assert meant("大山", after) == ["李大山"]
    assert meant("小红", after) == []
    gone = after.after([Change(Table.PEOPLE, LI.id, after.raw(Table.PEOPLE, LI.id), None)])
    assert meant("大山", gone) == []
    assert meant("小红") == ["李小红"]


def test_who_has_no_name_is_not_proposed() -> None:
    snapshot = snapshot_of(person(name=""), bob())
    assert snapshot.names.beginning("") == ["Bob Stone"]


def test_names_that_differ_by_an_accent_alone_are_proposed_in_one_order() -> None:
    accented, plain = person(name="Ána Ruiz"), bob()._replace(name="Ana Ruiz")
    for records in ((accented, plain), (plain, accented)):
        assert snapshot_of(*records).names.beginning("an") == ["Ana Ruiz", "Ána Ruiz"]


def test_who_was_merged_has_no_name_of_their_own() -> None:
    assert meant("bob", snapshot_of(person(), bob(merged_into="50"))) == []


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("Ana Riuz", "Ana Ruiz"),
        ("Sean O'Neill", "Seán O'Neil"),
        ("Ana Sliva", "Ana Silva"),
        ("Marai", "María José van der Berg"),
        ("maria jose van der brg", "María José van der Berg"),
    ],
)
def test_a_typing_error_away(typed: str, near: str) -> None:
    assert [match.name for match in SNAPSHOT.names.similar(typed)][:1] == [near]


@pytest.mark.parametrize("typed", ["Bob", "Ann", "Zoe", "Na", "", "Ana Ruiz", "Katharina"])
def test_another_name_is_no_typing_error(typed: str) -> None:
    assert "Ana Ruiz" not in [match.name for match in SNAPSHOT.names.similar(typed)]


def test_the_nearest_comes_first_whether_old_or_new() -> None:
    two_away, one_away = "Katarina Lindqvist", "Katarina Lindkvist"
    raw = created(person("81", name=two_away)).after
    assert raw is not None
    snapshot = Snapshot({Table.PEOPLE: {"81": raw}}).after([created(person("82", name=one_away))])
    names = [match.name for match in snapshot.names.similar("Katarina Lindkvst")]
    assert names == [one_away, two_away]


def test_gatherings_by_their_name_the_newest_first() -> None:
    old = gathering("PyCon", day("2025-03-01"), id="41")
    new = gathering("pycon", day("03-01"), id="42")
    names = snapshot_of(old, new, gathering("PyCon Wales", id="43")).names
    assert [g.gathering for g in names.gatherings(" PYCON ")] == ["42", "41"]
    assert list(names.gatherings("py")) == []


def test_the_longest_name_in_words() -> None:
    assert SNAPSHOT.names.longest == 5
    assert snapshot_of().names.longest == 1
