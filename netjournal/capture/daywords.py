"""How days are written in a line, and how each is read. Rows of the grammar table."""

from __future__ import annotations

from typing import Final

from netjournal.tuples import NamedTuple


class DayForm(NamedTuple):
    """Ways to write a day, with what they mean."""

    words: tuple[str, ...]
    meaning: str
    example: str


DAY_FORMS: Final = (
    DayForm(
        words=("today", "yesterday", "tomorrow", "tonight", "last night", "2026-03-09"),
        meaning="that day; a time beside it stays text", example="called Ana yesterday at 5pm",
    ),
    DayForm(
        words=("friday", "last friday", "on fri"),
        meaning="the last one for what happened, the next one for what is due; never today",
        example="lunch with Ana on friday",
    ),
    DayForm(
        words=("next friday", "friday next week"),
        meaning="the friday of the following week", example="dinner with Ana next friday",
    ),
    DayForm(
        words=("this friday", "the weekend", "last weekend", "next weekend"),
        meaning="that of this week; a weekend is its saturday, “the weekend” the last or coming",
        example="called Ana over the weekend",
    ),
    DayForm(
        words=("3 days ago", "in 2 weeks", "2w", "a week on friday", "friday before last"),
        meaning="counted from today, or from the coming friday", example="call Ana in 2 weeks",
    ),
    DayForm(
        words=("3 march", "march 3rd", "3/4", "03.04.2026", "the 3rd", "mon 16th"),
        meaning="day before month in figures, unless the settings say otherwise; without a year "
        "the last one for what happened, the next one for what is due",
        example="met Ana on 3 march",
    ),
    DayForm(
        words=("on 20 march", "on the 14th"),
        meaning="without a verb a date of more than a week ago gives way to a nearer one ahead",
        example="dinner with Ana on 20 march",
    ),
    DayForm(
        words=("5/3/99", "12 april 85"),
        meaning="two figures are the last such year that is at most twenty years ahead",
        example="Ana: birthday: 12 april 85",
    ),
    DayForm(
        words=("in march", "end of month", "eom", "early april", "first week of may"),
        meaning="a month alone is its last day for what happened, its first for what is due, "
        "or its last if it runs now",
        example="call Ana end of month",
    ),
    DayForm(
        words=("every 6 weeks", "every other monday", "once a month", "every 2 months fixed"),
        meaning="again so long after each time, or by the calendar: fixed, and days of the week",
        example="Ana: next: call every 6 weeks",
    ),
    DayForm(
        words=("Ana yesterday: coffee", "Ana (9 march): coffee"),
        meaning="a day beside the name is the day of the line", example="Ana yesterday: coffee",
    ),
)  # fmt: skip
