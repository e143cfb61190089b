"""What has been read of a card so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from netjournal.domain.person import Address
from netjournal.exchange.vcard import words
from netjournal.exchange.vcard.decode import (
    components,
    fallback_of,
    text_of,
    unescape,
    unescape_uri,
)
from netjournal.exchange.vcard.lines import Line
from netjournal.exchange.vcard.plain import one_line


class Found:
    """What has been read so far; values of one field keep their preference for sorting."""

    def __init__(self, lines: Sequence[Line], version: str) -> None:
        self.version = version
        self.fallback = fallback_of(lines)
        self.labels = {
            line.header.group: one_line(unescape(self.value(line), version))
            for line in lines
            if line.header.group and line.header.name == "X-ABLABEL"
        }
        self.many: dict[str, list[tuple[int, int, Any]]] = {}
        self.one: dict[str, tuple[int, Any]] = {}
        self.name_liked = 101
        """The preference of the name so far; the lower the better."""
        self.orgs: list[tuple[int, str, str]] = []
        """Line, text and group."""
        self.titles: list[tuple[int, str, str]] = []
        self.roles: list[tuple[int, str, str]] = []
        self.labels_of_addresses: list[tuple[int, Address]] = []
        self.notes: list[tuple[int, str]] = []
        self.problems: list[tuple[int, str]] = []

    def value(self, line: Line) -> str:
        """The value, still escaped."""
        return text_of(line, self.fallback)

    def text(self, line: Line) -> str:
        """The value on one line: a name, a number."""
        return one_line(unescape(self.value(line), self.version))

    def uri(self, line: Line) -> str:
        """The value of a link or handle."""
        return one_line(unescape_uri(self.value(line)))

    def parts(self, line: Line) -> list[str]:
        """The components of a structured value, still escaped."""
        return components(self.value(line))

    def label(self, line: Line) -> str:
        """What the value is for."""
        custom = self.labels.get(line.header.group, "") if line.header.group else ""
        return words.label_of(line.header, custom)

    def add(self, name: str, at: int, line: Line, value: Any) -> None:
        """Keep one value of a field of several."""
        self.many.setdefault(name, []).append((words.preference(line.header), at, value))

    def first(self, name: str, at: int, value: Any) -> None:
        """Keep the value of a field of one, unless it has one."""
        if value and name not in self.one:
            self.one[name] = (at, value)
