"""What lies beside a journal and should be told when it is opened."""

from __future__ import annotations

from pathlib import Path

from netjournal.errors import JournalError
from netjournal.store.files import OS_FILES


def notices(path: Path) -> tuple[str, ...]:
    """A sentence about conflict copies that a sync tool left beside a journal, if there are any."""
    try:
        names = OS_FILES.names(path.parent)
    except OSError:
        return ()
    if not any("conflict" in name.lower() for name in names):
        return ()
    from netjournal.journal.care.copies import copies_beside

    try:
        copies = copies_beside(path)
    except JournalError:
        return ()
    if not copies:
        return ()
    more = f" and {len(copies) - 1} more" if len(copies) > 1 else ""
    said = (
        f"A sync tool left a conflict copy beside the journal: {copies[0].name}{more}; "
        "'netjournal doctor' shows what it holds that the journal lacks."
    )
    return (said,)
