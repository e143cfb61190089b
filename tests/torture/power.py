"""The power is cut: what a file system may leave of the recorded writes, played over again.

The model is harsher than ext4, xfs or btrfs: of everything not synced any part may be there, in
any order. Data of a file that was not synced is there, is not, is torn at a sector, or is zeros
up to the length the file had; each name that was made, replaced or removed without a sync of its
folder is the new one or the old one, on its own.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from netjournal.domain.gesture import Gesture
from netjournal.errors import NetjournalError
from netjournal.store.files import Files
from tests.torture.acts import ACTS, prepare
from tests.torture.witness import State, WrongError, checked, noting, tables_of, told_by, using

SECTOR = 512
JOURNAL = "journal.json"


@dataclass(slots=True)
class Disk:
    """One file: what is safe of it, and what was written since."""

    safe: bytes = b""
    now: bytes = b""
    writes: list[tuple[int, bytes]] = field(default_factory=list)
    """Place and data, not synced; cutting a file is writing nothing at its new end."""

    def write(self, offset: int, data: bytes) -> None:
        self.now = self.now[:offset].ljust(offset, b"\0") + data + self.now[offset + len(data) :]
        self.writes.append((offset, data))

    def truncate(self, size: int) -> None:
        self.now = self.now[:size].ljust(size, b"\0")
        self.writes.append((size, b""))

    def sync(self) -> None:
        self.safe = self.now
        self.writes.clear()

    def left(self, chance: random.Random) -> bytes:
        """What may be there after the cut."""
        content = self.safe
        for offset, data in chance.sample(self.writes, len(self.writes)):
            fate = chance.choice(["all", "all", "none", "torn", "zeros"])
            if not data:
                content = content[:offset] if fate == "all" else content
                continue
            if fate == "none":
                continue
            kept = data
            if fate == "torn":
                kept = data[: chance.randrange(len(data) // SECTOR + 1) * SECTOR]
            if fate == "zeros":
                kept = b"\0" * len(data)
            content = content[:offset].ljust(offset, b"\0") + kept + content[offset + len(kept) :]
        return content


class RecordingFiles(Files):
    """The real calls, and beside them a model of what is safe on the disk."""

    def __init__(self, folder: Path, *, without: Iterable[str] = ()) -> None:
        self.folder = folder
        self.without = frozenset(without)
        """Names of sync calls that are taken out."""
        self.named: dict[Path, Disk] = {}
        self.safe_named: dict[Path, Disk] = {}
        self.open_files: dict[int, Disk] = {}
        self.chance = random.Random(7)
        for path in folder.rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                self.named[path] = self.safe_named[path] = Disk(content, content)

    def open(self, path: Path, flags: int) -> int:
        fd = super().open(path, flags)
        if flags & os.O_CREAT:
            self.named.setdefault(path, Disk())
        if path in self.named:
            self.open_files[fd] = self.named[path]
        return fd

    def close(self, fd: int) -> None:
        self.open_files.pop(fd, None)
        super().close(fd)

    def write(self, fd: int, data: bytes | memoryview, offset: int) -> int:
        done = super().write(fd, data, offset)
        self.open_files[fd].write(offset, bytes(data[:done]))
        self.happened()
        return done

    def truncate(self, fd: int, size: int) -> None:
        super().truncate(fd, size)
        self.open_files[fd].truncate(size)
        self.happened()

    def sync(self, fd: int) -> None:
        if "sync" not in self.without and fd in self.open_files:
            self.open_files[fd].sync()
        self.happened()

    def sync_data(self, fd: int) -> None:
        if "sync_data" not in self.without:
            self.open_files[fd].sync()
        self.happened()

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        self.named[target] = self.named.pop(source)
        self.happened()

    def unlink(self, path: Path) -> None:
        super().unlink(path)
        self.named.pop(path, None)
        self.happened()

    def sync_folder(self, path: Path) -> None:
        if "sync_folder" not in self.without:
            for name in {*self.named, *self.safe_named}:
                if name.parent != path:
                    continue
                if name in self.named:
                    self.safe_named[name] = self.named[name]
                else:
                    self.safe_named.pop(name, None)
        self.happened()

    def happened(self) -> None:
        """A moment at which the power may be cut."""

    def left(self, folder: Path, chance: random.Random) -> None:
        """Write into a folder what may be there after a cut now."""
        for path in {*self.named, *self.safe_named}:
            disk = chance.choice([self.named.get(path), self.safe_named.get(path)])
            if disk is not None:
                place = folder / path.relative_to(self.folder)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(disk.left(chance))


class CutFiles(RecordingFiles):
    """Cuts the power at each moment, and checks each time what is left of the journal."""

    def __init__(self, path: Path, state: State, notes: Path, **options: Iterable[str]) -> None:
        super().__init__(path.parent, **options)
        self.path = path
        self.state = state
        self.notes = notes
        self.counted: Counter[str] = Counter()

    def happened(self) -> None:
        acknowledged, under_way = told_by(self.notes)
        with TemporaryDirectory(dir=self.notes.parent) as place:
            cut = Path(place) / "data"
            cut.mkdir()
            self.left(cut, self.chance)
            self.counted["power cuts"] += 1
            self.counted["acknowledged"] += len(acknowledged)
            if _lost(cut / self.path.name, self.state, acknowledged, under_way):
                self.counted["lost"] += 1


def _lost(path: Path, state: State, acknowledged: list[Gesture], under_way: Gesture | None) -> bool:
    try:
        with using(Files()):
            checked(path, state, acknowledged, under_way)
    except (WrongError, NetjournalError):
        return True
    return False


def cut_power(
    cuts: int, *, without: Iterable[str] = (), seed: int = 7, folder: str | None = None
) -> Counter[str]:
    """Cut the power that often during acts by chance, and count what was lost."""
    chance = random.Random(seed)
    counted: Counter[str] = Counter({"lost": 0})
    while counted["power cuts"] < cuts:
        with TemporaryDirectory(dir=folder) as place:
            path = Path(place) / "data" / JOURNAL
            path.parent.mkdir()
            if chance.random() < 0.7:
                prepare(path)
            notes = Path(place) / "notes"
            files = CutFiles(path, tables_of(path), notes, without=without)
            files.chance = chance
            with using(files), noting(notes):
                for _ in range(6):
                    chance.choice(ACTS)(path, chance)
            counted.update(files.counted)
    return counted
