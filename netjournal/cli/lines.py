"""Records of the JSON contract as plain lines, tabs between their values, for cut and awk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from netjournal.text import safe_line


def plain_lines(records: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """A line for each record: its values in the order of the contract, each whole and safe."""
    for record in records:
        yield "\t".join(map(cell, record.values()))


def cell(value: object) -> str:
    """A value as one cell: no tab and no line end; a person is a name, several have commas."""
    if isinstance(value, list | tuple):
        return ", ".join(map(cell, value))
    if isinstance(value, Mapping):
        return cell(value["name"]) if "name" in value else ", ".join(map(cell, value.values()))
    if isinstance(value, bool):
        return str(value).lower()
    text = "" if value is None else str(value)
    return safe_line(text, len(text)) if text.strip() else ""
