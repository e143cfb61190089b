"""What a benchmark found: acts at sizes, each against a baseline that was run in turn with it."""

from __future__ import annotations

from typing import NamedTuple


class Figure(NamedTuple):
    """What one act took at one size."""

    act: str
    people: int
    value: float
    """Median; in the unit of its series."""
    ratio: float | None = None
    """Median of its values to the baseline's, pair by pair; None where there is no baseline."""
    spread: float | None = None
    """Between the quartiles of these ratios: what is less than this apart is the same."""
    peak_mib: float | None = None


class Series(NamedTuple):
    """Figures of one baseline."""

    name: str
    baseline: str
    """What the ratios are to; empty for none."""
    base: float | None
    """What that took: at the largest size, where it differs from size to size."""
    figures: tuple[Figure, ...]
    unit: str = "ms"
    """Of the values; ms are ms of CPU, user and system."""
    note: str = ""
    """What the figures come to, in a sentence."""

    def at(self, act: str, people: int) -> Figure | None:
        """The figure of an act at a size; None where it was not measured."""
        for figure in self.figures:
            if (figure.act, figure.people) == (act, people):
                return figure
        return None


class Effort(NamedTuple):
    """How much to measure."""

    rounds: int = 11
    sizes: tuple[int, ...] = (100, 1_000, 10_000)
    """People of the journals, from small to large."""
    large: int = 100_000
    """The size at which flat things are to be as they were; 0 for not at all."""


THOROUGH = Effort()
QUICK = Effort(rounds=5, large=0)
