"""The one table of the quick-add language: every word it knows, what it means, an example.

The parser reads the rows of ``contactwords`` and ``clausewords``; the help, the colours and
completion of the capture line and the README are made from ``SECTIONS`` and ``EXAMPLES``.
Words stand here folded, in English; a language more is more rows.
"""

from __future__ import annotations

from typing import Final

from netjournal.capture.answerwords import BROADCASTS, REPLIES
from netjournal.capture.clausewords import CLAUSES, PLANS, PROMISED, SHORT_FORMS
from netjournal.capture.contactwords import CONTACTS
from netjournal.capture.daywords import DAY_FORMS
from netjournal.capture.examples import EXAMPLES
from netjournal.tuples import NamedTuple

__all__ = ["EXAMPLES", "SECTIONS", "Row", "Section"]


class Row(NamedTuple):
    """Words of one meaning."""

    words: tuple[str, ...]
    meaning: str
    example: str


class Section(NamedTuple):
    """Rows that belong together, as the help shows them."""

    title: str
    rows: tuple[Row, ...]


SECTIONS: Final = (
    Section(
        "Contact",
        tuple(Row(row.words, row.meaning, row.example) for row in CONTACTS),
    ),
    Section("Answer", tuple(Row(row.words, row.meaning, row.example) for row in REPLIES)),
    Section("Broadcast", tuple(Row(row.words, row.meaning, row.example) for row in BROADCASTS)),
    Section("Plan", tuple(Row(row.words, row.meaning, row.example) for row in PLANS)),
    Section(
        "Clause",
        tuple(
            Row(tuple(f"{word}:" for word in row.words), row.meaning, row.example)
            for row in CLAUSES
        ),
    ),
    Section(
        "Promise",
        (
            Row((PROMISED,), "mine", "promised Ana the slides by friday"),
            Row(
                (f"he {PROMISED}", f"she {PROMISED}", f"they {PROMISED}"),
                "theirs",
                "lunch with Ana, she promised the budget by 3 april",
            ),
        ),
    ),
    Section("Day", tuple(Row(row.words, row.meaning, row.example) for row in DAY_FORMS)),
    Section(
        "Topic",
        (
            Row(("#gov", "topic:gov"), "a topic of the line", "lunch with Ana topic:gov"),
            Row(('"…"',), "text that is not read", 'Ana: coffee, "next: a film" is her column'),
        ),
    ),
    Section(
        "Short",
        tuple(Row((form.short,), form.long, form.example) for form in SHORT_FORMS),
    ),
)
"""Everything the language knows, in the order of the help."""
