"""``import`` and ``export``: a plan first, one undo, and the same people on the other side."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.errors import ExitCode
from tests.cli.conftest import Cli

CARDS = b"""\
BEGIN:VCARD\r
VERSION:3.0\r
FN:Ana Ruiz\r
N:Ruiz;Ana;;;\r
EMAIL;TYPE=work:ana@example.org\r
X-ODD:kept\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:3.0\r
FN:Bob Stone\r
N:Stone;Bob;;;\r
BDAY:19723101\r
END:VCARD\r
"""


@pytest.fixture
def cards(tmp_path: Path) -> str:
    path = tmp_path / "contacts.vcf"
    path.write_bytes(CARDS)
    return str(path)


def test_a_dry_run_shows_the_plan_and_imports_nothing(cli: Cli, cards: str) -> None:
    ran = cli("import", "--dry-run", cards)
    assert ran.code == ExitCode.DONE
    assert ran.out.startswith("2 cards: 2 new")
    assert "Bob Stone (card 2, line 12): birthday is not a day" in ran.out
    assert cli("people").code == ExitCode.NO_HIT


def test_the_plans_json_has_the_shape_of_the_contract(cli: Cli, cards: str) -> None:
    said = cli("import", "--json", cards).json
    plan = said["import"]
    assert said["version"] == 1
    assert {name: plan[name] for name in ("cards", "new", "updated", "unchanged", "questions")} == {
        "cards": 2, "new": 2, "updated": 0, "unchanged": 0, "questions": 0,
    }  # fmt: skip
    [problem] = plan["problems"]
    assert problem.keys() == {"card", "line", "name", "message"}
    assert (problem["card"], problem["line"], problem["name"]) == (2, 12, "Bob Stone")


def test_people_land_in_the_rolodex_once_and_one_undo_takes_them_back(cli: Cli, cards: str) -> None:
    cli("import", cards)
    people = cli("people", "--json").json["people"]
    assert [(each["name"], each["circle"]) for each in people] == [
        ("Ana Ruiz", "rolodex"),
        ("Bob Stone", "rolodex"),
    ]
    again = cli("import", cards)
    assert "2 unchanged" in again.out
    assert "Nothing is new" in again.err
    cli("undo")
    assert cli("people").code == ExitCode.NO_HIT


def test_standard_input_is_a_file_too(cli: Cli) -> None:
    assert cli("import", "-", stdin=CARDS).out.startswith("2 cards: 2 new")


@pytest.mark.parametrize(
    "content",
    [b"", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", b"a,b\n1,2\n", b"\x89PNG\x00\x00", b"{}"],
)
def test_what_is_no_address_book_is_refused(cli: Cli, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    ran = cli("import", str(path))
    assert ran.code == ExitCode.INPUT
    assert len(ran.err.splitlines()) == 1


def test_an_export_imports_as_the_same_people(cli: Cli, cards: str, tmp_path: Path) -> None:
    cli("import", cards)
    for version in ("3.0", "4.0"):
        out = tmp_path / f"out-{version}.vcf"
        assert cli("export", "--vcard", version, "--output", str(out)).code == ExitCode.DONE
        data = out.read_bytes()
        assert f"VERSION:{version}".encode() in data
        assert b"X-ODD:kept" in data
        fresh = ("--journal", str(tmp_path / f"fresh-{version}.json"))
        cli(*fresh, "import", str(out))
        assert [each["name"] for each in cli(*fresh, "people", "--json").json["people"]] == [
            "Ana Ruiz",
            "Bob Stone",
        ]


def test_an_export_answers_a_query_on_standard_output(cli: Cli, cards: str) -> None:
    cli("import", cards)
    ran = cli("export", "ana", "--to", "vcard")
    assert ran.out.count("BEGIN:VCARD") == 1
    assert "FN:Ana Ruiz" in ran.out
    assert cli("export", "xyzzy").code == ExitCode.NO_HIT


def test_an_exported_file_is_private_and_replaced_whole(
    cli: Cli, cards: str, tmp_path: Path
) -> None:
    cli("import", cards)
    out = tmp_path / "out.vcf"
    out.write_text("older")
    assert cli("export", "--output", str(out)).code == ExitCode.INPUT
    assert out.read_text() == "older"
    cli("export", "--force", "--output", str(out))
    assert out.stat().st_mode & 0o777 == 0o600
    assert out.read_bytes().startswith(b"BEGIN:VCARD")
    assert not list(tmp_path.glob(".out.vcf*"))


def test_an_export_to_nowhere_is_told(cli: Cli, cards: str, tmp_path: Path) -> None:
    cli("import", cards)
    for more in ((), ("--split",)):
        ran = cli("export", *more, "--output", str(tmp_path / "no" / "such" / "folder.vcf"))
        assert ran.code == ExitCode.INPUT
        assert len(ran.err.splitlines()) == 1


def test_an_export_never_replaces_the_journal(cli: Cli, cards: str, journal_file: Path) -> None:
    cli("import", cards)
    log = journal_file.with_name("journal.json.log")
    before = log.read_bytes()
    for name in (journal_file, log, journal_file.parent / "backups" / "x.vcf"):
        ran = cli("export", "--force", "--output", str(name))
        assert ran.code == ExitCode.USAGE
        assert "belongs to the journal" in ran.err
    assert log.read_bytes() == before
