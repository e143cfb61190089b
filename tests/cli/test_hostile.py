"""Text that is not ours never reaches the terminal as more than text."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netjournal.cli.output import piece, wrapped
from netjournal.text import width
from tests.cli.conftest import Cli, Terminal

_SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "hostile_strings.json"

# Everything a terminal may obey, or that moves text about: C0, DEL, C1, bidi controls, separators.
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
OWN = (
    "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x9b31m", "a\rb", "a\x08\x08b", "\u202egnp.exe",
    "\u2066x\u2069", "a\x00b", "tab\there", "Zalgo" + "\u0301" * 40, "\x1bP1$r\x1b\\",
    "\u2028line", "%s %d {0} $HOME `id` $(id)", "<b>[red]x[/]</b>",
)  # fmt: skip


@cache
def shared_strings() -> tuple[str, ...]:
    if not _SHARED.exists():
        return ()
    found: list[str] = []
    for row in json.loads(_SHARED.read_text(encoding="utf-8"))["strings"]:
        value = row.get("value")
        if isinstance(value, str) and len(value) < 4_000:
            found.append(value)
    return tuple(found)


def assert_calm(text: str) -> None:
    found = RAW.search(text)
    assert found is None, f"{found[0]!r} in {text[max(0, found.start() - 40) :][:80]!r}"


@pytest.mark.parametrize("hostile", OWN)
def test_hostile_arguments_come_back_as_text(cli: Cli, hostile: str) -> None:
    for argv in (
        ["show", hostile],
        ["people", hostile],
        ["people", f"is:{hostile}"],
        ["add", f"Ana {hostile}: coffee today"],
        ["add", f"Ana: coffee on 31 february {hostile}"],
        ["done", hostile],
        ["add", "--drafts"],
        ["people"],
        ["today"],
        [hostile],
        ["people", f"--{hostile}"],
        ["completion", hostile],
        ["import", hostile],
        ["search", "--json", hostile],
    ):
        ran = cli(*argv)
        assert_calm(ran.out)
        assert_calm(ran.err)
        assert "Traceback" not in ran.err


def test_hostile_records_are_shown_as_text(cli: Cli, journal_file: Path) -> None:
    """Whatever stands in the file, typed by hand or written by another program."""
    strings = [*OWN, *shared_strings()[::3]]
    journal = {
        "meta": {"1": json.loads(_empty(cli, journal_file))},
        "people": {
            str(10**17 + n): {"made": "2026-01-01T00:00:00Z", "name": text, "circle": "network",
                              "organisations": [{"name": text}], "how_we_met": text}
            for n, text in enumerate(strings)
        },
        "entries": {
            str(2 * 10**17 + n): {"made": "2026-01-01T00:00:00Z", "day": "2026-01-01",
                                  "person": str(10**17 + n), "kind": "note", "text": text}
            for n, text in enumerate(strings)
        },
    }  # fmt: skip
    journal_file.write_text(json.dumps(journal), encoding="ascii")
    Path(f"{journal_file}.log").unlink(missing_ok=True)
    people = cli("people", "--json")
    assert len(people.json["people"]) == len(strings)
    for argv in (
        ["people"],
        ["today"],
        ["people", "--json"],
        ["search", "a"],
        ["search", "e", "--json"],
    ):
        ran = cli(*argv)
        assert_calm(ran.out)
        assert_calm(ran.err)
    for number in range(0, len(strings), 4):
        for ran in (
            cli("show", str(10**17 + number)),
            cli("show", "--json", str(10**17 + number)),
            cli("circle", "close", str(10**17 + number)),
        ):
            assert_calm(ran.out)
            assert_calm(ran.err)


def _empty(cli: Cli, journal_file: Path) -> str:
    """The meta record of a fresh journal."""
    from netjournal.journal.journal import Journal

    cli("me", "name=x")
    journal = Journal(journal_file)
    assert journal.snapshot.me.name == "x"
    journal.close(fold=True)
    return json.dumps(json.loads(journal_file.read_text())["meta"]["1"])


def test_the_shared_strings_are_stored_or_refused_calmly(cli: Cli) -> None:
    strings = shared_strings()
    if not strings:
        pytest.skip("the shared hostile strings are not beside this repository")
    for text in strings[::6]:
        ran = cli("add", "--", f"Ana Ruiz: {text}")
        assert ran.code in {0, 4, 5}
        assert_calm(ran.out)
        assert_calm(ran.err)


@given(st.text(max_size=300), st.integers(min_value=1, max_value=100))
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_wrapped_text_is_calm_and_no_wider_than_its_room(text: str, cells: int) -> None:
    room = max(cells, 20)
    for line in wrapped(text, cells):
        assert_calm(line)
        assert width(line) <= room


@given(st.text(max_size=300))
def test_a_piece_is_calm(text: str) -> None:
    assert_calm(piece(text).text)


def test_an_export_to_a_terminal_is_shown_and_never_obeyed(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli("add", "Ana Ruiz: coffee")
    cli("edit", "Ana Ruiz", "name=Ana \x1b[31mred\u202e")
    for to in ("csv", "vcard", "ics", "json"):
        terminal = Terminal()
        monkeypatch.setattr("sys.stdout", terminal)
        cli("export", "--to", to)
        assert_calm(terminal.getvalue())
        assert "Ana" in terminal.getvalue() or to == "ics"


def test_a_zip_is_not_shown_at_a_terminal(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    cli("add", "Ana Ruiz: coffee")
    monkeypatch.setattr("sys.stdout", Terminal())
    ran = cli("export", "--to", "zip")
    assert ran.code == 5
    assert "--output FILE" in ran.err
