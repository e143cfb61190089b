"""What the shell is offered behind a half-typed word; runs only when argcomplete asks."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from netjournal.cli.catalogue import COMMANDS, PROG
from netjournal.cli.context import Context
from netjournal.cli.parser import Parser, load
from netjournal.errors import NetjournalError
from netjournal.text import fold

Offer = Callable[[Context, list[str], str], Iterable[str]]
"""What may stand in an argument: given the journal, its words before, and the one half typed."""


def complete() -> None:
    """Answer the shell and end the process (argcomplete's protocol: names on descriptor 8)."""
    from netjournal.cli.finder import Finder

    Finder()(
        _whole_parser(_chosen(os.environ.get("COMP_LINE", ""))),
        always_complete_options=False,
        validator=lambda offered, typed: _bare(offered).startswith(_bare(typed)),
    )


def _bare(word: str) -> str:
    """As it is compared: a query's own quotes may not be typed yet."""
    return fold(word.replace('"', ""))


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
    for name, command in COMMANDS.items():
        if name != chosen:
            commands.add_parser(name, add_help=False, help=command.help)
    if chosen is not None:
        _graft(chosen, commands)
    return parser


def _graft(name: str, commands: Any) -> None:
    """Add the chosen command's own parser, what completes each argument attached to it."""
    own, _run = load(name)
    grafted: argparse.ArgumentParser = commands.add_parser(
        name, parents=[own], add_help=False, help=COMMANDS[name].help
    )
    for action in _actions(grafted, own):
        offer = OFFERS[own.completed[action.dest]]
        action.completer = _completer(offer, action.dest)  # type: ignore[attr-defined]  # argcomplete's protocol
        action.is_query = offer is _queries  # type: ignore[attr-defined]  # for the finder


def _actions(parser: argparse.ArgumentParser, own: Parser) -> Iterable[argparse.Action]:
    actions = parser._actions  # noqa: SLF001 - argparse has no other list of them
    return (action for action in actions if action.dest in own.completed)


def _completer(offer: Offer, dest: str) -> Callable[..., list[str]]:
    def completer(prefix: str, parsed_args: argparse.Namespace, **_: object) -> list[str]:
        context = Context(journal=getattr(parsed_args, "journal", None))
        context.read_sparingly()
        before = getattr(parsed_args, dest, None)
        words = before if isinstance(before, list) else []
        try:
            # what a shell would obey or cannot show is not offered
            return [text for text in offer(context, words, prefix) if text.isprintable()]
        except NetjournalError:
            return []  # the command itself will say what is wrong
        finally:
            context.close()

    return completer


def _beginning(words: Iterable[str], typed: str) -> Iterable[str]:
    """The words that go on what is typed."""
    key = fold(typed)
    return (word for word in words if fold(word).startswith(key))


def _people(context: Context, words: list[str], typed: str) -> Iterable[str]:
    """Full names; and the rest of a name whose first words stand before, without quotes."""
    rests: list[str] = []
    for place in range(max(0, len(words) - _WORDS_OF_A_NAME), len(words)):
        begun = f"{' '.join(words[place:])} {typed}"
        rests += [name.split(" ", len(words) - place)[-1] for name in _names(context, begun)]
    return dict.fromkeys([*rests, *(_names(context, typed) if typed or not rests else ())])


_WORDS_OF_A_NAME = 5


def _each_a_name(context: Context, _words: list[str], typed: str) -> Iterable[str]:
    """Full names, where every word before is a name of its own."""
    return _names(context, typed)


def _names(context: Context, typed: str) -> Iterable[str]:
    return context.consult(lambda known: known.names.beginning(typed))


def _items(context: Context, words: list[str], typed: str) -> Iterable[str]:
    """Ids of Today's lines, and names."""
    if typed and not typed[0].isdecimal():
        return _people(context, words, typed)  # names stand in the index: nothing else is read
    from netjournal.views.today import today_view

    lines = today_view(context.standings).lines
    ids = _beginning((line.id for line in lines), typed)
    return (*ids, *_people(context, words, typed))


def _fields(context: Context, words: list[str], typed: str) -> Iterable[str]:
    from netjournal.journal.fields import PERSON

    fields = (f"{field.name}=" for field in PERSON)
    return (*_people(context, words, typed), *_beginning(fields, typed))


def _my_fields(_context: Context, _words: list[str], typed: str) -> Iterable[str]:
    from netjournal.journal.fields import ME_FIELDS

    return _beginning((f"{field.name}=" for field in ME_FIELDS), typed)


def _fit(context: Context, words: list[str], typed: str) -> Iterable[str]:
    from netjournal.domain.person import FitQuestion

    answers = (f"{each}=" for each in (*FitQuestion, "calibre"))
    return (*_people(context, words, typed), *_beginning(answers, typed))


def _records(context: Context, _words: list[str], typed: str) -> Iterable[str]:
    """Ids of what was done last: what one wants to remove or correct."""
    from netjournal.journal.ids import ADDRESSABLE

    snapshot = context.snapshot
    recent = (
        change.id
        for gesture in reversed(context.journal.gestures[-20:])
        for change in gesture.changes
        if change.table in ADDRESSABLE and snapshot.raw(change.table, change.id) is not None
    )
    return _beginning(dict.fromkeys(snapshot.short(id) for id in recent), typed)


def _queries(context: Context, _words: list[str], typed: str) -> Iterable[str]:
    """Fields, their values and saved queries; names of people once a letter of one is typed."""
    from netjournal.views.completing import query_completions

    start, words = query_completions(typed, context.settings.queries, lambda: context.snapshot)
    offered = [typed[:start] + word for word in words]
    return (*offered, *_names(context, typed)) if typed else offered


def _gatherings(context: Context, _words: list[str], typed: str) -> Iterable[str]:
    return _beginning(dict.fromkeys(each.name for each in context.snapshot.gatherings()), typed)


OFFERS: Mapping[str, Offer] = {
    "people": _people,
    "names": _each_a_name,
    "items": _items,
    "fields": _fields,
    "my_fields": _my_fields,
    "records": _records,
    "fit": _fit,
    "query": _queries,
    "gatherings": _gatherings,
}
"""What completes an argument, by the name its command gives."""
