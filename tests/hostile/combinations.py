"""Every string through every place of the command line, and every command over every string."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import chdir, contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.hostile.journals import TODAY, hostile, ordinary
from tests.hostile.places import FOLDER, PLACES, SHOWN
from tests.hostile.run import Ran, environment, run
from tests.hostile.strings import storable


class Fault(NamedTuple):
    """A combination that went wrong."""

    place: str
    text: str
    why: str


class Count(NamedTuple):
    """How many combinations were tried, and what went wrong."""

    strings: int
    places: int
    tried: int
    faults: tuple[Fault, ...]

    def __str__(self) -> str:
        head = f"{self.strings} strings, {self.places} places, {self.tried} tried, "
        told = [f"  {fault.place}: {fault.text[:60]!r}: {fault.why}" for fault in self.faults]
        return "\n".join([head + f"{len(self.faults)} wrong", *told[:40]])


def typed(strings: Sequence[str], folder: Path) -> Count:
    """Each string typed at each place, on an ordinary journal."""
    base = folder / "base.json"
    ordinary(base)
    return _counted(strings, len(PLACES), _typed(strings, base, folder / "home" / "journal.json"))


def _typed(strings: Iterable[str], base: Path, path: Path) -> Iterator[tuple[str, str, Ran]]:
    for text in strings:
        for name, argv in PLACES.items():
            begin_with(base, path)
            with here(path):
                yield name, text, run(argv(text))


def read(strings: Sequence[str], folder: Path) -> Count:
    """Each command that shows something, over a journal made of each string."""
    ways = ((), ("--json",), ("--plain",))
    return _counted(
        strings, len(SHOWN) * len(ways), _read(strings, folder / "home" / "journal.json", ways)
    )


def _read(
    strings: Iterable[str], path: Path, ways: Iterable[Sequence[str]]
) -> Iterator[tuple[str, str, Ran]]:
    for text in strings:
        begin_with(None, path)
        hostile(path, storable(text))
        with here(path):
            for argv in SHOWN:
                for way in ways:
                    words = [argv[0], *way, *argv[1:]]
                    yield " ".join(words), text, run(words)


def _counted(strings: Sequence[str], places: int, runs: Iterator[tuple[str, str, Ran]]) -> Count:
    tried = 0
    faults: list[Fault] = []
    for place, text, ran in runs:
        tried += 1
        if why := ran.fault:
            faults.append(Fault(place, text, why))
    return Count(len(strings), places, tried, tuple(faults))


def begin_with(base: Path | None, path: Path) -> None:
    """A home with a journal, and nothing left of the one before."""
    shutil.rmtree(path.parent, ignore_errors=True)
    path.parent.mkdir()
    if base is not None:
        shutil.copyfile(base, path)


@contextmanager
def here(path: Path, more: Mapping[str, str] | None = None) -> Iterator[None]:
    """A home, a working directory and a day of its own."""
    home = path.parent
    (home / FOLDER).mkdir(exist_ok=True)
    variables = {
        "NETJOURNAL_JOURNAL": str(path), "NETJOURNAL_TODAY": TODAY.isoformat(), "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"), "XDG_STATE_HOME": str(home / "state"),
        "XDG_DATA_HOME": str(home / "data"),
    }  # fmt: skip
    with environment({**variables, **(more or {})}), chdir(home):
        yield
