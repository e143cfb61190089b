"""``phone``, ``email``, ``address``: how somebody is reached, plain, for scripts."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from netjournal.cli import diagnostics, who
from netjournal.cli.arguments import takes_person
from netjournal.cli.context import Context
from netjournal.cli.output import piece
from netjournal.cli.parser import Parser
from netjournal.errors import ExitCode

if TYPE_CHECKING:
    from netjournal.domain.person import Person

_SEVERAL = {"phone": "phones", "email": "emails", "address": "addresses"}
_SAMPLES = {"phone": "'+44 20 7946 0000'", "email": "ana@example.org", "address": "'1 High St'"}
_EXAMPLES = {
    "phone": 'netjournal phone "Ana Ruiz" | head -1',
    "email": "netjournal email Ana --json",
    "address": "netjournal address Ana | lpr",
}


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.json()
    takes_person(parser)
    parser.examples(f"netjournal {parser.name} Ana Ruiz", _EXAMPLES[parser.name])


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print them, the first one first."""
    context.read_sparingly()
    person = who.person(" ".join(arguments.person), context)
    found = _ways(arguments.command, person)
    if context.json:
        rows = [{"value": value, "label": label} for value, label in found]
        context.output.json(_SEVERAL[arguments.command], rows)
    else:
        for place, (value, _) in enumerate(found):
            if place and arguments.command == "address":
                context.output.line()
            for line in value.split("\n"):
                context.output.line(piece(line))
    if not found:
        from shlex import quote

        example = f"{arguments.command}={_SAMPLES[arguments.command]}"
        diagnostics.say(
            f"No {arguments.command} of {person.name} is known. "
            f"Add it with: netjournal edit {quote(person.name)} {example}"
        )
        return ExitCode.NO_HIT
    return ExitCode.DONE


def _ways(what: str, person: Person) -> list[tuple[str, str]]:
    """Values with their labels; an address as the lines of an envelope, the name on top."""
    if what == "address":
        lines = [(one.lines, one.label) for one in person.addresses if one.lines]
        return [("\n".join((person.name, *each)), label) for each, label in lines]
    labelled = person.phones if what == "phone" else person.emails
    return [(one.value, one.label) for one in labelled]
