"""Dates as people write them: read exactly, refused if they cannot be, never another day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netjournal.domain.dates import NoDay, find_day, find_days, read_birthday, read_day
from netjournal.domain.settings import LANGUAGES, Settings
from netjournal.domain.values import Recurrence, Span, Unit

TODAY = date(2026, 3, 11)
"""A Wednesday."""
SETTINGS = Settings()
_TABLE = Path(__file__).resolve().parents[2] / ".." / "shared" / "dates.tsv"


def said(phrase: str, *, past: bool, settings: Settings = SETTINGS) -> str:
    day = read_day(phrase, TODAY, past=past, settings=settings)
    if isinstance(day, NoDay):
        return "?" if "is no day: write" in day.message else f"! {day.message}"
    return str(day)


_NOT_REPEATED = "! “every first monday …” cannot be repeated: write every monday, or every 4 weeks."
# phrase, as what happened, as what is due; one entry where both are the same
_PHRASES = (
    ("today", "2026-03-11"),
    ("tonight", "2026-03-11"),
    ("this morning", "2026-03-11"),
    ("last night", "2026-03-10"),
    ("yesterday", "2026-03-10"),
    ("yday", "2026-03-10"),
    ("tomorrow", "2026-03-12"),
    ("tmrw", "2026-03-12"),
    ("day before yesterday", "2026-03-09"),
    ("the day after tomorrow", "2026-03-13"),
    ("tuesday", "2026-03-10", "2026-03-17"),
    ("monday", "2026-03-09", "2026-03-16"),
    ("wednesday", "2026-03-04", "2026-03-18"),
    ("FRIDAY", "2026-03-06", "2026-03-13"),
    ("fri", "2026-03-06", "2026-03-13"),
    ("on friday", "2026-03-06", "2026-03-13"),
    ("by friday", "2026-03-06", "2026-03-13"),
    ("last tuesday", "2026-03-10"),
    ("last wednesday", "2026-03-04"),
    ("next friday", "2026-03-20"),
    ("next monday", "2026-03-16"),
    ("next sunday", "2026-03-22"),
    ("this friday", "2026-03-13"),
    ("this monday", "2026-03-09", "2026-03-16"),
    ("friday week", "2026-03-20"),
    ("3 days ago", "2026-03-08"),
    ("a couple of days ago", "2026-03-09"),
    ("a week ago", "2026-03-04"),
    ("half a year ago", "2025-09-11"),
    ("in 2 weeks", "2026-03-25"),
    ("in two weeks", "2026-03-25"),
    ("in 2 weeks' time", "2026-03-25"),
    ("in 2 weeks’ time", "2026-03-25"),
    ("two weeks from now", "2026-03-25"),
    ("in a fortnight", "2026-03-25"),
    ("in a month", "2026-04-11"),
    ("2w", "?", "2026-03-25"),
    ("2w ago", "2026-02-25"),
    ("+3d", "2026-03-14"),
    ("last week", "2026-03-04"),
    ("next week", "2026-03-18"),
    ("next month", "2026-04-11"),
    ("this weekend", "2026-03-14"),
    ("last weekend", "2026-03-07"),
    ("next weekend", "2026-03-21"),
    ("this month", "2026-03-11", "2026-03-31"),
    ("week after next", "2026-03-25"),
    ("3 march", "2026-03-03", "2027-03-03"),
    ("11 march", "2026-03-11"),
    ("march 3rd", "2026-03-03", "2027-03-03"),
    ("3rd of march", "2026-03-03", "2027-03-03"),
    ("3. march 2025", "2025-03-03"),
    ("March 3, 2025", "2025-03-03"),
    ("12 Mar 24", "2024-03-12"),
    ("12 Mar 85", "1985-03-12"),
    ("3 may '27", "2027-05-03"),
    ("14/3", "2025-03-14", "2026-03-14"),
    ("3/4", "2025-04-03", "2026-04-03"),
    ("03.04.2026", "2026-04-03"),
    ("3/4/26", "2026-04-03"),
    ("2026-04-03", "2026-04-03"),
    ("2026/04/03", "2026-04-03"),
    ("2026-03-14T09:00", "2026-03-14"),
    ("friday, 13 march 2026", "2026-03-13"),
    ("tuesday next week", "2026-03-17"),
    ("next week tuesday", "2026-03-17"),
    ("friday next week", "2026-03-20"),
    ("thursday last week", "2026-03-05"),
    ("friday in 2 weeks", "2026-03-27"),
    ("monday in 2 weeks", "2026-03-30"),
    ("in 2 weeks on monday", "2026-03-23"),
    ("a week on tuesday", "2026-03-24"),
    ("2 weeks from friday", "2026-03-27"),
    ("a week tomorrow", "2026-03-19"),
    ("tomorrow week", "2026-03-19"),
    ("yesterday week", "2026-03-03"),
    ("friday before last", "2026-02-27"),
    ("the week before last", "2026-02-25"),
    ("the weekend before last", "2026-02-28"),
    ("the night before last", "2026-03-09"),
    ("over the weekend", "2026-03-07", "2026-03-14"),
    ("mon 16th", "2026-02-16", "2026-03-16"),
    ("friday the 13th", "2026-02-13", "2026-03-13"),
    ("sat 14", "2026-02-14", "2026-03-14"),
    (
        "monday 17th",
        "! 17 February 2026 is a Tuesday, not a Monday.",
        "! 17 March 2026 is a Tuesday, not a Monday.",
    ),
    ("1st of next month", "2026-04-01"),
    ("last day of march", "2025-03-31", "2026-03-31"),
    ("first day of the month", "2026-03-01", "2026-04-01"),
    ("first week of may", "2025-05-01", "2026-05-01"),
    ("last week of may", "2025-05-25", "2026-05-25"),
    ("late march", "2025-03-31", "2026-03-31"),
    ("early april", "2025-04-01", "2026-04-01"),
    ("early tomorrow", "2026-03-12"),
    ("eom", "2026-02-28", "2026-03-31"),
    ("eod friday", "2026-03-06", "2026-03-13"),
    ("in 2 hours", "2026-03-11"),
    ("an hour ago", "2026-03-11"),
    ("in 48 hrs", "2026-03-13"),
    ("tommorow", "2026-03-12"),
    ("2wks ago", "2026-02-25"),
    ("once a month", "every 1 month"),
    ("once every 6 weeks", "every 6 weeks"),
    (
        "every first monday",
        "! “every first monday …” cannot be repeated: write every monday, or every 4 weeks.",
    ),
    ("in march", "2026-03-11", "2026-03-31"),
    ("february", "2026-02-28", "2027-02-01"),
    ("april", "2025-04-30", "2026-04-01"),
    ("in may", "2025-05-31", "2026-05-01"),
    ("last march", "2025-03-31"),
    ("march 2025", "2025-03-31", "2025-03-01"),
    ("the 15th", "2026-02-15", "2026-03-15"),
    ("the 31st", "2026-01-31", "2026-03-31"),
    ("end of month", "2026-02-28", "2026-03-31"),
    ("end of next month", "2026-04-30"),
    ("start of april", "2025-04-01", "2026-04-01"),
    ("mid april", "2025-04-15", "2026-04-15"),
    ("mid-april", "2025-04-15", "2026-04-15"),
    ("end of the year", "2025-12-31", "2026-12-31"),
    ("end of week", "2026-03-06", "2026-03-13"),
    ("first monday of april", "2025-04-07", "2026-04-06"),
    ("last friday of the month", "2026-02-27", "2026-03-27"),
    ("2nd tuesday in may 2027", "2027-05-11"),
    ("christmas", "2025-12-25", "2026-12-25"),
    ("new year's eve", "2025-12-31", "2026-12-31"),
    ("easter monday", "2025-04-21", "2026-04-06"),
    ("29 february", "2024-02-29", "2028-02-29"),
    ("tomorrow 9am", "2026-03-12"),
    ("tomorrow at 18:30", "2026-03-12"),
    ("monday at 9", "2026-03-09", "2026-03-16"),
    ("yesterday evening", "2026-03-10"),
    ("every 6 weeks", "every 6 weeks"),
    ("every other monday", "every 2 weeks fixed"),
    ("every monday", "every 1 week fixed"),
    ("every 2 months fixed", "every 2 months fixed"),
    ("monthly", "every 1 month"),
    ("weekly", "every 1 week"),
    ("yearly", "every 1 year"),
    ("30 february", "! There is no 30 February."),
    ("31 april", "! There is no 31 April."),
    ("2026-02-31", "! There is no 31 February 2026."),
    ("29 february 2026", "! There is no 29 February 2026."),
    ("14/13", "! 14/13 is no date with the day first."),
    ("friday 12 march 2026", "! 12 March 2026 is a Thursday, not a Friday."),
    ("every 999999999 weeks", "! Every 999999999 weeks is not between 1 day and 100 years."),
    ("in 999999999 weeks", "! 999999999 weeks is not between 1 day and 100 years."),
    (
        "9999-12-31",
        "! The year 9999 is out of reach: days lie between 1900 and 2200.",
    ),
    ("", "?"),
    ("bob", "?"),
    ("mark", "?"),
    ("may", "?"),
    ("42", "?"),
    ("12", "?"),
    ("32/13", "! 32/13 is no date with the day first."),
    ("24/7", "?"),
    ("next", "?"),
    ("call me", "?"),
    ("march report", "?"),
    ("friday 3 things", "?"),
    ("x" * 200, "?"),
)


@pytest.mark.parametrize("row", _PHRASES, ids=[row[0][:40] or "empty" for row in _PHRASES])
def test_phrase_names_its_day_in_both_directions(row: tuple[str, ...]) -> None:
    assert (said(row[0], past=True), said(row[0], past=False)) == (row[1], row[-1])


@pytest.mark.skipif(not _TABLE.exists(), reason="the table of phrases is not beside the repository")
def test_every_phrase_of_the_table_is_right_with_all_languages_on() -> None:
    settings = Settings(languages=LANGUAGES)
    wrong = []
    for row in _TABLE.read_text("utf-8").splitlines():
        language, phrase, expected = [*row.split("\t"), "", ""][:3]
        if language not in {*LANGUAGES, "neg"}:
            continue
        day = read_day(phrase, TODAY, past=False, settings=settings)
        got = "RULE" if isinstance(day, Recurrence) else "refuse" if isinstance(day, NoDay) else day
        if str(got) not in {answer[:10] for answer in expected.split("|")}:
            wrong.append((phrase, str(got), expected))
    assert wrong == []


def test_month_first_is_a_setting() -> None:
    months = Settings(day_order="month_first")
    assert said("3/4", past=True, settings=months) == "2026-03-04"
    assert said("14/3", past=True, settings=months) == "! 14/3 is no date with the month first."
    assert said("03.04.2026", past=True, settings=months) == "2026-04-03"


_IN_TEXT: tuple[tuple[str, list[str]], ...] = (
    ("lunch with Bob sun", ["sun"]),
    ("we sat in the sun on monday", ["on monday"]),
    ("March report about May", []),
    ("I may go in may", ["in may"]),
    ("met April 3 days ago", ["3 days ago"]),
    ("the friday market", []),
    ("friday's meeting", []),
    ("a christmas card at christmas", ["at christmas"]),
    ("the 3rd floor on the 3rd", ["on the 3rd"]),
    ("dinner friday, 3 things", ["friday"]),
    ("open 24/7, 50/50", []),
    ("by 3 dec or 2026-12-04", ["by 3 dec", "2026-12-04"]),
)


@pytest.mark.parametrize(("text", "phrases"), _IN_TEXT)
def test_dates_are_found_only_where_they_can_stand(text: str, phrases: list[str]) -> None:
    found = find_days(text, 0, len(text), TODAY, past=True, settings=SETTINGS)
    assert [text[one.lead_start : one.end] for one in found] == phrases


def test_weekday_that_contradicts_its_date_is_a_problem_in_a_text() -> None:
    found = find_day("met friday, 3 march 2027", 0, 24, TODAY, past=True, settings=SETTINGS)
    assert found is not None
    assert found.problem == "3 March 2027 is a Wednesday, not a Friday."


def test_weekday_says_which_year_a_day_of_the_past_lies_in() -> None:
    assert said("friday 13 march", past=True) == "2026-03-13"
    assert said("wednesday 11 march", past=True) == "2026-03-11"
    assert said("friday 14 march", past=False) == "! 14 March 2026 is a Saturday, not a Friday."


def test_recurrence_says_its_first_day() -> None:
    found = find_day("call every monday", 0, 17, TODAY, past=False, settings=SETTINGS)
    assert found is not None
    assert (found.every, found.day) == (
        Recurrence(Span(1, Unit.WEEKS), fixed=True),
        date(2026, 3, 16),
    )


@pytest.mark.parametrize(
    ("phrase", "birthday"),
    [
        ("12 april", "--04-12"),
        ("april 12th", "--04-12"),
        ("12/4", "--04-12"),
        ("29 feb", "--02-29"),
        ("--04-12", "--04-12"),
        ("1985-04-12", "1985-04-12"),
        ("12 april 85", "1985-04-12"),
        ("12 april 31", "1931-04-12"),
        ("tomorrow", "--03-12"),
    ],
)
def test_birthday_keeps_only_the_year_that_is_written(phrase: str, birthday: str) -> None:
    assert str(read_birthday(phrase, TODAY, settings=SETTINGS)) == birthday


@pytest.mark.parametrize("phrase", ["", "soon", "31 february", "--02-30", "every monday"])
def test_what_is_no_birthday_is_refused(phrase: str) -> None:
    assert isinstance(read_birthday(phrase, TODAY, settings=SETTINGS), NoDay)
