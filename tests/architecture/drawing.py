"""What draws or writes text, by name: kinds, methods, attributes; and what makes text harmless."""

from __future__ import annotations

CHOKE_POINTS = frozenset(
    {"shown", "shown_block", "cell", "safe_line", "safe_block", "piece", "bold", "dim"}
)
"""What makes any text harmless: ``netjournal.text``, ``tui.showing``, ``cli.output``."""
MADE = frozenset({"Content", "Text", "Piece"})
"""Kinds that show what they were made of; ``from_markup`` makes them of anything, so never that."""
CONTENTS = frozenset({"shown", "shown_block", "cell"})
"""Choke points whose answer is drawn as it is."""
FIRST = MADE | {
    "Static", "Label", "Option", "Segment", "Markdown", "Button", "Checkbox", "Toast", "Digits",
    "Collapsible", "DataTable", "Input", "Link", "ListItem", "Log", "MaskedInput", "Pretty",
    "RadioButton", "RadioSet", "RichLog", "Select", "Selection", "SelectionList", "Sparkline",
    "Tab", "TabPane", "Tabs", "TextArea", "Tooltip", "Tree", "DiscoveryHit", "SystemCommand",
}  # fmt: skip
"""Kinds that draw what they are made with; so do their heirs, and other names of them."""
WRITTEN = frozenset(
    {"update", "notify", "styled", "append_text", "set_label", "from_text", "from_rich_text",
     "add_option", "add_options", "set_options", "add_column", "add_columns", "add_row", "add_rows",
     "add_leaf", "with_tooltip", "set_window_title", "program_text", "writelines"}
)  # fmt: skip
"""Methods that draw what they are given."""
LATER = {
    "update_cell": 2, "replace_option_prompt": 1, "replace_option_prompt_at_index": 1, "Hit": 1,
    "Binding": 2, "os.write": 1,
}  # fmt: skip
"""Where the text stands of those that are given other things first."""
SAID = frozenset({"sys.exit", "SystemExit", "print", "warnings.warn"})
"""What Python itself writes as it is."""
STREAMS = ("stream", "stdout", "stderr", "buffer", "driver", "console", "log")
ASKED = frozenset({"draw", "asking.draw", "asking.line", "asking.confirmed"})
"""Functions of ``cli.asking`` that write what they are given as it is."""
NAMED = frozenset({"Hit.help", "__init__.placeholder", "Binding.tooltip"})
"""Texts handed over by name, which Textual reads as markup or draws as they are."""
NAMED_OF_ANY = frozenset({"content", "message", "title", "text", "label", "prompt", "renderable",
                            "value"})  # fmt: skip
"""The same, of whatever shows its first argument."""
ATTRIBUTES = frozenset(
    {"tooltip", "title", "sub_title", "border_title", "border_subtitle", "placeholder", "content"}
)
SHAPED = frozenset(
    {"fit", "rstrip", "strip", "ljust", "rjust", "lower", "plural", "str", "max", "min"}
)
"""Calls that make no text harmful that was harmless."""
