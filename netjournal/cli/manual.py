"""The manual: made from the parsers, the grammar table, the query fields and the settings."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from netjournal.cli.catalogue import COMMANDS, PROG
from netjournal.cli.parser import load
from netjournal.tuples import NamedTuple

if TYPE_CHECKING:
    from netjournal.journal.conditions import QueryField

Term = tuple[str, str]
"""A word, and what it means."""


class Paragraph(NamedTuple):
    """Text that flows."""

    text: str


class Terms(NamedTuple):
    """Words with what they mean."""

    rows: tuple[Term, ...]


class Lines(NamedTuple):
    """Lines as they are typed."""

    lines: tuple[str, ...]


class Heading(NamedTuple):
    """The title of what follows within a section."""

    title: str


Block = Paragraph | Terms | Lines | Heading


class Section(NamedTuple):
    """A part of the manual, by the name it is asked for."""

    name: str
    title: str
    blocks: tuple[Block, ...]


_WHAT = (
    "netjournal is a private journal for the few relationships that matter. It shows whom to get "
    "back to today, by which means and why; who somebody is and what was promised; what can be "
    "given; and whether a network is any good. It takes a note in one line and reads and writes "
    "the address books of other programs."
)
_HOW = (
    "Without a command it opens on Today in the terminal; elsewhere it prints it. Long output at "
    "a terminal goes through the pager. Data is printed on standard output, everything else on "
    "standard error."
)
_GLOBAL: tuple[Term, ...] = (
    ("--journal FILE", "another journal than the usual one"),
    ("--no-pager", "print long output all at once"),
    ("--version", "print the version"),
    ("-h, --help", "print the commands; behind a command, what it does, with examples"),
)
_QUERIES = (
    "people, today, search, export, broadcast --to and the filter of the app understand queries. "
    "Words stand anywhere in what is known of somebody, and all of them have to; case and accents "
    'do not count. OR, brackets, -word or not word, and "a phrase" combine them. A field asks '
    "about one thing, as circle:close; numbers and spans of days (d, w, m, y) may be ranges, as "
    "4.. or ..7d or 30d..90d, or be compared, as last>90d. @name stands for a query of the "
    "settings. An unknown field is an error that names the nearest."
)
_QUICK_ADD = (
    "What is certain is taken, what is not stays as text. What stands before the first colon is "
    "who it is about; without one, the people of the contact word are. Two people who fit a name "
    "are never guessed between. What happened lies in the past, what is due in the future: "
    "tuesday is the last one for what happened and the next one for what is due; next friday is "
    "that of the following week; 3/4 is 3 April unless the settings say otherwise. A date that "
    "cannot be is an error, never another date."
)
_ENVIRONMENT: tuple[Term, ...] = (
    ("NETJOURNAL_JOURNAL", "the journal, where --journal names none"),
    ("NETJOURNAL_PAGER, PAGER", "the pager; less without them, none where empty or cat"),
    ("VISUAL, EDITOR", "the editor of edit"),
    ("NETJOURNAL_DISCREET", "set: the app begins with names, texts and figures hidden"),
    ("NETJOURNAL_TODAY", "the day to take for today, as 2026-03-11, for tests and pictures"),
    ("NO_COLOR", "set: no colour"),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME", "where files live"),
)
_FILES: tuple[Term, ...] = (
    ("~/.local/share/netjournal/journal.json", "the journal: an ordinary TinyDB file"),
    ("journal.json.log", "beside it: what was done since it was last folded"),
    ("imports/, blobs/", "beside it: imported files as they were, and large values"),
    ("~/.config/netjournal/config.toml", "the settings"),
    ("~/.local/state/netjournal/", "what may be lost: theme, log of unexpected errors"),
)
_STATUS: tuple[Term, ...] = (
    ("0", "done"),
    ("1", "no hit, or nothing to undo"),
    ("2", "wrong usage, an unknown field of a query, a setting that cannot be"),
    ("3", "the journal cannot be read or written"),
    ("4", "a name is unknown, or fits several people"),
    ("5", "an input was refused, or read only in part"),
    ("6", "another process holds the journal"),
    ("130", "interrupted"),
)
_JSON = (
    '--json prints one object a line, {"version": 1, …}, with ISO dates and stable names, '
    "whatever the language, the width and the settings. More keys may follow; those there are "
    "stay. An error is an object too, besides the sentence on standard error. --plain prints the "
    "records of the list in it, one a line, its values in the same order with tabs between them."
)


SCRIPTS = (
    """netjournal today --json | jq -r '.items[] | "\\(.person.name // "-"): \\(.reason)"'""",
    "netjournal people --plain --fields birthday,name,city 'birthday:..30d' | sort",
    """netjournal people --json topic:gov | jq -r '.people[] | "\\(.name) <\\(.emails[])>"'""",
    "netjournal log --plain --since '1 week ago' | cut -f 2,3,5",
    "netjournal export --to zip --force --output journal-$(date +%F).zip",
)
"""Lines of a shell: who is due, for a mail; birthdays; addresses of a topic; the week; a copy."""
_ELSEWHERE: tuple[Term, ...] = (
    ("~/.muttrc", 'set query_command = "netjournal query %s"'),
    ("aerc.conf", "address-book-cmd = netjournal query --bare %s"),
    ("~/.tmux.conf", "set -g status-right '#(netjournal status)'"),
    ("waybar", '"exec": "netjournal status --format waybar", "return-type": "json"'),
)


def manual() -> tuple[Section, ...]:
    """Every section, in the order of a manual page."""
    return (
        Section("name", "NAME", (Paragraph(f"{PROG} - a private contact journal"),)),
        Section("synopsis", "SYNOPSIS", (Lines((f"{PROG} [--journal FILE] [COMMAND] …", "nj …")),)),
        Section("description", "DESCRIPTION", (Paragraph(_WHAT), Paragraph(_HOW))),
        Section("options", "OPTIONS", (Terms(_GLOBAL),)),
        Section("commands", "COMMANDS", tuple(_commands())),
        Section("quick-add", "QUICK ADD", tuple(_quick_add())),
        Section("queries", "QUERIES", tuple(_queries())),
        Section("output", "JSON AND PLAIN LINES", (Paragraph(_JSON),)),
        Section("scripts", "SCRIPTS", (Lines(SCRIPTS), Terms(_ELSEWHERE))),
        Section("settings", "SETTINGS", tuple(_settings())),
        Section("environment", "ENVIRONMENT", (Terms(_ENVIRONMENT),)),
        Section("files", "FILES", (Terms(_FILES),)),
        Section("status", "EXIT STATUS", (Terms(_STATUS),)),
    )


def _commands() -> Iterator[Block]:
    for name in COMMANDS:
        parser, _ = load(name)
        yield Heading(name)
        usage = " ".join(parser.format_usage().removeprefix("usage: ").split())
        yield Paragraph(_OF_EVERY_COMMAND.sub("", usage))
        yield Paragraph(parser.description or "")
        rows = tuple(_arguments(parser))
        if rows:
            yield Terms(rows)
        _, *examples = (parser.epilog or "").split("\n")
        yield Lines(tuple(line.strip() for line in examples))


_OF_EVERY_COMMAND = re.compile(r" \[(-h|--journal FILE|--no-pager)\]")
_EVERYWHERE = {"help", "journal", "no_pager"}


def _arguments(parser: argparse.ArgumentParser) -> Iterable[Term]:
    for action in parser._actions:  # noqa: SLF001 - argparse has no other list of them
        if action.dest not in _EVERYWHERE:
            names = ", ".join(action.option_strings)
            metavar = action.metavar if isinstance(action.metavar, str) else ""
            if isinstance(action.metavar, tuple):
                metavar = " ".join(action.metavar)
            yield f"{names} {metavar}".strip(), action.help or ""


def _quick_add() -> Iterator[Block]:
    from netjournal.capture.grammar import EXAMPLES, SECTIONS

    yield Paragraph(_QUICK_ADD)
    yield Heading("Examples")
    yield Terms(tuple((example.line, example.means) for example in EXAMPLES))
    for section in SECTIONS:
        yield Heading(section.title)
        yield Terms(
            tuple((", ".join(row.words), f"{row.meaning} ({row.example})") for row in section.rows)
        )


def _queries() -> Iterator[Block]:
    from netjournal.journal.conditions import CONDITIONS

    yield Paragraph(_QUERIES)
    yield Terms(tuple((f"{n}:{one.example}", _meaning(one)) for n, one in CONDITIONS.items()))
    yield Lines(
        (
            f"{PROG} people '(is:stale OR owes:reply) -topic:gov'",
            f"{PROG} today circle:inner OR circle:close",
            f"{PROG} search budget met:pycon",
        )
    )


def _meaning(field: QueryField) -> str:
    is_range = any(".." in value for value in field.values)
    listed = "" if is_range or not field.values else f": {', '.join(field.values)}"
    return field.means + listed


def _settings() -> Iterator[Block]:
    from netjournal.cli.commands.config import TEMPLATE

    yield Paragraph(
        f"'{PROG} config init' writes this file, '{PROG} config check' reads it and names file, "
        "line and key of what cannot be. An option beats an environment variable, which beats "
        "the file."
    )
    yield Lines(tuple(TEMPLATE.rstrip().split("\n")))
