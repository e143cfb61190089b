"""The JSON contract: what each command prints, against kept files; ids and moments named.

``NETJOURNAL_KEEP=1 pytest tests/cli/test_contract.py`` writes the files anew; the difference is
then read before it is committed, for these shapes may grow and not change.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Cli

_FOLDER = Path(__file__).resolve().parents[1] / "data" / "json"

_LINES = (
    "Ana Ruiz ana@example.org: coffee yesterday. needs: a UX tester. next: postcard on friday #gov",
    "Bob Stone: lunch on 2 march. next: call by 2026-03-09 about the flat. they: send the pdf",
    "Zoë Müller: birthday: 14 march",
    "Ana: offers: a room. gave: a book",
    "intro: Ana and Bob. at: Open Forms",
    "newsletter to everyone, the news",
    "lunch with Bob on 31 february",
)
_CARDS = """\
BEGIN:VCARD
VERSION:3.0
FN:Tom O'Neil
EMAIL:tom@example.org
ADR:;;1 High St;Oldtown;;AB1;
END:VCARD
"""
_COMMANDS: Mapping[str, tuple[str, ...]] = {
    "add": ("add", "called Ana, no answer; they: send the pdf by 3 dec. gave: two contacts"),
    "add-note": ("add", "--dry-run", "Bob: moved to Lyon"),
    "add-plan": ("add", "--dry-run", "dinner with Bob next thursday"),
    "error-who": ("add", "called Karl"),
    "error-input": ("add", "lunch with Bob on 31 february"),
    "error-query": ("people", "circel:close"),
    "today": ("today",),
    "people": ("people",),
    "people-fields": ("people", "--fields", "name,emails"),
    "show": ("show", "Ana"),
    "search": ("search", "tester"),
    "log": ("log",),
    "week": ("week",),
    "give": ("give",),
    "network": ("network",),
    "postcards": ("postcards",),
    "fit": ("fit", "Ana"),
    "topics": ("topics",),
    "entries": ("need",),
    "emails": ("email", "Ana"),
    "addresses": ("query", "ana"),
    "status": ("status",),
    "changed": ("edit", "Bob", "organisation=Acme"),
    "undo": ("undo",),
    "history": ("history",),
    "phones": ("phone", "Ana"),
    "postal-addresses": ("address", "Ana"),
    "link": ("open", "Ana"),
    "me": ("me",),
    "gatherings": ("gathering",),
    "gathering": ("gathering", "review", "Open Forms"),
    "introductions": ("intro",),
    "broadcasts": ("broadcast",),
    "duplicates": ("duplicates",),
    "drafts": ("add", "--drafts"),
    "import": ("import", "--dry-run", "cards.vcf"),
    "error-missing-file": ("import", "none.vcf"),
    "doctor": ("doctor",),
    "backups": ("backup", "make"),
    "config": ("config", "init"),
    "forgotten": ("forget", "--yes", "Bob"),
}


@pytest.fixture
def known(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    for line in _LINES:
        cli("add", line)
    cli("edit", "Ana", "phone=+44 20 7946 0000", "address=1 High St; AB1; Oldtown")
    cli("fit", "Ana", "market=2 she runs one")
    (tmp_path / "cards.vcf").write_text(_CARDS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return cli


@pytest.mark.parametrize("name", _COMMANDS)
def test_what_a_command_prints_is_what_was_promised(known: Cli, name: str, tmp_path: Path) -> None:
    ran = known(*_COMMANDS[name][:1], "--json", *_COMMANDS[name][1:])
    out = ran.out.replace(str(tmp_path), "(folder)").replace(str(Path.home()), "(home)")
    (line,) = out.splitlines()
    said = json.dumps(_named(json.loads(line), {}), indent=1, ensure_ascii=False) + "\n"
    file = _FOLDER / f"{name}.json"
    if os.environ.get("NETJOURNAL_KEEP"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(said, encoding="utf-8")
    assert said == file.read_text(encoding="utf-8")


_ID = re.compile(r"\d{16,19}")
_SHORT = re.compile(r"\d{4,15}(d\d*)?")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z?")


def _named(value: Any, names: dict[str, str]) -> Any:
    """The same with ids and moments, which are other ones each time, in the order they come."""
    if isinstance(value, dict):
        named = {key: _named(inner, names) for key, inner in value.items()}
        return named | {"size": "(bytes)"} if "size" in named else named
    if isinstance(value, list):
        return [_named(inner, names) for inner in value]
    if not isinstance(value, str):
        return value
    if _SHORT.fullmatch(value):
        return "(short id)"
    text = _MOMENT.sub("(moment)", value)
    return _ID.sub(lambda found: names.setdefault(found[0], f"(id {len(names) + 1})"), text)


def test_a_line_of_a_batch_is_an_object_of_its_own(cli: Cli) -> None:
    ran = cli("add", "--json", "-", stdin="Ana Ruiz: coffee\nBob Stone: on 31 february lunch\n")
    added, error = map(json.loads, ran.out.splitlines())
    assert [set(added), set(error)] == [{"version", "added"}, {"version", "error"}]
    assert error["error"]["line"] == 2
