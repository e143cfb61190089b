"""Discreet mode: what the screens are given, what may be told in passing, what may be stored.

The journal is seen through ``VeiledSnapshot``; what is told besides passes ``Quiet``. Nothing
veiled is ever stored: see ``act_openly``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from netjournal.domain.gesture import Change, Table, texts_in
from netjournal.domain.veil import HIDDEN, MARK
from netjournal.errors import NetjournalError
from netjournal.journal.journal import Decide, Done, Journal
from netjournal.journal.snapshot import Snapshot
from netjournal.text import fold
from netjournal.tui.showing import no_figures

_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile('“[^”]*”|"[^"]*"')
_NAMED = 3


class Quiet:
    """Sentences without names, quotations and figures."""

    def __init__(self, truth: Snapshot) -> None:
        self._names = {
            fold(word)
            for person in truth.people()
            for name in (person.name, *person.nicknames)
            for word in _WORD.findall(name)
        }

    def __call__(self, text: str, *, whole: bool = False) -> str:
        """``done: Ana Ruiz · u undo`` as ``done: ∙∙∙ · u undo``.

        Unless it is ``whole``, what follows a colon is about somebody and goes altogether.
        """
        return "\n".join(self._line(line, whole=whole) for line in text.split("\n"))

    def _line(self, line: str, *, whole: bool) -> str:
        line = _WORD.sub(self._word, no_figures(_QUOTED.sub(HIDDEN, line)))
        verb, colon, rest = line.partition(": ")
        if whole or not colon:
            return line
        _about, dot, key = rest.rpartition(" · ")
        return f"{verb}: {HIDDEN}{dot}{key if dot else ''}"

    def _word(self, found: re.Match[str]) -> str:
        word = found[0]
        named = word[0].isupper() or not word.isascii()
        return word[0] + MARK if named and fold(word) in self._names else word


def act_openly(journal: Journal, label: str, decide: Decide) -> Done | None:
    """``Journal.act`` in discreet mode: the label with the names as they are, nothing veiled kept.

    Raises:
        NetjournalError: as ``Journal.act``; or a change holds what discreet mode put for
            something else, and nothing is stored.
    """
    names: list[str] = []

    def openly(now: Snapshot) -> Iterable[Change]:
        changes = list(decide(now))
        if any(MARK in text for change in changes for text in texts_in(change.after)):
            raise NetjournalError("Discreet mode hides what would be stored; z shows it again.")
        names.extend(dict.fromkeys(now.name_of(id) for each in changes for id in _whom(each)))
        return changes

    return journal.act(lambda: _labelled(label, names) if MARK in label else label, openly)


def _labelled(label: str, names: Sequence[str]) -> str:
    """A label whose words were veiled, with names instead of what it says after its verb."""
    verb, colon, _veiled = label.partition(": ")
    return ": ".join([verb if colon else "change", ", ".join(names[:_NAMED])])


def _whom(change: Change) -> Iterator[str]:
    raw = change.after or change.before or {}
    if change.table == Table.PEOPLE:
        yield change.id
    people = raw.get("people") or [raw.get("person")]
    if isinstance(people, list | tuple):
        yield from (id for id in people if isinstance(id, str))
