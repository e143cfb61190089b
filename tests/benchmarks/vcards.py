"""Address books: a whole import and an export against bare vobject on the same cards."""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from tests.benchmarks.figures import Effort, Series
from tests.benchmarks.journals import Journals
from tests.benchmarks.processes import FEWEST, beside

if TYPE_CHECKING:
    from netjournal.exchange.plan import ImportPlan
    from netjournal.journal.journal import Journal

IMPORT = "import, one durable write"
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


def measure(effort: Effort, journals: Journals) -> Iterator[Series]:
    """An import, the same again and exports, each as a ratio to vobject, which only reads."""
    gc.set_threshold(100_000)  # as the program does at its start
    figures, bare = [], 0.0
    for count in effort.sizes[1:]:
        text = cards(count)
        data = text.encode()
        journal = _imported(data, journals.folder / f"cards-{count}")
        acts: dict[str, Callable[[], object]] = {
            IMPORT: partial(_import, data),
            "the same again: nothing new": partial(_plan, data, journal),
            "export, vCard 3.0": partial(_export, journal, "3.0"),
            "export, vCard 4.0": partial(_export, journal, "4.0"),
            "vobject: write them": partial(_serialize, _components(text)),
        }
        base, own = [], {act: list[float]() for act in acts}
        for number in range(effort.rounds + 1):
            cost = _cpu(partial(_vobject, text))
            # a round of all of them at 10,000 cards takes twenty seconds
            wanted = acts if number <= FEWEST else [IMPORT]
            spent = {act: _cpu(acts[act]) for act in wanted}
            if number:
                base.append(cost)
                for act, ms in spent.items():
                    own[act].append(ms)
        figures += [beside(act, count, ms, base[: len(ms)]) for act, ms in own.items()]
        bare = statistics.median(base)
    yield Series("address books", "vobject.readComponents", bare, tuple(figures))


def _vobject(text: str) -> None:
    import vobject

    for _ in vobject.readComponents(text):
        pass


def _components(text: str) -> list[Any]:
    import vobject

    return list(vobject.readComponents(text))


def _serialize(components: Sequence[Any]) -> None:
    for each in components:
        each.serialize()


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


def _export(journal: Journal, version: str) -> list[bytes]:
    from netjournal.exchange.vcard.exporting import written_cards
    from netjournal.exchange.vcard.manner import Manner
    from netjournal.journal.blobs import Folder

    snapshot = journal.snapshot
    folder, manner = Folder(journal.path), Manner(version=version)
    return [card.data for card in written_cards(snapshot.people(), snapshot, folder, manner)]


def _cpu(act: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    act()
    return (time.process_time() - start) * 1e3
