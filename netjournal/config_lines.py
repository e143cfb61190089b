"""Where in a TOML file a key stands: ``tomllib`` reads values and forgets their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HEADER = re.compile(r"\s*\[\[?([^\[\]]+)\]")
_BARE_OR_QUOTED = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_KEY = re.compile(rf"\s*({_BARE_OR_QUOTED}(?:\s*\.\s*{_BARE_OR_QUOTED})*)\s*=(.*)")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")
_QUOTES = ('"""', "'''")


def line_of(key: str, text: str) -> int | None:
    """The line, from 1 on, where a dotted key of a valid file is set, or its table begins.

    A key within an inline table is found at the line of that table; None where nothing of it is.
    """
    best, known = None, 0
    wanted = key.split(".")
    for number, path in _set_in(text):
        shared = len(path) if wanted[: len(path)] == path else 0
        if shared > known or (path[: len(wanted)] == wanted and known < len(wanted)):
            best, known = number, min(len(path), len(wanted))
    return best


def _set_in(text: str) -> Iterator[tuple[int, list[str]]]:
    """Every key that is set, and every header, with its line; values of many lines are skipped."""
    table: list[str] = []
    closing, depth = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        rest = line
        if closing:
            if closing not in line:
                continue
            rest, closing = line.partition(closing)[2], ""
        elif depth == 0:
            if header := _HEADER.match(line):
                table = _parts(header[1])
                yield number, table
                continue
            if not (found := _KEY.match(line)):
                continue
            yield number, [*table, *_parts(found[1])]
            rest = found[2]
        closing = next((q for q in _QUOTES if rest.count(q) % 2), "")
        if not closing:
            bare = re.sub(r""""[^"]*"|'[^']*'|#.*""", "", rest)
            depth = max(0, depth + sum(map(bare.count, "[{")) - sum(map(bare.count, "]}")))


def _parts(key: str) -> list[str]:
    return ["".join(found) for found in _PART.findall(key)]
