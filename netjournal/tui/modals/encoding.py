"""In which character set a file of cards was written."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from netjournal.tui.modals.choosing import ChoiceDialog
from netjournal.tui.widgets.choice_list import Choice

_SETS = (
    ("", "found out", "card by card, as far as the bytes say"),
    ("cp1252", "Western", "Windows; Latin 1 is a part of it"),
    ("iso8859-15", "Western, with €", "Latin 9"),
    ("mac-roman", "Western, Mac", "before Mac OS X"),
    ("cp1250", "Central European", "Polish, Czech, Hungarian …"),
    ("cp1251", "Cyrillic", "Windows"),
    ("koi8-r", "Cyrillic, Unix", "KOI8-R"),
    ("cp1253", "Greek", "Windows"),
    ("cp1254", "Turkish", "Windows"),
    ("cp1255", "Hebrew", "Windows"),
    ("cp1256", "Arabic", "Windows"),
    ("cp932", "Japanese", "Shift JIS"),
    ("gb18030", "Chinese, simplified", "GB 2312 is a part of it"),
    ("big5", "Chinese, traditional", "Big 5"),
    ("cp949", "Korean", "EUC-KR is a part of it"),
)
"""As Python calls them, what people call them, and what else there is to know."""


class EncodingModal(ChoiceDialog[str]):
    """The name of a character set; an empty one lets it be found out."""

    def __init__(self, now: str) -> None:
        super().__init__(
            "Letters",
            [
                (Choice(key="", label=label, about=f"{name} · {about}" if name else about,
                        current=name == now), name)
                for name, label, about in _SETS
            ],
        )  # fmt: skip

    def body(self) -> ComposeResult:
        """What is asked, and the sets."""
        yield Static("If names look wrong, the file was written in:", classes="muted")
        yield Static(classes="space")
        yield from super().body()
