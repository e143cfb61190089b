"""What a user may set, with the defaults; a value, never a global."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from netjournal.domain.values import Channel, Circle, Span, Unit
from netjournal.tuples import NamedTuple

DayOrder = Literal["day_first", "month_first"]
LANGUAGES = ("en", "de", "es", "fr")
"""Languages whose date phrases are known."""


_CADENCES: Mapping[Circle, Span] = MappingProxyType(
    {
        Circle.INNER: Span(3, Unit.WEEKS),
        Circle.CLOSE: Span(2, Unit.MONTHS),
        Circle.NETWORK: Span(6, Unit.MONTHS),
    }
)
_SIZES: Mapping[Circle, int] = MappingProxyType(
    {Circle.INNER: 5, Circle.CLOSE: 15, Circle.NETWORK: 80}
)
_PATIENCE: Mapping[Channel, int] = MappingProxyType(
    {
        Channel.PHONE: 3,
        Channel.VIDEO: 3,
        Channel.MET: 3,
        Channel.MESSAGE: 3,
        Channel.EMAIL: 7,
        Channel.SOCIAL: 7,
        Channel.OTHER: 7,
        Channel.POSTCARD: 21,
    }
)
_NOTHING: Mapping[str, str] = MappingProxyType({})


class Settings(NamedTuple):
    """The user's choices, from ``config.toml`` or the defaults."""

    journal: str = ""
    """Path of the journal; empty means the platform's data folder."""
    cadences: Mapping[Circle, Span] = _CADENCES
    """How long may pass between real contacts; the rolodex has none."""
    sizes: Mapping[Circle, int] = _SIZES
    """How many people each circle is meant to hold."""
    patience: Mapping[Channel, int] = _PATIENCE
    """Days until silence means no answer."""
    patience_abroad: int = 35
    """The same for a postcard to another country."""
    working_days: frozenset[int] = frozenset({0, 1, 2, 3, 4})
    """Days of the week on which one works; Monday is 0."""
    day_order: DayOrder = "day_first"
    """How ``3/4`` is read."""
    languages: tuple[str, ...] = ("en",)
    """Languages of date phrases, of ``LANGUAGES``; English always."""
    country: str = ""
    """ISO 3166 two letters of home."""
    region: str = ""
    """Default region of phone numbers, two letters; the country where nothing else is said."""
    week_start: int = 0
    """The first day of a week; Monday is 0."""
    theme: str = ""
    """The theme of the terminal app; empty means the one chosen last."""
    queries: Mapping[str, str] = _NOTHING
    """Saved queries by their name, asked for as ``@name``."""
    keys: Mapping[str, str] = _NOTHING
    """Key bindings by their id."""
    discreet: bool = False
    """Whether the terminal app begins with names, texts and figures hidden."""
