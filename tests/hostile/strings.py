"""Texts that attack a terminal, a markup, a format, a shell, a parser or a person's eyes."""

from __future__ import annotations

import json
import re
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "hostile_strings.json"

RAW = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What a terminal may obey, or what moves text about: C0, DEL, C1, bidi controls, separators."""

_TERMINAL = (
    "Ada \x1b[1;31mred\x1b[0m", "\x1b[2J\x1b[H", "\x1b]0;owned\x07", "\x1b]52;c;cm0gLXJm\x07",
    "\x1b]8;;http://example.org\x1b\\here\x1b]8;;\x1b\\", "\x1bP$q\"p\x1b\\", "\x1b_apc\x1b\\",
    "\x1b[6n", "\x1b[>c", "\x1b[?1049h", "\x1b[?1000h", "\x1b[200~pasted\x1b[201~", "\x1b(0lqqk",
    "\x9b31mC1", "\x9d0;title\x9c", "\x90q\x9c", "\x1b", "end\x1b[", "\x07bell", "a\x08\x08\x08b",
    "over\rwritten", "two\nlines", "three\r\nlines\r\nhere", "tab\tbed", "\x0b\x0c", "nul\x00nul",
    "\x7fdel", "\x85next line", "\u2028ls\u2029ps", "\x0e\x0fshift",
)  # fmt: skip
_EYES = (
    "\u202egnp.exe", "\u2066isolate\u2069", "\u2067rtl", "\u200e\u200f", "\u061cmark",
    "zero\u200bwidth", "soft\u00adhyphen", "\ufeffbom", "e" + "\u0301" * 90, "\u0301alone",
    "\U000e0041\U000e007f", "\u3164", "\u115f\u1160", "\u2800", "   ", "\u00a0", "\u3000",
    "\ud800lone", "tail\udfff", "\U0010ffff", "\ufffe", "\ue000private",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1e9\U0001f1ea", "1\ufe0f\u20e3",
    "\ufdfa" * 30, "𝕬𝖓𝖆", "Ａｎａ", "аnа (Cyrillic)", "ليان علي", "שלום", "李小红", "ｶﾀｶﾅ",
    "नि", "กำ",
)  # fmt: skip
_MARKUP = (
    "[/]", "[b]", "[@click=app.quit]x[/]", "[link=javascript:1]x[/link]", "[red]x[/blue]", "[[",
    "\\[b]", "[on $accent]", "$accent", "[bold", "]", "[/bold]", '[link="a]b"]c', "[x]" * 50,
    "<b>&amp;</b>", "{}", "{0} {name!r:>{w}}", "%s%n%(x)s", ":smile:", "`code`", "# head",
)  # fmt: skip
_FORMATS = (
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "a;b,c:d", 'say "hi"',
    "a,\nEND:VCARD\nBEGIN:VCARD\nFN:x", "x\r\nTEL:+1", "x\\nTEL:+1", "\\", "\\;\\,\\n", "^n^'^^",
    ";;;;", ",,,,", "BEGIN:VCARD", "END:VCALENDAR", "=3D=0A", "\u2028TEL:1", '{"a": 1}', "]]>",
    "null", "true", "0", "-1", "1e999", "NaN", "\\u0000", "a\tb\tc", "--", "-", "---", "...",
)  # fmt: skip
_SHELLS = (
    "--help", "--version", "--output=/etc/passwd", "-rf", "--journal", "$(id)", "`id`", "; id",
    "| id", "& id", "> /tmp/x", "$HOME", "~", "~root", "../../etc/passwd", "/etc/passwd", "a/b",
    "..", ".", "CON", "nul.txt", "a\\b", "*", "?", "!!", "'", '"', "''", "it's", "\\'", "%0a",
    "mailto:x?bcc=y", "javascript:alert(1)", "file:///etc/passwd", "http://[::1", "a@b@c",
    "x" * 300, "y" * 5_000, "w " * 3_000, "9" * 400,
)  # fmt: skip
_LANGUAGE = (
    "next:", "they: they: they:", ":", "::", ": :", "#", "##", "#" * 100, "on 31 february",
    "every 999999999 weeks", "in 99999999999 years", "0 days ago", "-5 days ago", "99/99/9999",
    "0000-00-00", "10000-01-01", "now now now", "and and and", ", , ,", "(", "((((((((((", ")",
    "OR", "AND", "NOT", "OR OR", "-(", "name:", "name:(", '"', "field:value:more", "last:..",
    "last:999999999999d..", "due:-1d", "calibre:..", "@", "@missing", "@@", "is:", "has:",
)  # fmt: skip

OWN = (*_TERMINAL, *_EYES, *_MARKUP, *_FORMATS, *_SHELLS, *_LANGUAGE)


_MOST = 2_000
"""How often a string repeats its unit."""


def shared_strings() -> tuple[str, ...]:
    """Those beside the repository, if they are; how long text may be is the bombs' business."""
    if not SHARED.exists():
        return ()
    found: list[str] = []
    for row in json.loads(SHARED.read_text(encoding="utf-8"))["strings"]:
        if "value" in row:
            text = row["value"]
        elif "bytes_hex" in row:
            text = bytes.fromhex(row["bytes_hex"]).decode("utf-8", "surrogateescape")
        else:
            again = row["repeat"]
            text = again["pre"] + again["unit"] * min(again["times"], _MOST) + again["post"]
        found.append(text)
    return tuple(found)


def all_strings() -> tuple[str, ...]:
    """Each once."""
    return tuple(dict.fromkeys((*OWN, *shared_strings())))


def storable(text: str) -> str:
    """The text as a UTF-8 file can hold it: half a surrogate pair cannot be written."""
    return text.encode("utf-8", "replace").decode("utf-8")
