"""The values of fields as people write them: read from text, and shown as they read back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from netjournal.domain.abroad import ending_country
from netjournal.domain.person import Address, Affiliation, Labelled, NamedDate, Relation
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, PartialDate, Recurrence, Span
from netjournal.errors import InputError
from netjournal.journal.days import day_from, span_from


@dataclass(frozen=True, slots=True)
class Reading:
    """What a field's text is read against."""

    today: date
    settings: Settings


Read = Callable[[str, Reading], Any]
Show = Callable[[Any], str]


def split_values(text: str) -> list[str]:
    """Values between commas; commas within brackets and quotes belong to the value.

    A value in quotes is meant letter for letter; a quote within it is written twice.
    """
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
    return [_unquoted(part.strip()) for part in (*parts, text[start:])]


def split_addresses(text: str) -> list[str]:
    """The same of addresses: one without brackets goes on over its commas, as it is typed."""
    parts: list[str] = []
    for piece in split_values(text):
        if parts and not (piece.startswith("[") or parts[-1].startswith("[")):
            parts[-1] += f", {piece}"
        else:
            parts.append(piece)
    return parts


def quoted(text: str) -> str:
    """A value as it reads back: in quotes where a comma, quote or bracket would cut it."""
    whole = split_values(f"{text}, -") == [text, "-"]
    return text if whole else '"' + text.replace('"', '""') + '"'


def _unquoted(text: str) -> str:
    if len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1].replace('""', '"')
    return text


def plain(text: str, _: Reading) -> str:
    """Text as it is."""
    return text


def filled(what: str) -> Read:
    """A reader of text that must not be empty."""

    def read(text: str, _: Reading) -> str:
        if not text:
            raise InputError(f"The {what} cannot be empty.")
        return text

    return read


def shown(value: Any) -> str:
    """A value in its own words; nothing for none."""
    return "" if value is None else str(value)


def member(kind: type[StrEnum], what: str) -> Read:
    """A reader of one of a few words; nothing means none."""

    def read(text: str, _: Reading) -> Any:
        if not text:
            return None
        try:
            return kind(text.lower())
        except ValueError:
            known = ", ".join(kind)
            raise InputError(f"{text!r} is no {what}. Write one of: {known}.") from None

    return read


def must(read: Read, what: str) -> Read:
    """The same reader, refusing none."""

    def required(text: str, reading: Reading) -> Any:
        value = read(text, reading)
        if value is None:
            raise InputError(f"The {what} cannot be empty.")
        return value

    return required


def labelled(text: str, _: Reading) -> Labelled:
    """A value with its label in brackets: ``+44 20 7946 0000 (work)``."""
    value = bare(text)
    return Labelled(value, text[len(value) :].strip().removeprefix("(").removesuffix(")"))


def bare(text: str) -> str:
    """A value without the label in brackets at its end."""
    depth = 0
    for place in range(len(text) - 1, 0, -1):
        depth += (text[place] == ")") - (text[place] == "(")
        if depth == 0:
            return text[:place].rstrip() if text.endswith(")") and text[place - 1] == " " else text
    return text


def show_labelled(item: Labelled) -> str:
    """The value, and its label in brackets."""
    return _with_label(item.value, item.label)


def _with_label(value: str, label: str) -> str:
    """The value with its label; with empty brackets where its own would read as one."""
    return f"{value} ({label})" if label or bare(value) != value else value


_ADDRESS_PARTS = ("street", "postcode", "city", "region", "country", "extended", "box", "label")


def address(text: str, _: Reading) -> Address:
    """``[street; postcode; city; region; country]``, or all of it as it stands on an envelope."""
    parts = [part.strip() for part in text.strip().strip("[]").split(";")]
    if len(parts) == 1 and (country := ending_country(parts[0])):
        street = parts[0].removesuffix(country).rstrip(", ")
        return Address(street=street, country=country) if street else Address(street=country)
    return Address(**dict(zip(_ADDRESS_PARTS, parts, strict=False)))


