"""Bait of any length: a completion and the keys of a name look at a part of it only."""

from __future__ import annotations

from netjournal.capture.completion import Completion
from netjournal.domain.names import name_keys

_UNITS = (
    "a", "1", "12", "(", "((", ")", "[", "-", "2026-", "1/", "1.", ",1", ":", "#", "a ", " ", "'",
    '"', "\x1b[", "\x1b[1;", "t1", "+1d", "1:00", "st", "一", "\u0301",
)  # fmt: skip


def test_a_completion_looks_at_the_end_of_a_line_only() -> None:
    complete = Completion(["Ana Ruiz"], ["gov"])
    for unit in _UNITS:
        assert complete((unit * 100_000)[:100_000] + " an") in {
            None, (unit * 100_000)[:100_000] + " Ana Ruiz",
        }  # fmt: skip


def test_a_name_of_any_signs_has_few_keys() -> None:
    for unit in _UNITS:
        assert len(name_keys((unit * 3_000)[:3_000])) < 4_000
