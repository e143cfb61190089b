"""A person as a vCard 3.0 or 4.0: the lines of the card they came with, edits laid over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netjournal.domain.likeness import UNNAMED
from netjournal.domain.person import Person
from netjournal.errors import InputError
from netjournal.exchange.vcard import words
from netjournal.exchange.vcard.check import check
from netjournal.exchange.vcard.convert import Versions, converted, opened, raw
from netjournal.exchange.vcard.decode import fallback_of
from netjournal.exchange.vcard.edits import Edits, edits_of
from netjournal.exchange.vcard.fields import CardFields, read_fields
from netjournal.exchange.vcard.lines import Line
from netjournal.exchange.vcard.wanted import wanted_of
from netjournal.exchange.vcard.writing import Out, content_line, escaped

PRODUCT = "-//netjournal//netjournal//EN"
ORIGINAL_UID = "X-NETJOURNAL-ORIG-UID"
"""The UID a card had when another card had it too."""

_FRAME = frozenset({"BEGIN", "END", "VERSION", "PRODID", "UID", ORIGINAL_UID})
_ONCE = frozenset({"N", "BDAY", "REV", "GENDER", "KIND", "ANNIVERSARY", "DEATHDATE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One card to be written."""

    uid: str
    person: Person | None = None
    """Whose fields it is to say; None says what the lines say."""
    lines: Sequence[Line] = ()
    """Of the card they were imported with."""
    source: str = "3.0"
    """Its version."""
    original_uid: str = ""
    appendix: str = ""
    """To stand at the end of the NOTE."""


def card_text(outgoing: Outgoing, version: str = "3.0", revision: str = "") -> str:
    """The card, with CRLF line ends, checked by our reader and by vobject.

    A ``revision`` becomes the REV of a card that says something else than its lines do.

    Raises:
        InputError: what was written does not read back the same; an error of ours.

    """
    lines = [opened(line) for line in outgoing.lines]
    said = read_fields(lines, outgoing.source)
    wanted = wanted_of(outgoing.person, said) if outgoing.person else said
    versions = Versions(outgoing.source, version, fallback_of(lines))
    try:
        card = _laid_over(outgoing, lines, said, wanted, versions, revision)
        return _checked(card, wanted, outgoing.appendix)
    except InputError:
        if not lines:
            raise
        card = _afresh(outgoing, lines, said, wanted, versions)
        return _checked(card, wanted, outgoing.appendix)


@dataclass(frozen=True, slots=True)
class _Card:
    """Content lines, of a version and with a UID."""

    uid: str
    version: str
    body: Sequence[Out]


def _checked(card: _Card, wanted: CardFields, appendix: str) -> str:
    body = _with_appendix(card.body, appendix) if appendix else card.body
    outs = (Out("BEGIN", "VCARD"), Out("VERSION", card.version), *body, Out("END", "VCARD"))
    text = "".join(content_line(out, card.version) for out in outs)
    check(text, wanted, card.uid)
    return text


def _with_appendix(body: Sequence[Out], appendix: str) -> list[Out]:
    """The lines, the last note among them longer; or one more."""
    notes = [at for at, out in enumerate(body) if out.name == "NOTE"]
    if not notes:
        return [*body, Out("NOTE", escaped(appendix))]
    longer = body[notes[-1]]
    longer = longer._replace(value=f"{longer.value}{escaped(chr(10) * 2 + appendix)}")
    return [*body[: notes[-1]], longer, *body[notes[-1] + 1 :]]


def _laid_over(
    outgoing: Outgoing,
    lines: Sequence[Line],
    said: CardFields,
    wanted: CardFields,
    versions: Versions,
    revision: str,
) -> _Card:
    """The lines the card came with, those of them replaced that say something else now."""
    edits = edits_of(lines, said, wanted, versions)
    if revision and outgoing.lines and (edits.replaced or edits.added):
        edits.drop_named("REV")
        edits.added.line(Out("REV", revision))
    stored = list(_stored(lines, said, edits, versions))
    body = [*_first(outgoing, said, wanted), *stored, *edits.added]
    return _Card(outgoing.uid, versions.target, _with_name(body, versions))


def _afresh(
    outgoing: Outgoing,
    lines: Sequence[Line],
    said: CardFields,
    wanted: CardFields,
    versions: Versions,
) -> _Card:
    """The fields in lines of their own, and the lines nobody reads a field from carried raw.

    For a card whose lines cannot be written in this version so that they say the same.
    """
    edits = edits_of((), CardFields(name=wanted.name), wanted, versions)
    read = said.places()
    rest = (
        raw(line)
        for at, line in enumerate(lines)
        if at not in read and line.name not in _FRAME and not line.is_blank
    )
    note = [Out("NOTE", escaped(wanted.note))] if wanted.note else []
    body = [*_first(outgoing, CardFields(), wanted), *edits.added, *note, *rest]
    return _Card(outgoing.uid, versions.target, _with_name(body, versions))


def _first(outgoing: Outgoing, said: CardFields, wanted: CardFields) -> Iterator[Out]:
    """What every card needs, whether it came with it or not."""
    yield Out("PRODID", PRODUCT)
    yield Out("UID", escaped(outgoing.uid))
    if outgoing.original_uid:
        yield Out(ORIGINAL_UID, escaped(outgoing.original_uid))
    if "name" not in said.lines:
        yield Out("FN", escaped(wanted.name or UNNAMED))


def _with_name(body: list[Out], versions: Versions) -> list[Out]:
    """The same with the N that 3.0 requires (RFC 2426 §3.1.2), be it empty."""
    if versions.to_4 or any(out.name == "N" for out in body):
        return body
    return [*body, Out("N", ";;;;")]


def _stored(
    lines: Sequence[Line], said: CardFields, edits: Edits, versions: Versions
) -> Iterator[Out]:
    """The lines as they are written; of what a card has once the one a field is read from."""
    read = said.places()
    chosen = {line.name: at for at, line in enumerate(lines) if at in read and line.name in _ONCE}
    written: set[str] = set()
    for at, line in enumerate(lines):
        if line.name in _FRAME or line.is_blank:
            continue
        if at in edits.replaced:
            outs = edits.replaced[at]
        elif line.name == "LABEL" and at in read:
            outs = [_printed_address(line, versions)]
        elif chosen.get(line.name, at) == at:
            outs = converted(line, versions)
        else:
            outs = [raw(line)]
        if written.intersection(out.name for out in outs):
            outs = _once_more(line, outs, edits) if at in read else [raw(line)]
        yield from outs
        written.update(out.name for out in outs if out.name in _ONCE)


def _printed_address(line: Line, versions: Versions) -> Out:
    """An address that a card has as a printed label alone, in the property that everybody reads."""
    (label,) = converted(line, versions)
    return label._replace(name="ADR", value=f";;{label.value};;;;")


def _once_more(line: Line, outs: Sequence[Out], edits: Edits) -> list[Out]:
    """A second anniversary, which a card has once: a day with a label. Anything else is raw."""
    (day, *more) = outs
    if more or words.DATE_NAMES.get(day.name) != "anniversary":
        return [raw(line)]
    group = edits.added.free_group()
    label = Out("X-ABLABEL", words.DATE_NAMES[day.name], (), group)
    return [day._replace(name="X-ABDATE", group=group), label]
