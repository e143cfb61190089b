"""Where large binary values are kept, by the hash of what they hold."""

from __future__ import annotations

import hashlib
from typing import Protocol

_MAGIC = (
    (b"\xff\xd8\xff", ".jpg"),
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"GIF8", ".gif"),
    (b"BM", ".bmp"),
)


class Blobs(Protocol):
    """A store of bytes under names made from their hash; a folder, or memory in a dry run."""

    def put(self, content: bytes, suffix: str = "") -> str:
        """Keep the bytes and return the name to get them by."""
        ...

    def get(self, name: str) -> bytes | None:
        """The bytes kept under a name, or None if they are gone."""
        ...


def suffix_of(data: bytes) -> str:
    """The kind of a picture by its first bytes, never by what the card says; else ``.bin``."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    return next((suffix for magic, suffix in _MAGIC if data.startswith(magic)), ".bin")


class MemoryBlobs:
    """Blobs in memory, over those kept already: a plan writes nothing before it is applied."""

    def __init__(self, below: Blobs | None = None) -> None:
        self.kept: dict[str, tuple[bytes, str]] = {}
        """By name: the bytes and their suffix."""
        self._below = below

    def put(self, content: bytes, suffix: str = "") -> str:
        """Keep the bytes until they are written elsewhere."""
        name = hashlib.sha256(content).hexdigest() + suffix
        self.kept[name] = (content, suffix)
        return name

    def get(self, name: str) -> bytes | None:
        """The bytes kept here or below, or None if they are gone."""
        if found := self.kept.get(name):
            return found[0]
        return self._below.get(name) if self._below else None
