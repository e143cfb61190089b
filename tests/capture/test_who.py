"""Who is meant: what tells two people of one name apart, where it is certain."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from netjournal.capture.parse import parse
from netjournal.capture.reading import Who
from netjournal.domain.names import Fit, NameMatch, name_keys, words
from netjournal.domain.values import Circle, PersonId
from tests.capture.book import Book
from tests.capture.readings import SETTINGS, TODAY

_PEOPLE = (
    ("1", "Ana Ruiz", "Acme", True),
    ("2", "Ana Torres", "City of Lyon", True),
    ("3", "Ana Silva", "Zeta", False),
    ("4", "Bob Stone", "", True),
)


class _Twins(Book):
    """Three called Ana, one of them silent in the rolodex."""

    def people(self, phrase: str) -> Sequence[NameMatch]:
        key = " ".join(words(phrase))
        return [
            NameMatch(
                PersonId(id), name, fit, known, ", ".join(filter(None, (org, circle))), circle
            )
            for id, name, org, known in _PEOPLE
            for circle in [Circle.CLOSE if known else Circle.ROLODEX]
            for fit in [name_keys(name).get(key)]
            if isinstance(fit, Fit)
        ]


def people(line: str) -> str:
    capture = parse(line, TODAY, _Twins(), SETTINGS)
    owners = [who for promise in capture.promises for who in promise.people]
    owners += [who for entry in capture.lines for who in entry.people]
    return ", ".join(map(_said, (*capture.people, *owners)))


def _said(who: Who) -> str:
    return " or ".join(match.name for match in who.matches) or f"{who.text}?"


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("called Ana", "Ana Ruiz or Ana Torres"),
        ("called Ana from Acme", "Ana Ruiz"),
        ("called ana from acme about the van", "Ana Ruiz"),
        ("Ana from Acme: coffee", "Ana Ruiz"),
        ("lunch with Ana of City of Lyon", "Ana Torres"),
        ("lunch with Ana from Zeta", "Ana Silva"),
        ("lunch with Ana from Mars", "Ana Ruiz or Ana Torres"),
        ("lunch with Ana from close", "Ana Ruiz or Ana Torres"),
        ("called Ana T.", "Ana Torres"),
        ("A.T. called", "Ana Torres"),
        ("called A. Torres", "Ana Torres"),
        ("Ana Ruiz: coffee. Ana needs: a van", "Ana Ruiz, Ana Ruiz"),
        ("Ana Ruiz and Ana Torres: coffee. Ana needs: a van",
         "Ana Ruiz, Ana Torres, Ana Ruiz or Ana Torres"),
        ("Bob: coffee. Ana needs: a van", "Bob Stone, Ana Ruiz or Ana Torres"),
    ],
)  # fmt: skip
def test_context_settles_a_name_only_where_it_is_certain(line: str, meant: str) -> None:
    assert people(line) == meant


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("owe Bob a call", "“owe” stays text"),
        ("I should call Bob", "“should” stays text"),
        ("Bob: she'll send it", "“she'll” stays text"),
        ("coffee with Bob the other day", "“the other day” is no day"),
        ("called Bob, should ring again", ""),
        ("coffee with Bob yesterday", ""),
    ],
)
def test_what_is_left_as_text_is_told(line: str, hint: str) -> None:
    hints = parse(line, TODAY, _Twins(), SETTINGS).hints
    assert " ".join(hints)[: len(hint) or None] == hint


def test_two_of_one_first_name_in_a_list_are_two() -> None:
    assert people("Ana and Ana Torres: lunch") == "Ana Ruiz, Ana Torres"
    assert people("lunch with Ana Ruiz and Ana") == "Ana Ruiz, Ana Torres"
    assert people("Ana Ruiz: lunch. Ana needs: a van") == "Ana Ruiz, Ana Ruiz"
