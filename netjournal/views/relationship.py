"""How it stands between me and somebody: quality, answers by channel, what was given, fit."""

from __future__ import annotations

from collections.abc import Iterator

from netjournal.domain.entry import Entry
from netjournal.domain.person import Person
from netjournal.domain.phrases import short_day
from netjournal.domain.quality import Quality
from netjournal.domain.values import Channel, Circle, EntryKind
from netjournal.views.quality import fit_report, quality_section
from netjournal.views.reasons import reasons_section
from netjournal.views.report import Report, Row, Section, report
from netjournal.views.standings import Standings

_SHOWN = 8
"""Gifts of either side that are listed, the newest first."""


def relationship_report(person: Person, standings: Standings) -> Report:
    """The page; no fit is told of inner people, nor before anything was answered."""
    subject = standings.subject(person)
    gifts = [_given("You gave", EntryKind.GAVE, person, standings),
             _given("You got", EntryKind.GOT, person, standings)]  # fmt: skip
    found = gifts
    if (how := subject.quality) is not None:
        first = quality_section(how, standings.today)
        found = [first, reasons_section(person, standings), _answers(how), *gifts]
    if person.fit and person.circle is not Circle.INNER:
        fit = fit_report(person, standings.snapshot.me)
        asked = tuple(Row(text=sentence) for sentence in fit.lead)
        found.append(Section("Fit", (*asked, *(row for s in fit.sections[:1] for row in s.rows))))
    told = any(section.rows for section in found)
    lead = () if told else ("Nothing passed between you yet.",)
    return report(person.name, lead, *found)


def _answers(how: Quality) -> Section:
    """What became of what I sent, by channel; the counts alone while they are few."""
    found = how.by_channel
    rows = (Row(label=str(each), text=str(found[each])) for each in Channel if each in found)
    return Section("What you sent", tuple(rows), table=True)


def _given(title: str, kind: EntryKind, person: Person, standings: Standings) -> Section:
    entries = standings.subject(person).entries
    rows = _gifts((entry for entry in entries if entry.kind is kind), standings)
    return Section(title, tuple(rows)[:_SHOWN])


def _gifts(entries: Iterator[Entry], standings: Standings) -> Iterator[Row]:
    for entry in entries:
        yield Row(text=entry.text, detail=short_day(entry.day, standings.today))
