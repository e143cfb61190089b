"""What an act changed, as ``field: old → new``; and the history of acts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from netjournal.clock import local_minute
from netjournal.domain.gesture import Change, Gesture, Raw, Table
from netjournal.domain.phrases import MONTHS
from netjournal.domain.values import Channel, Circle, CommitmentState, Direction, Reply
from netjournal.journal.known import Known
from netjournal.journal.references import POINTS_TO, references_in
from netjournal.journal.undoing import effective
from netjournal.views.telling import talk_words

_HIDDEN = {"made"}
_UNWRITTEN: Mapping[tuple[str, str], object] = {
    ("people", "circle"): Circle.ROLODEX,
    ("commitments", "state"): CommitmentState.OPEN,
}
"""What stands for a field that a record does not write because it is the default."""
_KIND = {"people": "person", "entries": "entry", "history": "history", "meta": "meta"}
VALUE_LIMIT = 60
_YEARLESS = re.compile(r"--(0[1-9]|1[0-2])-(\d\d)")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; None where it was, or is, not set."""

    name: str
    old: object
    new: object
    names: Mapping[str, str] = field(default_factory=dict)
    """Whom the ids in it name."""

    def __str__(self) -> str:
        old, new = _differing(self.old, self.new)
        return (
            f"{self.name.replace('_', ' ')}: {shown(self._named(old))} → {shown(self._named(new))}"
        )

    def _named(self, value: object) -> object:
        """The value with names for the ids in it."""
        if isinstance(value, list | tuple):
            return [self._named(item) for item in value]
        if isinstance(value, Mapping):
            return {name: self._named(part) for name, part in value.items()}
        return self.names.get(value, value) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """One record that an act made, edited or removed."""

    kind: str
    id: str
    what: str
    """Its name or text, to know it by."""
    verb: str
    """``new``, ``edited`` or ``removed``."""
    fields: tuple[FieldChange, ...]


def shown(value: object) -> str:
    """A value in short; what is empty is said as such."""
    if value in (None, "", [], (), {}):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        text = ", ".join(shown(item) for item in value)
    elif isinstance(value, Mapping):
        text = " ".join(str(part) for part in value.values() if part not in (None, ""))
    else:
        text = str(value)
        if yearless := _YEARLESS.fullmatch(text):  # a birthday as it is stored
            text = f"{int(yearless[2])} {MONTHS[int(yearless[1]) - 1]}"
    return text if len(text) <= VALUE_LIMIT else text[: VALUE_LIMIT - 1] + "…"


def _differing(old: object, new: object) -> tuple[object, object]:
    """Of two lists what only one of them has, for the rest says nothing."""
    if not (isinstance(old, list | tuple) and isinstance(new, list | tuple)):
        return old, new
    gone = [item for item in old if item not in new]
    come = [item for item in new if item not in old]
    return (gone, come) if gone or come else (old, new)


def record_changes(changes: Iterable[Change], known: Known) -> tuple[RecordChange, ...]:
    """Changes as people read them, ids told as names, also of people who come or go with them."""
    whole = tuple(changes)
    passing = [
        change._replace(before=None, after=change.after or change.before)
        for change in whole
        if change.table == Table.PEOPLE and known.raw(change.table, change.id) is None
    ]
    named = known.after(passing) if passing else known
    return tuple(_record_change(change, named) for change in whole)


def _record_change(change: Change, known: Known) -> RecordChange:
    before, after = _whole(change.table, change.before), _whole(change.table, change.after)
    names = [name for name in {**before, **after} if name not in _HIDDEN]
    return RecordChange(
        kind=_KIND.get(change.table, change.table.removesuffix("s")),
        id=change.id,
        what=_known_by(change.table, after or before, known),
        verb=_verb(change),
        fields=tuple(
            FieldChange(name, before.get(name), after.get(name), _named(name, before, after, known))
            for name in names
            if before.get(name) != after.get(name)
        ),
    )


def _named(name: str, before: Raw, after: Raw, known: Known) -> Mapping[str, str]:
    """The names of the people whose ids a field holds."""
    found = (each for raw in (before, after) for each in references_in({name: raw.get(name)}))
    return {id: known.name_of(id) for field, id in found if POINTS_TO[field] == Table.PEOPLE}


def _verb(change: Change) -> str:
    return "new" if change.before is None else "removed" if change.after is None else "edited"


