"""Side by side with the programs somebody would pick instead, on the same data.

N people, N notes and N tasks; each program does only what it is made for. Warm caches, no network,
settings that ask nothing. Slow programs get three rounds, quick ones as many as ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.figures import Effort, Series
from tests.benchmarks.journals import Journals
from tests.benchmarks.peers.acts import acts
from tests.benchmarks.peers.homes import Home
from tests.benchmarks.peers.programs import installed
from tests.benchmarks.processes import interleaved

SIZES = (1_000, 10_000)
SECONDS = 30
"""For one act at one size, unless three rounds take longer."""


def measure(effort: Effort, journals: Journals) -> Iterator[Series]:
    """Each act with netjournal's own cost as the baseline."""
    programs = installed()
    homes = [Home(journals, size, programs) for size in SIZES]
    for compared in zip(*(acts(home) for home in homes), strict=True):
        name = f"peers: {compared[0].name}"
        found = [
            interleaved(name, act.commands, home.env, rounds=effort.rounds, seconds=SECONDS)
            for home, act in zip(homes, compared, strict=True)
        ]
        figures = (figure for series in found for figure in series.figures)
        yield found[-1]._replace(figures=tuple(figures))
