"""The open corpus of real cards beside the repository, file by file."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from netjournal.domain.card import CardLine
from netjournal.exchange.plan import ImportPlan, Kind
from netjournal.exchange.vcard.check import quiet_vobject
from netjournal.exchange.vcard.lines import read_lines
from netjournal.exchange.vcard.manner import Manner
from netjournal.exchange.vcard.sniff import sniff
from netjournal.exchange.vcard.split import split
from netjournal.exchange.vcard.stored import eol_of, exact, store_lines
from tests.exchange.vcard.cards import LATER, SHARED, Book, exported

CORPUS = SHARED / "vcards"
MANIFEST = CORPUS / "MANIFEST.tsv"
ICALJS = SHARED / "oracles" / "icaljs.mjs"

pytestmark = pytest.mark.skipif(
    not MANIFEST.exists(), reason="the corpus of cards is not beside the repository"
)


def entries() -> Iterator[tuple[str, int]]:
    if MANIFEST.exists():
        with MANIFEST.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows, delimiter="\t"):
                yield row["file"], int(row["cards"])


def files() -> list[tuple[str, int]]:
    return [(name, count) for name, count in entries() if count]


@pytest.mark.parametrize(("name", "count"), [*entries()])
def test_every_card_is_found_and_every_byte_kept(name: str, count: int) -> None:
    data = (CORPUS / name).read_bytes()
    found = sniff(data)
    pieces = list(split(found.data))
    assert found.restored() == data
    assert b"".join(piece.data for piece in pieces) == found.data
    cards = [piece.data for piece in pieces if piece.is_card]
    assert len(cards) == count
    book = Book()
    for card in cards:
        text = card.decode("utf-8", "surrogateescape")
        lines = read_lines(text)
        assert "".join(line.text + line.end for line in lines) == text
        eol = eol_of(lines)
        kept = [CardLine(**raw) for raw in store_lines(lines, eol, book.blobs)]  # type: ignore[arg-type]  # by name
        assert exact(kept, eol, book.blobs) == card


@pytest.fixture(scope="module")
def imported() -> list[tuple[str, Book, ImportPlan]]:
    """Every file, imported into a journal of its own."""
    found = []
    for name, _ in files():
        book = Book()
        found.append((name, book, book.take((CORPUS / name).read_bytes())))
    return found


def test_every_card_is_accounted_for(imported: list[tuple[str, Book, ImportPlan]]) -> None:
    counts = dict(files())
    for name, book, plan in imported:
        assert plan.cards == counts[name]
        assert plan.count(Kind.NEW) == len(list(book.snapshot.people()))


def test_a_second_import_changes_nothing(imported: list[tuple[str, Book, ImportPlan]]) -> None:
    for name, book, _ in imported:
        again = book.plan((CORPUS / name).read_bytes(), made=LATER)
        assert (name, again.changes) == (name, ())


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_exports_change_nothing_when_they_come_back(
    imported: list[tuple[str, Book, ImportPlan]], version: str
) -> None:
    vobject = quiet_vobject()
    for name, book, plan in imported:
        text = exported(book, Manner(version=version, groups=False))
        assert len(list(vobject.readComponents(text.decode()))) == plan.count(Kind.NEW)
        if text:
            assert (name, book.plan(text, made=LATER).changes) == (name, ())


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_ical_js_reads_every_card_we_write(
    imported: list[tuple[str, Book, ImportPlan]], version: str, tmp_path: Path
) -> None:
    node = shutil.which("node")
    if node is None or not ICALJS.exists():
        pytest.skip("node or the oracle for ical.js is not here")
    path = tmp_path / "all.vcf"
    path.write_bytes(
        b"".join(exported(book, Manner(version=version, groups=False)) for _, book, _ in imported)
    )
    done = subprocess.run([node, ICALJS, path], capture_output=True, check=False, timeout=60)
    if b"ERR_MODULE_NOT_FOUND" in done.stderr:
        pytest.skip("ical.js is not installed beside its oracle")
    result = json.loads(done.stdout)
    people = sum(plan.count(Kind.NEW) for _, _, plan in imported)
    assert (result["err"], result["n"]) == (None, people)


def test_all_files_in_one_journal_come_back_unchanged_too() -> None:
    """Where one person is in several files, and people of two files look like one."""
    book = Book()
    small = [CORPUS / name for name, count in files() if count < 200]
    everything = [path.read_bytes() for path in small]
    plan = book.take(*everything)
    assert plan.count(Kind.NEW) == len(list(book.snapshot.people()))
    assert book.plan(*everything, made=LATER).changes == ()
    for version in ("3.0", "4.0"):
        manner = Manner(version=version)
        text = exported(book, manner)
        assert book.plan(text, made=LATER).changes == ()
