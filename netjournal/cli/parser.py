"""The table of commands, and the parser of one: only the chosen command is ever imported."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, NoReturn, cast

from netjournal.errors import UsageError

PROG = "netjournal"


class Command(NamedTuple):
    """A command before it is loaded."""

    module: str
    """Its file below ``netjournal.cli.commands``."""
    help: str
    paged: bool = False
    """Whether it may print more than a screen, and asks nothing meanwhile."""


COMMANDS: Mapping[str, Command] = {
    "add": Command("add", "Record a conversation, note or promise from one line of text."),
    "today": Command("today", "Whom to get back to today, by which means, and why.", paged=True),
    "people": Command("people", "List people, or those who answer a query.", paged=True),
    "show": Command(
        "show", "One person's page: who they are, what passed, what was promised.", paged=True
    ),
    "search": Command(
        "search", "Find words in people, conversations, promises and notes.", paged=True
    ),
    "log": Command("log", "What passed, with its days: with one person, or with all.", paged=True),
    "week": Command("week", "What is coming in the next seven days, day by day.", paged=True),
    "give": Command(
        "give", "What you can give today: needs, who can help, given and got.", paged=True
    ),
    "gathering": Command(
        "gathering", "Events: whom you met, up to three chosen, the yield.", paged=True
    ),
    "network": Command(
        "network", "Who is in touch, how well, by which means; what next.", paged=True
    ),
    "fit": Command("fit", "Six questions about a contact, and the calibre they suggest."),
    "intro": Command("intro", "Introduce two people: idea, asked, introduced, what came of it."),
    "broadcast": Command("broadcast", "Note something sent to many; it is contact with nobody."),
    "postcards": Command("postcards", "Cards to write, to post and under way."),
    "note": Command("note", "Note a line about somebody; it is no contact."),
    "need": Command(
        "entry", "Note what somebody is looking for, or list what is open.", paged=True
    ),
    "offer": Command(
        "entry", "Note what somebody can help with, or list what is open.", paged=True
    ),
    "gave": Command("entry", "Note what you did for somebody, or list it.", paged=True),
    "got": Command("entry", "Note what somebody did for you, or list it.", paged=True),
    "remember": Command("entry", "Note how you will remember each other, or list it.", paged=True),
    "nexttime": Command("entry", "Note what to raise the next time, or list it.", paged=True),
    "topics": Command(
        "topics", "The topics of people and conversations, the most used first.", paged=True
    ),
    "me": Command("me", "Who you are: shown, or set by FIELD=VALUE."),
    "circle": Command("circle", "Put people in a circle: inner, close, network or rolodex."),
    "edit": Command("edit", "Set fields of a person or record, or open them in your editor."),
    "done": Command("done", "Mark a line of today as done; a contact is recorded with it."),
    "snooze": Command("snooze", "Keep a line of today quiet until a day."),
    "drop": Command("drop", "Let a line of today go: not now, or not at all."),
    "rest": Command("rest", "Put somebody to rest, for good or until a day."),
    "died": Command("died", "Note that somebody died; they stay, on no list."),
    "pause": Command("pause", "A holiday of yours: its days count in no silence."),
    "merge": Command("merge", "Make one person of two records; undo parts them again."),
    "duplicates": Command("duplicates", "People who are likely one, with the reasons."),
    "remove": Command("remove", "Remove one record by its id."),
    "undo": Command("undo", "Take the last act back."),
    "redo": Command("redo", "Take the last undo back."),
    "history": Command("history", "What was done, newest first.", paged=True),
    "import": Command("importing", "Import address books or an archive; a plan with --dry-run."),
    "export": Command("exporting", "Write people as vCards, or the whole journal as json or zip."),
    "backup": Command("backup", "The copies of the journal: list, make or restore them."),
    "doctor": Command("doctor", "Check the journal; with --repair, mend what can be proved."),
    "forget": Command("forget", "Remove somebody from history and backups too, for good."),
    "phone": Command("reach", "Somebody's phone numbers, one a line, for scripts."),
    "email": Command("reach", "Somebody's email addresses, one a line, for scripts."),
    "address": Command("reach", "Somebody's postal address, for an envelope."),
    "open": Command("opening", "Write or call somebody by the desktop's own program."),
    "query": Command("query", "Email addresses for mutt and aerc."),
    "status": Command("status", "A count for the prompt, tmux or waybar; it names nobody."),
    "config": Command("config", "The file of settings: write it with comments, or check it."),
    "demo": Command("demo", "Look around in a throw-away sample journal."),
    "man": Command("man", "The manual: commands, quick add, queries, settings.", paged=True),
    "completion": Command("shells", "What to put into the shell's start file for completion."),
}

Configure = Callable[["Parser"], None]
Run = Callable[[argparse.Namespace, Any], int]


def known(name: str) -> Command:
    """The command of that name.

    Raises:
        UsageError: there is none; the nearest is named.
    """
    command = COMMANDS.get(name)
    if command is None:
        import difflib

        near = difflib.get_close_matches(name, COMMANDS, n=1, cutoff=0.6)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise UsageError(f"There is no command {name!r}.{hint} See {PROG} --help.")
    return command


def load(name: str) -> tuple[Parser, Run]:
    """The parser of a command and what runs it; its module is imported now.

    Raises:
        UsageError: there is no such command.
    """
    from importlib import import_module

    command = known(name)
    module = import_module(f"netjournal.cli.commands.{command.module}")
    parser = Parser(prog=f"{PROG} {name}", description=command.help)
    if command.paged:
        parser.add_argument("--no-pager", action="store_true", help="print it all at once")
    parser.set_defaults(command=name)
    cast("Configure", module.configure)(parser)
    return parser, cast("Run", module.run)


class _Help(argparse.RawDescriptionHelpFormatter):
    """As wide as the terminal, found out without ``shutil`` and the compressors it imports."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        return int(told)
    try:
        return os.get_terminal_size(1).columns or 80
    except OSError:
        return 80


