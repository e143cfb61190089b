"""A file of answers that never change: one question costs two small reads, whatever the size.

The idea is that of D. J. Bernstein's cdb. A first line says what the file is; the answers follow
as lines ``["question", answer]``, those of one slot together; a table at the end gives place and
CRC-32 of each slot. Nothing is synced: what a power cut leaves of it fails its checksums.
"""

from __future__ import annotations

import json
import os
import re
from binascii import crc32
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from struct import Struct
from struct import error as StructError  # noqa: N812 - its own name says nothing
from typing import Any

from netjournal.store.files import Files, close, discard, temporary, write_all
from netjournal.store.log import to_bytes

FORMAT = 1
_HEAD_BYTES = 1024
_SLOT = Struct("<QI")
_TWO_SLOTS = Struct("<QIQI")
FEW = 4
"""Of so many answers one may be another, for all of them to be kept."""


class DamagedDictionaryError(Exception):
    """The file is not what was written, or cannot be read; whoever asks must look elsewhere."""


class Dictionary:
    """Such a file, open; it stays as it is even if another takes its place."""

    def __init__(self, files: Files, path: Path) -> None:
        """Open it and read its first line.

        Raises:
            DamagedDictionaryError: it is not there, or not what was written.

        """
        self._files = files
        self._fd = -1
        try:
            self._fd = files.open(path, os.O_RDONLY)
            first, _, _ = files.read(self._fd, _HEAD_BYTES, 0).partition(b"\n")
            size = files.fstat(self._fd).st_size
        except OSError as error:
            self.close()
            raise DamagedDictionaryError(str(error)) from error
        checksum, _, body = first.partition(b" ")
        if checksum != b"%08x" % crc32(body):
            self.close()
            raise DamagedDictionaryError("its first line")
        said = json.loads(body)
        self.slots: int = said["slots"]
        """Over how many the answers are spread."""
        self._table: int = said["table"]
        self.about: Any = said["about"]
        """What it was made of."""
        if said["format"] != FORMAT or size != self._table + (self.slots + 1) * _SLOT.size:
            self.close()
            raise DamagedDictionaryError("its format or length")

    def get(self, question: str) -> Any:
        """The answer, or None where there is none.

        Raises:
            DamagedDictionaryError: what was written there cannot be read any more.

        """
        slot = _slot_of(question, self.slots)
        try:
            entry = self._files.read(self._fd, _TWO_SLOTS.size, self._table + slot * _SLOT.size)
            start, checksum, stop, _ = _TWO_SLOTS.unpack(entry)
            if not 0 < start <= stop <= self._table:
                raise DamagedDictionaryError("its table")
            lines = self._files.read(self._fd, stop - start, start) if stop > start else b""
        except (OSError, StructError) as error:
            raise DamagedDictionaryError(str(error)) from error
        if crc32(lines) != checksum:
            raise DamagedDictionaryError("a part of it")
        for line in lines.split(b"\n")[:-1]:
            asked, answer = json.loads(line)
            if asked == question:
                return answer
        return None

    def parts(self) -> tuple[list[bytes], list[int]]:
        """The lines of each slot, and their checksums.

        Raises:
            DamagedDictionaryError: they are not what was written.

        """
        try:
            length = self._table - _HEAD_BYTES
            body = self._files.read(self._fd, length, _HEAD_BYTES)
            table = self._files.read(self._fd, (self.slots + 1) * _SLOT.size, self._table)
            starts, checksums = zip(*_SLOT.iter_unpack(table), strict=True)
        except (OSError, StructError) as error:
            raise DamagedDictionaryError(str(error)) from error
        places = pairwise(start - _HEAD_BYTES for start in starts)
        parts = [body[start:stop] for start, stop in places]
        if list(map(crc32, parts)) != list(checksums[:-1]):
            raise DamagedDictionaryError("a part of it")
        return parts, list(checksums[:-1])

    def close(self) -> None:
        """Let go of the file."""
        if self._fd >= 0:
            fd, self._fd = self._fd, -1
            close(self._files, fd)


