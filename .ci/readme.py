"""Write the parts of the README that the code knows: tour, quick add, commands, keys.

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
TODAY = "2026-03-11"
TOUR = (
    "nj add 'Ana Ruiz: coffee yesterday, budget talk. next: postcard on friday about the book'",
    "nj add 'Ana needs: a UX tester. #gov'",
    "nj add 'Bob Stone: called, left word'",
    "nj add 'Ana, Bob: lunch today. they: send the pdf by 1 march 2026'",
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
        os.environ |= {"NETJOURNAL_TODAY": TODAY, "NETJOURNAL_JOURNAL": f"{folder}/journal.json"}
        os.environ |= {"XDG_CONFIG_HOME": folder, "COLUMNS": "96", "NO_COLOR": "1"}
        for command in TOUR:
            said = io.StringIO()
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
                main(shlex.split(command)[1:])
            yield f"$ {command}"
            yield from (line.rstrip() for line in said.getvalue().rstrip().split("\n"))
    yield "```"


def quick_add() -> Iterable[str]:
    """The grammar table as tables of a person."""
    from netjournal.capture import grammar

    yield from _table(
        ("words", "mean", "example"),
        (
            (_listed(row.words), row.meaning, f"`{row.example}`")
            for rows in (grammar.CONTACTS, grammar.REPLIES, grammar.BROADCASTS)
            for row in rows
        ),
    )
    yield "\nA line that begins with a bare infinitive is a plan of yours:\n"
    plans = ((_listed(p.words), p.meaning, f"`{p.example}`") for p in grammar.PLANS)
    yield from _table(("word", "means", "example"), plans)
    yield "\nClauses end at the next clause, at `;`, or at a full stop:\n"
    clauses = (
        (", ".join(f"`{word}:`" for word in c.words), c.meaning, f"`{c.example}`")
        for c in grammar.CLAUSES
    )
    yield from _table(("clause", "means", "example"), clauses)
    shorter = ", ".join(f"`{form.short}` {form.long}" for form in grammar.SHORT_FORMS)
    yield f"\nShort forms: {shorter}."


def commands() -> Iterable[str]:
    """The table of commands."""
    from netjournal.cli.parser import COMMANDS

    rows = ((f"`{name}`", command.help) for name, command in COMMANDS.items())
    return _table(("command", "does"), (("`netjournal`", "Open the app on Today."), *rows))


def keys() -> Iterable[str]:
    """The table of keys."""
    from netjournal.tui.keys import key_table

    rows = ((f"`{row.key}`", row.label, row.does, row.where) for row in key_table())
    return _table(("key", "", "does", "where"), rows)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for row in (head, ("---",) * len(head), *rows):
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"


BLOCKS: dict[str, Callable[[], Iterable[str]]] = {
    "tour": tour,
    "quick add": quick_add,
    "commands": commands,
    "keys": keys,
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
