"""The fields of records as people write them: one declaration for edit, show and forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.others import Entry, Gathering
from netjournal.domain.person import Address, Affiliation, Labelled, Me, Person
from netjournal.domain.settings import Settings
from netjournal.domain.values import (
    Channel,
    Circle,
    Direction,
    Owner,
    PartialDate,
    Recurrence,
    Reply,
    Span,
)
from netjournal.errors import InputError, UsageError
from netjournal.journal.days import day_from, span_from


@dataclass(frozen=True, slots=True)
class Reading:
    """What a field's text is read against."""

    today: date
    settings: Settings


Read = Callable[[str, Reading], Any]
Show = Callable[[Any], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: what it is called, how its text is read and shown."""

    name: str
    label: str
    read: Read
    show: Show
    attribute: str = ""
    """The record's attribute; empty means ``name``."""
    many: bool = False
    """Several values; ``+=`` adds one and ``-=`` takes one away."""
    help: str = ""

    @property
    def of(self) -> str:
        """The attribute of the record."""
        return self.attribute or self.name

    def text(self, record: Any) -> str:
        """The field's value as one would type it."""
        value = getattr(record, self.of)
        return ", ".join(self.show(v) for v in value) if self.many else self.show(value)

    def with_text(self, record: Any, operator: str, text: str, reading: Reading) -> Any:
        """The record with the field set (``=``), added to (``+=``) or taken from (``-=``).

        Raises:
            InputError: the text cannot be a value of this field.
            UsageError: the operator does not fit the field.
        """
        if not self.many:
            if operator != "=":
                raise UsageError(f"{self.name} has one value; write {self.name}=VALUE.")
            return replace(record, **{self.of: self.read(text.strip(), reading)})
        parts = [part.strip() for part in split_values(text)] if text.strip() else []
        values = tuple(self.read(part, reading) for part in parts)
        have = getattr(record, self.of)
        if operator == "+=":
            values = have + tuple(value for value in values if value not in have)
        elif operator == "-=":
            gone = {self.show(value).split(" (")[0] for value in values}
            values = tuple(v for v in have if self.show(v).split(" (")[0] not in gone)
        return replace(record, **{self.of: values})


def split_values(text: str) -> list[str]:
    """Values between commas; commas within brackets and quotes belong to the value."""
    parts, depth, quoted, start = [], 0, False, 0
    for place, char in enumerate(text):
        if char == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif char in "([":
            depth += 1
        elif char in ")]":
            depth = max(0, depth - 1)
        elif char == "," and not depth:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]


# readers and showers


def _same(text: str, _: Reading) -> str:
    return text


def _name(text: str, _: Reading) -> str:
    if not text:
        raise InputError("A name cannot be empty.")
    return text


def _shown(value: Any) -> str:
    return "" if value is None else str(value)


def _member(kind: type[StrEnum], what: str) -> Read:
    def read(text: str, _: Reading) -> Any:
        if not text:
            return None
        try:
            return kind(text.lower())
        except ValueError:
            known = ", ".join(kind)
            raise InputError(f"{text!r} is no {what}. Write one of: {known}.") from None

    return read


def _must(read: Read, what: str) -> Read:
    def required(text: str, reading: Reading) -> Any:
        value = read(text, reading)
        if value is None:
            raise InputError(f"The {what} cannot be empty.")
        return value

    return required


def _labelled(text: str, _: Reading) -> Labelled:
    """A value with its label in brackets: ``+44 20 7946 0000 (work)``."""
    if text.endswith(")") and " (" in text:
        value, _sep, label = text[:-1].rpartition(" (")
        return Labelled(value.strip(), label.strip())
    return Labelled(text)


def _show_labelled(item: Labelled) -> str:
    return f"{item.value} ({item.label})" if item.label else item.value


_ADDRESS_PARTS = ("street", "postcode", "city", "region", "country", "extended", "box", "label")


def _address(text: str, _: Reading) -> Address:
    """``[street; postcode; city; region; country]``, brackets optional."""
    parts = [part.strip() for part in text.strip().strip("[]").split(";")]
    return Address(**dict(zip(_ADDRESS_PARTS, parts, strict=False)))


def _show_address(address: Address) -> str:
    values = [getattr(address, part) for part in _ADDRESS_PARTS]
    while values and not values[-1]:
        values.pop()
    return "[" + "; ".join(values) + "]"


def _partial(text: str, reading: Reading) -> PartialDate | None:
    if not text:
        return None
    try:
        return PartialDate.parse(text)
    except ValueError:
        pass
    day = day_from(text, reading.today, past=True, settings=reading.settings)
    has_year = str(day.year) in text
    return PartialDate(day.month, day.day, day.year if has_year else None)


def _past_day(text: str, reading: Reading) -> date | None:
    return day_from(text, reading.today, past=True, settings=reading.settings) if text else None


def _coming_day(text: str, reading: Reading) -> date | None:
    return day_from(text, reading.today, past=False, settings=reading.settings) if text else None


def _span(text: str, reading: Reading) -> Span | None:
    return span_from(text, reading.today, reading.settings) if text else None


def _every(text: str, reading: Reading) -> Recurrence | None:
    if not text:
        return None
    bare = text.removeprefix("every ").strip()
    fixed = bare.endswith(" fixed")
    return Recurrence(
        span_from(bare.removesuffix(" fixed"), reading.today, reading.settings), fixed
    )


