"""Who a contact was with: the names of the contact phrase, and names nobody has yet."""

from __future__ import annotations

from netjournal.capture.answerwords import OTHERS
from netjournal.capture.contact import Hit
from netjournal.capture.contactwords import CONTACTS, Role
from netjournal.capture.line import Line, Part, Spot
from netjournal.capture.reading import Who
from netjournal.capture.scene import lone_subject, relative_at
from netjournal.capture.wordlists import (
    ABOUT,
    AFTER_VERB,
    ANSWERING,
    GOES_ON,
    MENTIONING,
    NEVER_NAMES,
    PARENTS,
    PLACING,
    PLURAL,
    REACHED_AT,
    RELATIVES,
    SINGULAR,
    TIMING,
    WITH,
)
from netjournal.capture.words import Pause
from netjournal.domain.values import Direction

_FARTHEST = 200
"""Words that a pronoun may be away from its name."""
_NEAR = 6
"""Words after a contact word in which “Ana's sister Lee” may begin."""
_THINGS = frozenset(
    words.rpartition(" ")[2] for row in CONTACTS if row.role is Role.THING for words in row.words
)
_AROUND = frozenset({"at", "in", "on", "for"})
_BEHIND_LIST = _AROUND | ABOUT | {"and"}
"""What may stand right behind the last name of a list."""
_VERBS = frozenset(
    words.rpartition(" ")[2] for row in CONTACTS if row.role is Role.VERB for words in row.words
)
_LEFT_OUT = frozenset({"without", "minus", "except"})
_TOWARDS = frozenset({"with", "to", "from", "for", "and", "w/"})


class Company:
    """The people of one contact phrase."""

    def __init__(self, end: int) -> None:
        self.spots: list[Spot] = []
        self.new: list[Who] = []
        """Names nobody has, where an object of the contact word stands."""
        self.end = end
        """Where the phrase ends, a list of names after a comma included."""
        self.stray = ""
        """A word that might have been a name, next to people that are known."""


def company(line: Line, hit: Hit, dated: frozenset[int]) -> Company:
    """The people of the contact phrase around a contact word."""
    found = Company(end=hit.end)
    for first in range(hit.part.first, hit.end):
        spot = line.spots.get(first)
        if spot is not None and _takes_part(line, spot, hit, bool(found.spots)):
            if spot.matches:
                found.spots.append(spot)
            else:
                found.new.append(line.who(spot))
    _begin_with_list(line, hit, found)
    to_comma = hit.end == hit.part.stop
    if to_comma and found.spots and found.spots[-1].stop == found.end:
        _go_on_with_list(line, found, dated)
    stop = _look_for_new(line, hit, found, dated)
    if to_comma and not found.spots and stop == found.end:
        _go_on_with_list(line, found, dated)
    return found


def _takes_part(line: Line, spot: Spot, hit: Hit, others: bool) -> bool:
    before = line.key(spot.first - 1) if line.together(spot.first) else ""
    theirs = spot.stop == hit.first and hit.direction is Direction.INBOUND
    if spot.owns and spot.first == hit.stop and line.key(hit.first) in ANSWERING:
        return True
    reached = hit.row.role is Role.VERB and line.key(spot.stop) in REACHED_AT
    if spot.owns and spot.first == hit.stop and reached:
        return True
    if any(line.key(at) in TIMING for at in range(hit.stop, spot.first)):
        return False
    if (spot.owns and not theirs) or before in MENTIONING | _LEFT_OUT:
        return False
    object_at_once = spot.first in (hit.stop, hit.stop + 1) and before not in {"at", "near", "like"}
    if before in PLACING and spot.first > hit.first and (others or not object_at_once):
        return False
    return spot.sure or in_name_place(line, spot, hit)


def in_name_place(line: Line, spot: Spot, hit: Hit) -> bool:
    """Whether a word stands where a name is to be expected, so that ``will`` is Will."""
    if spot.first == hit.stop or (spot.stop == hit.first and hit.row.role is Role.VERB):
        return True
    before = line.key(spot.first - 1)
    if before in _TOWARDS:
        return before != "and" or line.spot_before(spot.first - 1) is not None
    return line.key(spot.stop) == "and" and spot.stop + 1 in line.spots


