"""Results as JSON: each series with the machine and the day it was measured on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.benchmarks.figures import Figure, Series

KEPT = Path(__file__).with_name("results.json")
"""The results the README shows."""


def save(path: Path, series: Iterable[Series], machine: Mapping[str, object]) -> None:
    """Add to what is in the file; a series measured again is replaced."""
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    for one in series:
        kept[one.name] = {
            "baseline": one.baseline,
            "base": _short(one.base),
            "unit": one.unit,
            "note": one.note,
            "machine": dict(machine),
            "figures": [
                {name: _short(value) for name, value in figure._asdict().items()}
                for figure in one.figures
            ],
        }
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def load(path: Path = KEPT) -> dict[str, tuple[Series, Mapping[str, Any]]]:
    """Each series by its name, with its machine; empty for no file."""
    if not path.exists():
        return {}
    kept = json.loads(path.read_text(encoding="utf-8"))
    return {name: (_series(name, raw), raw["machine"]) for name, raw in kept.items()}


def _series(name: str, raw: Mapping[str, Any]) -> Series:
    figures = tuple(Figure(**figure) for figure in raw["figures"])
    return Series(name, raw["baseline"], raw["base"], figures, raw["unit"], raw["note"])


def _short(value: object) -> object:
    """Four digits: more would be noise."""
    return float(f"{value:.4g}") if isinstance(value, float) else value