def write_dictionary(
    files: Files, path: Path, about: object, answers: Iterable[tuple[str, object]]
) -> None:
    """Put a new dictionary in the place of an old one, at once; questions must differ.

    Raises:
        OSError: it could not be written; the old one is still there, or none.

    """
    rows = [(question, to_bytes([question, answer])) for question, answer in answers]
    slots = len(rows) + 1
    filled: list[list[bytes]] = [[] for _ in range(slots)]
    for question, line in rows:
        filled[_slot_of(question, slots)].append(line + b"\n")
    parts = [b"".join(lines) for lines in filled]
    _put(files, path, about, parts, [crc32(part) for part in parts])


def patch_dictionary(
    files: Files, path: Path, old: Dictionary, about: object, answers: Mapping[str, object]
) -> bool:
    """Put a dictionary with some other answers in the place of one; None takes an answer away.

    False, and nothing was done: so many are others that all of it is better made anew.

    Raises:
        DamagedDictionaryError: the old one is not what was written.
        OSError: it could not be written; the old one is still there.

    """
    slots = old.slots
    if len(answers) * FEW > slots:
        return False
    parts, checksums = old.parts()
    changed: dict[int, dict[str, object]] = {}
    for question, answer in answers.items():
        changed.setdefault(_slot_of(question, slots), {})[question] = answer
    for slot, others in changed.items():
        kept = [line for line in parts[slot].split(b"\n")[:-1] if _asked(line) not in others]
        kept += (to_bytes([q, answer]) for q, answer in others.items() if answer is not None)
        parts[slot] = b"".join(line + b"\n" for line in kept)
        checksums[slot] = crc32(parts[slot])
    _put(files, path, about, parts, checksums)
    return True


def carry_dictionary(
    files: Files,
    path: Path,
    old: Dictionary,
    about: object,
    letters: str,
    carry: Callable[[str, Any], Any],
) -> None:
    """Put a dictionary with some answers made anew of what they were in the place of one.

    ``carry`` makes each of a question and its answer; only those of some ``letters`` are other.

    Raises:
        DamagedDictionaryError: the old one is not what was written.
        OSError: it could not be written; the old one is still there.

    """
    parts, checksums = old.parts()
    other = re.compile(rb'^(?=\["[%b])(.*)$' % letters.encode("ascii"), re.MULTILINE)

    def anew(line: re.Match[bytes]) -> bytes:
        asked, was = json.loads(line[1])
        return to_bytes([asked, carry(asked, was)])

    for slot, part in enumerate(parts):
        parts[slot], count = other.subn(anew, part)
        if count:
            checksums[slot] = crc32(parts[slot])
    _put(files, path, about, parts, checksums)


def _asked(line: bytes) -> str:
    question: str = json.loads(line)[0]
    return question


def _put(
    files: Files, path: Path, about: object, parts: Sequence[bytes], checksums: Sequence[int]
) -> None:
    # the head is padded, so that it tells where the table begins without shifting it
    start = _HEAD_BYTES
    table = bytearray()
    for part, checksum in zip(parts, checksums, strict=True):
        table += _SLOT.pack(start, checksum)
        start += len(part)
    table += _SLOT.pack(start, 0)
    said = {"format": FORMAT, "slots": len(parts), "table": start, "about": about}
    body = to_bytes(said).ljust(_HEAD_BYTES - len(b"01234567 \n"))
    head = b"%08x %s\n" % (crc32(body), body)
    temp = temporary(path)
    files.unlink(temp)
    try:
        fd = files.open(temp, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW)
        try:
            write_all(files, fd, b"".join((head, *parts, table)))
        finally:
            close(files, fd)
        files.replace(temp, path)
    except BaseException:
        discard(files, temp)
        raise


def _slot_of(question: str, slots: int) -> int:
    return crc32(question.encode("utf-8", "surrogatepass")) % slots
