"""The program in a real terminal: a pseudo-terminal of its own, keys in, bytes out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from netjournal.journal.journal import Journal
from netjournal.store import backups as kept
from netjournal.store.files import OS_FILES
from netjournal.store.places import Places
from tests.tui.terminal import Terminal


@pytest.fixture
def terminal(lived_in: Path, tmp_path: Path) -> Iterator[Terminal]:
    """The program on the sample journal."""
    env = {
        **{name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ},
        "HOME": str(tmp_path / "home"), "TERM": "xterm-256color", "PYTHONUTF8": "1",
        "NETJOURNAL_TODAY": "2026-03-11", "NETJOURNAL_JOURNAL": str(lived_in),
        "TEXTUAL_ANIMATIONS": "none", "XDG_STATE_HOME": str(tmp_path / "state"),
    }  # fmt: skip
    shown = Terminal(sys.executable, "-m", "netjournal", env=env)
    yield shown
    shown.close()


def backups(journal: Path) -> list[kept.Backup]:
    return list(kept.listed(OS_FILES, Places(journal)))


def test_a_morning_in_a_real_terminal(terminal: Terminal, lived_in: Path) -> None:
    terminal.until("Hannah Lindmoor")
    terminal.type("d")
    terminal.until("How did it go?")
    terminal.type("\r")
    terminal.until("done: Hannah Lindmoor")
    terminal.type("2")
    terminal.until("in contact")
    terminal.type("a")
    terminal.until("What happened")
    terminal.type("called Pilar, no answer")
    terminal.until("no answer")
    terminal.type("\r")
    terminal.until("u undo")
    terminal.resize(120, 40)
    terminal.type("1")
    terminal.until("This week's five")
    terminal.type("z")
    terminal.until("discreet")
    terminal.type("q")
    assert terminal.ended() == 0
    journal = Journal(lived_in)
    labels = [gesture.label for gesture in journal.gestures[-2:]]
    journal.close()
    assert labels[0] == "done: Hannah Lindmoor: names of two letting agents"
    assert "Pilar" in labels[1]
    log = lived_in.with_name(f"{lived_in.name}.log")
    assert log.read_bytes().count(b"\n") == 1, "what was done stands in the journal itself"
    assert [backup.reason for backup in backups(lived_in)] == ["daily"]


def test_who_did_nothing_leaves_the_journal_as_it_is(terminal: Terminal, lived_in: Path) -> None:
    folded = Journal(lived_in)
    folded.refresh()
    folded.close(fold=True)
    before = lived_in.stat()
    terminal.until("Hannah Lindmoor")
    terminal.type("q")
    assert terminal.ended() == 0
    after = lived_in.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_leaving_gives_the_terminal_back_as_it_was(terminal: Terminal) -> None:
    terminal.until("Hannah Lindmoor")
    terminal.type("q")
    assert terminal.ended() == 0
    for _ in range(10):
        terminal.read()
    assert "\x1b[?1049l" in terminal.raw, "the screen before"
    assert terminal.raw.rindex("\x1b[?25h") > terminal.raw.rfind("\x1b[?25l"), "the cursor"
    assert "\x1b[?1000l" in terminal.raw, "the mouse"


def test_the_program_ends_with_its_terminal(terminal: Terminal) -> None:
    terminal.until("Hannah Lindmoor")
    # 120 is the interpreter's own, when its last words find no terminal any more
    assert terminal.hang_up() in {120, 130}
