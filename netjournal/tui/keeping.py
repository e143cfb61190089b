"""Doors to what keeps the journal safe: a backup now, the backups there are, and the doctor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from netjournal.domain.gesture import Change
from netjournal.text import plural, size_words
from netjournal.tui.host import JournalHost
from netjournal.tui.modals.report import ReportLine, ReportModal
from netjournal.tui.modals.waiting import Progress, tried

if TYPE_CHECKING:
    from netjournal.journal.care.doctor import Copy as Conflict
    from netjournal.journal.care.doctor import Examination, Repair
    from netjournal.journal.care.restoring import Backup
    from netjournal.journal.snapshot import Snapshot
    from netjournal.tui.modals.backups import Copy

MOST_CHANGES = 200
"""Changes that are shown one by one before a restore."""
_PROBLEM, _NOTE = ("!", "due"), ("·", "muted")


async def back_up(host: JournalHost) -> None:
    """Copy the journal now. Only within a worker of Textual, as all of these."""
    from netjournal.journal.care import restoring

    path = host.journal.path

    def make(_: Progress) -> str:
        backup = restoring.make(path)
        return f"Backed up to {backup.path}" if backup else "There is no journal yet to back up."

    said = await tried(host, "Backup", "Copying the journal …", make)
    if said:
        host.say(said)


async def backups(host: JournalHost) -> None:
    """List the backups; show what restoring one would change, and restore it if that is wanted."""
    from netjournal.journal.care import restoring
    from netjournal.tui.modals.backups import BackupsModal

    path = host.journal.path
    found = await tried(host, "Backups", "Looking …", lambda _: restoring.all_of(path))
    if found is None or not await host.may_show():
        return
    listed = [_listed(each) for each in found]
    folder = str(found[0].path.parent) if found else ""
    while (place := await host.push_screen_wait(BackupsModal(listed, folder))) is not None:
        if await _restored(host, found[place]):
            return


def _listed(backup: Backup) -> Copy:
    from netjournal.journal.care.restoring import size_of
    from netjournal.tui.modals.backups import Copy

    return Copy(_when(backup), backup.reason, size_words(size_of(backup)))


def _when(backup: Backup) -> str:
    return f"{backup.at[:10]} {backup.at[11:16]} UTC"


async def _restored(host: JournalHost, backup: Backup) -> bool:
    """Ask with everything that would change; whether it was restored."""
    from netjournal.journal.care import restoring

    path = host.journal.path
    plan = await tried(host, "Backups", "Comparing …", lambda _: restoring.restoring(backup, path))
    if plan is None:
        return False
    head = f"The journal as it was on {_when(backup)}."
    if not plan.changes:
        await host.push_screen_wait(ReportModal("Restore", f"{head} It is so now.", ()))
        return False
    records = plural(len(plan.changes), "record")
    head += f" {records} would change, in one act that u undoes; a backup is made before."
    lines = _changes(plan.changes, plan.whole.snapshot())
    if not await host.push_screen_wait(ReportModal("Restore", head, lines, act="Restore")):
        return False

    def restore(_: Progress) -> str:
        restoring.restore(plan, path)
        return f"restored {_when(backup)} · u undo"

    said = await tried(host, "Restore", "Restoring …", restore)
    if said:
        host.look()
        host.say(said)
    return bool(said)


async def check(host: JournalHost) -> None:
    """Examine the journal, tell what was found, and mend it if that is wanted."""
    from netjournal.journal.care import doctor

    path = host.journal.path
    found = await tried(host, "Check", "Examining …", lambda _: doctor.examine(path))
    if found is None or not await host.may_show():
        return
    mends = any(finding.mends for finding in found.findings)
    head = _verdict(found)
    if mends:
        head += " A repair mends what it can prove, after a backup."
    lines = list(_findings(found))
    report = ReportModal("Check the journal", head, lines, act="Repair" if mends else "")
    if not await host.push_screen_wait(report):
        return
    repaired = await tried(host, "Repair", "Repairing …", lambda _: doctor.repair(path))
    if repaired is not None:
        host.look()
        told = list(_mended(repaired, host.journal.snapshot))
        head = "What was mended:" if told else "There was nothing that a repair can prove."
        await host.push_screen_wait(ReportModal("Repaired", head, told))


def _verdict(found: Examination) -> str:
    from netjournal.exchange.archive import counts_text

    held = f"{counts_text(found.journal)}. " if found.journal else ""
    if not found.problems:
        return f"{held}Nothing is wrong."
    return f"{held}{plural(len(found.problems), 'problem')} to look at."


def _findings(found: Examination) -> Iterator[ReportLine]:
    """Problems first, then what is worth knowing, then what conflict copies hold."""
    for finding in found.problems:
        yield ReportLine(finding.message, *_PROBLEM)
    for finding in found.findings:
        if finding not in found.problems:
            yield ReportLine(finding.message, *_NOTE)
    snapshot = found.journal.snapshot() if found.journal else None
    for copy in found.copies if snapshot else ():
        assert snapshot is not None, "copies are compared with a journal"
        yield from _copy(copy, snapshot)


def _copy(copy: Conflict, snapshot: Snapshot) -> Iterator[ReportLine]:
    for heading, changes in (
        ("would bring in", copy.comparison.brings),
        ("says otherwise (yours → its)", copy.comparison.differing),
    ):
        if changes:
            yield ReportLine(f"{copy.path.name} {heading}:")
            yield from _changes(changes, snapshot)


def _changes(changes: Sequence[Change], snapshot: Snapshot) -> list[ReportLine]:
    from netjournal.views.changed import change_text, record_changes

    told = change_text(record_changes(changes[:MOST_CHANGES], snapshot), MOST_CHANGES)
    lines = [ReportLine(line, *_NOTE) for line in told]
    if len(changes) > MOST_CHANGES:
        lines.append(ReportLine(f"{len(changes) - MOST_CHANGES:,} more"))
    return lines


def _mended(done: Repair, snapshot: Snapshot) -> Iterator[ReportLine]:
    for sentence in done.said:
        yield ReportLine(sentence, "✓", "good")
    for act in done.acts:
        yield ReportLine(act.gesture.label, "✓", "good")
        yield from _changes(act.gesture.changes, snapshot)
