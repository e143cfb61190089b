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

_SEQUENCES = (
    "\x1b]8;id=a:b;https://example.org/?q=\x1b]0;x\x07\x07here\x1b]8;;\x07",
    "\x1bPq#0;2;0;0;0#0!99999999~-\x1b\\", "\x1b_Ga=T,f=32,s=99999,v=99999;AAAA\x1b\\",
    "pasted\x1b[201~\r:quit\r", "\x1b]1337;RequestUpload=format=tgz\x07", "\x1b]4;0;?\x07\x1b[>0q",
    "\x1b[?2026hfrozen", "\x1b[>31u\x1b[>4;2m", "\x1b#8\x1b[1;1;99;99$x", "\x1b[3J\x1b[8;1;1t",
    "\x1b]777;notify;a;b\x07\x1b]99;;c\x1b\\", "\x1b]133;A\x07\x1b]633;E;id\x07",
    "\x1b\x1b[[A\x1bOP",
    "\x1bP+q544e\x1b\\", "\u009b2J\u009d52;c;eA==\u009c\u0090q\u009c\u008d",
    "".join(map(chr, range(0x80, 0xA0))), "\udc9b31m", "\udcc2\udc9b2J", "\udce2\udc80\udcaegnp",
    "\ud83d\ude00", "Ana\udce9\udcff.vcf", "\\x1b[2J \\033[2J \\e[2J ^[[2J",
)  # fmt: skip
"""Pairs of low surrogates are bytes that were no UTF-8; written back as they came they would be."""
_INVISIBLE = (
    "\u2028" * 50, "\u2029a\u2028b",
    "Ana" + "".join(chr(0xE0000 + ord(char)) for char in "obey me"),
    "\U0001f3f4\U000e0067\U000e0062\U000e007f", "a" + "\ufe0f" * 3_000, "a" + "\U000e0100" * 500,
    "Z" + "\u0335\u0489\u20dd" * 3_400, "".join(char + "\u0316" * 40 for char in "zalgo"),
    "\u202a\u202b\u202d\u202e" * 40 + "x", "\u2066\u2067\u2068" * 50, "\u2069\u202c" * 50, "\u200d",
    "\u200c" * 3_000, "\u2060\u2061\u2062\u2063\u2064", "\u2800" * 9, "\u2000\u2005\u200a\u205f",
    "\U0001d173\U0001d17a", "\U0001bca0", "\ufff9a\ufffab\ufffb", "\u206a\u206f", "\u034f" * 99,
    "\u0600\u06dd1", "\U0001242b" * 30, "لُلُصّبُلُلصّبُررً ॣ ॣh ॣ 冗", "జ్ఞా", "\u1100\u1160\u11a8" * 40,
    "\U00013000\U00013430\U00013001", "\U0001f1e6" * 99, "\u180e\u180b\u180f", "\u0300\u0301",
)  # fmt: skip
_BRACKETS = (
    '[@click="app.bell()"]z[/@click]', "[@mouse.down=app.quit]q[/]", "\\\\\\[@click=app.quit]x[/]",
    "[[@click=app.quit]]x[/]", "[@click=app.open_url('file:///etc/passwd')]x",
    "[\n@click=app.quit]x",
    "[link='javascript:x' bold]y[/link]", "[b]\\", "][" * 200, "[b" * 500, "[/b][/i][/]",
    "[$foo 50%]x", "\x00[b]", "{self.app.exit()}", "{0.__class__.__mro__}",
    "<script>alert(1)</script>",
    "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><a>&a;</a>", "&#27;[2J",
)  # fmt: skip
_INJECTED = (
    "\n=cmd|' /C calc'!A0", "\u00a0=1+1", "\ufeff=1", "\u200b=1+1", "\x0b=1", "\x1f=1", '"\t"=1',
    ";=1", "\u3000＝1", "x\nEND:VCARD\nBEGIN:VCARD\nFN:y\nEND:VCARD", "x\n BEGIN:VCARD",
    "a\x85END:VCARD\x85BEGIN:VCARD", "a\x0bEND:VCARD\x0cBEGIN:VCARD", "b\x1cEND:VCARD\x1eTEL:1",
    "item1.FN:z", ";TYPE=x:y", "=0D=0AEND:VCARD", "x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "\\nRRULE:FREQ=SECONDLY", "a@example.org?bcc=b@example.org&attach=/etc/passwd",
    "a%0d%0aBcc:b@example.org", "a@example.org\r\nBcc: b@example.org",
    "a@example.org,b@example.org", "<a@example.org>", "a@[127.0.0.1]", "+1 23,,45#*",
    "+1;ext=2;phone-context=example.org", "tel:*#06#", "//example.org/x", "http:/\\example.org", "https://example.org\x00.example.net",
    "https://\u0435xample.org", "data:text/html,x", "http://a:b@example.org:99999", "smb://x/y",
)  # fmt: skip
_NAMES = (
    "-o/etc/passwd", "--journal=/dev/null", "--force", "@/etc/passwd", "@-", "~/x", "${HOME}",
    "`id`\n$(id)", "%(prog)s", "%", "%%d", "x\\", "../../x.jpg", "x/../../y", "C:\\x", "\\\\a\\b",
    "a\x00.jpg", "x.", "....//", "%2e%2e%2f", "é" * 127, "a" * 254 + "é", "photo\u202egpj.exe",
    "\x1b]0;x\x07.vcf", "two\nlines.vcf",
)  # fmt: skip
_NUMBERS = (
    "9" * 4_301, "in " + "9" * 4_301 + " days", "²", "in ² days", "every ½ weeks", "①",
    "in ١ weeks", "last:²d..", "calibre:①", "last:9999y..", "due:..9999999999999d", "1e400",
    "-Infinity", "0x10", "1_000", "in 400000 days", "9999-12-31", "0001-01-01", "every 0 days",
    "every -1 weeks",
    "every 1000000 months fixed from 9999-12-31", "born:²", "last:9999-99-99..", "NOT NOT NOT x",
    "@../../x", '{"__proto__": {}}', "31/12/" + "9" * 99,
)  # fmt: skip
"""What is a digit for ``str.isdigit`` and none for ``int``, or longer than ``int`` reads."""

OWN = (
    *_TERMINAL, *_EYES, *_MARKUP, *_FORMATS, *_SHELLS, *_LANGUAGE,
    *_SEQUENCES, *_INVISIBLE, *_BRACKETS, *_INJECTED, *_NAMES, *_NUMBERS,
)  # fmt: skip


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
