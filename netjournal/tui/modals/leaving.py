"""Leaving a form with something unsaved in it: never without asking."""

from __future__ import annotations

from typing import Any

from textual.app import App

from netjournal.tui.modals.confirm import ConfirmModal


async def may_leave(app: App[Any], unsaved: str) -> bool:
    """Whether to go, after telling what is not saved; only within a Textual worker."""
    question = ConfirmModal(
        unsaved, yes="Leave without saving", no="Stay here", title="Leave?", careful=True
    )
    answer: bool | None = await app.push_screen_wait(question)
    return bool(answer)
