"""Discreet mode leaves no word, sign or colour of how people stand, and no day."""

from __future__ import annotations

import pytest

from netjournal.domain.standing import State
from netjournal.tui.widgets.rows import Cell
from netjournal.tui.widgets.veiling import veiled_cell
from netjournal.views.signs import STATE_SIGN, STATE_WORD


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        (Cell("2 months ago ", "muted"), Cell("∙ ∙∙∙        ", "muted")),
        (Cell("since Friday", "due"), Cell("since ∙∙∙   ", "muted")),
        (Cell("Fri 2 Jan 2025"), Cell("∙∙∙ ∙ ∙∙∙ ∙∙∙∙")),
        (Cell("close · long quiet · every 3 weeks"), Cell("close · ∙∙∙        · every ∙ ∙∙∙  ")),
        (Cell("Without a day", "group"), Cell("Without a day", "group")),
    ],
)
def test_a_cell_tells_nothing_and_is_as_wide(cell: Cell, seen: Cell) -> None:
    assert veiled_cell(cell) == seen


@pytest.mark.parametrize("state", STATE_WORD)
def test_no_state_is_told_from_another(state: State) -> None:
    sign, word = STATE_SIGN[state], STATE_WORD[state]
    assert veiled_cell(Cell(f"{sign} ", "good")) == Cell("· ", "muted")
    assert veiled_cell(Cell(word, "due")).text.strip() == "∙∙∙"
