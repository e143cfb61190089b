"""Adding through an open journal against a bare append and sync; opening it against parsing."""

from __future__ import annotations

import gc
import json
import os
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from netjournal.domain.conversation import Conversation
from netjournal.domain.values import Channel, Direction
from netjournal.journal.changes import created, new_id
from netjournal.journal.journal import Journal
from tests.benchmarks.figures import Effort, Figure, Series
from tests.benchmarks.journals import TODAY, Journals
from tests.benchmarks.processes import beside

ADDS = 200
"""Adds for each median."""


def measure(effort: Effort, journals: Journals) -> Iterator[Series]:
    """The cost of one warm add, and of opening, as journals grow."""
    adds, opens = [], []
    bare_ms = parse_ms = 0.0
    for size in effort.sizes:
        path = journals.copy(size)
        add, bare_ms = _add(path, size)
        opening, parse_ms = _open(path, size, effort.rounds)
        adds.append(add)
        opens.append(opening)
    yield Series("warm add", "append 300 bytes, fdatasync", bare_ms, tuple(adds))
    yield Series("open", "json.loads of the file", parse_ms, tuple(opens))


def _add(path: Path, people: int) -> tuple[Figure, float]:
    journal = Journal(path)
    person = next(journal.snapshot.people()).id
    file = os.open(path.with_name("bare"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    bare, own = [], []
    for _ in range(ADDS):
        talk = Conversation(
            id=new_id(),
            made="",
            day=TODAY,
            channel=Channel.PHONE,
            direction=Direction.OUTBOUND,
            people=(person,),
            text="about the garden",
        )
        changes = [created(talk)]
        bare.append(_cpu(partial(_append, file)))
        own.append(_cpu(partial(journal.apply, "add", changes)))
    os.close(file)
    return beside("add", people, own, bare), statistics.median(bare)


def _open(path: Path, people: int, rounds: int) -> tuple[Figure, float]:
    """Reading the journal as the program does, and only parsing the same bytes."""
    gc.set_threshold(100_000)  # as the program does at its start
    parse, own = [], []
    for _ in range(rounds):
        data = path.read_bytes()
        parse.append(_cpu(partial(json.loads, data)))
        own.append(_cpu(lambda: Journal(path).snapshot))
    return beside("open", people, own, parse), statistics.median(parse)


def _cpu(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return (time.process_time() - start) * 1e3


def _append(file: int) -> None:
    os.write(file, b"x" * 300)
    os.fdatasync(file)
