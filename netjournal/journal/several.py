"""Several values in one text: told apart, and put together so that they come apart again."""

from __future__ import annotations


def split_values(text: str) -> list[str]:
    """Values between commas; commas within brackets and quotes belong to the value.

    A value in quotes is meant letter for letter; a quote within it is written twice.
    """
    parts, depth, quoted, start = [], 0, False, 0
    for place, char in enumerate(text):
        if char == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif char in "([":
            depth += 1
        elif char in ")]":
            depth = max(0, depth - 1)
        elif char == "," and not depth:
            parts.append(text[start:place])
            start = place + 1
    return [_unquoted(part.strip()) for part in (*parts, text[start:])]


def split_addresses(text: str) -> list[str]:
    """The same of addresses: one without brackets goes on over its commas, as it is typed."""
    parts: list[str] = []
    for piece in split_values(text):
        if parts and not (piece.startswith("[") or parts[-1].startswith("[")):
            parts[-1] += f", {piece}"
        else:
            parts.append(piece)
    return parts


def quoted(text: str) -> str:
    """A value as it reads back: in quotes where a comma, quote or bracket would cut it."""
    whole = split_values(f"{text}, -") == [text, "-"]
    return text if whole else '"' + text.replace('"', '""') + '"'


def _unquoted(text: str) -> str:
    if len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1].replace('""', '"')
    return text
