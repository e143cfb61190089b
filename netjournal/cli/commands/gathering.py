"""``gathering``: events where people are met; up to three are chosen, and what became of it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from netjournal.cli import days, diagnostics, pages, who
from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report
from netjournal.domain.values import Circle
from netjournal.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from datetime import date

_VERBS = ("new", "met", "choose", "review")


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("--on", metavar="DAY", help="new: its day")
    parser.add_argument("--place", metavar="TEXT", default="", help="new: where it is")
    parser.add_argument("--kind", metavar="TEXT", default="", help="new: dinner, fair, talk …")
    parser.add_argument(
        "--aim", metavar="TEXT", action="append", default=[],
        help="new: whom you hope to talk with; up to three times",
    )  # fmt: skip
    parser.add_argument(
        "--listen", metavar="TEXT", action="append", default=[],
        help="new: a need to listen for; as often as you like",
    )  # fmt: skip
    parser.add_argument(
        "--circle", type=str.lower, default="network", metavar="CIRCLE",
        choices=[str(circle) for circle in Circle if circle.in_network],
        help="choose: the circle they enter (network)",
    )  # fmt: skip
    parser.add_argument("--more", action="store_true", help="choose: more than three are meant")
    parser.add_argument("--none", action="store_true", help="choose: nobody more is chosen")
    parser.json(lines=True)
    parser.add_argument(
        "verb", nargs="?", metavar="VERB", choices=_VERBS,
        help="new, met, choose or review; without one, every gathering",
    )  # fmt: skip
    parser.add_argument(
        "name",
        nargs="?",
        metavar="GATHERING",
        completes="gatherings",
        help="its name, or its number",
    )
    parser.add_argument(
        "people", nargs="*", metavar="PERSON", completes="names",
        help="people met or chosen; a name with a space in quotes",
    )  # fmt: skip
    parser.examples(
        "netjournal gathering",
        "netjournal gathering new 'Open Forms Day' --on friday --aim 'somebody from libraries'",
        "netjournal gathering met 'Open Forms Day' 'Ana Ruiz: keen on paper forms' 'Bob Stone'",
        "netjournal gathering choose 'Open Forms Day' 'Ana Ruiz'",
        "netjournal gathering review 'Open Forms Day'",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List them, or do as the verb says."""
    if arguments.verb is None:
        return _list(context)
    if arguments.name is None:
        raise UsageError(f"Which gathering? Write netjournal gathering {arguments.verb} NAME.")
    if arguments.verb == "new":
        return _new(arguments, context)
    if arguments.verb == "met":
        return _met(arguments.name, arguments.people, context)
    if arguments.verb == "choose":
        return _choose(arguments, context)
    return _review(" ".join([arguments.name, *arguments.people]), context)


def _list(context: Context) -> int:
    from netjournal.views.gathering_report import gatherings_report
    from netjournal.views.gatherings import gathering_json, gatherings_view

    standings = context.standings
    views = gatherings_view(standings)
    if context.json:
        context.output.json("gatherings", [gathering_json(view) for view in views])
    else:
        pages.show(gatherings_report(views, standings), context.output)
    return ExitCode.DONE


def _review(name: str, context: Context) -> int:
    from netjournal.journal.gatherings import gathering_called
    from netjournal.views.gathering_report import gathering_report
    from netjournal.views.gatherings import gathering_json, gathering_view

    standings = context.standings
    view = gathering_view(gathering_called(name, standings.snapshot), standings)
    if context.json:
        context.output.json("gathering", gathering_json(view))
    else:
        pages.show(gathering_report(view, standings), context.output)
    return ExitCode.DONE


def _new(arguments: argparse.Namespace, context: Context) -> int:
    from netjournal.clock import now
    from netjournal.domain.gathered import MOST_CHOSEN
    from netjournal.domain.gathering import Gathering
    from netjournal.journal.changes import created, new_id

    if len(arguments.aim) > MOST_CHOSEN:
        raise UsageError("Aim for one to three people; who else comes along is welcome anyway.")
    made = Gathering(
        id=new_id(),
        made=now(),
        name=" ".join([arguments.name, *arguments.people]),
        day=days.day(arguments.on, context, past=False) if arguments.on else None,
        place=arguments.place,
        kind=arguments.kind,
        aim=tuple(arguments.aim),
        listen=tuple(arguments.listen),
    )
    label = f"gathering: {made.name}"
    done = context.act(label, lambda _: [created(made)])
    code = report(context, done, label=label)
    if made.day is None:
        short = context.snapshot.short(made.id)
        diagnostics.say(f"Its day is not known yet: netjournal edit {short} day=friday")
    return code


def _met(name: str, people: Sequence[str], context: Context) -> int:
    from netjournal.journal.adding import Reading, add_lines
    from netjournal.journal.gatherings import gathering_called, meeting_line

    if not people:
        raise UsageError("Whom did you meet? Write the names behind the gathering's.")
    gathering = gathering_called(name, context.snapshot)
    reading = Reading(
        today=context.today,
        settings=context.settings,
        day=gathering.day or context.today,
        at=gathering.name,
    )
    lines = [meeting_line(line) for line in people]
    good, bad = add_lines(context.journal, enumerate(lines, 1), reading)
    context.will_fold()
    for one in bad:
        diagnostics.say(f"{one.text}: {one.error.message}")
    if not good:
        return ExitCode.INPUT
    _review(gathering.id, context)
    return ExitCode.INPUT if bad else ExitCode.DONE


def _choose(arguments: argparse.Namespace, context: Context) -> int:
    from netjournal.domain.cooling import cooling_due
    from netjournal.journal.gatherings import chosen, gathering_called, settled

    gathering = gathering_called(arguments.name, context.snapshot)
    if arguments.none:
        label = f"nobody more of {gathering.name}"
        return report(context, context.act(label, lambda now: settled(now, gathering)), label=label)
    if not arguments.people:
        raise UsageError("Whom do you choose? Write up to three names, or --none.")
    people = [who.person(name.strip(","), context) for name in arguments.people]
    label = f"chosen at {gathering.name}: {', '.join(person.name for person in people)}"
    done = context.act(
        label,
        lambda now: chosen(
            now,
            gathering,
            [person.id for person in people],
            circle=Circle(arguments.circle),
            today=context.today,
            more=arguments.more,
        ),
    )
    code = report(context, done, label=label)
    if gathering.day is not None:
        due = cooling_due(gathering.day, context.snapshot.me, context.settings)
        diagnostics.say(_by_when(due, context))
    return code


def _by_when(due: date, context: Context) -> str:
    from netjournal.domain.phrases import day_with_weekday

    day = day_with_weekday(due, context.today)
    if due < context.today:
        return f"A first word was meant by {day}; it is worth it still."
    return f"A first word by {day}."
