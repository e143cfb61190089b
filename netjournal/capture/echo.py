"""How a line was read, in words: what quick add prints and the capture line shows as one types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from netjournal.capture.reading import Capture, Promise, Who
from netjournal.domain.values import Channel, Direction, EntryKind, Owner, PartialDate, Reply

_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
CHANNELS: Final = {
    Channel.PHONE: "phone", Channel.POSTCARD: "postcard", Channel.EMAIL: "email",
    Channel.MET: "met in person", Channel.MESSAGE: "message", Channel.SOCIAL: "social network",
    Channel.VIDEO: "video call", Channel.OTHER: "contact",
}  # fmt: skip
DIRECTIONS: Final = {
    Direction.OUTBOUND: "from me", Direction.INBOUND: "from them", Direction.MUTUAL: "both ways",
}  # fmt: skip
_ENTRIES: Final = {
    EntryKind.NOTE: "note", EntryKind.NEED: "needs", EntryKind.OFFER: "offers",
    EntryKind.GAVE: "gave", EntryKind.GOT: "got", EntryKind.REMEMBER: "remember",
    EntryKind.NEXT_TIME: "next time", EntryKind.BIRTHDAY: "birthday",
}  # fmt: skip


class Heard(NamedTuple):
    """One line of the echo."""

    label: str
    text: str


def echo(capture: Capture, today: date) -> tuple[Heard, ...]:
    """What was understood: people, contact, day, promises, entries; then problems and hints."""
    return tuple(
        heard
        for part in (_who(capture), _what(capture, today), _clauses(capture, today))
        for heard in part
    )


def _who(capture: Capture) -> Iterator[Heard]:
    if capture.people:
        yield Heard("people", names(capture.people))
    if capture.mentions:
        yield Heard("mentions", names(capture.mentions))


def _what(capture: Capture, today: date) -> Iterator[Heard]:
    talk = capture.talk
    if talk is not None:
        yield Heard("broadcast" if talk.broadcast else "contact", contact_words(capture))
        yield Heard("day", day_words(talk.day, today))
    elif capture.body:
        yield Heard("note", "no contact")
        yield Heard("day", day_words(capture.day, today))
    if capture.body:
        yield Heard("text", capture.body)
    if capture.event is not None:
        known = capture.event.known is not None
        yield Heard("at", capture.event.name if known else f"new: {capture.event.name}")


def _clauses(capture: Capture, today: date) -> Iterator[Heard]:
    everybody = capture.people
    for promise in capture.promises:
        mine = promise.owner is Owner.MINE
        label = "ask" if promise.ask else "to do" if mine else "they promised"
        yield Heard(label, _promise(promise, everybody, today))
    for line in capture.lines:
        yield Heard(_ENTRIES[line.kind], f"{line.text} ({names(line.people or everybody)})")
    for birthday in capture.birthdays:
        whose = names(birthday.people or everybody)
        yield Heard("birthday", f"{partial_words(birthday.day)} ({whose})")
    for intro in capture.intros:
        yield Heard("introduce", f"{names(intro.people)}: {intro.text}")
    if capture.topics:
        yield Heard("topics", ", ".join(f"#{topic}" for topic in capture.topics))
    for problem in capture.problems:
        yield Heard("problem", problem.message)
    for hint in capture.hints:
        yield Heard("hint", hint)


def names(people: Sequence[Who]) -> str:
    """People by the name that was matched; ``new: X``, and a choice where several fit."""
    return ", ".join(map(_name, people)) or "nobody"


def _name(who: Who) -> str:
    if who.me:
        return "me"
    if len(who.matches) == 1:
        return who.matches[0].name
    if who.matches:
        return f"{who.text} (which? {' or '.join(match.name for match in who.matches)})"
    if who.similar:
        near = " or ".join(match.name for match in who.similar)
        return f"{who.text} (nobody yet; {near}?)"
    return f"new: {who.text}" if who.may_be_new else f"{who.text} (nobody yet)"


def contact_words(capture: Capture) -> str:
    """Channel, direction and answer in words: ``phone, from me, no answer``."""
    talk = capture.talk
    if talk is None:
        return "no contact"
    words = [CHANNELS[talk.channel], DIRECTIONS[talk.direction]]
    missed = talk.direction is Direction.INBOUND and talk.channel is Channel.PHONE
    if talk.reply is Reply.NONE:
        words.append("missed" if missed else "no answer")
    elif talk.reply is Reply.AWAITED:
        words.append("voicemail" if missed else "answer awaited")
    elif talk.reply is Reply.ANSWERED:
        words.append("answered")
    if talk.settled:
        words.append("no reply needed")
    return ", ".join(words)


def day_words(day: date, today: date) -> str:
    """``Tue 10 March``, with the year if it is not this one."""
    words = f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def partial_words(day: PartialDate) -> str:
    """``12 April``, ``12 April 1985``."""
    words = f"{day.day} {_MONTHS[day.month - 1]}"
    return f"{words} {day.year}" if day.year else words


def _promise(promise: Promise, everybody: Sequence[Who], today: date) -> str:
    words = [promise.text or "(nothing said)"]
    if promise.every is not None:
        words.append(str(promise.every))
    if promise.due is not None:
        words.append(f"by {day_words(promise.due, today)}")
        if promise.due < today:
            words.append("overdue at once")
    if promise.channel is not None:
        words.append(str(promise.channel))
    return f"{', '.join(words)} ({names(promise.people or everybody)})"
