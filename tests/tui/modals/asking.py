"""A host of three lines for one dialog: keys go in, the answer comes out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from textual.app import App

from netjournal.tui.modals.dialog import Dialog

Answer = TypeVar("Answer")
UNANSWERED: Any = object()
"""What ``ask`` gives while the dialog still asks."""
HOSTILE = (
    "[/] [@click=app.bell]x[/] \x1b]2;owned\x07\x1b[31m \u202eevil\u2066",
    "x" * 10_000,
    "a\nb\r\nc\td\x00\x9b\ud800",
    "李小红 e\u0301" + "\u0301" * 50,
    "",
)


class Host(App[None]):
    """Shows one dialog and remembers its answer."""

    def __init__(self, dialog: Dialog[Any]) -> None:
        super().__init__()
        self.dialog = dialog
        self.answer: Any = UNANSWERED

    def on_mount(self) -> None:
        self.push_screen(self.dialog, self._answered)

    def _answered(self, answer: Any) -> None:
        self.answer = answer

    @property
    def picture(self) -> str:
        """What is on the screen, as text."""
        strips = self.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def ask(
    dialog: Dialog[Answer], *keys: str, size: tuple[int, int] = (80, 24)
) -> Answer | None:
    """The answer after these keys."""
    host = Host(dialog)
    async with host.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await host.workers.wait_for_complete()
        await pilot.pause()
        answer: Answer | None = host.answer
    return answer


async def seen(dialog: Dialog[Any], *keys: str, size: tuple[int, int] = (80, 24)) -> str:
    """What the dialog shows after these keys."""
    host = Host(dialog)
    async with host.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await host.workers.wait_for_complete()
        await pilot.pause()
        return host.picture


def typed(text: str) -> Sequence[str]:
    """The keys that type a text."""
    names = {" ": "space", ".": "full_stop", ":": "colon", "#": "number_sign", ",": "comma"}
    return [names.get(char, char) for char in text]
