"""Large values and imported files, kept beside the journal under the hash of what they hold."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

from netjournal.errors import NotSavedError
from netjournal.store.files import OS_FILES, make_folders, replace_file, why
from netjournal.store.places import Places


class Folder:
    """The folders ``blobs/`` and ``imports/`` beside one journal; both are private."""

    def __init__(self, journal: Path) -> None:
        places = Places(journal)
        self._blobs = places.blobs
        self._imports = places.imports

    def put(self, content: bytes, suffix: str = "") -> str:
        """Keep a value; the same value is kept once. Its name comes back.

        Raises:
            JournalError: it cannot be written.
        """
        name = hashlib.sha256(content).hexdigest() + suffix
        _write_once(self._blobs / name, content)
        return name

    def get(self, name: str) -> bytes | None:
        """A kept value, or None if it is gone."""
        path = self._blobs / Path(name).name
        try:
            return path.read_bytes()
        except OSError:
            return None

    def archive(self, content: bytes) -> str:
        """Keep an imported file unmodified; the SHA-256 it is kept under comes back.

        Raises:
            JournalError: it cannot be written.
        """
        name = hashlib.sha256(content).hexdigest()
        _write_once(self._imports / f"{name}.gz", gzip.compress(content, compresslevel=5, mtime=0))
        return name

    def keep(self, name: str, data: bytes) -> bool:
        """Keep a file of an archive, ``blobs/NAME`` or ``imports/NAME``; whether it was not here.

        Raises:
            JournalError: it cannot be written.
        """
        folder, _, file = name.partition("/")
        path = {"blobs": self._blobs, "imports": self._imports}[folder] / Path(file).name
        is_new = not path.exists()
        _write_once(path, data)
        return is_new


def _write_once(path: Path, content: bytes) -> None:
    """Write a file whose name is the hash of its content, unless it is there."""
    if not path.exists():
        write_private(path, content)


def write_private(path: Path, content: bytes) -> None:
    """Put a private file in place as a whole, durably.

    Raises:
        NotSavedError: it cannot be written.
    """
    try:
        make_folders(OS_FILES, path.parent)
        replace_file(OS_FILES, path, content)
    except OSError as error:
        raise NotSavedError(f"Nothing was saved: {why(error, path)}") from error


def is_own_file(path: Path, journal: Path) -> bool:
    """Whether a path is the journal itself or another of its files, which nothing may replace."""
    return Places(journal).own(path)
