"""The echo says in words, from the reading alone, what will be stored and with whom."""

from __future__ import annotations

import pytest

from netjournal.capture.echo import echo
from tests.capture.readings import TODAY, read


def said(text: str) -> dict[str, str]:
    return dict(echo(read(text), TODAY))


def test_people_contact_day_promises_and_entries_are_said() -> None:
    heard = said(
        "Ana Ruiz, Frieda Sommer: coffee yesterday, Bob's budget. needs: a van. "
        "next: postcard on friday. they: the pdf by 3 jan. intro: Tom and Karl. #gov"
    )
    assert heard == {
        "people": "Ana Ruiz, new: Frieda Sommer",
        "mentions": "Bob Stone",
        "contact": "met in person, both ways",
        "day": "Tue 10 March",
        "text": "coffee, Bob's budget.",
        "to do": "postcard, by Fri 13 March, postcard (Ana Ruiz, new: Frieda Sommer)",
        "they promised": "the pdf, by Sun 3 January 2027 (Ana Ruiz, new: Frieda Sommer)",
        "needs": "a van (Ana Ruiz, new: Frieda Sommer)",
        "introduce": "Tom O'Neil, Karl Brandt: Tom and Karl",
        "topics": "#gov",
    }


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("called Bob, no answer", "phone, from me, no answer"),
        ("called Bob, left word", "phone, from me, answer awaited"),
        ("missed call from Bob", "phone, from them, missed"),
        ("voicemail from Bob", "phone, from them, voicemail"),
        ("emailed Bob, he replied", "email, from me, answered"),
        ("email from Bob, no reply needed", "email, from them, no reply needed"),
    ],
)
def test_contact_is_said_with_its_answer(text: str, contact: str) -> None:
    assert said(text)["contact"] == contact


def test_note_is_said_to_be_no_contact_and_a_broadcast_none_with_anybody() -> None:
    assert said("Ana: moved to Lyon")["note"] == "no contact"
    assert said("newsletter to everyone")["broadcast"] == "email, from me"


def test_whose_a_clause_is_is_said() -> None:
    heard = said("Ana: lunch. Bob needs: a van. next: call Karl on friday")
    assert heard["needs"] == "a van (Bob Stone)"
    assert heard["to do"] == "call Karl, by Fri 13 March, phone (Karl Brandt)"


def test_due_day_behind_is_said_to_be_overdue() -> None:
    assert "overdue at once" in said("Ana: next: call on 3 march 2025")["to do"]


def test_names_that_nobody_or_several_have_are_said_so() -> None:
    assert said("Ann Ruiz: coffee")["people"] == "Ann Ruiz (nobody yet; Ana Ruiz?)"
    assert said("met Frieda Sommer")["people"] == "Frieda Sommer (nobody yet)"
    assert said("me: offers: a room")["people"] == "me"


def test_birthday_and_new_gathering_are_said() -> None:
    heard = said("Ana: birthday: 12 april 1985; at: Berlin fair; remember: the umbrella")
    assert heard["birthday"] == "12 April 1985 (Ana Ruiz)"
    assert heard["at"] == "new: Berlin fair"


def test_problems_and_hints_are_said() -> None:
    assert said("called Ana on 31 february")["problem"] == "There is no 31 February."
    assert "promise" in said("Ana: she'll send it")["hint"]
