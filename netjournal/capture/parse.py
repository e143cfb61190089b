"""One line of quick add, read: the door of the language.

A text always gives a Capture and never an error; what keeps it from being stored stands in
``problems``, with the words that are meant.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from netjournal.capture.clauses import Clause
from netjournal.capture.clausewords import ClauseKind
from netjournal.capture.commitments import commitment
from netjournal.capture.contact import Hit
from netjournal.capture.contactwords import APPOINTMENTS
from netjournal.capture.extras import birthday, entry, event_of, intro, place_of
from netjournal.capture.gathered import Gathered
from netjournal.capture.layout import lay_out
from netjournal.capture.line import Line, Part, Spot, spots_in
from netjournal.capture.naming import line_of
from netjournal.capture.plans import sentence_end
from netjournal.capture.reading import Capture, Event, Place, Problem, Talk
from netjournal.capture.surnames import keep_surnames
from netjournal.capture.talk import Happening, asked, happening
from netjournal.capture.todo import read_promises
from netjournal.capture.when import day_of
from netjournal.capture.wordlists import ABOUT, HAVING, MENTIONING, PARTS_OF_DAY
from netjournal.capture.words import without
from netjournal.domain.dates import Found, find_day
from netjournal.domain.names import NameBook
from netjournal.domain.settings import Settings
from netjournal.domain.values import Direction, Owner

LONGEST: Final = 10_000
"""Characters a line may have."""
_A_WEEK: Final = 7
_FARTHEST: Final = 40
"""Words before a name in which “that” or “about” is looked for."""
_HALF_A_YEAR: Final = 183
_BY: Final = frozenset({"by", "before", "b4"})
_AFTER_MODAL: Final = frozenset({"be", "have", "not", "come", "go", "need", "do", "also", "never"})
"""“may be late” is about nobody called May."""


def parse(
    text: str, today: date, names: NameBook, settings: Settings, *, insist_new: bool = False
) -> Capture:
    """Read one line; ``insist_new`` takes names nobody has as new people everywhere."""
    if len(text) > LONGEST:
        message = f"This line has {len(text):,} characters; a line may have {LONGEST:,}."
        return Capture(text=text, day=today, problems=(Problem(message=message),))
    line = line_of(text, today, names, settings, insist_new=insist_new)
    keep_surnames(line)
    layout = lay_out(line)
    read = Gathered(line, layout)
    read.problems.extend(layout.problems)
    _read_clauses(read)
    free = read_promises(read, list(layout.free))
    _read_talk(read, free)
    return read.capture()


def _read_clauses(read: Gathered) -> None:
    """Everything that a clause word begins."""
    line, holes = read.line, read.layout.topic_places
    alone = not read.layout.who and not read.layout.free
    for clause in read.layout.clauses:
        place = place_of(line, clause)
        read.cut(clause.start, clause.stop, "clause")
        kind = clause.row.kind
        if kind is ClauseKind.TOPIC:
            continue
        if clause.first >= clause.stop or not without(
            line.text, line.start_of(clause.first), line.start_of(clause.stop), holes
        ):
            word = line.text[line.words[clause.start].start : line.words[clause.first - 1].end]
            read.problem(f"Nothing follows “{word}:”.", place)
        elif kind in {ClauseKind.MINE, ClauseKind.THEIRS, ClauseKind.ASK}:
            _read_commitment(read, clause)
        elif kind is ClauseKind.ENTRY and clause.row.entry is not None:
            found, spot = entry(line, clause, clause.row.entry, holes, alone=alone)
            read.lines.append(found)
            read.use(spot)
        elif kind is ClauseKind.INTRO:
            introduced = intro(line, clause, holes)
            if isinstance(introduced, Problem):
                read.problems.append(introduced)
            else:
                read.intros.append(introduced)
        elif kind is ClauseKind.BIRTHDAY:
            born = birthday(line, clause)
            if isinstance(born, Problem):
                read.problems.append(born)
            else:
                read.birthdays.append(born)


def _read_commitment(read: Gathered, clause: Clause) -> None:
    owner = Owner.THEIRS if clause.row.kind is ClauseKind.THEIRS else Owner.MINE
    read.promise(
        commitment(
            read.line,
            Part(clause.start, clause.stop),
            clause.first,
            owner=owner,
            people=clause.owners,
            holes=read.layout.topic_places,
            ask=clause.row.kind is ClauseKind.ASK,
        )
    )


def _read_talk(read: Gathered, free: list[Part]) -> None:
    """What passed and when, its people, and the gathering it was at."""
    line = read.line
    told_at = [c for c in read.layout.clauses if c.row.kind is ClauseKind.AT]
    clause = told_at[0] if told_at else None
    for second in told_at[1:]:
        read.problem("One line is one gathering: leave one “at:”.", place_of(line, second))
    read.event = event_of(line, clause, free, read.layout.topic_places)
    with_who = any(not who.me for who in read.layout.who)
    told = happening(line, free, with_who=with_who)
    day, phrase = _settle_day(read, told)
    read.hints.extend(told.hints)
    if told.hit is not None and phrase is not None and day > line.today:
        if told.past_verb:
            _not_yet(read, phrase)
        else:
            _take_noun_plan(read, told, phrase, free)
            return
    elif phrase is not None and day > line.today:
        phrase, day = None, line.today  # a note of today about a day to come
    read.day = day
    if phrase is not None:
        after = line.index_at(phrase.end)
        if not (line.together(after) and line.key(after) in PARTS_OF_DAY):
            # “yesterday evening” stays whole: the evening alone would say something else
            read.holes.append(Place(phrase.lead_start, phrase.end))
        read.token(Place(phrase.lead_start, phrase.end), "date")
    read.free = free
    if told.hit is None:
        read.people.extend(read.planned)
        _read_note(read, free)
        return
    read.take_people(told.people, told.spots)
    hit = told.hit
    for contact in told.hits:
        read.token(line.place(contact.first, contact.stop), "contact")
    read.talk = Talk(
        channel=hit.row.channel,
        direction=hit.direction,
        day=day,
        reply=told.reply,
        broadcast=told.broadcast,
        settled=told.settled,
    )


def _settle_day(read: Gathered, told: Happening) -> tuple[date, Found | None]:
    """The day and the phrase that says it; a question, or what is awaited, is no contact."""
    line = read.line
    day, phrase, problems = day_of(line, told.days, _event_day(read.event))
    read.problems.extend([*problems, *told.problems])
    if told.hit is None:
        return day, phrase
    by = None if phrase is not None or told.past_verb else _due_by(line, told.hit)
    if phrase is not None and not told.past_verb:
        day = _nearer(line, told.hit, phrase, day)
    elif by is not None and by.day is not None:
        day, phrase = by.day, by
    ahead = day > line.today and not told.past_verb
    awaited = ahead and told.hit.direction is Direction.INBOUND
    if awaited or (not ahead and asked(line, told.hit)):
        told.hit = None  # “postcard from Ana by friday”, “lunch with Ana on friday?”
        return line.today, None
    return day, phrase


def _due_by(line: Line, hit: Hit) -> Found | None:
    """“postcard to Ana by friday”: the day ahead until which something is to be done."""
    for found in line.days(hit.first, hit.part.stop, past=False):
        near = found.day is not None and 0 < (found.day - line.today).days < _HALF_A_YEAR
        if found.lead in _BY and near:
            return found
    return None


def _nearer(line: Line, hit: Hit, phrase: Found, day: date) -> date:
    """Without a verb the nearer day counts, once it is not of the week that ends today.

    “dinner with Karl on 20 march” on the 11th is next week's, not that of a year ago. What is
    arranged before it is held may be of the week that begins: “meeting with Karl thurs”.
    """
    if phrase.year_written:
        return day
    ahead = find_day(
        line.text, phrase.lead_start, phrase.end, line.today, past=False, settings=line.settings
    )
    if ahead is None or ahead.day is None or ahead.day - line.today >= line.today - day:
        return day
    return ahead.day if (line.today - day).days > _A_WEEK or _is_arranged(line, hit) else day


def _is_arranged(line: Line, hit: Hit) -> bool:
    had = any(line.key(at) in HAVING for at in range(hit.part.first, hit.first))
    return line.key(hit.first) in APPOINTMENTS and not had


def _event_day(event: Event | None) -> date | None:
    if event is None or event.known is None or not event.known.day:
        return None
    try:
        return date.fromisoformat(event.known.day)
    except ValueError:
        return None


def _not_yet(read: Gathered, phrase: Found) -> None:
    said = read.line.text[phrase.start : phrase.end]
    read.problem(
        f"“{said}” lies ahead; what happened lies behind. For a plan write “next: …”.",
        Place(phrase.start, phrase.end),
    )


def _take_noun_plan(read: Gathered, told: Happening, phrase: Found, free: list[Part]) -> None:
    """“dinner with Karl next thursday”: a commitment of mine, no contact."""
    line = read.line
    assert told.hit is not None
    words = next(part for part in free if part.first <= told.hit.first < part.stop)
    first = words.first
    while (end := sentence_end(line, first, words.stop)) <= told.hit.first:
        first = end
    plan = Part(first, end)
    people = () if read.layout.who else tuple(told.people)
    found = commitment(
        line, plan, first, owner=Owner.MINE, people=people, holes=read.layout.topic_places
    )
    due = found.promise.due or phrase.day
    own = found.promise.people if read.planned else ()
    read.promise(found, due=due, channel=told.hit.row.channel, own_people=bool(own))
    read.people.extend(read.planned)
    if found.promise.due is None:
        read.holes.append(Place(phrase.lead_start, phrase.end))
        read.token(Place(phrase.lead_start, phrase.end), "date")
    read.cut(first, end, "clause")
    read.take_people(told.people, told.spots)
    rest = [Part(words.first, first), Part(end, words.stop)]
    read.free = [part for part in free if part != words] + [p for p in rest if p.first < p.stop]


def _read_note(read: Gathered, free: list[Part]) -> None:
    """No contact word: a note on WHO, or on those it names."""
    line = read.line
    if read.people or any(not who.me for who in read.layout.who):
        return
    spots = [spot for words in free for spot in spots_in(line, words.first, words.stop)]
    named = [spot for spot in spots if spot.sure or _opens_part(line, spot)]
    about = [spot for spot in named if not spot.owns and not _mentioned(line, spot)]
    chosen = [spot for spot in about if spot.sure] or about or named
    if not read.layout.who:
        read.take_people([line.who(spot) for spot in chosen], chosen)


def _opens_part(line: Line, spot: Spot) -> bool:
    modal = line.key(spot.first) in {"may", "will"} and line.key(spot.stop) in _AFTER_MODAL
    return spot.first == 0 and spot.stop < len(line.words) and not modal


def _mentioned(line: Line, spot: Spot) -> bool:
    """“told me that Bob met Karl”: what follows “that” or “about” is what it is about."""
    if spot.first > 0 and line.key(spot.first - 1) in MENTIONING:
        return True
    at = spot.first
    while line.together(at) and spot.first - at < _FARTHEST:
        at -= 1
        if line.key(at) in ABOUT:
            return True
    return False
