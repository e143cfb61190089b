"""What a shell asks for all day: the count of a prompt, and a name behind tab."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.journals import TODAY, make_journal
from tests.benchmarks.processes import Command, environment, interleaved, table

_PROMPT = (sys.executable, "-c", "import json, argparse")
_BARE = (sys.executable, "-c", "import json")
_LINE = "netjournal show An"


def main() -> None:
    """Print the cost of ``status`` at 1,000 people, and of completion at 1,000 and 10,000."""
    with TemporaryDirectory() as folder:
        few, many = (
            make_journal(Path(folder) / str(size) / "journal.json", size)
            for size in (1_000, 10_000)
        )
        state = Path(folder) / "state"
        env = environment(NETJOURNAL_TODAY=TODAY.isoformat(), XDG_STATE_HOME=str(state))
        status = (sys.executable, "-m", "netjournal", "--journal", str(few), "status")
        kept = state / "netjournal" / "status.json"
        prompt = [
            Command("import json, argparse", _PROMPT),
            Command("status, 1,000 people, unchanged", status),
            Command("status, 1,000 people, changed", status, lambda: kept.unlink(missing_ok=True)),
        ]
        print(table("a prompt", interleaved(prompt, env)))
        tab = [
            Command("import json", _BARE),
            Command("a name among 1,000", _completing(few)),
            Command("a name among 10,000", _completing(many)),
        ]
        print(table("tab", interleaved(tab, env)))


def _completing(journal: Path) -> tuple[str, ...]:
    """A process asked as argcomplete's shell function asks it."""
    asked = {
        "_ARGCOMPLETE": "1", "_ARGCOMPLETE_SHELL": "bash", "_ARGCOMPLETE_IFS": "\v",
        "_ARGCOMPLETE_STDOUT_FILENAME": os.devnull, "COMP_LINE": _LINE,
        "COMP_POINT": str(len(_LINE)), "NETJOURNAL_JOURNAL": str(journal),
    }  # fmt: skip
    code = f"import os; os.environ.update({asked!r}); from netjournal.__main__ import run; run()"
    return (sys.executable, "-c", code)
