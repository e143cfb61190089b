"""The choke point: text that is not ours becomes something a terminal shows and never obeys.

Textual reads a plain ``str`` as markup in most of its widgets and lets control characters through
in all of them. So text of the journal, of files and of errors passes ``shown``, ``shown_block`` or
``cell`` on its way to a widget, and every line that is drawn passes ``NoControls`` besides.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.content import Content
from textual.filter import LineFilter

from netjournal.domain.veil import MARK
from netjournal.text import LINE_LIMIT, safe_block, safe_line

if TYPE_CHECKING:
    from rich.text import Text
    from textual.color import Color

SHOWN_BLOCK_LIMIT = 20_000
"""Characters of a text of several lines that a widget is given."""
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_FIGURE = re.compile(r"\d|[▁▂▃▄▅▆▇█]")
VEILED = "-discreet"
"""The class of the app in discreet mode; lists then draw no figures."""
_REPLACEMENT = "\ufffd"


def shown(text: str, style: str = "", *, limit: int = LINE_LIMIT) -> Content:
    """One line of text, with a style of ours (``$text-muted``), never markup."""
    return (
        Content.styled(safe_line(text, limit), style) if style else Content(safe_line(text, limit))
    )


def shown_block(text: str, style: str = "", *, limit: int = SHOWN_BLOCK_LIMIT) -> Content:
    """The same for several lines."""
    safe = safe_block(text, limit)
    return Content.styled(safe, style) if style else Content(safe)


def cell(text: str, style: str = "", *, limit: int = LINE_LIMIT) -> Text:
    """One line for ``DataTable`` and ``Tree``, which measure nothing but Rich's ``Text``."""
    from rich.text import Text

    return Text(safe_line(text, limit), style=style, no_wrap=True, end="")


def no_figures(text: str) -> str:
    """The text with a mark for every digit and bar."""
    return _FIGURE.sub(MARK, text)


class NoControls(LineFilter):
    """Takes control characters out of every segment that is drawn, whichever widget drew it."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - the base's
        """The segments without a character that a terminal would obey."""
        if not any(_CONTROL.search(segment.text) for segment in segments):
            return segments
        return [
            segment
            if segment.control or not _CONTROL.search(segment.text)
            else Segment(_CONTROL.sub(_REPLACEMENT, segment.text), segment.style)
            for segment in segments
        ]
