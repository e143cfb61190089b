"""Sentences as people write them, each with the reading that is expected of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.domain.values import Channel, Direction
from tests.capture.readings import brief, read

_ROWS = [
    tuple(row.split("\t"))
    for row in (Path(__file__).parent / "sentences.tsv").read_text("utf-8").splitlines()
    if not row.startswith("#")
]


@pytest.mark.parametrize(("line", "reading"), _ROWS, ids=[row[0][:50] for row in _ROWS])
def test_line_is_read_as_it_is_meant(line: str, reading: str) -> None:
    assert brief(line) == reading


def test_table_is_large_enough_to_mean_something() -> None:
    assert len(_ROWS) > 250


def test_clauses_topics_and_the_day_leave_the_text() -> None:
    capture = read("Ana: coffee yesterday, budget talk. needs: a van. #gov Great evening")
    assert capture.body == "coffee, budget talk. Great evening"


def test_tabs_and_controls_are_only_space() -> None:
    assert brief("Ana:\tcoffee\tyesterday") == "Ana; met mutual 03-10"
    assert brief("called\x1b\x00Bob") == brief("called Bob")
    assert brief("\u200fcalled Bob\u200e yesterday") == brief("called Bob yesterday")


def test_two_days_are_refused_with_both_underlined() -> None:
    line = "Ana: coffee yesterday, lunch on monday"
    (problem,) = read(line).problems
    assert [line[p.start : p.end] for p in problem.places] == ["yesterday", "monday"]


def test_impossible_day_is_refused_and_underlined() -> None:
    line = "Ana: next: call on 31 february"
    (problem,) = read(line).problems
    assert [line[p.start : p.end] for p in problem.places] == ["31 february"]


def test_line_that_is_too_long_is_a_problem_not_an_error() -> None:
    (problem,) = read("x" * 10_001).problems
    assert "10,001 characters" in problem.message
    assert not read("Ana: " + "x " * 4_000).problems


def test_two_possible_people_are_both_handed_on() -> None:
    from datetime import date

    from netjournal.capture.parse import parse
    from netjournal.domain.settings import Settings
    from tests.capture.book import Book

    book = Book(known=("Ana Ruiz", "Ana Torres"), silent=())
    (who,) = parse("called Ana", date(2026, 3, 11), book, Settings()).people
    assert {match.name for match in who.matches} == {"Ana Ruiz", "Ana Torres"}


def test_silent_people_count_by_full_name_or_when_nobody_else_fits() -> None:
    assert brief("called Bob").startswith("Bob;")
    assert [m.name for m in read("called Bob Marlowe").people[0].matches] == ["Bob Marlowe"]
    assert [m.name for m in read("called Victor").people[0].matches] == ["Victor Hugo"]


def test_new_name_in_who_is_new_and_a_nearly_known_one_is_shown() -> None:
    (who,) = read("Frieda Sommer: coffee").people
    assert who.may_be_new
    assert not who.similar
    (who,) = read("Ann Ruiz: coffee").people
    assert who.may_be_new
    assert "Ana Ruiz" in {match.name for match in who.similar}


def test_new_name_in_the_sentence_is_new_only_when_told_so() -> None:
    assert not read("met Frieda Sommer").people[0].may_be_new
    assert read("met Frieda Sommer", insist_new=True).people[0].may_be_new


def test_first_name_with_another_surname_is_not_guessed() -> None:
    (who,) = read("called Karl Brandtt").people
    assert who.text == "Karl Brandtt"
    assert not who.matches


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("lunch with Tom Reed", ["Tom Reed"]),
        ("had lunch with Fred from accounting", ["Fred"]),
        ("met Ana's sister Lee Park", ["Lee Park"]),
    ],
)
def test_told_to_be_new_a_name_ends_where_it_ends(line: str, people: list[str]) -> None:
    read_people = read(line, insist_new=True).people
    assert [who.text for who in read_people] == people
    assert all(who.may_be_new and not who.matches for who in read_people)


def test_remark_behind_a_name_stays_in_the_text() -> None:
    assert read("Tim Brown (Acme): lunch").body == "(Acme) lunch"
    assert read("Ana (Berlin), Bob (Lyon, since May): tea").body == "(Berlin) (Lyon, since May) tea"


def test_address_and_number_are_kept_for_the_new_person() -> None:
    for line in (
        "Kim Ito kim@example.org +44 20 7946 0000: coffee",
        "Kim Ito: coffee, kim@example.org or +44 20 7946 0000",
    ):
        (who,) = read(line).people
        assert (who.emails, who.phones) == (("kim@example.org",), ("+44 20 7946 0000",))


def test_softer_words_are_text_with_a_hint() -> None:
    capture = read("Ana: he'll send the slides")
    assert not capture.promises
    assert any("promise" in hint for hint in capture.hints)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("Ana: need to send her the deck", "“need to” stays text; write “next: …”"),
        ("lunch with Ana, will try to find the book", "“will try” stays text; write “next: …”"),
        ("Priya: will send me the deck by Monday", "“will send” stays text; write “they: …”"),
        ("Ana called, she will reply by friday", "“will reply” stays text; write “they: …”"),
        ("remind me to call Ana", "“remind me” stays text; write “next: …”"),
        ("Ana asked for the slides by friday", "“asked” stays text; write “next: …”"),
        ("asked Ana for the slides by friday", "“asked” stays text; write “they: …”"),
        ("Waiting for Ana to send the slides", "“Waiting for” stays text; write “they: …”"),
        ("Mum 70th birthday on 4 April", "write “birthday: …”"),
        ("caled Ana", "“caled” is no contact word; “called” would be one."),
        ("Ana emailled yesterday", "“emailled” is no contact word; “emailed” would be one."),
        ("i have to call Ana", "“have to” stays text; write “next: …”"),
        ("lunch with Ana moved to friday", "“moved to friday” stays text; write “next: …”"),
        ("lunch with Ana is on 3 april", "“is on 3 april” stays text; write “next: …”"),
        ("called Ana; next call in 2 weeks", "“next” stays text; write “next: …”"),
        ("lunch with Ana, call friday", "“call friday” stays text; write “next: …”"),
        ("Ana: lunch; Bob: dinner", "“Bob:” belongs on a line of its own."),
        ("called Ana two fridays ago", "“two fridays ago” is no day, so today is taken"),
        ("emailed Ana to meet on friday", "“on friday” is what it was for, so the day is today."),
        ("Ana called; Karl called", "One line is one contact: Ana only mentioned."),
        ("Ana: email ana@example.org", "netjournal edit Ana email+=ana@example.org"),
        ("Ana: phone: 0761 1234", "netjournal edit Ana 'phone+=0761 1234'"),
        ("Ana: phone: +44 20 7946 0958", "netjournal edit Ana 'phone+=+44 20 7946 0958'"),
        ("Ana left a message, call her back tomorrow", "“call her” stays text; write “next: …”"),
        ("Ana asked me to call on monday", "“asked me to” stays text; write “next: …”"),
        ("lunch with Ana on 3.3.", "“3.3” stays text; write 3 March for a day."),
        ("lunch with Ana on 3.3", "“3.3” stays text; write 3 March for a day."),
        ("lunch with Ana 31.12.", "“31.12” stays text; write 31 December for a day."),
        ("Ana: lunch, follow up next week", "“follow up” stays text; write “next: …”"),
        ("Ana's number is now 0761 1234", "netjournal edit Ana 'phone+=0761 1234'"),
        ("Ana b'day 3 may", "“b'day” stays text; write “birthday: …” with its day"),
        ("Ana bday 12/4", "“bday” stays text; write “birthday: …” with its day"),
        ("coffe with Bob", "“coffe” is no contact word; “coffee” would be one."),
        ("lnch with Bob", "“lnch” is no contact word; “lunch” would be one."),
        ("arrange lunch with Ana", "“arrange” stays text; write “next: …”"),
        ("Ana: came by and promised to lend me the book", "“promised” stays text"),
        ("Ana: coffee gestern", '“gestern” stays text; languages = ["de"] in the settings'),
        ("Ana: lunch anteayer", '“anteayer” stays text; languages = ["es"] in the settings'),
    ],
)
def test_what_was_likely_meant_is_hinted_at(line: str, hint: str) -> None:
    capture = read(line)
    assert not capture.promises
    assert hint in " ".join(capture.hints)


@pytest.mark.parametrize(
    "line",
    [
        "called Ana an hour ago", "Ana moved to Lyon", "Ana called me", "Ana scaled a wall",
        "called Ana 3 days ago", "Ana: lunch; Bob joined", "lunch with Ana on friday",
        "Ana promised nothing", "Ana: birthday: 12 april", "Ana: launch party of 12 people",
        "caxxed Ana", "lunch with Ana on 32.3.", "Ana: coffee, version 3.3 is out",
    ],
)  # fmt: skip
def test_what_is_clear_is_not_hinted_at(line: str) -> None:
    assert read(line).hints == ()


def test_a_name_typed_short_or_turned_about_is_nearly_a_known_one() -> None:
    for typed in ("Tom O'N", "Bob Sto", "Hoa Nguyen", "Sean Mac G"):
        (who,) = read(f"{typed}: coffee").people
        assert len(who.similar) == 1, typed
    assert not read("Tom Reed: coffee").people[0].similar


def test_birthday_of_nobody_known_is_refused_with_the_way_to_write_it() -> None:
    (problem,) = read("Birthday Mara 3 May 1984").problems
    assert "birthday: 12 april" in problem.message


@pytest.mark.parametrize(
    ("line", "emails", "phones"),
    [
        ("Hans: email hans@example.org", ("hans@example.org",), ()),
        ("Hans: phone: 0761 1234", (), ("0761 1234",)),
        ("Hans: tel +49 761 1234 and likes tea", (), ("+49 761 1234",)),
        ("Hans: call 0761 1234 tomorrow", (), ()),
    ],
)
def test_details_told_alone_are_kept_for_the_new_person(
    line: str, emails: tuple[str, ...], phones: tuple[str, ...]
) -> None:
    (who,) = read(line).people
    assert (who.emails, who.phones) == (emails, phones)


def test_part_of_day_stays_with_its_day() -> None:
    assert read("met Ana yesterday evening").body == "met Ana yesterday evening"


def test_other_contact_of_a_line_is_hinted_at() -> None:
    assert any("its own line" in hint for hint in read("coffee with Ana, then called Bob").hints)


def test_due_day_behind_stays_text_unless_its_year_is_written() -> None:
    soft = read("Ana: next: call about the offer, yesterday")
    assert soft.promises[0].due is None
    assert any("has passed" in hint for hint in soft.hints)
    assert str(read("Ana: next: call on 3 march 2025").promises[0].due) == "2025-03-03"


def test_gathering_gives_the_day_and_a_written_day_wins() -> None:
    assert str(read("coffee with Ana at PyCon").day) == "2026-03-07"
    assert str(read("coffee with Ana at PyCon yesterday").day) == "2026-03-10"


def test_no_reply_needed_is_kept() -> None:
    talk = read("email from Ana, no reply needed").talk
    assert talk is not None
    assert talk.settled
    assert talk.reply is None


def test_quoted_words_are_only_text() -> None:
    capture = read('Ana: coffee, "called Bob tomorrow. next: a film #gov"')
    assert capture.talk is not None
    assert (capture.talk.channel, capture.talk.direction) == (Channel.MET, Direction.MUTUAL)
    assert not capture.promises
    assert not capture.topics
    assert not capture.mentions


def test_settings_decide_the_order_of_day_and_month() -> None:
    from datetime import date

    from netjournal.capture.parse import parse
    from netjournal.domain.settings import Settings
    from tests.capture.readings import BOOK

    months = Settings(day_order="month_first")
    assert parse("called Bob on 3/4", date(2026, 3, 11), BOOK, months).day == date(2026, 3, 4)


def test_a_sign_before_the_first_word_belongs_to_the_text() -> None:
    assert read("Ana: -5 degrees, she says").body == "-5 degrees, she says"
    assert read("Ana: (again) the flat").body == "(again) the flat"
