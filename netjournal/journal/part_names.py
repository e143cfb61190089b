"""The book of names of a part of the journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netjournal.domain.names import GatheringMatch, NameMatch

if TYPE_CHECKING:
    from netjournal.journal.part import Part


class NamesOfPart:
    """That of the index, or of the whole journal where the index has no answer."""

    def __init__(self, part: Part) -> None:
        self._part = part

    @property
    def longest(self) -> int:
        """How many words the longest name has."""
        return self._part.of_names(lambda names: names.longest)

    def people(self, phrase: str) -> Sequence[NameMatch]:
        """Everybody the whole phrase may name, the closest first."""
        return self._part.of_names(lambda names: names.people(phrase))

    def similar(self, phrase: str) -> Sequence[NameMatch]:
        """People a typing error away."""
        return self._part.of_names(lambda names: names.similar(phrase))

    def gatherings(self, phrase: str) -> Sequence[GatheringMatch]:
        """Gatherings of that name, the newest first."""
        return self._part.of_names(lambda names: names.gatherings(phrase))

    def beginning(self, typed: str) -> Sequence[str]:
        """The full names that begin so, each once, in order."""
        return self._part.of_names(lambda names: names.beginning(typed))
