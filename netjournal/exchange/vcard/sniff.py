"""What bytes are: UTF-16 and UTF-32 become UTF-8; everything else is left alone, byte for byte."""

from __future__ import annotations

import codecs

from netjournal.tuples import NamedTuple

_HEAD = 4096
_MANY_NULS = 0.3

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Sniffed(NamedTuple):
    """The bytes of a file, ready to be split into cards."""

    data: bytes
    """UTF-8 if the file was UTF-16 or UTF-32; else exactly the bytes given."""
    encoding: str = ""
    """``utf-16-le`` and the like; empty when nothing was converted."""
    mark: bytes = b""
    """The byte order mark that was taken off."""
    tail: bytes = b""
    """Bytes of half a character at the end."""

    def restored(self) -> bytes:
        """The file as it was."""
        if not self.encoding:
            return self.data
        text = self.data.decode("utf-8", "surrogatepass")
        return self.mark + text.encode(self.encoding, "surrogatepass") + self.tail


def sniff(raw: bytes) -> Sniffed:
    """Convert what is certainly UTF-16 or UTF-32; never raises and never loses a byte."""
    mark, encoding = _marked(raw)
    if not encoding:
        return Sniffed(raw)
    unit = 4 if "32" in encoding else 2
    end = len(raw) - (len(raw) - len(mark)) % unit
    try:
        text = raw[len(mark) : end].decode(encoding, "surrogatepass")
        found = Sniffed(text.encode("utf-8", "surrogatepass"), encoding, mark, raw[end:])
    except UnicodeError:
        return Sniffed(raw)
    return found if found.restored() == raw else Sniffed(raw)


def _marked(raw: bytes) -> tuple[bytes, str]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return mark, encoding
    # Without a mark: Western text in UTF-16 has a NUL in every second byte.
    head = raw[:_HEAD]
    if len(head) >= 2:
        for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
            half, other = head[start::2], head[1 - start :: 2]
            if half.count(0) > _MANY_NULS * len(half) and not other.count(0):
                return b"", encoding
    return b"", ""
