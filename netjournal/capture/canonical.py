"""A reading written out as a full line, with whole names and ISO dates; it reads the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from netjournal.capture.reading import Capture, Promise, Talk, Who
from netjournal.domain.values import Channel, Direction, EntryKind, Owner, Reply

_ACTS: Final = {
    Direction.OUTBOUND: "sent",
    Direction.INBOUND: "they sent",
    Direction.MUTUAL: "talked",
}
_MANNERS: Final = {
    Channel.PHONE: "by phone",
    Channel.POSTCARD: "by post",
    Channel.EMAIL: "by email",
    Channel.MET: "in person",
    Channel.MESSAGE: "by text",
    Channel.SOCIAL: "on linkedin",
    Channel.VIDEO: "by video",
    Channel.OTHER: "",
}
_PLAIN: Final = {
    (Channel.PHONE, Direction.OUTBOUND): "called",
    (Channel.PHONE, Direction.INBOUND): "they called",
    (Channel.EMAIL, Direction.OUTBOUND): "emailed",
    (Channel.EMAIL, Direction.INBOUND): "email from them",
    (Channel.POSTCARD, Direction.OUTBOUND): "postcard to them",
    (Channel.POSTCARD, Direction.INBOUND): "postcard from them",
    (Channel.MET, Direction.MUTUAL): "met",
    (Channel.MESSAGE, Direction.OUTBOUND): "texted",
    (Channel.MESSAGE, Direction.INBOUND): "they texted",
    (Channel.VIDEO, Direction.MUTUAL): "video call",
}
_MISSED: Final = {Reply.NONE: "missed call from them", Reply.AWAITED: "voicemail from them"}
_REPLIES: Final = {
    Reply.NONE: ", no answer",
    Reply.AWAITED: ", left word",
    Reply.ANSWERED: ", got through",
}
_ENTRIES: Final = {
    EntryKind.NEED: "needs", EntryKind.OFFER: "offers", EntryKind.GAVE: "gave",
    EntryKind.GOT: "got", EntryKind.REMEMBER: "remember", EntryKind.NEXT_TIME: "nexttime",
    EntryKind.NOTE: "note",
}  # fmt: skip


def canonical(capture: Capture) -> str:
    """The line written in full; reading it on the same day gives the same people and facts.

    The text of the conversation stands in quotes, so that nothing in it is read again.
    """
    head = f"{_list(capture.people, ', ')}: " if capture.people else ""
    said = [*_happened(capture), *_clauses(capture)]
    return head + "; ".join(said)


def _happened(capture: Capture) -> Iterator[str]:
    talk = capture.talk
    if talk is None:
        if capture.body:
            yield _quoted(capture.body, "")
            yield capture.day.isoformat()
        return
    manner = "newsletter; " if talk.broadcast else ""
    manner += _contact(talk)
    answer = _reply(talk) + (", no reply needed" if talk.settled else "")
    if capture.body:
        yield _quoted(capture.body, f"; {manner}{answer}")
    yield f"{manner} on {talk.day.isoformat()}{answer}"


def _quoted(body: str, added: str) -> str:
    """The text in quotes; that of a line which was written out in full before is as it was."""
    inner = body.removesuffix(added)
    if len(inner) > 1 and inner[0] == inner[-1] == '"' and '"' not in inner[1:-1]:
        return inner
    return f'"{_unquoted(body)}"'


def _contact(talk: Talk) -> str:
    inbound_call = talk.channel is Channel.PHONE and talk.direction is Direction.INBOUND
    if inbound_call and talk.reply in _MISSED:
        return _MISSED[talk.reply]
    plain = _PLAIN.get((talk.channel, talk.direction))
    return plain or f"{_ACTS[talk.direction]} {_MANNERS[talk.channel]}".rstrip()


def _reply(talk: Talk) -> str:
    if talk.reply is None or talk.direction is not Direction.OUTBOUND:
        return ""
    return _REPLIES[talk.reply]


def _clauses(capture: Capture) -> Iterator[str]:
    for promise in capture.promises:
        yield _promise(promise)
    for line in capture.lines:
        yield f"{_owners(line.people)}{_ENTRIES[line.kind]}: {_paired(line.text)}"
    for birthday in capture.birthdays:
        yield f"{_owners(birthday.people)}birthday: {birthday.day}"
    for intro in capture.intros:
        yield f"intro: {_paired(intro.text)}"
    if capture.event is not None:
        yield f"at: {_paired(capture.event.name)}"
    if capture.topics:
        yield " ".join(f"topic:{topic}" for topic in capture.topics)


def _promise(promise: Promise) -> str:
    word = "they" if promise.owner is Owner.THEIRS else "ask" if promise.ask else "next"
    every = f"{promise.every} " if promise.every else ""
    due = f"{promise.due.isoformat()} " if promise.due else ""
    return f"{_owners(promise.people)}{word}: {every}{due}{_paired(promise.text)}"


def _owners(people: Sequence[Who]) -> str:
    return f"{_list(people, ' and ')} " if people else ""


def _list(people: Sequence[Who], joint: str) -> str:
    return joint.join(map(_name, people))


def _name(who: Who) -> str:
    if len(who.matches) != 1 or any(sign in who.matches[0].name for sign in ',;:&+"'):
        return " ".join([who.text, *who.emails, *who.phones])
    return who.matches[0].name


def _unquoted(text: str) -> str:
    return "".join("'" if char in '"“”„«»' else char for char in text)


def _paired(text: str) -> str:
    """A text whose quotes cannot pair up with those of another part."""
    return text if text.count('"') % 2 == 0 else _unquoted(text)
