"""Other copies of a journal beside it: those a sync tool left, a log left behind, and one's own.

Every sync tool writes ``conflict`` or its own language's word for it into the name, most of them
before the ending: Syncthing ``NAME.sync-conflict-DATE-TIME-DEVICE.EXT`` (docs.syncthing.net,
"Syncing"), Dropbox ``NAME (SOMEBODY's conflicted copy DATE).EXT``, Nextcloud ``NAME (conflicted
copy DATE TIME).EXT``, ownCloud ``NAME_conflict-DATE-TIME.EXT``, Seafile ``NAME (SFConflict
SOMEBODY DATE).EXT``. iCloud, OneDrive and Google Drive only number or name them, and so does a
person: those are known by the id of the journal they hold. None is ever deleted here.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from netjournal.domain.gesture import Table, Tables
from netjournal.errors import InputError
from netjournal.journal.care import whole
from netjournal.journal.care.whole import Whole
from netjournal.store import history, log
from netjournal.store.files import OS_FILES, close
from netjournal.store.places import Places
from netjournal.store.reading import read_file, unreadable
from netjournal.store.replay import replay

_CONFLICT = re.compile(r"[ck]onfli", re.IGNORECASE)
_HEAD_BYTES = 1024
"""Where a journal says its id, in our layout and in those of plain TinyDB and of editors."""
_ID = re.compile(rb'"journal"\s*:\s*"([0-9]{1,19})"')


def copies_beside(path: Path) -> tuple[Path, ...]:
    """The conflict copies of a journal and of its log, by name, and a log left behind.

    Raises:
        UnreadableError: the folder cannot be read.

    """
    found = [name for name in _names_like(path) if _CONFLICT.search(name.name)]
    return (*found, *_left_behind(Places(path)))


def other_copies(path: Path) -> tuple[Path, ...]:
    """Files beside a journal that are copies of it by the id they hold, whatever their names.

    Raises:
        UnreadableError: the folder cannot be read.

    """
    own = _id_in(Places(path).journal)
    names = (name for name in _names_like(path) if not _CONFLICT.search(name.name))
    return tuple(name for name in names if own and _id_in(name) == own)


def read_copy(copy: Path) -> Whole:
    """What a copy holds; of a copy of the log, what was written in it.

    Raises:
        InputError: it cannot be read as either.
        JournalError: the file cannot be opened.

    """
    found = read_file(OS_FILES, copy)
    if found is None:
        raise InputError(f"{copy} is gone.")
    part = log.parse(found[0])
    if part.header is None and not part.gestures:
        return whole.read(found[0], str(copy))
    tables: Tables = {}
    # as if the journal had been folded before: what only the copy says is what counts here
    for gesture in part.gestures:
        for change in gesture.changes:
            if change.before is not None:
                tables.setdefault(change.table, {}).setdefault(change.id, change.before)
    replay(tables, part.gestures)
    tables[Table.HISTORY] = {each.id: history.shortened(each) for each in part.gestures}
    return Whole(tables, part.header.journal if part.header else "")


def _names_like(path: Path) -> Iterator[Path]:
    """The files in the journal's folder that are called nearly as it or its log, in order."""
    places = Places(path)
    folder = places.journal.parent
    try:
        names = OS_FILES.names(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise unreadable(error, folder) from error
    for name in sorted(names):
        if _is_like(name, places.journal) and not places.own(folder / name):
            yield folder / name


def _is_like(name: str, journal: Path) -> bool:
    ending = (journal.suffix, ".log")
    return name.startswith(journal.stem) and (
        name.endswith(ending) or name.startswith(journal.name)
    )


def _left_behind(places: Places) -> Iterator[Path]:
    """The log beside a link: the journal was moved elsewhere and linked to, and its log was not."""
    if OS_FILES.link(places.named) is not None:
        file = places.named.with_name(f"{places.named.name}.log")
        found = read_file(OS_FILES, file) if not places.own(file) else None
        if found is not None and log.parse(found[0]).gestures:
            yield file


def _id_in(file: Path) -> bytes:
    """The id a journal says it has; empty where it says none."""
    try:
        fd = OS_FILES.open(file, os.O_RDONLY)
    except OSError:
        return b""
    try:
        match = _ID.search(OS_FILES.read(fd, _HEAD_BYTES, 0))
    except OSError:
        return b""
    finally:
        close(OS_FILES, fd)
    return match[1] if match else b""


def is_left_behind(copy: Path, path: Path) -> bool:
    """Whether a copy is the log that stands beside a link to the journal.

    Raises:
        JournalError: the file cannot be opened.

    """
    return copy in _left_behind(Places(path))
