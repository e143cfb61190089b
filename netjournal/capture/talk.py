"""What passed: the contact word that decides, its day, its people, its answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from netjournal.capture.contact import Hit, hits_in, phrase_end
from netjournal.capture.contactwords import BROADCASTS, OTHERS, REPLIES, ReplyWord, Role
from netjournal.capture.line import Line, Part, Spot, spots_in
from netjournal.capture.meeting import Company, company, named_before, pronoun_in
from netjournal.capture.reading import Place, Problem, Who
from netjournal.capture.wordlists import ABOUT
from netjournal.domain.dates import Found
from netjournal.domain.values import Channel, Direction, Reply

_NOT_ITS_DAY: Final = frozenset(
    {"by", "until", "till", "before", "since", "from", "for", "about", "re", "of", "regarding",
     "after", "than", "between"}
)  # fmt: skip
_AS_REPLY: Final = frozenset({"answered", "replied", "wrote", "called"})
_REPLIES: Final = {tuple(words.split()): row for row in REPLIES for words in row.words}
_DID_NOT: Final = frozenset({"did", "didn't", "didnt"})
_NO_REPLY: Final = frozenset({("no", "reply"), ("no", "answer")})
_LONGEST_BRACKET: Final = 12
"""Words that may stand in brackets within a phrase."""
_NEEDED: Final = frozenset({"needed", "necessary", "required"})
_LONGEST_REPLY: Final = max(map(len, _REPLIES))
_BROADCASTS: Final = {tuple(words.split()) for row in BROADCASTS for words in row.words}
_TOGETHER: Final = frozenset({Channel.MET, Channel.PHONE, Channel.VIDEO})


class Happening:
    """What the free words tell of a contact."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        """All parts of the free words."""
        self.hit: Hit | None = None
        self.hits: list[Hit] = []
        self.days: list[Found] = []
        """Candidates for its day."""
        self.people: list[Who] = []
        self.spots: list[Spot] = []
        self.reply: Reply | None = None
        self.broadcast = False
        self.settled = False
        self.hints: list[str] = []
        self.answers: list[Part] = []
        """Where it is said that they answered."""

    @property
    def past_verb(self) -> bool:
        """Whether a verb of the past tells it: then it cannot lie ahead."""
        return any(hit.row.role is Role.VERB for hit in self.hits)


def happening(line: Line, free: Sequence[Part], *, with_who: bool) -> Happening:
    """Read the words of no clause."""
    parts = [part for words in free for part in line.parts(words.first, words.stop)]
    told = Happening(parts=parts)
    founds = [found for words in free for found in line.days(words.first, words.stop, past=True)]
    dated = frozenset(
        index
        for found in founds
        if line.index_at(found.start) not in line.spots
        for index in range(line.index_at(found.lead_start), line.index_at(found.end - 1) + 1)
    )
    for part in parts:
        for hit in hits_in(line, part, dated):
            _add(line, told, hit)
    companies = {hit.first: company(line, hit, dated) for hit in told.hits}
    told.hit = _deciding(told.hits, companies)
    _broadcast(line, told, parts)
    _days(line, told, parts, founds, companies)
    if told.hit is not None:
        _people(line, told, companies, free[0].first, with_who=with_who)
        _reply(line, told, parts)
    return told


def _deciding(hits: Sequence[Hit], companies: dict[int, Company]) -> Hit | None:
    """The last contact word; “coffee with Ana, talked about the flat” says nothing new after it."""
    said = [hit for hit in hits if hit.row.channel is not Channel.OTHER]
    if said and hits[-1].row.channel is Channel.OTHER:
        with_others = companies[hits[-1].first].spots or companies[hits[-1].first].new
        if not with_others or said[-1].part == hits[-1].part:
            hits = said
    parts = [hit.part for hit in hits[-1:]]
    return max((hit for hit in hits if hit.part in parts), key=lambda hit: hit.rank, default=None)


def _add(line: Line, told: Happening, hit: Hit) -> None:
    """Take a contact up; “she replied” after mine is its answer, not another contact."""
    mine = any(h.direction is Direction.OUTBOUND and h.part != hit.part for h in told.hits)
    alone = tuple(line.key(at) for at in range(hit.part.first, hit.part.stop)) in _REPLIES
    answers = hit.direction is Direction.INBOUND or alone
    if mine and answers and line.key(hit.first) in _AS_REPLY:
        told.reply = Reply.ANSWERED
        told.answers.append(hit.part)
        return
    told.hits.append(hit)


def _broadcast(line: Line, told: Happening, parts: Sequence[Part]) -> None:
    together = told.hit is not None and told.hit.row.channel in _TOGETHER
    for part in parts:
        stop = phrase_end(line, part)
        for at in range(part.first, stop):
            many = line.key(at) in OTHERS and line.key(at - 1).isdigit()
            named = any(
                tuple(line.key(at + step) for step in range(length)) in _BROADCASTS
                for length in (1, 2)
            )
            sent_to_all = line.key(at) in {"everyone", "everybody"} or many
            if (named and not sent_to_all) or (sent_to_all and told.hit is not None):
                told.broadcast = told.broadcast or not (sent_to_all and together)
    told.settled = any(
        line.key(at) in _NEEDED and (line.key(at - 2), line.key(at - 1)) in _NO_REPLY
        for part in parts
        for at in range(part.first + 2, part.stop)
    )
    if told.hit is None:
        told.broadcast = False


def _days(
    line: Line,
    told: Happening,
    parts: Sequence[Part],
    founds: Sequence[Found],
    companies: dict[int, Company],
) -> None:
    """Days in a contact phrase, and days that are a part of the sentence of their own."""
    phrases = [(hit.part.first, companies[hit.first].end) for hit in told.hits]
    phrases += [beyond for _, end in phrases if (beyond := _after_bracket(line, end)) is not None]
    starts, stops = {part.first for part in parts}, {part.stop for part in parts}
    for found in founds:
        first, last = line.index_at(found.lead_start), line.index_at(found.end - 1)
        if (
            found.every is not None
            or first in line.spots
            or line.index_at(found.start) in line.spots
        ):
            continue
        inside = any(begin <= first < end for begin, end in phrases)
        own = first in starts and last + 1 in stops
        if (inside or own) and found.lead not in _NOT_ITS_DAY:
            told.days.append(found)
    known = {found.start for found in told.days}
    for part in parts:
        if part.stop - part.first > 3 or part.first in line.spots:
            continue
        whole = line.whole_day(part, past=True)
        if whole is None or whole.every is not None or whole.start in known:
            continue
        if whole.lead not in _NOT_ITS_DAY:
            told.days.append(whole)


def _after_bracket(line: Line, end: int) -> tuple[int, int] | None:
    """“with Ana (in Madrid) on Sunday”: where a phrase goes on behind a bracket."""
    if not 0 < end < len(line.words) or "(" not in line.text[line.words[end - 1].end :][:3]:
        return None
    for at in range(end + 1, min(end + _LONGEST_BRACKET, len(line.words))):
        gap = line.text[line.words[at - 1].end : line.words[at].start]
        if ")" in gap:
            stop = at + 1
            while stop < len(line.words) and line.together(stop) and line.key(stop) not in ABOUT:
                stop += 1
            return (at, stop) if gap.strip() == ")" else None
    return None


def _people(
    line: Line,
    told: Happening,
    companies: dict[int, Company],
    floor: int,
    *,
    with_who: bool,
) -> None:
    """The people of the phrase that decides; of an earlier one where it names nobody."""
    if with_who or told.hit is None:
        return
    deciding = [hit for hit in told.hits if hit.part == told.hit.part]
    earlier = [hit for hit in told.hits if hit.part != told.hit.part]
    for hit in deciding:
        _join(line, told, companies[hit.first])
    if not told.people:
        pronoun = pronoun_in(line, told.hit.part.first, told.hit.end)
        for hit in reversed(earlier):
            _join(line, told, companies[hit.first])
            if told.people:
                break
        if not told.people:
            _named_alone(line, told)
        if not told.people and pronoun:
            group = named_before(line, told.hit.part.first, floor, one=pronoun == "singular")
            told.spots.extend(group)
            told.people.extend(line.who(spot) for spot in group)
    if told.broadcast:
        for part in told.answers:
            group = [spot for spot in spots_in(line, part.first, part.stop) if not spot.owns]
            told.spots.extend(group)
            told.people.extend(line.who(spot) for spot in group)
    taken = {spot.first for spot in told.spots}
    left = [spot for hit in earlier for spot in companies[hit.first].spots]
    names = [line.said(spot.first, spot.stop) for spot in left if spot.first not in taken]
    if names:
        told.hints.append(
            f"One line is one contact: {', '.join(names)} only mentioned. "
            "Write the other contact on its own line."
        )


def _named_alone(line: Line, told: Happening) -> None:
    """“coffee, Ana”: where the phrase names nobody, a part that is nothing but names does."""
    for part in told.parts:
        group = spots_in(line, part.first, part.stop)
        covered = sum(spot.stop - spot.first for spot in group if not spot.owns)
        joints = sum(line.key(at) == "and" for at in range(part.first, part.stop))
        if group and covered + joints == part.stop - part.first:
            told.spots.extend(group)
            told.people.extend(line.who(spot) for spot in group)


def _join(line: Line, told: Happening, found: Company) -> None:
    taken = {spot.first for spot in told.spots}
    for spot in found.spots:
        if spot.first not in taken:
            told.spots.append(spot)
            told.people.append(line.who(spot))
    starts = {who.place.start for who in told.people}
    told.people.extend(who for who in found.new if who.place.start not in starts)
    if found.stray:
        told.hints.append(f"Nobody is called “{found.stray}”: kept as text.")


def _reply(line: Line, told: Happening, parts: Sequence[Part]) -> None:
    hit = told.hit
    if hit is None:
        return
    if hit.direction is Direction.INBOUND or hit.direction is Direction.MUTUAL:
        told.reply = hit.reply or _not_taken(line, hit, parts)
        return
    said = hit.reply
    several = len({other.part for other in told.hits}) > 1
    for part in parts:
        if several and part.first < hit.part.first:
            continue
        at = part.first
        while at < part.stop and not (line.key(at) in ABOUT and at > part.first):
            row, length = _reply_at(line, part, at)
            if row is not None and not (part == hit.part and hit.first <= at < hit.stop):
                said = row.reply
            at += length
    told.reply = said or told.reply


def _not_taken(line: Line, hit: Hit, parts: Sequence[Part]) -> Reply | None:
    """“Ana called, I didn't pick up”: a call of theirs that did not reach me."""
    if hit.row.channel is not Channel.PHONE or hit.direction is not Direction.INBOUND:
        return None
    for part in parts:
        for at in range(max(part.first, hit.stop), part.stop):
            row, _ = _reply_at(line, part, at)
            mine = line.key(at - 1) == "i" or at == part.first
            if mine and row is not None and row.reply is Reply.NONE and line.key(at) in _DID_NOT:
                return Reply.NONE
    return None


