"""The same people, notes and tasks in the form each program keeps them in."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tests.benchmarks.journals import TODAY, Journals
from tests.benchmarks.peers.programs import Program
from tests.benchmarks.processes import environment

NOTES = 1_000
"""Brought in at once; netjournal takes no more lines."""
_KHARD = """
[addressbooks]
[[book]]
path = {folder}/book
[general]
editor = true
merge_editor = true
"""
_JRNL = """
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
journals:
  default: {{journal: {file}}}
linewrap: 79
tagsymbols: '@'
template: false
timeformat: '%Y-%m-%d %H:%M'
version: v4.6
"""
_TODOMAN = """
path = "{folder}/lists/*"
date_format = "%Y-%m-%d"
time_format = "%H:%M"
default_list = "todo"
cache_path = "{folder}/todoman.cache"
"""
_NEW = "First name: Newcomer\nLast name: Person\nEmail:\n  home: n@example.org\n"
_TASK = "confirmation=no\nverbose=nothing\nhooks=off\nrecurrence=off\n"


class Home:
    """A folder with everything, each program's settings pointing at its own part of it."""

    def __init__(self, journals: Journals, size: int, programs: Mapping[str, Program]) -> None:
        self.size = size
        self.programs = programs
        self.journal = journals.copy(size, talks=1, promises=1.0)
        self.folder = self.journal.parent
        self._tables: Mapping[str, Any] = json.loads(self.journal.read_bytes())
        self.env = environment(
            HOME=str(self.folder),
            NETJOURNAL_TODAY=TODAY.isoformat(),
            TASKRC=str(self._file("taskrc", _TASK)),
            TASKDATA=str(self.folder / "task"),
            NO_COLOR="1",
        )
        (self.folder / "task").mkdir()
        self._address_book()
        self._diary()
        self._tasks()
        known = ("add", "Zdenka Quill: lunch today")
        self.run(sys.executable, "-m", "netjournal", "--journal", str(self.journal), *known)

    def file(self, name: str) -> str:
        """The path of a file of the home."""
        return str(self.folder / name)

    def _address_book(self) -> None:
        cards = list(self._cards())
        self._file("cards.vcf", "".join(cards))
        for number, card in enumerate(cards):
            self._file(f"book/{number}.vcf", card)
        self._file("khard.conf", _KHARD.format(folder=self.folder))
        self._file(
            "new.yaml", "First name: Newcomer\nLast name: Person\nEmail:\n  home: n@example.org\n"
        )
        if "abook" in self.programs:
            read = ("--informat", "vcard", "--infile", self.file("cards.vcf"))
            write = ("--outformat", "abook", "--outfile", self.file("abook"))
            self.run(self.programs["abook"].path, "--convert", *read, *write)

    def _cards(self) -> Iterator[str]:
        for number, person in enumerate(self._tables["people"].values()):
            given, middle, family = person["name"].split(" ")
            yield "\r\n".join((
                "BEGIN:VCARD", "VERSION:3.0", f"UID:card-{number}", f"FN:{person['name']}",
                f"N:{family};{given};{middle};;",
                f"EMAIL;TYPE=HOME:{person['emails'][0]['value']}",
                f"TEL;TYPE=CELL:{person['phones'][0]['value']}",
                f"ORG:{person['organisations'][0]['name']}",
                "REV:20260101T000000Z", "END:VCARD", "",
            ))  # fmt: skip

    def _diary(self) -> None:
        talks = sorted(self._tables["conversations"].values(), key=lambda talk: str(talk["day"]))
        entries = [f"[{talk['day']} 09:00] {talk['text']}.\n\n" for talk in talks]
        self._file("diary", "".join(entries))
        self._file("notes", "".join(entries[:NOTES]))
        self._file("jrnl.yaml", _JRNL.format(file=self.folder / "diary"))
        self._file("jrnl-new.yaml", _JRNL.format(file=self.folder / "diary-new"))
        lines = (f"Zdenka Quill: {talk['text']}\n" for talk in talks[:NOTES])
        self._file("lines", "".join(lines))

    def _tasks(self) -> None:
        # these programs know no other day than the real one
        later = date.today() - TODAY  # noqa: DTZ011 - the very day they will see
        exported = []
        for number, promise in enumerate(self._tables["commitments"].values()):
            due = date.fromisoformat(promise["due"]) + later
            task = {
                "status": "pending",
                "entry": "20240101T090000Z",
                "due": f"{due:%Y%m%d}T000000Z",
            }
            exported.append({"description": promise["text"], **task})
            self._file(f"lists/todo/{number}.ics", "\r\n".join((
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//benchmarks//", "BEGIN:VTODO",
                f"UID:todo-{number}", "DTSTAMP:20240101T090000Z", "CREATED:20240101T090000Z",
                f"SUMMARY:{promise['text']}", f"DUE:{due:%Y%m%d}T000000Z", "STATUS:NEEDS-ACTION",
                "END:VTODO", "END:VCALENDAR", "",
            )))  # fmt: skip
        self._file("todoman.py", _TODOMAN.format(folder=self.folder))
        self._file("tasks.json", json.dumps(exported, ensure_ascii=False))
        if "taskwarrior" in self.programs:
            self.run(self.programs["taskwarrior"].path, "import", self.file("tasks.json"))

    def run(self, *argv: str) -> None:
        """Run a program to prepare something."""
        quiet = subprocess.DEVNULL
        subprocess.run(argv, check=True, env=self.env, stdin=quiet, stdout=quiet, stderr=quiet)

    def _file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path
