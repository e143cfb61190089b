"""Two records of one person become one; nothing is lost, nothing else rewritten, all undone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.gesture import Table
from netjournal.domain.person import Address, Labelled, Person, Relation, Rest
from netjournal.domain.values import Channel, Circle, EntryKind, PartialDate, PersonId
from netjournal.errors import UnknownNameError, UsageError
from netjournal.journal.merging import are_apart, dismiss, merge, merge_all, united
from tests.domain.make import ANA, TODAY, person, promise, talk
from tests.journal.make import BOB, bob, entry, journal_in, names, snapshot_of, texts

TWIN = PersonId("70")


def twin(**values: object) -> Person:
    values.setdefault("name", "Ana M. Ruiz")
    values.setdefault("circle", Circle.ROLODEX)
    return person(TWIN, **values)  # type: ignore[arg-type]  # fields by name


def test_what_belonged_to_both_belongs_to_one_and_nothing_else_is_rewritten() -> None:
    before = snapshot_of(
        person(), twin(), talk(date(2026, 1, 5), people=(TWIN,)), promise(people=(TWIN,))
    )
    changes = merge(before, ANA, TWIN, TODAY)
    assert {(change.table, change.id) for change in changes} == {
        (Table.PEOPLE, ANA),
        (Table.PEOPLE, TWIN),
    }
    after = before.after(changes)
    assert names(after) == {"Ana Ruiz"}
    assert len(after.conversations_of(ANA)) == len(after.commitments_of(ANA)) == 1
    assert after.name_of(TWIN) == "Ana Ruiz"


def test_one_undo_parts_them_again(tmp_path: Path) -> None:
    journal = journal_in(tmp_path, person(), twin(birthday=PartialDate(3, 1)))
    before = {id: journal.snapshot.raw(Table.PEOPLE, id) for id in (ANA, TWIN)}
    journal.act("merge", lambda snapshot: merge(snapshot, ANA, TWIN, TODAY))
    journal.undo()
    assert {id: journal.snapshot.raw(Table.PEOPLE, id) for id in (ANA, TWIN)} == before
    journal.close()


def test_values_are_united_each_once() -> None:
    whole, lost = united(
        person(phones=(Labelled("+44 20 7946 0001"),), emails=(Labelled("a@x.org"),)),
        twin(
            phones=(Labelled("020 7946 0001", "work"), Labelled("+44 20 7946 0002")),
            emails=(Labelled("A@X.org"), Labelled("b@x.org")),
            addresses=(Address(city="Porto"),),
            topics=("gov",),
        ),
        "GB",
    )
    assert whole.phones == (Labelled("+44 20 7946 0001", "work"), Labelled("+44 20 7946 0002"))
    assert whole.emails == (Labelled("a@x.org"), Labelled("b@x.org"))
    assert whole.topics == ("gov",)
    assert Address(city="Porto") in whole.addresses
    assert lost == ()


def test_the_other_name_is_one_they_are_found_by() -> None:
    after = snapshot_of(person(), twin())
    after = after.after(merge(after, ANA, TWIN, TODAY))
    assert [match.person for match in after.names.people("Ana M. Ruiz")] == [ANA]


def test_a_real_name_wins_over_an_address() -> None:
    nameless = person(name="ana@example.org")
    whole, _ = united(nameless, twin(given="Ana"))
    assert (whole.name, whole.given, whole.nicknames) == ("Ana M. Ruiz", "Ana", ())


def test_where_only_one_can_stand_a_note_tells_the_other() -> None:
    before = snapshot_of(
        person(birthday=PartialDate(3, 1, 1980), preferred=Channel.PHONE),
        twin(birthday=PartialDate(4, 2), preferred=Channel.EMAIL),
    )
    after = before.after(merge(before, ANA, TWIN, TODAY))
    (note,) = texts(after.entries_of(ANA, EntryKind.NOTE))
    assert note == "Merged with Ana M. Ruiz, of whom it said: birthday --04-02; preferred email."
    kept = after.person(ANA)
    assert kept is not None
    assert kept.birthday == PartialDate(3, 1, 1980)


@pytest.mark.parametrize("kept_is_nearer", [True, False])
def test_they_stand_where_the_nearer_record_stood(kept_is_nearer: bool) -> None:
    near = {"circle": Circle.CLOSE, "circle_since": date(2025, 1, 1)}
    far = {"circle": Circle.ROLODEX, "circle_since": None, "rest": Rest(date(2025, 5, 5))}
    mine, theirs = (near, far) if kept_is_nearer else (far, near)
    whole, _ = united(person(**mine), twin(**theirs))
    assert (whole.circle, whole.circle_since, whole.rest) == (
        Circle.CLOSE, date(2025, 1, 1), None,
    )  # fmt: skip


def test_nobody_is_related_to_themselves() -> None:
    whole, _ = united(
        person(relations=(Relation(kind="knows", person=TWIN),)),
        twin(relations=(Relation(kind="partner", person=BOB),)),
    )
    assert whole.relations == (Relation(kind="partner", person=BOB),)


def test_many_become_one_in_one_act_a_record_changed_once() -> None:
    third = twin()._replace(id=PersonId("77"), emails=(Labelled("third@example.org"),))
    before = snapshot_of(person(), twin(), third)
    pairs = [(ANA, TWIN), (TWIN, third.id), (third.id, ANA)]
    changes = merge_all(before, pairs, TODAY)
    assert len({(change.table, change.id) for change in changes}) == len(changes)
    after = before.after(changes)
    assert {after.final(id) for _, id in pairs} == {ANA}
    kept = after.person(ANA)
    assert kept is not None
    assert "third@example.org" in {email.value for email in kept.emails}


def test_fields_of_a_newer_version_are_united_too() -> None:
    whole, _ = united(
        person(extra={"a": 1, "emails": [{"value": "x", "new": 1}]}),
        twin(extra={"a": 2, "b": 3, "emails": [{"value": "y", "new": 2}]}),
    )
    emails = [{"value": "x", "new": 1}, {"value": "y", "new": 2}]
    assert whole.extra == {"a": 1, "b": 3, "emails": emails}


VALUES: dict[str, tuple[object, ...]] = {
    "birthday": (None, PartialDate(3, 1), PartialDate(4, 2)),
    "died": (False, True),
    "died_on": (None, date(2025, 1, 1)),
    "cadence": (None,),
    "how_we_met": ("", "on the pier", "at work"),
    "in_common": ("", "sailing"),
    "calibre": (None, 3, 5),
    "given": ("", "Ana"),
    "preferred": (None, Channel.EMAIL),
    "topics": ((), ("gov",), ("ux", "gov")),
    "nicknames": ((), ("Anita",)),
}
SOMEBODY = st.fixed_dictionaries({name: st.sampled_from(v) for name, v in VALUES.items()})


@given(SOMEBODY, SOMEBODY)
def test_nothing_that_either_said_is_gone(
    mine: dict[str, object], theirs: dict[str, object]
) -> None:
    whole, lost = united(person(**mine), twin(**theirs))  # type: ignore[arg-type]  # by name
    told = f"{whole} {lost}"
    for values in (mine, theirs):
        for name, value in values.items():
            for item in value if isinstance(value, tuple) else (value,):
                assert not item or name == "given" or repr(item) in told or str(item) in told


def test_every_field_of_a_person_has_a_place_in_a_merge() -> None:
    """A new field is lost in a merge until ``united`` says what becomes of it."""
    untouched = {"id", "made", "origin", "merged_into", "name"}
    for name, hint in Person.__annotations__.items():
        if name in untouched:
            continue
        values = {"extra": {"x": 1}, "circle": Circle.INNER, "relations": (Relation(kind="k"),)}
        value = values.get(name, ("x",) if "tuple" in str(hint) else "x")
        if name in {"emails", "phones"}:
            value = (Labelled("x"),)
        bare = Person(id=ANA, made="", name="A", circle=Circle.NETWORK)
        nearer = bare._replace(id=TWIN, circle=Circle.CLOSE)
        whole, _ = united(bare, nearer._replace(**{name: value}))  # type: ignore[arg-type]  # by name
        assert getattr(whole, name) == value, name


def test_nobody_is_merged_with_themselves_or_with_nobody() -> None:
    before = snapshot_of(person(), twin())
    with pytest.raises(UsageError):
        merge(before, ANA, ANA, TODAY)
    with pytest.raises(UsageError):
        merge(before.after(merge(before, ANA, TWIN, TODAY)), ANA, TWIN, TODAY)
    with pytest.raises(UnknownNameError):
        merge(before, ANA, PersonId("99"), TODAY)


def test_two_people_stay_two_once_somebody_said_so() -> None:
    before = snapshot_of(person(), bob(), entry(EntryKind.NOTE, "x"))
    after = before.after(dismiss(before, ANA, BOB))
    one, other = after.person(ANA), after.person(BOB)
    assert one is not None
    assert other is not None
    assert are_apart(one, other)
    assert are_apart(other, one)
    assert dismiss(after, BOB, ANA) == []
    with pytest.raises(UsageError):
        dismiss(after, ANA, ANA)
