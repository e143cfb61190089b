"""What must hold for any bytes at all; what breaks it raises, and the fuzzer keeps the bytes."""

from __future__ import annotations

import json
from binascii import crc32
from collections.abc import Callable, Mapping
from typing import NamedTuple

from netjournal.capture.canonical import canonical
from netjournal.domain.gesture import Tables
from netjournal.errors import NetjournalError, QueryError
from netjournal.exchange.plan import Trouble
from netjournal.exchange.vcard.manner import VERSIONS, Manner
from netjournal.exchange.vcard.reading import ReadCard, read_cards
from netjournal.exchange.vcard.split import split
from netjournal.journal.queries import parse_query
from netjournal.store.log import gesture_line, parse
from netjournal.store.replay import replay
from tests.capture.readings import read
from tests.exchange.vcard.cards import LATER, Book, all_cards, exported

_MANNERS = (*(Manner(version=version) for version in VERSIONS), Manner(exact=True))


class Target(NamedTuple):
    """A reader, and what it is fed with first."""

    holds: Callable[[bytes], None]
    seeds: tuple[bytes, ...]
    words: tuple[str, ...]
    """What the fuzzer strews in: it finds long words slowly by itself."""


def vcard(data: bytes) -> None:
    """No card is lost, none is read with an error of ours, and what was imported goes out again."""
    assert b"".join(piece.data for piece in split(data)) == data, "all pieces are the file"
    for card in read_cards(data):
        for note in card.notes if isinstance(card, ReadCard) else ():
            assert note.kind is not Trouble.INTERNAL, note.message
    book = Book()
    try:
        book.take(data)
    except NetjournalError:
        return
    assert book.plan(data, made=LATER).changes == (), "the same file again changes nothing"
    # one manner each: all four would be most of the time, and the fuzzer has bytes enough
    manner = _MANNERS[crc32(data) % len(_MANNERS)]
    all_cards(exported(book, manner))


def capture(data: bytes) -> None:
    """Any line has a reading whose places lie inside it, and can be printed."""
    text = data.decode("utf-8", "surrogateescape")
    reading = read(text)
    assert reading.text == text
    for place, _ in reading.tokens:
        assert 0 <= place.start <= place.end <= len(text)
    for who in (*reading.people, *reading.mentions):
        assert text[who.place.start : who.place.end] == who.text
    if not reading.problems:
        read(canonical(reading))


def log(data: bytes) -> None:
    """Any log is read; what is whole in it comes back, and can be played more than once."""
    parse(data)
    lines = data.split(b"\n")
    part = parse(b"".join(b"%08x %s\n" % (crc32(line), line) for line in lines), first_line=2)
    assert len(part.gestures) + len(part.damaged) == part.lines == len(lines)
    for gesture in part.gestures:
        assert parse(gesture_line(gesture), first_line=2).gestures == (gesture,)
    tables: Tables = {}
    replay(tables, part.gestures)
    json.dumps(tables)


def query(data: bytes) -> None:
    """A query is read, or what is wrong with it lies inside of it."""
    text = data.decode("utf-8", "surrogateescape")
    try:
        parse_query(text)
    except QueryError as error:
        if not 0 <= error.start <= error.end <= len(text):
            raise AssertionError(error.message) from error


_CARD = b"""BEGIN:VCARD\r
VERSION:%s\r
N:Lind;Bo;;;\r
FN:Bo Lind\r
item1.TEL;TYPE=cell,pref:+44 20 7946 0001\r
item1.X-ABLabel:_$!<Home>!$_\r
EMAIL;TYPE=INTERNET:bo@example.org\r
ADR;TYPE=home:;;1 Lane;Town;;AB1;\r
BDAY;VALUE=date:--0412\r
NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Zo=C3=AB=0A=\r
more\r
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\r
 SkZJRg==\r
RELATED;TYPE=spouse:urn:uuid:1\r
REV:20260101T000000Z\r
UID:urn:uuid:2\r
END:VCARD\r
"""
_LINES = (
    "called Ana yesterday about the flat, no answer. next: postcard on friday about the book",
    "Bob Stone, Zoë: lunch on 3 march; they: send the pdf by 3 dec; needs: a UX tester #ux",
    "at: Berlin fair; met Karl Brandt kim@example.org +44 20 7946 0000",
    "intro: Tom and Karl about flats. birthday: 12 april",
    "next: call every 2 months fixed from 3 april",
)
_GESTURES = (
    b'{"g":"1","at":"","label":"x","undoes":null,"changes":[["people","1",null,{"name":"A"}]]}',
    b'{"g":"2","at":"","label":"","changes":[["people","1",{"name":"A"},{"name":"B"}]]}',
    b'{"g":"3","at":"","label":"","undoes":"1","changes":[["people","1",{"a":[1.5]},null]]}',
)
_QUERIES = (
    'circle:close (last:90d.. OR NOT topic:gov) -name:"Ana R"',
    "due:..7d calibre:2.. has:phone is:overdue",
    "born:march met:2025-01-01..2026 @saved",
)

TARGETS: Mapping[str, Target] = {
    "vcard": Target(
        vcard,
        (*(_CARD % version for version in (b"2.1", b"3.0", b"4.0")),
         b"BEGIN:VCARD\nAGENT:BEGIN:VCARD\nFN:A\nEND:VCARD\nEND:VCARD\n",
         b"\xff\xfe" + "BEGIN:VCARD\nFN:A\nEND:VCARD\n".encode("utf-16-le")),
        ("BEGIN:VCARD\r\n", "END:VCARD\r\n", "ENCODING=QUOTED-PRINTABLE", "ENCODING=b", "CHARSET=",
         "VERSION:4.0", "item1.", "X-ABLabel:", "X-ANDROID-CUSTOM:", "VALUE=uri", "AGENT:",
         "RELATED:", "KIND:group", "MEMBER:urn:uuid:2", "ANNIVERSARY:", "data:image/png;base64,",
         "LABEL=", "PREF=1", "X-NETJOURNAL-", "=\r\n", "\r\n ", "\\n", "^n"),
    ),
    "capture": Target(
        capture,
        tuple(line.encode() for line in _LINES),
        ("called ", "promised ", "next:", "they:", "needs:", "note:", "intro:", "birthday:", "at:",
         "every ", "weeks", " in ", " on ", "friday", "2026-03-02", "31 february", "no answer",
         "Ana", "Bob Stone", "everyone", "topic:", "todo", " and ", "“", "”", "”s ", "李小红"),
    ),
    "log": Target(
        log,
        (*_GESTURES, b"\n".join(_GESTURES)),
        ('"changes":[', '"people"', '"before"', "null", "NaN", "1e999", "\\ud800", "-0", '"name~2"',
         "[[[[", "{}", '"undoes":'),
    ),
    "query": Target(
        query,
        tuple(line.encode() for line in _QUERIES),
        ("OR", "AND", "NOT", "circle:", "last:", "due:", "calibre:", "..", "has:", "is:", "name:",
         "999999999d", "never", "(", ")", '"', "-", "@"),
    ),
}  # fmt: skip
"""By the name they are run by."""
