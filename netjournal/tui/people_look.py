"""How the list of people was looked at last: its columns and its order, kept for the next time."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from netjournal import paths
from netjournal.tui.people_lines import BY_ID, CHOSEN
from netjournal.views.people import SORTS

_LONGEST = 4_000
"""Bytes of the file; what is longer was not written here."""


@dataclass(frozen=True, slots=True)
class PeopleLook:
    """Columns by their ids, the name always first, and what the list is sorted by."""

    columns: tuple[str, ...] = CHOSEN
    sort: str = "name"
    reverse: bool = False


def remembered(file: Path) -> PeopleLook:
    """The look kept in a file, as far as it can be read."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8")[:_LONGEST])
        columns = tuple(str(each) for each in kept["columns"] if each in BY_ID)
        sort, reverse = kept["sort"], kept["reverse"]
    except (OSError, ValueError, TypeError, KeyError):
        return PeopleLook()
    return PeopleLook(
        columns=tuple(dict.fromkeys(("name", *columns))),
        sort=sort if isinstance(sort, str) and sort in SORTS else "name",
        reverse=reverse is True,
    )


def remember(file: Path, look: PeopleLook) -> None:
    """Keep a look; a folder that cannot be written is no matter."""
    try:
        paths.make_private(file.parent)
        file.write_text(json.dumps(asdict(look)) + "\n", encoding="utf-8")
    except OSError:
        return
