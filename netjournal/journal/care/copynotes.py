"""What the doctor says of the copies that lie beside a journal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from netjournal.journal.care.comparing import Comparison
from netjournal.journal.care.copies import copies_beside, is_left_behind, other_copies
from netjournal.journal.care.findings import Finding, Level
from netjournal.text import plural


def copy_findings(path: Path, read: Mapping[Path, Comparison]) -> Iterator[Finding]:
    """A sentence for each copy; ``read`` has those that can be read.

    Raises:
        JournalError: the folder cannot be read.

    """
    for copy in copies_beside(path):
        what = (
            f"{copy} is the log left behind when the journal was moved,"
            if is_left_behind(copy, path)
            else f"{copy} is a conflict copy of a sync tool"
        )
        found = read.get(copy)
        yield Finding(
            kind="copy",
            where=str(copy),
            message=f"{what} {_told(found)}",
            level=Level.PROBLEM if found is None or found.brings else Level.NOTE,
            mends=bool(found and found.brings),
        )
    for copy in other_copies(path):
        yield Finding(
            kind="copy",
            where=str(copy),
            message=f"{copy} is another copy of this journal; 'netjournal import' with its name "
            "brings in what it has and this one lacks.",
            level=Level.NOTE,
        )


def _told(found: Comparison | None) -> str:
    if found is None:
        return "that cannot be read; look into it."
    if found.brings:
        lacks = f"{plural(len(found.lacking), 'record')} that this journal lacks"
        edits = f"edits of {plural(len(found.newer), 'record')}"
        parts = [part for part, has in ((lacks, found.lacking), (edits, found.newer)) if has]
        them = "it" if len(found.brings) == 1 else "them"
        return f"with {' and '.join(parts)}; a repair brings {them} in."
    if found.differing:
        return (
            f"in which {plural(len(found.differing), 'record')} differ from yours, which stay. "
            "Compare them, then delete it."
        )
    return "with nothing that is not here; you can delete it."
