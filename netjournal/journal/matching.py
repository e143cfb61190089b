"""Who is meant: names of a line, or of an argument, become people; never by a guess."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from netjournal.capture.reading import Capture, Who
from netjournal.domain.gesture import Table
from netjournal.domain.names import NameMatch, chosen
from netjournal.domain.values import ME, PersonId
from netjournal.errors import (
    AmbiguousNameError,
    Candidate,
    InputError,
    NearlyKnownError,
    UnknownNameError,
)
from netjournal.journal.changes import new_person_id
from netjournal.text import fold
from netjournal.tuples import NamedTuple

if TYPE_CHECKING:
    from netjournal.domain.person import Person
    from netjournal.journal.snapshot import Snapshot

NEW = "new"
"""The answer that says: somebody new, although the name is nearly a known one."""
Answers = Mapping[str, str]
"""What the user answered: person id or ``NEW``, by the folded name as typed."""


class Meant(NamedTuple):
    """The people of a line: ids by folded name, and those the line makes."""

    ids: Mapping[str, PersonId]
    made: Mapping[str, Who]
    """New people, by the folded name they were typed under."""
    unlinked: tuple[Who, ...] = ()
    """Mentions that fit several people: left as text, never guessed."""

    def id_of(self, who: Who) -> PersonId | None:
        """The person a name of the line means, or None where it was left as text."""
        return ME if who.me else self.ids.get(fold(who.text))


def who_is_meant(capture: Capture, answers: Answers | None = None, *, new: bool = False) -> Meant:
    """The people of a line; ``answers`` settles names that were asked about, ``new`` insists.

    Raises:
        InputError: the line has problems and cannot be stored.
        AmbiguousNameError: a name fits several people.
        NearlyKnownError: a new name is nearly a known one.
        UnknownNameError: nobody has the name, and it stands where no new person is made.
    """
    if capture.problems:
        raise InputError(capture.problems[0].message)
    answers = answers or {}
    ids: dict[str, PersonId] = {}
    made: dict[str, Who] = {}
    for who in _named(capture):
        key = fold(who.text)
        if who.me or key in ids:
            continue
        answer = answers.get(key)
        if answer is None and len(who.matches) == 1:
            answer = who.matches[0].person
        if answer is None:
            answer = _new_or_error(who, insist=new)
        if answer == NEW:
            ids[key] = new_person_id()
            made[key] = who
        else:
            ids[key] = PersonId(answer)
    unlinked = []
    for who in capture.mentions:
        key = fold(who.text)
        if who.me or key in ids:
            continue
        if key in answers and answers[key] != NEW:
            ids[key] = PersonId(answers[key])
        elif len(who.matches) == 1:
            ids[key] = who.matches[0].person
        elif who.matches:
            unlinked.append(who)
    return Meant(ids, made, tuple(unlinked))


def _named(capture: Capture) -> Iterable[Who]:
    """Everybody the line is about; mentions are apart."""
    yield from capture.people
    clauses: list[tuple[Who, ...]] = [
        *(promise.people for promise in capture.promises),
        *(line.people for line in capture.lines),
        *(birthday.people for birthday in capture.birthdays),
        *(intro.people for intro in capture.intros),
    ]
    yield from chain.from_iterable(clauses)


def _new_or_error(who: Who, *, insist: bool) -> str:
    if len(who.matches) > 1:
        raise ambiguous(who.text, who.matches)
    if who.may_be_new and (insist or not who.similar):
        return NEW
    near = _candidates(who.similar)
    if who.may_be_new:
        raise NearlyKnownError(
            f"Nobody is called {who.text!r} yet. Did you mean {_either(near)}? "
            "--new adds somebody new.",
            text=who.text,
            candidates=near,
            may_be_new=True,
        )
    raise unknown(who.text, who.similar, may_be_new=True)


MOST_TOLD = 8
"""People whom a sentence tells apart; of more than these, more of the name says who is meant."""


def ambiguous(text: str, matches: Sequence[NameMatch]) -> AmbiguousNameError:
    """The error that says who a name may mean and what tells them apart."""
    people = _candidates(matches)
    told = people[:MOST_TOLD]
    listed = "; ".join(f"{c.name} ({c.about})" if c.about else c.name for c in told)
    if len(people) > len(told):
        listed += f"; and {len(people) - len(told):,} more"
    return AmbiguousNameError(
        f"{text!r} may be {len(people):,} people: {listed}. Write more of the name.",
        text=text,
        candidates=people,
    )


def unknown(
    text: str, similar: Sequence[NameMatch], *, may_be_new: bool = False
) -> UnknownNameError:
    """The error that says nobody has a name, with those it nearly is."""
    near = _candidates(similar)
    hint = f" Did you mean {_either(near)}?" if near else ""
    hint += " --new adds somebody new." if may_be_new else ""
    return UnknownNameError(
        f"Nobody in the journal is called {text!r}.{hint}",
        text=text,
        candidates=near,
        may_be_new=may_be_new,
    )


def _candidates(matches: Sequence[NameMatch]) -> tuple[Candidate, ...]:
    return tuple(Candidate(match.person, match.name, match.about) for match in matches)


def _either(near: tuple[Candidate, ...]) -> str:
    return " or ".join(candidate.name for candidate in near)


def person_called(text: str, snapshot: Snapshot) -> Person:
    """The person an argument names: by name, email address, or the beginning of an id.

    Raises:
        AmbiguousNameError: several people fit.
        UnknownNameError: nobody does.
    """
    matches = chosen(snapshot.names.people(text))
    if not matches and "@" in text:
        ids = snapshot.people_at(fold(text.strip()))
        matches = tuple(m for id in ids[:5] for m in _by_id(id, snapshot))
    if not matches and text.isdecimal():
        ids = tuple(PersonId(id) for table, id in snapshot.find(text) if table is Table.PEOPLE)
        matches = tuple(m for id in ids[:5] if id != ME for m in _by_id(id, snapshot))
    if len(matches) > 1:
        raise ambiguous(text, matches)
    person = snapshot.person(matches[0].person) if matches else None
    if person is None:
        raise unknown(text, snapshot.names.similar(text) or _begun(text, snapshot))
    return person


_OFFERED = 3


def _begun(text: str, snapshot: Snapshot) -> list[NameMatch]:
    """Those whose name begins so, if they are few."""
    names = snapshot.names
    found = names.beginning(text) if len(text) > 1 else ()
    if len(found) > _OFFERED:
        return []
    return [match for name in found for match in names.people(name)[:1]]


def _by_id(id: PersonId, snapshot: Snapshot) -> tuple[NameMatch, ...]:
    person = snapshot.person(id)
    if person is None:
        return ()
    found = snapshot.names.people(person.name)
    return tuple(match for match in found if match.person == person.id)[:1]


def record_called(beginning: str, snapshot: Snapshot) -> tuple[Table, str]:
    """The record whose id begins so, with its table.

    Raises:
        AmbiguousNameError: several ids begin so.
        UnknownNameError: none does.
    """
    found = snapshot.find(beginning) if beginning.isdecimal() else ()
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousNameError(
            f"{len(found)} records have an id that begins with {beginning}. Type more of it.",
            text=beginning,
        )
    raise UnknownNameError(f"Nothing in the journal has the id {beginning!r}.", text=beginning)
