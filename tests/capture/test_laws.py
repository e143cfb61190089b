"""Laws of the parser, for any text: it answers, quickly, loses no word, and can read itself."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.capture.canonical import canonical
from netjournal.capture.reading import Capture, Who
from netjournal.text import fold
from tests.capture.readings import read
from tests.hostile.growing import LINE_BAIT, growth_of_calls

_PEOPLE = (
    "Ana",
    "Bob Stone",
    "Zoë",
    "Tom O'Neil",
    "Karl Brandt",
    "李小红",
    "Mum",
    "Seán Mac Giolla",
)
_WORDS = (
    "called", "emailed", "lunch", "postcard", "met", "letter", "wrote", "with", "from", "to", "and",
    "about", "re", "that", "yesterday", "tomorrow", "friday", "on", "by", "3 march", "2026-03-02",
    "31 february", "in 2 weeks", "every 6 weeks", "promised", "he promised", "needs:", "next:",
    "they:", "gave:", "ask:", "at:", "note:", "intro:", "birthday:", "me:", "topic:gov", "#ux",
    "no answer", "left word", "newsletter", "everyone", "budget", "the", "designer", "flat", ";",
    ".", ",", ":", "&", "+",
    '"', "“", "”", "'", "(", ")", "will", "May", "she", "him", "them", "call",
    "send", "Frieda Sommer", "kim@example.org", "+44 20 7946 0000", "🌸", "\t", "\u200f", "\x1b",
    "todo", "reminder:", "note to self:", "@", "w", "n", "joined us", "I'm", "meeting", "seeing",
    "her", "bobs", "over the weekend", "eod", "next week", "tuesday", "9/3", "(yesterday)",
    "moved to", "tomorrow evening", "no later than friday", "nothing", "got her voicemail", "but",
    "busy", "to arrange", "before", "from the gym", "& wife", "can offer:", "i'd call", "thank",
    "reply to", "an hour ago", "maybe", "is on", "tennis", "I",
    "LinkedIn", "by phone", "replied", "12 others", "Dr.", "e.g.", "PyCon", "-", "—", "…", "42",
)  # fmt: skip
_lines = st.lists(st.sampled_from(_PEOPLE + _WORDS), max_size=14).map(" ".join)
_texts = st.one_of(_lines, st.text(max_size=80))


@settings(max_examples=400, deadline=None)
@given(_texts)
def test_any_text_gives_a_reading_whose_places_lie_inside_it(text: str) -> None:
    capture = read(text)
    assert capture.text == text
    for place in _places(capture):
        assert 0 <= place[0] <= place[1] <= len(text)
    for who in _everybody(capture):
        assert text[who.place.start : who.place.end] == who.text
    assert canonical(capture) is not None


def _places(capture: Capture) -> list[tuple[int, int]]:
    parts: list[Any] = [*capture.promises, *capture.lines, *capture.birthdays, *capture.intros]
    parts += [capture.event] if capture.event else []
    places = [part.place for part in parts] + [token[0] for token in capture.tokens]
    places += [place for problem in capture.problems for place in problem.places]
    return [(place.start, place.end) for place in places]


def _everybody(capture: Capture) -> list[Who]:
    parts: list[Any] = [*capture.promises, *capture.lines, *capture.birthdays, *capture.intros]
    return [*capture.people, *capture.mentions, *(who for part in parts for who in part.people)]


@settings(max_examples=400, deadline=None)
@given(_lines)
def test_no_typed_word_is_lost(text: str) -> None:
    capture = read(text)
    if capture.problems:
        return
    kept = [capture.body, *(promise.text for promise in capture.promises)]
    kept += [line.text for line in capture.lines] + [intro.text for intro in capture.intros]
    kept += [capture.event.name] if capture.event else []
    kept += [who.text for who in _everybody(capture)]
    kept += [value for who in capture.people for value in (*who.emails, *who.phones)]
    found = {word for part in kept for word in _words(part)}
    spoken = {"promised", "to", "me", "him", "her", "them", "and", "he", "she", "they", "then", "i",
              "we", "others", "more", "12", "but", "needs", "next", "gave", "ask", "at", "note",
              "intro", "birthday", "topic", "gov", "ux", "s", "can", "offer", "todo", "reminder",
              "self", "d"}  # fmt: skip
    dates = {
        word
        for place, kind in capture.tokens
        if kind in {"date", "topic"}
        for word in _words(text[place.start : place.end])
    }
    dates |= {w for birthday in capture.birthdays for w in _words(_said(text, birthday.place))}
    assert set(_words(text)) - found - spoken - dates == set()


def _said(text: str, place: Any) -> str:
    return text[place.start : place.end]


def _words(text: str) -> list[str]:
    plain = "".join(char if char.isalnum() else " " for char in fold(text))
    return plain.split()


_ACTS = st.sampled_from(
    ("called", "emailed", "texted", "met", "wrote a letter to", "sent", "tried", "talked to",
     "lunch with", "coffee with", "missed call from", "voicemail from", "email from",
     "postcard to", "got a card from", "zoomed with", "messaged on LinkedIn", "had a call with",
     "heard from", "newsletter to", "forwarded it to")
)  # fmt: skip
_DAYS = st.sampled_from(("", " yesterday", " on friday", " 3 days ago", " on 3 march", " today"))
_TOPICS = st.sampled_from(("", " about the flat", " about lunch on friday", " re the 3 books"))
_REPLIES = st.sampled_from(("", ", no answer", ", left word", ", she replied", ", great talk"))
_CLAUSES = st.sampled_from(
    (
        "next: call in 2 weeks", "next: postcard on friday about the book", "todo: 3 books",
        "they: send the pdf by 3 dec", "ask: a reference by monday", "needs: a UX tester",
        "offers: a van", "gave: two contacts", "got: a review", "remember: the red umbrella",
        "nexttime: the exam", "note: allergic to nuts", "birthday: 12 april", "Bob needs: a flat",
        "Zoë they: lend a book by 1 april", "intro: Tom and Karl about flats", "topic:gov", "#ux",
        "next: call every 6 weeks", "next: call every monday", "next: Bob, email 2w",
        "next: call every 2 months fixed from 3 april", "at: Berlin fair",
        'next: send "The Sea, the Sea"', "Tom's bday: 1985-04-12",
    )
)  # fmt: skip
_WHO = st.sampled_from(("Ana: ", "Ana, Bob: ", "Frieda Sommer: ", "Mum and 李小红: ", ""))
_NAMES = st.sampled_from(("Ana", "Bob", "Ana and Zoë", "Karl Brandt", "Tom O'Neil", "mum"))
_PROMISES = st.sampled_from(
    ("", ", promised the slides by friday", ", she promised a call tomorrow",
     ", promised her Zoë's number", ". Tom promised the book")
)  # fmt: skip


@st.composite
def _sentences(draw: st.DrawFn) -> str:
    act = f"{draw(_ACTS)} {draw(_NAMES)}"
    told = act + draw(_DAYS) + draw(_TOPICS) + draw(_REPLIES) + draw(_PROMISES)
    clauses = draw(st.lists(_CLAUSES, max_size=3))
    return "; ".join([draw(_WHO) + told, *clauses])


@settings(max_examples=400, deadline=None)
@given(_sentences())
def test_what_it_prints_it_reads_back(text: str) -> None:
    capture = read(text)
    if capture.problems:
        return
    again = read(canonical(capture))
    assert again.problems == ()
    assert _facts(again) == _facts(capture)


@settings(max_examples=300, deadline=None)
@given(_sentences())
def test_what_it_prints_stays_the_same_when_it_is_printed_again(text: str) -> None:
    once = read(text)
    if once.problems:
        return
    twice = canonical(read(canonical(once)))
    assert canonical(read(twice)) == twice
    assert len(twice) <= len(canonical(once)) + 2


def _facts(capture: Capture) -> dict[str, object]:
    everybody = _ids(capture.people)
    return {
        "people": everybody,
        "talk": capture.talk,
        "day": capture.day,
        "body": bool(capture.body),
        "promises": [
            (p.owner, p.text, _ids(p.people) or everybody, p.due, p.channel, p.every, p.ask)
            for p in capture.promises
        ],
        "lines": [(one.kind, one.text, _ids(one.people) or everybody) for one in capture.lines],
        "birthdays": [(b.day, _ids(b.people) or everybody) for b in capture.birthdays],
        "intros": [_ids(intro.people) for intro in capture.intros],
        "event": capture.event.name if capture.event else None,
        "topics": capture.topics,
    }


def _ids(people: tuple[Who, ...]) -> tuple[str, ...]:
    return tuple(
        match[0].person if len(match := who.matches) == 1 else fold(who.text) for who in people
    )


@pytest.mark.parametrize("bait", LINE_BAIT, ids=[repr(bait) for bait in LINE_BAIT])
def test_bait_is_read_in_steps_that_grow_with_its_length(bait: str) -> None:
    """Four times the text takes about four times the steps; a square would take sixteen."""
    assert growth_of_calls("line", bait) < 8