def _begin_with_list(line: Line, hit: Hit, found: Company) -> None:
    """“Bob, Ana and I had dinner”: names before a comma, if the sentence begins with them."""
    if not found.spots or found.spots[0].first != hit.part.first:
        return
    first = hit.part.first
    if line.key(found.spots[0].stop) != "and":
        return
    before: list[Spot] = []
    while first > 0 and line.words[first].pause is Pause.COMMA:
        spot = line.spot_before(first)
        if spot is None or spot.owns:
            return
        before.insert(0, spot)
        first = spot.first
    # “saw Bob, Ana and Karl at the pub”: the verb before them is said of all
    objects = line.key(first - 1) in _VERBS and line.key(found.spots[-1].stop) in _AROUND
    if first == 0 or line.words[first].pause is Pause.STOP or objects:
        found.spots[:0] = before


def _go_on_with_list(line: Line, found: Company, dated: frozenset[int]) -> None:
    """“lunch with Ana, Bob and Karl”: names after a comma, if they are a list to its end."""
    at = found.end
    more: list[Spot] = []
    fresh: list[Part] = []
    while at < len(line.words) and (more or fresh or line.words[at].pause is Pause.COMMA):
        joint = line.key(at) == "and"
        if not joint and line.words[at].pause is not Pause.COMMA:
            break
        spot = line.spots.get(at + joint)
        if spot is not None and not spot.owns:
            more.append(spot)
            at = spot.stop
            continue
        stop = _listed_name(line, at + joint) if spot is None else None
        if stop is None:
            break
        fresh.append(Part(at + joint, stop))
        at = stop
    told_of = line.key(at) in ABOUT or (len(more) + len(fresh) > 1 and line.key(at) in _AROUND)
    others = line.key(at) == "and" and line.key(at + 1).isdigit() and line.key(at + 2) in OTHERS
    ends = at in dated or others or told_of
    else_part = at < len(line.words) and line.together(at) and not ends
    last = max([*(spot.first for spot in more), *(part.first for part in fresh)], default=0)
    joined = last > 0 and line.key(last - 1) == "and"
    fresh = fresh if joined else []
    if not (more or fresh) or (else_part and (not joined or line.key(at) in GOES_ON)):
        return
    found.spots.extend(more)
    found.new += [line.new_who(*part, may_be_new=line.insist_new) for part in fresh]
    while at < len(line.words) and line.together(at) and line.key(at) not in MENTIONING:
        at += 1
    found.end = at


def _listed_name(line: Line, first: int) -> int | None:
    """Where a name that nobody has ends in a list: “with Ana, Arjun Rao and Bob”."""
    at = first
    while at < len(line.words) and at - first < 3 and _name_like(line, at, frozenset()):
        if not line.capital(at) or (at > first and not line.together(at)):
            break
        at += 1
    goes_on = at < len(line.words) and line.together(at) and line.key(at) not in _BEHIND_LIST
    return None if at == first or goes_on else at


def _look_for_new(line: Line, hit: Hit, found: Company, dated: frozenset[int]) -> int:
    """Take up names that nobody has; where the last of them ends."""
    last = 0
    openings = _openings(line, hit, found)
    for first in openings:
        if (
            first in dated
            or first in line.spots
            or any(w.place.start == line.words[first].start for w in found.new)
        ):
            continue
        begun = line.words[max(0, first - 2)].end
        if line.key(first - 1) == "from" and any(who.place.end == begun for who in found.new):
            continue  # “Tom from accounting”
        stop = _new_name(line, first, hit.end, dated, small=not found.spots)
        if stop is None:
            continue
        direct = first == hit.stop and hit.row.role in {Role.VERB, Role.SHARED}
        if found.spots and direct and line.key(stop) in WITH:
            found.stray = line.said(first, stop)
            continue
        found.new.append(line.new_who(first, stop, may_be_new=line.insist_new))
        last = stop
        if line.key(stop) == "and" and stop + 1 < hit.end and line.capital(stop + 1):
            openings.append(stop + 1)  # “met Dora Falk and Bea Lund”
    if hit.row.role is Role.VERB and hit.first > hit.part.first and not found.spots:
        at = hit.first - 1
        while at > hit.part.first and line.capital(at - 1) and line.key(at - 1) not in NEVER_NAMES:
            at -= 1
        named = line.capital(at) or lone_subject(line, hit.first)
        if named and line.key(at) not in NEVER_NAMES and at not in dated:
            found.new.append(line.new_who(at, hit.first, may_be_new=line.insist_new))
    return last


