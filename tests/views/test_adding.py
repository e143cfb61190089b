"""The echo of quick add: every part of a line is told once, and its JSON keeps its shape."""

from __future__ import annotations

import json
from typing import Any

from netjournal.domain.values import Channel
from netjournal.journal.adding import plan
from netjournal.journal.changes import created
from netjournal.journal.recording import Recorded
from netjournal.journal.snapshot import Snapshot
from netjournal.views.adding import added_json, added_text
from tests.domain.make import ME, TODAY, ago, day, person, promise
from tests.journal.make import READING, bob, gathering, snapshot_of

ANN = person("51", name="Ana Ruhl")
KNOWN = snapshot_of(ME, person(), bob(), gathering("PyCon", day("03-08")))


def told(line: str, snapshot: Snapshot = KNOWN) -> list[str]:
    return list(added_text(plan(line, snapshot, READING), snapshot, TODAY))


def as_json(line: str) -> dict[str, Any]:
    recorded: Recorded = plan(line, KNOWN, READING)
    data: dict[str, Any] = json.loads(json.dumps(added_json(recorded, KNOWN)))
    return data


def test_a_conversation_says_with_whom_what_and_when() -> None:
    assert told("called Bob yesterday about Ana, no answer #gov") == [
        "Bob Stone · called, no answer · Tue 10 March · called Bob about Ana, no answer",
        "named: Ana Ruiz",
        "topics: #gov",
    ]


def test_somebody_new_is_named_before_the_journal_knows_them() -> None:
    assert told("Grace Hill: coffee") == [
        "Grace Hill · met · Wed 11 March · coffee",
        "new: Grace Hill (network)",
    ]


def test_a_note_says_that_it_is_no_contact() -> None:
    assert told("Ana, Bob: like tea") == ["note, no contact, Ana Ruiz, Bob Stone: like tea"]


def test_promises_say_whose_and_by_when() -> None:
    lines = told("Ana: coffee. next: postcard on friday about the book; they: send the pdf")
    assert lines[1:] == [
        "I, Ana Ruiz: postcard about the book, by Fri 13 March",
        "they, Ana Ruiz: send the pdf, no day",
    ]
    assert told("Ana: coffee. ask: a boat by 2026-03-01")[1:] == [
        "I ask, Ana Ruiz: a boat, by Sun 1 March (already past)"
    ]


def test_somebody_new_and_a_new_gathering_are_told() -> None:
    lines = told("Grace Hopwood: coffee. at: Open Day")
    assert lines[1:] == ["new: Grace Hopwood (rolodex)", "new gathering: Open Day"]
    assert "at: PyCon" in told("Ana: coffee at PyCon")


def test_what_was_closed_and_what_was_left_open() -> None:
    one = promise(ago(1), channel=Channel.PHONE, text="the flat")
    two = promise(ago(1), channel=Channel.PHONE, text="the boat")
    assert "done with it: the flat" in told("called Ana", KNOWN.after([created(one)]))
    both = told("called Ana", KNOWN.after([created(one), created(two)]))
    assert both[-1].startswith("several promises this may keep; none was closed: ")


def test_a_name_that_fits_several_is_left_as_text() -> None:
    lines = told("called Bob about Ana", KNOWN.after([created(ANN)]))
    assert lines[-1] == "Ana may be several people; left as text"


def test_the_json_shape() -> None:
    data = as_json("Grace Hopwood: coffee yesterday. needs: a boat; next: call tomorrow #gov")
    (who,) = data["people"]
    assert (who["name"], who["new"]) == ("Grace Hopwood", True)
    talk = data["conversation"]
    assert talk | {"date": "2026-03-10", "channel": "met", "direction": "mutual"} == talk
    keys = {"id", "date", "channel", "direction", "reply", "broadcast", "text", "topics",
            "gathering", "people", "mentions"}  # fmt: skip
    assert keys <= set(talk)
    assert "day" not in talk
    (promised,) = data["commitments"]
    assert {"id", "owner", "people", "text", "due", "channel", "every", "ask"} <= set(promised)
    assert (promised["due"], promised["channel"]) == ("2026-03-12", "phone")
    assert [need["text"] for need in data["needs"]] == ["a boat"]
    assert {name: data[name] for name in ("notes", "offers", "gave", "got", "closed")} == {
        "notes": [], "offers": [], "gave": [], "got": [], "closed": [],
    }  # fmt: skip


def test_a_line_without_contact_has_no_conversation_in_json() -> None:
    data = as_json("Ana: likes tea")
    assert data["conversation"] is None
    assert data["people"] == [{"id": "50", "name": "Ana Ruiz", "new": False}]
    assert [note["text"] for note in data["notes"]] == ["likes tea"]
