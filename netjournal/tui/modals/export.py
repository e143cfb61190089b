"""Exporting: who, as what, and where to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from netjournal.tui.modals.dialog import Dialog
from netjournal.tui.showing import shown
from netjournal.tui.widgets.path_input import PathInput, expanded
from netjournal.tui.widgets.pick import Pick
from netjournal.tui.widgets.push_button import PushButton
from netjournal.tuples import NamedTuple


class Form(Enum):
    """What a file can be."""

    VCARD_3 = "vCard 3.0"
    VCARD_4 = "vCard 4.0"
    EXACT = "as imported"
    FOLDER = "a folder of vCards"
    CSV = "CSV"
    CALENDAR = "calendar"
    JSON = "JSON"
    ZIP = "zip"

    @property
    def suffix(self) -> str:
        """Of its file; nothing for a folder."""
        return _SUFFIXES.get(self, ".vcf")

    @property
    def is_whole(self) -> bool:
        """Whether it holds the whole journal, whoever is chosen."""
        return self in {Form.JSON, Form.ZIP}

    @property
    def is_cards(self) -> bool:
        """Whether it is made of vCards: photos can be in it, and be left out."""
        return self in {Form.VCARD_3, Form.VCARD_4, Form.EXACT, Form.FOLDER}

    @property
    def may_have_notes(self) -> bool:
        """Whether conversations and promises can be added to its cards."""
        return self.is_cards and self is not Form.EXACT


_SUFFIXES: Mapping[Form, str] = {
    Form.CSV: ".csv", Form.CALENDAR: ".ics", Form.JSON: ".json", Form.ZIP: ".zip", Form.FOLDER: "",
}  # fmt: skip
_KNOWN = frozenset(form.suffix for form in Form) - {""}
_ABOUT: Mapping[Form, str] = {
    Form.VCARD_3: "which everything reads",
    Form.VCARD_4: "the newer one",
    Form.EXACT: "byte for byte, but for what was edited",
    Form.FOLDER: "one file a person, for khard and vdirsyncer",
    Form.CSV: "a table with the columns of Google Contacts",
    Form.CALENDAR: "birthdays, other days, and promises with a due day",
    Form.JSON: "the whole journal, notes and all",
    Form.ZIP: "the whole journal with photos, imported files, settings",
}
PHOTOS = ("small", "full", "none")
_PHOTOS = (("small", "up to 700 KB, which every server takes"), ("full", ""), ("none", ""))
_NOTES = (("stay in the journal", ""), ("in the cards", "conversations and open promises"))
_PRIVATE = "What you wrote about people stays in the journal."
_NOTED = "Whoever gets the cards can read what you wrote about people."
_PROMISED = "Of what you wrote, open promises with a due day are in it."
_OPEN = "Everything is in it, what you wrote about people too."


class ExportWish(NamedTuple):
    """What is to be written."""

    whom: int
    """Place of the selection."""
    form: Form
    photos: str
    notes: bool
    """Conversations and open promises leave too."""
    path: Path


class ExportModal(Dialog[ExportWish]):
    """A few fields; enter in the path, or the button, writes."""

    DEFAULT_CSS = """
    ExportModal Frame { width: 84; }
    ExportModal .field { height: auto; }
    ExportModal .label { width: 9; color: $text-muted; }
    ExportModal Pick, ExportModal PathInput { width: 1fr; }
    ExportModal #refusal { margin-top: 1; display: none; }
    ExportModal #refusal.-said { display: block; }
    ExportModal .row { height: 1; align-horizontal: right; }
    ExportModal .row PushButton { margin-left: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", "Export", tooltip="Write the file.", id="export-go"),
        Binding("down,j", "app.focus_next", "Next", False, tooltip="To the next field.",
                id="export-next"),
        Binding("up,k", "app.focus_previous", "Before", False, tooltip="To the field before.",
                id="export-before"),
    ]  # fmt: skip

    def __init__(
        self, whom: Sequence[str], stem: str, wish: ExportWish | None = None, refusal: str = ""
    ) -> None:
        """``whom`` are the selections in words; ``stem`` is the path proposed, without its suffix.

        ``wish`` is what was asked for before, which ``refusal`` says cannot be.
        """
        super().__init__("Export")
        form = wish.form if wish else Form.VCARD_3
        self._stem = stem
        self._forms = tuple(Form)
        self._refusal = refusal
        self._whom = Pick([(words, "") for words in whom], wish.whom if wish else 0, id="whom")
        self._form = Pick(
            [(each.value, _ABOUT[each]) for each in self._forms],
            self._forms.index(form),
            id="form",
        )
        self._photos = Pick(_PHOTOS, PHOTOS.index(wish.photos) if wish else 0, id="photos")
        self._notes = Pick(_NOTES, int(wish.notes) if wish else 0, id="notes")
        self._begin = str(wish.path) if wish else stem + form.suffix

    def body(self) -> ComposeResult:
        """The fields, what is private, the buttons."""
        yield _field("Whom", self._whom)
        yield _field("As", self._form)
        yield _field("Photos", self._photos)
        yield _field("Notes", self._notes)
        yield _field("To", PathInput(self._begin, suffixes=_KNOWN, id="path"))
        yield Static(shown(self._refusal), id="refusal", classes="problem")
        yield Static(id="private", classes="muted gap")
        with Horizontal(classes="row gap"):
            yield PushButton("Cancel", id="cancel")
            yield PushButton("Export", id="write")

    def on_mount(self) -> None:
        """Begin with what it is to be."""
        super().on_mount()
        self.query_one("#refusal").set_class(bool(self._refusal), "-said")
        self._formed()
        (self._path if self._refusal else self._form).focus()

    @property
    def _path(self) -> PathInput:
        return self.query_one(PathInput)

    @property
    def form(self) -> Form:
        """What is picked."""
        return self._forms[self._form.place]

    @on(Pick.Changed, "#form")
    def _formed(self) -> None:
        """What follows from it: whom, photos, suffix and what leaves."""
        form = self.form
        self.query_one(".whom").display = not form.is_whole
        self.query_one(".photos").display = form.is_cards
        self.query_one(".notes").display = form.may_have_notes
        self._tell_private()
        path = self._path.value
        stem = path.removesuffix(next((each for each in _KNOWN if path.endswith(each)), ""))
        self._path.value = stem + form.suffix

    @on(Pick.Changed, "#notes")
    def _tell_private(self) -> None:
        """What leaves of what was written about people."""
        private = _OPEN if self.form.is_whole else _NOTED if self._noted else _PRIVATE
        if self.form is Form.CALENDAR:
            private = _PROMISED
        self.query_one("#private", Static).update(shown(private))

    @property
    def _noted(self) -> bool:
        return self.form.may_have_notes and self._notes.place > 0

    @on(Input.Submitted, "#path")
    @on(PushButton.Pressed, "#write")
    def action_go(self) -> None:
        """Leave with what is wished."""
        if self._path.value.strip():
            photos = PHOTOS[self._photos.place]
            path = expanded(self._path.value)
            self.dismiss(ExportWish(self._whom.place, self.form, photos, self._noted, path))

    @on(PushButton.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.action_back()


def _field(label: str, widget: Widget) -> Horizontal:
    says = Static(shown(label), classes="label")
    return Horizontal(says, widget, classes=f"field {widget.id}")
