"""How many lines of Today wait for me, by group: what a prompt or a bar shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from netjournal.domain.item import Group
from netjournal.views.signs import GROUP_TITLE
from netjournal.views.standings import Standings

_NOT_MINE = {Group.COMING, Group.WAITING}


def waiting(standings: Standings) -> Mapping[str, int]:
    """How many lines of Today are mine to do now, by the title of their group, in its order."""
    lines = (line for line in standings.lines if line.group not in _NOT_MINE)
    return Counter(GROUP_TITLE[line.group] for line in lines)


def waiting_names(standings: Standings) -> tuple[str, ...]:
    """Whom these lines are about, each once."""
    from netjournal.views.today import today_view

    groups = (each for each in today_view(standings).groups if each.group not in _NOT_MINE)
    return tuple(dict.fromkeys(line.name for group in groups for line in group.lines))
