"""Two people made one, or told apart for good: asked, written, undone like anything else."""

from __future__ import annotations

from collections.abc import Sequence

from netjournal.text import plural
from netjournal.tui.host import JournalHost
from netjournal.views.duplicates import Pair


def region_of(host: JournalHost) -> str:
    """Where phone numbers without a country are at home."""
    return host.settings.region


async def decide(host: JournalHost, pair: Pair, sure: Sequence[Pair] = ()) -> bool:
    """Ask about two people, and do what is said; False where it is left open.

    ``sure`` are pairs that may be merged with this one. Only within a worker of Textual.
    """
    from netjournal.tui.modals.pair import PairModal, Verdict

    verdict = await host.push_screen_wait(PairModal(pair, sure=len(sure)))
    if verdict in {Verdict.FIRST, Verdict.SECOND}:
        merge(host, pair if verdict is Verdict.FIRST else pair.swapped)
    elif verdict is Verdict.ALL:
        merge_all(host, sure)
    elif verdict is Verdict.TWO:
        part(host, pair)
    return verdict not in {None, Verdict.LATER}


def merge(host: JournalHost, pair: Pair) -> None:
    """Make one person of two; the first stays."""
    from netjournal.journal import merging

    kept, gone, day, region = pair.first.id, pair.second.id, host.today(), region_of(host)
    host.write(
        f"merge {pair.second.name} into {pair.first.name}",
        lambda now: merging.merge(now, kept, gone, day, region),
    )


def merge_all(host: JournalHost, pairs: Sequence[Pair]) -> None:
    """Make one person of each pair, as one act; the first stays."""
    from netjournal.journal import merging

    ids = [(pair.first.id, pair.second.id) for pair in pairs]
    day, region = host.today(), region_of(host)
    host.write(
        f"merge {plural(len(ids), 'sure pair')}",
        lambda now: merging.merge_all(now, ids, day, region),
    )


def part(host: JournalHost, pair: Pair) -> None:
    """Remember that they are two people."""
    from netjournal.journal import merging

    one, other = pair.first.id, pair.second.id
    host.write(
        f"{pair.first.name} and {pair.second.name} are two people",
        lambda now: merging.dismiss(now, one, other),
    )
