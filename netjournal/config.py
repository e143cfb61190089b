"""The file of settings: ``config.toml`` becomes a value, or an error that says what to do.

Every key is optional::

    journal = "~/notes/journal.json"      # where the journal lives
    country = "de"                        # home, ISO 3166: how long a postcard takes
    region = "de"                         # of phone numbers without +; else the country
    languages = ["de", "es"]              # of date phrases, besides English; also "fr"
    day_order = "day_first"               # how 3/4 is read; or "month_first"
    working_days = ["mon", "tue", "wed", "thu", "fri"]
    week_start = "mon"                    # the first day of a week
    theme = "netjournal-light"            # of the terminal app, instead of the one chosen last
    patience_abroad = 35                  # days, for a postcard to another country
    discreet = true                       # begin with names, texts and figures hidden

    [circles.inner]                       # also close, network
    cadence = "3 weeks"
    size = 5

    [patience]                            # days until silence means no answer
    email = 7

    [queries]                             # asked for as @name: netjournal people @close
    close = "is:stale circle:close"

    [keys]                                # key bindings by their id
    quick-add = "ctrl+n"
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast, get_args

from netjournal.domain.phrases import WEEKDAYS
from netjournal.domain.settings import LANGUAGES, DayOrder, Settings
from netjournal.domain.values import Channel, Circle, Span, Unit
from netjournal.errors import ConfigError

_CIRCLES = tuple(circle for circle in Circle if circle.in_network)
_SPAN = re.compile(r"(\d{1,5}) +(day|week|month|year)s?")
_KEYS = (
    "journal", "circles", "patience", "patience_abroad", "working_days", "day_order", "languages",
    "country", "region", "week_start", "theme", "discreet", "keys", "queries",
)  # fmt: skip
_LONGEST_PATIENCE = 3_650
_MOST_PEOPLE = 100_000


def begins_discreet(settings: Settings) -> bool:
    """Whether the program is to begin discreetly: ``$NETJOURNAL_DISCREET``, else the settings."""
    variable = os.environ.get("NETJOURNAL_DISCREET", "")
    return variable.lower() not in {"0", "no", "false", "off"} if variable else settings.discreet


def load(path: Path) -> Settings:
    """The settings of a file; the defaults when there is none.

    Raises:
        ConfigError: the file cannot be read, is no TOML, or a key says something that cannot be;
            it names the file, the key and what to do.

    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except UnicodeDecodeError:
        raise ConfigError(f"{path} is no UTF-8 text; save it as UTF-8.") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ConfigError(
            f"{path} cannot be read: {reason}. Check its permissions, or move it away."
        ) from None
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path} is not valid TOML: {error}. Correct it there.") from None
    except RecursionError:
        raise ConfigError(f"{path} is nested too deeply to be settings; correct it.") from None
    return _Reader(path, text).settings(table)


def place_of(key: str, path: Path, text: str) -> str:
    """The file, and the line where the key stands in its text."""
    from netjournal.config_lines import line_of

    line = line_of(key, text)
    return f"{path}, line {line}" if line else str(path)


def _named(weekday: str) -> tuple[str, str]:
    """How a day may be written: ``mon``, ``monday``."""
    return weekday[:3].lower(), weekday.lower()


_DAYS = {name: day for day, full in enumerate(WEEKDAYS) for name in _named(full)}


