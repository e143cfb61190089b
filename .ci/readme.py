"""Write the parts of the README that the code knows: tour, quick add, commands, keys, speed.

``.ci/readme.py`` rewrites them, ``.ci/readme.py --check`` ends with 1 if one is not current. The
tour is run for real on a fixed day; ids are random, so digits are not compared.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
USUAL = "~/.local/share/netjournal/journal.json"
"""Where the journal lies on Linux when nothing says otherwise."""
sys.path.insert(0, str(ROOT))
TODAY = "2026-03-11"
TOUR = (
    "nj add 'Ana Ruiz: coffee yesterday, budget talk. next: postcard on friday about the book'",
    "nj add Bob Stone: called monday, left word. next: email today about the flat",
    "nj add 'Ana, Bob: lunch today. they: send the pdf by 9 march 2026'",
    "nj add 'Ana: needs: a UX tester. remember: the red umbrella'",
    "nj today",
    "nj show ana",
    "nj done bob",
    "nj undo",
)


def tour() -> Iterable[str]:
    """The commands of the tour with what they print."""
    from netjournal.cli.main import main

    yield "```console"
    with TemporaryDirectory() as folder:
        journal = f"{folder}/journal.json"
        os.environ |= {"NETJOURNAL_TODAY": TODAY, "NETJOURNAL_JOURNAL": journal}
        os.environ |= {"XDG_CONFIG_HOME": folder, "COLUMNS": "96", "NO_COLOR": "1"}
        for command in TOUR:
            said = io.StringIO()
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
                main(shlex.split(command)[1:])
            yield f"$ {command}"
            told = said.getvalue().replace(journal, USUAL)
            yield from (line.rstrip() for line in told.rstrip().split("\n"))
    yield "```"


def quick_add() -> Iterable[str]:
    """Examples first, then the grammar table as tables of a person."""
    from netjournal.capture.grammar import EXAMPLES, SECTIONS

    examples = ((_typed(example.line), example.means) for example in EXAMPLES)
    yield from _table(("line", "means"), examples)
    yield "\n<details><summary>Every word it knows</summary>\n"
    for section in SECTIONS:
        yield f"**{section.title}**\n"
        rows = ((", ".join(row.words), row.meaning, _typed(row.example)) for row in section.rows)
        yield from _table(("words", "mean", "example"), rows)
        yield ""
    yield "</details>"


def _typed(line: str) -> str:
    """A line as one types it behind ``nj add``: quoted where a shell would touch it."""
    if _PLAIN.fullmatch(line):
        return f"`nj add {line}`"
    quote = '"' if "'" in line else "'"
    return f"`nj add {quote}{line}{quote}`"


_PLAIN = re.compile(r"[\w ,:./+-]+")


def commands() -> Iterable[str]:
    """The table of commands."""
    from netjournal.cli.catalogue import COMMANDS

    rows = ((f"`{name}`", command.help) for name, command in COMMANDS.items())
    return _table(("command", "does"), (("`netjournal`", "Open the app on Today."), *rows))


def keys() -> Iterable[str]:
    """The table of keys."""
    from netjournal.tui.keys import key_table

    rows = ((f"`{row.key}`", row.label, row.does, row.where) for row in key_table())
    return _table(("key", "", "does", "where"), rows)


def speed() -> Iterable[str]:
    """What was measured last and kept; the program beside others, where that was measured."""
    from tests.benchmarks.summary import growth, peers, rows, taken

    yield taken()
    yield ""
    yield from _table(("10,000 people, 100,000 conversations", "takes", "held against", "ratio",
                       "target"), rows())  # fmt: skip
    sizes, grown = growth()
    if grown:
        yield "\nAs a journal grows, ten conversations a person (slope: 0 is flat, 1 is linear):\n"
        yield from _table(sizes, grown)
    programs, acts = peers()
    if acts:
        yield "\n10,000 people, 10,000 notes and 10,000 tasks, beside other programs:\n"
        yield from _table(programs, acts)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for row in (head, ("---",) * len(head), *rows):
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"


BLOCKS: dict[str, Callable[[], Iterable[str]]] = {
    "tour": tour,
    "quick add": quick_add,
    "commands": commands,
    "keys": keys,
    "speed": speed,
}


def renewed(text: str) -> str:
    """The README with every generated part made anew."""
    for name, make in BLOCKS.items():
        part = re.compile(f"(<!-- generated: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        body = "\n".join(make())
        text, count = part.subn(lambda m, body=body: f"{m[1]}{body}\n{m[2]}", text)
        if count != 1:
            raise SystemExit(f"README.md has {count} parts called {name!r}; it must have one.")
    return text


def main() -> int:
    """Rewrite or check."""
    have = README.read_text(encoding="utf-8")
    want = renewed(have)
    if "--check" in sys.argv[1:]:
        same = _without_ids(have) == _without_ids(want)
        if not same:
            print("README.md is not current; run .ci/readme.py", file=sys.stderr)
        return 0 if same else 1
    if _without_ids(have) != _without_ids(want):
        README.write_text(want, encoding="utf-8")
    return 0


def _without_ids(text: str) -> str:
    return re.sub(r"\b\d{4,}d?\b", "0000", text)


if __name__ == "__main__":
    sys.exit(main())
