"""What an import brings, of whichever kind: planned, answered and stored, without a screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from netjournal.clock import now
from netjournal.errors import InputError
from netjournal.exchange.plan import Answers, ImportPlan, Kind, Source, Wishes
from netjournal.journal.blobs import Folder
from netjournal.journal.journal import Journal
from netjournal.text import plural
from netjournal.tui.modals.plan_page import PlanLine, PlanPage, Section, plan_page
from netjournal.tuples import NamedTuple

if TYPE_CHECKING:
    from netjournal.domain.gesture import Change
    from netjournal.exchange.archive import Archive
    from netjournal.journal.care.comparing import Comparison

Progress = Callable[[int, int | None], None]
"""Told how many of how many cards are read; whatever it raises ends the reading."""


class Told(NamedTuple):
    """What is said when it is done."""

    title: str
    text: str


class Bringing(Protocol):
    """Something to import."""

    def plan(self, progress: Progress) -> PlanPage:
        """What it would do, with the answers given so far."""
        ...

    def answer(self, answers: Answers) -> None:
        """Take in answers to questions of the plan."""
        ...

    def bring_back(self) -> None:
        """Take in that people who were removed are to come back."""
        ...

    def read_as(self, encoding: str) -> None:
        """Take in the character set of all files; empty finds it out."""
        ...

    def apply(self) -> Told:
        """Store what the last plan said, as one act."""
        ...


def bringing(sources: Sequence[Source], journal: Journal, region: str) -> Bringing:
    """The import of these files; ``region`` is where phone numbers without a country are.

    Raises:
        InputError: an archive is damaged, or stands among other files.
        JournalError: the journal cannot be read.

    """
    from netjournal.exchange.archive import is_archive, read_archive

    archives = [source for source in sources if is_archive(source.data[:16])]
    if not archives:
        return _Cards(sources, journal, Wishes(region=region))
    if len(sources) > 1:
        raise InputError(f"{archives[0].name} is an archive; import it by itself.")
    return _Whole(read_archive(archives[0]), journal)


class _Cards:
    """Address books."""

    def __init__(self, sources: Sequence[Source], journal: Journal, wishes: Wishes) -> None:
        self._sources = sources
        self._journal = journal
        self._wishes = wishes
        self._made = now()
        self._plan: ImportPlan | None = None
        # of a CSV nobody can say before it is read
        self._total = sum(source.data.count(b"BEGIN:VCARD") for source in sources) or None

    def plan(self, progress: Progress) -> PlanPage:
        from netjournal.exchange.vcard.importing import plan_import

        total = self._total

        def told(cards: int) -> None:
            progress(cards, total if total and cards <= total else None)

        told(0)
        snapshot = self._journal.snapshot
        self._plan = plan_import(
            self._sources,
            snapshot,
            Folder(self._journal.path),
            made=self._made,
            wishes=self._wishes,
            progress=told,
        )
        return plan_page(self._plan, snapshot, self._wishes.encoding)

    def answer(self, answers: Answers) -> None:
        self._wishes = replace(self._wishes, answers={**self._wishes.answers, **answers})

    def bring_back(self) -> None:
        self._wishes = replace(self._wishes, restore=True)

    def read_as(self, encoding: str) -> None:
        # what was answered was asked about other letters
        self._wishes = replace(self._wishes, encoding=encoding, answers={})

    def apply(self) -> Told:
        from netjournal.exchange.vcard.importing import keep_files

        plan = self._plan
        assert plan is not None, "a plan was shown"
        keep_files(plan, Folder(self._journal.path))
        self._journal.apply(plan.label, plan.changes, backup="import")
        lines = []
        if new := plan.count(Kind.NEW):
            who = plural(new, "new person is", "new people are")
            lines.append(f"{who} in the rolodex; 2 and o choose those who matter.")
        if updated := plan.count(Kind.UPDATED):
            lines.append(f"{plural(updated, 'person', 'people')} updated.")
        if plan.asked:
            left = plural(len(plan.asked), "question is open", "questions are open")
            lines.append(f"{left}; M compares people who may be one.")
        return Told(f"{plan.label} · u undo", "\n".join(lines))


class _Whole:
    """An archive of a journal: it becomes the journal where there is none, else fills it up."""

    def __init__(self, archive: Archive, journal: Journal) -> None:
        self._archive = archive
        self._journal = journal
        self._found: Comparison | None = None
        self._restore = False

    def plan(self, progress: Progress) -> PlanPage:
        from netjournal.exchange.archive import counts_text
        from netjournal.journal.care.comparing import compare
        from netjournal.views.changed import change_text, record_changes

        progress(0, None)
        there = self._archive.whole
        self._found = found = compare(there, self._journal.snapshot, self._journal.gestures)
        brings = self._brings()
        new = record_changes(brings, there.snapshot())
        other = record_changes(found.differing, self._journal.snapshot)
        sections = (
            Section(
                title=f"{len(brings)} to bring in",
                lines=[PlanLine(name=each.kind, says=each.what) for each in new],
            ),
            Section(
                title=f"{len(found.differing)} different here; what is here stays",
                lines=[PlanLine(name="", says=line) for line in change_text(other, len(other))],
            ),
        )
        return PlanPage(
            headline=f"{self._archive.name}: {counts_text(there)}",
            counts=[
                (len(found.lacking), "records new here"),
                (len(found.newer), "edited there, not here"),
                (found.same, "here already"),
                (len(found.differing), "different here"),
                (len(found.removed), "removed here since"),
            ],
            sections=[section for section in sections if section.lines],
            changes=bool(brings),
            removed=0 if self._restore else len(found.removed),
        )

    def answer(self, answers: Answers) -> None:
        """It asks nothing."""

    def bring_back(self) -> None:
        self._restore = True

    def read_as(self, encoding: str) -> None:
        """An archive is in UTF-8."""

    def apply(self) -> Told:
        from netjournal import paths
        from netjournal.exchange.archive import bring_config, bring_files
        from netjournal.journal.care import whole

        archive, path = self._archive, self._journal.path
        bring_files(archive, path)
        settings = bring_config(archive, paths.config_file(), path)
        label = f"imported {archive.name}"
        if not self._journal.gestures and whole.adopt(path, archive.whole):
            self._journal.refresh()
            return Told(label, f"This is now the journal of {archive.name}. {settings}".strip())
        brings = self._brings()
        self._journal.apply(label, brings, backup="import")
        brought = f"{plural(len(brings), 'record')} brought in."
        return Told(f"{label} · u undo", f"{brought} {settings}".strip())

    def _brings(self) -> tuple[Change, ...]:
        assert self._found is not None, "a plan was shown"
        return self._found.restores if self._restore else self._found.brings
