"""What holds for every test: nobody's real home, journal or settings are ever seen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_HIDDEN = (
    "NETJOURNAL_JOURNAL", "NETJOURNAL_TODAY", "NETJOURNAL_DISCREET", "NO_COLOR", "COLUMNS", "LINES",
    "EDITOR", "VISUAL", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME",
    "XDG_RUNTIME_DIR", "_ARGCOMPLETE",
)  # fmt: skip


@pytest.fixture(autouse=True)
def hidden_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, and no variable of the user that netjournal or its libraries read."""
    home = tmp_path_factory.mktemp("home")
    for name in _HIDDEN:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    return home


def pytest_xdist_auto_num_workers() -> int:
    """How many processes ``-n auto`` starts: tests of screens wait more than they compute."""
    return max(4, os.cpu_count() or 1)
