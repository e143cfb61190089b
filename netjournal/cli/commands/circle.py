"""``circle``: people are put in a circle; one too many asks who steps back."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from netjournal.cli import diagnostics, who
from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report
from netjournal.domain.person import Person
from netjournal.domain.values import Circle
from netjournal.errors import WhoError

_PROPOSED = 3
"""People named of a circle that is too full."""


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.json()
    parser.add_argument(
        "circle", type=str.lower, choices=list(map(str, Circle)), metavar="CIRCLE",
        help="inner, close, network or rolodex",
    )  # fmt: skip
    parser.add_argument(
        "people", nargs="+", metavar="PERSON", completes="names",
        help="one or several; a name with a space in quotes",
    )  # fmt: skip
    parser.examples(
        "netjournal circle close Ana Ruiz",
        "netjournal circle network 'Bob Stone' 'Karl Brandt' zoë@example.org",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Put them there."""
    from netjournal.journal.editing import put_in_circle
    from netjournal.text import plural
    from netjournal.views.circles import circle_sizes

    circle = Circle(arguments.circle)
    people = _people(arguments.people, context)
    names = people[0].name if len(people) == 1 else plural(len(people), "person", "people")
    label = f"circle {circle}: {names}"
    done = context.act(
        label,
        lambda snapshot: put_in_circle(snapshot, [p.id for p in people], circle, context.today),
    )
    code = report(context, done, label=label)
    standings = context.standings
    size = circle_sizes(standings)[circle]
    diagnostics.say(f"{size}: who steps back?" if size.too_many else str(size))
    if size.too_many:
        from netjournal.views.side_by_side import side_by_side

        for one in side_by_side(circle, standings)[:_PROPOSED]:
            how = ", ".join(part for part in (one.band, one.quiet) if part)
            diagnostics.say(f"  {one.standing.person.name}: {how}")
    return code


def _people(words: Sequence[str], context: Context) -> Sequence[Person]:
    """One person whose name was not quoted, or one for each word."""
    if len(words) > 1:
        from netjournal.journal.matching import person_called

        try:
            return [person_called(" ".join(words), context.snapshot)]
        except WhoError:
            pass  # several people then, each told apart below
    people = [who.person(word.strip(","), context) for word in words]
    return list({person.id: person for person in people}.values())
