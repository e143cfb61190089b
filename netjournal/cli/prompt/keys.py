"""What a terminal sends, as keys: letters, moves, pastes. Pure.

The sequences are those of ECMA-48 and xterm (``ctlseqs``: cursor and editing keys, bracketed
paste); one that is not known is passed over whole.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from netjournal.tuples import NamedTuple

PASTE_START, PASTE_END = "\x1b[200~", "\x1b[201~"
_SEQUENCE: Final = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|O[@-~]|[^\[O])")
_BEGUN: Final = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*|O)?$")


class Act(StrEnum):
    """What a key does."""

    TYPE = "type"
    PASTE = "paste"
    ENTER = "enter"
    COMPLETE = "complete"
    LEFT = "left"
    RIGHT = "right"
    WORD_LEFT = "word left"
    WORD_RIGHT = "word right"
    HOME = "home"
    END = "end"
    BACKSPACE = "backspace"
    DELETE = "delete"
    DELETE_WORD = "delete word"
    DELETE_TO_START = "delete to start"
    DELETE_TO_END = "delete to end"
    OLDER = "older"
    NEWER = "newer"
    STOP = "stop"
    FINISH = "finish"
    REDRAW = "redraw"
    NOTHING = "nothing"


class Key(NamedTuple):
    """One key, with what it types."""

    act: Act
    text: str = ""


_CONTROLS: Final = {
    "\r": Act.ENTER, "\n": Act.ENTER, "\t": Act.COMPLETE, "\x01": Act.HOME, "\x02": Act.LEFT,
    "\x03": Act.STOP, "\x04": Act.FINISH, "\x05": Act.END, "\x06": Act.RIGHT,
    "\x08": Act.BACKSPACE, "\x7f": Act.BACKSPACE, "\x0b": Act.DELETE_TO_END, "\x0c": Act.REDRAW,
    "\x0e": Act.NEWER, "\x10": Act.OLDER,
    "\x15": Act.DELETE_TO_START, "\x17": Act.DELETE_WORD,
}  # fmt: skip
_SEQUENCES: Final = {
    "\x1b[C": Act.RIGHT, "\x1b[D": Act.LEFT, "\x1bOC": Act.RIGHT, "\x1bOD": Act.LEFT,
    "\x1b[A": Act.OLDER, "\x1b[B": Act.NEWER, "\x1bOA": Act.OLDER, "\x1bOB": Act.NEWER,
    "\x1b[H": Act.HOME, "\x1b[F": Act.END, "\x1bOH": Act.HOME, "\x1bOF": Act.END,
    "\x1b[1~": Act.HOME, "\x1b[7~": Act.HOME, "\x1b[4~": Act.END, "\x1b[8~": Act.END,
    "\x1b[3~": Act.DELETE, "\x1b[1;5C": Act.WORD_RIGHT, "\x1b[1;5D": Act.WORD_LEFT,
    "\x1b[1;3C": Act.WORD_RIGHT, "\x1b[1;3D": Act.WORD_LEFT, "\x1bf": Act.WORD_RIGHT,
    "\x1bb": Act.WORD_LEFT, "\x1b\x7f": Act.DELETE_WORD,
}  # fmt: skip


def keys_in(data: str) -> tuple[list[Key], str]:
    """The keys of what came, and what is only the beginning of one.

    Several lines that come at once without the signs of a paste are a paste all the same: no
    hand types an enter and more within one read.
    """
    if PASTE_START not in data and re.search(r"[\r\n](?=[^\r\n])", data):
        return [Key(Act.PASTE, data)], ""
    keys: list[Key] = []
    at = 0
    while at < len(data):
        char = data[at]
        if data.startswith(PASTE_START, at):
            end = data.find(PASTE_END, at)
            if end < 0:
                return keys, data[at:]
            keys.append(Key(Act.PASTE, data[at + len(PASTE_START) : end]))
            at = end + len(PASTE_END)
        elif char == "\x1b":
            match = _SEQUENCE.match(data, at)
            if match is None:
                rest = data[at:]
                return keys, rest if _BEGUN.match(rest) else ""
            keys.append(Key(_SEQUENCES.get(match[0], Act.NOTHING)))
            at = match.end()
        elif char < " " or char == "\x7f":
            keys.append(Key(_CONTROLS.get(char, Act.NOTHING)))
            at += 1
        else:
            end = at
            while end < len(data) and data[end] >= " " and data[end] != "\x7f":
                end += 1
            keys.append(Key(Act.TYPE, data[at:end]))
            at = end
    return keys, ""


def as_one_line(pasted: str) -> tuple[str, int]:
    """A paste as one line, with how many lines it was; they go on as sentences do."""
    lines = [" ".join(line.split()) for line in re.split(r"[\r\n\x0b\x0c\x85\u2028\u2029]", pasted)]
    lines = ["".join(c for c in line if c >= " " and c != "\x7f") for line in lines if line]
    return "; ".join(lines), len(lines)
