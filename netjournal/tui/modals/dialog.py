"""What all dialogs share: a frame with the question on its border, and the keys under it."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style

from netjournal.tui.showing import shown

Answer = TypeVar("Answer")
TITLE_LIMIT = 60
"""Characters of a title on the border."""
LOW = 18
"""Lines of a window under which dialogs do without air."""
_BACK = "dialog-back"
_AROUND = 6
"""Lines of a dialog around its long part: borders, air, and a row of buttons."""


class Frame(VerticalScroll, can_focus=False):
    """The box of a dialog."""

    DEFAULT_CSS = """
    Frame {
        width: 68;
        max-width: 100%;
        height: auto;
        max-height: 100%;
        padding: 1 2;
        border: round $foreground 35%;
        border-title-color: $text-muted;
        border-subtitle-color: $text-muted;
        background: $surface;
        color: $foreground;
        scrollbar-size-vertical: 1;
    }
    Frame:ansi { border: round ansi_default; background: ansi_default; }
    Frame .muted { color: $text-muted; }
    Frame .gap { margin-top: 1; }
    Frame .space { height: 1; }
    Frame .problem { color: $text-warning; }
    """


class Dialog(ModalScreen[Answer | None]):
    """A question with a typed answer; escape is always no answer.

    It is given what it shows and never reads or writes the journal.
    """

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        /* stronger than an app's rule for Screen: what is asked about stays visible */
        background: $background 60% !important;
        &:ansi { background: transparent !important; }
        &.-short Frame { padding: 0 2; }
        &.-narrow Frame { padding: 0 1; }
        &.-short Frame .gap { margin-top: 0; }
        &.-short Frame .space { display: none; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-roomy")]  # noqa: RUF012 - as Screen declares it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (LOW, "-tall")]  # noqa: RUF012 - as Screen declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", tooltip="Leave without an answer", id=_BACK)
    ]

    def __init__(self, title: str) -> None:
        super().__init__()
        self._frame = Frame()
        self._frame.border_title = shown(title, limit=TITLE_LIMIT)

    def compose(self) -> ComposeResult:
        """The frame with the body in it."""
        with self._frame:
            yield from self.body()

    def body(self) -> ComposeResult:
        """What the question is asked with."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """The keys on the border follow what can be done."""
        self.bindings_updated_signal.subscribe(self, lambda _: self._show_keys())
        self.call_after_refresh(self._show_keys)

    @property
    def room(self) -> int:
        """Cells across the inside of the frame."""
        return self._frame.scrollable_content_region.width

    def on_resize(self) -> None:
        """Long parts scroll by themselves, so that what is below them stays in view."""
        for part in self.query(".long"):
            part.styles.max_height = max(3, self.size.height - _AROUND)

    def action_back(self) -> None:
        """No answer."""
        self.dismiss(None)

    async def action_use(self, id: str) -> None:
        """Do what the binding of this id does."""
        for node, binding, enabled, _ in self.active_bindings.values():
            if binding.id == id and enabled:
                await self.app.run_action(binding.action, node)
                return

    def _show_keys(self) -> None:
        """Our own bindings, remapped or not; a click does what the key does."""
        ours: dict[str, Binding] = {}
        for _, binding, enabled, _ in self.active_bindings.values():
            if enabled and binding.show and binding.id:
                ours.setdefault(binding.id, binding)
        back = ours.pop(_BACK, None)
        hints = [self._hint(binding) for binding in [*ours.values(), *([back] if back else [])]]
        self._frame.border_subtitle = Content("  ").join(hints)

    def _hint(self, binding: Binding) -> Content:
        key = Content.styled(self.app.get_key_display(binding), "$foreground bold")
        label = Content(f" {binding.description.lower()}")
        click = f"screen.use('{binding.id}')"
        return (key + label).stylize(Style.from_meta({"@click": click}))
