"""Adding through an open journal, against a bare append and sync of the same bytes."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from netjournal.domain.conversation import Conversation
from netjournal.domain.values import Channel, Direction, PersonId
from netjournal.journal.changes import created, new_id
from netjournal.journal.journal import Journal
from tests.benchmarks.journals import TODAY, make_journal

ROUNDS = 200


def main(sizes: tuple[int, ...] = (100, 1_000, 10_000)) -> None:
    """Print the CPU of one warm add, of a bare append, and of opening the journal."""
    print(
        f"{'warm, CPU ms (median)':24s} {'bare append':>11s} {'add':>8s} {'ratio':>6s} {'open':>8s}"
    )
    with TemporaryDirectory() as folder:
        for size in sizes:
            path = make_journal(Path(folder) / str(size) / "journal.json", size)
            opened, bare, add = _measure(path)
            print(
                f"{size:>10,} people        {bare:11.3f} {add:8.3f} {add / bare:6.2f} {opened:8.1f}"
            )


def _measure(path: Path) -> tuple[float, float, float]:
    journal = Journal(path)
    people: list[PersonId] = []
    opened = _cpu(lambda: people.append(next(journal.snapshot.people()).id))
    file = os.open(path.with_name("bare"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    bare_ms, add_ms = [], []
    for _ in range(ROUNDS):
        talk = Conversation(
            id=new_id(),
            made="",
            day=TODAY,
            channel=Channel.PHONE,
            direction=Direction.OUTBOUND,
            people=tuple(people),
            text="about the garden",
        )
        changes = [created(talk)]
        bare_ms.append(_cpu(partial(_append, file)))
        add_ms.append(_cpu(partial(journal.apply, "add", changes)))
    os.close(file)
    return opened, statistics.median(bare_ms), statistics.median(add_ms)


def _cpu(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return (time.process_time() - start) * 1e3


def _append(file: int) -> None:
    os.write(file, b"x" * 300)
    os.fdatasync(file)
