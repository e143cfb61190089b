"""Every place of the command line where somebody's text can stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

Argv = Callable[[str], Sequence[str]]
ANA = "Ana Ruiz"
FOLDER = "named"
"""Where files of hostile names may be made; relative to the working directory."""

_ENTRIES = ("note", "need", "offer", "gave", "got", "remember", "nexttime")
_WHO = ("show", "log", "phone", "email", "address", "fit", "rest", "died", "forget", "give",
        "done", "drop", "remove", "snooze")  # fmt: skip
_FIELDS = (
    "name", "given", "family", "nickname", "organisation", "email", "phone", "address", "link",
    "birthday", "circle", "cadence", "preferred", "never", "topic", "met", "common", "calibre",
)  # fmt: skip
_ME = ("name", "serve", "heading", "found_at", "purpose", "topic", "country")


def _places() -> Mapping[str, Argv]:
    places: dict[str, Argv] = {
        "add": lambda s: ["add", s],
        "add after --": lambda s: ["add", "--", s],
        "add, as WHO": lambda s: ["add", "--", f"{s}: coffee"],
        "add, as text": lambda s: ["add", f"{ANA}: {s}"],
        "add, as a promise": lambda s: ["add", f"{ANA}: coffee. next: {s}"],
        "add, as a need": lambda s: ["add", f"{ANA}: coffee. needs: {s}"],
        "add, as a topic": lambda s: ["add", f"{ANA}: coffee #{s}"],
        "add, as a gathering": lambda s: ["add", f"{ANA}: coffee. at: {s}"],
        "add, as a mention": lambda s: ["add", f"called {ANA} about {s}"],
        "add --dry-run": lambda s: ["add", "--dry-run", "--", s],
        "add --json": lambda s: ["add", "--json", "--", f"{ANA}: {s}"],
        "add --at": lambda s: ["add", "--at", s, f"{ANA}: hello"],
        "add --date": lambda s: ["add", "--date", s, f"{ANA}: hello"],
        "people": lambda s: ["people", "--", s],
        "people name:": lambda s: ["people", f"name:{s}"],
        "people is:": lambda s: ["people", f"is:{s}"],
        "people last:": lambda s: ["people", f"last:{s}"],
        "people phrase": lambda s: ["people", f'"{s}"'],
        "people --sort": lambda s: ["people", "--sort", s],
        "people --fields": lambda s: ["people", "--fields", s],
        "people --limit": lambda s: ["people", "--limit", s],
        "people --plain": lambda s: ["people", "--plain", "--", s],
        "search": lambda s: ["search", "--", s],
        "search --json": lambda s: ["search", "--json", "--", s],
        "today --channel": lambda s: ["today", "--channel", s],
        "today query": lambda s: ["today", "--", s],
        "circle": lambda s: ["circle", s, ANA],
        "circle, who": lambda s: ["circle", "close", s],
        "rest until": lambda s: ["rest", ANA, "until", s],
        "snooze until": lambda s: ["snooze", ANA, "until", s],
        "pause until": lambda s: ["pause", "until", s],
        "died, day": lambda s: ["died", ANA, s],
        "done --note": lambda s: ["done", "--note", s, ANA],
        "done --by": lambda s: ["done", "--by", s, ANA],
        "merge": lambda s: ["merge", s, ANA],
        "duplicates --dismiss": lambda s: ["duplicates", "--dismiss", s, ANA],
        "fit number": lambda s: ["fit", ANA, f"market={s}"],
        "fit answer": lambda s: ["fit", ANA, f"market=2 {s}"],
        "intro": lambda s: ["intro", "new", ANA, "Bo Lind", "--for", s],
        "intro, who": lambda s: ["intro", "new", s, ANA],
        "intro, verb": lambda s: ["intro", s, "1"],
        "gathering new": lambda s: ["gathering", "new", s],
        "gathering --place": lambda s: ["gathering", "new", "Fair", "--place", s],
        "gathering --aim": lambda s: ["gathering", "new", "Fair", "--aim", s],
        "gathering verb": lambda s: ["gathering", s],
        "gathering review": lambda s: ["gathering", "review", s],
        "broadcast": lambda s: ["broadcast", "--", s],
        "broadcast --to": lambda s: ["broadcast", "--to", s, "a letter"],
        "give --close": lambda s: ["give", "--close", s],
        "query": lambda s: ["query", "--", s],
        "status --format": lambda s: ["status", "--format", s],
        "open": lambda s: ["open", "--print", "--", s],
        "open --by": lambda s: ["open", "--print", "--by", s, ANA],
        "import": lambda s: ["import", "--dry-run", "--", s],
        "import --encoding": lambda s: ["import", "--encoding", s, "no-such-file.vcf"],
        "export query": lambda s: ["export", "--to", "json", "--", s],
        "export --to": lambda s: ["export", "--to", s],
        "export --output": lambda s: ["export", "--to", "csv", "--output", f"{FOLDER}/{s}"],
        "export --split": lambda s: ["export", "--split", "--output", f"{FOLDER}/{s}"],
        "import, a file": lambda s: ["import", f"{FOLDER}/{s}"],
        "--journal": lambda s: ["--journal", f"{FOLDER}/{s}", "people"],
        "export --vcard": lambda s: ["export", "--vcard", s],
        "backup": lambda s: ["backup", s],
        "backup restore": lambda s: ["backup", "restore", s],
        "config": lambda s: ["config", s],
        "completion": lambda s: ["completion", s],
        "history --limit": lambda s: ["history", "--limit", s],
        "a command": lambda s: [s],
        "an option": lambda s: ["people", f"--{s}"],
    }  # fmt: skip
    for command in _WHO:
        places[f"{command}, who"] = _after(command, "--")
    for command in _ENTRIES:
        places[f"{command}, who"] = _around(command, "a text")
        places[f"{command}, text"] = _after(command, ANA, "--")
    for field in _FIELDS:
        places[f"edit {field}"] = _setting("edit", ANA, field)
    for field in _ME:
        places[f"me {field}"] = _setting("me", field)
    return places


def _after(*words: str) -> Argv:
    return lambda s: [*words, s]


def _around(command: str, text: str) -> Argv:
    return lambda s: [command, "--", s, text]


def _setting(*words: str) -> Argv:
    *before, field = words
    return lambda s: [*before, f"{field}={s}"]


PLACES = _places()

SHOWN: Sequence[Sequence[str]] = (
    ["today"], ["people"], ["people", "--fields", "name,email,phone,organisation,topics"], ["week"],
    ["give"], ["network"], ["network", "--report"], ["log"], ["history"], ["topics"], ["gathering"],
    ["postcards"], ["intro"], ["broadcast"], ["duplicates"], ["add", "--drafts"], ["me"],
    ["doctor"], ["status", "--names"], ["status", "--names", "--format", "waybar"],
    ["query", "--", "a"], ["search", "--", "a"],
    ["need"], ["offer"], ["gave"], ["got"], ["backup"], ["fit", ANA], ["show", ANA],
    ["show", "--all", ANA], ["log", ANA], ["give", ANA], ["phone", ANA], ["email", ANA],
    ["address", ANA], ["open", "--print", ANA], ["undo"], ["redo"],
)  # fmt: skip
"""What shows a journal whose every text is hostile; each also with ``--json`` and ``--plain``."""