def _openings(line: Line, hit: Hit, found: Company) -> list[int]:
    """Words at which the name of an object may start."""
    starts = []
    if hit.row.role in {Role.VERB, Role.SHARED}:
        at = hit.stop
        while at < hit.end and line.key(at) in AFTER_VERB - {"in"}:
            at += 1
        starts.append(at)
    starts += [
        kin
        for at in range(hit.stop, min(hit.end, hit.stop + _NEAR))
        if (kin := relative_at(line, at, hit.end)) is not None
    ]
    for at in range(hit.part.first, hit.end):
        key = line.key(at)
        after_name = key == "and" and (line.spot_before(at) is not None or bool(found.new))
        towards = (
            key == "with"
            or (key == "from" and not found.spots)
            or (key in {"to", "for"} and hit.row.role is Role.THING)
        )
        verb_thing = hit.row.role is Role.THING and key in {"sent", "wrote", "posted", "mailed"}
        if after_name or towards or verb_thing or (key == "to" and at == hit.stop):
            starts.append(at + 1)
    return sorted({at for at in starts if at < hit.end})


def _new_name(
    line: Line, first: int, end: int, dated: frozenset[int], *, small: bool
) -> int | None:
    """Where a name that nobody has ends, or None if none starts here."""
    at = first
    while at < end and at - first < 5 and _name_like(line, at, dated) and line.capital(at):
        at += 1
        if at < end and not line.together(at):
            break
    if at > first:
        return at
    if not small:
        return None
    while at < end and at - first < 5 and _name_like(line, at, dated):
        if line.key(at) in AFTER_VERB or at in line.spots:
            break
        alone = at == first and line.key(at) in PARENTS and line.key(at - 1) not in AFTER_VERB
        if line.key(at) in _THINGS | RELATIVES and not alone:
            return None  # “sent birthday card to Zoë”, “met my sister”
        at += 1
    return at if at > first else None


def _name_like(line: Line, at: int, dated: frozenset[int]) -> bool:
    key, word = line.key(at), line.words[at]
    if not key or key in NEVER_NAMES or key == "and" or at in dated or word.owns:
        return False
    return all(char.isalpha() or char in "'’-.·" for char in line.text[word.start : word.end])


def pronoun_in(line: Line, first: int, stop: int) -> str:
    """``singular`` or ``plural`` if the phrase speaks of them by a pronoun alone."""
    keys = {line.key(at) for at in range(first, stop)}
    if keys & SINGULAR:
        return "singular"
    return "plural" if keys & PLURAL else ""


def named_before(line: Line, index: int, floor: int, *, one: bool) -> list[Spot]:
    """Whom a pronoun means: the nearest name before it, or the whole list it stands in."""
    last = None
    for at in range(index - 1, max(floor, index - _FARTHEST) - 1, -1):
        spot = line.spots.get(at)
        if spot is not None and spot.sure and spot.stop <= index:
            last = spot
            break
    if last is None:
        return []
    group = [last]
    while not one:
        first = group[0].first
        joined = line.key(first - 1) == "and" or line.words[first].pause is Pause.COMMA
        before = line.spot_before(first - (line.key(first - 1) == "and"))
        if before is None or not joined or before.owns:
            break
        group.insert(0, before)
    return group
