"""What all dialogs share: a frame with the question on its border, and the keys under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, TypeVar

from textual.actions import parse
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Static

from netjournal.tui.showing import shown

Answer = TypeVar("Answer")
TITLE_LIMIT = 60
"""Characters of a title on the border."""
LOW = 18
"""Lines of a window under which dialogs do without air."""
_BACK = "dialog-back"
_AROUND = 6
"""Lines of a dialog around its long part: borders, air, and a row of buttons."""
_GAP = "  "
_CORNERS = 6
"""Cells of the lower border that no hint can have."""


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
    Frame > .hints { dock: bottom; display: none; height: auto; color: $text-muted; }
    Frame.-hinted > .hints { display: block; }
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
        self._hints = Static(classes="hints")

    def compose(self) -> ComposeResult:
        """The frame with the body in it."""
        with self._frame:
            yield from self.body()
            yield self._hints

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
        self._show_keys()

    def action_back(self) -> None:
        """No answer."""
        self.dismiss(None)

    async def action_use(self, id: str) -> None:
        """Do what the binding of this id does."""
        for node, binding, enabled, _ in self.active_bindings.values():
            if binding.id == id and enabled:
                await self.app.run_action(binding.action, node)
                return
        for binding in self._shadowed():
            if binding.id == id:
                await self.app.run_action(binding.action, self)

    def _show_keys(self) -> None:
        """Our own bindings, remapped or not; a click does what the key does.

        What the border has no room for stands above it.
        """
        ours: dict[str, Binding] = {}
        for _, binding, enabled, _ in self.active_bindings.values():
            if enabled and binding.show and binding.id:
                ours.setdefault(binding.id, binding)
        back = ours.pop(_BACK, None)
        for binding in self._shadowed():
            ours.setdefault(binding.id or "", binding)
        hints = [self._hint(binding) for binding in ours.values()]
        border = [*hints, *([self._hint(back)] if back else [])]
        whole = Content(_GAP).join(border)
        room = self._frame.outer_size.width - _CORNERS
        is_roomy = room <= 0 or len(border) < 2 or whole.cell_length <= room
        self._frame.set_class(not is_roomy, "-hinted")
        self._hints.update("" if is_roomy else _in_lines(hints, self.room))
        self._frame.border_subtitle = whole if is_roomy else border[-1]

    def _shadowed(self) -> Iterator[Binding]:
        """Our bindings whose key a field takes first, and answers in our stead."""
        active = self.active_bindings
        for cls in type(self).__mro__:
            for binding in vars(cls).get("BINDINGS", ()):
                taker = active.get(binding.key)
                _, name, parameters = parse(binding.action)
                if (
                    binding.show
                    and taker is not None
                    and taker.binding.id is None
                    and taker.node is self.focused
                    and self.check_action(name, parameters)
                ):
                    yield binding

    def _hint(self, binding: Binding) -> Content:
        name = binding.key_display or self.app.get_key_display(binding)
        key = Content.styled(name, "$foreground bold")
        label = Content(f" {binding.description.lower()}")
        click = f"screen.use('{binding.id}')"
        return (key + label).stylize(Style.from_meta({"@click": click}))


def _in_lines(hints: Sequence[Content], room: int) -> Content:
    """Hints below each other where they do not fit beside, none of them broken."""
    lines: list[Content] = []
    for hint in hints:
        if lines and lines[-1].cell_length + len(_GAP) + hint.cell_length <= room:
            lines[-1] = Content.assemble(lines[-1], _GAP, hint)
        else:
            lines.append(hint)
    return Content("\n").join(lines)
