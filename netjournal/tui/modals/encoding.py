"""In which character set a file of cards was written."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from netjournal.tui.modals.choosing import ChoiceDialog
from netjournal.tui.widgets.choice_list import Choice

_SETS = (
    ("", "found out, card by card"),
    ("cp1252", "Western"),
    ("iso8859-15", "Western, with €"),
    ("mac-roman", "Western, old Mac"),
    ("cp1250", "Central European"),
    ("cp1251", "Cyrillic"),
    ("koi8-r", "Cyrillic, KOI8"),
    ("cp1253", "Greek"),
    ("cp1254", "Turkish"),
    ("cp1255", "Hebrew"),
    ("cp1256", "Arabic"),
    ("cp932", "Japanese"),
    ("gb18030", "Chinese, simplified"),
    ("big5", "Chinese, traditional"),
    ("cp949", "Korean"),
)
"""As Python calls them, and as people do."""


class EncodingModal(ChoiceDialog[str]):
    """The name of a character set; an empty one lets it be found out."""

    def __init__(self, now: str) -> None:
        super().__init__(
            "Letters",
            [
                (Choice(key="", label=label, about=name, current=name == now), name)
                for name, label in _SETS
            ],
        )

    def body(self) -> ComposeResult:
        """What is asked, and the sets."""
        yield Static("If names look wrong, the file was written in:", classes="muted")
        yield Static(classes="space")
        yield from super().body()
