"""Who may read and change the files of a journal: nobody else, and whoever runs us."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from netjournal.journal.care.findings import Finding, Level
from netjournal.store.files import FILE_MODE, FOLDER_MODE
from netjournal.store.places import Places

_FOR_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def check_access(places: Places) -> Iterator[Finding]:
    """Files that others may read, folders they may change, and what we may not change.

    Raises:
        OSError: a folder cannot be looked into.

    """
    for file, right in open_to_others(places):
        yield Finding(
            kind="permissions",
            where=str(file),
            message=f"{file} can be read by others on this computer; "
            f"a repair makes it private ({right:o}).",
            mends=True,
        )
    yield from _shared_folder(places.journal.parent)
    yield from _kept_from_us(places)


def open_to_others(places: Places) -> list[tuple[Path, int]]:
    """The files and folders of a journal that others may enter, and the mode they should have.

    Raises:
        OSError: a folder cannot be looked into.

    """
    own = [*_files(places)]
    for folder in (places.backups, places.blobs, places.imports):
        if folder.is_dir() and not folder.is_symlink():
            own += [folder, *folder.iterdir()]
    found: list[tuple[Path, int]] = []
    for file in own:
        try:
            mode = file.lstat().st_mode
        except FileNotFoundError:
            continue
        is_folder = stat.S_ISDIR(mode) and file not in _files(places)
        right = FOLDER_MODE if is_folder else FILE_MODE
        if (stat.S_ISREG(mode) or is_folder) and stat.S_IMODE(mode) & ~right:
            found.append((file, right))
    return found


def _files(places: Places) -> tuple[Path, ...]:
    return (places.journal, places.log, places.lock, places.damaged, places.index)


def _shared_folder(folder: Path) -> Iterator[Finding]:
    """A folder in which others may put another file in the journal's place."""
    try:
        mode = folder.stat().st_mode
    except FileNotFoundError:
        return
    if mode & _FOR_OTHERS and not mode & stat.S_ISVTX:
        yield Finding(
            kind="permissions",
            where=str(folder),
            message=f"Others on this computer may replace or remove what is in {folder}; "
            "'chmod go-w' takes that from them, or keep the journal in a folder of your own.",
        )


def _kept_from_us(places: Places) -> Iterator[Finding]:
    """What belongs to somebody else, or may not be written by us."""
    folder = places.journal.parent
    try:
        theirs = places.journal.stat().st_uid != os.geteuid()
    except FileNotFoundError:
        theirs = False
    if theirs:
        yield Finding(
            kind="permissions",
            where=str(places.journal),
            message=f"{places.journal} belongs to another user of this computer, "
            "who can read all of it.",
            level=Level.NOTE,
        )
    for file in (folder, *_files(places)):
        if file.exists() and not os.access(file, os.W_OK, effective_ids=_EFFECTIVE):
            yield Finding(
                kind="permissions",
                where=str(file),
                message=f"{file} cannot be written, so that not everything can be saved; "
                "check who owns it, and whether its disk is read-only.",
            )


_EFFECTIVE = os.access in os.supports_effective_ids
"""Asked for who we act as, where the system can tell."""
