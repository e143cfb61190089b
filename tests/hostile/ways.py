"""Hostile text on its way in from files, the environment and standard input, and on its way out."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from netjournal.domain.gesture import Table
from netjournal.journal.journal import Journal
from tests.hostile.combinations import Count, Fault, begin_with, here
from tests.hostile.journals import hostile, ordinary
from tests.hostile.run import run
from tests.hostile.strings import storable

Check = Callable[[str, Path], str]
"""Tries one string with a journal at that path; says what is wrong, or nothing."""

VARIABLES = (
    "NETJOURNAL_TODAY", "NETJOURNAL_JOURNAL", "NETJOURNAL_DISCREET", "NETJOURNAL_PAGER", "PAGER",
    "EDITOR", "VISUAL", "TERM", "COLUMNS", "LINES", "LANG", "NO_COLOR", "XDG_CONFIG_HOME",
    "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME",
)  # fmt: skip
PROPERTIES = (
    "FN", "N", "NICKNAME", "ORG", "TITLE", "EMAIL", "TEL", "ADR", "URL", "BDAY", "NOTE", "UID",
    "CATEGORIES", "REV", "PHOTO", "RELATED", "X-ABLabel", "item1.X-ABLabel", "IMPP", "KEY",
    "VERSION", "PRODID", "AGENT", "GEO", "TZ", "X-ODD",
)  # fmt: skip
SETTINGS = (
    "journal", "country", "region", "day_order", "languages", "working_days", "theme", "queries.x",
    "circles.close.cadence", "circles.close.size", "patience.email", "keys.done", "discreet",
)  # fmt: skip
HEADERS = ("First Name", "Last Name", "E-mail 1 - Value", "Phone 1 - Value", "Organization Name",
           "Notes", "Birthday", "Birth Year", "Labels")  # fmt: skip
_FORMULA = re.compile(r"[\s\u200b\ufeff]*[=+\-@＝＋－＠]")
_LINK = re.compile(r"(?:mailto|tel|https?):[!-~]*\Z")


def _from_environment(name: str) -> Check:
    def check(text: str, path: Path) -> str:
        if "\x00" in text:
            return ""  # no process can be given one
        with here(path, {name: text.encode("utf-8", "replace").decode()}):
            argvs = (["today"], ["people", "--json"], ["people", "--help"])
            return next(filter(None, (run(argv).fault for argv in argvs)), "")

    return check


def _from_settings(name: str) -> Check:
    def check(text: str, path: Path) -> str:
        config = path.parent / "config" / "netjournal" / "config.toml"
        config.parent.mkdir(parents=True, exist_ok=True)
        *tables, key = name.split(".")
        head = f"[{'.'.join(tables)}]\n" if tables else ""
        config.write_text(f"{head}{key} = {json.dumps(storable(text))}\n", encoding="utf-8")
        found = run(["config", "check"]).fault or run(["today"]).fault
        config.write_text(storable(text), encoding="utf-8")
        found = found or run(["config", "check"]).fault or run(["today"]).fault
        config.unlink()
        return found

    return check


def _from_card(name: str) -> Check:
    def check(text: str, path: Path) -> str:
        for said in (storable(text), storable(text).replace("\n", "\\n").replace("\r", "")):
            lines = ["BEGIN:VCARD", "VERSION:3.0", "FN:Card Person", f"{name}:{said}", "END:VCARD"]
            card = path.parent / "odd.vcf"
            card.write_bytes("\r\n".join(lines).encode())
            found = (
                run(["import", "--dry-run", str(card)]).fault or run(["import", str(card)]).fault
            )
            if found or (found := run(["people", "--json"]).fault):
                return found
        return run(["show", "Card Person"]).fault

    return check


def _from_table(name: str) -> Check:
    def check(text: str, path: Path) -> str:
        out = io.StringIO()
        row = {"First Name": "Table", "Last Name": "Person", name: storable(text)}
        writer = csv.DictWriter(out, HEADERS)
        writer.writeheader()
        writer.writerow(row)
        table = path.parent / "odd.csv"
        table.write_text(out.getvalue(), encoding="utf-8", newline="")
        return run(["import", str(table)]).fault or run(["people", "--json"]).fault

    return check


def _from_stdin(text: str, path: Path) -> str:
    data = f"Ana Ruiz: coffee\n{text}\n".encode("utf-8", "surrogatepass")
    return run(["add", "-"], data).fault or run(["import", "-"], data).fault


def _kept(text: str, path: Path) -> str:
    """A note is stored exactly, but for the blanks around it; halves of a pair become one."""
    ran = run(["note", "Ana Ruiz", "--", text])
    if ran.fault or ran.code:
        return ran.fault
    journal = Journal(path)
    texts = [raw["text"] for raw in journal.snapshot.table(Table.ENTRIES).values()]
    journal.close()
    meant = text.strip().encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    return "" if meant in texts else f"stored as {texts!r:.200}"


WAYS_IN: Mapping[str, Check] = {
    "standard input": _from_stdin,
    "kept": _kept,
    **{f"environment {name}": _from_environment(name) for name in VARIABLES},
    **{f"settings {name}": _from_settings(name) for name in SETTINGS},
    **{f"vCard {name}": _from_card(name) for name in PROPERTIES},
    **{f"CSV {name}": _from_table(name) for name in HEADERS},
}


def _cards(*options: str) -> Check:
    def check(text: str, path: Path) -> str:
        ran = run(["export", *options])
        begun = re.findall(r"(?im)^BEGIN:VCARD\r?$", ran.out)
        if ran.code or len(begun) != 3:
            return f"code {ran.code}, {len(begun)} cards of 3: {ran.err[-200:]}"
        file = path.parent / "out.vcf"
        file.write_bytes(ran.out.encode("utf-8", "surrogateescape"))
        begin_with(None, path.parent / "other" / "journal.json")
        with here(path.parent / "other" / "journal.json"):
            back = run(["import", "--json", str(file)])
        file.unlink()
        new = json.loads(back.out)["import"]["new"] if back.code == 0 else back.err
        return back.fault or ("" if new == 3 else f"{new} people of 3 came back")

    return check


def _split(text: str, path: Path) -> str:
    folder = path.parent / "vdir"
    ran = run(["export", "--split", "--output", str(folder)])
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    around = [each.name for each in path.parent.iterdir() if each.suffix == ".vcf"]
    long = [each.name for each in files if len(each.name.encode()) > 255]
    for each in files:
        each.unlink()
    if ran.fault or len(files) != 3 or around or long:
        return ran.fault or f"{len(files)} files of 3, outside {around}, too long {long}"
    return ""


def _csv(text: str, path: Path) -> str:
    ran = run(["export", "--to", "csv"])
    rows = list(csv.reader(io.StringIO(ran.out.removeprefix("\ufeff"), newline="")))
    if ran.code or len(rows) != 4 or len({len(row) for row in rows}) != 1:
        return f"code {ran.code}, {len(rows)} rows of 4"
    bad = [cell for row in rows[1:] for cell in row if _FORMULA.match(cell)]
    return f"formulas {bad!r:.200}" if bad else ""


def _calendar(text: str, path: Path) -> str:
    ran = run(["export", "--to", "ics"])
    unfolded = re.sub(r"\r\n[ \t]", "", ran.out)
    lines = unfolded.split("\r\n")
    odd = [line for line in lines if line and not re.match(r"[A-Z][A-Z0-9-]*[:;]", line)]
    begun = [line for line in lines if line.startswith("BEGIN:")]
    ended = [line for line in lines if line.startswith("END:")]
    if ran.code or odd or len(begun) != len(ended) or "\n" in "".join(lines):
        return f"code {ran.code}, odd lines {odd[:2]!r}"
    return ""


def _mutt(text: str, path: Path) -> str:
    ran = run(["query", "--", "a"])
    _, *lines = ran.out.splitlines()
    odd = [line for line in lines if line.count("\t") != 2]
    return ran.fault or (f"not three columns: {odd[:2]!r}" if odd else "")


def _links(text: str, path: Path) -> str:
    for way in ("email", "phone", "social", "postcard"):
        ran = run(["open", "--print", "--by", way, "1000000003"])
        odd = [line for line in ran.out.splitlines() if not _LINK.match(line.removesuffix("…"))]
        if ran.fault or (way != "postcard" and odd):
            return ran.fault or f"{way} opens {odd!r:.200}"
    return ""


def _archive(form: str) -> Check:
    def check(text: str, path: Path) -> str:
        file = path.parent / f"whole.{form}"
        argv = ["export", "--to", form, "--force", "--output"]
        first = run([*argv, str(file)])
        data = file.read_bytes() if file.exists() else b""
        other = path.parent / "other" / "journal.json"
        begin_with(None, other)
        with here(other):
            back = run(["import", str(file)])
            again = run([*argv, str(file)])
        same = file.read_bytes() == data if file.exists() else False
        return first.fault or back.fault or again.fault or ("" if same else "not the same again")

    return check


WAYS_OUT: Mapping[str, Check] = {
    "vCard 3.0": _cards("--to", "vcard"),
    "vCard 4.0": _cards("--vcard", "4.0"),
    "vCard, notes in it": _cards("--notes-in-card"),
    "vdir": _split,
    "CSV": _csv,
    "iCalendar": _calendar,
    "mutt": _mutt,
    "links": _links,
    "json archive": _archive("json"),
    "zip archive": _archive("zip"),
}


def brought(strings: Sequence[str], folder: Path) -> Count:
    """Each string in by each way, on an ordinary journal."""
    base = folder / "base.json"
    ordinary(base)
    return _counted(strings, WAYS_IN, lambda _, path: begin_with(base, path), folder)


def taken(strings: Sequence[str], folder: Path) -> Count:
    """A journal made of each string, out by each way."""

    def begin(text: str, path: Path) -> None:
        begin_with(None, path)
        hostile(path, storable(text))

    return _counted(strings, WAYS_OUT, begin, folder)


def _counted(
    strings: Sequence[str],
    ways: Mapping[str, Check],
    begin: Callable[[str, Path], None],
    folder: Path,
) -> Count:
    faults = tuple(_faults(strings, ways, begin, folder / "home" / "journal.json"))
    return Count(len(strings), len(ways), len(strings) * len(ways), faults)


def _faults(
    strings: Sequence[str],
    ways: Mapping[str, Check],
    begin: Callable[[str, Path], None],
    path: Path,
) -> Iterator[Fault]:
    for text in strings:
        for name, check in ways.items():
            begin(text, path)
            with here(path):
                if why := check(text, path):
                    yield Fault(name, text, why)
