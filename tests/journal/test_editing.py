"""Acts on single records: fields, circles, rest, death, pauses, removal."""

from __future__ import annotations

from typing import Any

import pytest

from netjournal.domain.gesture import Change, Table
from netjournal.domain.me import Pause
from netjournal.domain.person import Relation, Rest
from netjournal.domain.settings import Settings
from netjournal.domain.values import (
    ME,
    Circle,
    CommitmentState,
    EntryKind,
    Owner,
    PartialDate,
    PersonId,
)
from netjournal.errors import InputError, UnknownNameError, UsageError
from netjournal.journal import editing
from netjournal.journal.fields import Reading
from netjournal.journal.snapshot import Snapshot
from tests.domain.make import ANA, TODAY, ago, day, pause, person, promise
from tests.domain.make import ME as ROBIN
from tests.journal.make import BOB, bob, entry, snapshot_of

READING = Reading(TODAY, Settings())


def edit(snapshot: Snapshot, *words: str) -> Snapshot:
    who = snapshot.person(ANA)
    assert who is not None
    sets = editing.assignments(words)
    return snapshot.after(editing.edit_person(snapshot, who, sets, READING))


def ana(snapshot: Snapshot) -> Any:
    return snapshot.person(ANA)


def test_several_fields_are_one_change() -> None:
    snapshot = snapshot_of(person())
    sets = editing.assignments(["topic+=gov", "calibre = 4"])
    changes = editing.edit_person(snapshot, person(), sets, READING)
    assert len(changes) == 1
    after = ana(snapshot.after(changes))
    assert (after.topics, after.calibre) == (("gov",), 4)


def test_a_relation_is_to_whoever_has_the_name_and_a_name_where_nobody_has() -> None:
    posy = Relation(kind="child", name="Posy")
    snapshot = edit(snapshot_of(person(relations=(posy,)), bob()), "relation+=partner: bob stone")
    assert ana(snapshot).relations == (posy, Relation(kind="partner", person=BOB))
    again = edit(snapshot, "relation=partner: Bob Stone, knows: Zoë")
    assert ana(again).relations == (
        Relation(kind="partner", person=BOB),
        Relation(kind="knows", name="Zoë"),
    )
    assert ana(edit(again, "relation-=partner: Bob Stone")).relations == ana(again).relations[1:]


def test_a_name_that_two_people_have_stays_a_name() -> None:
    twin = bob()._replace(id=PersonId("999"))
    snapshot = edit(snapshot_of(person(), bob(), twin), "relation=partner: Bob Stone")
    assert ana(snapshot).relations == (Relation(kind="partner", name="Bob Stone"),)


def test_a_relation_without_a_name_is_refused() -> None:
    with pytest.raises(InputError, match="partner: Ana Ruiz"):
        edit(snapshot_of(person()), "relation=partner")


def test_what_is_so_already_is_no_change() -> None:
    snapshot = snapshot_of(person())
    assert editing.edit_person(snapshot, person(), [("name", "=", "Ana Ruiz")], READING) == []
    assert editing.put_in_circle(snapshot, [ANA], Circle.CLOSE, TODAY) == []


def test_a_word_that_sets_nothing_is_refused() -> None:
    with pytest.raises(UsageError, match="FIELD=VALUE"):
        editing.assignments(["birthday"])


def test_a_new_circle_remembers_since_when_however_it_was_set() -> None:
    snapshot = snapshot_of(person())
    by_field = edit(snapshot, "circle=inner")
    by_act = snapshot.after(editing.put_in_circle(snapshot, [ANA], Circle.INNER, TODAY))
    assert ana(by_field) == ana(by_act)
    assert ana(by_act).circle_since == TODAY


@pytest.mark.parametrize("stored", [None, PartialDate(4, 12, 1985)])
@pytest.mark.parametrize("text", ["", "1985-04-12", "--05-01"])
def test_a_birthday_set_by_hand_counts_more_than_one_told_in_a_line(
    stored: PartialDate | None, text: str
) -> None:
    told = entry(EntryKind.BIRTHDAY, "--03-03")
    snapshot = snapshot_of(person(birthday=stored), told)
    assert ana(snapshot).birthday == PartialDate(3, 3)
    assert ana(edit(snapshot, "calibre=3")).birthday == PartialDate(3, 3)
    assert ana(edit(snapshot, f"birthday={text}")).birthday == (
        PartialDate.parse(text) if text else None
    )


def test_a_rest_begins_today_and_ends_by_waking() -> None:
    snapshot = snapshot_of(person())
    resting = snapshot.after(editing.put_to_rest(snapshot, ANA, TODAY, None))
    assert ana(resting).rest == Rest(TODAY)
    assert ana(resting.after(editing.wake(resting, ANA))) == ana(snapshot)


def test_a_day_is_greeted_once_a_year() -> None:
    snapshot = snapshot_of(person())
    once = snapshot.after(editing.greeted(snapshot, ANA, "birthday", TODAY))
    assert ana(once).greeted == ("birthday 2026",)
    assert editing.greeted(once, ANA, "birthday", TODAY) == []


