"""What a shell asks for all day: the count of a prompt, and a name behind tab."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.cold import netjournal
from tests.benchmarks.figures import Effort, Series
from tests.benchmarks.journals import TODAY, Journals
from tests.benchmarks.processes import Command, environment, interleaved

_PROMPT = Command("import json, argparse", (sys.executable, "-c", "import json, argparse"))
_BARE = Command("import json", (sys.executable, "-c", "import json"))
_LINE = "netjournal show An"


def measure(effort: Effort, journals: Journals) -> Iterator[Series]:
    """The cost of ``status``, and of completing a name, as journals grow."""
    prompt, tab = [_PROMPT], [_BARE]
    state = journals.copy(effort.sizes[0]).parent / "state"
    env = environment(NETJOURNAL_TODAY=TODAY.isoformat(), XDG_STATE_HOME=str(state))
    kept = state / "netjournal" / "status.json"
    for size in effort.sizes:
        path = journals.copy(size)
        changed = netjournal(path, "status, changed", size, "status")
        prompt += [
            Command(changed.act, changed.argv, size, lambda: kept.unlink(missing_ok=True)),
            netjournal(path, "status, unchanged", size, "status"),
        ]
        tab.append(Command("complete a name", _completing(path), size))
    yield interleaved("prompt", prompt, env, rounds=effort.rounds)
    yield interleaved("tab", tab, env, rounds=effort.rounds)


def _completing(journal: Path) -> tuple[str, ...]:
    """A process asked as argcomplete's shell function asks it."""
    asked = {
        "_ARGCOMPLETE": "1", "_ARGCOMPLETE_SHELL": "bash", "_ARGCOMPLETE_IFS": "\v",
        "_ARGCOMPLETE_STDOUT_FILENAME": os.devnull, "COMP_LINE": _LINE,
        "COMP_POINT": str(len(_LINE)), "NETJOURNAL_JOURNAL": str(journal),
    }  # fmt: skip
    code = f"import os; os.environ.update({asked!r}); from netjournal.__main__ import run; run()"
    return (sys.executable, "-c", code)
