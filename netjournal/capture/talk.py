"""What passed: the contact word that decides, its day, its people, its answer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from netjournal.capture.answered import NEEDED, REPLY_PHRASES, only_one_answered, reply_of
from netjournal.capture.answerwords import BROADCASTS, OTHERS
from netjournal.capture.commitments import PLAN_WORDS
from netjournal.capture.contact import Hit, hits_in, phrase_end
from netjournal.capture.contactwords import Role
from netjournal.capture.line import Line, Part, Spot, spots_in
from netjournal.capture.meeting import Company, company, named_before, pronoun_in
from netjournal.capture.reading import Problem, Who
from netjournal.capture.when import days_in
from netjournal.capture.wordlists import WITH
from netjournal.domain.dates import Found
from netjournal.domain.values import Channel, Direction, Reply

_JOINTS: Final = frozenset({"and", "then", "but"})
_AS_REPLY: Final = frozenset({"answered", "replied", "wrote", "called"})
_NO_REPLY: Final = frozenset({("no", "reply"), ("no", "answer")})
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
        self.problems: list[Problem] = []

    @property
    def past_verb(self) -> bool:
        """Whether a verb of the past tells it: then it cannot lie ahead."""
        return any(hit.row.role is Role.VERB for hit in self.hits)


def happening(line: Line, free: Sequence[Part], *, with_who: bool) -> Happening:
    """Read the words of no clause."""
    parts = [part for words in free for part in line.parts(words.first, words.stop)]
    founds = [found for words in free for found in line.days(words.first, words.stop, past=True)]
    dated = frozenset(
        index
        for found in founds
        if line.index_at(found.start) not in line.spots
        for index in range(line.index_at(found.lead_start), line.index_at(found.end - 1) + 1)
    )
    parts = [each for part in parts for each in _acts_of(line, part, dated)]
    told = Happening(parts)
    for part in parts:
        for hit in hits_in(line, part, dated):
            _add(line, told, hit)
    companies = {hit.first: company(line, hit, dated) for hit in told.hits}
    told.hit = _deciding(told.hits, companies)
    _broadcast(line, told, parts)
    phrases = [(hit.part.first, companies[hit.first].end) for hit in told.hits]
    when = days_in(line, parts, founds, phrases)
    told.days = list(when.days)
    if told.hit is None:
        return told
    if not told.days:
        for found in when.left:
            said = line.text[found.lead_start : found.end]
            told.hints.append(f"“{said}” is what it was for, so the day is today.")
    _people(line, told, companies, free[0].first, with_who=with_who)
    told.reply = reply_of(line, told.hit, told.hits, parts) or told.reply
    one = only_one_answered(line, told.hit, told.spots, parts)
    if one is not None:
        message = "The answer of one is not that of all: write a line for each."
        told.problems.append(Problem(message=message, places=(line.place(one.first, one.stop),)))
    return told


def asked(line: Line, hit: Hit) -> bool:
    """“lunch with Ana?”: whether a question ends with the part that tells of a contact."""
    stop = hit.part.stop
    end = line.words[stop - 1].end
    gap = line.text[end : line.start_of(stop)]
    return "?" in gap and ")" not in gap and "”" not in gap and '"' not in gap


def _acts_of(line: Line, part: Part, dated: frozenset[int]) -> list[Part]:
    """“Bob called and Karl emailed”: two acts with people of their own are two parts."""
    hits = hits_in(line, part, dated)
    for one, two in pairwise(hits):
        joint = next((at for at in range(one.stop, two.first) if line.key(at) in _JOINTS), None)
        if joint is None or two.row.role is not Role.VERB or two.row.channel is Channel.OTHER:
            continue
        alike = one.row.channel is two.row.channel and one.direction is two.direction
        named = [spot.first for spot in spots_in(line, part.first, part.stop) if not spot.owns]
        if not alike and any(at < joint for at in named) and any(at > joint for at in named):
            return [Part(part.first, joint), *_acts_of(line, Part(joint + 1, part.stop), dated)]
    return [part]


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
    alone = tuple(line.key(at) for at in range(hit.part.first, hit.part.stop)) in REPLY_PHRASES
    answers = hit.direction is Direction.INBOUND or alone
    if answers and line.key(hit.first) in _AS_REPLY and _reached_out(told, hit):
        told.reply = Reply.ANSWERED
        told.answers.append(hit.part)
        return
    word_left = hit.row.role is Role.THING and hit.row.reply is Reply.AWAITED
    if word_left and _reached_out(told, hit) and _phoned(told, hit):
        told.reply = hit.reply  # “called Ana, got her voicemail”
        return
    if told.hits and "joined" in {line.key(at) for at in range(hit.part.first, hit.first)}:
        return  # “lunch with Ana, Bob joined us for coffee”: one contact
    if told.hits and _may_be_plan(line, hit):
        said = line.said(hit.first, hit.part.stop)
        told.hints.append(f"“{said}” stays text; write “next: …” for something to do.")
        return
    told.hits.append(hit)


def _reached_out(told: Happening, hit: Hit) -> bool:
    return any(h.direction is Direction.OUTBOUND and h.part != hit.part for h in told.hits)


def _phoned(told: Happening, hit: Hit) -> bool:
    return any(h.row.channel is Channel.PHONE and h.part != hit.part for h in told.hits)


def _may_be_plan(line: Line, hit: Hit) -> bool:
    """“lunch with Ana, call friday”: a part that begins with an act, and names nobody."""
    if hit.row.role is not Role.SHARED or line.key(hit.first) not in PLAN_WORDS:
        return False
    named = spots_in(line, hit.part.first, hit.part.stop)
    return hit.first == hit.part.first and not named and line.key(hit.stop) not in WITH


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
        line.key(at) in NEEDED and (line.key(at - 2), line.key(at - 1)) in _NO_REPLY
        for part in parts
        for at in range(part.first + 2, part.stop)
    )
    if told.hit is None:
        told.broadcast = False


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
            f"One line is one contact: {', '.join(dict.fromkeys(names))} only mentioned. "
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