class Parser(argparse.ArgumentParser):
    """Parses one command; complains by ``UsageError``; keeps text that looks like options."""

    def __init__(self, prog: str, description: str) -> None:
        self.valued: dict[str, bool] = {}
        """Every option, and whether a value follows it."""
        self.completed: dict[str, str] = {}
        """What completes an argument (``people``, ``items`` …), by its name."""
        self._text = ""
        """The name of a free text that ends the arguments."""
        self._before_text = 0
        """Arguments without an option that stand before the text."""
        super().__init__(
            prog=prog,
            description=description,
            allow_abbrev=False,
            formatter_class=_Help,
        )
        self.add_argument("--journal", metavar="FILE", help="another journal than the usual one")

    def add_argument(self, *names: Any, completes: str = "", **options: Any) -> argparse.Action:
        """As argparse does; ``completes`` names what the shell offers for it."""
        action = super().add_argument(*names, **options)
        self.valued.update(dict.fromkeys(action.option_strings, action.nargs != 0))
        if completes:
            self.completed[action.dest] = completes
        return action

    @property
    def name(self) -> str:
        """The command it parses."""
        return self.prog.rpartition(" ")[2]

    def json(self, *, lines: bool = False) -> None:
        """Give the command ``--json``, and ``--plain`` where it prints a list."""
        self.add_argument("--json", action="store_true", help="print JSON, a versioned contract")
        if lines:
            self.add_argument(
                "--plain",
                action="store_true",
                help="print a line each: the values of --json, tabs between",
            )

    def text(self, name: str, metavar: str, what: str, completes: str = "people") -> None:
        """A free text as the last argument: words like ``-5`` and ``--`` belong to it."""
        self._text = name
        self._before_text = sum(not each.option_strings for each in self._actions)
        self.add_argument(name, metavar=metavar, help=what, nargs="*", completes=completes)

    def print_help(self, file: Any = None) -> None:
        """Print the help, through the pager where it is longer than the screen."""
        from netjournal.cli.output import Output
        from netjournal.cli.pager import paged

        output = Output(file)
        with paged(output):
            output.program_text(self.format_help())

    def examples(self, *lines: str) -> None:
        """Show examples below the options."""
        self.epilog = "examples:\n" + "\n".join(f"  {line}" for line in lines)

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """Parse the words behind the command.

        Raises:
            UsageError: they cannot be read.
        """
        if not self._text:
            return self.parse_args(list(words))
        options, text = self._text_last(words)
        # argparse never sees the text: it would take a -- out of it
        read = self.parse_args([*options, "--", *text[: self._before_text]])
        setattr(read, self._text, text[self._before_text :])
        return read

    def error(self, message: str) -> NoReturn:
        """Complain as everything else does."""
        if choice := re.fullmatch(
            r"argument (.+): invalid choice: (.+) \(choose from (.+)\)", message
        ):
            known = choice[3].replace("'", "")
            raise UsageError(f"{choice[1]} is one of {known}, not {choice[2]}.")
        raise UsageError(f"{message[:1].upper()}{message[1:]}. See '{self.prog} --help'.")

    def _text_last(self, words: Iterable[str]) -> tuple[list[str], list[str]]:
        """The options with their values, and everything else: arguments and the text."""
        options: list[str] = []
        text: list[str] = []
        rest = iter(words)
        for word in rest:
            name, given, _ = word.partition("=")
            if word == "--" and len(text) <= self._before_text:
                text += rest
            elif name in self.valued:
                options.append(word)
                if self.valued[name] and not given:
                    options += [value for value in (next(rest, None),) if value is not None]
            elif word.startswith("--") and word[2:3].isalpha() and " " not in word:
                raise UsageError(
                    f"There is no option {word!r}. Write -- before text that begins so."
                )
            else:
                text.append(word)
        return options, text
