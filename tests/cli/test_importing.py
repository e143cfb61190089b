"""``import``: questions answered at the terminal, people brought back, problems written out."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from netjournal.errors import ExitCode
from tests.cli.conftest import Cli

ANA = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:a\r\nFN:Ana Ruiz\r\nEMAIL:ruiz@example.org\r\nEND:VCARD\r\n"
)
LUIS = ANA.replace("UID:a", "UID:b").replace("Ana", "Luis")
ODD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bob\r\nodd/line:1\r\nEND:VCARD\r\n"


@pytest.fixture
def household(cli: Cli, tmp_path: Path) -> str:
    cli("import", "-", stdin=ANA)
    path = tmp_path / "luis.vcf"
    path.write_text(LUIS)
    return str(path)


def people(cli: Cli) -> list[str]:
    return [each["name"] for each in cli("people", "--json").json["people"]]


@pytest.mark.parametrize(
    ("typed", "names"),
    [("1\n", ["Ana Ruiz", "Luis Ruiz"]), ("2\n", ["Ana Ruiz"]), ("\n", ["Ana Ruiz", "Luis Ruiz"])],
)
def test_each_question_is_answered_with_one_digit(
    at_terminal: Cli, household: str, typed: str, names: list[str]
) -> None:
    ran = at_terminal("import", "--answer", household, typed=typed)
    assert ran.code == ExitCode.DONE
    assert "1 of 1: Luis Ruiz has the e-mail address of Ana Ruiz" in ran.err
    assert "2  the same person as Ana Ruiz" in ran.err
    assert people(at_terminal) == names


def test_an_end_of_input_while_asking_imports_with_what_happens_unanswered(
    at_terminal: Cli, household: str
) -> None:
    assert at_terminal("import", "--answer", household, typed="").code == ExitCode.DONE


def test_without_a_terminal_nobody_is_asked_and_the_questions_are_told(
    cli: Cli, household: str
) -> None:
    assert cli("import", "--answer", household).code == ExitCode.USAGE
    ran = cli("import", "--dry-run", household)
    assert "1 question is open" in ran.err
    plan = cli("import", "--json", household).json["import"]
    assert plan["questions"] == len(plan["asked"]) == 1
    assert plan["asked"][0]["choices"][0] == "somebody new"
    assert [outcome["kind"] for outcome in plan["outcomes"]] == ["new"]


def test_a_dry_run_names_each_card_with_its_reason(cli: Cli) -> None:
    cli("import", "-", stdin=ANA)
    changed = ANA.replace("ruiz@", "ana@") + ODD
    ran = cli("import", "--dry-run", "-", stdin=changed)
    assert "updated:\n  Ana Ruiz  changed: emails" in ran.out
    assert "new:\n  Bob  not known yet" in ran.out


def test_who_was_removed_comes_back_only_when_asked_for(cli: Cli) -> None:
    cli("import", "-", stdin=ANA)
    [ana] = cli("people", "--json").json["people"]
    cli("remove", ana["id"])
    assert "1 unchanged" in cli("import", "-", stdin=ANA).out
    assert people_or_none(cli) == []
    cli("import", "--restore", "-", stdin=ANA)
    assert cli("people", "--json").json["people"][0]["id"] == ana["id"]


def people_or_none(cli: Cli) -> list[str]:
    ran = cli("people", "--json")
    return [] if ran.code == ExitCode.NO_HIT else [p["name"] for p in ran.json["people"]]


def test_cards_with_problems_are_written_out_unchanged(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "problems.vcf"
    cli("import", "--problems", str(path), "-", stdin=ANA + ODD)
    assert path.read_bytes() == ODD.encode()
    path.unlink()
    ran = cli("import", "--problems", str(path), "-", stdin=LUIS)
    assert "no file of problems" in ran.err
    assert not path.exists()


def test_a_file_in_another_character_set_is_read_as_told(cli: Cli) -> None:
    data = ANA.replace("Ana", "Ľubica").encode("cp1250")
    assert cli("import", "--encoding", "nonsense", "-", stdin=data).code == ExitCode.USAGE
    ran = cli("import", "--encoding", "cp1250", "-", stdin=data)
    assert "not in UTF-8" not in ran.out
    assert people(cli) == ["Ľubica Ruiz"]


def test_a_zip_of_cards_is_an_address_book(cli: Cli, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("one.vcf", ANA)
        archive.writestr("two.vcf", ODD)
    path = tmp_path / "cards.zip"
    path.write_bytes(buffer.getvalue())
    assert cli("import", str(path)).out.startswith("2 cards: 2 new")
    assert cli("import", "-", stdin=buffer.getvalue()).out.startswith("2 cards: 0 new")


def test_letters_that_were_guessed_come_with_what_to_do(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "old.vcf"
    path.write_bytes("BEGIN:VCARD\nVERSION:3.0\nFN:Олег\nTEL:1\nEND:VCARD\n".encode("cp1251"))
    assert "Wrong letters? import with --encoding" in cli("import", "--dry-run", str(path)).err
    assert "Wrong letters? 'netjournal undo', then" in cli("import", str(path)).err
    cli("undo")
    ran = cli("import", "--encoding", "cp1251", str(path))
    assert "Wrong letters" not in ran.err
    assert people(cli) == ["Олег"]


def test_an_interrupted_import_says_that_nothing_came_of_it(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "a.vcf"
    path.write_text(ANA)
    monkeypatch.setattr("netjournal.exchange.vcard.importing.plan_import", interrupted)
    ran = cli("import", str(path))
    assert ran.code == ExitCode.INTERRUPTED
    assert "nothing was imported" in ran.err
    assert people(cli) == []
