"""What each figure is to be, and whether it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from tests.benchmarks.figures import Figure, Series


class Target(NamedTuple):
    """One promise about one act."""

    series: str
    act: str
    people: int
    limit: float
    of: str = "ratio"
    """What is compared: a name in ``MEASURES``."""


TARGETS = (
    *(Target("quick add", act, people, 1.6)
      for act in ("add, somebody known", "add, somebody new")
      for people in (100, 1_000, 10_000, 100_000)),
    Target("quick add", "add, somebody known", 100_000, 1.2, "growth"),
    Target("quick add", "add, somebody known", 100_000, 1.3, "memory growth"),
    Target("quick add", "add, somebody new", 100_000, 1.2, "growth"),
    Target("quick add", "add, somebody new", 100_000, 1.3, "memory growth"),
    Target("warm add", "add", 10_000, 3.0),
    Target("warm add", "add", 10_000, 2.0, "growth"),
    Target("open", "open", 10_000, 1.5),
    Target("cold", "today", 10_000, 2.5),
    Target("cold", "search, a common word", 10_000, 3.0),
    Target("cold", "search, a rare word", 10_000, 3.0),
    Target("cold", "search, accents", 10_000, 6.0),
    Target("prompt", "status, changed", 1_000, 1.8),
    Target("prompt", "status, unchanged", 1_000, 1.8),
    Target("tab", "complete a name", 10_000, 3.5),
    Target("first paint", "first rows", 1_000, 1.6),
    Target("first paint", "first rows", 10_000, 1.8),
    Target("keys", "cursor key", 10_000, 2.0),
    Target("keys", "cursor key", 10_000, 1.2, "growth"),
    Target("keys", "filter key", 10_000, 5.0),
    Target("memory", "the app, at rest", 10_000, 1.0),
    *(Target("views", act, 10_000, 50.0, "ms")
      for act in ("today", "week", "give", "gatherings", "network")),
    Target("address books", "import, one durable write", 10_000, 1.3, "speed"),
)  # fmt: skip
"""Every target, by what is measured; a row that is not here has none."""


class Verdict(NamedTuple):
    """A target, what was found, and whether it is met."""

    target: Target
    found: float
    met: bool


class Measure(NamedTuple):
    """How a figure is held against a limit; from the figure and that of the smallest size."""

    of: Callable[[Figure, Figure], float | None]
    says: str
    """The limit in words."""
    at_least: bool = False


def _growth(figure: Figure, first: Figure) -> float:
    return figure.value / first.value


def _memory_growth(figure: Figure, first: Figure) -> float | None:
    if figure.peak_mib is None or first.peak_mib is None:
        return None
    return figure.peak_mib / first.peak_mib


MEASURES: Mapping[str, Measure] = {
    "ratio": Measure(lambda figure, _: figure.ratio, "≤ {} ×"),
    "speed": Measure(
        lambda figure, _: figure.ratio and 1 / figure.ratio, "≥ {} × as fast", at_least=True
    ),
    "growth": Measure(_growth, "≤ {} × the smallest"),
    "memory growth": Measure(_memory_growth, "≤ {} × its memory"),
    "ms": Measure(lambda figure, _: figure.value, "≤ {} ms"),
}


def limit_of(target: Target) -> str:
    """The limit in words."""
    return MEASURES[target.of].says.format(f"{target.limit:g}")


def judged(series: Iterable[Series]) -> Iterator[Verdict]:
    """Each target whose figures were measured."""
    by_name = {one.name: one for one in series}
    for target in TARGETS:
        own = by_name.get(target.series)
        figure = own and own.at(target.act, target.people)
        if not own or not figure:
            continue
        first = next(one for one in own.figures if one.act == target.act)
        measure = MEASURES[target.of]
        found = measure.of(figure, first)
        if found is not None:
            met = found >= target.limit if measure.at_least else found <= target.limit
            yield Verdict(target, found, met)
