"""What the store's tests share: gestures, a storage, a file system that fails where it is told."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from netjournal.domain.gesture import Change, Gesture, Raw
from netjournal.store.files import Files
from netjournal.store.reading import Loaded
from netjournal.store.storage import JournalStorage

AT = "2026-03-11T10:00:00.000000Z"


class QuickFiles(Files):
    """The real calls without waiting for the disk."""

    def sync(self, fd: int) -> None:
        os.fstat(fd)

    def sync_data(self, fd: int) -> None:
        os.fstat(fd)

    def sync_folder(self, path: Path) -> None:
        path.stat()


def quick(path: Path) -> JournalStorage:
    """A journal whose power never fails."""
    return JournalStorage(path, files=QuickFiles())


def gesture(id: str, *changes: Change, label: str = "did something") -> Gesture:
    return Gesture(id=id, at=AT, label=label, changes=changes)


def added(id: str, raw: Raw | None = None, table: str = "people") -> Gesture:
    return gesture(id, Change(table, id, None, raw or {"name": f"Person {id}"}))


def changed(id: str, before: Raw | None, after: Raw | None, *, by: str = "9") -> Gesture:
    return gesture(by, Change("people", id, before, after))


def save(storage: JournalStorage, *gestures: Gesture) -> None:
    """Append as the journal does: lock, look again, write."""
    with storage.locked():
        if storage.news() is None:
            storage.load()
        for each in gestures:
            storage.append(each)


def save_cold(storage: JournalStorage, *gestures: Gesture) -> None:
    """Append as quick add does: from the index if one fits, else having read everything."""
    with storage.locked():
        begun = storage.begin_cold("tests")
        if begun is None:
            storage.load()
        for each in gestures:
            storage.append(each)
    if begun is None:
        storage.keep_index("tests", lambda _: [("what", "ever")])
    else:
        begun[0].close()


def fold(storage: JournalStorage) -> None:
    with storage.locked():
        storage.fold()


def people(source: Path | Loaded) -> dict[str, dict[str, Any]]:
    loaded = source if isinstance(source, Loaded) else JournalStorage(source).load()
    return {id: dict(raw) for id, raw in loaded.tables.get("people", {}).items()}


def ids(gestures: Iterable[Gesture]) -> list[str]:
    return [each.id for each in gestures]


def log_of(path: Path) -> Path:
    return path.with_name(path.name + ".log")


class Killed(BaseException):
    """The process ends here: nothing it would do afterwards happens."""


class FaultyFiles(QuickFiles):
    """Fails at one call, and for a death or a dead disk at every one after it."""

    def __init__(self, fault: str = "", at: int = -1) -> None:
        self.fault = fault
        self.at = at
        self.calls: list[str] = []

    def reached(self, name: str) -> bool:
        """Count a call; whether the fault strikes now."""
        self.calls.append(name)
        number = len(self.calls) - 1
        return number == self.at or (
            self.fault in {"killed", "dead disk"} and number > self.at >= 0
        )

    def strike(self) -> None:
        match self.fault:
            case "killed":
                raise Killed
            case "interrupted":
                raise KeyboardInterrupt
            case "torn":
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            case _:
                raise OSError(errno.EIO, os.strerror(errno.EIO))

    def heal(self) -> None:
        self.at = -1

    def write(self, fd: int, data: bytes | memoryview, offset: int) -> int:
        if self.reached("write"):
            if self.fault in {"short", "torn", "killed"}:
                done = super().write(fd, data[: (len(data) + 1) // 2], offset)
                if self.fault == "short":
                    return done
            self.strike()
        return super().write(fd, data, offset)

    def close(self, fd: int) -> None:
        # the system gives the descriptor back even where closing fails
        super().close(fd)
        if self.reached("close") and self.fault != "short":
            self.strike()


def _failing(name: str) -> Any:
    real = getattr(QuickFiles, name)

    def call(self: FaultyFiles, *args: Any) -> Any:
        if self.reached(name) and self.fault != "short":
            self.strike()
        return real(self, *args)

    return call


for _name in (
    "open", "read", "truncate", "sync", "sync_data", "fstat", "stat", "replace", "unlink", "chown",
    "make_folder", "sync_folder", "lock",
):  # fmt: skip
    setattr(FaultyFiles, _name, _failing(_name))
