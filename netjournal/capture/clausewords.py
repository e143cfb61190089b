"""Clause words, plans and short forms. Rows of the grammar table."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from netjournal.domain.values import Channel, EntryKind
from netjournal.tuples import NamedTuple


class ClauseKind(StrEnum):
    """What a clause word begins."""

    MINE = "mine"
    THEIRS = "theirs"
    ASK = "ask"
    ENTRY = "entry"
    AT = "at"
    INTRO = "intro"
    BIRTHDAY = "birthday"
    TOPIC = "topic"


class ClauseWord(NamedTuple):
    """A word that, with a colon, begins a clause."""

    words: tuple[str, ...]
    kind: ClauseKind
    meaning: str
    example: str
    entry: EntryKind | None = None


CLAUSES: Final = (
    ClauseWord(
        words=("next", "todo", "to do", "to-do", "nxt", "reminder", "note to self", "action",
               "next step", "next steps"),
        kind=ClauseKind.MINE,
        meaning="what I am to do, with a day", example="Ana: next: call in 2 weeks",
    ),
    ClauseWord(
        words=("they",), kind=ClauseKind.THEIRS,
        meaning="what they are to do", example="Ana: they: send the pdf by 3 dec",
    ),
    ClauseWord(
        words=("ask",), kind=ClauseKind.ASK,
        meaning="a favour I want", example="Ana: ask: an introduction to the editor",
    ),
    ClauseWord(
        words=("needs", "need"), kind=ClauseKind.ENTRY, entry=EntryKind.NEED,
        meaning="what they are looking for", example="Ana: needs: a UX tester",
    ),
    ClauseWord(
        words=("offers", "offer"), kind=ClauseKind.ENTRY, entry=EntryKind.OFFER,
        meaning="what they can help with", example="Ana: offers: a room in Berlin",
    ),
    ClauseWord(
        words=("gave",), kind=ClauseKind.ENTRY, entry=EntryKind.GAVE,
        meaning="what I did for them", example="Ana: gave: two contacts in Lyon",
    ),
    ClauseWord(
        words=("got",), kind=ClauseKind.ENTRY, entry=EntryKind.GOT,
        meaning="what they did for me", example="Ana: got: a review of the draft",
    ),
    ClauseWord(
        words=("at",), kind=ClauseKind.AT,
        meaning="the gathering where it was; “at PyCon” links a known one",
        example="lunch with Ana at: PyCon",
    ),
    ClauseWord(
        words=("remember",), kind=ClauseKind.ENTRY, entry=EntryKind.REMEMBER,
        meaning="how we will remember each other", example="Ana: remember: the red umbrella",
    ),
    ClauseWord(
        words=("nexttime", "next time"), kind=ClauseKind.ENTRY, entry=EntryKind.NEXT_TIME,
        meaning="what to raise the next time", example="Ana: nexttime: how was the exam",
    ),
    ClauseWord(
        words=("note",), kind=ClauseKind.ENTRY, entry=EntryKind.NOTE,
        meaning="a note, no contact", example="Ana: note: moved to Lyon",
    ),
    ClauseWord(
        words=("intro",), kind=ClauseKind.INTRO,
        meaning="two people to bring together", example="intro: Ana and Bob",
    ),
    ClauseWord(
        words=("birthday", "bday"), kind=ClauseKind.BIRTHDAY,
        meaning="a birthday, with or without its year", example="Ana: birthday: 12 april",
    ),
    ClauseWord(
        words=("topic",), kind=ClauseKind.TOPIC,
        meaning="a topic, without the # that shells eat", example="lunch with Ana topic:gov",
    ),
)  # fmt: skip


class PlanWord(NamedTuple):
    """A bare infinitive that, at the start of a line, makes it a plan of mine."""

    words: tuple[str, ...]
    channel: Channel | None
    meaning: str
    example: str
    also_noun: bool = False
    """With a past day, or before ``with``, ``from`` and ``to``, it is what happened."""
    dated: bool = False
    """Only with a day ahead: “seeing Ana on friday” is a plan, “seeing Ana” says nothing."""
    needs_name: bool = False
    """Only if a name of the sentence is its object: “thank Ana”, not “tell me about it”."""


PLANS: Final = (
    PlanWord(words=("call",), channel=Channel.PHONE, also_noun=True,
             meaning="a call to make", example="call Ana tomorrow"),
    PlanWord(words=("phone", "ring"), channel=Channel.PHONE,
             meaning="a call to make", example="ring Ana on friday"),
    PlanWord(words=("email", "e-mail", "mail"), channel=Channel.EMAIL, also_noun=True,
             meaning="an email to write", example="email Ana mon re invoice"),
    PlanWord(words=("write",), channel=Channel.EMAIL,
             meaning="an email, or a letter if it says so", example="write Ana a letter"),
    PlanWord(words=("text", "message"), channel=Channel.MESSAGE, also_noun=True,
             meaning="a message to send", example="text Ana on monday"),
    PlanWord(words=("post",), channel=Channel.POSTCARD, also_noun=True,
             meaning="something to post", example="post Ana the book"),
    PlanWord(words=("ping", "dm", "whatsapp"), channel=Channel.MESSAGE, also_noun=True,
             meaning="a message to send", example="ping Ana next week"),
    PlanWord(words=("zoom", "skype", "facetime"), channel=Channel.VIDEO, also_noun=True,
             meaning="a video call to make", example="zoom Ana on monday"),
    PlanWord(words=("meet",), channel=Channel.MET,
             meaning="a meeting", example="meet Ana next tuesday"),
    PlanWord(words=("visit",), channel=Channel.MET,
             meaning="a visit", example="visit Ana in april"),
    PlanWord(words=("send",), channel=None,
             meaning="something to send", example="send Ana a postcard by friday"),
    PlanWord(words=("follow up",), channel=None,
             meaning="to get back to somebody", example="follow up with Ana in 2 weeks"),
    PlanWord(words=("follow-up", "followup"), channel=None, also_noun=True,
             meaning="to get back to somebody", example="follow-up with Ana in 2 weeks"),
    PlanWord(words=("catch up with",), channel=None,
             meaning="to talk again; with a day behind, a note",
             example="catch up with Ana in april"),
    PlanWord(words=("catching up with",), channel=None, dated=True,
             meaning="to talk again, with a day ahead", example="catching up with Ana tomorrow"),
    PlanWord(words=("reply to", "get back to", "reach out to", "check in with",
                    "touch base with", "contact"),
             channel=None, meaning="to get back to somebody", example="reply to Ana by friday"),
    PlanWord(words=("see", "seeing", "meeting", "visiting"), channel=Channel.MET, dated=True,
             meaning="a meeting, with a day ahead; also after “I'm”",
             example="I'm seeing Ana next friday"),
    PlanWord(words=("calling", "phoning", "ringing"), channel=Channel.PHONE, dated=True,
             meaning="a call, with a day ahead; also after “I'm”",
             example="I'm calling Ana tomorrow"),
    PlanWord(words=("thank", "congratulate", "remind", "tell", "bring", "buy", "give", "lend",
                    "pay", "introduce", "return", "wish"),
             channel=None, needs_name=True,
             meaning="something to do for somebody", example="bring Ana the book on friday"),
    PlanWord(words=("invite",), channel=None,
             meaning="somebody to ask along", example="invite Ana to dinner in 2 weeks"),
    PlanWord(words=("ask",), channel=None,
             meaning="something to ask", example="ask Ana about the flat tomorrow"),
)  # fmt: skip


class ShortForm(NamedTuple):
    """What may be written shorter."""

    short: str
    long: str
    example: str


SHORT_FORMS: Final = (
    ShortForm(short="w/", long="with", example="lunch w/ Ana"),
    ShortForm(short="&", long="and", example="lunch with Ana & Bob"),
    ShortForm(short="+", long="and", example="Ana + Bob: lunch"),
    ShortForm(short="mon … sun", long="monday … sunday", example="lunch with Ana mon"),
    ShortForm(short="tmrw", long="tomorrow", example="call Ana tmrw"),
    ShortForm(short="yday", long="yesterday", example="called Ana yday"),
    ShortForm(short="bday:", long="birthday:", example="Ana: bday: 12 april"),
    ShortForm(short="nxt:", long="next:", example="Ana: nxt: call on friday"),
    ShortForm(short="re", long="about", example="emailed Ana re the flat"),
    ShortForm(short="2w", long="in 2 weeks", example="Ana: next: call 2w"),
)
PROMISED: Final = "promised"
"""``promised …`` is mine, ``he promised …`` theirs; nothing softer is a promise."""
