"""A card as it came, byte for byte; edited, only the lines of what was edited are others."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator, Sequence

from netjournal.domain.card import Card
from netjournal.errors import InputError
from netjournal.exchange.vcard import stored
from netjournal.exchange.vcard.blobs import Blobs
from netjournal.exchange.vcard.charsets import to_bytes
from netjournal.exchange.vcard.check import check_fields
from netjournal.exchange.vcard.convert import Versions, opened
from netjournal.exchange.vcard.decode import fallback_of
from netjournal.exchange.vcard.edits import Edits, edits_of
from netjournal.exchange.vcard.emit import PRODUCT, Outgoing
from netjournal.exchange.vcard.fields import read_fields
from netjournal.exchange.vcard.header import Param
from netjournal.exchange.vcard.lines import Line
from netjournal.exchange.vcard.wanted import wanted_of
from netjournal.exchange.vcard.writing import Out, content_line

_PAIR = re.compile(r"\\(.)", re.DOTALL)
_QUOTED = (Param("CHARSET", "UTF-8"), Param("ENCODING", "QUOTED-PRINTABLE"))


def exact_card(card: Card, outgoing: Outgoing, blobs: Blobs, revision: str) -> bytes | None:
    """The card with its last line end, or None where it cannot be given back so.

    Args:
        card: as it is in the ledger.
        outgoing: its lines, and the person whose fields it is to say.
        blobs: where its large values are.
        revision: for REV, if something was edited; empty leaves REV alone.

    """
    lines = [opened(line) for line in outgoing.lines]
    said = read_fields(lines, outgoing.source)
    wanted = wanted_of(outgoing.person, said) if outgoing.person else said
    target = "4.0" if outgoing.source == "4.0" else "3.0"
    versions = Versions(outgoing.source, target, fallback_of(lines))
    edits = edits_of(lines, said, wanted, versions)
    if not edits.replaced and not edits.added:
        data = stored.exact(card.lines, card.eol, blobs)
        return data + card.eol.encode() if data is not None else None
    if len(lines) != len(card.lines):
        return None
    text = "".join(_edited(lines, edits, outgoing.source, card.eol, revision))
    if "name" not in said.lines and wanted.name == said.name:
        wanted = wanted._replace(name="")  # the card has none; they are called by what was edited
    try:
        check_fields(text, wanted, outgoing.source)
    except InputError:
        return None
    return to_bytes(text)


def _edited(
    lines: Sequence[Line], edits: Edits, source: str, eol: str, revision: str
) -> Iterator[str]:
    def written(out: Out) -> str:
        text = _in_21(out) if source == "2.1" else content_line(out, source)
        return text.replace("\r\n", eol)

    once = {"PRODID": Out("PRODID", PRODUCT), **({"REV": Out("REV", revision)} if revision else {})}
    framed = bool(lines) and lines[-1].name == "END"
    if lines and lines[0].name != "BEGIN":
        yield f"BEGIN:VCARD{eol}"
    for at, line in enumerate(lines[:-1] if framed else lines):
        if at in edits.replaced:
            yield from map(written, edits.replaced[at])
        elif line.name in once:
            yield written(once.pop(line.name))
        elif line.name not in {"PRODID", "REV"} or not revision:  # two of them break readers
            yield line.text + (line.end or eol)
    yield from map(written, (*edits.added, *once.values()))
    yield (lines[-1].text if framed else "END:VCARD") + eol


def _in_21(out: Out) -> str:
    """A line in the grammar of vCard 2.1: quoted-printable instead of escapes."""
    text = _PAIR.sub(_plain, out.value)
    if text.isascii() and text.isprintable():
        return content_line(out._replace(value=text), "3.0").replace("\r\n ", "")
    quoted = binascii.b2a_qp(text.encode(), istext=False).decode().replace("=\n", "=\r\n")
    head = content_line(out._replace(value="", params=(*out.params, *_QUOTED)), "3.0")
    return head.replace("\r\n ", "").removesuffix("\r\n") + quoted + "\r\n"


def _plain(match: re.Match[str]) -> str:
    """What an escape stands for, where 2.1 does not know it."""
    char = match[1]
    return "\n" if char in "nN" else "\\" if char == "\\" else match[0]
