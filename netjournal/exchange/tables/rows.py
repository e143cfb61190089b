"""One row of a table as a person: the cells by field, labels beside values, dates read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from netjournal.domain.person import Address, Affiliation, Labelled, NamedDate, Person, Relation
from netjournal.domain.values import PartialDate, PersonId
from netjournal.exchange.tables.columns import Column
from netjournal.exchange.tables.writing import JOIN
from netjournal.text import whole_number

_PRIMARY = "* "
_DATE = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
_LINKEDIN = "linkedin.com/in/"

Cells = Mapping[Column, str]
"""The cells of one row that hold something; several of one column are joined by ``JOIN``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a row says."""

    person: Person
    middle: str = ""
    prefix: str = ""
    suffix: str = ""
    note: str = ""
    kept: tuple[tuple[str, str], ...] = field(default=())
    """Texts that are no value of a field, under what they were called."""

    @property
    def profile(self) -> str:
        """The address of the LinkedIn page, which knows its person again."""
        pages = (link.value for link in self.person.links)
        return next((page for page in pages if _LINKEDIN in page.lower()), "")


def row_of(cells: Cells, *, month_first: bool) -> Row:
    """The person of a row; ``month_first`` reads 3/4/1980 as the fourth of March."""

    def text(name: str) -> str:
        return cells.get(Column(name), "").replace(JOIN, ", ")

    kept: list[tuple[str, str]] = []
    given, family = text("given"), text("family")
    parts = (text("prefix"), given, text("middle"), family, text("suffix"))
    joined = " ".join(part for part in parts if part)
    birthday = _birthday(cells, kept, month_first=month_first)
    person = Person(
        id=PersonId("0"),
        made="",
        name=text("name") or joined,
        given=given,
        family=family,
        nicknames=tuple(_parts(cells.get(Column("nickname"), ""))),
        organisations=_organisations(cells),
        emails=_labelled(cells, "email"),
        phones=_labelled(cells, "phone"),
        addresses=_addresses(cells),
        links=_links(cells),
        birthday=birthday,
        dates=_dates(cells, kept, month_first=month_first),
        topics=_topics(cells.get(Column("topics"), "")),
        relations=_relations(cells),
    )
    return Row(
        person=person, middle=parts[2], prefix=parts[0], suffix=parts[4], note=text("note"),
        kept=tuple(kept),
    )  # fmt: skip


def is_month_first(values: Sequence[str], *, in_english: bool = True) -> bool:
    """How a table writes days such as 3/4/1980, from those that can be read in one way only.

    Where none tells, slashes are read as American in English tables, and dots as European.
    """
    for value in values:
        if (match := _DATE.fullmatch(value.strip())) and len(match[1]) < 3:
            if int(match[1]) > 12:
                return False
            if int(match[3]) > 12:
                return True
    return in_english and any("/" in value for value in values)


def day_of(text: str, *, month_first: bool) -> PartialDate | None:
    """A day as tables have it; None for anything else."""
    text = text.strip().replace(" ", "")
    try:
        if text.startswith("--"):
            return PartialDate.parse(text)
        match = _DATE.fullmatch(text)
        if match is None:
            return None
        one, two, three = int(match[1]), int(match[3]), int(match[4])
        if len(match[1]) == 4:
            return _day(one, two, three)
        day, month = (two, one) if month_first else (one, two)
        return _day(three if len(match[4]) == 4 else 0, month, day)
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> PartialDate:
    if year:
        date(year, month, day)
    return PartialDate(month, day, year or None)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(JOIN.strip()) if part.strip()]


def _birthday(
    cells: Cells, kept: list[tuple[str, str]], *, month_first: bool
) -> PartialDate | None:
    parts = [cells.get(Column("birth", part=part), "") for part in ("year", "month", "day")]
    text = cells.get(Column("birthday"), "")
    if any(parts[:2]) and text.isdecimal() and not parts[2]:
        parts[2], text = text, ""  # the German word for birthday is that for the day of it, too
    if any(parts) and not text:
        year, month, day = (whole_number(part) or 0 for part in parts)
        text = f"{year:04d}-{month}-{day}" if year else f"--{month:02d}-{day:02d}"
    found = day_of(text, month_first=month_first)
    if text and found is None and text.strip("0/.- "):
        kept.append(("Birthday", text))
    return found


def _dates(
    cells: Cells, kept: list[tuple[str, str]], *, month_first: bool
) -> tuple[NamedDate, ...]:
    found = []
    for item in _labelled(cells, "date"):
        day = day_of(item.value, month_first=month_first)
        if day:
            found.append(NamedDate(item.label or "date", day))
        else:
            kept.append((item.label or "Event", item.value))
    return tuple(found)


def _labelled(cells: Cells, name: str) -> tuple[Labelled, ...]:
    """Every value of a field with what it is for, the preferred ones first."""
    found: list[tuple[bool, Labelled]] = []
    for column, text in cells.items():
        if column.field != name or column.part == "label":
            continue
        label = cells.get(_label_of(column), column.label)
        preferred = label.startswith(_PRIMARY)
        label = label.removeprefix(_PRIMARY).strip().lower()
        found += [(not preferred, Labelled(part, label)) for part in _parts(text)]
    found.sort(key=lambda pair: pair[0])
    return tuple(dict.fromkeys(item for _, item in found))


def _label_of(column: Column) -> Column:
    """The column that says what this one is for, where the header counts them."""
    return column._replace(part="label", label="") if column.number else Column("")


def _links(cells: Cells) -> tuple[Labelled, ...]:
    links = (*_labelled(cells, "link"), *_labelled(cells, "im"))
    return tuple(
        link._replace(label="linkedin") if _LINKEDIN in link.value.lower() else link
        for link in links
    )


def _addresses(cells: Cells) -> tuple[Address, ...]:
    grouped: dict[tuple[str, int], dict[str, str]] = {}
    for column, text in cells.items():
        if column.field == "address":
            parts = grouped.setdefault((column.label, column.number), {})
            known = parts.get(column.part, "")
            value = text.replace(JOIN, "\n")
            parts[column.part] = f"{known}\n{value}" if known else value
    found = []
    for (label, _), parts in grouped.items():
        said = parts.pop("label", "").removeprefix(_PRIMARY).strip().lower()
        whole = parts.pop("formatted", "")
        fields = {name: text for name, text in parts.items() if name in Address._fields}
        if not any(fields.values()):
            fields = {"street": whole}
        if any(fields.values()):
            found.append(Address(**fields, label=said or label))
    return tuple(dict.fromkeys(found))


def _organisations(cells: Cells) -> tuple[Affiliation, ...]:
    names = _parts(cells.get(Column("organisation"), ""))
    titles = _parts(cells.get(Column("title"), ""))
    department = ", ".join(_parts(cells.get(Column("department"), "")))
    if department:
        names[:1] = [", ".join([*names[:1], department])]
    count = max(len(names), len(titles))
    names += [""] * (count - len(names))
    titles += [""] * (count - len(titles))
    return tuple(
        Affiliation(name=name, title=title) for name, title in zip(names, titles, strict=True)
    )


def _topics(text: str) -> tuple[str, ...]:
    parts = (part for piece in _parts(text) for part in piece.split(";"))
    topics = (part.strip().removeprefix("*").strip() for part in parts)
    return tuple(dict.fromkeys(topic for topic in topics if topic))


def _relations(cells: Cells) -> tuple[Relation, ...]:
    found = [Relation(kind=i.label or "knows", name=i.value) for i in _labelled(cells, "relation")]
    for kind in ("partner", "child", "manager", "assistant"):
        found += [Relation(kind=kind, name=name) for name in _parts(cells.get(Column(kind), ""))]
    return tuple(found)
