"""A relationship in words with its parts, and the fit card, for a person's page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from statistics import median

from netjournal.domain.fit import (
    ANSWERS,
    LEAST_ANSWERS,
    MOST,
    QUESTIONS,
    against,
    suggested_calibre,
)
from netjournal.domain.me import Me
from netjournal.domain.person import FitAnswer, FitQuestion, Person
from netjournal.domain.phrases import ago
from netjournal.domain.quality import Kept, Quality
from netjournal.domain.response import days_in_words
from netjournal.domain.values import Circle
from netjournal.text import plural
from netjournal.views.report import Report, Row, Section, report


def quality_section(one: Quality, today: date) -> Section:
    """The word, and every part it comes from."""
    return Section("Relationship", tuple(Row(text=text) for text in _parts(one, today)))


def _parts(one: Quality, today: date) -> Iterator[str]:
    two_way = ago(one.last_two_way, today) if one.last_two_way else "none noted"
    real = ago(one.last_real, today) if one.last_real else "none noted"
    yield f"{one.band.words}: last two-way contact {two_way}, last real conversation {real}"
    if one.mine or one.theirs or one.mutual:
        yield f"within a year you reached out {one.mine}, they {one.theirs}, talked {one.mutual}"
    if one.response.of or one.response.awaited:
        yield f"what you sent: {one.response}"
    for words, kept in (("your promises", one.kept_mine), ("theirs", one.kept_theirs)):
        if kept.of:
            yield f"{words}: {kept_words(kept)}"
    if one.ledger.gave or one.ledger.got:
        yield f"gave {len(one.ledger.gave)}, got {len(one.ledger.got)}"


def kept_words(one: Kept) -> str:
    """``kept 19 of 22, median 6 days``."""
    words = f"kept {one.n} of {one.of}"
    return f"{words}, median {days_in_words(median(one.days))}" if one.days else words


def quality_json(one: Quality | None) -> Mapping[str, object] | None:
    """The parts in their JSON shape; None for somebody in no circle."""
    if one is None:
        return None
    return {
        "band": str(one.band),
        "last_two_way": one.last_two_way,
        "last_real": one.last_real,
        "mine": one.mine,
        "theirs": one.theirs,
        "mutual": one.mutual,
        "answered": one.response.answered,
        "later": one.response.later,
        "none": one.response.none,
        "awaited": one.response.awaited,
        "interval": one.response.interval,
        "kept": {
            "mine": {"n": one.kept_mine.n, "of": one.kept_mine.of},
            "theirs": {"n": one.kept_theirs.n, "of": one.kept_theirs.of},
        },
        "gave": len(one.ledger.gave),
        "got": len(one.ledger.got),
    }


def fit_report(person: Person, me: Me, offers: Sequence[str] = ()) -> Report:
    """The fit card of somebody who is not inner: answers, and questions one could ask.

    ``offers`` are mine, against which it is measured what I can give.

    Raises:
        ValueError: they are inner, of whom no fit is told.

    """
    if person.circle is Circle.INNER:
        raise ValueError("no fit is told of inner people")
    known = {one.question: one for one in person.fit}
    asked = [
        Row(label=str(each), text=_answer(known[each]), detail=known[each].text)
        for each in FitQuestion
        if each in known
    ]
    open_ones = [
        _open_row(each, against(each, me, offers)) for each in FitQuestion if each not in known
    ]
    return report(
        f"Fit of {person.name}",
        tuple(_lead(person)),
        Section("Answered", tuple(asked), table=True),
        Section("Questions you could ask", tuple(open_ones), table=True),
    )


def _answer(one: FitAnswer) -> str:
    return f"{one.value} of {MOST}, {ANSWERS[one.question][one.value]}"


def _open_row(question: FitQuestion, measure: str) -> Row:
    detail = f"you: {measure}" if measure else ""
    return Row(label=str(question), text=QUESTIONS[question], detail=detail)


def _lead(person: Person) -> Iterator[str]:
    n = len(person.fit)
    suggested = suggested_calibre(person.fit)
    if suggested is None:
        yield f"{n} of {len(FitQuestion)} answered; from {LEAST_ANSWERS} on a calibre is suggested."
    else:
        yield f"{plural(n, 'answer')} of {len(FitQuestion)} suggest calibre {suggested}."
    if person.calibre is not None:
        yield f"Calibre {person.calibre} is set."
    elif suggested is not None:
        yield "None is set yet."
