"""The line that is being typed, on disk until it is stored: a crash must not take it along.

One file for each journal and running program, private and without a sync: it is for the death of
the program, not of the machine. Where it cannot be written, typing goes on without it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from netjournal import paths

_ONLY_MINE = 0o600


class Unfinished:
    """Keeps the newest text of one program over one journal."""

    def __init__(self, folder: Path, journal: Path) -> None:
        self._folder = folder
        self._journal = journal

    @cached_property
    def _stem(self) -> str:
        from hashlib import sha256  # its library is a good part of a start

        name = sha256(str(self._journal.resolve()).encode()).hexdigest()
        return f"unfinished-{name[:12]}-"

    @property
    def _file(self) -> Path:
        return self._folder / f"{self._stem}{os.getpid()}"

    def keep(self, text: str) -> None:
        """Remember the text as it stands; an empty one is forgotten."""
        if not text.strip():
            self.forget()
            return
        with suppress(OSError):
            paths.make_private(self._folder)
            handle = os.open(self._file, os.O_WRONLY | os.O_CREAT, _ONLY_MINE)
            with os.fdopen(handle, "wb", buffering=0) as file:
                # written over what was there: on a full disk that stays
                file.truncate(file.write(text.encode(errors="replace")))

    def forget(self) -> None:
        """It is stored, or kept as a draft."""
        with suppress(OSError):
            self._file.unlink()

    def left_behind(self) -> str:
        """What a program that ended before its time was typing; its file is ours from now on."""
        with suppress(OSError, ValueError):
            for file in sorted(self._folder.glob(f"{self._stem}*")):
                pid = int(file.name.removeprefix(self._stem))
                if pid != os.getpid() and not _runs(pid):
                    text = file.read_text(encoding="utf-8", errors="replace")
                    file.replace(self._file)
                    return text
        return ""


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
