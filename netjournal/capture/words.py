"""A line of text as words with places, and the pauses between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum

from netjournal.capture.reading import Place
from netjournal.text import fold, spaced
from netjournal.tuples import NamedTuple

_CHUNK = re.compile(r"\S+")
# compiled where signs stand within a word: few lines have any
_PIECE = r"[^,;:+&/()\[\]{}<>=|\"“”„«»!?…、，；：。]+|[&+]"
_LEFT = "'‘’“”\"([{<«„*_~^-–—.,;:!?¡¿@"
_RIGHT = "'‘’“”\")]}>»*_~^-–—.,;:!?…。"
_OWNING = ("s'", "s’")
_NUMERIC = frozenset("0123456789.,/:'+-tzwdmyhapsrn")
_QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»"}
_JOINING = {"&": "and", "+": "and", "w/": "with", "@": "at", "abt": "about", "b4": "before"}
_ALONE = {"w": "with", "n": "and"}
"""Short forms that are initials too: only small, between spaces."""
_ABBREVIATIONS = frozenset(
    {"dr", "mr", "mrs", "ms", "mx", "prof", "st", "sr", "jr", "etc", "vs", "ca", "approx", "inc",
     "ltd", "co", "no", "nr", "tel", "apt", "ave", "rd", "dept", "e.g", "i.e", "eg", "ie", "cf",
     "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon",
     "tue", "wed", "thu", "fri", "sat", "sun", "a.m", "p.m", "vol", "p", "pp", "al", "min", "max"}
)  # fmt: skip


_APART = (" – ", " - ", " / ", " | ")


class Pause(IntEnum):
    """What stands before a word."""

    NONE = 0
    COLON = 1
    COMMA = 2
    """A comma, a bracket, a dash: another part of the sentence."""
    STOP = 3
    """``;``, a full stop, the end of a line: another sentence."""


class Word(NamedTuple):
    """One word of the line."""

    key: str
    """Folded, a possessive ``'s`` taken off, short forms written out; empty within quotes."""
    start: int
    end: int
    name_end: int
    """The end without a possessive ``'s``."""
    owns: bool
    """It has a possessive ``'s`` (or ``is`` made short)."""
    pause: Pause
    """What stands between the word before and this one."""
    colon: bool
    """A colon follows it at once."""


def lex(text: str) -> tuple[Word, ...]:
    """The words of a line, in order; linear in its length."""
    words: list[Word] = []
    at, quotes = 0, _quoted(text)
    for start, end in _pieces(text):
        piece = text[start:end]
        while quotes and quotes[0].end <= start:
            quotes.pop(0)
        if quotes and quotes[0].start < start:
            inside = bool(words) and words[-1].start > quotes[0].start
            pause = Pause.NONE if inside else _pause(text[at:start], _last_key(words))
            words.append(Word("", start, end, end, owns=False, pause=pause, colon=False))
            at = end
            continue
        key = _JOINING.get(piece.lower()) or fold(piece)
        if piece in _ALONE and words and text[start - 1].isspace() and text[end : end + 1] == " ":
            key = _ALONE[piece]
        pause = _pause(text[at:start], _last_key(words))
        owns = len(piece) > 2 and piece[-2:].lower() in {"'s", "’s"}
        ends = not owns and piece[-2:].lower() in _OWNING
        name_end = end - 2 if owns else end - 1 if ends else end
        if owns or ends:
            key = fold(text[start:name_end])
        colon = text[end : end + 4].lstrip(".)'’")[:1] in {":", "："}
        words.append(Word(key, start, end, name_end, owns or ends, pause, colon))
        at = end
    return tuple(words)


def _last_key(words: list[Word]) -> str:
    return (words[-1].key or "quoted") if words else ""


def _quoted(text: str) -> list[Place]:
    """What stands in double quotes: it is only text. A quote that is not closed is none."""
    found, closing, start = [], "", 0
    for at, char in enumerate(text):
        if closing:
            if char in closing:
                found.append(Place(start, at))
                closing = ""
        elif char in _QUOTES:
            closing, start = _QUOTES[char], at
    return found


def _pieces(text: str) -> Iterable[tuple[int, int]]:
    for match in _CHUNK.finditer(spaced(text)):
        chunk, start = match[0], match.start()
        if chunk.lower().startswith("w/"):
            yield start, start + 2
            chunk, start = chunk[2:], start + 2
        if chunk == "@":
            yield start, start + 1
            continue
        left = len(chunk) - len(chunk.lstrip(_LEFT))
        core = chunk[left:].rstrip(_RIGHT)
        if core and _is_whole(core, chunk):
            yield start + left, start + left + len(core)
            continue
        for piece in re.finditer(_PIECE, chunk):
            whole = piece[0]
            skip = len(whole) - len(whole.lstrip(_LEFT))
            kept = whole[skip:].rstrip(_RIGHT)
            if whole.endswith(_OWNING) and len(kept) > 2:
                kept += whole[-1]
            if kept:
                begin = start + piece.start() + skip
                yield begin, begin + len(kept)


