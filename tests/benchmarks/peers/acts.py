"""The acts compared: what is typed into each program that has them."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.peers.homes import NOTES, Home
from tests.benchmarks.processes import ROUND, Command


class Act(NamedTuple):
    """One act, by us first, then by the others that can do it."""

    name: str
    commands: tuple[Command, ...]


def acts(home: Home) -> Iterator[Act]:
    """Every act, in the same order for every home."""
    yield from _of_people(home)
    yield from _of_notes(home)
    yield from _of_tasks(home)


def _of_people(home: Home) -> Iterator[Act]:
    khard = ("khard", "-c", home.file("khard.conf"))
    abook = ("abook", "--config", os.devnull, "--datafile", home.file("abook"))
    new_card = (*khard, "new", "-a", "book", "-i", home.file("new.yaml"))
    mail = Path(home.file("mail"))
    numbers = count()

    def another() -> None:
        mail.write_text(f"From: Newcomer <n{next(numbers)}@example.org>\n\n", encoding="utf-8")

    yield _act(
        home, "add a person", ("add", f"{ROUND} Person: coffee today"), new_card,
        _command(home, (*abook, "--add-email-quiet"), another, str(mail)),
    )  # fmt: skip
    yield _act(
        home, "list everybody", ("people", "--limit", str(home.size)), (*khard, "list"),
        (*abook, "--mutt-query", ""),
    )  # fmt: skip
    yield _act(
        home, "addresses for a mailer", ("query", "Garc"), (*khard, "email", "Garc"),
        (*abook, "--mutt-query", "Garc"),
    )  # fmt: skip
    yield _fresh(
        home, "import the cards", ("import", home.file("cards.vcf")),
        (*abook[:1], "--convert", "--informat", "vcard", "--infile", home.file("cards.vcf"),
         "--outformat", "abook", "--outfile", home.file("abook-new")),
    )  # fmt: skip


def _of_notes(home: Home) -> Iterator[Act]:
    jrnl = ("jrnl", "--config-file", home.file("jrnl.yaml"))
    new = ("jrnl", "--config-file", home.file("jrnl-new.yaml"))
    yield _act(home, "add a note", ("add", "called Zdenka, no answer"),
               (*jrnl, "called Zdenka, no answer"))  # fmt: skip
    yield _act(home, "the last ten notes", ("log", "--limit", "10"), (*jrnl, "-n", "10"))
    yield _act(home, "search the notes", ("search", "sailing"), (*jrnl, "-contains", "sailing"))
    yield _fresh(home, f"bring in {NOTES:,} notes", ("add", "-"),
                 (*new, "--import", "--file", home.file("notes")), source="lines")  # fmt: skip


def _of_tasks(home: Home) -> Iterator[Act]:
    todo = ("todoman", "-c", home.file("todoman.py"))
    yield _act(
        home, "add a task", ("add", "call Zdenka tomorrow"),
        ("taskwarrior", "add", "call", "Zdenka", "due:tomorrow"),
        (*todo, "new", "--due", "2030-01-01", "call Zdenka"),
    )  # fmt: skip
    yield _act(home, "what is overdue", ("today",), ("taskwarrior", "overdue"),
               (*todo, "list", "--due", "1"))  # fmt: skip


def _act(home: Home, name: str, ours: tuple[str, ...], *theirs: tuple[str, ...] | Command) -> Act:
    """With those of the programs that are here."""
    known = _netjournal(home, home.journal, ours)
    there = [
        command if isinstance(command, Command) else _command(home, command)
        for command in theirs
    ]  # fmt: skip
    return Act(name, (known, *(command for command in there if command.argv)))


def _fresh(
    home: Home, name: str, ours: tuple[str, ...], theirs: tuple[str, ...], source: str = ""
) -> Act:
    """Into an empty place each time."""
    journal = home.folder / "empty" / "journal.json"

    def emptied() -> None:
        shutil.rmtree(journal.parent, ignore_errors=True)
        for made in ("abook-new", "diary-new"):
            (home.folder / made).unlink(missing_ok=True)
        (home.folder / "diary-new").touch()

    own = _netjournal(home, journal, ours, emptied, home.file(source) if source else os.devnull)
    other = _command(home, theirs, emptied)
    return Act(name, (own, other) if other.argv else (own,))


def _netjournal(
    home: Home,
    journal: Path,
    typed: tuple[str, ...],
    before: Callable[[], object] = lambda: None,
    source: str = os.devnull,
) -> Command:
    argv = (sys.executable, "-m", "netjournal", "--journal", str(journal), *typed)
    return Command("netjournal", argv, home.size, before, source)


def _command(
    home: Home,
    typed: tuple[str, ...],
    before: Callable[[], object] = lambda: None,
    source: str = os.devnull,
) -> Command:
    """What is typed, the program's name first; of no words where it is not installed."""
    name, *rest = typed
    program = home.programs.get(name)
    if program is None:
        return Command(name, (), home.size)
    return Command(program.called, (program.path, *rest), home.size, before, source)
