"""Every regular expression on the way of a line takes time that grows with the text, no faster."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time

import pytest

import netjournal.capture
import netjournal.cli.prompt
import netjournal.domain
from netjournal.capture.completion import Completion
from netjournal.domain.names import name_keys

_MODULES = [
    f"netjournal.{room}.{module.name}"
    for room, package in (
        ("capture", netjournal.capture),
        ("domain", netjournal.domain),
        ("cli.prompt", netjournal.cli.prompt),
    )
    for module in pkgutil.iter_modules(package.__path__)
    if room != "domain" or module.name.startswith(("date", "name", "value"))
]
_BOUNDED = {"netjournal.capture.completion"}
"""Looks at the last 200 characters only; it is measured as a whole below."""
_PATTERNS = [
    (f"{module}.{name}", found)
    for module in _MODULES
    if module not in _BOUNDED
    for name, found in vars(importlib.import_module(module)).items()
    if isinstance(found, re.Pattern)
]
_UNITS = (
    "a", "1", "12", "(", "((", ")", "[", "-", "2026-", "1/", "1.", ",1", ":", "#", "a ", " ", "'",
    '"', "\x1b[", "\x1b[1;", "t1", "+1d", "1:00", "st", "一", "\u0301",
)  # fmt: skip
_ENDS = ("", "!", "\x00", ")", "a")


def test_there_are_patterns_to_measure() -> None:
    assert len(_PATTERNS) > 8


@pytest.mark.parametrize(("name", "pattern"), _PATTERNS, ids=[name for name, _ in _PATTERNS])
def test_ten_times_the_text_takes_no_hundred_times_as_long(
    name: str, pattern: re.Pattern[str]
) -> None:
    assert name
    for unit in _UNITS:
        for end in _ENDS:
            small, large = (
                _cost(pattern, (unit * length)[:length] + end) for length in (600, 6_000)
            )
            assert large < 40 * max(small, 0.0005), (unit, end)


def _cost(pattern: re.Pattern[str], text: str) -> float:
    began = time.process_time()
    pattern.fullmatch(text)
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - began


def test_a_completion_looks_at_the_end_of_a_line_only() -> None:
    complete = Completion(["Ana Ruiz"], ["gov"])
    for unit in _UNITS:
        assert complete((unit * 100_000)[:100_000] + " an") in {
            None, (unit * 100_000)[:100_000] + " Ana Ruiz",
        }  # fmt: skip


def test_a_name_of_any_signs_has_few_keys() -> None:
    for unit in _UNITS:
        assert len(name_keys((unit * 3_000)[:3_000])) < 4_000
