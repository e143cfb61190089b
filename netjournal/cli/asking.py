"""Questions to whoever sits at the terminal; asked on standard error, answered with a digit."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from netjournal.text import safe_line, whole_number

MOST = 9
"""Choices that one digit can tell apart."""


def choose(question: str, choices: Sequence[str], *, otherwise: str = "") -> int | None:
    """Ask for one of the choices.

    Its place from 0 on; -1 for ``otherwise``, which is offered as 0; None for no answer.
    """
    _tell(safe_line(question))
    for number, choice in enumerate(choices[:MOST], 1):
        _tell(f"  {number}  {safe_line(choice)}")
    if len(choices) > MOST:
        _tell(f"     and {len(choices) - MOST} more; write more of the name to see them")
    if otherwise:
        _tell(f"  0  {safe_line(otherwise)}")
    last = min(len(choices), MOST)
    while True:
        answer = line(f"{'0' if otherwise else '1'}-{last}, or enter for none: ")
        if not answer:
            return None
        if answer == "0" and otherwise:
            return -1
        chosen = whole_number(answer)
        if chosen is not None and 1 <= chosen <= last:
            return chosen - 1


def yes(question: str) -> bool:
    """Ask a question to which enter says no."""
    return line(f"{safe_line(question)} [y/N] ").lower() in {"y", "yes"}


def line(prompt: str) -> str:
    """Ask for one line; empty when there is none."""
    sys.stderr.write(prompt)
    sys.stderr.flush()
    answer = sys.stdin.readline()
    if not answer.endswith("\n"):
        _tell("")
    return answer.strip()


def confirmed(prompt: str) -> str | None:
    """Ask for enter or another line: what was typed; None where the input has ended."""
    sys.stderr.write(prompt)
    sys.stderr.flush()
    answer = sys.stdin.readline()
    if not answer:
        _tell("")
        return None
    return answer.strip()


def draw(text: str) -> None:
    """Rows and moves of a prompt, made safe by whoever drew them."""
    sys.stderr.write(text)
    sys.stderr.flush()


def _tell(text: str) -> None:
    sys.stderr.write(text + "\n")
