"""The palette: every action that can be done now, and everybody by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.command import Hit, Hits, Provider

from netjournal.text import fold
from netjournal.tui.keys import MOVING, PALETTE
from netjournal.tui.showing import shown

if TYPE_CHECKING:
    from netjournal.tui.host import JournalHost

_NOT_OFFERED = frozenset({"palette", *(binding.id for binding in MOVING[1:])})
"""What is only ever done by its key."""
MOST_PEOPLE = 30
"""People offered for one search."""


class Actions(Provider):
    """What the keys do here and now, found by name; derived from the active bindings."""

    async def discover(self) -> Hits:
        """Everything that can be done."""
        for place, (name, says, run) in enumerate(self._actions()):
            # scored, so that ours stand in their order before Textual's own
            yield Hit(1.0 - place / 1_000, shown(name), run, text=name, help=says)

    async def search(self, query: str) -> Hits:
        """What has the words in its name or sentence."""
        wanted = fold(query)
        for name, says, run in self._actions():
            at = fold(name).find(wanted)
            if at >= 0 or wanted in fold(says):
                yield Hit(1.0 if at == 0 else 0.6, shown(name), run, text=name, help=says)

    def _actions(self) -> list[tuple[str, str, Callable[[], object]]]:
        found: dict[str, tuple[str, str, Callable[[], object]]] = {}
        for node, binding, enabled, _tip in self.screen.active_bindings.values():
            if binding.id is None or binding.id in _NOT_OFFERED or not enabled:
                continue
            key = self.app.get_key_display(binding)
            run = partial(self.app.run_action, binding.action, node)
            found.setdefault(binding.id, (f"{binding.description}  {key}", binding.tooltip, run))
        seldom = [
            (row.label, row.does, partial(self.app.run_action, f"app.{row.action}"))
            for row in PALETTE
        ]
        return [*found.values(), *seldom]


class People(Provider):
    """Everybody by name, accents and case folded."""

    async def search(self, query: str) -> Hits:
        """People whose name has the words, the nearest circles first."""
        host: JournalHost = self.app  # type: ignore[assignment]  # providers know only App
        picture = host.picture
        wanted = fold(query).split()
        if picture is None or not wanted:
            return
        hits = 0
        for person in picture.truth.snapshot.people():
            names = fold(" ".join((person.name, *person.nicknames)))
            if not all(word in names for word in wanted):
                continue
            begins = names.startswith(wanted[0])
            score = 0.5 + 0.3 * begins + 0.15 * person.circle.in_network
            seen = picture.snapshot.person(person.id) or person
            about = " · ".join(part for part in (str(seen.circle), seen.organisation) if part)
            yield Hit(
                score,
                # in the display: Textual reads a help text as markup
                shown(seen.name) + shown(f"  {about}", "$foreground 60%"),
                partial(host.open_person, person.id),
                text=seen.name,
            )
            hits += 1
            if hits >= MOST_PEOPLE:
                return
