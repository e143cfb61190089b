"""Fit: the six questions of a valuable contact, and the calibre they suggest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from netjournal.domain.me import Me
from netjournal.domain.person import FitAnswer, FitQuestion

MOST = 3
"""The highest answer; 0 is the lowest."""
LEAST_ANSWERS = 3
"""So many answers, and a calibre is suggested."""

QUESTIONS: Mapping[FitQuestion, str] = {
    FitQuestion.MARKET: "Are they among the people I serve, or in front of them?",
    FitQuestion.BENEFIT: "What can I give them?",
    FitQuestion.INFLUENCE: "Whom can they reach?",
    FitQuestion.DIRECTION: "Are they heading where I am heading?",
    FitQuestion.PLACES: "Are they found where I am found?",
    FitQuestion.SYNERGY: "Do we click?",
}

ANSWERS: Mapping[FitQuestion, tuple[str, str, str, str]] = {
    FitQuestion.MARKET: ("no", "at the edge", "often in front of them", "at the heart of it"),
    FitQuestion.BENEFIT: ("nothing I know of", "a little", "something they need", "a lot"),
    FitQuestion.INFLUENCE: ("nobody I look for", "one or two", "several", "the very people"),
    FitQuestion.DIRECTION: ("elsewhere", "partly", "mostly", "the same way"),
    FitQuestion.PLACES: ("hardly ever", "now and then", "often", "nearly always"),
    FitQuestion.SYNERGY: ("no", "a little", "rather", "at once"),
}
"""What 0 to 3 mean in the words of each question."""

_TO_ASK: Mapping[FitQuestion, str] = {
    FitQuestion.BENEFIT: "what they are looking for",
    FitQuestion.DIRECTION: "where they are heading",
    FitQuestion.MARKET: "whom they serve",
    FitQuestion.PLACES: "where one meets them",
    FitQuestion.INFLUENCE: "whom they work with",
}
"""How one would ask the person, the easiest first; whether we click is nobody's to be asked."""


def to_ask(answers: Iterable[FitAnswer]) -> str:
    """What one could ask them about next; nothing where all of it was answered."""
    known = {one.question for one in answers}
    return next((words for each, words in _TO_ASK.items() if each not in known), "")


def against(question: FitQuestion, me: Me, offers: Iterable[str]) -> str:
    """What of me an answer is measured against; nothing where I have not said it.

    ``offers`` are the texts of my open ones.
    """
    return {
        FitQuestion.MARKET: me.serve,
        FitQuestion.DIRECTION: me.heading,
        FitQuestion.PLACES: me.found_at,
        FitQuestion.BENEFIT: "; ".join(offers),
    }.get(question, "")


def answered(
    answers: Iterable[FitAnswer], question: FitQuestion, value: int | None, text: str = ""
) -> tuple[FitAnswer, ...]:
    """The answers with one more, changed, or (``None``) taken back, in the order of questions.

    Raises:
        ValueError: the value is not between 0 and 3.

    """
    known = {one.question: one for one in answers}
    if value is None:
        known.pop(question, None)
    elif 0 <= value <= MOST:
        known[question] = FitAnswer(question, value, text)
    else:
        raise ValueError(f"{value} is not between 0 and {MOST}")
    return tuple(known[each] for each in FitQuestion if each in known)


def suggested_calibre(answers: Iterable[FitAnswer]) -> int | None:
    """1 to 5 from the mean of what was answered; None below three answers.

    What was not answered counts neither for nor against anybody.
    """
    values = [one.value for one in answers]
    if len(values) < LEAST_ANSWERS:
        return None
    # halves go up, so that the suggestion does not depend on banker's rounding
    return 1 + int(4 * sum(values) / (MOST * len(values)) + 0.5)
