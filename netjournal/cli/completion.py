"""What the shell is offered behind a half-typed word; runs only when argcomplete asks."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from netjournal.cli.context import Context
from netjournal.cli.parser import COMMANDS, PROG, Parser, load
from netjournal.errors import NetjournalError
from netjournal.text import fold

Offer = Callable[[Context], Iterable[str]]


def complete() -> None:
    """Answer the shell and end the process (argcomplete's protocol: names on descriptor 8)."""
    import argcomplete

    argcomplete.autocomplete(
        _whole_parser(_chosen(os.environ.get("COMP_LINE", ""))),
        always_complete_options=False,
        validator=lambda offered, typed: fold(offered).startswith(fold(typed)),
    )


def _chosen(line: str) -> str | None:
    """The command on a half-typed line; a word is the command only when another follows it."""
    words = line.split()[1:]
    done = words if line.endswith(" ") else words[:-1]
    return next((word for word in done if word in COMMANDS), None)


def _whole_parser(chosen: str | None) -> argparse.ArgumentParser:
    """Every command by name, the chosen one with its arguments."""
    parser = argparse.ArgumentParser(prog=PROG)
    parser.add_argument("--journal", metavar="FILE")
    parser.add_argument("--version", action="store_true")
    commands = parser.add_subparsers(parser_class=argparse.ArgumentParser)
    for name in COMMANDS:
        if name != chosen:
            commands.add_parser(name, add_help=False)
    if chosen is not None:
        _graft(chosen, commands)
    return parser


def _graft(name: str, commands: Any) -> None:
    """Add the chosen command's own parser, what completes each argument attached to it."""
    own, _run = load(name)
    grafted: argparse.ArgumentParser = commands.add_parser(name, parents=[own], add_help=False)
    for action in _actions(grafted, own):
        offer = OFFERS[own.completed[action.dest]]
        action.completer = _completer(offer)  # type: ignore[attr-defined]  # argcomplete's protocol


def _actions(parser: argparse.ArgumentParser, own: Parser) -> Iterable[argparse.Action]:
    actions = parser._actions  # noqa: SLF001 - argparse has no other list of them
    return (action for action in actions if action.dest in own.completed)


def _completer(offer: Offer) -> Callable[..., list[str]]:
    def completer(prefix: str, parsed_args: argparse.Namespace, **_: object) -> list[str]:
        context = Context(journal=getattr(parsed_args, "journal", None))
        try:
            return [text for text in offer(context) if fold(text).startswith(fold(prefix))]
        except NetjournalError:
            return []  # the command itself will say what is wrong
        finally:
            context.close()

    return completer


def _people(context: Context) -> Iterable[str]:
    return (person.name for person in context.snapshot.people())


def _items(context: Context) -> Iterable[str]:
    from netjournal.views.today import today_view

    lines = today_view(context.standings).lines
    return (*(line.id for line in lines), *_people(context))


def _fields(context: Context) -> Iterable[str]:
    from netjournal.journal.fields import PERSON

    return (*_people(context), *(f"{field.name}=" for field in PERSON))


def _my_fields(_: Context) -> Iterable[str]:
    from netjournal.journal.fields import ME_FIELDS

    return (f"{field.name}=" for field in ME_FIELDS)


def _records(context: Context) -> Iterable[str]:
    """Ids of what was done last: what one wants to remove or correct."""
    from netjournal.journal.ids import ADDRESSABLE

    snapshot = context.snapshot
    recent = (
        change.id
        for gesture in reversed(context.journal.gestures[-20:])
        for change in gesture.changes
        if change.table in ADDRESSABLE and snapshot.raw(change.table, change.id) is not None
    )
    return dict.fromkeys(snapshot.short(id) for id in recent)


OFFERS: Mapping[str, Offer] = {
    "people": _people,
    "items": _items,
    "fields": _fields,
    "my_fields": _my_fields,
    "records": _records,
}
"""What completes an argument, by the name its command gives."""
