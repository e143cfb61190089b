"""What the index beside the journal holds: answers to what quick add asks, made from a snapshot.

Questions are a letter and what it is about: ``n:`` a folded phrase (who is found under it), ``p:``
a person (their dossier, or the id of whoever they were merged into), ``s:`` a length and a first
character (the phrases that begin so), ``f:`` a person (my follow-ups with them), ``g:`` a folded
name (the gatherings of it), ``e:`` a gathering (its record), ``b:`` a character (the full names
that begin with it), ``a:`` what there is one of.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from netjournal import text
from netjournal.domain import names
from netjournal.domain.gesture import Raw, Table
from netjournal.domain.values import ME, PersonId
from netjournal.journal import book
from netjournal.journal.book import named
from netjournal.journal.phrases import Phrases
from netjournal.text import fold

if TYPE_CHECKING:
    from netjournal.journal.snapshot import Snapshot
    from netjournal.journal.walk import Walk
    from netjournal.store.indexing import Standing

Answer = tuple[str, object]
LONGEST = "a:longest name"
MY_NAME = "a:my name"
DRAFTS = "a:drafts"
FIRST_LETTERS = "a:first letters"


_RULES = ("places.py", "placing.py", "walk.py", "outreach.py", "patching.py", "carrying.py")


def name(phrase: str) -> str:
    """The question who is found under a phrase: ``[[id, fit], …]``."""
    return f"n:{phrase}"


def person(id: str) -> str:
    """The question who somebody is: a dossier, or an id."""
    return f"p:{id}"


def similar(length: int, first: str) -> str:
    """The question which phrases of a length begin with a character."""
    return f"s:{length}{first}"


def beginning(first: str) -> str:
    """The question which full names begin with a character: ``[[id, name], …]``."""
    return f"b:{first}"


def follow_ups(id: str) -> str:
    """The question which follow-ups of mine somebody has: ``[[id, record], …]``."""
    return f"f:{id}"


def gatherings(folded: str) -> str:
    """The question which gatherings have a name: their ids."""
    return f"g:{folded}"


def gathering(id: str) -> str:
    """The question what a gathering is: its record."""
    return f"e:{id}"


def made_by() -> list[object]:
    """What decides how a journal is indexed: an index of other rules is of no use.

    Raises:
        OSError: the rules' files cannot be looked at.

    """
    folder = os.path.dirname(__file__)  # noqa: PTH120 - as below
    beside = (os.path.join(folder, name) for name in _RULES)  # noqa: PTH118 - as below
    files = (text.__file__, names.__file__, book.__file__, __file__, *beside)
    states = (os.stat(file) for file in files)  # noqa: PTH116 - Path.stat costs twice as much
    return [unicodedata.unidata_version, *([s.st_size, s.st_mtime_ns] for s in states)]


def answers(snapshot: Snapshot, lines: Standing) -> Iterator[Answer]:
    """Everything the index holds; ``lines`` are those of records that stand as they are."""
    from netjournal.journal import placing  # of no use to quick add
    from netjournal.journal.walk import Walk

    people = dict(snapshot.table(Table.PEOPLE))
    walk = Walk(snapshot, lines.places)
    phrases = Phrases(people)
    yield LONGEST, phrases.longest
    yield MY_NAME, snapshot.name_of(ME)
    yield DRAFTS, [(draft.id, snapshot.raw(Table.DRAFTS, draft.id)) for draft in snapshot.drafts()]
    yield from ((name(phrase), found) for phrase, found in phrases.keys.items())
    yield from ((similar(*place), some) for place, some in phrases.alike.items())
    yield from _beginnings(people)
    yield from _dossiers(snapshot, people, walk)
    yield from _follow_ups(snapshot)
    yield from gatherings_in(snapshot)
    known = [snapshot.stored_person(id) for id in people if id not in snapshot.redirects]
    yield from placing.answers(snapshot, lines, walk, [who for who in known if who is not None])


def _beginnings(people: Mapping[str, Raw]) -> Iterator[Answer]:
    found: dict[str, list[Answer]] = {}
    for pair in named(people):
        found.setdefault(fold(pair[1])[:1], []).append(pair)
    yield FIRST_LETTERS, "".join(found)
    yield from ((beginning(first), names) for first, names in found.items())


def _dossiers(snapshot: Snapshot, people: Mapping[str, Raw], walk: Walk) -> Iterator[Answer]:
    for id in people:
        final = snapshot.final(id)
        if id != ME:
            yield person(id), walk.dossier(PersonId(id)) if final == id else final


def _follow_ups(snapshot: Snapshot) -> Iterator[Answer]:
    found: dict[str, list[Answer]] = {}
    for promise in snapshot.open_commitments():
        if promise.is_follow_up:
            raw = snapshot.raw(Table.COMMITMENTS, promise.id)
            for id in dict.fromkeys(snapshot.final(each) for each in promise.people):
                found.setdefault(id, []).append((promise.id, raw))
    yield from ((follow_ups(id), promises) for id, promises in found.items())


def gatherings_in(snapshot: Snapshot) -> Iterator[Answer]:
    """The gatherings, by id and by name."""
    named: dict[str, list[str]] = {}
    for each in snapshot.gatherings():
        yield gathering(each.id), snapshot.raw(Table.GATHERINGS, each.id)
        named.setdefault(fold(each.name).strip(), []).append(each.id)
    yield from ((gatherings(folded), ids) for folded, ids in named.items())
