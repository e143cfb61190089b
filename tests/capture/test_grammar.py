"""The grammar table: everything the help will show is read as it says."""

from __future__ import annotations

import subprocess
import sys

import pytest

from netjournal.capture.answerwords import REPLIES
from netjournal.capture.contactwords import CONTACTS, Role
from netjournal.capture.daywords import DAY_FORMS, DayForm
from netjournal.capture.grammar import EXAMPLES, SECTIONS
from netjournal.domain.dates import NoDay, read_day
from netjournal.domain.values import Reply
from tests.capture.readings import SETTINGS, TODAY, brief, read

_READINGS = {
    "Ana Ruiz: coffee yesterday, budget talk. needs: a UX tester. "
    "next: postcard on friday about the book. #gov": "Ana; met mutual 03-10; "
    "mine 'postcard about the book' 03-13 postcard; need 'a UX tester'; #gov",
    "called Bob, no answer": "Bob; phone outbound 03-11 none",
    "Ana, Bob: lunch today. they: send the pdf by 3 dec": "Ana,Bob; met mutual 03-11; "
    "theirs 'send the pdf' 12-03",
    "emailed Zoë 3 days ago about the grant; next: call in 2 weeks": "Zoë; "
    "email outbound 03-08; mine 'call' 03-25 phone",
    "Ana called": "Ana; phone inbound 03-11",
    "missed call from Ana": "Ana; phone inbound 03-11 none",
    "wrote Karl a letter": "Karl; postcard outbound 03-11",
    "got a card from Petra last week": "Petra; postcard inbound 03-04",
    "lunch w/ Ana & Bob yday": "Ana,Bob; met mutual 03-10",
    "messaged Zoë on LinkedIn": "Zoë; social outbound 03-11",
    "talked to Bob on the phone": "Bob; phone mutual 03-11",
    "emailed Ana, she replied": "Ana; email outbound 03-11 answered",
    "called Karl, left word": "Karl; phone outbound 03-11 awaited",
    "Ana: moved to Lyon": "Ana; note",
    "met Ana about Bob's shop": "Ana @Bob; met mutual 03-11",
    "newsletter to everyone": "email outbound 03-11 broadcast",
    "emailed Ana and 12 others": "Ana; email outbound 03-11 broadcast",
    "call Bob tomorrow": "Bob; mine 'call Bob' to Bob 03-12 phone",
    "email Petra mon re invoice": "Petra; mine 'email Petra re invoice' to Petra 03-16 email",
    "dinner with Karl next thursday": "Karl; mine 'dinner with Karl' 03-19 met",
    "lunch with Tom, promised him Ana's number by thursday": "Tom @Ana; met mutual 03-11; "
    'mine "Ana\'s number" to Tom 03-12',
    "lunch with Ana, she promised the budget by 3 april": "Ana; met mutual 03-11; "
    "theirs 'the budget' to Ana 04-03",
    "Ana: next: call every 6 weeks": "Ana; mine 'call' 04-22 phone every 6 weeks",
    "Ana: next: postcard every 2 months fixed": "Ana; "
    "mine 'postcard' 05-11 postcard every 2 months fixed",
    "Ana: next: call every week from 20 march": "Ana; mine 'call' 03-20 phone every 1 week",
    "Bob needs: a van. Ana offers: a truck": "need 'a van' of Bob; offer 'a truck' of Ana",
    "Ana: gave: two contacts. got: a review": "Ana; gave 'two contacts'; got 'a review'",
    "Ana: ask: a reference by monday": "Ana; ask 'a reference' 03-16",
    "Ana: remember: the red umbrella": "Ana; remember 'the red umbrella'",
    "Ana: nexttime: how was the exam": "Ana; next_time 'how was the exam'",
    "Ana: lunch. note: allergic to nuts": "Ana; met mutual 03-11; note 'allergic to nuts'",
    "coffee with Ana at PyCon": "Ana; met mutual 03-07; at PyCon",
    "Frieda Sommer: coffee at: Berlin fair": "Frieda Sommer+; met mutual 03-11; at Berlin fair+",
    "intro: Ana and Bob about flats": "intro Ana,Bob",
    "Tom's birthday: 12 april": "birthday --04-12 Tom",
    "me: offers: a spare room": "me; offer 'a spare room'",
    "lunch with Ana topic:gov": "Ana; met mutual 03-11; #gov",
    'Ana: coffee, "next: a film" is her column': "Ana; met mutual 03-11",
    "Kim Ito kim@example.org: coffee": "Kim Ito+; met mutual 03-11",
}


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.line[:40] for example in EXAMPLES])
def test_example_is_read_as_it_says(example: tuple[str, str]) -> None:
    assert brief(example[0]) == _READINGS[example[0]]
    assert example[1]


_ROWS = [row for section in SECTIONS for row in section.rows]


@pytest.mark.parametrize("row", _ROWS, ids=[row.example for row in _ROWS])
def test_row_of_the_table_has_a_meaning_and_an_example_that_reads(
    row: tuple[tuple[str, ...], str, str],
) -> None:
    words, meaning, example = row
    assert words
    assert meaning
    assert not read(example).problems


@pytest.mark.parametrize("row", CONTACTS, ids=[row.words[0] for row in CONTACTS])
def test_every_form_of_a_contact_word_gives_its_channel(row: object) -> None:
    assert isinstance(row, type(CONTACTS[0]))
    for word in row.words:
        if row.role in {Role.PLATFORM, Role.MANNER}:
            line = f"messaged Ana on {word}" if row.role is Role.PLATFORM else f"sent Ana it {word}"
        elif row.role is Role.VERB:
            line = f"{word} Ana's call" if word == "returned" else f"{word} Ana"
        else:
            joint = "from" if "missed" in word else "with" if row.role is Role.SHARED else "to"
            line = f"sent a {word} {joint} Ana" if "card" in word else f"{word} {joint} Ana"
        talk = read(line).talk
        assert talk is not None, line
        assert talk.channel is row.channel, line


@pytest.mark.parametrize("row", REPLIES, ids=[row.words[0] for row in REPLIES])
def test_every_form_of_an_answer_is_heard(row: object) -> None:
    assert isinstance(row, type(REPLIES[0]))
    for word in row.words:
        talk = read(f"called Ana, {word}").talk
        assert talk is not None
        assert talk.reply is row.reply, word


def test_engaged_to_somebody_is_no_answer_word() -> None:
    talk = read("called Ana, she got engaged to Karl").talk
    assert talk is not None
    assert talk.reply is not Reply.NONE


def test_parser_is_cheap_to_import() -> None:
    code = (
        "import sys; import netjournal.capture.parse; "
        "print(' '.join(sorted(m for m in sys.modules if m.split('.')[0] in "
        "{'dateutil', 'rapidfuzz', 'dateparser', 'json', 'inspect_', 'argparse', 'tinydb'} "
        "or m == 'netjournal.capture.examples')))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


_DAYS = [(row, word) for row in DAY_FORMS for word in row.words if "Ana" not in word]


@pytest.mark.parametrize(("row", "word"), _DAYS, ids=[word for _, word in _DAYS])
def test_every_way_to_write_a_day_is_read(row: DayForm, word: str) -> None:
    assert row.meaning
    day = read_day(word, TODAY, past=False, settings=SETTINGS)
    assert not isinstance(day, NoDay), word
