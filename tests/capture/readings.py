"""A reading in one short line, so that a table of sentences can say what is expected of each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netjournal.capture.parse import parse
from netjournal.capture.reading import Capture, Promise, Who
from netjournal.domain.settings import Settings
from tests.capture.book import Book

TODAY = date(2026, 3, 11)
"""A Wednesday."""
BOOK = Book()
SETTINGS = Settings()


def read(text: str, *, insist_new: bool = False) -> Capture:
    return parse(text, TODAY, BOOK, SETTINGS, insist_new=insist_new)


def names(people: Sequence[Who]) -> str:
    """First names of those matched; ``+`` is a new person, ``?`` nobody, ``|`` a choice."""
    return ",".join(map(_name, people))


def _name(who: Who) -> str:
    if who.me:
        return "me"
    if who.matches:
        return "|".join(match.name.split()[0] for match in who.matches)
    return who.text + ("+" if who.may_be_new else "?") + ("~" if who.similar else "")


def _day(day: date) -> str:
    return f"{day:%m-%d}" if day.year == TODAY.year else day.isoformat()


def promise(one: Promise) -> str:
    words = ["ask" if one.ask else str(one.owner), repr(one.text)]
    words += [f"to {names(one.people)}"] if one.people else []
    words += [_day(one.due)] if one.due else []
    words += [str(one.channel)] if one.channel else []
    words += [str(one.every)] if one.every else []
    return " ".join(words)


def brief(text: str, *, insist_new: bool = False) -> str:
    """``people @mentions; contact day; promises; lines …; !problems``."""
    capture = read(text, insist_new=insist_new)
    if capture.problems:
        return "! " + "; ".join(problem.message for problem in capture.problems)
    who = names(capture.people)
    if capture.mentions:
        who += f" @{names(capture.mentions)}"
    parts = [who.strip()]
    if capture.talk:
        talk = capture.talk
        words = [str(talk.channel), str(talk.direction), _day(talk.day)]
        words += [str(talk.reply)] if talk.reply else []
        words += ["broadcast"] if talk.broadcast else []
        parts.append(" ".join(words))
    elif capture.body:
        parts.append("note" if capture.day == TODAY else f"note {_day(capture.day)}")
    parts += map(promise, capture.promises)
    for line in capture.lines:
        owner = f" of {names(line.people)}" if line.people else ""
        parts.append(f"{line.kind} {line.text!r}{owner}")
    for birthday in capture.birthdays:
        parts.append(f"birthday {birthday.day} {names(birthday.people)}".strip())
    parts += [f"intro {names(intro.people)}" for intro in capture.intros]
    if capture.event:
        parts.append(f"at {capture.event.name}" + ("" if capture.event.known else "+"))
    if capture.topics:
        parts.append(" ".join(f"#{topic}" for topic in capture.topics))
    return "; ".join(part for part in parts if part)
