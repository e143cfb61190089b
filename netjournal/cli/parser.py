"""The parser of a command."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from netjournal.cli.catalogue import PROG, known, module_of, nearest, no_option
from netjournal.errors import UsageError
from netjournal.text import whole_number

if TYPE_CHECKING:
    from netjournal.cli.catalogue import Run


def load(name: str) -> tuple[Parser, Run]:
    """The parser of a command and what runs it; its module is imported now.

    Raises:
        UsageError: there is no such command.
    """
    command, module = known(name), module_of(name)
    parser = Parser(prog=f"{PROG} {name}", description=command.help)
    if command.paged:
        parser.add_argument("--no-pager", action="store_true", help="print it all at once")
    parser.set_defaults(command=name)
    module.configure(parser)
    return parser, module.run


_CHOICE = re.compile(r"argument (.+): invalid choice: (.+) \(choose from (.+)\)")
_MISSING = re.compile(r"the following arguments are required: (.+)")
_MORE = re.compile(r"unrecognized arguments: (.+)")
_VALUED = re.compile(r"argument (-.+): (expected .+|needs .+)")
"""What argparse says, which is rather a matter for programmers."""


class _Help(argparse.RawDescriptionHelpFormatter):
    """As wide as the terminal, found out without ``shutil`` and the compressors it imports."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    if told := whole_number(os.environ.get("COLUMNS", "")):
        return told
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
        raise UsageError(self._said(message))

    def _said(self, message: str) -> str:
        """What argparse complains of, as one sentence that says what to do."""
        if choice := _CHOICE.fullmatch(message):
            known = choice[3].replace("'", "")
            option = choice[1].startswith("-")
            takes = f"'{self.prog}' takes" if not option else f"{choice[1]} is"
            near = nearest(choice[2].strip("'"), known.split(", "))
            return f"{takes} one of {known}, not {choice[2]}.{near}"
        if missing := _MISSING.fullmatch(message):
            return f"'{self.prog}' needs {missing[1].replace(', ', ' and ')}{self._as_in()}"
        if more := _MORE.fullmatch(message):
            if more[1].startswith("-"):
                return no_option(more[1].split()[0], self.valued, f"See '{self.prog} --help'.")
            return f"'{self.prog}' does not understand '{more[1]}'. See '{self.prog} --help'."
        if valued := _VALUED.fullmatch(message):
            needs = "needs a value" if valued[2].startswith("expected") else valued[2]
            return f"{valued[1]} {needs}. See '{self.prog} --help'."
        return f"{message[:1].upper()}{message[1:]}. See '{self.prog} --help'."

    def _as_in(self) -> str:
        """The first example, as the end of a sentence."""
        _, *lines = (self.epilog or "").split("\n")
        first = next((line.partition("  #")[0].strip() for line in lines), "")
        return f", as in: {first}" if first else f". See '{self.prog} --help'."

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
                    no_option(word, self.valued, "Write -- before text that begins so.")
                )
            else:
                text.append(word)
        return options, text
