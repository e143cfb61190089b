"""The fields of records as people write them: one declaration for edit, show and forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from netjournal.domain.commitment import Commitment
from netjournal.domain.conversation import Conversation
from netjournal.domain.entry import Entry
from netjournal.domain.gathering import Gathering
from netjournal.domain.me import Me
from netjournal.domain.person import Person
from netjournal.domain.values import Circle, Direction, Owner, Reply
from netjournal.errors import UsageError
from netjournal.journal import texts
from netjournal.journal.several import quoted, split_addresses, split_values
from netjournal.journal.texts import Read, Reading, Show

__all__ = ["FIELDS", "ME_FIELDS", "PERSON", "Field", "Reading", "field_of"]


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
    apart: bool = False
    """Each of several values is long enough for a line of its own in a form."""
    split: Callable[[str], list[str]] = split_values
    """How several values in one text are told apart."""
    tell: Show | None = None
    """A value as one reads it, where that is not as one types it."""

    @property
    def of(self) -> str:
        """The attribute of the record."""
        return self.attribute or self.name

    def text(self, record: Any) -> str:
        """The field's value as one would type it."""
        value = getattr(record, self.of)
        if not self.many:
            return self.show(value)
        return ", ".join(quoted(self.show(each)) for each in value)

    def words(self, record: Any) -> tuple[str, ...]:
        """The field's values as one reads them."""
        value = getattr(record, self.of)
        tell = self.tell or self.show
        return tuple(filter(None, map(tell, value if self.many else (value,))))

    def with_text(self, record: Any, operator: str, text: str, reading: Reading) -> Any:
        """The record with the field set (``=``), added to (``+=``) or taken from (``-=``).

        Raises:
            InputError: the text cannot be a value of this field.
            UsageError: the operator does not fit the field.
        """
        if not self.many:
            if operator != "=":
                raise UsageError(f"{self.name} has one value; write {self.name}=VALUE.")
            return record._replace(**{self.of: self.read(text.strip(), reading)})
        parts = self.split(text) if text.strip() else []
        have = getattr(record, self.of)
        # what is written as it was keeps what its text does not show, such as the days of a job
        known = {self.show(value): value for value in have}
        if operator == "-=":
            known |= {texts.bare(text): value for text, value in known.items()}
        values = tuple(known[part] if part in known else self.read(part, reading) for part in parts)
        if operator == "+=":
            values = have + tuple(value for value in values if value not in have)
        elif operator == "-=":
            gone = {texts.bare(self.show(value)) for value in values}
            values = tuple(value for value in have if texts.bare(self.show(value)) not in gone)
        return record._replace(**{self.of: values})


def _field(
    name: str, label: str, read: Read = texts.plain, show: Show = texts.shown, **more: Any
) -> Field:
    return Field(name=name, label=label, read=read, show=show, **more)


PERSON: Sequence[Field] = (
    _field("name", "Name", texts.filled("name")),
    _field("given", "Given name"),
    _field("family", "Family name"),
    _field("nickname", "Nicknames", attribute="nicknames", many=True),
    _field("organisation", "Organisation", texts.organisation, texts.show_organisation,
           attribute="organisations", many=True, help="Acme (head of design)", apart=True,
           tell=texts.tell_labelled),
    _field("email", "Email", texts.email, texts.show_labelled, attribute="emails", many=True,
           help="ana@example.org (work)", apart=True, tell=texts.tell_labelled),
    _field("phone", "Phone", texts.phone, texts.show_labelled, attribute="phones", many=True,
           help="+44 20 7946 0000 (home)", apart=True, tell=texts.tell_labelled),
    _field("address", "Address", texts.address, texts.show_address,
           attribute="addresses", many=True, help="[street; postcode; city; region; country]",
           apart=True, split=split_addresses, tell=texts.tell_address),
    _field("link", "Links", texts.labelled, texts.show_labelled, attribute="links", many=True,
           apart=True, tell=texts.tell_labelled),
    _field("birthday", "Birthday", texts.partial_date, texts.show_partial_date,
           help="12 april 1985, or without the year"),
    _field("date", "Other days", texts.named_date, texts.show_named_date, attribute="dates",
           many=True, help="wedding: 4 may 2010, or without the year", apart=True),
    _field("relation", "Relations", texts.relation, texts.show_relation, attribute="relations",
           many=True, help="partner: Ana Ruiz; whoever has that name is linked", apart=True),
    _field("circle", "Circle", texts.must(texts.member(Circle, "circle"), "circle"),
           help="inner, close, network or rolodex"),
    _field("cadence", "Cadence", texts.span, help="6 weeks; empty means the circle's"),
    _field("preferred", "Preferred channel", texts.channel),
    _field("never", "Never by", texts.must(texts.channel, "channel"), many=True),
    _field("topic", "Topics", texts.topic, attribute="topics", many=True),
    _field("met", "How we met", attribute="how_we_met"),
    _field("common", "In common", attribute="in_common"),
    _field("calibre", "Calibre", texts.calibre, help="1 to 5"),
)  # fmt: skip

ME_FIELDS: Sequence[Field] = (
    _field("name", "Name"),
    _field("serve", "The people I serve"),
    _field("heading", "Where I am heading"),
    _field("found_at", "Where I am found"),
    _field("purpose", "What this network is for"),
    _field("topic", "Topics", texts.topic, attribute="topics", many=True),
    _field("country", "Country", help="two letters, such as GB"),
)

CONVERSATION: Sequence[Field] = (
    _field("text", "Text"),
    _field("day", "Day", texts.must(texts.past_day, "day")),
    _field("channel", "Channel", texts.must(texts.channel, "channel")),
    _field("direction", "Direction", texts.must(texts.member(Direction, "direction"), "direction")),
    _field("reply", "Reply", texts.member(Reply, "reply")),
    _field("broadcast", "Broadcast", texts.yes, texts.show_yes),
    _field("settled", "No reply needed", texts.yes, texts.show_yes),
    _field("topic", "Topics", texts.topic, attribute="topics", many=True),
)

COMMITMENT: Sequence[Field] = (
    _field("text", "Text"),
    _field("owner", "Whose", texts.must(texts.member(Owner, "owner"), "owner")),
    _field("due", "Due", texts.coming_day),
    _field("snoozed", "Snoozed until", texts.coming_day),
    _field("channel", "Channel", texts.channel),
    _field("written", "Card written", texts.past_day, help="and not posted yet"),
    _field("every", "Every", texts.every, help="6 weeks, or 6 weeks fixed"),
    _field("ask", "A favour I want", texts.yes, texts.show_yes),
    _field("outcome", "Outcome"),
)

ENTRY: Sequence[Field] = (
    _field("text", "Text", texts.filled("text")),
    _field("day", "Day", texts.must(texts.past_day, "day")),
    _field("closed", "Closed", texts.past_day),
    _field("topic", "Topics", texts.topic, attribute="topics", many=True),
)

GATHERING: Sequence[Field] = (
    _field("name", "Name", texts.filled("name")),
    _field("day", "Day", texts.past_day),
    _field("until", "Until", texts.past_day),
    _field("place", "Place"),
    _field("kind", "Kind", help="dinner, fair, talk …"),
    _field("aim", "Aim", many=True, help="whom to talk with, one to three; commas between them"),
    _field("listen", "Listen for", many=True, help="needs to listen for"),
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
