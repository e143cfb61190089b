"""Whether the snapshot may name some ids: told from its bytes, without reading a record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from netjournal.store.scanning import chunks

if TYPE_CHECKING:
    from netjournal.store.indexing import Place
    from netjournal.store.scanning import Read

_ESCAPED_DIGIT = b"\\u003"


def may_name(read: Read, span: Place, ids: Iterable[str]) -> bool:
    """Whether one of some ids, digits all of them, may be a text there; No is certain."""
    wanted = [b'"%b"' % id.encode("ascii") for id in ids]
    for data in chunks(read, span):
        if any(each in data for each in wanted):
            return True
        # one byte is looked for ten times as fast as several
        if b"\\" in data and _ESCAPED_DIGIT in data:
            return True
    return False
