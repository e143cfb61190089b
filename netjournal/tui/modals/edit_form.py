"""All fields of a record, as one would type them."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Static

from netjournal.journal.fields import FIELDS, Field
from netjournal.journal.several import quoted, split_values
from netjournal.text import plural
from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.modals.leaving import may_leave
from netjournal.tui.showing import shown
from netjournal.tui.widgets.line_input import LineInput
from netjournal.tui.widgets.push_button import PushButton

Check = Callable[[str, str], str | None]
"""Field name and text to the sentence that says why it cannot be, or nothing."""


class FieldRow(Vertical):
    """A label, the text, and under it what there is to say about it.

    Values of a field that wants them apart have a line each, and there is always one more.
    """

    DEFAULT_CSS = """
    FieldRow { height: auto; }
    FieldRow Horizontal { height: 1; }
    FieldRow .label {
        width: 19;
        color: $text-muted;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        padding-right: 1;
    }
    FieldRow LineInput { width: 1fr; }
    FieldRow .said { padding: 0 0 0 20; height: auto; display: none; color: $text-muted; }
    FieldRow.-said .said { display: block; }
    FieldRow.-wrong .said { color: $text-warning; }
    FieldRow.-changed .label { color: $text-accent; }
    """

    def __init__(self, field: Field, text: str, check: Check) -> None:
        super().__init__()
        self.field = field
        self._inputs = [LineInput(each) for each in _lines_of(field, text)]
        self._check = check
        self._before = self.text
        self._problem = ""

    def compose(self) -> ComposeResult:
        """Label and text side by side, the saying below."""
        for place, each in enumerate(self._inputs):
            yield self._line(each, first=not place)
        yield Static(classes="said")

    def _line(self, text: LineInput, *, first: bool) -> Horizontal:
        label = self.field.label if first else ""
        return Horizontal(Static(shown(label) if label else "", classes="label"), text)

    @property
    def input(self) -> LineInput:
        """Where one begins to type."""
        return self._inputs[0]

    @property
    def text(self) -> str:
        """The field as it is typed, several values between commas."""
        values = (each.value.strip() for each in self._inputs)
        return ", ".join(value for value in values if value)

    @property
    def changed(self) -> bool:
        """Whether it is another text than it was."""
        return self.text != self._before

    @property
    def problem(self) -> str:
        """Why it cannot be saved so; a text nobody touched is never a problem."""
        return self._problem

    @on(Input.Changed)
    def _typed(self) -> None:
        self._problem = (self._check(self.field.name, self.text) or "") if self.changed else ""
        self.set_class(self.changed, "-changed")
        self._say()
        if self.field.apart and self._inputs[-1].value:
            one_more = LineInput()
            self.mount(self._line(one_more, first=False), after=len(self._inputs) - 1)
            self._inputs.append(one_more)

    def on_descendant_focus(self) -> None:
        """The help shows where one is, and is in view with the field."""
        self._say()
        self.call_after_refresh(self.scroll_visible, animate=False)

    def on_descendant_blur(self) -> None:
        """A problem stays to be seen."""
        self._say()

    def _say(self) -> None:
        here = any(each.has_focus for each in self._inputs)
        said = self._problem or (self.field.help if here else "")
        self.query_one(".said", Static).update(shown(said))
        self.set_class(bool(said), "-said")
        self.set_class(bool(self._problem), "-wrong")


def _lines_of(field: Field, text: str) -> Sequence[str]:
    """What stands in each line of a field; of those apart one more."""
    if not field.apart:
        return [text]
    return [*(quoted(value) for value in split_values(text) if text.strip()), ""]


class EditForm(Dialog[dict[str, str]]):
    """Every field with its help, checked while typing; the answer holds the changed ones only."""

    DEFAULT_CSS = """
    EditForm Frame { width: 90; }
    EditForm #fields { height: auto; scrollbar-size-vertical: 1; }
    EditForm.-narrow FieldRow .label { width: 12; }
    EditForm.-narrow FieldRow .said { padding: 0 0 0 13; }
    EditForm .row { height: 1; }
    EditForm #state { width: 1fr; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,ctrl+enter", "save", "Save", tooltip="Save what was changed",
                id="form-save"),
        # before the list around the fields takes the arrows to scroll
        Binding("down", "app.focus_next", "Next field", tooltip="To the next field",
                id="form-next", priority=True),
        Binding("up", "app.focus_previous", "Field before", False, priority=True,
                tooltip="To the field before", id="form-previous"),
    ]  # fmt: skip

    def __init__(
        self,
        title: str,
        kind: type,
        values: Mapping[str, str],
        check: Check,
        *,
        without: Container[str] = (),
    ) -> None:
        """``kind`` is a class of ``FIELDS``; ``values`` are its fields' texts by name."""
        super().__init__(title)
        self._fields = [field for field in FIELDS[kind] if field.name not in without]
        self._values = values
        self._check = check
        self._rows: Sequence[FieldRow] = ()

    def body(self) -> ComposeResult:
        """The fields, then how many changed, and the button."""
        self._rows = [
            FieldRow(field, self._values.get(field.name, ""), self._check) for field in self._fields
        ]
        with VerticalScroll(id="fields", classes="long", can_focus=False):
            yield from self._rows
        with Horizontal(classes="row gap"):
            yield Static(id="state")
            yield PushButton("Save", id="save")

    @on(Input.Changed)
    def _count(self) -> None:
        changed = sum(row.changed for row in self._rows)
        wrong = sum(bool(row.problem) for row in self._rows)
        words = f"{plural(changed, 'field')} changed" if changed else ""
        if wrong:
            words += f", {wrong} to correct"
        self.query_one("#state", Static).update(shown(words))

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        event.stop()
        self.focus_next()

    @on(PushButton.Pressed, "#save")
    def action_save(self) -> None:
        """The changed fields; a text that cannot be is shown instead."""
        for row in self._rows:
            if row.problem:
                row.input.focus()
                return
        changed = {row.field.name: row.text for row in self._rows if row.changed}
        self.dismiss(changed or None)

    def action_back(self) -> None:
        """Leave; with something changed, ask first."""
        if any(row.changed for row in self._rows):
            self._leave()
        else:
            self.dismiss(None)

    @work
    async def _leave(self) -> None:
        changed = sum(row.changed for row in self._rows)
        unsaved = plural(changed, "changed field is", "changed fields are")
        if await may_leave(self.app, f"{unsaved} not saved."):
            self.dismiss(None)
