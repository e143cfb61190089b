"""A stored content line as the lines that say the same in vCard 3.0 or 4.0."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass

from netjournal.domain.values import PartialDate
from netjournal.exchange.vcard import android, words
from netjournal.exchange.vcard.blobs import suffix_of
from netjournal.exchange.vcard.charsets import WESTERN, decode_bytes, to_bytes
from netjournal.exchange.vcard.days import NO_YEAR, day_of
from netjournal.exchange.vcard.decode import (
    binary_of,
    components,
    items,
    text_of,
    unescape,
    unescape_uri,
)
from netjournal.exchange.vcard.header import Param, uncareted
from netjournal.exchange.vcard.lines import Line, read_line
from netjournal.exchange.vcard.plain import is_link, omitted_year, own_note
from netjournal.exchange.vcard.writing import Out, escaped, uri_escaped

RAW = "X-NETJOURNAL-RAW"
"""Carries a line that has no form in the version written; read back as that line."""

_TEXT = frozenset(
    {"FN", "NOTE", "TITLE", "ROLE", "MAILER", "SORT-STRING", "LABEL", "EMAIL", "TEL", "KIND"}
    | {"X-ABLABEL", "RELATED", *words.RELATION_NAMES, "CLASS", "NAME", "EXPERTISE", "HOBBY"}
    | {"INTEREST", "BIRTHPLACE", "DEATHPLACE", "LANG", "ORG-DIRECTORY"}
)
_LISTS = frozenset({"NICKNAME", "CATEGORIES"})
_PARTS = frozenset({"ADR", "ORG"})
_LINKS = frozenset(
    {"URL", "IMPP", "SOURCE", "FBURL", "CALURI", "CALADRURI", "UID", "MEMBER", "PHOTO", "LOGO"}
    | {"SOUND", "KEY", "SOCIALPROFILE", "X-SOCIALPROFILE"}
)
_DAYS = frozenset({"BDAY", "DEATHDATE", *words.DATE_NAMES})
_ENCODINGS = frozenset({"ENCODING", "CHARSET"})
_MIME = {".jpg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", ".webp": "image/webp"}
_RENAMED_3 = {
    "MEMBER": "X-ADDRESSBOOKSERVER-MEMBER",
    "ANNIVERSARY": "X-ANNIVERSARY",
}
_RENAMED_4 = {
    "X-ADDRESSBOOKSERVER-MEMBER": "MEMBER",
    "X-ADDRESSBOOKSERVER-KIND": "KIND",
    "X-ANNIVERSARY": "ANNIVERSARY",
    "X-EVOLUTION-ANNIVERSARY": "ANNIVERSARY",
    "X-MS-ANNIVERSARY": "ANNIVERSARY",
    "X-KADDRESSBOOK-X-ANNIVERSARY": "ANNIVERSARY",
}

_LINE_ENDS = re.compile(r"[\r\n]")


@dataclass(frozen=True, slots=True)
class Versions:
    """From which version to which, and how undeclared bytes are read."""

    source: str
    target: str
    fallback: str = WESTERN

    @property
    def to_4(self) -> bool:
        """Whether vCard 4.0 is written."""
        return self.target == "4.0"


def opened(line: Line) -> Line:
    """The line an ``X-NETJOURNAL-RAW`` carries; any other line as it is."""
    if line.name != RAW:
        return line
    return read_line(unescape(text_of(line)).replace("\n", "\r\n"))._replace(
        text=line.text, end=line.end, number=line.number
    )


def converted(line: Line, versions: Versions) -> list[Out]:
    """The lines that say the same in the version wanted; one that cannot is carried raw."""
    if not line.name or line.name == "AGENT":
        return _agent(line, versions) if line.name else [raw(line)]
    converter = _CONVERTERS.get(line.name, _unknown)
    if line.header.is_binary or line.value[:5].lower() == "data:":
        converter = _binary
    value = text_of(line, versions.fallback)
    return converter(line, value, versions) or [raw(line)]


def raw(line: Line) -> Out:
    """The line as it stood, kept through any version."""
    text = line.text.replace("\r\n", "\n")
    return Out(RAW, escaped(decode_bytes(to_bytes(text)).text))


def params_of(line: Line, versions: Versions, *, drop: frozenset[str] = _ENCODINGS) -> list[Param]:
    """The parameters in the version wanted: preference, case of types, RFC 6868."""
    kept: list[Param] = []
    for name, stored in line.header.params:
        if name in drop:
            continue
        value = uncareted(stored) if versions.source == "4.0" else stored
        if name == "TYPE" and versions.to_4 and value.lower() == "pref":
            kept.append(Param("PREF", "1"))
        elif name == "TYPE":
            value = words.type_text(stored)
            # a label in letters of its own, such as Straße, must not change by its case
            if value.isascii():
                value = value.lower() if versions.to_4 else value.upper()
            kept.append(Param(name, value))
        elif name == "PREF" and not versions.to_4 and value == "1":
            kept.append(Param("TYPE", "pref"))
        else:
            kept.append(Param(name, value))
    return kept


def _out(line: Line, value: str, params: list[Param], name: str = "") -> list[Out]:
    return [Out(name or line.name, value, tuple(params), line.header.group)]


_NO_VALUE = _ENCODINGS | {"VALUE"}


def _text(line: Line, value: str, versions: Versions) -> list[Out]:
    name = line.name
    kind = "".join(line.header.values("VALUE")).lower()
    if name == "RELATED" and is_link(line, value):
        return _link(line, value, versions)
    if name == "TEL" and (kind == "uri" or value[:4].lower() == "tel:"):
        return _tel_uri(line, value, versions)
    text = unescape(value, versions.source)
    if name == "NOTE":
        text = own_note(text)
    params = params_of(line, versions, drop=_NO_VALUE)
    if name == "RELATED":
        params.append(Param("VALUE", "text"))
    return _out(line, escaped(text), params)


def _tel_uri(line: Line, value: str, versions: Versions) -> list[Out]:
    text = unescape_uri(value.strip())
    if not versions.to_4:
        number, _, extension = text.removeprefix("tel:").partition(";ext=")
        text = escaped(f"{number} ext. {extension}" if extension else number)
        return _out(line, text, params_of(line, versions, drop=_NO_VALUE))
    return _out(line, text, params_of(line, versions))


def _link(line: Line, value: str, versions: Versions) -> list[Out]:
    name = _RENAMED_3.get(line.name, line.name) if not versions.to_4 else line.name
    text = uri_escaped(_LINE_ENDS.sub("", unescape_uri(value)).strip())
    params = params_of(line, versions)
    if not versions.to_4 and name in {"PHOTO", "LOGO", "SOUND", "KEY"}:
        params = [*(p for p in params if p.name != "VALUE"), Param("VALUE", "uri")]
    return _out(line, text, params, name)


def _list(line: Line, value: str, versions: Versions) -> list[Out]:
    parts = (escaped(unescape(item, versions.source)) for item in items(value))
    return _out(line, ",".join(parts), params_of(line, versions))


def _name(line: Line, value: str, versions: Versions) -> list[Out]:
    parts = [
        ",".join(escaped(unescape(item, versions.source)) for item in items(part))
        for part in components(value)
    ]
    parts += [""] * (5 - len(parts))
    return _out(line, ";".join(parts), params_of(line, versions))


def _parts(line: Line, value: str, versions: Versions) -> list[Out]:
    parts = [escaped(unescape(part, versions.source)) for part in components(value)]
    if line.name == "ADR":
        parts += [""] * (7 - len(parts))
    return _out(line, ";".join(parts), params_of(line, versions))


def _day(line: Line, value: str, versions: Versions) -> list[Out]:
    text = unescape(value, versions.source).strip()
    rename = _RENAMED_4 if versions.to_4 else _RENAMED_3
    name = rename.get(line.name, line.name)
    params = params_of(line, versions, drop=_NO_VALUE | {"X-APPLE-OMIT-YEAR"})
    day = day_of(text, omitted_year(line))
    if day is None:
        params.append(Param("VALUE", "text"))
        return _out(line, escaped(text), params, name)
    value, more = day_text(day, versions.target)
    if "T" in text and day.year:
        value = text
    return _out(line, value, params + more, name)


def day_text(day: PartialDate, target: str) -> tuple[str, list[Param]]:
    """A day in the version wanted, with the parameters it needs."""
    if target == "4.0":
        return (f"{day.year:04d}" if day.year else "--") + f"{day.month:02d}{day.day:02d}", []
    if day.year:
        return str(day), []
    # What Apple writes and reads; 3.0 has no date without a year.
    params = [Param("X-APPLE-OMIT-YEAR", str(NO_YEAR)), Param("VALUE", "date")]
    return f"{NO_YEAR}-{day.month:02d}-{day.day:02d}", params


def _geo(line: Line, value: str, versions: Versions) -> list[Out]:
    text = value.strip().lower().removeprefix("geo:")
    if text.count(";") + text.count(",") != 1:
        return _unknown(line, value, versions)
    latitude, longitude = (part.strip() for part in text.replace(";", ",").split(","))
    joined = f"geo:{latitude},{longitude}" if versions.to_4 else f"{latitude};{longitude}"
    return _out(line, joined, params_of(line, versions))


def _binary(line: Line, _: str, versions: Versions) -> list[Out]:
    data = binary_of(line)
    if data is None:
        return []
    text = base64.b64encode(data).decode()
    params = params_of(line, versions, drop=_NO_VALUE | {"MEDIATYPE"})
    suffix = suffix_of(data)
    if versions.to_4:
        types = [p.value.lower() for p in params if p.name == "TYPE"]
        mime = _MIME.get(suffix, "") or next((t for t in types if "/" in t), "")
        params = [p for p in params if p.name != "TYPE"]
        return _out(line, f"data:{mime or 'application/octet-stream'};base64,{text}", params)
    if suffix in _MIME and not any(p.name == "TYPE" for p in params):
        params.append(Param("TYPE", _MIME[suffix].partition("/")[2].upper()))
    return _out(line, text, [Param("ENCODING", "b"), *params])


def _agent(line: Line, versions: Versions) -> list[Out]:
    if versions.to_4:
        return [raw(line)]
    value = text_of(line, versions.fallback)
    if "\n" in value:  # a nested card of 2.1: one escaped text in 3.0
        return _out(line, escaped(value), params_of(line, versions, drop=_NO_VALUE))
    return _out(line, value, params_of(line, versions))


def _kind(line: Line, value: str, versions: Versions) -> list[Out]:
    kind = unescape(value).strip().lower()
    if versions.to_4:
        return _out(line, escaped(kind), [], "KIND")
    if kind == "org":
        return _out(line, "COMPANY", [], "X-ABSHOWAS")
    if kind == "group":
        return _out(line, "group", [], "X-ADDRESSBOOKSERVER-KIND")
    return _out(line, escaped(kind), [])


def _show_as(line: Line, value: str, versions: Versions) -> list[Out]:
    if versions.to_4 and value.strip().upper() == "COMPANY":
        return _out(line, "org", [], "KIND")
    return _unknown(line, value, versions)


def _android(line: Line, value: str, versions: Versions) -> list[Out]:
    """What every version has a property for; other rows as they stand."""
    parts = [unescape(part, versions.source) for part in components(value)]
    row = android.row_of(parts)
    if row is not None and row.kind == android.NICKNAME:
        return _out(line, escaped(row.value), [], "NICKNAME")
    day = day_of(row.value) if row is not None and row.kind == android.EVENT else None
    name = {"birthday": "BDAY", "anniversary": "X-ANNIVERSARY"}.get(row.label if row else "")
    if day is None or name is None:
        return _unknown(line, value, versions)
    text, params = day_text(day, versions.target)
    return _out(line, text, params, _RENAMED_4.get(name, name) if versions.to_4 else name)


def _unknown(line: Line, value: str, versions: Versions) -> list[Out]:
    """As it stands: nobody knows which of its commas and semicolons are structure."""
    rename = _RENAMED_4 if versions.to_4 else {}
    text = value.replace("\r\n", "\n")
    return _out(line, text, params_of(line, versions), rename.get(line.name, line.name))


_Converter = Callable[[Line, str, Versions], list[Out]]
_CONVERTERS: dict[str, _Converter] = {
    **dict.fromkeys(_TEXT, _text),
    **dict.fromkeys(_LISTS, _list),
    **dict.fromkeys(_PARTS, _parts),
    **dict.fromkeys(_LINKS, _link),
    **dict.fromkeys(_DAYS, _day),
    "N": _name,
    "GEO": _geo,
    "KIND": _kind,
    "X-ADDRESSBOOKSERVER-KIND": _kind,
    "X-ADDRESSBOOKSERVER-MEMBER": _unknown,
    "X-ABSHOWAS": _show_as,
    android.CUSTOM: _android,
}
