"""A process that adds to a journal: ``python -m tests.store.worker PATH NAME COUNT HOW``.

It prints the id of each entry as soon as it is acknowledged, so that whoever kills it knows what
must be there.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from netjournal.domain.gesture import Change
from netjournal.store.storage import JournalStorage
from tests.store.helpers import added, changed, gesture, save_cold

FOLD_EVERY = 7


def acknowledge(id: str) -> None:
    sys.stdout.write(f"{id}\n")
    sys.stdout.flush()


def warm(storage: JournalStorage, id: str, number: int) -> None:
    """Add a person, change one who is there, and now and then fold."""
    with storage.locked():
        if storage.news() is None:
            storage.load()
        storage.append(added(id))
    acknowledge(id)
    if number % FOLD_EVERY == 0:
        with storage.locked():
            storage.fold()
    if number % 3 == 0:
        before, after = {"name": f"Person {id}"}, {"name": f"Person {id}", "circle": "close"}
        with storage.locked():
            if storage.news() is None:
                storage.load()
            storage.append(changed(id, before, after, by=f"{id}000"))


def cold(storage: JournalStorage, id: str, _: int) -> None:
    """Add from the index, two records in one gesture."""
    both = gesture(
        id,
        Change("people", id, None, {"name": f"Person {id}"}),
        Change("entries", id, None, {"person": id}),
    )
    save_cold(storage, both)
    acknowledge(id)


def hasty(storage: JournalStorage, id: str, _: int) -> None:
    """The control: acknowledge first and write afterwards, as nobody may."""
    acknowledge(id)
    time.sleep(0.002)
    save_cold(storage, added(id))


def main() -> None:
    path, name, count, how = sys.argv[1:]
    storage = JournalStorage(Path(path), lock_timeout=60)
    add = {"warm": warm, "cold": cold, "hasty": hasty}[how]
    for number in range(int(count)):
        add(storage, f"{name}{number:05}", number)


if __name__ == "__main__":
    main()
