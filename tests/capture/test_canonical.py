"""A reading written out in full; that it reads back the same is a law (see ``test_laws``)."""

from __future__ import annotations

from netjournal.capture.canonical import canonical
from netjournal.capture.parse import parse
from tests.capture.book import Book
from tests.capture.readings import SETTINGS, TODAY, read


def test_names_are_whole_and_days_are_dates() -> None:
    said = canonical(read("called tom yesterday"))
    assert said == 'Tom O\'Neil: "called tom"; called on 2026-03-10'


def test_a_name_with_signs_that_part_names_stays_as_it_was_typed() -> None:
    book = Book(known=["Stone & Sons"])
    said = canonical(parse("called Sons", TODAY, book, SETTINGS))
    assert said == 'Sons: "called Sons"; called on 2026-03-11'
