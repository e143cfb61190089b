"""Long output through the user's pager, as git does it: at a terminal only, never by a shell."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

from netjournal.cli import diagnostics
from netjournal.cli.output import Output

_USUAL = "less"
_SETTINGS = {"LESS": "FRX", "LV": "-c"}
"""What git sets for less and lv where the user has not: colours, and no page for what fits."""
_SGR = re.compile(r"\x1b\[\d*m")


@contextmanager
def paged(output: Output) -> Iterator[None]:
    """Keep back what is printed; what is longer than the screen goes to the pager at the end.

    Sentences on standard error wait too, so that they stand below what they belong to.
    """
    command = _command() if output.is_terminal else []
    if not command:
        yield
        return
    output.hold()
    diagnostics.hold()
    try:
        yield
    finally:
        text = output.held()
        if not _is_long(text) or not _shown(command, text):
            if text:
                output.program_text(text)
            output.flush()
        diagnostics.release()


def _command() -> list[str]:
    """The pager and its arguments; none where there is to be none."""
    import shlex

    asked = next(
        (os.environ[name] for name in ("NETJOURNAL_PAGER", "PAGER") if name in os.environ), _USUAL
    )
    try:
        command = shlex.split(asked)
    except ValueError:  # an open quote
        return []
    return [] if command in ([], ["cat"]) or os.environ.get("TERM") == "dumb" else command


def _is_long(text: str) -> bool:
    import shutil

    from netjournal.text import width

    columns, rows = shutil.get_terminal_size()
    lines = text.splitlines()
    if len(lines) >= rows:
        return True
    return sum(1 + max(0, width(_SGR.sub("", line)) - 1) // columns for line in lines) >= rows


def _shown(command: list[str], text: str) -> bool:
    """Whether the pager could be started; how it ends is the user's affair."""
    import signal
    import subprocess

    try:
        pager = subprocess.Popen(  # noqa: S603 - the user's own pager, its arguments a list
            command, stdin=subprocess.PIPE, env={**_SETTINGS, **os.environ}
        )
    except OSError:
        return False
    # ctrl+c belongs to the pager, which stops a search by it and goes on
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pager.communicate(text.encode("utf-8", "replace"))
    finally:
        signal.signal(signal.SIGINT, before)
    return True