def _reply_at(line: Line, part: Part, at: int) -> tuple[ReplyWord | None, int]:
    """The answer words at a word, and how many words they are."""
    for length in range(min(_LONGEST_REPLY, part.stop - at), 0, -1):
        row = _REPLIES.get(tuple(line.key(at + step) for step in range(length)))
        if row is None or line.key(at + length) in _NEEDED:
            continue
        if not row.alone or (at == part.first and at + length == part.stop):
            return row, length
    return None, 1


def day_of(
    line: Line, told: Happening, event_day: date | None
) -> tuple[date, Found | None, tuple[Problem, ...]]:
    """The day of what happened, the phrase that says so, and why it may not be one."""
    for found in told.days:
        if found.problem:
            place = Place(found.start, found.end)
            return line.today, None, (Problem(message=found.problem, places=(place,)),)
    days = {found.day for found in told.days}
    if len(days) > 1:
        places = tuple(Place(found.start, found.end) for found in told.days)
        said = " and ".join(f"“{line.text[p.start : p.end]}”" for p in places)
        message = f"{said} may both be the day: leave one, or write the other after “about”."
        return line.today, None, (Problem(message=message, places=places),)
    if told.days and told.days[0].day is not None:
        return told.days[0].day, told.days[0], ()
    if event_day is not None and event_day <= line.today:
        return event_day, None, ()
    return line.today, None, ()
