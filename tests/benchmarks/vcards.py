"""Address books: a whole import and an export against bare vobject on the same cards."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netjournal.exchange.plan import ImportPlan
    from netjournal.journal.journal import Journal

CARDS = 1_000
ROUNDS = 5
_WORDS = ["ka", "lo", "mi", "ne", "ru", "sa", "to", "vi", "ze", "gra", "ster", "wen", "tal", "bor"]


def cards(count: int, *, seed: int = 7) -> str:
    """Plain vCards 3.0 with the properties phones write."""
    rng = random.Random(seed)

    def word() -> str:
        return "".join(rng.choices(_WORDS, k=3)).title()

    out = []
    for number in range(count):
        given, family = word(), word()
        out += [
            "BEGIN:VCARD",
            "VERSION:3.0",
            f"UID:{rng.getrandbits(128):032x}",
            f"FN:{given} {family}",
            f"N:{family};{given};;;",
            f"EMAIL;TYPE=HOME:p{number}@example.org",
            f"TEL;TYPE=CELL:+44 20 7946 {number % 10_000:04d}",
            f"ORG:{word()} Ltd",
            f"ADR;TYPE=HOME:;;{number} High St;{word()};;;",
            f"BDAY:{rng.randint(1945, 2008)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}",
            f"NOTE:{' '.join(word() for _ in range(12))}",
            "REV:20260101T000000Z",
            "END:VCARD",
        ]
    return "\r\n".join([*out, ""])


def main(count: int = CARDS) -> None:
    """Print cards per second of CPU, and the ratio to vobject, which only reads them."""
    text = cards(count)
    gc.set_threshold(100_000)  # as the program does at its start
    with TemporaryDirectory() as folder:
        journal = _imported(text.encode(), Path(folder))
        rows = {
            "vobject.readComponents": lambda: _vobject(text),
            "import: plan and one durable write": lambda: _import(text.encode()),
            "the same again: nothing new": lambda: _plan(text.encode(), journal),
            "export, vCard 3.0": lambda: _export(journal, "3.0"),
            "export, vCard 4.0": lambda: _export(journal, "4.0"),
        }
        bare = 0.0
        print(f"{f'{count} cards':34s} {'cards/s':>9s} {'ratio':>6s}")
        for name, act in rows.items():
            cost = _best(act)
            bare = bare or cost
            print(f"{name:34s} {count / cost:9.0f} {bare / cost:6.2f}")


def _vobject(text: str) -> None:
    import vobject

    for _ in vobject.readComponents(text):
        pass


def _import(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        _imported(data, Path(folder))


def _imported(data: bytes, folder: Path) -> Journal:
    from netjournal.exchange.vcard.importing import keep_files
    from netjournal.journal.blobs import Folder
    from netjournal.journal.journal import Journal

    journal = Journal(folder / "journal.json")
    plan = _plan(data, journal)
    keep_files(plan, Folder(journal.path))
    journal.apply("import", plan.changes)
    return journal


def _plan(data: bytes, journal: Journal) -> ImportPlan:
    from netjournal.clock import now
    from netjournal.exchange.plan import Source
    from netjournal.exchange.vcard.importing import plan_import
    from netjournal.journal.blobs import Folder

    source = Source(name="cards.vcf", data=data)
    return plan_import([source], journal.snapshot, Folder(journal.path), made=now())


def _export(journal: Journal, version: str) -> None:
    from netjournal.exchange.vcard.exporting import export_cards
    from netjournal.exchange.vcard.manner import Manner
    from netjournal.journal.blobs import Folder

    snapshot = journal.snapshot
    export_cards(snapshot.people(), snapshot, Folder(journal.path), Manner(version=version))


def _best(act: Callable[[], object]) -> float:
    costs = []
    for _ in range(ROUNDS):
        start = time.process_time()
        act()
        costs.append(time.process_time() - start)
    return min(costs)
