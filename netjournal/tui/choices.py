"""What the settings may name of the terminal app: its keys by their ids, and its themes."""

from __future__ import annotations

from textual.binding import Binding
from textual.theme import BUILTIN_THEMES

from netjournal.tui import keys, theme


def key_ids() -> tuple[str, ...]:
    """The ids that ``[keys]`` knows."""
    groups = (each for each in vars(keys).values() if isinstance(each, tuple))
    found = (each.id for group in groups for each in group if isinstance(each, Binding))
    return tuple(dict.fromkeys(filter(None, found)))


def themes() -> tuple[str, ...]:
    """The names that ``theme`` may have."""
    return (theme.DARK.name, theme.LIGHT.name, *BUILTIN_THEMES)
