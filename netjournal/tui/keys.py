"""Every key, declared once: footer, help, palette, user key maps and the README read it here.

One letter means one thing on every screen. A binding has an id (for ``[keys]`` of the
configuration), a label of at most two words, a sentence, and a group.
"""

from __future__ import annotations

from textual.binding import Binding

from netjournal.tuples import NamedTuple

ACT = Binding.Group("Act")
PERSON = Binding.Group("Person")
LIST = Binding.Group("List")
GO = Binding.Group("Go to")
PROGRAM = Binding.Group("Program")


class KeyRow(NamedTuple):
    """A line of the table of keys."""

    key: str
    label: str
    does: str
    where: str


def _key(
    key: str,
    action: str,
    label: str,
    does: str,
    id: str,
    group: Binding.Group,
    *,
    show: bool = True,
) -> Binding:
    return Binding(key, action, label, show=show, tooltip=does, id=id, group=group)


MOVING = (
    _key("enter", "open", "Open", "Open what is highlighted.", "open", LIST),
    _key("up,k", "move(-1)", "Up", "Go up a line.", "up", LIST, show=False),
    _key("down,j", "move(1)", "Down", "Go down a line.", "down", LIST, show=False),
    _key("pageup", "page(-1)", "Page up", "Go up a page.", "page-up", LIST, show=False),
    _key("pagedown", "page(1)", "Page down", "Go down a page.", "page-down", LIST, show=False),
    _key("g,home", "first", "First", "Go to the first line.", "first", LIST, show=False),
    _key("G,end", "last", "Last", "Go to the last line.", "last", LIST, show=False),
)
"""Of every list."""

ACTING = (
    _key("d", "done", "Done", "It is done; reaching out is noted as a contact.", "done", ACT),
    _key("s", "snooze", "Snooze", "Be quiet about it until a day.", "snooze", ACT),
    _key("x", "drop", "Drop", "Let it go, or not now for a person.", "drop", ACT),
    _key("C", "channel", "By what", "Choose another means: for the promise, or for the person.",
         "channel", ACT, show=False),
    _key("c", "call", "Call", "Show the number large, and note the call.", "call", PERSON),
    _key("m", "mail", "Mail", "Write an email, and note it.", "mail", PERSON),
    _key("p", "postcard", "Postcard", "Show the address, and note the card.", "postcard", PERSON),
    _key("n", "note", "Note", "Write a line about the person; no contact.", "note", PERSON),
    _key("e", "edit", "Edit", "Change the fields of what is highlighted.", "edit", PERSON),
    _key("o", "circle", "Circle", "Choose how near the person is.", "circle", PERSON),
    _key("t", "topic", "Topic", "Give the person a topic to be found by.", "topic", PERSON),
    _key("r", "rest", "Rest", "Put the person to rest, or wake them.", "rest", PERSON),
    _key("F", "fit", "Fit", "Answer what makes a valuable contact, a question at a time.", "fit",
         PERSON, show=False),
    _key("y", "copy", "Copy", "Copy what is highlighted.", "copy", PERSON),
    _key("D", "remove", "Remove", "Remove what is highlighted, after asking.", "remove", PERSON),
)  # fmt: skip
"""On whatever is highlighted: a line of Today, a person, a promise."""

FINDING = (
    _key("/", "filter", "Filter", "Narrow the list as you type.", "filter", LIST),
    _key("v", "sort", "Sort", "Sort the list by the next column.", "sort", LIST),
    _key("V", "columns", "Columns", "Choose the columns and the order.", "columns", LIST,
         show=False),
    _key("space", "mark", "Mark", "Mark the person; circle, topic, rest and more take all marked.",
         "mark", LIST),
    _key("asterisk", "mark_all", "Mark all", "Mark everybody who is listed, or nobody.",
         "mark-all", LIST, show=False),
    _key("w", "cadence", "How often", "Say how often to be in touch; empty is as the circle.",
         "cadence", PERSON, show=False),
    _key("f", "jump", "Jump", "Go to the first name with the letter you type next.", "jump", LIST),
    _key("R", "triage", "Rolodex", "Go through the rolodex, one person at a time.", "triage", LIST),
)  # fmt: skip
"""Of the list of people."""

PARTS = (
    _key("left,h", "part(-1)", "Part before", "Show the part that is named before this one.",
         "part-before", LIST, show=False),
    _key("right,l", "part(1)", "Next part", "Show the part that is named next on the border.",
         "part-next", LIST, show=False),
)  # fmt: skip
"""Of pages with parts: the network and the rolodex; a person's story, relationship, vCards."""

WITHIN = (
    _key("/", "find", "Find", "Find words on this page; enter goes on to the next.", "find", LIST),
)
"""Of a person's page."""

WRITING = (
    _key("N", "write", "Editor", "Write a note in $EDITOR, or change the highlighted text there.",
         "write", PERSON, show=False),
)  # fmt: skip
"""Of a person's page."""

COMPLETING = (
    _key("tab", "complete", "Complete", "Take what is offered below, then the next.", "complete",
         LIST),
)  # fmt: skip
"""Of a line that a query is typed into."""

BEGINNING = (
    _key("b", "begin", "Begin", "Begin something: a gathering, its debrief, an introduction.",
         "begin", ACT),
)  # fmt: skip
"""Of the pages about giving and gatherings."""