def _calibre(text: str, _: Reading) -> int | None:
    if not text:
        return None
    if text not in {"1", "2", "3", "4", "5"}:
        raise InputError(f"Calibre is a number from 1 to 5, not {text!r}.")
    return int(text)


def _yes(text: str, _: Reading) -> bool:
    if text.lower() in {"yes", "true", "1"}:
        return True
    if text.lower() in {"no", "false", "0", ""}:
        return False
    raise InputError(f"Write yes or no, not {text!r}.")


def _show_yes(value: bool) -> str:
    return "yes" if value else "no"


def _topic(text: str, _: Reading) -> str:
    return text.removeprefix("#").strip()


def _organisation(text: str, _: Reading) -> Affiliation:
    """``Acme, head of design`` is written ``Acme (head of design)``."""
    item = _labelled(text, _)
    return Affiliation(name=item.value, title=item.label)


def _show_organisation(item: Affiliation) -> str:
    return f"{item.name} ({item.title})" if item.title else item.name


_channel = _member(Channel, "channel")


def _field(name: str, label: str, read: Read = _same, show: Show = _shown, **more: Any) -> Field:
    return Field(name=name, label=label, read=read, show=show, **more)


PERSON: Sequence[Field] = (
    _field("name", "Name", _name),
    _field("given", "Given name"),
    _field("family", "Family name"),
    _field("nickname", "Nicknames", attribute="nicknames", many=True),
    _field("organisation", "Organisation", _organisation, _show_organisation,
           attribute="organisations", many=True, help="Acme (head of design)"),
    _field("email", "Email", _labelled, _show_labelled, attribute="emails", many=True,
           help="ana@example.org (work)"),
    _field("phone", "Phone", _labelled, _show_labelled, attribute="phones", many=True,
           help="+44 20 7946 0000 (home)"),
    _field("address", "Address", _address, _show_address, attribute="addresses", many=True,
           help="[street; postcode; city; region; country]"),
    _field("link", "Links", _labelled, _show_labelled, attribute="links", many=True),
    _field("birthday", "Birthday", _partial, help="12 april 1985, or without the year"),
    _field("circle", "Circle", _must(_member(Circle, "circle"), "circle"),
           help="inner, close, network or rolodex"),
    _field("cadence", "Cadence", _span, help="6 weeks; empty means the circle's"),
    _field("preferred", "Preferred channel", _channel),
    _field("never", "Never by", _must(_channel, "channel"), many=True),
    _field("topic", "Topics", _topic, attribute="topics", many=True),
    _field("met", "How we met", attribute="how_we_met"),
    _field("common", "In common", attribute="in_common"),
    _field("calibre", "Calibre", _calibre, help="1 to 5"),
)  # fmt: skip

ME_FIELDS: Sequence[Field] = (
    _field("name", "Name"),
    _field("serve", "The people I serve"),
    _field("heading", "Where I am heading"),
    _field("found_at", "Where I am found"),
    _field("purpose", "What this network is for"),
    _field("topic", "Topics", _topic, attribute="topics", many=True),
    _field("country", "Country", help="two letters, such as GB"),
)

CONVERSATION: Sequence[Field] = (
    _field("text", "Text"),
    _field("day", "Day", _must(_past_day, "day")),
    _field("channel", "Channel", _must(_channel, "channel")),
    _field("direction", "Direction", _must(_member(Direction, "direction"), "direction")),
    _field("reply", "Reply", _member(Reply, "reply")),
    _field("broadcast", "Broadcast", _yes, _show_yes),
    _field("settled", "No reply needed", _yes, _show_yes),
    _field("topic", "Topics", _topic, attribute="topics", many=True),
)

COMMITMENT: Sequence[Field] = (
    _field("text", "Text"),
    _field("owner", "Whose", _must(_member(Owner, "owner"), "owner")),
    _field("due", "Due", _coming_day),
    _field("snoozed", "Snoozed until", _coming_day),
    _field("channel", "Channel", _channel),
    _field("every", "Every", _every, help="6 weeks, or 6 weeks fixed"),
    _field("ask", "A favour I want", _yes, _show_yes),
    _field("outcome", "Outcome"),
)

ENTRY: Sequence[Field] = (
    _field("text", "Text", _name),
    _field("day", "Day", _must(_past_day, "day")),
    _field("closed", "Closed", _past_day),
    _field("topic", "Topics", _topic, attribute="topics", many=True),
)

GATHERING: Sequence[Field] = (
    _field("name", "Name", _name),
    _field("day", "Day", _past_day),
    _field("until", "Until", _past_day),
    _field("place", "Place"),
    _field("kind", "Kind"),
)

FIELDS: dict[type, Sequence[Field]] = {
    Person: PERSON,
    Me: ME_FIELDS,
    Conversation: CONVERSATION,
    Commitment: COMMITMENT,
    Entry: ENTRY,
    Gathering: GATHERING,
}


def field_of(record_class: type, name: str) -> Field:
    """The field a person names, by its name or attribute.

    Raises:
        UsageError: there is none; the nearest are named.
    """
    known = FIELDS[record_class]
    for field in known:
        if name.lower() in {field.name, field.of}:
            return field
    import difflib

    near = difflib.get_close_matches(name.lower(), [field.name for field in known], n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    listed = ", ".join(field.name for field in known)
    raise UsageError(f"There is no field {name!r}.{hint} The fields are: {listed}.")
