"""The manual as a page for ``man`` (groff's man(7) macros, which mandoc reads as well)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from netjournal.cli.manual import Block, Heading, Lines, Paragraph, Section, Terms


def page(sections: Iterable[Section], version: str) -> str:
    """The whole page."""
    lines = [f'.TH NETJOURNAL 1 "" "netjournal {version}" "User Commands"', ".nh", ".ad l"]
    for section in sections:
        lines.append(f'.SH "{_escaped(section.title)}"')
        for block in section.blocks:
            lines += _block(block)
    return "\n".join(lines) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(title):
            yield f'.SS "{_escaped(title)}"'
        case Paragraph(text):
            yield ".PP"
            yield _line(text)
        case Lines(lines):
            yield ".PP"
            yield ".nf"
            yield ".RS 4"
            yield from map(_line, lines)
            yield ".RE"
            yield ".fi"
        case Terms(rows):
            for word, meaning in rows:
                yield ".TP"
                yield f"\\fB{_line(word)}\\fR"
                yield _line(meaning)


def _line(text: str) -> str:
    """A line of text: nothing in it is an escape, and its first character no request."""
    text = _escaped(text)
    return f"\\&{text}" if text.startswith(".") else text  # the other one, ', is escaped


_ESCAPES = str.maketrans(
    {"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti", '"': "\\(dq"}
)


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)
