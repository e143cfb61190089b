"""What lies beside a journal and should be told when it is opened."""

from __future__ import annotations

import os
from pathlib import Path

from netjournal.errors import JournalError
from netjournal.store.files import OS_FILES

_CONFLICT = "onfli"
"""In ``conflict`` as in ``Konflikt``, ``conflit``, ``conflito`` …"""


def notices(path: Path) -> tuple[str, ...]:
    """A sentence about what a sync tool, or a move of the journal, left beside it, if anything.

    ``path`` is the journal as it is called for, which may be a link.
    """
    try:
        folder = OS_FILES.names(Path(os.path.realpath(path)).parent)
        beside = path.with_name(f"{path.name}.log").exists() if path.is_symlink() else False
    except OSError:
        return ()
    if not beside and not any(_CONFLICT in name.lower() for name in folder):
        return ()
    from netjournal.journal.care.copies import copies_beside, is_left_behind

    try:
        copies = copies_beside(path)
        if not copies:
            return ()
        more = f" and {len(copies) - 1} more" if len(copies) > 1 else ""
        said = (
            f"When the journal was moved, {copies[0]} was left behind"
            if is_left_behind(copies[0], path)
            else f"A sync tool left a conflict copy beside the journal: {copies[0].name}"
        )
    except JournalError:
        return ()
    return (f"{said}{more}; 'netjournal doctor' shows what it holds that the journal lacks.",)
