"""``doctor``, ``backup``, ``forget``, and the archives of ``export`` and ``import``."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pytest

from netjournal import paths
from netjournal.errors import ExitCode
from netjournal.journal.journal import Journal
from tests.cli.conftest import Cli


@pytest.fixture
def started(cli: Cli) -> Cli:
    """A journal with two people and what passed with them."""
    cli("add", "--new", "Ana Ruiz: coffee yesterday, budget talk. needs: a UX tester. #gov")
    cli("add", "--new", "Ana Ruiz, Bob Stone: lunch 3 days ago")
    return cli


def other_house(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    path = tmp_path / "house" / "journal.json"
    monkeypatch.setenv("NETJOURNAL_JOURNAL", str(path))
    return path


# archives


@pytest.mark.parametrize("form", ["json", "zip"])
def test_moving_house_is_two_commands(
    started: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    packed, again = tmp_path / f"a.{form}", tmp_path / f"b.{form}"
    ran = started("export", "--to", form, "--output", str(packed))
    assert ran.code == ExitCode.DONE
    assert "2 people, 2 conversations, 1 entry written" in ran.err
    assert packed.stat().st_mode & 0o777 == 0o600
    here = started("show", "Ana", "--json").out
    other_house(monkeypatch, tmp_path)
    ran = started("import", str(packed))
    assert ran.code == ExitCode.DONE
    assert "is now the journal of" in ran.err
    assert started("show", "Ana", "--json").out == here
    started("export", "--to", form, "--output", str(again))
    assert packed.read_bytes() == again.read_bytes()


def test_settings_come_along_where_there_are_none(
    started: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = paths.config_file()
    config.parent.mkdir(parents=True)
    config.write_text('country = "de"\n', encoding="utf-8")
    started("export", "--to", "zip", "--output", str(tmp_path / "a.zip"))
    monkeypatch.setenv("HOME", str(tmp_path / "elsewhere"))
    other_house(monkeypatch, tmp_path)
    ran = started("import", str(tmp_path / "a.zip"))
    assert f"The settings are now in {paths.config_file()}" in ran.err
    assert paths.config_file().read_text(encoding="utf-8") == 'country = "de"\n'


def test_an_archive_adds_what_is_missing_and_one_undo_takes_it_back(
    started: Cli, tmp_path: Path
) -> None:
    packed = str(tmp_path / "a.json")
    started("export", "--to", "json", "--output", packed)
    started("undo")
    started("edit", "Ana", "topics=maps")
    ran = started("import", "--dry-run", packed)
    assert ran.out.startswith("a.json: 0 records new here, 3 here already, 2 removed here since.")
    assert "--restore brings it back" in ran.err
    assert "nothing was imported" in ran.err
    started("import", packed)
    assert [p["name"] for p in started("people", "--json").json["people"]] == ["Ana Ruiz"]
    started("import", "--restore", packed)
    assert {p["name"] for p in started("people", "--json").json["people"]} == {
        "Ana Ruiz",
        "Bob Stone",
    }
    assert started("show", "Ana", "--json").json["person"]["topics"] == ["maps"]
    started("undo")
    assert [p["name"] for p in started("people", "--json").json["people"]] == ["Ana Ruiz"]


def test_the_plan_of_an_archive_keeps_the_shape_of_the_contract(
    started: Cli, tmp_path: Path
) -> None:
    packed = str(tmp_path / "a.json")
    started("export", "--to", "json", "--output", packed)
    plan = started("import", "--json", "--dry-run", packed).json["import"]
    assert plan.keys() >= {"cards", "new", "updated", "unchanged", "questions", "problems"}
    assert (plan["new"], plan["differing"]) == (0, [])
    assert plan["records"] == {"conversations": 2, "entries": 1, "people": 2}


def test_a_query_with_a_whole_journal_is_refused(started: Cli) -> None:
    ran = started("export", "circle:close", "--to", "json")
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert "--to json writes the whole journal" in ran.err


def test_an_archive_is_imported_by_itself(started: Cli, tmp_path: Path) -> None:
    packed = tmp_path / "a.json"
    started("export", "--to", "json", "--output", str(packed))
    assert started("import", str(packed), str(packed)).code == ExitCode.USAGE


@pytest.mark.parametrize("data", [b"{", b"PK\x03\x04 no zip", b"\x1f\x8b", b'{"a": {}}'])
def test_what_is_no_archive_is_refused_in_one_sentence(
    started: Cli, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    ran = started("import", str(path))
    assert ran.code == ExitCode.INPUT
    assert ran.err.count("\n") == 1
    assert "a.zip" in ran.err


def test_there_is_nothing_to_archive_before_the_journal(cli: Cli) -> None:
    assert cli("export", "--to", "zip").code == ExitCode.NO_HIT


# backups


def test_backups_are_made_listed_and_restored(started: Cli) -> None:
    assert "no backup yet" in started("backup").err
    made = started("backup", "make", "--json").json["backups"]
    assert [each["reason"] for each in made] == ["asked"]
    assert gzip.decompress(Path(made[0]["path"]).read_bytes()).startswith(b'{"meta"')
    started("undo")
    listed = started("backup").out
    assert listed.split()[1] == "asked"
    ran = started("backup", "restore", made[0]["name"], "--yes")
    assert ran.code == ExitCode.DONE
    assert "people: 1 → 2" in ran.out
    assert len(started("people", "--json").json["people"]) == 2
    assert [b["reason"] for b in started("backup", "--json").json["backups"]] == [
        "restore",
        "asked",
    ]
    started("undo")
    assert len(started("people", "--json").json["people"]) == 1


def test_a_restore_is_never_done_unasked(started: Cli, at_terminal: Cli) -> None:
    name = started("backup", "make", "--json").json["backups"][0]["name"]
    started("undo")
    assert started("backup", "restore", name).code == ExitCode.USAGE
    assert "nothing was restored" in started("backup", "restore", name, "--dry-run").err
    assert "Nothing was restored" in at_terminal("backup", "restore", name, typed="\n").err
    assert "Bob" not in at_terminal("people").out
    at_terminal("backup", "restore", name, typed="y\n")
    assert "Bob" in at_terminal("people").out


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (("restore",), ExitCode.USAGE),
        (("list", "x"), ExitCode.USAGE),
        (("keep",), ExitCode.USAGE),
        (("restore", "1999", "--yes"), ExitCode.WHO),
    ],
)
def test_a_wrong_backup_command_is_told(started: Cli, argv: tuple[str, ...], code: int) -> None:
    assert started("backup", *argv).code == code


def test_a_damaged_journal_is_restored_over(started: Cli, journal_file: Path) -> None:
    name = started("backup", "make", "--json").json["backups"][0]["name"]
    journal_file.write_bytes(b"{ no JSON")
    assert started("people").code == ExitCode.JOURNAL
    ran = started("backup", "restore", name, "--yes")
    assert ran.code == ExitCode.DONE
    assert "kept among the backups" in ran.err
    assert len(started("people", "--json").json["people"]) == 2


def test_an_import_is_backed_up_before(started: Cli, tmp_path: Path) -> None:
    cards = tmp_path / "c.vcf"
    cards.write_bytes(b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zed\r\nN:;Zed;;;\r\nEND:VCARD\r\n")
    started("import", str(cards))
    [backup] = started("backup", "--json").json["backups"]
    assert backup["reason"] == "import"
    assert b"Zed" not in gzip.decompress(Path(backup["path"]).read_bytes())


# doctor


def test_the_doctor_finds_nothing_wrong(started: Cli) -> None:
    ran = started("doctor")
    assert (ran.code, ran.err) == (ExitCode.DONE, "Nothing is wrong.\n")
    assert "2 people, 2 conversations, 1 entry" in ran.out


def folded(started: Cli, journal_file: Path) -> None:
    """Put the whole journal into its file, as an archive brought back by hand does."""
    aside = journal_file.with_name("aside.json")
    started("export", "--to", "json", "--output", str(aside))
    aside.replace(journal_file)


def test_the_doctor_shows_what_it_mends_as_old_and_new(started: Cli, journal_file: Path) -> None:
    started("backup", "make")
    folded(started, journal_file)
    held = json.loads(journal_file.read_bytes())
    [bob] = [raw for raw in held["people"].values() if raw["name"] == "Bob Stone"]
    bob["circle"] = " Close"
    journal_file.write_text(json.dumps(held), encoding="utf-8")
    log = journal_file.with_name("journal.json.log")
    log.unlink()
    ran = started("doctor")
    assert ran.code == ExitCode.JOURNAL
    assert "a repair can mend it" in ran.out
    said = started("doctor", "--json").json["doctor"]
    [finding] = [each for each in said["findings"] if each["level"] == "problem"]
    assert finding.keys() == {"kind", "level", "where", "message", "mends"}
    ran = started("doctor", "--repair")
    assert ran.code == ExitCode.DONE
    assert "person Bob Stone — circle:  Close → close" in ran.out
    assert started("people", "circle:close", "--json").json["people"][0]["name"] == "Bob Stone"
    started("undo")
    assert started("doctor").code == ExitCode.JOURNAL


def test_the_doctor_previews_a_conflict_copy_and_brings_it_in(
    started: Cli, journal_file: Path
) -> None:
    copy = journal_file.with_name("journal.sync-conflict-20260310-101010-ABCDEF1.json")
    started("export", "--to", "json", "--output", str(copy))
    held = json.loads(copy.read_bytes())
    held["people"]["77"] = {"name": "Zoë Müller", "made": "2026-03-11T10:00:00.000000Z"}
    copy.write_text(json.dumps(held), encoding="utf-8")
    ran = started("doctor")
    assert ran.code == ExitCode.JOURNAL
    assert "new person: Zoë Müller" in ran.out
    assert len(started("people", "--json").json["people"]) == 2
    ran = started("doctor", "--repair")
    assert ran.code == ExitCode.DONE
    assert "new person: Zoë Müller" in ran.out
    started("undo")
    assert len(started("people", "--json").json["people"]) == 2


def test_the_doctor_sees_what_no_command_can_open(started: Cli, journal_file: Path) -> None:
    folded(started, journal_file)
    journal_file.write_bytes(journal_file.read_bytes().replace(b'"name":"Bob', b'"name":Bob'))
    assert started("people").code == ExitCode.JOURNAL
    assert started("doctor").code == ExitCode.JOURNAL
    ran = started("doctor", "--repair")
    assert ran.code == ExitCode.DONE
    assert "can be read again" in ran.out


WORTHLESS = pytest.mark.parametrize("damage", [b"", b"\0" * 40, b"null", b"[1]", b'{"people": 5}'])


@WORTHLESS
def test_a_worthless_file_is_made_anew_where_the_log_says_everything(
    started: Cli, journal_file: Path, damage: bytes
) -> None:
    journal_file.write_bytes(damage)
    assert started("people").code == ExitCode.JOURNAL
    assert "A repair makes it anew from the log" in started("doctor").out
    assert "was made anew from the log" in started("doctor", "--repair").out
    assert len(started("people", "--json").json["people"]) == 2
    assert started("doctor").code == ExitCode.DONE


@WORTHLESS
def test_the_doctor_never_ends_in_a_crash(started: Cli, journal_file: Path, damage: bytes) -> None:
    journal = Journal(journal_file)
    journal.refresh()
    journal.close(fold=True)
    shutil.rmtree(journal_file.parent / "backups")
    journal_file.write_bytes(damage)
    for argv in (("doctor",), ("doctor", "--json"), ("doctor", "--repair"), ("backup", "make")):
        ran = started(*argv)
        assert ran.code == ExitCode.JOURNAL
        assert not paths.error_log().exists()
    assert journal_file.read_bytes() == damage


# forget


def test_forgetting_says_what_it_did(started: Cli, journal_file: Path) -> None:
    started("backup", "make")
    ran = started("forget", "--yes", "Ana", "Ruiz")
    assert ran.code == ExitCode.DONE
    assert (
        ran.out.splitlines()
        == [
            "forget Ana Ruiz",
            "  removed: 1 person, 1 conversation, 1 entry",
            "  no longer named in: 1 conversation",
            "  taken out of 1 backup",
        ]
        or "taken out of 2 backups" in ran.out
    )
    assert "cannot be undone" in ran.err
    for file in journal_file.parent.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            held = gzip.decompress(data) if file.suffix == ".gz" else data
            assert b"Ana" not in held, file
    assert [p["name"] for p in started("people", "--json").json["people"]] == ["Bob Stone"]


def test_forgetting_is_never_done_unasked(started: Cli, at_terminal: Cli) -> None:
    ran = started("forget", "Ana")
    assert ran.code == ExitCode.USAGE
    assert "add --yes" in ran.err
    assert "nothing was" in started("forget", "Ana", "--dry-run").err
    assert started("forget", "Nobody", "--yes").code == ExitCode.WHO
    assert "Nobody was forgotten" in at_terminal("forget", "Ana", typed="\n").err
    assert "Ana" in at_terminal("people").out
    at_terminal("forget", "Ana", typed="y\n")
    assert "Ana" not in at_terminal("people").out


def test_what_was_forgotten_is_told_as_json(started: Cli) -> None:
    said = started("forget", "Ana", "--yes", "--json").json["forgotten"]
    assert said["name"] == "Ana Ruiz"
    assert said["removed"] == {"people": 1, "conversations": 1, "entries": 1}
