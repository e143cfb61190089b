"""``fit``: the six questions of a valuable contact, asked one at a time or set."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from netjournal.cli import asking, diagnostics, pages, who
from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report
from netjournal.domain.person import FitAnswer, FitQuestion, Person
from netjournal.domain.values import Circle
from netjournal.errors import ExitCode, InputError, UsageError
from netjournal.text import whole_number

if TYPE_CHECKING:
    from netjournal.domain.gesture import Change
    from netjournal.journal.snapshot import Snapshot

_CALIBRE = "calibre"


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--ask", action="store_true", help="ask what is not answered, one by one")
    parser.json()
    parser.add_argument(
        "words", nargs="+", metavar="PERSON [QUESTION=0..3 TEXT]", completes="fit",
        help="a name; then market, benefit, influence, direction, places, synergy or calibre",
    )  # fmt: skip
    parser.examples(
        "netjournal fit Ana Ruiz",
        "netjournal fit Ana Ruiz --ask",
        "netjournal fit Ana Ruiz market=3 'benefit=2 knows every printer' calibre=4",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Show the card, ask, or set."""
    name = [word for word in arguments.words if "=" not in word]
    sets = [word for word in arguments.words if "=" in word]
    person = who.person(" ".join(name), context)
    if person.circle is Circle.INNER:
        raise UsageError(f"{person.name} is inner; nobody measures them.")
    fit, calibre = _read(sets, person)
    if arguments.ask:
        fit = _ask(fit, context)
    if sets or arguments.ask:
        return _store(person, fit, calibre, context)
    from netjournal.domain.fit import suggested_calibre
    from netjournal.journal.giving import my_offers
    from netjournal.views.quality import fit_report

    if context.json:
        answers = [
            {"question": str(one.question), "value": one.value, "text": one.text} for one in fit
        ]
        suggested = suggested_calibre(fit)
        whole = {"answers": answers, "suggested": suggested, "calibre": person.calibre}
        context.output.json("fit", {"id": person.id, "name": person.name, **whole})
    else:
        offers = my_offers(context.snapshot)
        pages.show(fit_report(person, context.snapshot.me, offers), context.output)
        _say_what_is_open(person)
    return ExitCode.DONE


def _say_what_is_open(person: Person) -> None:
    """How to go on from the card: answer more, or set what the answers suggest."""
    from shlex import quote

    from netjournal.domain.fit import suggested_calibre

    suggested = suggested_calibre(person.fit)
    if suggested is not None and person.calibre is None:
        diagnostics.say(f"Set it: netjournal fit {quote(person.name)} calibre={suggested}")
    elif len(person.fit) < len(FitQuestion):
        diagnostics.say(f"Answer what is open: netjournal fit {quote(person.name)} --ask")


def _read(sets: Sequence[str], person: Person) -> tuple[tuple[FitAnswer, ...], int | None]:
    """The answers and the calibre after some words such as ``market=3 in libraries``.

    Raises:
        UsageError: there is no such question.
        InputError: an answer is no number from 0 to 3, a calibre none from 1 to 5.
    """
    from netjournal.domain.fit import answered

    fit, calibre = person.fit, person.calibre
    for word in sets:
        name, _, rest = word.partition("=")
        number, _, text = rest.strip().partition(" ")
        if name == _CALIBRE:
            calibre = _number(name, number, 1, 5)
            continue
        if name not in list(FitQuestion):
            raise UsageError(f"There is no question {name!r}; there are {', '.join(FitQuestion)}.")
        value = _number(name, number, 0, 3)
        fit = answered(fit, FitQuestion(name), value, text.strip())
    return fit, calibre


def _number(name: str, text: str, least: int, most: int) -> int | None:
    """The number; None takes an answer back."""
    if not text:
        return None
    number = whole_number(text)
    if number is None or not least <= number <= most:
        raise InputError(f"{name} is {least} to {most}, not {text!r}.")
    return number


def _ask(fit: tuple[FitAnswer, ...], context: Context) -> tuple[FitAnswer, ...]:
    """Ask each open question; enter leaves it open."""
    from netjournal.domain.fit import ANSWERS, QUESTIONS, against, answered
    from netjournal.journal.giving import my_offers

    if not context.is_interactive:
        raise UsageError("--ask needs a terminal; write the answers, such as market=2.")
    have = {one.question for one in fit}
    offers = my_offers(context.snapshot)
    diagnostics.say("A number, and a word why behind it; enter leaves a question open.")
    for question in FitQuestion:
        if question in have:
            continue
        measure = against(question, context.snapshot.me, offers)
        diagnostics.say(QUESTIONS[question] + (f" You: {measure}" if measure else ""))
        words = ", ".join(f"{value} {each}" for value, each in enumerate(ANSWERS[question]))
        said = asking.line(f"  {words}: ")
        number, _, text = said.partition(" ")
        value = _number(question, number, 0, 3)
        if value is not None:
            fit = answered(fit, question, value, text.strip())
    return fit


def _store(
    person: Person, fit: tuple[FitAnswer, ...], calibre: int | None, context: Context
) -> int:
    from netjournal.journal.changes import edits

    def decide(snapshot: Snapshot) -> list[Change]:
        now = snapshot.stored_person(person.id)
        return edits(snapshot, now, fit=fit, calibre=calibre) if now is not None else []

    label = f"fit of {person.name}"
    return report(context, context.act(label, decide), label=label)