class _Reader:
    """Reads checked values out of one file, naming it where something cannot be."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._text_of_file = text

    def settings(self, table: Mapping[str, object]) -> Settings:
        self._known(table, _KEYS, "")
        usual = Settings()
        cadences, sizes = self._circles(self._table(table, "circles"), usual)
        country = self._letters(table, "country")
        return usual._replace(
            journal=self._text(table, "journal"),
            cadences=cadences,
            sizes=sizes,
            patience=self._patience(self._table(table, "patience"), usual),
            patience_abroad=self._count(
                table, "patience_abroad", usual.patience_abroad, 0, _LONGEST_PATIENCE
            ),
            working_days=self._working_days(table, usual),
            day_order=self._day_order(table, usual),
            languages=self._languages(table, usual),
            country=country,
            region=self._letters(table, "region") or country,
            week_start=self._weekday(table, "week_start", usual.week_start),
            theme=self._text(table, "theme"),
            discreet=self._yes(table, "discreet"),
            keys=self._bindings(self._table(table, "keys"), "keys."),
            queries=self._queries(self._table(table, "queries")),
        )

    def _circles(
        self, table: Mapping[str, object], usual: Settings
    ) -> tuple[Mapping[Circle, Span], Mapping[Circle, int]]:
        self._known(table, _CIRCLES, "circles.")
        cadences, sizes = dict(usual.cadences), dict(usual.sizes)
        for circle in _CIRCLES:
            below = f"circles.{circle}."
            one = self._table(table, circle, "circles.")
            self._known(one, ("cadence", "size"), below)
            sizes[circle] = self._count(one, "size", sizes[circle], 1, _MOST_PEOPLE, below)
            if "cadence" in one:
                cadences[circle] = self._span(one["cadence"], f"{below}cadence")
        return cadences, sizes

    def _patience(self, table: Mapping[str, object], usual: Settings) -> Mapping[Channel, int]:
        self._known(table, tuple(Channel), "patience.")
        return {
            channel: self._count(
                table, channel, usual.patience[channel], 0, _LONGEST_PATIENCE, "patience."
            )
            for channel in Channel
        }

    def _working_days(self, table: Mapping[str, object], usual: Settings) -> frozenset[int]:
        if "working_days" not in table:
            return usual.working_days
        names = [name.lower() for name in self._texts(table, "working_days")]
        if not names or not set(names) <= set(_DAYS):
            raise self._wrong("working_days", 'list days such as ["mon", "tue", "fri"]')
        return frozenset(_DAYS[name] for name in names)

    def _weekday(self, table: Mapping[str, object], key: str, usual: int) -> int:
        name = self._text(table, key).lower()
        if name and name not in _DAYS:
            raise self._wrong(key, 'write a day such as "mon" or "sunday"')
        return _DAYS[name] if name else usual

    def _day_order(self, table: Mapping[str, object], usual: Settings) -> DayOrder:
        order = self._text(table, "day_order") or usual.day_order
        if order not in get_args(DayOrder):
            raise self._wrong("day_order", 'write "day_first" or "month_first"')
        return cast("DayOrder", order)

    def _languages(self, table: Mapping[str, object], usual: Settings) -> tuple[str, ...]:
        if "languages" not in table:
            return usual.languages
        codes = [code.lower() for code in self._texts(table, "languages")]
        if not set(codes) <= set(LANGUAGES):
            raise self._wrong("languages", 'list codes such as ["de", "es", "fr"]')
        return tuple(dict.fromkeys(("en", *codes)))

    def _bindings(self, table: Mapping[str, object], below: str) -> Mapping[str, str]:
        return {name: self._text(table, name, below) for name in table}

    def _queries(self, table: Mapping[str, object]) -> Mapping[str, str]:
        for name in table:
            if not re.fullmatch(r"[\w-]+", name):
                raise self._wrong(f"queries.{name}", "give it a name of letters, digits and -")
        return self._bindings(table, "queries.")

    def _span(self, value: object, key: str) -> Span:
        found = _SPAN.fullmatch(value.strip().lower()) if isinstance(value, str) else None
        try:
            if found:
                return Span(int(found[1]), Unit(f"{found[2]}s"))
        except ValueError:
            pass
        raise self._wrong(key, 'write a span such as "3 weeks" or "2 months"')

    def _count(
        self,
        table: Mapping[str, object],
        key: str,
        usual: int,
        least: int,
        most: int,
        below: str = "",
    ) -> int:
        value = table.get(key, usual)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise self._wrong(below + key, f"write a whole number from {least} to {most}")
        return value

    def _text(self, table: Mapping[str, object], key: str, below: str = "") -> str:
        value = table.get(key, "")
        if not isinstance(value, str):
            raise self._wrong(below + key, "write a text in quotes")
        return value

    def _texts(self, table: Mapping[str, object], key: str) -> list[str]:
        value = table[key]
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self._wrong(key, 'write a list of texts such as ["a", "b"]')
        return value

    def _yes(self, table: Mapping[str, object], key: str) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            raise self._wrong(key, "write true or false")
        return value

    def _letters(self, table: Mapping[str, object], key: str) -> str:
        value = self._text(table, key)
        if value and not re.fullmatch("[A-Za-z]{2}", value):
            raise self._wrong(key, 'write the two letters of a country such as "de" or "GB"')
        return value.upper()

    def _table(
        self, table: Mapping[str, object], key: str, below: str = ""
    ) -> Mapping[str, object]:
        value = table.get(key, {})
        if not isinstance(value, dict):
            raise self._wrong(below + key, f"write it as a table: [{below}{key}]")
        return value

    def _known(self, table: Mapping[str, object], keys: Iterable[str], below: str) -> None:
        """A misspelt key is told, never passed over."""
        names = [str(key) for key in keys]
        for key in table:
            if key not in names:
                from difflib import get_close_matches

                near = get_close_matches(key, names, 1)
                fix = f"did you mean {below}{near[0]}?" if near else f"use {', '.join(names)}."
                raise ConfigError(
                    f"{self._at(below + key)}: there is no setting {below}{key}; {fix}"
                )

    def _wrong(self, key: str, fix: str) -> ConfigError:
        return ConfigError(f"{self._at(key)}: {key} cannot be read; {fix}.")

    def _at(self, key: str) -> str:
        return place_of(key, self._path, self._text_of_file)
