"""A card within a card: kept in any case, and a person of its own where somebody says so."""

from __future__ import annotations

import pytest

from netjournal.exchange.plan import Kind, Wishes
from tests.exchange.vcard.cards import LATER, Book, card

LINES = "BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Fred Gate\r\nTEL;CELL:+44 20 7946 0009\r\nEND:VCARD"
NESTED = {
    "lines of their own": card("FN:Jane Doe", f"AGENT:\r\n{LINES}", "TEL:1", version="2.1"),
    "lines that begin at once": card("FN:Jane Doe", f"AGENT:{LINES}", "TEL:1", version="2.1"),
    "a text": card(
        "FN:Jane Doe",
        "AGENT:BEGIN:VCARD\\nVERSION:3.0\\nFN:Fred Gate\\nTEL:+44 20 7946 0009\\nEND:VCARD\\n",
        "TEL:1",
    ),
}


@pytest.mark.parametrize("case", NESTED)
def test_an_agent_stays_inside_until_somebody_says_that_it_is_a_person(case: str) -> None:
    book = Book()
    plan = book.plan(NESTED[case])
    (question,) = plan.asked
    assert question.text == (
        "The card of Jane Doe holds another one, of an agent: Fred Gate. It stays inside."
    )
    assert plan.count(Kind.NEW) == 1
    taken = book.take(NESTED[case], wishes=Wishes(answers={question.key: 1}))
    assert taken.count(Kind.NEW) == 2
    assert {p.name: p.phones[0].value for p in book.snapshot.people()} == {
        "Jane Doe": "1",
        "Fred Gate": "+44 20 7946 0009",
    }
    again = book.plan(NESTED[case], made=LATER)
    assert (again.changes, again.asked) == ((), ())


def test_an_agent_somebody_knows_already_is_that_person() -> None:
    book = Book()
    book.take(card("FN:Fred Gate", "TEL;TYPE=CELL:+442079460009"))
    text = NESTED["a text"]
    (question,) = book.plan(text).asked
    book.take(text, wishes=Wishes(answers={question.key: 1}))
    assert sorted(p.name for p in book.snapshot.people()) == ["Fred Gate", "Jane Doe"]


@pytest.mark.parametrize(
    "value", ["http://example.org/agent.vcf", "cid:agent", "BEGIN:VCARD\\nEND:VCARD\\n"]
)
def test_an_agent_elsewhere_or_of_nobody_is_not_asked_about(value: str) -> None:
    assert Book().plan(card("FN:Jane Doe", f"AGENT:{value}")).asked == ()


def test_a_card_in_a_note_is_no_agent() -> None:
    note = "NOTE:BEGIN:VCARD\\nVERSION:3.0\\nFN:Fred Gate\\nEND:VCARD\\n"
    assert Book().plan(card("FN:Jane Doe", note)).asked == ()
