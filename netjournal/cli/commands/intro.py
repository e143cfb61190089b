"""``intro``: two people brought together, step by step."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from netjournal.cli import diagnostics, pages, who
from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report
from netjournal.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from netjournal.domain.introduction import Introduction
    from netjournal.journal.journal import Decide

_VERBS = ("new", "asked", "agreed", "made", "outcome", "thanked", "drop")
_TWO = 2


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--for", dest="what", metavar="TEXT", default="", help="new: what for")
    parser.json(lines=True)
    parser.add_argument(
        "verb", nargs="?", metavar="VERB", choices=_VERBS,
        help="new, asked, agreed, made, outcome, thanked or drop; without one, the list",
    )  # fmt: skip
    parser.add_argument(
        "words", nargs="*", metavar="ID or PERSON", completes="names",
        help="new: two people; else the introduction's number, and a person or what came of it",
    )  # fmt: skip
    parser.examples(
        "netjournal intro",
        "netjournal intro new 'Ana Ruiz' 'Bob Stone' --for 'a printer'",
        "netjournal intro asked 4821 Ana",
        "netjournal intro agreed 4821 Ana",
        "netjournal intro made 4821",
        "netjournal intro outcome 4821 'they print together'",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List them, or take one a step further."""
    words: list[str] = arguments.words
    if arguments.verb is None:
        return _list(context)
    if arguments.verb == "new":
        return _new(words, arguments.what, context)
    if not words:
        raise UsageError("Which introduction? 'netjournal intro' lists them with their numbers.")
    from netjournal.journal.introducing import introduction_called

    one = introduction_called(words[0], context.snapshot)
    names = " and ".join(map(context.snapshot.name_of, one.people))
    label = f"introduction {arguments.verb}: {names}"
    done = context.act(label, _step(arguments.verb, one, " ".join(words[1:]), context))
    code = report(context, done, label=label)
    _say_what_comes_next(one.id, context)
    return code


def _say_what_comes_next(id: str, context: Context) -> None:
    from netjournal.views.introductions import step_words_of

    one = context.snapshot.introduction(id)
    if one is not None:
        words = step_words_of(one, context.standings)
        diagnostics.say(f"{words[0].upper()}{words[1:]}.")


def _step(verb: str, one: Introduction, text: str, context: Context) -> Decide:
    from netjournal.journal import introducing

    if verb in {"asked", "agreed"}:
        if not text:
            raise UsageError("Who of the two? Write a name behind the number.")
        person = who.person(text, context).id
        act = introducing.asked if verb == "asked" else introducing.agreed
        return lambda now: act(now, one, person)
    if verb == "made":
        return lambda now: introducing.introduced(now, one, context.today)
    if verb == "drop":
        return lambda now: introducing.dropped(now, one)
    if verb == "thanked":
        return lambda now: introducing.thanked(now, one)
    if not text:
        raise UsageError("What came of it? Write it behind the number.")
    return lambda now: introducing.came_of_it(now, one, text)


def _list(context: Context) -> int:
    from netjournal.views.introductions import introduction_rows, introductions_json
    from netjournal.views.report import Section
    from netjournal.views.report import report as page_of

    standings = context.standings
    if context.json:
        context.output.json("introductions", introductions_json(standings))
        return ExitCode.DONE
    rows = introduction_rows(standings)
    lead = () if rows else ("None is on its way. 'netjournal give' shows who could help whom.",)
    pages.show(
        page_of("Introductions", lead, Section("On their way", rows, table=True)), context.output
    )
    return ExitCode.DONE


def _new(names: list[str], text: str, context: Context) -> int:
    from netjournal.clock import now
    from netjournal.domain.introduction import Introduction
    from netjournal.journal.changes import created, new_id
    from netjournal.views.introductions import by_pair, step_words_of

    people = list(dict.fromkeys(who.person(name, context).id for name in names))
    if len(people) != _TWO:
        raise UsageError("Write the names of two people, each in quotes.")
    known = by_pair(context.standings).get(frozenset(people))
    if known is not None and not known.thanked:
        raise UsageError(
            f"They are being introduced already ({context.snapshot.short(known.id)}): "
            f"{step_words_of(known, context.standings)}."
        )
    made = Introduction(id=new_id(), made=now(), day=context.today, people=tuple(people), text=text)
    label = f"introduction: {' and '.join(map(context.snapshot.name_of, people))}"
    code = report(context, context.act(label, lambda _: [created(made)]), label=label)
    _say_what_comes_next(made.id, context)
    return code
