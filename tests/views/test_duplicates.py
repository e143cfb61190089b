"""The pairs who are likely one, with what speaks for it and against."""

from __future__ import annotations

from netjournal.domain.person import Labelled, Person
from netjournal.domain.values import Circle, PartialDate, PersonId
from netjournal.journal.merging import dismiss, merge
from netjournal.journal.snapshot import Snapshot
from netjournal.views.duplicates import (
    as_they_are,
    duplicates,
    pair_of,
    pairs_json,
    still_open,
)
from tests.domain.make import ANA, TODAY, person
from tests.journal.make import snapshot_of

TWIN = PersonId("70")


def other(**values: object) -> Person:
    values.setdefault("name", "Ana M. Ruiz")
    values.setdefault("circle", Circle.ROLODEX)
    values.setdefault("phones", ())
    return person(TWIN, **values)  # type: ignore[arg-type]  # fields by name


def reasons(snapshot: Snapshot) -> list[tuple[str, ...]]:
    return [pair.reasons for pair in duplicates(snapshot, "DE")]


def test_the_nearer_person_comes_first_with_the_reasons() -> None:
    for people in ((person(), other()), (other(), person())):
        (pair,) = duplicates(snapshot_of(*people))
        assert (pair.first.id, pair.second.id) == (ANA, TWIN)
        assert pair.reasons == (
            "the e-mail address ana@example.org",
            f"names that agree: {people[1].name}, {people[0].name}",
        )
        assert pair.doubts == ()
        assert pair.likeness.is_sure


def test_numbers_are_compared_by_the_region() -> None:
    twin = other(name="Somebody", emails=(), phones=(Labelled("030 1234567"),))
    assert reasons(snapshot_of(person(), twin)) == [("the number 030 1234567",)]


def test_a_household_is_shown_with_its_doubt() -> None:
    (pair,) = duplicates(snapshot_of(person(), other(name="Luis Ruiz")))
    assert pair.doubts == ("the names differ: one household or office?",)
    assert not pair.likeness.is_sure


def test_birthdays_that_differ_are_a_doubt() -> None:
    twins = (person(birthday=PartialDate(3, 1)), other(birthday=PartialDate(3, 2)))
    (pair,) = duplicates(snapshot_of(*twins))
    assert pair.doubts == ("birthdays --03-01 and --03-02",)


def test_the_surest_come_first() -> None:
    third = person("71", name="Luis Ruiz")
    pairs = duplicates(snapshot_of(third, person(), other()))
    assert [pair.likeness.is_sure for pair in pairs] == [True, False, False]


def test_who_was_merged_or_dismissed_is_no_pair() -> None:
    before = snapshot_of(person(), other())
    assert duplicates(before.after(merge(before, ANA, TWIN, TODAY))) == ()
    assert duplicates(before.after(dismiss(before, TWIN, ANA))) == ()


def test_the_pairs_of_one_person() -> None:
    snapshot = snapshot_of(person(), other(), person("71", name="X Y", emails=()))
    assert len(duplicates(snapshot, among=TWIN)) == 1
    assert duplicates(snapshot, among=PersonId("71")) != duplicates(snapshot, among=TWIN)


def test_pairs_found_before_are_open_until_somebody_decides() -> None:
    third = person("71", name="Luis Ruiz")
    before = snapshot_of(person(), other(), third)
    found = duplicates(before)
    assert len(still_open(found, before)) == 3
    assert len(still_open(found, before.after(dismiss(before, TWIN, ANA)))) == 2
    merged = before.after(merge(before, ANA, TWIN, TODAY))
    (left,) = still_open(found, merged)
    assert {left.first.id, left.second.id} & {PersonId("71")}
    now = as_they_are(left, merged)
    assert {now.first.id, now.second.id} == {ANA, PersonId("71")}


def test_any_two_can_be_compared_and_the_nearer_stays() -> None:
    stranger = person("71", name="Nika Brandt", emails=(), phones=(), circle=Circle.INNER)
    pair = pair_of(person(), stranger, snapshot_of(person(), stranger))
    assert pair.first.id == "71"
    assert pair.sentences[0] == "the names differ: one household or office?"
    assert pair.swapped.first.id == ANA
    assert pair.swapped.swapped == pair


def test_what_gives_way_in_a_merge_is_told_before() -> None:
    twins = (person(birthday=PartialDate(3, 1)), other(birthday=PartialDate(3, 2)))
    (pair,) = duplicates(snapshot_of(*twins))
    assert pair.sentences[-1] == "if one, into a note: birthday --03-02"
    assert pair.swapped.sentences[-1] == "if one, into a note: birthday --03-01"


def test_their_fields_stand_side_by_side() -> None:
    (pair,) = duplicates(snapshot_of(person(calibre=5), other()))
    told = {each.label: (each.first, each.second) for each in pair.fields}
    assert told["Name"] == ("Ana Ruiz", "Ana M. Ruiz")
    assert "5" not in {text for texts in told.values() for text in texts}
    assert not any(not (each.first or each.second) for each in pair.fields)


def test_the_json_tells_ids_and_reasons() -> None:
    (pair,) = pairs_json(duplicates(snapshot_of(person(), other())))
    assert pair["sure"] is True
    assert [each["id"] for each in pair["people"]] == [ANA, TWIN]  # type: ignore[attr-defined]  # a list
