"""Figures as tables for people who read them in a terminal."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from tests.benchmarks.figures import Figure, Series
from tests.benchmarks.targets import Verdict, limit_of

_NAME, _CELL = 30, 9


def table(series: Series, verdicts: Sequence[Verdict]) -> Iterator[str]:
    """The lines of a series: an act a line, a size a column, then growth and targets."""
    sizes = sorted({figure.people for figure in series.figures})
    yield _title(series)
    heads = [f"{size:,}" if size else "" for size in sizes]
    heads += ["growth", "slope", f"{series.unit} last", "MiB last"]
    yield _line("", heads)
    for act in dict.fromkeys(figure.act for figure in series.figures):
        found = [figure for size in sizes if (figure := series.at(act, size))]
        cells = [_cell(series.at(act, size)) for size in sizes]
        cells += [_growth(found), slope(found)]
        cells += [_number(found[-1].value), _number(found[-1].peak_mib)]
        yield _line(act, cells)
    if series.note:
        yield f"    {series.note}"
    for verdict in verdicts:
        if verdict.target.series == series.name:
            yield "    " + said(verdict)


def said(verdict: Verdict) -> str:
    """A target and how it stands."""
    target = verdict.target
    state = "met" if verdict.met else "NOT MET"
    return f"{state:8s}{target.act}, {target.people:,}: {limit_of(target)}; {verdict.found:.2f}"


def _title(series: Series) -> str:
    if series.base is None:
        return f"{series.name}, {series.unit}"
    return f"{series.name}: ratio to {series.baseline} ({_number(series.base)} {series.unit})"


def _line(name: str, cells: Sequence[str]) -> str:
    return f"  {name:{_NAME}s}" + "".join(f"{cell:>{_CELL}s}" for cell in cells)


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return ""
    return _number(figure.value) if figure.ratio is None else f"{figure.ratio:.2f}"


def _growth(found: Sequence[Figure]) -> str:
    """The last size's value over the first's."""
    return f"{found[-1].value / found[0].value:.2f}" if len(found) > 1 else ""


def slope(found: Sequence[Figure]) -> str:
    """The exponent from the size before to the last: 0 is flat, 1 linear, 2 quadratic."""
    if len(found) < 2:
        return ""
    before, last = found[-2:]
    return f"{math.log(last.value / before.value) / math.log(last.people / before.people):.2f}"


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
