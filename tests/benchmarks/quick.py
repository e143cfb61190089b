"""Quick add, whole processes, as the journal grows: its cost is to be flat.

The index beside the journal is there, as after any command that read everything.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.cold import BASELINE, netjournal
from tests.benchmarks.figures import Effort, Series
from tests.benchmarks.journals import TODAY, Journals
from tests.benchmarks.processes import ROUND, environment, interleaved

LINES = {
    "add, somebody known": "called Zdenka, no answer",
    "add, somebody new": f"{ROUND} Person: coffee today",
}


def measure(effort: Effort, journals: Journals) -> Iterator[Series]:
    """The cost of adding to somebody known and to somebody new."""
    env = environment(NETJOURNAL_TODAY=TODAY.isoformat())
    commands = [BASELINE]
    for size in (*effort.sizes, *filter(None, (effort.large,))):
        path = journals.copy(size)
        known = netjournal(path, "", 0, "add", "Zdenka Quill: lunch today")
        interleaved("", [known], env, rounds=1, warm_up=0)
        commands += [netjournal(path, act, size, "add", line) for act, line in LINES.items()]
    yield interleaved("quick add", commands, env, rounds=effort.rounds)
