"""What a command is given: the journal (opened when first asked for), settings, today, output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from netjournal import clock, paths
from netjournal.cli import diagnostics
from netjournal.cli.output import Output
from netjournal.errors import JournalError, UsageError

if TYPE_CHECKING:
    from netjournal.domain.settings import Settings
    from netjournal.journal.journal import Decide, Done, Journal
    from netjournal.journal.known import Known
    from netjournal.journal.snapshot import Snapshot
    from netjournal.views.standings import Standings


T = TypeVar("T")


class Context:
    """One run of one command."""

    def __init__(
        self, *, journal: str | None = None, json: bool = False, plain: bool = False
    ) -> None:
        self._asked_for = journal
        self._open: Journal | None = None
        self._is_new = False
        self._folds: bool | None = False
        """Whether the log is folded at the end; None: if that is due."""
        self._sparing = False
        self._part: Snapshot | None = None
        self.json = json or plain
        """Whether a program reads: the records of the contract, as JSON or as plain lines."""
        self.output = Output(plain=plain)

    @cached_property
    def today(self) -> date:
        """The day of this run."""
        return clock.today()

    @cached_property
    def settings(self) -> Settings:
        """The user's choices.

        Raises:
            ConfigError: the file says something that cannot be.
        """
        file = paths.config_file()
        if not file.exists():
            from netjournal.domain.settings import Settings

            return Settings()  # most runs: the reader of the file need not be imported
        from netjournal.config import load

        return load(file)

    @cached_property
    def journal_path(self) -> Path:
        """The journal's file, by the order of precedence.

        Raises:
            UsageError: an empty name was given.
        """
        if self._asked_for is not None:
            if not self._asked_for:
                raise UsageError("--journal needs a file.")
            return Path(self._asked_for)
        variable = os.environ.get("NETJOURNAL_JOURNAL")
        if variable:
            return Path(variable).expanduser()
        config = paths.config_file()
        if config.exists() and self.settings.journal:
            # a relative path means the same from every working directory
            return config.parent / Path(self.settings.journal).expanduser()
        return paths.default_journal()

    @property
    def journal(self) -> Journal:
        """The journal; the first use opens it.

        Raises:
            JournalError: it cannot be read.
        """
        if self._open is None:
            from netjournal.journal.journal import Journal

            self._open = Journal(self.journal_path, waiting=diagnostics.say)
            self._is_new = not _is_there(self.journal_path)
        return self._open

    @property
    def snapshot(self) -> Snapshot:
        """The journal as it is now, what was set right while reading told beside it."""
        if self._sparing and self._part is None:
            self._part = self.journal.near(whole=True)
        snapshot = self._part or self.journal.snapshot
        self._tell_problems()
        return snapshot

    def read_sparingly(self) -> None:
        """Read no more of the journal than is asked for; for commands that change nothing."""
        self._sparing = True

    def begins_anew(self) -> bool:
        """Whether a command can run again: it changes nothing, and nothing is printed yet.

        Everything is read by then, so that nobody who writes comes between once more.
        """
        self._part = None
        return self._sparing and not self.output.has_begun

    def consult(self, ask: Callable[[Known], T]) -> T:
        """Ask what quick add goes by, without reading the journal where its index will do."""
        answer = self.journal.consult(ask)
        self._tell_problems()
        return answer

    @property
    def standings(self) -> Standings:
        """Where everybody stands today."""
        from netjournal.views.standings import Standings

        return Standings(self.snapshot, self.today, self.settings)

    @property
    def is_interactive(self) -> bool:
        """Whether somebody sits there to be asked."""
        if self.json or sys.stdin is None or sys.stderr is None:
            return False
        return sys.stdin.isatty() and sys.stderr.isatty()

    def act(self, label: str | Callable[[], str], decide: Decide) -> Done | None:
        """Change the journal; its log is folded at the end if that is due.

        Raises:
            NetjournalError: as ``Journal.act``.
        """
        done = self.journal.act(label, decide)
        self._folds = None
        return done

    def will_fold(self, *, anyway: bool = False) -> None:
        """The command writes by another way than ``act``; it folds if that is due, or anyway."""
        self._folds = anyway or None

    def close(self) -> None:
        """Let go of the journal. What was acknowledged stays so, even if tidying up fails."""
        journal, self._open = self._open, None
        if journal is None:
            return
        try:
            journal.close(fold=None if self._folds and journal.is_folded else self._folds)
        except JournalError as error:
            diagnostics.say(f"Saved, but the log could not be folded: {error.message}")
        if self._is_new and _is_there(journal.path):
            diagnostics.say(f"A new journal begins: {journal.path}")

    def _tell_problems(self) -> None:
        journal = self.journal
        for problem in journal.problems:
            diagnostics.say(problem)
        journal.problems = ()


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # no file can have such a name, or nobody may look there
        return False
