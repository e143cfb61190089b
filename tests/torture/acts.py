"""What a user does to a journal, by chance: add, done, import, undo, edit, fold."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from netjournal.clock import now
from netjournal.domain.settings import Settings
from netjournal.errors import NothingFoundError
from netjournal.exchange.plan import Source
from netjournal.exchange.vcard.importing import keep_files, plan_import
from netjournal.journal import adding, closing
from netjournal.journal.adding import Reading
from netjournal.journal.blobs import Folder
from netjournal.journal.changes import edits
from netjournal.journal.journal import Journal
from tests.domain.make import TODAY

Act = Callable[[Path, random.Random], None]
"""One command, from opening the journal to closing it."""
READING = Reading(today=TODAY, settings=Settings(), new=True)
_SYLLABLES = ("ka", "lo", "mi", "ne", "ru", "sa", "to", "vi", "ze", "gra", "wen", "tal", "bor")


def new_name(chance: random.Random) -> str:
    return " ".join("".join(chance.choices(_SYLLABLES, k=4)).title() for _ in range(2))


def add(path: Path, chance: random.Random) -> None:
    """From the index if there is one; somebody new, or somebody known whose follow-up it closes."""
    journal = Journal(path)
    known = journal.consult(lambda known: known.names.people("Ana Ruiz"))
    line = f"{new_name(chance)}: coffee today. next: call in 3 days"
    if known and chance.random() < 0.5:
        line = chance.choice(["called Ana Ruiz", "Ana Ruiz: lunch today. next: call in 3 days"])
    adding.add(journal, line, READING)
    journal.close(fold=False)


def done(path: Path, _: random.Random) -> None:
    """The first open promise is kept."""
    journal = Journal(path)
    journal.act(
        "done",
        lambda snapshot: [
            change
            for promise in sorted(snapshot.open_commitments(), key=lambda one: one.id)[:1]
            for change in closing.done(snapshot, promise, on=TODAY)
        ],
    )
    journal.close()


def edit(path: Path, chance: random.Random) -> None:
    """Somebody gets another name."""
    journal = Journal(path)
    journal.act(
        "edit",
        lambda snapshot: [
            change
            for person in list(snapshot.people())[:1]
            for change in edits(snapshot, person, how_we_met=new_name(chance))
        ],
    )
    journal.close()


def import_(path: Path, chance: random.Random) -> None:
    """Twelve cards in one gesture, one of them with a picture, after a backup."""
    journal = Journal(path)
    content = "".join(_card(chance, number) for number in range(12)).encode()
    folder = Folder(journal.path)
    plan = plan_import(
        [Source(name="people.vcf", data=content)], journal.snapshot, folder, made=now()
    )
    keep_files(plan, folder)
    journal.apply(plan.label, plan.changes, backup="import")
    journal.close()


def _card(chance: random.Random, number: int) -> str:
    photo = "PHOTO;ENCODING=b;TYPE=JPEG:" + "A" * 4_000 + "\r\n" if not number else ""
    name = new_name(chance)
    return (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nN:{name.replace(' ', ';')};;;\r\n"
        f"UID:{chance.getrandbits(64)}\r\n{photo}END:VCARD\r\n"
    )


def undo(path: Path, _: random.Random) -> None:
    journal = Journal(path)
    try:
        journal.undo()
    except NothingFoundError:
        return
    journal.close(fold=False)


def fold(path: Path, _: random.Random) -> None:
    """As the terminal app leaves: folded, and indexed for the next quick add."""
    journal = Journal(path)
    journal.refresh()
    journal.close(fold=True)


ACTS: tuple[Act, ...] = (add, done, edit, import_, undo, fold)


def prepare(path: Path) -> None:
    """A journal with a folded part, a log, an index, follow-ups and something to undo."""
    chance = random.Random(7)
    journal = Journal(path)
    for line in ("Ana Ruiz: coffee today. next: call in 3 days", "Bob Stone: lunch today"):
        adding.add(journal, line, READING)
    journal.close(fold=True)
    add(path, chance)
    import_(path, chance)
    add(path, chance)
