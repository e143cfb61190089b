"""The theme to begin with."""

from __future__ import annotations

import pytest

from netjournal.tui import theme


@pytest.mark.parametrize(
    ("colours", "name"),
    [("truecolor", "netjournal-dark"), ("256", "netjournal-dark"), (None, "netjournal-dark"),
     ("standard", "ansi-dark")],
)  # fmt: skip
def test_sixteen_colours_are_the_terminals_own(colours: str | None, name: str) -> None:
    assert theme.first(colours) == name
