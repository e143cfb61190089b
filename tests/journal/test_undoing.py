"""Undo: what can be taken back is, what others touched or refer to stays and is listed."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.gesture import Change, Gesture, Table
from netjournal.domain.person import Relation
from netjournal.domain.values import Owner, PersonId, RecordId
from netjournal.journal.changes import created, edited
from netjournal.journal.snapshot import Snapshot
from netjournal.journal.undoing import effective, next_redo, next_undo, taken_back
from netjournal.store.codec import encode
from netjournal.store.held import Held
from tests.domain.make import ANA, TODAY, person, promise, talk
from tests.journal.make import BOB, bob, gathering, snapshot_of


def gesture(id: str, *changes: Change, undoes: str | None = None) -> Gesture:
    return Gesture(id=id, at="2026-03-11T08:00:00Z", label=id, changes=changes, undoes=undoes)


def after_undo(act: Gesture, snapshot: Snapshot) -> Snapshot:
    return snapshot.after(taken_back(act, snapshot).changes)


def test_a_new_record_goes_and_an_edited_one_is_as_before() -> None:
    before = snapshot_of(person())
    change = edited(before, before.person(ANA), person()._replace(name="Ana Maria"))
    assert change is not None
    act = gesture("1", change, created(bob()))
    back = after_undo(act, before.after(act.changes))
    assert [each.name for each in back.people()] == ["Ana Ruiz"]


def test_a_field_edited_since_stays_and_others_are_taken_back_around_it() -> None:
    before = snapshot_of(person())
    change = edited(before, person(), person()._replace(name="Ana Maria"))
    assert change is not None
    act = gesture("1", change)
    now = before.after(act.changes)
    other = edited(now, now.person(ANA), person()._replace(name="Ana Maria", calibre=4))
    assert other is not None
    now = now.after([other])
    back = after_undo(act, now).person(ANA)
    assert back is not None
    assert (back.name, back.calibre) == ("Ana Ruiz", 4)
    again = edited(now, now.person(ANA), person()._replace(name="Ana B"))
    assert again is not None
    undoing = taken_back(act, now.after([again]))
    assert undoing.changes == ()
    assert undoing.kept == (change,)


@given(st.sampled_from([BOB, PersonId("by hand")]), st.booleans(), st.booleans())
def test_a_person_a_held_conversation_names_stays(
    who: PersonId, is_named: bool, is_mentioned: bool
) -> None:
    act = gesture("1", created(person()._replace(id=who)))
    record = talk(
        TODAY, people=[who] if is_named else [ANA], mentions=(who,) if is_mentioned else ()
    )
    line = json.dumps(encode(record), separators=(",", ":")).encode()
    snapshot = Snapshot({Table.CONVERSATIONS: {record.id: Held(line)}, Table.PEOPLE: {}})
    undoing = taken_back(act, snapshot.after(act.changes))
    assert (undoing.changes == ()) is (is_named or is_mentioned)


def test_a_person_others_speak_of_stays() -> None:
    act = gesture("1", created(bob()))
    for record in (
        talk(TODAY, people=[BOB]),
        promise(people=[BOB]),
        person(relations=(Relation(kind="partner", person=BOB),)),
        gathering(chosen=(BOB,)),
    ):
        undoing = taken_back(act, snapshot_of(bob(), record))
        assert undoing.changes == (), record
        assert undoing.kept == act.changes


def test_who_a_staying_record_of_the_same_act_speaks_of_stays_with_it() -> None:
    lunch = talk(TODAY, people=[BOB])
    act = gesture("1", created(bob()), created(lunch), created(promise(people=[ANA])))
    now = snapshot_of(person()).after(act.changes)
    told = edited(now, lunch, lunch._replace(text="by hand"))
    assert told is not None
    undoing = taken_back(act, now.after([told]))
    assert {change.id for change in undoing.kept} == {BOB, lunch.id}
    assert len(undoing.changes) == 1


def test_a_reference_that_the_same_undo_takes_back_holds_nothing() -> None:
    before = snapshot_of(gathering())
    chosen = edited(before, gathering(), gathering(chosen=(BOB,)))
    assert chosen is not None
    act = gesture("1", created(bob()), chosen)
    back = after_undo(act, before.after(act.changes))
    assert list(back.people()) == []


def test_the_next_of_a_recurring_promise_holds_the_one_before() -> None:
    first = promise(TODAY, Owner.MINE)
    act = gesture("1", created(first))
    following = promise(TODAY)._replace(follows=RecordId(first.id))
    assert taken_back(act, snapshot_of(first, following)).changes == ()


def test_an_undo_of_an_undo_counts_again() -> None:
    act, undo, redo = gesture("1"), gesture("2", undoes="1"), gesture("3", undoes="2")
    assert effective([act, undo]) == {"1": False, "2": True}
    assert effective([act, undo, redo]) == {"1": True, "2": False, "3": True}
    assert next_undo([act, undo]) is None
    assert next_redo([act, undo]) is undo
    assert next_undo([act, undo, redo]) is act
    assert next_redo([act, undo, redo]) is None


def test_nothing_is_redone_after_another_act() -> None:
    act, undo, other = gesture("1"), gesture("2", undoes="1"), gesture("3")
    assert next_redo([act, undo, other]) is None


def test_redo_goes_back_through_several_undos() -> None:
    acts = [gesture("1"), gesture("2"), gesture("3", undoes="2"), gesture("4", undoes="1")]
    first = next_redo(acts)
    assert first is acts[3]
    second = next_redo([*acts, gesture("5", undoes="4")])
    assert second is acts[2]


def test_a_removal_is_redone_although_others_speak_of_the_person() -> None:
    lunch = talk(TODAY, people=[BOB])
    restored = gesture("2", created(bob()), undoes="1")
    assert len(taken_back(restored, snapshot_of(bob(), lunch)).changes) == 1
