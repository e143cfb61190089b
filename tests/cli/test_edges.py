"""The edge: exit codes, and one sentence for everything that can go wrong; nothing is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from netjournal import paths
from netjournal.cli import asking
from netjournal.cli.commands import people as people_command
from netjournal.errors import ExitCode
from netjournal.journal.cold_people import BeyondIndexError
from netjournal.journal.journal import Journal
from netjournal.journal.part import Part
from netjournal.journal.snapshot import Snapshot
from tests.cli.conftest import Cli


def spawn(*argv: str, journal: Path, stdout: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    """The program as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "netjournal", *argv],
        env={**os.environ, "NETJOURNAL_JOURNAL": str(journal)},
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize(
    ("argv", "code", "words"),
    [
        (["pepole"], ExitCode.USAGE, "Did you mean people?"),
        (["people", "--srot"], ExitCode.USAGE, "--srot"),
        (["show"], ExitCode.USAGE, "PERSON"),
        (["show", "Nobody"], ExitCode.WHO, "Nobody in the journal is called 'Nobody'"),
        (["done", "4821"], ExitCode.WHO, "4821"),
        (["circle", "middle", "Ana"], ExitCode.USAGE, "middle"),
        (["--jurnal", "x"], ExitCode.USAGE, "--jurnal"),
        (["--discreet", "people"], ExitCode.USAGE, "for the full screen"),
        (["--journal"], ExitCode.USAGE, "needs a file"),
        (["--journal", "", "today"], ExitCode.USAGE, "needs a file"),
        (["people", "--limit", "0"], ExitCode.USAGE, "--limit"),
        (["add", "--date", "31 february", "--dry-run", "x"], ExitCode.INPUT, "31 February"),
        (["pause", "until", "the cows come home"], ExitCode.INPUT, "cows"),
        (["import", "/nowhere.vcf"], ExitCode.INPUT, "/nowhere.vcf"),
        (["undo"], ExitCode.NO_HIT, "nothing to undo"),
        (["completion", "tcsh"], ExitCode.USAGE, "tcsh"),
    ],
)
def test_each_mistake_is_one_sentence_and_its_code(
    cli: Cli, argv: list[str], code: int, words: str
) -> None:
    ran = cli(*argv)
    assert ran.code == code
    assert ran.out == ""
    [line] = ran.err.splitlines()
    assert line.startswith("netjournal: ")
    assert words in line


def test_an_error_is_an_object_too_where_json_was_asked_for(cli: Cli) -> None:
    ran = cli("show", "Nobody", "--json")
    assert ran.json["version"] == 1
    assert ran.json["error"].keys() == {"kind", "message", "candidates"}
    assert ran.err.startswith("netjournal: ")


def test_a_wrong_option_is_an_object_too(cli: Cli) -> None:
    assert cli("people", "--json", "--srot").json["error"]["kind"] == "usage"


def test_help_and_version_are_data(cli: Cli) -> None:
    assert cli("--help").code == cli("today", "--help").code == ExitCode.DONE
    assert "snooze" in cli("--help").out
    assert "examples:" in cli("today", "--help").out
    assert cli("--version").out.startswith("netjournal ")


def test_a_width_nobody_has_is_no_harm(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "9" * 5_000)
    assert cli("today", "--help").code == ExitCode.DONE