def _is_whole(core: str, chunk: str) -> bool:
    """One word, or one although it holds signs that part others: addresses, numbers, topics."""
    if core.isalnum():
        return not chunk.endswith(_OWNING)
    if core[0] == "#":
        return bool(topic_of(core))
    if core.startswith(("http://", "https://", "www.")) or is_email(core):
        return True
    digits = core[1:] if core[0] in "+-" else core
    return digits[:1].isdigit() and set(digits.lower()) <= _NUMERIC


def _pause(gap: str, before: str) -> Pause:
    if not before:
        return Pause.NONE
    if any(sign in gap for sign in ";；\n\r。"):
        return Pause.STOP
    spaced = gap[-1:].isspace()
    if spaced and any(sign in gap for sign in "!?…"):
        return Pause.STOP
    if spaced and "." in gap and not _goes_on_after_dot(before):
        return Pause.STOP
    if any(sign in gap for sign in ",()[]{}—，、") or any(sign in gap for sign in _APART):
        return Pause.COMMA
    return Pause.COLON if ":" in gap or "：" in gap else Pause.NONE


def _goes_on_after_dot(before: str) -> bool:
    """An initial, a number or an abbreviation does not end a sentence."""
    initials = len(before) == 1 or before[1:2] == "."
    return initials or before[-1].isdigit() or before in _ABBREVIATIONS


def phone_numbers(text: str) -> list[Place]:
    """The numbers written with ``+`` and a country code."""
    if "+" not in text:
        return []
    found = re.finditer(r"\+\d[\d ()./-]{4,24}\d(?!\w)", text)
    return [Place(match.start(), match.end()) for match in found]


def is_email(piece: str) -> bool:
    """Whether a word is an email address."""
    name, at, host = piece.partition("@")
    parted = "@" in host or any(sign in piece for sign in ":,;")
    return bool(name and at and "." in host[1:-1] and not parted)


def is_contact_detail(piece: str) -> bool:
    """Whether a word is an address or the start of a number, as after ``email`` and ``phone``."""
    digits = piece.lstrip("+(").replace("/", "")
    international = piece[:1] == "+" and digits.isdigit()  # “+44 20 …”
    return is_email(piece) or international or (len(digits) > 2 and digits[:3].isdigit())


def topic_of(piece: str) -> str:
    """The topic a word tags, without its ``#``; nothing if it is none (``#42``)."""
    tag = piece[1:].replace("-", "").replace("_", "")
    tags = piece.startswith("#") and tag.isalnum() and any(char.isalpha() for char in tag)
    return piece[1:].strip("-").lower() if tags else ""


def without(text: str, start: int, end: int, holes: Sequence[Place]) -> str:
    """The text between two places with holes cut out, its spaces and commas made good."""
    parts, at = [], start
    for said in sorted(holes, key=lambda place: place.start):
        hole = _with_brackets(text, said)
        if hole.end <= at or hole.start >= end:
            continue
        parts.append(text[at : max(at, hole.start)])
        at = min(hole.end, end)
    parts.append(text[at:end])
    return tidy(parts)


def _with_brackets(text: str, hole: Place) -> Place:
    """“(yesterday)” goes with its brackets."""
    around = text[hole.start - 1 : hole.start] + text[hole.end : hole.end + 1]
    return Place(hole.start - 1, hole.end + 1) if around in {"()", "[]", "{}"} else hole


def tidy(parts: Sequence[str]) -> str:
    """Parts of a text joined so that no pause stands alone or twice."""
    kept = ""
    for part in (" ".join(part.split()) for part in parts):
        bare = part
        if not kept:
            bare = bare.lstrip(",;:. ：，、；。")
        elif kept[-1] in ",;:.":
            bare = bare.lstrip(",;: ") if kept[-1] != "." else bare.lstrip(",;:. ")
        if not bare:
            continue
        closes = bare[0] in ",;.!?)" or bare[:2] in {":", ": "}  # no “:)”
        joint = "" if not kept or closes else " "
        if bare[0] in ".;!?" and kept[-1:] in {",", ";", ":"}:
            kept = kept[:-1]
        kept += joint + bare
    return kept.strip().rstrip(",;:").strip()