def show_address(address: Address) -> str:
    """The parts of an address in brackets, as ``address`` reads them."""
    values = [getattr(address, part) for part in _ADDRESS_PARTS]
    while values and not values[-1]:
        values.pop()
    return "[" + "; ".join(values) + "]"


def partial_date(text: str, reading: Reading) -> PartialDate | None:
    """A day of the year in any words for a day, with or without its year."""
    if not text:
        return None
    try:
        return PartialDate.parse(text)
    except ValueError:
        pass
    day = day_from(text, reading.today, past=True, settings=reading.settings)
    has_year = str(day.year) in text
    return PartialDate(day.month, day.day, day.year if has_year else None)


def named_date(text: str, reading: Reading) -> NamedDate:
    """A day of the year with what it is: ``wedding: 4 may 2010``."""
    name, _, words = text.rpartition(":")
    day = partial_date(words.strip(), reading) if name.strip() else None
    if day is None:
        raise InputError(
            f"Write what it is and its day, such as wedding: 4 may 2010, not {text!r}."
        )
    return NamedDate(name.strip(), day)


def show_named_date(item: NamedDate) -> str:
    """What it is, and its day as it reads back."""
    return f"{item.name}: {item.day}"


def relation(text: str, _: Reading) -> Relation:
    """Who somebody is to the person: ``partner: Ana Ruiz``."""
    kind, colon, name = text.partition(":")
    if not (colon and kind.strip() and name.strip()):
        raise InputError(f"Write what they are and who, such as partner: Ana Ruiz, not {text!r}.")
    return Relation(kind=kind.strip(), name=name.strip())


def show_relation(item: Relation) -> str:
    """What they are, and the name as it reads back; see ``relating.named``."""
    return f"{item.kind or 'related'}: {item.name}"


def past_day(text: str, reading: Reading) -> date | None:
    """A day that has been; nothing means none."""
    return day_from(text, reading.today, past=True, settings=reading.settings) if text else None


def coming_day(text: str, reading: Reading) -> date | None:
    """A day to come; nothing means none."""
    return day_from(text, reading.today, past=False, settings=reading.settings) if text else None


def span(text: str, reading: Reading) -> Span | None:
    """A span of time; nothing means none."""
    return span_from(text, reading.today, reading.settings) if text else None


def every(text: str, reading: Reading) -> Recurrence | None:
    """``6 weeks``, ``every 6 weeks fixed``; nothing means once."""
    if not text:
        return None
    bare = text.removeprefix("every ").strip()
    fixed = bare.endswith(" fixed")
    return Recurrence(
        span_from(bare.removesuffix(" fixed"), reading.today, reading.settings), fixed
    )


def calibre(text: str, _: Reading) -> int | None:
    """1 to 5; nothing means not said."""
    if not text:
        return None
    if text not in {"1", "2", "3", "4", "5"}:
        raise InputError(f"Calibre is a number from 1 to 5, not {text!r}.")
    return int(text)


def yes(text: str, _: Reading) -> bool:
    """Yes or no."""
    if text.lower() in {"yes", "true", "1"}:
        return True
    if text.lower() in {"no", "false", "0", ""}:
        return False
    raise InputError(f"Write yes or no, not {text!r}.")


def show_yes(value: bool) -> str:
    """``yes`` or ``no``."""
    return "yes" if value else "no"


def topic(text: str, _: Reading) -> str:
    """A topic, its ``#`` left out."""
    return text.removeprefix("#").strip()


def organisation(text: str, _: Reading) -> Affiliation:
    """An organisation with a title in brackets: ``Acme (head of design)``."""
    item = labelled(text, _)
    return Affiliation(name=item.value, title=item.label)


def show_organisation(item: Affiliation) -> str:
    """The organisation, and the title there in brackets."""
    return _with_label(item.name, item.title)


channel = member(Channel, "channel")
