"""What an import would do, for a person to read before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from netjournal.domain.gesture import Change
from netjournal.domain.values import PersonId
from netjournal.text import plural, safe_line
from netjournal.tuples import NamedTuple

SHOWN_PROBLEMS = 10
"""Problems that are named one by one; the rest is counted."""


class Kind(StrEnum):
    """What becomes of one card."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    GROUP = "group"
    """A list of people: its name becomes a topic of its new members."""
    EMPTY = "empty"
    """It says nothing of anybody."""


class Trouble(StrEnum):
    """What was found wrong with a card; nothing is lost by any of it."""

    ENCODING = "encoding"
    CUT = "cut"
    FRAME = "frame"
    OUTSIDE = "outside"
    LINE = "line"
    PICTURE = "picture"
    DAY = "day"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to import, or what stood on standard input."""

    name: str
    data: bytes = field(repr=False)


Choices = tuple[str, ...]
Whom = tuple[PersonId | None, ...]


class Ask(Protocol):
    """Asks about one card; the place of the choice made, 0 while nobody answered."""

    def __call__(self, about: str, text: str, choices: Choices) -> int:
        """``about`` tells the questions of one card apart."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What only a person can decide about a card, such as whether two people are one."""

    key: str
    """The same in every plan of the same cards; an answer is given under it."""
    text: str
    choices: Choices
    """What can be answered; the first is what happens without an answer."""
    people: Whom = ()
    """Whom each choice takes the card for, where that is what is asked; None for somebody new."""


Answers = Mapping[str, int]
"""The place of the choice that was made, by the key of its question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What whoever imports may wish."""

    region: str = ""
    """Where phone numbers without a country are at home, ISO 3166 two letters."""
    restore: bool = False
    """Bring back people who were removed since."""
    encoding: str = ""
    """The character set of all files; empty finds it out card by card."""
    answers: Answers = field(default_factory=dict)


class Outcome(NamedTuple):
    """What becomes of one card, and why."""

    kind: Kind
    name: str
    reason: str
    card: int
    """Its place in its file, from 1."""
    line: int
    """The line of the file it begins on."""
    source: str
    person: PersonId | None = None
    question: str = ""
    """The first of ``asked`` in words, or what is worth a look."""
    asked: tuple[Question, ...] = ()
    """What was not answered yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that could not be read as it was meant; the text is kept."""

    kind: Trouble
    message: str
    name: str = ""
    """Whose card."""
    card: int = 0
    """Its place in its file, from 1; 0 for what stands outside cards."""
    line: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """Everything one import would do; applying its changes is one gesture."""

    sources: tuple[Source, ...]
    """To be archived unmodified."""
    outcomes: tuple[Outcome, ...]
    """One for each card, in order."""
    problems: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()
    blobs: Mapping[str, tuple[bytes, str]] = field(default_factory=dict, repr=False)
    """Large values the changes refer to: by name, the bytes and their suffix."""

    def count(self, kind: Kind) -> int:
        """How many cards become of this kind."""
        return Counter(outcome.kind for outcome in self.outcomes)[kind]

    @property
    def cards(self) -> int:
        """How many cards there were."""
        return len(self.outcomes)

    @property
    def questions(self) -> tuple[Outcome, ...]:
        """Cards of which only a person can say whether they are somebody known."""
        return tuple(outcome for outcome in self.outcomes if outcome.question)

    @property
    def asked(self) -> tuple[Question, ...]:
        """Every question that was not answered yet, in the order of the cards."""
        return tuple(question for outcome in self.outcomes for question in outcome.asked)

    @property
    def label(self) -> str:
        """What the gesture is called."""
        one = self.sources[0].name if self.sources else "nothing"
        more = len(self.sources) - 1
        return f"imported {one}" + (f" and {plural(more, 'more file')}" if more > 0 else "")

    def as_json(self) -> dict[str, object]:
        """The plan in its JSON shape."""
        counts = {str(k): self.count(k) for k in (Kind.NEW, Kind.UPDATED, Kind.UNCHANGED)}
        return {
            "cards": self.cards,
            **counts,
            "questions": len(self.questions),
            "problems": [
                {"card": p.card, "line": p.line, "name": p.name, "message": p.message}
                for p in self.problems
            ],
            "asked": [
                {"question": question.text, "choices": list(question.choices)}
                for question in self.asked
            ],
            "outcomes": [
                {"source": o.source, "card": o.card, "line": o.line, "name": o.name,
                 "kind": str(o.kind), "reason": o.reason, "person": o.person}
                for o in self.outcomes
            ],
        }  # fmt: skip

    def sentences(self) -> tuple[str, ...]:
        """The plan in words: counts first, then questions, then problems."""
        return (
            f"{plural(self.cards, 'card')}: {self._counts()}.",
            *self._questions(),
            *self._troubles(),
        )

    def _counts(self) -> str:
        found = Counter(outcome.kind for outcome in self.outcomes)
        parts = [f"{found[kind]} {kind}" for kind in (Kind.NEW, Kind.UPDATED, Kind.UNCHANGED)]
        if found[Kind.GROUP]:
            parts.append(plural(found[Kind.GROUP], "group") + " kept as topics")
        if found[Kind.EMPTY]:
            parts.append(f"{plural(found[Kind.EMPTY], 'empty card')} skipped")
        return ", ".join(parts)

    def _questions(self) -> list[str]:
        shown = [safe_line(outcome.question) for outcome in self.questions[:SHOWN_PROBLEMS]]
        return _with_rest(shown, len(self.questions), "question")

    def _troubles(self) -> list[str]:
        sentences: list[str] = []
        by_kind = Counter(problem.kind for problem in self.problems)
        if count := by_kind[Trouble.ENCODING]:
            sentences.append(
                f"{plural(count, 'card')} not in UTF-8 or the encoding declared: letters may be "
                "wrong; the bytes are kept."
            )
        named = [p for p in self.problems if p.kind is not Trouble.ENCODING]
        several = len(self.sources) > 1
        shown = [_sentence(problem, told_file=several) for problem in named[:SHOWN_PROBLEMS]]
        return sentences + _with_rest(shown, len(named), "problem")


def _sentence(problem: Problem, *, told_file: bool) -> str:
    file = f"{safe_line(problem.source)}, " if told_file else ""
    card = f"card {problem.card}, " if problem.card else ""
    who = f"{safe_line(problem.name)} " if problem.name else ""
    return f"{who}({file}{card}line {problem.line}): {safe_line(problem.message)}"


def _with_rest(shown: list[str], count: int, what: str) -> list[str]:
    rest = count - len(shown)
    return [*shown, f"{plural(rest, f'more {what}')}."] if rest > 0 else shown