def _whole(table: str, raw: Raw | None) -> Raw:
    """A record with the defaults that are worth telling; empty for none."""
    if raw is None:
        return {}
    defaults = {name: value for (of, name), value in _UNWRITTEN.items() if of == table}
    return {**defaults, **raw}


def _known_by(table: str, raw: Raw, known: Known) -> str:
    if table == Table.CONVERSATIONS:
        return _conversation(raw, known)
    if table == Table.PEOPLE and not raw.get("name"):
        return "me"
    for name in ("name", "text", "uid"):
        value = raw.get(name)
        if isinstance(value, str) and value:
            return shown(value)
    return _names(raw, known)


def _conversation(raw: Raw, known: Known) -> str:
    """``called, no answer · Ana Ruiz · the flat``, as far as it says so."""
    parts = [_names(raw, known), shown(raw["text"]) if raw.get("text") else ""]
    try:
        reply = raw.get("reply")
        words = talk_words(
            Channel(str(raw.get("channel"))),
            Direction(str(raw.get("direction"))),
            Reply(str(reply)) if reply else None,
            broadcast=bool(raw.get("broadcast")),
        )
    except ValueError:
        words = ""  # edited by hand into something else
    return " · ".join(part for part in (words, *parts) if part)


def _names(raw: Raw, known: Known) -> str:
    people = raw.get("people") or [raw.get("person")]
    ids = people if isinstance(people, list | tuple) else ()
    return ", ".join(known.name_of(id) for id in ids if isinstance(id, str))


_FOLLOWS_FROM = {"circle_since", "snoozed_on"}
"""Days that say nothing beside the field they belong to; text leaves them out."""


def change_text(changes: Sequence[RecordChange], limit: int = 12) -> Sequence[str]:
    """The changes as lines: made and removed ones by name, edited ones field by field."""
    lines = []
    for change in changes[:limit]:
        if change.verb == "edited":
            lines += [
                f"{change.kind} {change.what} — {field}"
                for field in change.fields
                if field.name not in _FOLLOWS_FROM
            ]
        else:
            lines.append(f"{change.verb} {change.kind}: {change.what}")
    if len(changes) > limit:
        lines.append(f"{len(changes) - limit:,} more")
    return lines


def changed_lines(changes: Sequence[Change], known: Known, limit: int = 12) -> Sequence[str]:
    """The same of changes not told yet, of which there may be thousands: only some are read."""
    lines = [*change_text(record_changes(changes[:limit], known), limit)]
    if len(changes) > limit:
        lines.append(f"{len(changes) - limit:,} more")
    return lines


def counted(changes: Iterable[Change]) -> str:
    """How many records of which kind: ``177 people and 180 cards removed``."""
    found: dict[str, dict[str, int]] = {}
    for change in changes:
        kinds = found.setdefault(_verb(change), {})
        kinds[change.table] = kinds.get(change.table, 0) + 1
    return ", ".join(
        f"{' and '.join(_many(count, table) for table, count in kinds.items())} {verb}"
        for verb, kinds in found.items()
    )


def _many(count: int, table: str) -> str:
    return f"{count:,} {_KIND.get(table, table.removesuffix('s')) if count == 1 else table}"


def changed_json(gesture: Gesture, known: Known) -> Mapping[str, object]:
    """An act in its JSON shape."""
    return {
        "gesture": gesture.id,
        "label": gesture.label,
        "records": changes_json(gesture.changes, known),
    }


def changes_json(changes: Iterable[Change], known: Known) -> list[Mapping[str, object]]:
    """Changes in their JSON shape."""
    return [
        {
            "kind": change.kind,
            "id": change.id,
            "fields": {field.name: [field.old, field.new] for field in change.fields},
        }
        for change in record_changes(changes, known)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One act of the user."""

    gesture: Gesture
    undone: bool

    @property
    def when(self) -> str:
        """Day and minute, as the clock on the wall said."""
        return local_minute(self.gesture.at)


def history_lines(gestures: Sequence[Gesture], limit: int | None = None) -> tuple[HistoryLine, ...]:
    """The acts, newest first."""
    state = effective(gestures)
    newest = tuple(reversed(gestures))[:limit]
    return tuple(HistoryLine(gesture=g, undone=not state[g.id]) for g in newest)


def history_json(lines: Iterable[HistoryLine]) -> Sequence[Mapping[str, object]]:
    """The acts in their JSON shape."""
    return [
        {
            "gesture": line.gesture.id,
            "at": line.gesture.at,
            "label": line.gesture.label,
            "records": len(line.gesture.changes),
            "undone": line.undone,
        }
        for line in lines
    ]