def test_who_died_keeps_everything_but_promises_with_nobody_else_may_go() -> None:
    mine, ours = promise(TODAY), promise(TODAY, people=[ANA, BOB])
    done = promise(TODAY)._replace(state=CommitmentState.DONE, done_on=ago(9))
    snapshot = snapshot_of(person(), bob(), mine, ours, done)
    kept = snapshot.after(editing.has_died(snapshot, ANA, ago(3), drop_promises=False, today=TODAY))
    assert (ana(kept).died, ana(kept).died_on) == (True, ago(3))
    assert len(list(kept.open_commitments())) == 2
    gone = snapshot.after(editing.has_died(snapshot, ANA, None, drop_promises=True, today=TODAY))
    assert [p.id for p in gone.open_commitments()] == [ours.id]
    dropped = gone.commitment(mine.id)
    assert dropped is not None
    assert (dropped.state, dropped.done_on) == (CommitmentState.DROPPED, TODAY)
    assert gone.commitment(done.id) == done


def pauses(snapshot: Snapshot) -> tuple[Pause, ...]:
    return snapshot.me.pauses


def test_a_pause_that_holds_already_gets_the_new_end() -> None:
    snapshot = snapshot_of(
        ROBIN._replace(pauses=(pause("01-02", "01-05"), pause("03-08", "03-20")))
    )
    for end in ("03-15", "03-30"):
        after = snapshot.after(editing.pause(snapshot, TODAY, day(end)))
        assert pauses(after) == (pause("01-02", "01-05"), pause("03-08", end))


def test_a_pause_ends_yesterday_or_never_was() -> None:
    began = snapshot_of(ROBIN._replace(pauses=(pause("03-08", "03-20"),)))
    assert pauses(began.after(editing.end_pause(began, TODAY))) == (pause("03-08", "03-10"),)
    fresh = snapshot_of(ROBIN._replace(pauses=(Pause(TODAY, day("03-20")),)))
    assert pauses(fresh.after(editing.end_pause(fresh, TODAY))) == ()
    assert editing.end_pause(snapshot_of(ROBIN), TODAY) == []


def test_a_pause_cannot_end_before_it_begins() -> None:
    with pytest.raises(InputError, match="before it begins"):
        editing.pause(snapshot_of(), TODAY, ago(1))


def test_me_is_made_by_the_first_edit() -> None:
    snapshot = snapshot_of()
    assert editing.edit_me(snapshot, snapshot.me) == []
    after = snapshot.after(editing.edit_me(snapshot, snapshot.me._replace(name="Robin")))
    assert after.me.name == "Robin"
    assert after.raw(Table.PEOPLE, ME) is not None
    again = after.after(editing.edit_me(after, after.me._replace(country="GB")))
    assert (again.me.name, again.me.country, again.me.made) == ("Robin", "GB", after.me.made)


def test_only_what_is_there_can_be_removed_and_never_me() -> None:
    snapshot = snapshot_of(ROBIN, person())
    after = snapshot.after(editing.remove(snapshot, Table.PEOPLE, ANA))
    assert after.person(ANA) is None
    with pytest.raises(UnknownNameError):
        editing.remove(after, Table.PEOPLE, ANA)
    with pytest.raises(UsageError, match="This is you"):
        editing.remove(snapshot, Table.PEOPLE, ME)


def test_acts_on_somebody_gone_are_refused_and_on_somebody_merged_reach_the_other() -> None:
    snapshot = snapshot_of(person(), bob(merged_into=ANA))
    with pytest.raises(UnknownNameError, match="no longer"):
        editing.wake(snapshot, PersonId("999"))
    (change,) = editing.quiet_until(snapshot, BOB, day("04-01"), TODAY)
    assert change.id == ANA


def test_fields_this_version_does_not_know_survive_an_edit() -> None:
    raw = dict(snapshot_of(person()).raw(Table.PEOPLE, ANA) or {}) | {"aura": "blue"}
    snapshot = Snapshot({}).after([Change(Table.PEOPLE, ANA, None, raw)])
    after = edit(snapshot, "calibre=4").raw(Table.PEOPLE, ANA)
    assert after == raw | {"calibre": 4}


def test_an_edit_says_what_stood_there_before_letter_for_letter() -> None:
    raw = dict(snapshot_of(person()).raw(Table.PEOPLE, ANA) or {}) | {"topics": []}
    snapshot = Snapshot({}).after([Change(Table.PEOPLE, ANA, None, raw)])
    (change,) = editing.quiet_until(snapshot, ANA, TODAY, TODAY)
    assert change.before is snapshot.raw(Table.PEOPLE, ANA)


def test_a_note_is_an_entry_on_its_day() -> None:
    snapshot = snapshot_of(person())
    after = snapshot.after([editing.add_note(ANA, "likes tea", ago(1))])
    (note,) = after.entries_of(ANA)
    assert (note.kind, note.text, note.day) == (EntryKind.NOTE, "likes tea", ago(1))


def test_a_record_of_any_kind_is_edited_by_its_fields() -> None:
    mine = promise(TODAY)
    snapshot = snapshot_of(mine)
    sets = editing.assignments(["owner=theirs", "due=2026-04-01"])
    after = snapshot.after(editing.edit_record(snapshot, mine, sets, READING)).commitment(mine.id)
    assert after == mine._replace(owner=Owner.THEIRS, due=day("04-01"))
