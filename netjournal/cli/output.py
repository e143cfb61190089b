"""Standard output: lines of safe text, in colour where somebody looks; or JSON, the contract."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cached_property
from typing import TextIO

from netjournal.errors import InputError
from netjournal.text import LINE_LIMIT, fit, safe_line, width
from netjournal.tuples import NamedTuple

JSON_VERSION = 1
_NARROWEST, _WIDEST = 20, 1_000
_DEEPER = 4


class Style(Enum):
    """How a piece looks at a terminal, as SGR parameters (ECMA-48 §8.3.117)."""

    PLAIN = ""
    BOLD = "1"
    DIM = "2"
    ACCENT = "36"
    DUE = "33"


class Piece(NamedTuple):
    """A part of a line that no terminal obeys; make one with ``piece``."""

    text: str
    style: Style = Style.PLAIN

    @property
    def width(self) -> int:
        """Its cells."""
        return width(self.text)

    def fitted(self, cells: int) -> Piece:
        """The same, cut or padded."""
        return Piece(fit(self.text, cells), self.style)


def piece(text: object, style: Style = Style.PLAIN, limit: int = LINE_LIMIT) -> Piece:
    """Any text made safe, with a style."""
    return Piece(safe_line(str(text), limit), style)


def dim(text: object) -> Piece:
    """A secondary piece."""
    return piece(text, Style.DIM)


def bold(text: object) -> Piece:
    """What to read first."""
    return piece(text, Style.BOLD)


# What JSON lets through raw and a terminal might obey, or UTF-8 cannot write.
_UNWRITABLE = "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"


class Output:
    """The one way to standard output."""

    def __init__(self, stream: TextIO | None = None, *, plain: bool = False) -> None:
        self._stream = stream or sys.stdout
        self._plain = plain
        self._kept: list[str] | None = None
        self.has_begun = False
        """Whether anything was written."""

    @cached_property
    def is_terminal(self) -> bool:
        """Whether somebody looks at it."""
        return self._stream is not None and self._stream.isatty()

    @cached_property
    def colour(self) -> bool:
        """Whether styles are shown: at a terminal, unless ``NO_COLOR`` (no-color.org) is set."""
        dumb = os.environ.get("TERM", "") == "dumb"
        return self.is_terminal and not os.environ.get("NO_COLOR") and not dumb

    @cached_property
    def width(self) -> int | None:
        """Cells of a line, or None where nothing needs to be cut."""
        if not self.is_terminal:
            return None
        import shutil

        return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))

    def line(self, *pieces: Piece | str, indent: int = 0) -> None:
        """Write one line; bare strings are made safe like pieces."""
        parts = [p if isinstance(p, Piece) else _spaced(p) for p in pieces]
        while parts and not parts[-1].text.strip(" "):
            parts.pop()
        if parts:
            parts[-1] = Piece(parts[-1].text.rstrip(" "), parts[-1].style)
            self._write(" " * indent + "".join(map(self._painted, parts)))
        self._write("\n")

    def sign(self, sign: str, word: str = "") -> Piece:
        """A sign for whoever looks; the word for it, or nothing, where something else reads."""
        shown = sign if self.is_terminal else word
        return piece(shown, Style.ACCENT) if shown.strip() else Piece("")

    def sides(self, left: Piece, right: Piece) -> None:
        """A piece at the left edge and one at the right; joined where there is no edge.

        Where they do not fit on one line, the right one stands below.
        """
        gap = (self.width or 0) - left.width - right.width
        if self.width is None or gap > 1:
            self.line(left, " " * gap if gap > 1 else " · " if right.text else "", right)
            return
        for text in wrapped(left.text, self.width):
            self.line(Piece(text, left.style))
        if right.text:
            self.line(right)

    def hanging(
        self, left: Sequence[Piece | str], cells: int, text: str, *, indent: int = 0
    ) -> None:
        """A text beside what heads it in so many cells, further lines below its own beginning.

        Where there is no room beside, it stands below, a little to the right.
        """
        beside = indent + cells + 2
        room = None if self.width is None else self.width - beside
        parts = wrapped(text, room) or [""]
        if room is not None and max(map(width, parts)) > room:
            beside = indent + _DEEPER
            self.line(*left, indent=indent)
            parts = wrapped(text, (self.width or 0) - beside)
        else:
            first, *parts = parts
            self.line(*left, "  ", piece(first, limit=len(first) + 1), indent=indent)
        for part in parts:
            self.line(piece(part, limit=len(part) + 1), indent=beside)

    def json(self, kind: str, value: object) -> None:
        """Write one object of the contract with one member, on one line."""
        self.members({kind: value}, lines=kind)

    def members(self, values: Mapping[str, object], *, lines: str = "") -> None:
        """Write one object of the contract, on one line; or the list in it as plain lines."""
        records = values.get(lines)
        if self._plain and isinstance(records, list | tuple):
            from netjournal.cli.lines import plain_lines

            self._write("".join(map("{}\n".format, plain_lines(records))))
            return
        import json

        ascii_only = "utf" not in (getattr(self._stream, "encoding", None) or "utf-8").lower()
        whole = {"version": JSON_VERSION, **values}
        text = json.dumps(whole, ensure_ascii=ascii_only, default=_plain)
        self._write(re.sub(_UNWRITABLE, lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")

    def program_text(self, text: str) -> None:
        """Write text of our own as it is: help, a script for the shell."""
        self._write(text if text.endswith("\n") else text + "\n")

    def raw(self, data: bytes) -> None:
        """Write a file's bytes as they are; to a terminal only its text, with nothing to obey.

        Raises:
            InputError: standard output is a terminal, and this is no text.
        """
        self.has_begun = True
        self.flush()
        if self.is_terminal:
            self._write(_legible(data))
            return
        buffer = getattr(self._stream, "buffer", None)
        if buffer is None:
            self._write(data.decode("utf-8", "replace"))
        else:
            buffer.write(data)

    def flush(self) -> None:
        """Let everything out.

        Raises:
            BrokenPipeError: nobody reads any more.
            InputError: it cannot be written.
        """
        if self._stream is None:
            return
        try:
            self._stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _unwritten(error) from None

    def hold(self) -> None:
        """Keep back what is written from now on."""
        self._kept = []

    def held(self) -> str:
        """What was kept back; from now on everything is written at once again."""
        kept, self._kept = self._kept, None
        return "".join(kept or ())

    def _write(self, text: str) -> None:
        self.has_begun = True
        if self._kept is not None:
            self._kept.append(text)
            return
        if self._stream is None:
            return
        try:
            self._stream.write(text)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _unwritten(error) from None

    def _painted(self, part: Piece) -> str:
        if self.colour and part.style.value and part.text.strip():
            return f"\x1b[{part.style.value}m{part.text}\x1b[0m"
        return part.text


def _legible(data: bytes) -> str:
    try:
        lines = data.decode().splitlines()
    except UnicodeDecodeError:
        raise InputError(
            "This is no text for a terminal; write it to a file with --output FILE."
        ) from None
    return "".join(f"{safe_line(line, len(line) + 1)}\n" if line else "\n" for line in lines)


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no part of the contract")


def _unwritten(error: OSError) -> InputError:
    return InputError(f"The output could not be written: {error.strerror or error}.")


def _spaced(text: str) -> Piece:
    """A string between pieces: spaces are spaces here, not a blank name."""
    return piece(text) if text.strip(" ") else Piece(text)


def wrapped(text: str, cells: int | None) -> list[str]:
    """Safe text on as many lines as its words need; uncut where there is no edge."""
    text = safe_line(text, _LONGEST)
    if cells is None or width(text) <= cells:
        return [text] if text else []
    cells = max(cells, _NARROWEST)
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if width(joined) <= cells or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    return [fit(line, cells).rstrip(" ") if width(line) > cells else line for line in lines]


_LONGEST = 10_000
