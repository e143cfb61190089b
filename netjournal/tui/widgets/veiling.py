"""What discreet mode leaves of a cell: no figure, no day, no word or sign of how people stand."""

from __future__ import annotations

import re

from netjournal.domain.phrases import MONTHS, WEEKDAYS
from netjournal.domain.veil import MARK
from netjournal.tui.showing import no_figures
from netjournal.tui.widgets.rows import Cell
from netjournal.views.signs import STATE_SIGN, STATE_WORD

_DAYS = [name for each in (*MONTHS, *WEEKDAYS) for name in (each, each[:3])]
_SPANS = [f"{unit}s?(?: ago)?" for unit in ("day", "week", "month", "year")]
_TELLING = re.compile(rf"\b(?:{'|'.join([*STATE_WORD.values(), *_DAYS, *_SPANS, 'yesterday'])})\b")
_STATE_STYLES = frozenset({"good", "soon", "due"})
_SIGNS = frozenset(STATE_SIGN.values())


def veiled_cell(cell: Cell) -> Cell:
    """The cell as it may be seen over a shoulder, as wide as before.

    ``● in contact · last 2 months ago`` becomes ``· ∙∙∙ · last ∙ ∙∙∙``, in no colour of a state.
    """
    text, style = cell
    text = no_figures(text)
    if style == "group":  # a heading of ours
        return Cell(text, style)
    if text.strip() in _SIGNS:
        text = "·".ljust(len(text))
    text = _TELLING.sub(lambda found: (MARK * 3).ljust(len(found[0])), text)
    return Cell(text, "muted" if style in _STATE_STYLES else style)
