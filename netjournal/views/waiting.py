"""How many lines of Today wait for me, by group: what a prompt or a bar shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from netjournal.domain.item import Group
from netjournal.views.standings import Standings
from netjournal.views.today import today_view

_NOT_MINE = {Group.COMING, Group.WAITING}


class Waiting(NamedTuple):
    """The lines that are mine to do now."""

    counts: Mapping[str, int]
    """How many by the title of their group, in Today's order."""
    names: tuple[str, ...]
    """Whom they are about, each once."""


def waiting(standings: Standings) -> Waiting:
    """Today's lines but those that lie ahead or with others."""
    groups = [each for each in today_view(standings).groups if each.group not in _NOT_MINE]
    names = dict.fromkeys(line.name for group in groups for line in group.lines)
    return Waiting({group.title: len(group.lines) for group in groups}, tuple(names))
