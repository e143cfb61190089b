"""The year's map of contacts, by hand."""

from __future__ import annotations

from netjournal.domain.values import Channel
from netjournal.views.year import WEEKS, weeks_of, year_section
from tests.domain.make import ANA, TODAY, ago, talk
from tests.journal.make import BOB

TALKS = [
    talk(ago(0), Channel.PHONE), talk(ago(1), Channel.MET, people=[ANA, BOB]),
    talk(ago(2), Channel.MET), talk(ago(3), Channel.MET, people=[BOB]),
    talk(ago(9), Channel.EMAIL, broadcast=True), talk(ago(400), Channel.PHONE),
]  # fmt: skip


def test_weeks_begin_on_mondays_and_one_talk_with_two_is_one_contact() -> None:
    """Today is a Wednesday: Sunday, three days ago, was in the week before."""
    weeks = weeks_of([*TALKS, TALKS[1]], TODAY)
    assert len(weeks) == WEEKS
    assert weeks[-1].monday == ago(2)
    assert weeks[-1].by_channel == {Channel.PHONE: 1, Channel.MET: 2}
    assert weeks[-2].by_channel == {Channel.MET: 1}
    assert weeks[-1].people[Channel.MET] == (ANA, BOB)
    assert sum(week.n for week in weeks) == 4


def test_the_map_has_a_line_for_each_channel_with_its_people() -> None:
    rows = year_section(weeks_of(TALKS, TODAY)).rows
    told = {row.label: (row.text[-3:], row.detail, row.people) for row in rows if row.label}
    assert told == {
        "phone": ("··▃", "1", (ANA,)),
        "met": ("·▃▆", "3", (BOB, ANA)),
        "all": ("·▃█", "4", (BOB, ANA)),
    }
    assert rows[0].text[:12].strip()[:3] in {"Apr", "Mar"}
    assert rows[-1].text == "4 contacts in a year, at most 3 in a week"
    assert all(len(row.text) == WEEKS for row in rows[:-1])


def test_a_year_without_contact_has_no_map() -> None:
    assert year_section(weeks_of([], TODAY)).rows == ()
