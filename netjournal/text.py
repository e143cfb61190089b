"""Text that is not ours: made safe for one line of a terminal, folded for comparison, measured.

Everything shown to a person passes ``safe_line`` or ``safe_block``; nothing stored does. What was
measured on terminals and Textual (escape sequences pass through, bidi controls reorder lines,
piles of combining marks hide their neighbours) decided the rules.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

LINE_LIMIT = 500
BLOCK_LIMIT = 200_000
BLOCK_LINES = 5_000
BLANK = "(blank)"
_DIGITS = 19
"""Of the largest identifier, which is the largest number that is read."""

# Bidirectional controls and isolates, invisible fillers, tag characters, line separators.
# ZWJ and ZWNJ (200c, 200d) stay: emoji, Persian and Indic names need them.
_HIDDEN = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_JOINERS = "\u200c\u200d"
_CONTROL = "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"
_FILLERS = "\u115f\u1160\u3164\uffa0"
"""What is hidden and yet a letter (category Lo)."""
_MARKS_IN_A_ROW = 6
_PILING = ("Mn", "Me")
"""Categories of what is drawn on the character before it."""
_SPACES = (
    " \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000\u2800"
)
"""What draws nothing: the spaces of Unicode (category Zs), and a Braille cell without a dot."""


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code == 0x09:
        return " "
    if code == 0x0A:
        return "\u2424"
    if code < 0x20:
        return chr(0x2400 + code)
    return "\ufffd"


def _calm_marks(text: str) -> str:
    """At most six combining marks or joiners in a row, and none on nothing."""
    out: list[str] = []
    run = 0
    for char in text:
        if char in _JOINERS or unicodedata.category(char) in _PILING:
            run += 1
            if run > _MARKS_IN_A_ROW:
                continue
            if not out:
                out.append("\u25cc")
        else:
            run = 0
        out.append(char)
    return "".join(out)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when first needed: few texts hold anything of the kind."""
    return re.compile(pattern)


@lru_cache(maxsize=4096)
def _is_plain(char: str) -> bool:
    """Whether a printable character is shown as it is wherever it stands."""
    return unicodedata.category(char) not in _PILING and char not in _FILLERS


def _safe(text: str) -> str:
    if text.isprintable() and (text.isascii() or all(map(_is_plain, set(text)))):
        return text
    visible = _compiled(_CONTROL).sub(_visible, _compiled(_HIDDEN).sub("", text))
    return _calm_marks(visible)


def safe_line(text: str, limit: int = LINE_LIMIT) -> str:
    """One line that no terminal obeys: controls made visible, hidden characters gone, cut first."""
    if len(text) > limit:
        text = text[: limit - 1] + "\u2026"
    safe = _safe(text)
    return safe if safe.strip(_SPACES) else (BLANK if text else "")


def safe_block(text: str, limit: int = BLOCK_LIMIT) -> str:
    """The same for several lines; line breaks stay."""
    cut = text[:limit].replace("\r\n", "\n").split("\n", BLOCK_LINES)[:BLOCK_LINES]
    return "\n".join(_safe(line) for line in cut)


def spaced(text: str) -> str:
    """The text with spaces for controls and invisible direction marks, which part words as well.

    Every other character keeps its place.
    """
    return text if text.isprintable() else text.translate(_PARTING)


_PARTING = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F),
     *range(0x2066, 0x206A), 0xFEFF),
    " ",
)  # fmt: skip


def fold(text: str) -> str:
    """A key for comparison: case, accents and width folded (``Zoë`` and ``ZOE`` are one).

    Letters that Unicode does not decompose (ł, ø, đ, ß, æ …) are folded to what people type
    without them; scripts without case stay as they are.
    """
    if text.isascii():
        return text.lower()
    # as bytes only the letters of ASCII are lowered, and one accent does not slow down a long text
    low = text.encode(errors="surrogatepass").lower().decode(errors="surrogatepass")
    return _compiled(_RUN).sub(_folded, low)


_RUN = "[^\x00-\x7f]+"
"""Is folded by itself: that joins nothing of it with a letter of ASCII beside it."""


def _folded(run: re.Match[str]) -> str:
    return fold_at_once(run[0])


@lru_cache(maxsize=4096)
def fold_at_once(text: str) -> str:
    """The same as ``fold``, which is quicker where most of a text is ASCII."""
    # decompose first, so that marks fall off before case folding changes the letters
    text = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    text = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFC", text.translate(_MARKS))


# Marks that people leave out when typing: Latin, Greek, Cyrillic accents, Hebrew points, Arabic
# vowels. Japanese voicing marks and Indic signs make other letters, so they stay.
_MARKS = dict.fromkeys(
    (
        *range(0x300, 0x370), *range(0x591, 0x5BE), 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7,
        *range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, *range(0x1AB0, 0x1B00),
        *range(0x1DC0, 0x1E00), *range(0x20D0, 0x2100),
    )
)  # fmt: skip
_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
        "ħ": "h", "ŋ": "n", "ŧ": "t", "ĸ": "k", "\u2019": "'", "\u2018": "'", "\u02bc": "'",
        "\u2010": "-", "\u2011": "-", "\u2013": "-", "\u2014": "-", "\u00a0": " ",
    }
)  # fmt: skip


def char_width(char: str) -> int:
    """Terminal cells of one character: 0, 1 or 2 (Unicode UAX #11, ambiguous as narrow)."""
    if char < "\u0300":
        return 0 if char == "\u00ad" else 1
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def width(text: str) -> int:
    """Terminal cells a line of text takes."""
    if text.isascii():
        return len(text)
    return sum(map(char_width, text))


def fit(text: str, cells: int) -> str:
    """The text cut or padded to exactly so many cells; a cut is marked with an ellipsis."""
    have = width(text)
    if have <= cells:
        return text + " " * (cells - have)
    if cells <= 0:
        return ""
    kept: list[str] = []
    used = 0
    for char in text:
        step = char_width(char)
        if used + step > cells - 1:
            break
        kept.append(char)
        used += step
    return "".join(kept) + "\u2026" + " " * (cells - 1 - used)


def whole_number(text: str) -> int | None:
    """The number that decimal digits spell; None for anything else, and for one beyond any of ours.

    ``int`` refuses more than some thousand digits (CPython's limit against slow conversions).
    """
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else None


def plural(count: int, one: str, many: str = "") -> str:
    """``1 line``, ``2,000 lines``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def size_words(count: int) -> str:
    """Bytes in the unit that suits them: ``12 kB``."""
    for unit in ("B", "kB"):
        if count < 1000:
            return f"{count} {unit}"
        count //= 1000
    return f"{count} MB"
