"""What an act changed, and the history of acts."""

from __future__ import annotations

import json
from pathlib import Path

from netjournal.clock import local_minute
from netjournal.domain.gesture import Change, Gesture
from netjournal.domain.person import Relation
from netjournal.domain.values import Channel, Circle, Direction, Reply
from netjournal.journal import editing
from netjournal.journal.changes import created, edited
from netjournal.views.changed import (
    VALUE_LIMIT,
    change_text,
    changed_json,
    changed_lines,
    changes_json,
    counted,
    history_json,
    history_lines,
    record_changes,
    shown,
)
from tests.domain.make import ANA, ME, TODAY, ago, person, promise, talk
from tests.journal.make import BOB, bob, journal_in, snapshot_of

SNAPSHOT = snapshot_of(ME, person(), bob())


def text_of(*changes: Change) -> list[str]:
    return list(change_text(record_changes(changes, SNAPSHOT)))


def test_an_edit_is_told_field_by_field() -> None:
    change = edited(SNAPSHOT, person(), person(calibre=4, name="Ana Maria", topics=("gov", "ux")))
    assert change is not None
    assert sorted(text_of(change)) == [
        "person Ana Maria — calibre: nothing → 4",
        "person Ana Maria — name: Ana Ruiz → Ana Maria",
        "person Ana Maria — topics: nothing → gov, ux",
    ]


def test_a_default_that_is_not_written_is_told_all_the_same() -> None:
    (change,) = editing.put_in_circle(SNAPSHOT, [ANA], Circle.ROLODEX, TODAY)
    assert "person Ana Ruiz — circle: close → rolodex" in text_of(change)


def test_whom_a_relation_is_about_is_told_by_name() -> None:
    change = edited(SNAPSHOT, person(), person(relations=(Relation("partner", BOB),)))
    assert change is not None
    assert text_of(change) == ["person Ana Ruiz — relations: nothing → partner Bob Stone"]


def test_a_day_without_its_year_is_told_in_words() -> None:
    assert [shown(value) for value in ("--02-03", "--02-31", "--13-01", "2026-03-01")] == [
        "3 February", "31 February", "--13-01", "2026-03-01",
    ]  # fmt: skip


def test_what_is_made_and_removed_is_told_by_name() -> None:
    gone = Change("people", ANA, created(person()).after, None)
    call = talk(ago(1), Channel.PHONE, Direction.OUTBOUND, Reply.NONE, text="the flat")
    assert text_of(gone, created(call), created(promise(text="the pdf")), created(ME)) == [
        "removed person: Ana Ruiz",
        "new conversation: called, no answer · Ana Ruiz · the flat",
        "new commitment: the pdf",
        "new person: me",
    ]


def test_who_goes_with_what_they_are_in_is_told_by_name() -> None:
    """An undo removes both: the name is not in the journal any more, but in the act."""
    other, call = person("90", name="Kim Olsen"), talk(TODAY, people=["90"], text="tea")
    back = [created(other), created(call)]
    gone = [change._replace(before=change.after, after=None) for change in back]
    assert text_of(*gone)[1].endswith("Kim Olsen · tea")
    assert text_of(*back)[1].endswith("Kim Olsen · tea")


def test_a_record_edited_by_hand_into_nonsense_is_still_told() -> None:
    odd = Change("conversations", "7", None, {"channel": "pigeon", "people": "Ana", "text": ""})
    assert text_of(odd) == ["new conversation: "]


def test_many_changes_are_counted() -> None:
    many = [created(talk(TODAY)) for _ in range(15)]
    lines = change_text(record_changes(many, SNAPSHOT), limit=12)
    assert len(lines) == 13
    assert lines[-1] == "3 more"
    assert len(change_text(record_changes(many[:12], SNAPSHOT), limit=12)) == 12


def test_of_thousands_of_changes_only_some_are_read() -> None:
    many = [created(talk(TODAY)) for _ in range(3)]
    unreadable = Change("people", "9", None, {"name": 5})
    lines = changed_lines([*many, *[unreadable] * 1_000], SNAPSHOT, limit=3)
    assert len(lines) == 4
    assert lines[-1] == "1,000 more"


def test_a_large_act_is_told_by_numbers() -> None:
    people = [Change("people", str(n), {}, None) for n in range(1_200)]
    one = Change("entries", "7", {}, None)
    assert counted([*people, one]) == "1,200 people and 1 entry removed"
    assert counted([created(talk(TODAY)), one]) == "1 conversation new, 1 entry removed"
    assert counted([]) == ""


def test_values_in_short() -> None:
    assert shown(None) == shown("") == shown([]) == "nothing"
    assert shown(True) == "yes"
    assert shown({"since": "2026-03-11", "until": None}) == "2026-03-11"
    assert len(shown("x" * 500)) == VALUE_LIMIT


def test_the_json_of_an_act() -> None:
    change = edited(SNAPSHOT, person(), person()._replace(calibre=4))
    assert change is not None
    act = Gesture(id="9", at="2026-03-11T08:00:00Z", label="edit: Ana Ruiz", changes=(change,))
    assert json.loads(json.dumps(changed_json(act, SNAPSHOT))) == {
        "gesture": "9",
        "label": "edit: Ana Ruiz",
        "records": [{"kind": "person", "id": "50", "fields": {"calibre": [None, 4]}}],
    }


def test_the_history_newest_first_with_what_was_taken_back(tmp_path: Path) -> None:
    journal = journal_in(tmp_path, person())
    journal.apply("add: Bob Stone", [created(bob())])
    journal.undo()
    lines = history_lines(journal.gestures)
    assert [(line.gesture.label, line.undone) for line in lines] == [
        ("undo: add: Bob Stone", False),
        ("add: Bob Stone", True),
        ("begin", False),
    ]
    assert len(history_lines(journal.gestures, 2)) == 2
    first = json.loads(json.dumps(history_json(lines)))[0]
    assert set(first) == {"gesture", "at", "label", "records", "undone"}
    assert first["records"] == 1
    assert lines[0].when == local_minute(first["at"])


def test_of_a_list_only_what_differs_is_told() -> None:
    change = edited(SNAPSHOT, person(), person(topics=("gov",)))
    assert change is not None
    turned = change._replace(
        before={**(change.before or {}), "topics": ["ux", "gov"]},
        after={**(change.after or {}), "topics": ["gov", "ux", "print"]},
    )
    assert text_of(turned) == ["person Ana Ruiz — topics: nothing → print"]
    turned = turned._replace(after={**(change.after or {}), "topics": ["gov", "ux"]})
    assert text_of(turned) == ["person Ana Ruiz — topics: ux, gov → gov, ux"]


def test_whom_a_field_names_is_told_by_name() -> None:
    merged = edited(SNAPSHOT, bob(), bob()._replace(merged_into=ANA))
    assert merged is not None
    assert text_of(merged) == ["person Bob Stone — merged into: nothing → Ana Ruiz"]
    assert json.loads(json.dumps(changes_json([merged], SNAPSHOT)))[0]["fields"] == {
        "merged_into": [None, ANA]
    }
