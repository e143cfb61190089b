"""A host of three lines for one dialog: keys go in, the answer comes out."""

from __future__ import annotations

from typing import Any, TypeVar

from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot

from netjournal.tui.modals.dialog import Dialog

Answer = TypeVar("Answer")
_TYPED = "typed:"
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


def typed(text: str) -> str:
    """A text among keys: it arrives at once, as from a paste."""
    return _TYPED + text


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys; what ``typed`` marks arrives as one piece, which is much quicker."""
    for key in keys:
        if key.startswith(_TYPED):
            pilot.app.post_message(Paste(key.removeprefix(_TYPED)))
            await pilot.pause()
        else:
            await pilot.press(key)


async def ask(
    dialog: Dialog[Answer], *keys: str, size: tuple[int, int] = (80, 24)
) -> Answer | None:
    """The answer after these keys."""
    host = Host(dialog)
    async with host.run_test(size=size) as pilot:
        await press(pilot, *keys)
        await host.workers.wait_for_complete()
        await pilot.pause()
        answer: Answer | None = host.answer
    return answer


async def seen(dialog: Dialog[Any], *keys: str, size: tuple[int, int] = (80, 24)) -> str:
    """What the dialog shows after these keys."""
    host = Host(dialog)
    async with host.run_test(size=size) as pilot:
        await press(pilot, *keys)
        await host.workers.wait_for_complete()
        await pilot.pause()
        return host.picture
