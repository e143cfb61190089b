"""``duplicates``: people who are likely one, with the reasons; merged, or told apart for good."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from netjournal.cli import diagnostics, who
from netjournal.cli.context import Context
from netjournal.cli.output import bold, dim, piece
from netjournal.cli.parser import Parser
from netjournal.cli.reporting import report
from netjournal.errors import ExitCode, UsageError
from netjournal.text import plural

if TYPE_CHECKING:
    from netjournal.domain.gesture import Change
    from netjournal.journal.snapshot import Snapshot
    from netjournal.views.duplicates import Pair

_MERGE, _OTHER_WAY, _TWO = range(3)
_CHOICES = (
    "one person: merge the second into the first",
    "one person: merge the first into the second",
    "two people: never ask again",
)


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.json(lines=True)
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument(
        "--answer", action="store_true", help="ask about each pair at the terminal, one digit each"
    )
    choice.add_argument(
        "--dismiss", nargs=2, metavar=("PERSON", "OTHER"),
        help="these are two people; never list them again",
    )  # fmt: skip
    parser.examples(
        "netjournal duplicates",
        "netjournal duplicates --answer",
        "netjournal duplicates --dismiss 5619 7020",
        "netjournal merge 5619 7020",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List them, go through them, or dismiss a pair."""
    from netjournal.views.duplicates import duplicates, pairs_json

    if arguments.dismiss:
        return _dismiss(arguments.dismiss, context)
    pairs = duplicates(context.snapshot, context.settings.region)
    if arguments.answer:
        if not context.is_interactive:
            raise UsageError("--answer asks at a terminal; use 'merge' or --dismiss elsewhere.")
        return _ask(pairs, context)
    if context.json:
        context.output.json("duplicates", pairs_json(pairs))
    elif not pairs:
        diagnostics.say("Nobody looks like somebody else.")
    else:
        for pair in pairs:
            _show(pair, context)
        diagnostics.say(
            f"{plural(len(pairs), 'pair')}. 'netjournal merge ID ID' makes one of two, "
            "'netjournal duplicates --answer' goes through them."
        )
    return ExitCode.DONE if pairs else ExitCode.NO_HIT


def _show(pair: Pair, context: Context) -> None:
    line = context.output.line
    for id, person, about in (
        (pair.first_id, pair.first, pair.first_about),
        (pair.second_id, pair.second, pair.second_about),
    ):
        line(dim(id), "  ", bold(person.name), "  ", dim(about))
    for reason in pair.reasons:
        line(piece(f"both have {reason}"), indent=6)
    for doubt in pair.doubts:
        line(piece(f"but {doubt}"), indent=6)


def _dismiss(names: Sequence[str], context: Context) -> int:
    from netjournal.journal.merging import dismiss

    one, other = (who.person(name, context) for name in names)
    label = f"{one.name} and {other.name} are two people"
    done = context.act(label, lambda snapshot: dismiss(snapshot, one.id, other.id))
    return report(context, done, label=label)


def _ask(pairs: Sequence[Pair], context: Context) -> int:
    """Each pair in turn, each answer an act of its own; enter leaves the rest for later."""
    from netjournal.cli import asking

    if not pairs:
        diagnostics.say("Nobody looks like somebody else.")
        return ExitCode.NO_HIT
    for number, pair in enumerate(pairs, 1):
        if any(context.snapshot.final(p.id) != p.id for p in (pair.first, pair.second)):
            continue  # merged by an answer before
        _show(pair, context)
        context.output.flush()
        answer = asking.choose(
            f"{number} of {len(pairs)}: are they one person?", _CHOICES, otherwise="leave it open"
        )
        if answer is None:
            break
        if answer >= 0:
            _answered(pair, answer, context)
    return ExitCode.DONE


def _answered(pair: Pair, answer: int, context: Context) -> None:
    from netjournal.journal.merging import dismiss, merge

    first, second = pair.first, pair.second
    if answer == _OTHER_WAY:
        first, second = second, first

    def decide(snapshot: Snapshot) -> Sequence[Change]:
        if answer == _TWO:
            return dismiss(snapshot, first.id, second.id)
        return merge(snapshot, first.id, second.id, context.today, context.settings.region)

    label = (
        f"{first.name} and {second.name} are two people"
        if answer == _TWO
        else f"merge {second.name} into {first.name}"
    )
    report(context, context.act(label, decide), label=label)
