"""Words such as ``Ana Ruiz birthday=12 april``: a target, and what is set."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SETS = re.compile(r"[A-Za-z_]+(?:\+=|-=|=)")
Assignment = tuple[str, str, str]
"""Field, ``=`` or ``+=`` or ``-=``, value."""


def assignments_in(words: Sequence[str]) -> tuple[str, list[Assignment]]:
    """The words before the first assignment, and the assignments.

    Words behind an assignment that set nothing themselves belong to its value.
    """
    from netjournal.journal.editing import assignments

    target: list[str] = []
    sets: list[str] = []
    for word in words:
        if _SETS.match(word):
            sets.append(word)
        elif sets:
            sets[-1] += f" {word}"
        else:
            target.append(word)
    return " ".join(target), assignments(sets)
