"""What has been read of a line so far, and the Capture it becomes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from netjournal.capture.commitments import Read
from netjournal.capture.details import details_in
from netjournal.capture.layout import Layout
from netjournal.capture.line import Line, Part, Spot
from netjournal.capture.reading import (
    Birthday,
    Capture,
    Event,
    Intro,
    Place,
    Problem,
    Promise,
    Talk,
    Who,
)
from netjournal.capture.reading import Line as EntryLine
from netjournal.capture.soft import (
    birthday_hint,
    dotted_hint,
    other_language_hint,
    promise_hint,
    second_heading,
    typing_hint,
    vague_hints,
)
from netjournal.capture.words import is_email, phone_numbers, topic_of, without
from netjournal.domain.values import Channel


def _to_colon(text: str) -> int:
    return next((at for at, char in enumerate(text) if char in ":："), -1)


class Gathered:
    """The parts of a reading, gathered in any order."""

    def __init__(self, line: Line, layout: Layout) -> None:
        self.line = line
        self.layout = layout
        self.people: list[Who] = []
        self.used: set[int] = set()
        """First words of the names that are people, here or in a clause."""
        self.promises: list[Promise] = []
        self.lines: list[EntryLine] = []
        self.intros: list[Intro] = []
        self.birthdays: list[Birthday] = []
        self.problems: list[Problem] = []
        self.hints: list[str] = []
        self.holes: list[Place] = []
        """What is taken out of the text of the conversation."""
        self.tokens: list[tuple[Place, str]] = []
        self.free: list[Part] = []
        self.event: Event | None = None
        self.talk: Talk | None = None
        self.day: date | None = None
        self.planned: list[Who] = []
        """The people of plans; those of the line where nothing happened besides."""

    def problem(self, message: str, place: Place) -> None:
        """Say why the line cannot be stored."""
        self.problems.append(Problem(message=message, places=(place,)))

    def token(self, place: Place, kind: str) -> None:
        """Say how some of the text was understood."""
        self.tokens.append((place, kind))

    def cut(self, first: int, stop: int, kind: str) -> None:
        """Take words out of the text of the conversation."""
        place = Place(self.line.start_of(first), self.line.start_of(stop))
        self.holes.append(place)
        self.token(Place(place.start, self.line.words[stop - 1].end), kind)

    def use(self, spot: Spot | None) -> None:
        """Remember that a name is somebody's part, not a mention."""
        if spot is not None:
            self.used.add(spot.first)

    def take_people(self, people: Sequence[Who], spots: Sequence[Spot]) -> None:
        """The people of a line that begins with no WHO."""
        self.people.extend(people)
        self.used.update(spot.first for spot in spots)

    def promise(
        self,
        read: Read,
        *,
        due: date | None = None,
        channel: Channel | None = None,
        own_people: bool = True,
    ) -> None:
        """Take a commitment up, with what was found wrong in it."""
        promise = read.promise
        if due is not None:
            promise = promise._replace(due=due)
        if channel is not None and promise.channel is None:
            promise = promise._replace(channel=channel)
        self.promises.append(promise if own_people else promise._replace(people=()))
        self.problems.extend(read.problems)
        self.hints.extend(read.hints)
        self.used.update(spot.first for spot in read.spots)
        for place in read.dates:
            self.token(place, "date")

    def capture(self) -> Capture:
        """The reading as it is handed on."""
        who = list(self.layout.who)
        if self.talk is not None or self.promises or self.lines:
            others = [one for one in who if not one.me]
            who = others if self.talk is not None else who
        people = self._distinct(who + ([] if any(not w.me for w in who) else self.people))
        people = self._with_details(people if self.talk is not None else self._sure(people))
        body = self._body()
        self._check(people, body)
        tokens = [*self.tokens, *((one.place, "person") for one in people)]
        tokens += [(place, "topic") for place in self.layout.topic_places]
        mentions = self._mentions(people)
        tokens += [(one.place, "person") for one in mentions]
        return Capture(
            text=self.line.text,
            body=body,
            day=self.day or self.line.today,
            people=people,
            mentions=mentions,
            talk=self.talk,
            promises=tuple(self.promises),
            lines=tuple(self.lines),
            birthdays=tuple(self.birthdays),
            intros=tuple(self.intros),
            event=self.event,
            topics=self.layout.topics,
            problems=tuple(self.problems),
            hints=tuple(dict.fromkeys(filter(None, [*self.hints, *self._soft_hints(people)]))),
            tokens=tuple(sorted(tokens, key=lambda token: token[0].start)),
        )

    def _body(self) -> str:
        holes = [*self.holes, *self.layout.topic_places]
        who_stop = self.layout.who_stop
        # right behind the colon: a sign or bracket before the first word belongs to the text
        start = self.line.words[who_stop - 1].end if who_stop else 0
        start += 1 + _to_colon(self.line.text[start : start + 5]) if who_stop else 0
        said = without(self.line.text, start, len(self.line.text), holes).rstrip(" ([{;,")
        days = [self.line.place(part.first, part.stop) for part in self.layout.who_days]
        unread = [day for day in days if not any(h.start <= day.start < h.end for h in holes)]
        remarks = sorted([*self.layout.remarks, *unread])
        beside = [self.line.text[place.start : place.end] for place in remarks]
        if self.promises and not any(char.isalnum() for char in said):
            said = ""  # the box of a list before its plan
        joint = " " if not beside or beside[-1].endswith(")") else ", "
        return joint.join(filter(None, [" ".join(beside), said]))

    def _distinct(self, people: Sequence[Who]) -> tuple[Who, ...]:
        kept: dict[str, Who] = {}
        for who in people:
            key = who.matches[0].person if len(who.matches) == 1 else who.text.casefold()
            kept.setdefault(key, who)
        return tuple(kept.values())

    def _sure(self, people: tuple[Who, ...]) -> tuple[Who, ...]:
        """“book: The Sea”: one small word and no contact makes nobody new without asking."""
        insist = self.line.insist_new
        return tuple(
            who._replace(may_be_new=insist) if who.text.islower() and " " not in who.text else who
            for who in people
        )

    def _with_details(self, people: tuple[Who, ...]) -> tuple[Who, ...]:
        """An address or a ``+`` number anywhere in the line is that of its one new person."""
        fresh = [who for who in people if not who.matches and not who.me]
        if len(fresh) != 1:
            return people
        text = self.line.text
        pieces = (text[word.start : word.end] for word in self.line.words)
        emails = tuple(dict.fromkeys(piece for piece in pieces if is_email(piece)))
        phones = [text[place.start : place.end] for place in phone_numbers(text)]
        for detail in details_in(self.line, self.free):
            if detail.field == "phone" and detail.value not in phones:
                phones.append(detail.value)
        return tuple(
            who._replace(emails=emails, phones=tuple(phones)) if who is fresh[0] else who
            for who in people
        )

    def _mentions(self, people: Sequence[Who]) -> tuple[Who, ...]:
        taken = {who.text.casefold() for who in people}
        begun = {who.place.start for who in people}
        taken |= {match.person for who in people for match in who.matches[:1]}
        whose = [part.people for part in self.promises] + [part.people for part in self.lines]
        whose += [part.people for part in self.birthdays] + [part.people for part in self.intros]
        owners = begun | {who.place.start for own in whose for who in own}
        found = []
        for first in range(self.layout.who_stop, len(self.line.words)):
            spot = self.line.spots.get(first)
            if spot is None or first in self.used or not spot.sure or not spot.matches:
                continue
            if self.line.words[first].start in owners:
                continue
            who = self.line.who(spot)
            keys = {who.text.casefold()} | {match.person for match in who.matches[:1]}
            if not keys & taken:
                taken |= keys
                found.append(who)
        return tuple(found)

    def _check(self, people: Sequence[Who], body: str) -> None:
        """Whether there is something to store, and somebody to store it with."""
        if self.problems:
            return
        whole = Place(0, len(self.line.text))
        parts = [(part.people, part.place) for part in self.promises]
        parts += [(part.people, part.place) for part in self.lines]
        parts += [(part.people, part.place) for part in self.birthdays]
        orphans = [place for own, place in parts if not own and not people]
        if orphans:
            place = orphans[0]
            said = self.line.text[place.start : place.end][:60]
            self.problem(f"Whom is “{said}” about? Begin with a name, as in “Ana: …”.", place)
        elif self.talk is not None:
            if not people and not self.talk.broadcast:
                self.problem("With whom? Name the person, as in “called Ana”.", whole)
        elif body and not people:
            born = birthday_hint(self.line, self.free)
            example = "Ana: birthday: 12 april" if born else "Ana: …"
            self.problem(f"Whom is this about? Begin with a name, as in “{example}”.", whole)
        elif body and self._only_names():
            self.problem("Say what happened, as in “Ana: coffee yesterday”.", whole)
        elif not body and not parts and not self.intros:
            self.problem("There is nothing to store: say what happened.", whole)

    def _only_names(self) -> bool:
        """Whether the text of a note is nothing but names."""
        at = 0 if not self.layout.who_stop else self.layout.who_stop
        said = [
            index
            for part in self.free
            for index in range(max(at, part.first), part.stop)
            if not topic_of(self.line.said(index, index + 1))
        ]
        covered = {
            index
            for spot in self.line.spots.values()
            if not spot.owns
            for index in range(spot.first, spot.stop)
        }
        return bool(said) and all(i in covered or self.line.key(i) == "and" for i in said)

    def _soft_hints(self, people: Sequence[Who]) -> Iterator[str]:
        """What was left as text on purpose, one hint at most of each kind."""
        yield promise_hint(self.line, self.free, happened=self.talk is not None)
        yield birthday_hint(self.line, self.free)
        yield second_heading(self.line, self.free, self.layout.who_stop)
        if not any(kind == "date" for _, kind in self.tokens):
            yield other_language_hint(self.line)
            yield dotted_hint(self.line) if self.talk is not None or self.promises else ""
        if self.talk is not None and self.day == self.line.today and not self.problems:
            yield from vague_hints(self.line, [at for at, kind in self.tokens if kind == "date"])
        if self.talk is None and not self.promises:
            yield typing_hint(self.line, self.free)
        known = [who for who in people if who.matches]
        for detail in details_in(self.line, self.free) if len(people) == len(known) == 1 else []:
            told = f"{detail.field}+={detail.value}"
            told = f"'{told}'" if " " in told else told
            yield f"To keep “{detail.value}”: netjournal edit {known[0].text} {told}"
