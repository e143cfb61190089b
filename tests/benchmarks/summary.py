"""The few figures a user would ask for, as rows of the README's two tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from tests.benchmarks.figures import Series
from tests.benchmarks.results import load
from tests.benchmarks.tables import slope
from tests.benchmarks.targets import judged, limit_of

LARGE = 10_000
_PEERS = "peers: "
_SECONDS_FROM = 10_000
"""Milliseconds from which on it is told in seconds."""


class Row(NamedTuple):
    """One line of the table, and where its figure is."""

    what: str
    series: str
    act: str
    of: str = "ratio"
    people: int = LARGE


ROWS = (
    Row("`nj add`, somebody known", "quick add", "add, somebody known"),
    Row("`nj add`, somebody new", "quick add", "add, somebody new"),
    Row("`nj add` among 100,000 people", "quick add", "add, somebody known", "growth", 100_000),
    Row("`netjournal today`, 5,000 promises open", "cold", "today"),
    Row("`netjournal today`, 100 promises open", "cold", "today, few promises open"),
    Row("`netjournal search`, a common word", "cold", "search, a common word"),
    Row("`netjournal search`, a rare word", "cold", "search, a rare word"),
    Row("`netjournal search`, with accents", "cold", "search, accents"),
    Row("a name behind Tab", "tab", "complete a name"),
    Row("the count in a prompt, after a change", "prompt", "status, changed", people=1_000),
    Row("an entry in the open app", "warm add", "add"),
    Row("reading the whole journal", "open", "open"),
    Row("the app's first rows", "first paint", "first rows"),
    Row("a cursor key in the app", "keys", "cursor key"),
    Row("a letter in the filter", "keys", "filter key"),
    Row("memory of the app", "memory", "the app, at rest"),
    Row("import of 10,000 cards", "address books", "import, one durable write", "speed"),
)


def rows() -> Iterator[tuple[str, ...]]:
    """What, its cost, what it is held against, the ratio, the target."""
    kept = load()
    for row in ROWS:
        series, _ = kept.get(row.series, (None, {}))
        figure = series and series.at(row.act, row.people)
        if not series or not figure:
            continue
        own = (
            verdict for verdict in judged([series])
            if verdict.target[1:3] == (row.act, row.people) and verdict.target.of == row.of
        )  # fmt: skip
        verdict = next(own, None)
        against = "the same among 100" if row.of == "growth" else _baseline(series)
        if verdict is None:
            ratio = f"{figure.ratio:.2f}" if figure.ratio else ""
            yield row.what, _amount(figure.value, series.unit), against, ratio, ""
            continue
        target = limit_of(verdict.target) + (", met" if verdict.met else ", not met")
        yield row.what, _amount(figure.value, series.unit), against, f"{verdict.found:.2f}", target


def peers() -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Heads and rows: an act a row, a program a column, ms of CPU at 10,000."""
    kept = [series for name, (series, _) in load().items() if name.startswith(_PEERS)]
    programs = list(dict.fromkeys(figure.act for series in kept for figure in series.figures))
    lines = []
    for series in kept:
        found = (series.at(program, LARGE) for program in programs)
        cells = (f"{figure.value:,.0f}" if figure else "" for figure in found)
        lines.append((series.name.removeprefix(_PEERS), *cells))
    return ("ms of CPU", *programs), lines


def growth() -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Heads and rows: an act a row, a size a column, then how it grows and what it takes."""
    series, _ = load().get("growth", (None, {}))
    if series is None:
        return (), []
    sizes = sorted({figure.people for figure in series.figures})
    lines = []
    for act in dict.fromkeys(figure.act for figure in series.figures):
        found = [figure for size in sizes if (figure := series.at(act, size))]
        cells = (_amount(figure.value, series.unit) for figure in found)
        lines.append((act, *cells, slope(found), f"{found[-1].peak_mib or 0:,.0f} MiB"))
    heads = (f"{size:,} people" for size in sizes)
    return ("", *heads, "slope", "memory at last"), lines


def taken() -> str:
    """When and where the figures were taken, in a sentence; empty for none."""
    kept = load()
    if not kept:
        return ""
    machine: Mapping[str, Any] = max((on for _, on in kept.values()), key=lambda on: on["date"])
    return (
        f"Taken on {machine['date']}, {machine['cores']} cores of {machine['cpu']}, "
        f"{machine['memory_gib']} GiB, {machine['python']} on {machine['system']}."
    )


def _baseline(series: Series) -> str:
    name = series.baseline
    return f"`{name}`" if name.startswith(("import ", "vobject.")) else name


def _amount(value: float, unit: str) -> str:
    if unit == "ms" and value >= _SECONDS_FROM:
        return f"{value / 1000:,.1f} s"
    return f"{value:,.0f} {unit}" if value >= 10 else f"{value:.2g} {unit}"
