"""A session at a real pseudo-terminal, and whether its bytes are only what Textual writes."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.hostile.combinations import Count, Fault, begin_with
from tests.hostile.journals import TODAY, hostile
from tests.hostile.strings import RAW, storable
from tests.tui.terminal import Terminal

WIDE = (140, 40)
OURS = re.compile(
    r"\x1b(?:"
    r"\[[0-9;]*[mH]"  # SGR and CUP, ECMA-48 §8.3.117 and §8.3.21
    r"|\[\?(?:7|25|1000|1003|1004|1006|1015|1049|2004|2026|2048)[hl]"  # modes of xterm's ctlseqs
    r"|\[\?20(?:26|48)\$p"  # whether it knows them
    r"|\[>\d+u|\[<u"  # the keyboard protocol of kitty, begun and ended
    r"|\]22;[a-z-]*\x07"  # the shape of the mouse's pointer
    r")|\r\n|\n"
)
"""What Textual writes when a journal says nothing odd."""
Visit = tuple[str, str]
"""Keys, and words that are drawn then; without words one waits until nothing is drawn any more."""
_BACK = ("\x1b", "")
VISITS: Sequence[Visit] = (
    ("d", ""), _BACK,
    ("2", "or circle:close"), ("jj", ""), ("\r", ""), ("\t", ""), _BACK,
    ("3", ""), ("4", ""), ("\r", ""), _BACK, ("5", ""),
    ("S", "Search"), ("an", ""), _BACK, ("H", ""), _BACK, (":", ""), ("an", ""), _BACK,
    ("1", ""), ("x", ""), ("u", ""), ("q", ""),
)  # fmt: skip
"""All pages, a person's, dialogs, the palette, and what is told in passing."""


def surroundings(path: Path, **more: str) -> Mapping[str, str]:
    """The environment of a session: a home and a day of its own."""
    home = str(path.parent)
    return {
        **{name: os.environ[name] for name in ("PATH", "LANG", "PYTHONPATH") if name in os.environ},
        "HOME": home, "TERM": "xterm-256color", "PYTHONUTF8": "1", "TEXTUAL_ANIMATIONS": "none",
        "NETJOURNAL_TODAY": TODAY.isoformat(), "NETJOURNAL_JOURNAL": str(path),
        "XDG_STATE_HOME": f"{home}/state", **more,
    }  # fmt: skip


def session(path: Path, *options: str, begins: str = "in touch") -> bytes:
    """Everything a session writes that goes from page to page of a journal.

    ``begins`` is there when the journal is read.

    Raises:
        AssertionError: a page did not come, or the program did not end well.

    """
    argv = (sys.executable, "-m", "netjournal", *options)
    shown = Terminal(*argv, env=dict(surroundings(path)), size=WIDE)
    try:
        shown.until(begins)
        for keys, words in VISITS:
            shown.type(keys)
            if words:
                shown.until(words)
            else:
                shown.rest()
        assert shown.ended() == 0, shown.raw[-500:]
    finally:
        shown.close()
    return shown.everything


def foreign(data: bytes) -> str:
    """What is among the bytes that Textual does not write of itself, or nothing."""
    rest = OURS.sub("", data.decode("utf-8", "surrogateescape"))
    found = RAW.search(rest)
    return "" if found is None else repr(rest[max(0, found.start() - 40) : found.end() + 40])


def at_terminals(strings: Sequence[str], folder: Path) -> Count:
    """A session for each string."""
    faults: list[Fault] = []
    for text in strings:
        path = folder / "home" / "journal.json"
        begin_with(None, path)
        hostile(path, storable(text))
        try:
            why = foreign(session(path))
        except AssertionError as error:
            why = str(error)[-300:]
        if why:
            faults.append(Fault("a terminal", text, why))
    return Count(len(strings), len(VISITS), len(strings) * len(VISITS), tuple(faults))