def test_the_day_can_be_fixed_and_must_be_one(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETJOURNAL_TODAY", "2026-02-30")
    ran = cli("today")
    assert ran.code == ExitCode.USAGE
    assert "NETJOURNAL_TODAY" in ran.err


def test_the_journal_is_found_in_the_order_promised(
    cli: Cli, tmp_path: Path, hidden_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    option, variable, config = (tmp_path / name for name in ("option", "variable", "config"))
    file = paths.config_file()
    file.parent.mkdir(parents=True)
    file.write_text(f'journal = "{config}"', encoding="utf-8")
    monkeypatch.setenv("NETJOURNAL_JOURNAL", str(variable))

    def lands(path: Path, *argv: str) -> bool:
        cli(*argv, "add", "Ana Ruiz: coffee today")
        return Path(f"{path}.log").exists()

    assert lands(option, "--journal", str(option))
    assert not Path(f"{variable}.log").exists()
    assert lands(variable)
    monkeypatch.delenv("NETJOURNAL_JOURNAL")
    assert lands(config)
    file.unlink()
    assert lands(paths.default_journal())
    assert paths.default_journal().is_relative_to(hidden_home)


def test_the_journal_option_may_follow_the_command(cli: Cli, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    cli("add", "--journal", str(other), "Ana Ruiz: coffee today")
    assert cli("people").code == ExitCode.NO_HIT
    assert cli("people", "--journal", str(other)).code == ExitCode.DONE


def test_a_setting_that_cannot_be_is_named(cli: Cli) -> None:
    file = paths.config_file()
    file.parent.mkdir(parents=True)
    file.write_text("patienc = 3", encoding="utf-8")
    ran = cli("today")
    assert ran.code == ExitCode.USAGE
    assert "patience" in ran.err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"people": {"12345', "journal.json"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "journal.json"),
        (b"BEGIN:VCARD\r\n", "journal.json"),
        (b'{"meta": {"1": {"schema": 99, "journal": "7", "fold": "8"}}}', "newer"),
    ],
)
def test_a_journal_that_cannot_be_opened_is_told_and_left_alone(
    cli: Cli, journal_file: Path, content: bytes, words: str
) -> None:
    journal_file.write_bytes(content)
    for argv in (["today"], ["add", "Ana Ruiz: coffee today"], ["undo"]):
        ran = cli(*argv)
        assert ran.code == ExitCode.JOURNAL
        assert words in ran.err
        assert "Traceback" not in ran.err
    assert "Not stored: Ana Ruiz: coffee today" in cli("add", "Ana Ruiz: coffee today").err
    assert journal_file.read_bytes() == content


def test_a_journal_in_an_impossible_place_is_told(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for place in (tmp_path / "file" / "journal.json", tmp_path):
        ran = cli("add", "--journal", str(place), "Ana Ruiz: coffee today")
        assert ran.code == ExitCode.JOURNAL
        assert "Not stored: Ana Ruiz: coffee today" in ran.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(cli: Cli, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert cli("add", "Ana Ruiz: coffee today").code == ExitCode.JOURNAL
    finally:
        tmp_path.chmod(0o700)


def test_what_is_written_while_a_list_is_read_stands_in_it(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli("add", "Ana Ruiz: coffee yesterday")
    cli("people")
    near = Journal.near

    def slowly(journal: Journal, **options: bool) -> Snapshot | None:
        monkeypatch.setattr(Journal, "near", near)
        found = near(journal, **options)
        assert isinstance(found, Part)
        cli("add", "Bob Stone: lunch")
        found.read_all(BeyondIndexError("everybody"))
        return found

    monkeypatch.setattr(Journal, "near", slowly)
    ran = cli("people", "--limit", "9", "--json")
    assert ran.code == ExitCode.DONE
    assert sorted(one["name"] for one in ran.json["people"]) == ["Ana Ruiz", "Bob Stone"]


def test_a_closed_pipe_is_no_error(cli: Cli, journal_file: Path) -> None:
    cli("add", "-", stdin="\n".join(f"Ana Ruiz: note {n} {'x' * 200}" for n in range(800)))
    process = spawn("show", "Ana", "--all", "--json", journal=journal_file)
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    _, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (ExitCode.DONE, b"")


def test_a_full_device_is_told(cli: Cli, journal_file: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("wb") as full:
        process = spawn("today", journal=journal_file, stdout=full.fileno())
        _, err = process.communicate(timeout=20)
    assert process.returncode == ExitCode.INPUT
    assert b"could not be written" in err
    assert b"Traceback" not in err


def test_nobody_listening_at_all_is_no_error(cli: Cli, journal_file: Path) -> None:
    cli("add", "Ana Ruiz: coffee today")
    command = f'exec "{sys.executable}" -m netjournal people >&- 2>&- <&-'
    ran = subprocess.run(["/bin/sh", "-c", command], check=False, timeout=20)
    assert ran.returncode == ExitCode.DONE


def test_ctrl_c_ends_with_130(journal_file: Path) -> None:
    pexpect = pytest.importorskip("pexpect")
    program = pexpect.spawn(
        sys.executable,
        ["-m", "netjournal", "add"],
        timeout=20,
        # what runs in the background of a script inherits that ctrl-c is ignored
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    program.expect_exact("What happened? ")
    program.sendintr()
    program.expect(pexpect.EOF)
    program.close()
    assert program.exitstatus == ExitCode.INTERRUPTED
    assert b"Traceback" not in program.before


def test_ctrl_c_at_a_question_keeps_the_line(
    at_terminal: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: str) -> str:
        raise KeyboardInterrupt

    at_terminal("add", "Bob Stone: lunch yesterday")
    at_terminal("add", "Bob Brown: lunch yesterday")
    monkeypatch.setattr(asking, "line", interrupted)
    assert at_terminal("add", "called Bob").code == ExitCode.INTERRUPTED
    assert "called Bob" in at_terminal("add", "--drafts").out


def test_what_nobody_foresaw_is_logged_without_private_words(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        secret = "the secret of Ana"
        raise RuntimeError(secret)

    monkeypatch.setattr(people_command, "run", broken)
    ran = cli("people")
    log = paths.error_log()
    assert ran.code == ExitCode.JOURNAL
    assert str(log) in ran.err
    assert len(ran.err.splitlines()) == 1
    assert "RuntimeError" in log.read_text()
    assert "in broken" in log.read_text()
    assert "secret of Ana" not in log.read_text() + ran.err
    assert log.stat().st_mode & 0o777 == 0o600


def test_a_poor_terminal_gets_question_marks_but_json_stays_whole(
    cli: Cli, journal_file: Path
) -> None:
    cli("add", "Zoë Müller: coffee today")
    poor = {**os.environ, "PYTHONIOENCODING": "ascii", "NETJOURNAL_JOURNAL": str(journal_file)}
    command = [sys.executable, "-m", "netjournal", "people"]
    text = subprocess.run(command, env=poor, capture_output=True, check=True, timeout=20).stdout
    assert b"Zo? M?ller" in text
    whole = subprocess.run(
        [*command, "--json"], env=poor, capture_output=True, check=True, timeout=20
    ).stdout
    assert json.loads(whole)["people"][0]["name"] == "Zoë Müller"
