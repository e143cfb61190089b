"""Acts, undo and redo in any order say the same as a plain stack of whole journals."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from netjournal.domain.gesture import Change, Raw, Table, Tables
from netjournal.domain.settings import Settings
from netjournal.domain.values import Circle, PersonId
from netjournal.errors import NothingFoundError, WhoError
from netjournal.journal import closing, editing, merging
from netjournal.journal.adding import Reading, add
from netjournal.journal.fields import Reading as FieldReading
from netjournal.journal.journal import Done, Journal
from netjournal.journal.snapshot import Snapshot
from tests.domain.make import TODAY

READING = Reading(today=TODAY, settings=Settings(), new=True)
FIELDS = FieldReading(TODAY, Settings())
LINES = st.sampled_from(
    [
        "Ana Ruiz: coffee yesterday. next: call in 2 days",
        "Bob Stone: lunch; next: email tomorrow every 2 weeks",
        "called Ana Ruiz",
        "emailed Bob Stone",
        "Ana Ruiz, Bob Stone: dinner. at: Open Day; needs: a boat",
        "Ana Ruiz: likes tea",
    ]
)


def tables_of(journal: Journal) -> Tables:
    tables = {
        str(table): dict(journal.snapshot.table(table))
        for table in Table
        if table not in {Table.META, Table.HISTORY}
    }
    return {name: rows for name, rows in tables.items() if rows}


class UndoMachine(RuleBasedStateMachine):
    """A journal beside two stacks of what it was: before each act, and before each undo."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.journal = Journal(self.folder / "journal.json")
        self.now: Tables = {}
        self.past: list[Tables] = []
        self.undone: list[Tables] = []

    def teardown(self) -> None:
        self.journal.close(fold=False)
        shutil.rmtree(self.folder)

    def acted(self, done: Done | None) -> None:
        """An act is one step, and after it nothing can be redone."""
        if done is not None:
            self.past.append(self.now)
            self.undone.clear()
            self.now = tables_of(self.journal)

    def people(self) -> list[PersonId]:
        """In an order that does not hang on their random ids, so that a run can be repeated."""
        people = self.journal.snapshot.people()
        return [one.id for one in sorted(people, key=lambda one: (one.made, one.name))]

    @rule(line=LINES)
    def add(self, line: str) -> None:
        before = len(self.journal.gestures)
        try:
            add(self.journal, line, READING)
        except WhoError:
            assert len(self.journal.gestures) == before
            return
        self.past.append(self.now)
        self.undone.clear()
        self.now = tables_of(self.journal)

    @precondition(lambda self: self.people())
    @rule(data=st.data(), name=st.sampled_from(["Ana Ruiz", "Ana Maria", "Bob Stone"]))
    def edit(self, data: st.DataObject, name: str) -> None:
        who = data.draw(st.sampled_from(self.people()))

        def decide(snapshot: Snapshot) -> list[Change]:
            person = snapshot.person(who)
            assert person is not None
            return editing.edit_person(snapshot, person, [("name", "=", name)], FIELDS)

        self.acted(self.journal.act("edit", decide))

    @precondition(lambda self: self.people())
    @rule(data=st.data(), circle=st.sampled_from(Circle))
    def circle(self, data: st.DataObject, circle: Circle) -> None:
        who = data.draw(st.sampled_from(self.people()))
        act = self.journal.act(
            "circle", lambda snapshot: editing.put_in_circle(snapshot, [who], circle, TODAY)
        )
        self.acted(act)

    @precondition(lambda self: self.people())
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        who = data.draw(st.sampled_from(self.people()))
        act = self.journal.act(
            "remove", lambda snapshot: editing.remove(snapshot, Table.PEOPLE, who)
        )
        self.acted(act)

    @precondition(lambda self: len(self.people()) > 1)
    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        """Two become one; whoever was merged into the one that goes is found through both."""
        kept, gone = data.draw(st.permutations(self.people()))[:2]
        self.acted(self.journal.act("merge", lambda now: merging.merge(now, kept, gone, TODAY)))
        assert self.journal.snapshot.final(gone) == kept

    @precondition(lambda self: any(self.journal.snapshot.open_commitments()))
    @rule(data=st.data())
    def done(self, data: st.DataObject) -> None:
        promises = self.journal.snapshot.open_commitments()
        ordered = sorted(promises, key=lambda one: (one.made, one.text, str(one.due)))
        id = data.draw(st.sampled_from([promise.id for promise in ordered]))

        def decide(snapshot: Snapshot) -> list[Change]:
            promise = snapshot.commitment(id)
            assert promise is not None
            return closing.done(snapshot, promise, on=TODAY)

        self.acted(self.journal.act("done", decide))

    @rule()
    def undo(self) -> None:
        if not self.past:
            with pytest.raises(NothingFoundError):
                self.journal.undo()
            return
        assert self.journal.undo().kept == ()
        self.undone.append(self.now)
        self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        if not self.undone:
            with pytest.raises(NothingFoundError):
                self.journal.redo()
            return
        assert self.journal.redo().kept == ()
        self.past.append(self.now)
        self.now = self.undone.pop()

    @rule()
    def fold_and_open_again(self) -> None:
        self.journal.close(fold=True)
        self.journal = Journal(self.journal.path)

    @rule()
    def open_again(self) -> None:
        self.journal.close(fold=False)
        self.journal = Journal(self.journal.path)

    @invariant()
    def it_is_what_the_stacks_say(self) -> None:
        assert tables_of(self.journal) == self.now


TestUndo = UndoMachine.TestCase
TestUndo.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)


class TouchedMachine(RuleBasedStateMachine):
    """Two processes: what one touched, an undo of the other leaves and lists."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        path = self.folder / "journal.json"
        self.journal, self.other = Journal(path), Journal(path)
        add(self.journal, "Ana Ruiz: coffee; next: call tomorrow", READING)

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule(line=LINES, mine=st.booleans())
    def add(self, line: str, mine: bool) -> None:
        add(self.journal if mine else self.other, line, READING)

    @rule(mine=st.booleans())
    def merge(self, mine: bool) -> None:
        """The first two people become one."""
        journal = self.journal if mine else self.other
        journal.refresh()
        people = sorted(journal.snapshot.people(), key=lambda one: one.made)
        if len(people) > 1:
            kept, gone = people[0].id, people[1].id
            journal.act("merge", lambda now: merging.merge(now, kept, gone, TODAY))

    @rule(mine=st.booleans())
    def undo_loses_nothing_that_stays_referred_to(self, mine: bool) -> None:
        journal = self.journal if mine else self.other
        journal.refresh()
        try:
            done = journal.undo()
        except NothingFoundError:
            return
        for change in done.kept:
            assert journal.snapshot.raw(change.table, change.id) is not None
        for change in done.gesture.changes:
            assert journal.snapshot.raw(change.table, change.id) == change.after

    @invariant()
    def both_see_one_journal(self) -> None:
        self.journal.refresh()
        self.other.refresh()
        assert tables_of(self.journal) == tables_of(self.other)

    @invariant()
    def every_person_spoken_of_is_there(self) -> None:
        snapshot = self.journal.snapshot
        spoken: list[Raw] = [*snapshot.table(Table.CONVERSATIONS).values()]
        spoken += snapshot.table(Table.COMMITMENTS).values()
        for raw in spoken:
            people = raw["people"]
            assert isinstance(people, list)
            assert all(snapshot.raw(Table.PEOPLE, id) is not None for id in people)


TestTouched = TouchedMachine.TestCase
TestTouched.settings = settings(max_examples=15, stateful_step_count=12, deadline=None)
