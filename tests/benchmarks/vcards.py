"""Reading address books: a whole import against bare vobject on the same cards."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

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
    """Print cards per second of CPU, and the ratio to vobject."""
    text = cards(count)
    bare = _best(lambda: _vobject(text))
    ours = _best(lambda: _import(text.encode()))
    print(f"{'reading cards':34s} {'cards/s':>9s} {'ratio':>6s}")
    print(f"{'vobject.readComponents':34s} {count / bare:9.0f} {1:6.2f}")
    print(f"{'import: plan and one durable write':34s} {count / ours:9.0f} {bare / ours:6.2f}")


def _vobject(text: str) -> None:
    import vobject

    for _ in vobject.readComponents(text):
        pass


def _import(data: bytes) -> None:
    from netjournal.clock import now
    from netjournal.exchange.plan import Source
    from netjournal.exchange.vcard.importing import plan_import
    from netjournal.journal.blobs import Folder
    from netjournal.journal.journal import Journal

    with TemporaryDirectory() as folder:
        journal = Journal(Path(folder) / "journal.json")
        kept = Folder(journal.path)
        source = Source(name="cards.vcf", data=data)
        plan = plan_import([source], journal.snapshot, kept, made=now())
        journal.apply("import", plan.changes)


def _best(act: Callable[[], None]) -> float:
    costs = []
    for _ in range(ROUNDS):
        start = time.process_time()
        act()
        costs.append(time.process_time() - start)
    return min(costs)
