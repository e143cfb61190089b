"""The table of commands; the one that is chosen is imported alone, argparse only where it must."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from netjournal.errors import UsageError
from netjournal.tuples import NamedTuple

if TYPE_CHECKING:
    from argparse import Namespace
    from types import ModuleType

    Run = Callable[[Namespace, Any], int]

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


def nearest(word: str, words: Iterable[str]) -> str:
    """What may have been meant, as a sentence behind another; empty where nothing is near."""
    import difflib

    near = difflib.get_close_matches(word, list(words), n=1, cutoff=0.65)
    return f" Did you mean {near[0]}?" if near else ""


def no_option(word: str, options: Iterable[str], otherwise: str) -> str:
    """That there is no such option, with the nearest, else what to do."""
    name = word.partition("=")[0]
    return f"There is no option {name!r}.{nearest(name, options) or f' {otherwise}'}"


def known(name: str) -> Command:
    """The command of that name.

    Raises:
        UsageError: there is none; the nearest is named.
    """
    command = COMMANDS.get(name)
    if command is None:
        raise UsageError(
            f"There is no command {name!r}.{nearest(name, COMMANDS)} See {PROG} --help."
        )
    return command


def module_of(name: str) -> ModuleType:
    """What a command is made of: ``configure(parser)`` and ``run(arguments, context)``.

    Raises:
        UsageError: there is no such command.
    """
    from importlib import import_module

    return import_module(f"netjournal.cli.commands.{known(name).module}")


def chosen(name: str, words: Sequence[str]) -> tuple[Run, Namespace]:
    """What runs a command, and what its words ask for.

    A command with ``of_text(words)`` is one for which words without options are all text: they
    need no parser, which is a tenth of a quick add. It may leave them to the parser by None.

    Raises:
        UsageError: there is no such command, or it does not understand the words.
    """
    module = module_of(name)
    of_text = getattr(module, "of_text", None)
    if of_text is not None and not any(word.startswith("-") for word in words):
        arguments = of_text(words)
        if arguments is not None:
            return module.run, arguments
    from netjournal.cli.parser import load

    parser, run = load(name)
    return run, parser.read(words)
