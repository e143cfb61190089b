"""The same harness on what must lose something; if it does not, the harness proves nothing."""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tinydb import TinyDB

from tests.torture.kills import child, status_of
from tests.torture.power import cut_power

SYNCS = (
    ("sync", "sync_data", "sync_folder"),
    ("sync",),
    ("sync_data",),
    ("sync_folder",),
)
"""What is taken out: all of them, those of whole files, of the log, of folders."""
_PEOPLE = 3_000


def stock_tinydb(kills: int, *, folder: str | None = None) -> Counter[str]:
    """Kill a process that adds and removes through TinyDB's own storage; count what it lost."""
    chance = random.Random(7)
    counted: Counter[str] = Counter({"kills": kills, "lost": 0})
    with TemporaryDirectory(dir=folder) as place:
        for number in range(kills):
            path = Path(place) / f"{number}.json"
            with TinyDB(path) as db:
                db.insert_multiple({"name": f"Person {each}"} for each in range(_PEOPLE))
            notes = path.with_suffix(".notes")
            pid = child(lambda: _add_and_remove(path, notes))  # noqa: B023
            while not notes.exists():
                time.sleep(0.001)
            time.sleep(chance.random() * 0.1)
            os.kill(pid, signal.SIGKILL)
            status_of(pid)
            counted["lost"] += not _all_there(path, notes)
    return counted


def _add_and_remove(path: Path, notes: Path) -> None:
    fd = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    with TinyDB(path) as db:
        while True:
            id = db.insert({"name": "x" * 500})
            os.write(fd, b"+")
            db.remove(doc_ids=[id])
            os.write(fd, b"-")


def _all_there(path: Path, notes: Path) -> bool:
    """The file reads, and holds what was acknowledged, or that and the act under way."""
    acknowledged = notes.read_bytes()
    wanted = _PEOPLE + acknowledged.count(b"+") - acknowledged.count(b"-")
    under_way = -1 if acknowledged.endswith(b"+") else 1
    try:
        with TinyDB(path) as db:
            found = len(db)
    except (ValueError, KeyError):
        return False
    return found in {wanted, wanted + under_way}


def without_syncs(cuts: int, *, folder: str | None = None) -> dict[str, Counter[str]]:
    """Cut the power with sync calls taken out; what was lost, by what was taken out."""
    return {" ".join(names): cut_power(cuts, without=names, folder=folder) for names in SYNCS}
