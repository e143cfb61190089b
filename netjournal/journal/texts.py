"""The values of fields as people write them: read from text, and shown as they read back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from netjournal.domain.abroad import ending_country
from netjournal.domain.person import Address, Affiliation, Labelled, NamedDate, Relation
from netjournal.domain.phrases import day_of_year
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


def email(text: str, reading: Reading) -> Labelled:
    """An email address, with its label."""
    item = labelled(text, reading)
    name, _, host = item.value.rpartition("@")
    if not (name and host):
        raise InputError(f"{text!r} is no email address, such as ana@example.org (work).")
    return item


def phone(text: str, reading: Reading) -> Labelled:
    """A phone number as it is dialled, with its label."""
    item = labelled(text, reading)
    if not any(char.isdigit() for char in item.value):
        raise InputError(f"{text!r} is no phone number, such as +44 20 7946 0000 (home).")
    return item


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


def tell_labelled(item: Labelled | Affiliation) -> str:
    """The same to be read: brackets of a value itself are not told from a label's."""
    value, label = item[:2]
    return f"{value} ({label})".strip() if label else value


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


def tell_address(address: Address) -> str:
    """An address on one line."""
    return ", ".join(address.lines)


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


def show_partial_date(day: PartialDate | None) -> str:
    """A day of the year in words; nothing for none."""
    return day_of_year(day) if day else ""


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
    return f"{item.name}: {show_partial_date(item.day)}"


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


def organisation(text: str, reading: Reading) -> Affiliation:
    """An organisation with a title in brackets, ``Acme (head of design)``, or a title alone."""
    item = labelled(f" {text}", reading)
    return Affiliation(name=item.value.strip(), title=item.label)


def show_organisation(item: Affiliation) -> str:
    """The organisation, and the title there in brackets."""
    return _with_label(f" {item.name}", item.title).strip()


channel = member(Channel, "channel")
