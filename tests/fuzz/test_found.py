"""What the fuzzer found, and what it starts from, holds."""

from __future__ import annotations

import pytest

from tests.fuzz.targets import TARGETS

FOUND = (
    # read as infinity, which nothing could write again
    ("log", b'{"g":"1","at":"","label":"x","changes":[["people","1",null,{"a":1e999}]]}'),
)
SEEDS = tuple((name, seed) for name, target in TARGETS.items() for seed in target.seeds)


@pytest.mark.parametrize(("name", "data"), [*FOUND, *SEEDS])
def test_what_was_found_and_what_it_starts_from_holds(name: str, data: bytes) -> None:
    TARGETS[name].holds(data)


@pytest.mark.parametrize("name", TARGETS)
@pytest.mark.parametrize("cut", range(0, 60, 7))
def test_a_part_of_it_holds_too(name: str, cut: int) -> None:
    for seed in TARGETS[name].seeds:
        TARGETS[name].holds(seed[cut:] + seed[:cut])
