"""Conflict copies that a sync tool left beside a journal, and what they hold.

Syncthing writes ``NAME.sync-conflict-DATE-TIME-DEVICE.EXT`` (docs.syncthing.net, "Syncing"),
Dropbox ``NAME (SOMEBODY's conflicted copy DATE).EXT``. None is ever deleted here.
"""

from __future__ import annotations

import re
from pathlib import Path

from netjournal.domain.gesture import Tables
from netjournal.errors import InputError
from netjournal.journal.care import whole
from netjournal.journal.care.whole import Whole
from netjournal.store import log
from netjournal.store.files import OS_FILES
from netjournal.store.places import Places
from netjournal.store.reading import read_file, unreadable
from netjournal.store.replay import replay

_MARK = re.compile(r"(\.sync-conflict-\d{8}-\d{6}.*| ?\(.*conflicted copy.*\))", re.IGNORECASE)


def copies_beside(path: Path) -> tuple[Path, ...]:
    """The conflict copies of a journal and of its log, by name.

    Raises:
        UnreadableError: the folder cannot be read.

    """
    places = Places(path)
    try:
        names = OS_FILES.names(places.journal.parent)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise unreadable(error, places.journal.parent) from error
    own = (places.journal, places.log)
    found = (n for n in sorted(names) if any(_is_copy(n, file) for file in own))
    return tuple(places.journal.with_name(name) for name in found)


def _is_copy(name: str, file: Path) -> bool:
    inside = name.removeprefix(file.stem).removesuffix(file.suffix)
    begins = name.startswith(file.stem) and name.endswith(file.suffix)
    return begins and len(inside) > 1 and _MARK.fullmatch(inside) is not None


def read_copy(copy: Path, path: Path) -> Whole:
    """What a conflict copy holds; of a copy of the log, what was written in it.

    Raises:
        InputError: it cannot be read as either.
        JournalError: the file cannot be opened.

    """
    found = read_file(OS_FILES, copy)
    if found is None:
        raise InputError(f"{copy} is gone.")
    if not _is_copy(copy.name, Places(path).log):
        return whole.read(found[0], str(copy))
    part = log.parse(found[0])
    if part.header is None and not part.gestures:
        raise InputError(f"{copy} is no log of a journal.")
    tables: Tables = {}
    # as if the journal had been folded before: what only the copy says is what counts here
    for gesture in part.gestures:
        for change in gesture.changes:
            if change.before is not None:
                tables.setdefault(change.table, {}).setdefault(change.id, change.before)
    replay(tables, part.gestures)
    return Whole(tables, part.header.journal if part.header else "")
