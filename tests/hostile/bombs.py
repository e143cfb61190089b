"""Inputs that are small to send and large to read: the time and memory each takes, and its end."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.hostile.combinations import begin_with
from tests.hostile.journals import TODAY, ordinary

MEGA = 1_000_000
MOST_SECONDS = 300
"""How long one may take before it is ended."""


class Burst(NamedTuple):
    """What a bomb came to."""

    name: str
    code: int
    seconds: float
    """Of CPU."""
    mebibytes: float
    """Of memory at most."""
    told: str

    def __str__(self) -> str:
        return (
            f"{self.name:44} code {self.code:3} {self.seconds:7.2f} s {self.mebibytes:7.0f} MiB  "
            f"{self.told[:110]}"
        )

    @property
    def is_calm(self) -> bool:
        """It ended by itself, with one of our codes and a sentence rather than a crash."""
        return self.code in range(7) and "unexpected" not in self.told.lower()


Make = Callable[[Path], Sequence[str]]
"""Writes what it needs into a folder; the command line that is to survive it."""


def _card(*lines: str) -> bytes:
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", "FN:Ana", *lines, "END:VCARD", "")).encode()


def _import(name: str, data: Callable[[], bytes]) -> Make:
    def make(folder: Path) -> Sequence[str]:
        (folder / name).write_bytes(data())
        return ["import", str(folder / name)]

    return make


def _zip(*members: tuple[str, bytes], times: int = 1) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(times):
            for name, data in members:
                archive.writestr(f"{number}{name}", data)
    return out.getvalue()


def _lying_zip() -> bytes:
    """A member that says it is ten bytes long and is a hundred million."""
    data = bytearray(_zip(("a.vcf", b"x" * (100 * MEGA))))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.find(mark) + at
        data[place : place + 4] = (10).to_bytes(4, "little")
    return bytes(data)


def _nested_zips(depth: int) -> bytes:
    data = _zip(("a.vcf", _card("NOTE:deep")))
    for _ in range(depth):
        data = _zip(("b.zip", data))
    return data


def _nested_agents(depth: int) -> bytes:
    return b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:A\r\nAGENT:\r\n" * depth + b"END:VCARD\r\n" * depth


def _journal(change: Callable[[bytes], bytes], *argv: str, file: str = "journal.json") -> Make:
    def make(folder: Path) -> Sequence[str]:
        path = folder / file
        path.write_bytes(change(path.read_bytes() if path.exists() else b""))
        return argv or ["people"]

    return make


def _typed(*argv: str) -> Make:
    return lambda _: argv


def _deep(opening: str, closing: str, depth: int) -> bytes:
    return (opening * depth + closing * depth).encode()


BOMBS: Mapping[str, Make] = {
    "a card with a line of 100 MB": _import("a.vcf", lambda: _card("NOTE:" + "x" * (100 * MEGA))),
    "a card with 10 MB of no line": _import("a.vcf", lambda: _card("x" * (10 * MEGA))),
    "a note that goes on for 10 MB": _import(
        "a.vcf", lambda: _card("NOTE:a", "-" * (10 * MEGA))
    ),
    "a card of a million folded lines": _import(
        "a.vcf", lambda: _card("NOTE:x" + "\r\n x" * MEGA)
    ),
    "a card with 100,000 addresses": _import(
        "a.vcf", lambda: _card(*(f"EMAIL:a{n}@example.org" for n in range(100_000)))
    ),
    "a card with 100,000 unknown lines": _import(
        "a.vcf", lambda: _card(*(f"X-A{n}:b" for n in range(100_000)))
    ),
    "100,000 empty cards": _import("a.vcf", lambda: b"BEGIN:VCARD\r\nEND:VCARD\r\n" * 100_000),
    "1,000,000 BEGINs": _import("a.vcf", lambda: b"BEGIN:VCARD\r\n" * MEGA),
    "10,000 nested agents": _import("a.vcf", lambda: _nested_agents(10_000)),
    "a photo of 75 MB": _import(
        "a.vcf", lambda: _card("PHOTO;ENCODING=b;TYPE=JPEG:" + "/9j/" * (25 * MEGA))
    ),
    "a photo that is no photo": _import(
        "a.vcf", lambda: _card("PHOTO;ENCODING=b;TYPE=JPEG:" + "AAAA" * 10_000)
    ),
    "quoted-printable without an end": _import(
        "a.vcf", lambda: _card("NOTE;ENCODING=QUOTED-PRINTABLE:" + "=\r\n" * MEGA)
    ),
    "parameters without an end": _import("a.vcf", lambda: _card("TEL" + ";TYPE=x" * MEGA + ":1")),
    "a zip of 100 MB of nothing, said to be 10 bytes": _import("a.zip", _lying_zip),
    "a zip of a gigabyte": _import(
        "a.zip", lambda: _zip(("a.vcf", b"\x00" * (100 * MEGA)), times=10)
    ),
    "a zip of 100,000 cards": _import(
        "a.zip", lambda: _zip(("a.vcf", _card("NOTE:x")), times=100_000)
    ),
    "zips in zips, 50 deep": _import("a.zip", lambda: _nested_zips(50)),
    "a CSV with a cell of 100 MB": _import(
        "a.csv", lambda: b"First Name,Last Name\r\nAna," + b"x" * (100 * MEGA)
    ),
    "a CSV of 100,000 columns": _import(
        "a.csv", lambda: b"First Name" + b",Phone" * 100_000 + b"\r\nAna" + b",1" * 100_000
    ),
    "an archive nested 100,000 deep": _import("a.json", lambda: _deep("[", "]", 100_000)),
    "a journal nested 100,000 deep": _journal(lambda _: _deep('{"a":', "1}", 100_000)),
    "a journal with a line of 100 MB": _journal(
        lambda data: data.rstrip().removesuffix(b"}") + b',"odd":"' + b"x" * (100 * MEGA) + b'"}'
    ),
    "a log with a line of 100 MB": _journal(
        lambda data: data + b"00000000 " + b"x" * (100 * MEGA) + b"\n", file="journal.json.log"
    ),
    "a doctor for a journal nested 100,000 deep": _journal(
        lambda _: _deep('{"a":', "1}", 100_000), "doctor"
    ),
    "a note of 100 KB": _typed("note", "Ana Ruiz", "x " * 50_000),
    "a line of 100 KB": _typed("add", "Ana Ruiz: " + "coffee with Bo, " * 6_000),
    "every 999999999 weeks": _typed("add", "Ana Ruiz: tea. next: call every 999999999 weeks"),
    "in 99999999999999999999 years": _typed("add", "Ana: x. next: call in " + "9" * 20 + " years"),
    "a query of 30,000 brackets": _typed("people", "(" * 30_000 + "a" + ")" * 30_000),
    "a query of 20,000 words": _typed("people", "a OR " * 20_000 + "b"),
    "a query of 100,000 minus signs": _typed("people", "--", "-" * 100_000 + "a"),
    "a search for 100 KB": _typed("search", "x" * 100_000),
}  # fmt: skip

FED: Mapping[str, tuple[Sequence[str], Callable[[], bytes]]] = {
    "standard input, a line of 100 MB": (["add", "-"], lambda: b"x" * (100 * MEGA)),
    "standard input, 100,000 lines": (["add", "-"], lambda: b"Ana Ruiz: coffee\n" * 100_000),
    "standard input, 100 MB of line ends": (["add", "-"], lambda: b"\n" * (100 * MEGA)),
    "standard input, a card of 100 MB": (["import", "-"], lambda: _card("X:" + "y" * (100 * MEGA))),
}
NAMES = (*BOMBS, *FED)
_FUSE = "import sys; from tests.hostile.bombs import make; make(*sys.argv[1:])"


def make(name: str, folder: str) -> None:
    """Build one: a journal, its files, what is typed and what is fed."""
    home = Path(folder) / "home"
    path = home / "journal.json"
    begin_with(None, path)
    ordinary(path)
    argv, data = FED[name] if name in FED else (BOMBS[name](home), bytes)
    (Path(folder) / "argv").write_text(json.dumps(list(argv)), encoding="utf-8")
    (Path(folder) / "fed").write_bytes(data())


def burst(name: str, folder: Path) -> Burst:
    """Let one go off in a process of its own.

    Another process builds it: what a process has at its start counts as memory of those it starts.
    """
    subprocess.run((sys.executable, "-c", _FUSE, name, str(folder)), check=True)
    home = folder / "home"
    variables = {
        **os.environ, "NETJOURNAL_JOURNAL": str(home / "journal.json"), "HOME": str(home),
        "NETJOURNAL_TODAY": TODAY.isoformat(), "XDG_STATE_HOME": str(home / "state"),
    }  # fmt: skip
    argv = json.loads((folder / "argv").read_text(encoding="utf-8"))
    with (folder / "fed").open("rb") as fed, (folder / "told").open("w+b") as told:
        process = subprocess.Popen(
            (sys.executable, "-m", "netjournal", *argv),
            env=variables, stdin=fed, stdout=subprocess.DEVNULL, stderr=told,
        )  # fmt: skip
        ends = threading.Timer(MOST_SECONDS, process.kill)
        ends.start()
        _, status, used = os.wait4(process.pid, 0)
        ends.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        last = told.read().decode("utf-8", "replace").strip().splitlines()[-1:] or [""]
    return Burst(
        name, process.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, last[0]
    )
