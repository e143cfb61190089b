"""Kind words for days and silences: one place for every list, page and reason."""

from __future__ import annotations

from datetime import date, timedelta

from netjournal.domain.values import Channel, PartialDate, Span, Unit
from netjournal.text import plural

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

_OUTREACH = {
    Channel.PHONE: "call",
    Channel.POSTCARD: "postcard",
    Channel.EMAIL: "email",
    Channel.MET: "visit",
    Channel.MESSAGE: "message",
    Channel.SOCIAL: "message",
    Channel.VIDEO: "video call",
    Channel.OTHER: "line",
}
_MEANS = {
    Channel.PHONE: "phone",
    Channel.POSTCARD: "postcard",
    Channel.EMAIL: "email",
    Channel.MET: "a visit",
    Channel.MESSAGE: "a message",
    Channel.SOCIAL: "a message",
    Channel.VIDEO: "a video call",
    Channel.OTHER: "another way",
}
_A_WEEK_LESS_ONE = 6
_WEEKS_FROM_DAYS = 14
_YEARS_FROM_MONTHS = 24


def day_of_month(day: date, today: date) -> str:
    """``5 March``; with the year when it is another one."""
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def day_of_year(day: PartialDate) -> str:
    """``1 July``; with the year where it is known."""
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return f"{words} {day.year}" if day.year else words


def day_with_weekday(day: date, today: date) -> str:
    """``Tue 10 March``; with the year when it is another one."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day_of_month(day, today)}"


def short_day(day: date, today: date) -> str:
    """``Tue 10 Mar``; with the year when it is another one: for columns."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}{year}"


def near_day(day: date, today: date) -> str:
    """``today``, ``tomorrow``, the weekday within six days either way, else ``5 March``."""
    away = (day - today).days
    if away == 0:
        return "today"
    if away == 1:
        return "tomorrow"
    if abs(away) <= _A_WEEK_LESS_ONE:
        return WEEKDAYS[day.weekday()]
    return day_of_month(day, today)


def on_day(day: date, today: date) -> str:
    """``today``, ``tomorrow``, ``on Saturday``, ``on 25 March``."""
    words = near_day(day, today)
    return words if words in {"today", "tomorrow"} else f"on {words}"


def since(day: date, today: date) -> str:
    """``since Tuesday``, ``since 5 March``."""
    return f"since {near_day(day, today)}"


def in_days(days: int) -> str:
    """``today``, ``tomorrow``, ``in 3 days``."""
    if days <= 1:
        return "today" if days <= 0 else "tomorrow"
    return f"in {days} days"


def _silence(days: int, today: date) -> tuple[int, Unit]:
    """A silence in the unit people would say it in; months are calendar months."""
    try:
        start = today - timedelta(days=days)
    except OverflowError:
        start = date.min
    months = (today.year - start.year) * 12 + today.month - start.month - (today.day < start.day)
    if months >= _YEARS_FROM_MONTHS:
        return months // 12, Unit.YEARS
    if months > 1:
        return months, Unit.MONTHS
    if days >= _WEEKS_FROM_DAYS:
        return days // 7, Unit.WEEKS
    return days, Unit.DAYS


def quiet_for(days: int, today: date) -> str:
    """``quiet for 4 months``; nothing for the day of the contact itself."""
    if days <= 0:
        return ""
    count, unit = _silence(days, today)
    return f"quiet for {plural(count, unit.value[:-1])}"


def quiet_and_cadence(days: int, cadence: Span, today: date) -> str:
    """``quiet for 4 months, every 2``: the silence beside what was meant."""
    _, unit = _silence(days, today)
    if cadence.n == 1:
        rhythm = f"every {cadence.unit.value[:-1]}"
    elif cadence.unit is unit:
        rhythm = f"every {cadence.n}"
    else:
        rhythm = f"every {cadence}"
    return f"{quiet_for(days, today)}, {rhythm}"


def no_word_since(channel: Channel, day: date, today: date) -> str:
    """``no word since your postcard of 11 March``."""
    words = near_day(day, today)
    if words != "today":
        words = f"on {words}" if words in WEEKDAYS else f"of {words}"
    return f"no word since your {_OUTREACH[channel]} {words}"


def ago(day: date, today: date) -> str:
    """``today``, ``yesterday``, ``4 months ago``; a day to come as ``on 25 March``."""
    days = (today - day).days
    if days < 0:
        return on_day(day, today)
    if days < 2:
        return "yesterday" if days else "today"
    count, unit = _silence(days, today)
    return f"{plural(count, unit.value[:-1])} ago"


def means(channel: Channel) -> str:
    """A channel as something to try: ``email``, ``a message``."""
    return _MEANS[channel]
