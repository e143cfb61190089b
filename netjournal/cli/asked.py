"""The words of a command line: what stands before the command, the command, what follows it."""

from __future__ import annotations

from collections.abc import Sequence

from netjournal.cli.catalogue import PROG, no_option
from netjournal.errors import UsageError
from netjournal.tuples import NamedTuple

_OPTIONS = ("--help", "--version", "--no-pager", "--discreet", "--journal")


class Asked(NamedTuple):
    """A command line before its command is loaded."""

    command: str | None = None
    words: tuple[str, ...] = ()
    """What follows the command."""
    journal: str | None = None
    pager: bool = True
    discreet: bool = False
    help: bool = False
    version: bool = False


def split(argv: Sequence[str]) -> Asked:
    """Part the global options from the command and its words.

    Raises:
        UsageError: an option before the command is unknown.
    """
    words = list(argv)
    journal: str | None = None
    pager = True
    discreet = False
    while words and words[0].startswith("-"):
        word = words.pop(0)
        if word in {"-h", "--help"}:
            return Asked(help=True, pager=pager)
        if word == "--version":
            return Asked(version=True)
        if word == "--no-pager":
            pager = False
        elif word == "--discreet":
            discreet = True
        elif word.partition("=")[0] == "--journal":
            journal = _value(word, words)
        else:
            raise UsageError(no_option(word, _OPTIONS, f"See {PROG} --help."))
    if discreet and words and words[0] != "demo":
        raise UsageError(f"--discreet is for the full screen: {PROG} --discreet.")
    if words == ["help"]:
        return Asked(help=True, pager=pager)
    if words[:1] == ["help"]:
        words = [words[1], "--help"]
    if not words:
        return Asked(journal=journal, pager=pager, discreet=discreet)
    return Asked(command=words[0], words=tuple(words[1:]), journal=journal, pager=pager,
                 discreet=discreet)  # fmt: skip


def _value(word: str, rest: list[str]) -> str:
    """What ``--journal=FILE`` says, or the word behind ``--journal``, which is taken."""
    _, given, value = word.partition("=")
    if not given and not rest:
        raise UsageError(f"{word} needs a file.")
    return value if given else rest.pop(0)
