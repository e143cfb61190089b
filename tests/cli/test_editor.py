"""``edit`` without fields: a form in the user's editor, private and gone afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.cli.form import changed_in, form_text
from netjournal.domain.person import Labelled, Person
from netjournal.domain.settings import Settings
from netjournal.domain.values import PersonId
from netjournal.errors import ExitCode
from netjournal.journal.editing import set_fields
from netjournal.journal.fields import Reading
from tests.cli.conftest import Cli


def editor(tmp_path: Path, body: str) -> str:
    """An editor that does ``body`` with the form's path in ``path``."""
    script = tmp_path / "my editor.py"
    script.write_text(f"import sys, pathlib, os\npath = pathlib.Path(sys.argv[-1])\n{body}\n")
    return f'"{sys.executable}" "{script}" --wait'


def replacing(old: str, new: str) -> str:
    return f"path.write_text(path.read_text().replace({old!r}, {new!r}))"


@pytest.fixture
def ana(cli: Cli) -> Cli:
    cli("add", "Ana Ruiz: coffee yesterday")
    return cli


def test_what_was_changed_in_the_form_is_stored(
    ana: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = replacing("common:", "common: film\n  and paper")
    monkeypatch.setenv("EDITOR", editor(tmp_path, change))
    changed = ana("edit", "Ana", "--json").json["changed"]
    [record] = changed["records"]
    assert record["fields"] == {"in_common": [None, "film\nand paper"]}
    assert ana("edit", "Ana", "--json").json["changed"]["records"]


def test_visual_goes_before_editor_and_nothing_changed_is_nothing_stored(
    ana: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "/nowhere/at/all")
    monkeypatch.setenv("VISUAL", editor(tmp_path, "pass"))
    ran = ana("edit", "Ana")
    assert ran.code == ExitCode.DONE
    assert "nothing changed" in ran.err


def test_the_form_is_private_and_gone_afterwards(
    ana: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "seen"
    body = (
        "mode = oct(path.stat().st_mode & 0o777), oct(path.parent.stat().st_mode & 0o777)\n"
        f"pathlib.Path({str(note)!r}).write_text(f'{{path}} {{mode[0]}} {{mode[1]}}')"
    )
    monkeypatch.setenv("EDITOR", editor(tmp_path, body))
    ana("edit", "Ana")
    path, file_mode, folder_mode = note.read_text().rsplit(" ", 2)
    assert (file_mode, folder_mode) == ("0o600", "0o700")
    assert path.endswith(".netjournal.md")
    assert not Path(path).parent.exists()


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (None, ExitCode.USAGE, "$EDITOR"),
        ("  ", ExitCode.USAGE, "$EDITOR"),
        ("'vi", ExitCode.USAGE, "open quote"),
        ("/nowhere/at/all", ExitCode.USAGE, "cannot be started"),
        ("false", ExitCode.INPUT, "nothing was changed"),
    ],
)
def test_an_editor_that_does_not_work_is_one_sentence(
    ana: Cli, monkeypatch: pytest.MonkeyPatch, value: str | None, code: int, words: str
) -> None:
    if value is not None:
        monkeypatch.setenv("EDITOR", value)
    ran = ana("edit", "Ana")
    assert ran.code == code
    assert words in ran.err
    assert len(ran.err.splitlines()) == 1


def test_no_shell_reads_the_editor(
    ana: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", f"true; touch {tmp_path / 'pwned'}")
    ana("edit", "Ana")
    assert not (tmp_path / "pwned").exists()


def test_a_form_that_cannot_be_read_is_printed_back(
    ana: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = "path.write_text('common: a long story\\nbirthday: 31 february\\n')"
    monkeypatch.setenv("EDITOR", editor(tmp_path, body))
    ran = ana("edit", "Ana")
    assert ran.code == ExitCode.INPUT
    assert "Not stored: common=a long story" in ran.err
    monkeypatch.setenv("EDITOR", editor(tmp_path, "path.write_text('no field here')"))
    assert ana("edit", "Ana").code == ExitCode.INPUT


def test_a_form_that_cannot_be_stored_is_opened_again_as_it_was_left(
    ana: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    body = (
        f"seen = pathlib.Path({str(seen)!r})\n"
        "text = path.read_text()\n"
        "if seen.exists():\n"
        "    text = text.replace('31 february', '3 february')\n"
        "else:\n"
        "    text = text.replace('common:', 'common: film').replace("
        "'birthday:', 'birthday: 31 february')\n"
        "seen.write_text(path.read_text())\n"
        "path.write_text(text)"
    )
    monkeypatch.setenv("EDITOR", editor(tmp_path, body))
    [record] = ana("edit", "Ana", "--json").json["changed"]["records"]
    assert record["fields"] == {"birthday": [None, "--02-03"], "in_common": [None, "film"]}
    first, *rest = seen.read_text().splitlines()
    assert first == "# Not stored: There is no 31 February."
    assert "common: film" in rest


READING = Reading(date(2026, 3, 11), Settings())
WORDS = st.lists(st.sampled_from(["a", "# a", "a: b", "  c", "", "é,", "("]), max_size=5).map(
    lambda lines: "\n".join(lines).strip()
)


@given(
    met=WORDS, topics=st.lists(st.sampled_from(["a", "b", "c"]), unique=True), bare=st.booleans()
)
@settings(max_examples=150)
def test_an_untouched_form_changes_nothing_and_a_changed_one_only_that(
    met: str, topics: list[str], bare: bool
) -> None:
    before = Person(
        id=PersonId("7"),
        made="",
        name="Ana",
        how_we_met="once",
        emails=(Labelled("a@b.c", "work"),),
    )
    form = form_text(before, before.name)
    assert changed_in(form, form) == []
    after = before._replace(topics=tuple(topics), how_we_met=met)
    edited = form_text(after, before.name)
    if bare:  # as editors leave it that take spaces at line ends away
        edited = "\n".join(line.rstrip() for line in edited.split("\n"))
    sets = changed_in(form, edited)
    assert {name for name, _, _ in sets} <= {"topic", "met"}
    assert set_fields(before, sets, READING) == after


def test_a_form_of_a_session_that_was_killed_is_removed_by_the_next(
    ana: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("EDITOR", "true")
    ended = subprocess.Popen(["true"])
    ended.wait()
    left, alive, other = (
        tmp_path / f"netjournal-{name}-x" for name in (ended.pid, os.getppid(), "word")
    )
    for folder in (left, alive, other):
        folder.mkdir()
        (folder / "edit.netjournal.md").write_text("likes tea")
    ana("edit", "Ana")
    assert [folder.exists() for folder in (left, alive, other)] == [False, True, True]
