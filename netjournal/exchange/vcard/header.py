"""What stands before the colon of a content line: group, name and parameters."""

from __future__ import annotations

import binascii
import re
from functools import lru_cache

from netjournal.exchange.vcard.charsets import decode_bytes
from netjournal.tuples import NamedTuple

# RFC 6350 and its extensions, vCard 3.0 (RFC 2426) and 2.1. Other names are just as welcome; this
# list tells a property from a line of loose text.
KNOWN = frozenset(
    {
        "ADR", "AGENT", "ANNIVERSARY", "BDAY", "BEGIN", "BIRTHPLACE", "CALADRURI", "CALURI",
        "CAPURI", "CATEGORIES", "CLASS", "CLIENTPIDMAP", "CONTACT-URI", "CREATED",
        "DEATHDATE", "DEATHPLACE", "EMAIL", "END", "EXPERTISE", "FBURL", "FN", "GENDER",
        "GEO", "GRAMGENDER", "HOBBY", "IMPP", "INTEREST", "KEY", "KIND", "LABEL", "LANG",
        "LANGUAGE", "LOGO", "MAILER", "MEMBER", "N", "NAME", "NICKNAME", "NOTE", "ORG",
        "ORG-DIRECTORY", "PHOTO", "PRODID", "PROFILE", "PRONOUNS", "RELATED", "REV", "ROLE",
        "SOCIALPROFILE", "SORT-STRING", "SOUND", "SOURCE", "TEL", "TITLE", "TZ", "UID",
        "URL", "VERSION", "XML",
    }
)  # fmt: skip
_URI_FLAGS = frozenset({"URL", "URI", "CONTENT-ID", "CID", "INLINE"})
_QUOTED_PRINTABLE = "QUOTED-PRINTABLE"
_LONGEST_CACHED = 200
_MEDIA = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})

# blanks and control characters around a name are damage, not part of it
_NAME = re.compile(r"[\x00-\x20\x7f]*(?:([\w-]+)\.)?([\w-]+)[\x00-\x20\x7f]*(?=;|\Z)", re.ASCII)
# A backslash keeps a quote inside a quoted value (Apple); else only quotes end it (RFC 6350 §3.3).
_ESCAPING = r'"(?:\\.|[^"\\])*"'
_PLAIN = r'"[^"]*"'
_COLON = re.compile(rf'(?:{_PLAIN}|[^":])*:', re.DOTALL)
_COLON_ESCAPING = re.compile(rf'(?:{_ESCAPING}|[^":])*:', re.DOTALL)
_PARAMETER = re.compile(rf'(?:{_ESCAPING}|[^";])*', re.DOTALL)
_PART = re.compile(rf'(?:{_ESCAPING}|[^",])+', re.DOTALL)
# A label of Samsung's telephones: X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=C3=84rzte).
_OWN_LABEL = re.compile(
    r"X-CUSTOM\((?:CHARSET=([^,()]+),)?(ENCODING=QUOTED-PRINTABLE,)?(.*)\)\Z", re.IGNORECASE
)
_CARET = re.compile(r"\^([n'^])")
_CARETS = {"n": "\n", "'": '"', "^": "^"}


class Param(NamedTuple):
    """One parameter value; ``TYPE=HOME,WORK`` is two of them."""

    name: str
    """Upper-case."""
    value: str


class Header(NamedTuple):
    """Group, name and parameters of a content line."""

    name: str = ""
    """Upper-case; empty if the line could not be understood."""
    group: str = ""
    params: tuple[Param, ...] = ()
    encoding: str = ""
    """``q`` for quoted-printable, ``b`` for base64, else empty."""
    charset: str = ""
    """As declared."""
    is_binary: bool = False
    """The value is base64 of anything but text, which some telephones write in base64 too."""
    altid: str = ""
    """What the alternatives of one value have in common (RFC 6350 §5.4)."""

    def values(self, name: str) -> tuple[str, ...]:
        """Every value of one parameter."""
        return tuple(param.value for param in self.params if param.name == name)

    @property
    def types(self) -> frozenset[str]:
        """The lower-case values of TYPE."""
        return frozenset(param.value.lower() for param in self.params if param.name == "TYPE")


def colon_of(text: str) -> int:
    """Where the header of an unfolded line ends, or -1."""
    colon = text.find(":")
    if colon < 0 or '"' not in text[:colon]:
        return colon
    pattern = _COLON_ESCAPING if '\\"' in text[:colon] else _COLON
    found = pattern.match(text)
    return found.end() - 1 if found else colon


def parse_header(text: str) -> Header | None:
    """Read what stands before the colon; None if it is no header.

    A parameter without a name is a TYPE, an encoding or a kind of value, as vCard 2.1 wrote them.
    """
    return _cached(text) if len(text) < _LONGEST_CACHED else _parse(text)


@lru_cache(maxsize=2048)
def _cached(text: str) -> Header | None:
    return _parse(text)


def _parse(text: str) -> Header | None:
    match = _NAME.match(text)
    if not match:
        return None
    params: list[Param] = []
    at = match.end()
    while at < len(text):
        found = _PARAMETER.match(text, at + 1)
        stop = found.end() if found else at + 1
        # an odd quote stops the pattern: take the rest as it stands
        if stop < len(text) and text[stop] != ";":
            stop = len(text)
        params.extend(_parameter(text[at + 1 : stop]))
        at = stop
    encodings = {p.value.upper() for p in params if p.name == "ENCODING"}
    encoding = (
        "q" if encodings & {_QUOTED_PRINTABLE, "Q"} else "b" if encodings & {"BASE64", "B"} else ""
    )
    charset = next((p.value for p in params if p.name == "CHARSET"), "")
    name = match[2].upper()
    is_binary = encoding == "b" and (name in _MEDIA or name not in KNOWN)
    altid = next((p.value for p in params if p.name == "ALTID"), "")
    return Header(name, match[1] or "", tuple(params), encoding, charset, is_binary, altid)


def _parameter(text: str) -> list[Param]:
    if label := _OWN_LABEL.match(text.strip()):
        return [Param("TYPE", _own_label(label))]
    name, equals, value = text.partition("=")
    if not equals:
        bare = name.strip().upper()
        if bare in {_QUOTED_PRINTABLE, "BASE64", "7BIT", "8BIT"}:
            return [Param("ENCODING", bare)]
        if bare in _URI_FLAGS:
            return [Param("VALUE", bare)]
        return [Param("TYPE", kind) for part in name.split(",") if (kind := part.strip())]
    key = name.strip().upper()
    parts = [_unquoted(part) for part in _PART.findall(value) if part.strip()]
    if key == "TYPE":  # a list may be quoted as a whole: TYPE="voice,cell" (RFC 6350 §5)
        parts = [kind.strip() for part in parts for kind in part.split(",")]
    return [Param(key, part) for part in parts]


def _own_label(match: re.Match[str]) -> str:
    raw = match[3].encode("utf-8", "surrogateescape")
    return decode_bytes(binascii.a2b_qp(raw) if match[2] else raw, match[1] or "").text


def _unquoted(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1].replace('\\"', '"')
    return text


def uncareted(text: str) -> str:
    """A parameter value with the ``^n ^' ^^`` of RFC 6868 decoded (vCard 4.0 only)."""
    return _CARET.sub(lambda match: _CARETS[match[1]], text) if "^" in text else text
