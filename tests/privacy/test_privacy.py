"""What nobody else may see: modes of files, the network, where words are written."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.privacy.session import SECRET

ROOT = Path(__file__).resolve().parents[2]


class Session(NamedTuple):
    """What a watched session did."""

    home: Path
    told: dict[str, Any]
    output: str

    @property
    def files(self) -> list[Path]:
        """Everything that it left behind."""
        return sorted(self.home.rglob("*"))


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """One for all the tests: it takes some seconds."""
    home = tmp_path_factory.mktemp("private")
    home.chmod(0o700)
    here, memory = home / "here", home / "memory"
    for folder in (here, memory):
        folder.mkdir(mode=0o700)
    card = (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoe Quill\r\nPHOTO;ENCODING=b:" + "/9j/" + "QUJD" * 1000
    )
    (here / "contacts.vcf").write_text(f"{card}\r\nEND:VCARD\r\n", encoding="utf-8")
    (here / "contacts.vcf").chmod(0o600)
    ran = subprocess.run(
        [sys.executable, "-m", "tests.privacy.session"],
        cwd=here,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(memory),
            "NETJOURNAL_JOURNAL": str(home / "data" / "journal.json"),
            "NETJOURNAL_TODAY": "2026-03-11",
            "EDITOR": "true",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return Session(home, json.loads(ran.stdout.splitlines()[-1]), ran.stdout + ran.stderr)


def test_a_whole_session_never_touches_the_network(session: Session) -> None:
    assert session.told["network"] == []


def test_every_file_and_folder_is_private_whatever_the_umask(session: Session) -> None:
    modes = {file: stat.S_IMODE(file.lstat().st_mode) for file in session.files}
    names = {file.name for file in modes}
    made = {"journal.json", "journal.json.log", ".journal.json.lock", ".journal.json.index"}
    assert names >= made | {"backups", "imports", "blobs", "config.toml", "people.csv"}
    open_to_others = {
        str(file.relative_to(session.home)): oct(mode)
        for file, mode in modes.items()
        if mode != (0o700 if file.is_dir() else 0o600)
    }
    assert open_to_others == {}


def test_nothing_is_written_elsewhere(session: Session) -> None:
    own = (str(session.home), "/dev/")
    written = session.told["written"]
    assert [file for file in written if not file.startswith(own) and os.path.isabs(file)] == []  # noqa: PTH117 - names as the system was given them


def test_nothing_is_started_but_the_editor_and_what_opens_links(session: Session) -> None:
    assert {words[0] for words in session.told["started"]} <= {"true", "xdg-open", "open"}


def test_words_of_notes_stand_in_the_journal_and_its_exports_alone(session: Session) -> None:
    holding = {
        file.relative_to(session.home).parts[0]
        for file in session.files
        if file.is_file() and SECRET.encode() in file.read_bytes()
    }
    assert holding <= {"data", "here"}
    assert holding >= {"data"}


def test_no_form_is_left_behind(session: Session) -> None:
    assert not list((session.home / "memory").iterdir())


def test_a_session_that_looked_up_a_name_would_be_seen() -> None:
    """The control: the same watch, with a program that asks for an address."""
    code = (
        "import sys, socket; from tests.privacy.session import Watch; w = Watch(); "
        "sys.addaudithook(w); s = socket.socket(); s.close(); print(len(w.network))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert int(ran.stdout) > 0
