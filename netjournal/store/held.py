"""Records held as the lines they stand in, each read when it is asked for.

A conversation takes half the room so, and a line that is as this program writes it is known to be
good without being parsed: a pattern reads it through, in a third of the time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, ItemsView, Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import islice

from netjournal.domain.conversation import Conversation
from netjournal.domain.gesture import Raw, Table
from netjournal.tuples import NamedTuple

WORTH_IT = 1 << 18
"""Bytes of conversations from which on they are held; below, parsing everything is as quick."""
_AT_ONCE = 500
"""Lines that are looked through together."""
STAND_IN = "\0held"
"""What stands in the place of the table in what is left to be parsed."""
_HEAD = b'\n"%s": {\n' % Table.CONVERSATIONS.encode()
_NUMBER = re.compile(rb'"([0-9]+)"')
_decode = json.JSONDecoder().raw_decode


class Held(Mapping[str, object]):
    """A raw record as the bytes of its JSON object, in which no other object stands."""

    __slots__ = ("line",)
    _newest: tuple[Held | None, dict[str, object]] = (None, {})
    """What was read last, for who goes on asking about it."""

    def __init__(self, line: bytes) -> None:
        self.line = line

    def _whole(self) -> dict[str, object]:
        held, fields = Held._newest
        if held is not self:
            fields = _decode(self.line.decode())[0]
            Held._newest = (self, fields)
        return fields

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and _field(name)[0] in self.line

    def get(self, name: str, default: object = None) -> object:
        """A field's value, or the default; of plain texts nothing else of the record is read."""
        mark, plain = _field(name)
        if mark not in self.line:
            return default
        found = plain.search(self.line)
        if found is None:
            return self._whole()[name]
        text, texts = found.groups()
        return text.decode() if texts is None else texts.decode().split('","')

    def __getitem__(self, name: str) -> object:
        value = self.get(name, self)
        if value is self:
            raise KeyError(name)
        return value

    def may_name(self, ids: Set[bytes]) -> bool:
        """Whether one of some ids, digits all of them, may be a text in it; No is certain."""
        return b"\\u" in self.line or not ids.isdisjoint(_NUMBER.findall(self.line))

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def items(self) -> ItemsView[str, object]:
        """Every field with its value."""
        return self._whole().items()


@cache
def _field(name: str) -> tuple[bytes, re.Pattern[bytes]]:
    """What a field begins with, and it with a text or texts in which nothing is escaped.

    Nothing else can look so: within a text the quotes on either side of a name are escaped.
    """
    mark = b'"%s":' % name.encode()
    text = rb'[^"\\]*+'
    return mark, re.compile(re.escape(mark) + rb'(?:"(%b)"|\["(%b(?:","%b)*+)"\])' % ((text,) * 3))


def held_with(rows: Mapping[str, Raw], sides: Sequence[Sequence[str]]) -> dict[str, Raw]:
    """The records that may hold all folded words of a side, others among them.

    Of those that are held it is told by their lines; none is read for it.
    """
    from netjournal.store.scanning import lines_with

    found = {id: raw for id, raw in rows.items() if not isinstance(raw, Held)}
    lines = (
        b"%b %b" % (id.encode(), raw.line) for id, raw in rows.items() if isinstance(raw, Held)
    )
    while data := b"\n".join(islice(lines, _AT_ONCE)):
        for line in lines_with(
            lambda start, count: data[start : start + count], (0, len(data)), sides
        ):
            id = line[: line.index(b" ")].decode()
            found[id] = rows[id]
    return found


class Apart(NamedTuple):
    """A snapshot whose conversations are held."""

    rest: bytes
    """The JSON of everything else."""
    conversations: dict[str, Raw]


def held_apart(data: bytes, parse: Callable[[str], object]) -> Apart | None:
    """Take the conversations out of a snapshot that has one record on each line of theirs.

    Lines that are not as the program writes them are parsed. None where everything is better
    parsed: because it is little, laid out otherwise, or not good JSON, of which that can tell more.
    """
    start = data.find(_HEAD) + len(_HEAD)
    end = data.find(b"\n}", start)
    if start < len(_HEAD) or end - start < WORTH_IT:
        return None
    block = data[start:end]
    try:
        block.decode()
        table = {
            id.decode(): Held(line) if line else _parsed(other, parse)
            for id, line, other in map(re.Match.groups, _line().finditer(block))
        }
    except (ValueError, TypeError, RecursionError):
        return None
    if len(table) != block.count(b"\n") + 1:
        return None  # a line of another form, or one id twice
    rest = b"".join((data[: start - 2], json.dumps(STAND_IN).encode(), data[end + 2 :]))
    return Apart(rest, table)


def _parsed(line: bytes, parse: Callable[[str], object]) -> Raw:
    raw = parse(line.decode())
    if not isinstance(raw, dict):
        raise TypeError("no record")
    return raw


@cache
def _line() -> re.Pattern[bytes]:
    """An id with its record as it is written: the fields in their order, none of them nested.

    So none can stand twice. Or else an id with whatever is on its line.
    """
    text = rb'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+"'
    value = rb"(?:%b|\[(?:%b(?:,%b)*+)?\]|true|false|null)" % ((text,) * 3)
    named = [name for name in Conversation._fields if name not in {"id", "made", "extra"}]
    fields = b"".join(rb'(?:,"%b":%b)?+' % (name.encode(), value) for name in named)
    record = rb'\{"made":%b%b\}' % (text, fields)
    return re.compile(rb'^"([0-9]+)": (?:(%b)|(.*))(?:,\n|\Z)' % record, re.MULTILINE)