CHOOSING = (
    _key("plus", "choose", "Choose", "Choose whom to follow up, at most three; or not after all.",
         "choose", ACT),
)  # fmt: skip
"""Of a gathering's page."""

PAIRING = (
    _key("M", "merge", "Merge", "Make one person of the two; the first stays.", "merge-pair", ACT),
    _key("W", "swap", "Who stays", "Let the other one stay.", "swap", ACT),
    _key("X", "apart", "Two people", "They are two people; never ask again.", "apart", ACT),
    _key("J", "scroll(1)", "Scroll", "See more of the two.", "pair-down", LIST, show=False),
    _key("K", "scroll(-1)", "Scroll up", "See what was above.", "pair-up", LIST, show=False),
)  # fmt: skip
"""Of likely duplicates. Merging is the same letter as the way there."""

LOOKING = (
    _key("/", "look", "Search", "Look for words in everything, and open the place.", "look",
         LIST),
)  # fmt: skip
"""Of the pages without a filter."""

BACK = (_key("escape", "back", "Back", "Go back; nothing typed is lost.", "back", GO),)
"""Of pages and of the filter."""

EVERYWHERE = (
    _key("a", "capture", "Capture", "Note what happened, in one line.", "capture", PROGRAM),
    _key("u", "undo", "Undo", "Take the last change back.", "undo", PROGRAM),
    _key("U", "redo", "Redo", "Take the last undo back.", "redo", PROGRAM, show=False),
    _key("1", "go('today')", "Today", "Whom to get back to, and why.", "go-today", GO, show=False),
    _key("2", "go('people')", "People", "Everybody, to find and to choose.", "go-people", GO,
         show=False),
    _key("3", "go('give')", "Give", "What can be given today, and to whom.", "go-give", GO,
         show=False),
    _key("4", "go('gatherings')", "Gatherings", "Whom you met, and what became of it.",
         "go-gatherings", GO, show=False),
    _key("5", "go('network')", "Network", "Whether the network is any good, and what to do.",
         "go-network", GO, show=False),
    _key("S", "search", "Search", "Look for words in everything, and open the place.", "search",
         PROGRAM, show=False),
    _key("H", "history", "History", "Show what was done, field by field; undo from there.",
         "history", PROGRAM, show=False),
    _key("i", "import", "Import", "Read an address book, after showing what it brings.", "import",
         PROGRAM, show=False),
    _key("E", "export", "Export", "Write people, or the whole journal, to a file.", "export",
         PROGRAM, show=False),
    _key("M", "merge", "Merge", "Go through people who may be one, or merge the two marked.",
         "merge", PROGRAM, show=False),
    _key("z", "discreet", "Discreet", "Hide names, texts and figures, or show them again.",
         "discreet", PROGRAM, show=False),
    _key("question_mark", "help", "Help", "Show every key of this page.", "help", PROGRAM),
    _key("colon,ctrl+p", "command_palette", "Palette", "Find an action or a person by name.",
         "palette", PROGRAM, show=False),
    _key("ctrl+z", "suspend_process", "Suspend", "Go to the shell; fg comes back.", "suspend",
         PROGRAM, show=False),
    _key("q", "quit", "Quit", "Leave; everything is saved already.", "quit", PROGRAM, show=False),
)  # fmt: skip
"""On every page."""


class PaletteRow(NamedTuple):
    """What is done seldom enough to need no key: the palette alone has it."""

    action: str
    """Of the app."""
    label: str
    does: str


PALETTE = (
    PaletteRow("back_up", "Back up now", "Copy the journal, compressed, beside it."),
    PaletteRow("backups", "Backups …", "List the copies; see what restoring one would change."),
    PaletteRow("check_journal", "Check the journal", "Look for damage, and mend what is sure."),
)
"""By name only."""

_SHOWN = {
    "question_mark": "?", "colon": ":", "escape": "esc", "up": "↑", "down": "↓", "pageup": "PgUp",
    "pagedown": "PgDn", "slash": "/", "asterisk": "*", "plus": "+", "left": "←", "right": "→",
}  # fmt: skip


def key_name(key: str) -> str:
    """A key as people call it: ``?``, ``ctrl+p``, ``G``."""
    return _SHOWN.get(key, key)


def key_table() -> list[KeyRow]:
    """Every key with its label, what it does and where, for the README."""
    where = (
        (EVERYWHERE, "everywhere"),
        (MOVING, "in every list"),
        (ACTING, "on a line or a person"),
        (FINDING, "in People"),
        (PARTS, "in People, on somebody's page"),
        (WITHIN, "on somebody's page"),
        (WRITING, "on somebody's page"),
        (COMPLETING, "in the filter"),
        (BEGINNING, "in Give and Gatherings"),
        (CHOOSING, "on a gathering"),
        (PAIRING, "in Duplicates"),
        (LOOKING, "on every page but People"),
        (BACK, "on a page, in the filter"),
    )
    return [
        KeyRow(
            " ".join(key_name(key) for key in binding.key.split(",")),
            binding.description,
            binding.tooltip,
            place,
        )
        for bindings, place in where
        for binding in bindings
    ]
