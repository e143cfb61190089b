"""A record as a form for a text editor: ``field: value`` lines, read back as what was changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from netjournal.cli.setting import Assignment
from netjournal.errors import InputError
from netjournal.journal.fields import FIELDS
from netjournal.text import safe_block, safe_line

_HEAD = """\
# {title}
# One field a line. Several values stand between commas; a value may go on in
# lines that begin with two spaces. What is not changed here is not touched.
"""
_HANGING = "  "


def form_text(record: Any, title: str) -> str:
    """The form of a record, every field with its value."""
    lines = []
    for field in FIELDS[type(record)]:
        value = field.text(record).replace("\n", f"\n{_HANGING}")
        lines += [f"# {field.help}"] if field.help else []
        lines.append(f"{field.name}: {value}".rstrip(" "))
    return _HEAD.format(title=safe_block(title)) + "\n" + "\n".join(lines) + "\n"


def with_problem(form: str, problem: str) -> str:
    """The form as it was left, with why it could not be stored as its first line."""
    lines = [line for line in form.split("\n") if not line.startswith(_PROBLEM)]
    return "\n".join([_PROBLEM + safe_line(problem), *lines])


_PROBLEM = "# Not stored: "


def changed_in(before: str, after: str) -> list[Assignment]:
    """What an edited form sets, beside the form as it was given.

    Raises:
        InputError: a line has no field.
    """
    was = _values(before)
    return [(name, "=", text) for name, text in _values(after).items() if was.get(name) != text]


def _values(form: str) -> Mapping[str, str]:
    values: dict[str, str] = {}
    name = ""
    blank = ""
    for number, line in enumerate(form.split("\n"), 1):
        if line.startswith(_HANGING) and name:
            values[name] += f"{blank}\n{line[len(_HANGING) :]}"
            blank = ""
        elif not line.strip():
            blank += "\n"  # within a value if it goes on; editors take its two spaces away
        elif not line.startswith("#"):
            name, colon, text = line.partition(":")
            name, blank = name.strip(), ""
            if not colon or not name.replace("_", "").isalpha():
                raise InputError(f"Line {number} of the form has no field: {line.strip()!r}.")
            values[name] = text.strip()
    return {name: text.strip() for name, text in values.items()}
