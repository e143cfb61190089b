"""Where large binary values are kept, by the hash of what they hold."""

from __future__ import annotations

import hashlib
from typing import Protocol

_MAGIC = (
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
)


class Blobs(Protocol):
    """A store of bytes under names made from their hash; a folder, or memory in a dry run."""

    def put(self, data: bytes, suffix: str) -> str:
        """Keep the bytes and return the name to get them by."""
        ...

    def get(self, name: str) -> bytes:
        """The bytes kept under a name.

        Raises:
            KeyError: nothing is kept under it.

        """
        ...


def blob_name(data: bytes, suffix: str) -> str:
    """SHA-256 of the bytes, and what they are."""
    return f"{hashlib.sha256(data).hexdigest()}.{suffix}"


def suffix_of(data: bytes) -> str:
    """The kind of a picture by its first bytes, never by what the card says; else ``bin``."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((suffix for magic, suffix in _MAGIC if data.startswith(magic)), "bin")


class MemoryBlobs:
    """Blobs in memory: for looking at a plan before anything is written."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def put(self, data: bytes, suffix: str) -> str:
        """Keep the bytes until they are written elsewhere."""
        name = blob_name(data, suffix)
        self.kept[name] = data
        return name

    def get(self, name: str) -> bytes:
        """The bytes kept under a name."""
        return self.kept[name]
