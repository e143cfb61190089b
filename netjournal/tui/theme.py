"""The two themes of netjournal, and the memory of the one that was chosen."""

from __future__ import annotations

from pathlib import Path

from textual.theme import Theme

from netjournal import paths

DARK = Theme(
    name="netjournal-dark",
    primary="#8fb8a8",
    secondary="#7f9cc0",
    accent="#8fb8a8",
    warning="#d9a866",
    error="#d98a80",
    success="#9cbf7a",
    foreground="#d7d8d2",
    background="#16191b",
    surface="#1b1f21",
    panel="#23282b",
    dark=True,
    variables={
        "border": "#8fb8a8",
        "border-blurred": "#333a3d",
        "block-cursor-background": "#2c3a38",
        "block-cursor-foreground": "#eef0ea",
        "block-cursor-text-style": "none",
        "input-selection-background": "#8fb8a8 35%",
    },
)
LIGHT = Theme(
    name="netjournal-light",
    primary="#2f6b5b",
    secondary="#3f5f8c",
    accent="#2f6b5b",
    warning="#8a5a12",
    error="#a23b32",
    success="#4a6e24",
    foreground="#2a2d2c",
    background="#f6f4ee",
    surface="#f1eee6",
    panel="#e7e3d8",
    dark=False,
    variables={
        "border": "#2f6b5b",
        "border-blurred": "#cfcabb",
        "block-cursor-background": "#dbe6dd",
        "block-cursor-foreground": "#16201c",
        "block-cursor-text-style": "none",
        "input-selection-background": "#2f6b5b 25%",
    },
)
_LONGEST_NAME = 100


def first(color_system: str | None) -> str:
    """The name of the theme to begin with, on a terminal of such colours, as Rich calls them.

    Where there are only sixteen, ours would fall together into greys: there its own are better.
    """
    return "ansi-dark" if color_system == "standard" else DARK.name


def remembered(file: Path) -> str:
    """The name of the theme chosen last, or nothing."""
    try:
        return file.read_text(encoding="utf-8")[:_LONGEST_NAME].strip()
    except (OSError, ValueError):
        return ""


def remember(file: Path, name: str) -> None:
    """Keep the choice for the next start; a folder that cannot be written is no matter."""
    try:
        paths.make_private(file.parent)
        file.write_text(name + "\n", encoding="utf-8")
    except OSError:
        return
