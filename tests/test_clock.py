"""Moments as the clock on the wall says them."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from netjournal.clock import local_minute


@pytest.fixture
def in_tokyo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nine hours before UTC, whatever the machine is set to."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system has no way to set the time zone of one process")
    monkeypatch.setenv("TZ", "JST-9")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_tokyo")
def test_a_stored_moment_is_told_in_local_time() -> None:
    assert local_minute("2026-03-11T10:15:00.000000Z") == "2026-03-11 19:15"
    assert local_minute("2026-03-11T20:15:00Z") == "2026-03-12 05:15"


def test_a_moment_written_by_hand_is_shown_as_it_stands() -> None:
    assert local_minute("yesterday at noon") == "yesterday at noo"
    assert local_minute("") == ""


@pytest.mark.usefixtures("in_tokyo")
@pytest.mark.parametrize("at", ["9999-12-31T23:59:00Z", "0001-01-01"])
def test_a_moment_at_an_end_of_time_is_shown_all_the_same(at: str) -> None:
    assert local_minute(at).startswith(at[:4])
