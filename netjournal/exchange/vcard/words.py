"""The words of vCards in plain words, and back: types, labels, networks, relations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from netjournal.exchange.vcard.charsets import decode_bytes, has_strange_bytes, to_bytes
from netjournal.exchange.vcard.header import Header, Param, uncareted
from netjournal.exchange.vcard.plain import one_line

_APPLE = re.compile(r"_\$!<(.*)>!\$_\Z", re.DOTALL)

# Says nothing about what a number or address is for.
_SILENT = frozenset(
    {
        "internet", "pref", "voice", "dom", "intl", "postal", "parcel", "x400", "other", "msg",
        "text", "textphone", "", "uri", "x-mobile",
    }
)  # fmt: skip
_SHOWN = {"cell": "mobile", "iphone": "mobile", "pcs": "mobile", "main": "main"}
_TYPES = {"mobile": "CELL"}
STANDARD = frozenset({"home", "work", "cell", "fax", "pager", "video", "car", "isdn"})
"""Types every version knows for numbers and addresses; other labels are written beside the line."""

NETWORKS = {
    "X-AIM": "aim", "X-ICQ": "icq", "X-SKYPE": "skype", "X-SKYPE-USERNAME": "skype",
    "X-JABBER": "jabber", "X-MSN": "msn", "X-YAHOO": "yahoo", "X-GTALK": "gtalk",
    "X-GOOGLE-TALK": "gtalk", "X-QQ": "qq", "X-TWITTER": "twitter", "X-FACEBOOK": "facebook",
    "X-LINKEDIN": "linkedin", "X-MASTODON": "mastodon", "X-GADUGADU": "gadugadu",
    "X-MATRIX": "matrix", "X-TELEGRAM": "telegram", "X-SIP": "sip", "X-WHATSAPP": "whatsapp",
    "X-SIGNAL": "signal", "X-THREEMA": "threema", "X-VIBER": "viber", "X-WECHAT": "wechat",
    "X-LINE": "line", "X-INSTAGRAM": "instagram", "X-XING": "xing", "X-GITHUB": "github",
    "X-DISCORD": "discord", "X-BLUESKY": "bluesky", "X-MS-IMADDRESS": "im",
    "X-KADDRESSBOOK-X-IMADDRESS": "im",
}  # fmt: skip
"""Properties of the time before IMPP (RFC 4770), and the networks they are about."""

LINK_NAMES = {
    "URL": "", "X-EVOLUTION-BLOG-URL": "blog", "X-EVOLUTION-VIDEO-URL": "video",
    "X-KADDRESSBOOK-BLOGFEED": "blog",
}  # fmt: skip
"""Properties that hold a page, and what it is; empty: their label or type says it."""
PHONE_NAMES = frozenset({"TEL", "X-MS-TEL"})
_KINDS = {
    "spouse": "partner", "sweetheart": "partner", "husband": "partner", "wife": "partner",
    "co-worker": "works with", "colleague": "works with", "acquaintance": "knows", "met": "knows",
    "contact": "knows", "son": "child", "daughter": "child",
}  # fmt: skip
_RELATED = {
    "partner": "spouse", "works with": "co-worker", "knows": "acquaintance", "child": "child",
    "parent": "parent", "sibling": "sibling", "friend": "friend", "neighbor": "neighbor",
    "emergency": "emergency", "agent": "agent", "kin": "kin",
}  # fmt: skip
RELATION_NAMES = {
    "X-SPOUSE": "partner", "X-EVOLUTION-SPOUSE": "partner", "X-MANAGER": "manager",
    "X-EVOLUTION-MANAGER": "manager", "X-ASSISTANT": "assistant",
    "X-EVOLUTION-ASSISTANT": "assistant", "X-ABRELATEDNAMES": "", "X-MS-SPOUSE": "partner",
    "X-MS-MANAGER": "manager", "X-MS-ASSISTANT": "assistant", "X-MS-CHILD": "child",
    "X-CHILDREN": "child", "X-MANAGERSNAME": "manager", "X-KADDRESSBOOK-X-SPOUSENAME": "partner",
    "X-KADDRESSBOOK-X-MANAGERSNAME": "manager", "X-KADDRESSBOOK-X-ASSISTANTSNAME": "assistant",
}  # fmt: skip
"""Properties that name somebody near, and what they are; empty: their label says it."""
DATE_NAMES = {
    "ANNIVERSARY": "anniversary", "X-ANNIVERSARY": "anniversary",
    "X-EVOLUTION-ANNIVERSARY": "anniversary", "X-MS-ANNIVERSARY": "anniversary",
    "X-KADDRESSBOOK-X-ANNIVERSARY": "anniversary", "X-ABDATE": "",
}  # fmt: skip
"""Properties that hold a day of the year, and its name; empty: their label says it."""
MATES = frozenset({"X-ABLABEL", "X-ABADR"})
"""Properties that say something of another line of their group."""


def plain_label(label: str) -> str:
    """A label without Apple's marks for words it translates: ``_$!<Mother>!$_`` is ``mother``."""
    match = _APPLE.match(label)
    return match[1].lower() if match else label


def label_of(header: Header, custom: str = "") -> str:
    """What a number or address is for: its own label, else its types in plain words."""
    if custom:
        return plain_label(custom)
    return _label(header) if header.params else ""


@lru_cache(maxsize=1024)
def _label(header: Header) -> str:
    seen: list[str] = []
    for name, value in header.params:
        if name == "TYPE" and (kind := type_text(value)).lower() not in _SILENT:
            plain = kind.lower().removeprefix("x-") if kind.isascii() else kind
            kind = kind.lower()
            word = _SHOWN.get(kind, plain)
            if word not in seen:
                seen.append(word)
    return " ".join(sorted(seen, key=_home_first)) if len(seen) > 1 else "".join(seen)


def type_text(value: str) -> str:
    """A type as a label can be: letters, on one line, without the quotes that 3.0 cannot write."""
    if value.isalnum() and value.isascii():
        return value
    text = decode_bytes(to_bytes(value)).text if has_strange_bytes(value) else value
    return one_line(uncareted(text)).replace('"', "'")


def _home_first(word: str) -> int:
    return 0 if word in {"home", "work"} else 1


def types_of(label: str) -> tuple[Param, ...] | None:
    """The types that are read back as a label; None if only a label beside the line can say it."""
    words = [_TYPES.get(word, word.upper()) for word in label.split()]
    params = tuple(Param("TYPE", word) for word in words)
    standard = all(word.lower() in STANDARD for word in words)
    return params if standard and label_of(Header(params=params)) == label else None


def preference(header: Header) -> int:
    """1 for the preferred, 100 for those without preference (RFC 6350 §5.3)."""
    return _preference(header) if header.params else 100


@lru_cache(maxsize=1024)
def _preference(header: Header) -> int:
    for name, value in header.params:
        if name == "PREF":
            return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 1
        if name == "TYPE" and value.lower() == "pref":
            return 1
    return 100


def relation_kind(words: Iterable[str]) -> str:
    """The journal's word for what somebody is."""
    kinds = [type_text(word).lower() for word in words]
    return next((_KINDS.get(kind, kind) for kind in kinds if kind not in _SILENT), "knows")


def related_type(kind: str) -> str:
    """The TYPE of RELATED for it (RFC 6350 §6.6.6), or nothing."""
    return _RELATED.get(kind, "")
