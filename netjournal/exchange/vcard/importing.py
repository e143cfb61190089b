"""Files of cards into a plan: what becomes of each card, and everything that was found wrong."""

from __future__ import annotations

import gc
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Protocol

from netjournal.domain.likeness import UNNAMED
from netjournal.errors import InputError
from netjournal.exchange.plan import ImportPlan, Kind, Outcome, Problem, Source, Trouble, Wishes
from netjournal.exchange.sources import why_no_cards
from netjournal.exchange.tables.reading import table_cards
from netjournal.exchange.vcard.blobs import Blobs
from netjournal.exchange.vcard.kept import Origins
from netjournal.exchange.vcard.planner import Planner, Verdict
from netjournal.exchange.vcard.reading import Outside, ReadCard, read_cards
from netjournal.exchange.vcard.sniff import sniff
from netjournal.exchange.vcard.split import split
from netjournal.journal.snapshot import Snapshot

Progress = Callable[[int], None]
"""Called with the number of cards read so far; whatever it raises ends the import, unwritten."""
_EVERY = 50
_VCARD = re.compile(rb"V\0*C\0*A\0*R\0*D", re.IGNORECASE)  # in UTF-16 and UTF-32 too


class Keeper(Blobs, Protocol):
    """Where blobs and imported files are kept, beside the journal."""

    def archive(self, content: bytes) -> str:
        """Keep an imported file unmodified; the SHA-256 it is kept under comes back."""
        ...


def plan_import(
    sources: Sequence[Source],
    snapshot: Snapshot,
    blobs: Blobs,
    *,
    made: str,
    wishes: Wishes = Wishes(),  # noqa: B008 - frozen
    progress: Progress | None = None,
) -> ImportPlan:
    """Read the files and decide what becomes of each card; nothing is written.

    Args:
        sources: the files, in order.
        snapshot: the journal as it is.
        blobs: where the large values of cards imported before are; nothing is put there.
        made: the moment of the import, UTC.
        wishes: the region of phone numbers, answers to questions of a plan before, and the like.
        progress: told the number of cards read; whatever it raises ends the import.

    Raises:
        InputError: no file has a single card.

    """
    with _no_collector():
        planner = Planner(snapshot, blobs, wishes)
        outcomes: list[Outcome] = []
        problems: list[Problem] = []
        for number, source in enumerate(sources):
            digest = hashlib.sha256(source.data).hexdigest()
            origins = Origins(source.name, digest, _after(made, number))
            found = _found_in(source, wishes.encoding)
            before = len(outcomes)
            _decide(found, origins, planner, outcomes, problems, progress)
            if len(outcomes) == before:
                message = why_no_cards(source)
                if len(sources) == 1:
                    raise InputError(message)
                problems.append(
                    Problem(kind=Trouble.OUTSIDE, message=message, line=1, source=source.name)
                )
        if not outcomes:
            raise InputError("None of these files has a contact card.")
        return ImportPlan(
            sources=tuple(sources),
            outcomes=tuple(outcomes),
            problems=tuple(problems),
            changes=planner.changes(),
            blobs=planner.blobs.kept,
        )


def _after(made: str, number: int) -> str:
    """A moment later by so many microseconds: cards of several files keep their order."""
    moment = datetime.fromisoformat(made.removesuffix("Z")) + timedelta(microseconds=number)
    return f"{moment.isoformat(timespec='microseconds')}Z"


@contextmanager
def _no_collector() -> Iterator[None]:
    """Records are trees without cycles; walking hundreds of thousands of them finds nothing.

    Nor is it done afterwards: they are frozen, which counting references frees all the same.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.freeze()
            gc.enable()


def _decide(
    found: Iterable[ReadCard | Outside],
    origins: Origins,
    planner: Planner,
    outcomes: list[Outcome],
    problems: list[Problem],
    progress: Progress | None,
) -> None:
    for card in found:
        if isinstance(card, Outside):
            kind, line, message = card.note
            problems.append(Problem(kind=kind, message=message, line=line, source=origins.source))
            continue
        verdict = planner.decide(card, origins)
        outcomes.append(_outcome(card, verdict, origins))
        if verdict.kind is not Kind.UNCHANGED:
            problems.extend(_problems(card, origins.source))
        outcomes += [
            _outcome(agent, planner.decide(agent, origins), origins) for agent in verdict.agents
        ]
        if progress and len(outcomes) % _EVERY == 0:
            progress(len(outcomes))


def _found_in(source: Source, encoding: str) -> Iterator[ReadCard | Outside]:
    """The cards of a file: vCards, or the rows of a table."""
    if not _VCARD.search(source.data):
        table = table_cards(source.data, encoding)
        if table is not None:
            return table
    return read_cards(source.data, encoding)


def _outcome(card: ReadCard, verdict: Verdict, origins: Origins) -> Outcome:
    return Outcome(
        kind=verdict.kind,
        name=card.fields.name,
        reason=verdict.reason,
        card=card.number,
        line=card.line,
        source=origins.source,
        person=verdict.person,
        question=verdict.asked[0].text if verdict.asked else "",
        asked=verdict.asked,
    )


def _problems(card: ReadCard, source: str) -> list[Problem]:
    return [
        Problem(
            kind=note.kind,
            message=note.message,
            name=card.fields.name or UNNAMED,
            card=card.number,
            line=note.line,
            source=source,
        )
        for note in card.notes
    ]


def problem_cards(plan: ImportPlan) -> bytes:
    """The cards something was wrong with, as they stand in their files."""
    wanted = {(problem.source, problem.card) for problem in plan.problems if problem.card}
    found: list[bytes] = []
    for source in plan.sources:
        cards = (piece for piece in split(sniff(source.data).data) if piece.is_card)
        found += [
            piece.data
            for number, piece in enumerate(cards, 1)
            if (source.name, number) in wanted
        ]  # fmt: skip
    return b"".join(card.rstrip(b"\r\n") + b"\r\n" for card in found)


def keep_files(plan: ImportPlan, keeper: Keeper) -> None:
    """Write what a plan's changes refer to; to be done before they are applied.

    Files are kept under the hash of what they hold: doing it twice, or for nothing, does no harm.

    Raises:
        JournalError: they cannot be written; nothing is imported then.

    """
    if not plan.changes:
        return
    for source in plan.sources:
        keeper.archive(source.data)
    for content, suffix in plan.blobs.values():
        keeper.put(content, suffix)
