"""One writer at a time: a lock file beside the journal for processes, a mutex for threads.

The lock is its own file, because a lock on a file that gets replaced lets a second writer in.
It is never removed: whoever had it open would then hold a lock nobody else can see.
"""

from __future__ import annotations

import os
import time
from _thread import RLock, get_ident  # threading would be a fiftieth of a quick add
from collections.abc import Callable
from pathlib import Path

from netjournal.errors import BusyError, NotSavedError
from netjournal.store.files import Files, close, make_folders, why, write_all

_FIRST_PAUSE = 0.002
_LONGEST_PAUSE = 0.05
_A_MOMENT = 1.0
"""Seconds in which a writer waits without a word."""


class Lock:
    """The journal's lock; re-entrant within a thread, exclusive between threads and processes."""

    def __init__(
        self,
        path: Path,
        *,
        files: Files,
        timeout: float,
        check: Callable[[], None] | None = None,
        waiting: Callable[[str], object] | None = None,
    ) -> None:
        """Name a lock.

        ``timeout`` is in seconds, ``check`` may refuse to make its folder, ``waiting`` is told in
        a sentence, once, when somebody else holds it for more than a moment.
        """
        self._path = path
        self._files = files
        self._check = check
        self._waiting = waiting
        self._timeout = timeout
        self._mutex = RLock()
        self._depth = 0
        self._owner: int | None = None
        self._fd = -1

    @property
    def held(self) -> bool:
        """Whether this thread holds it."""
        return self._owner == get_ident()

    def __enter__(self) -> None:
        """Take the lock.

        Raises:
            BusyError: somebody else held it for the whole timeout; nothing was done.
            NotSavedError: there is no way to lock here (no permission, no such file system).
            JournalError: ``check`` refused.

        """
        deadline = time.monotonic() + self._timeout
        if not self._mutex.acquire(timeout=self._timeout):
            raise self._busy()
        try:
            if not self._depth:
                self._take(deadline)
                self._owner = get_ident()
            self._depth += 1
        except BaseException:
            self._let_go()
            self._mutex.release()
            raise

    def __exit__(self, *_: object) -> None:
        """Give it back."""
        try:
            self._depth -= 1
            if not self._depth:
                self._owner = None
                self._let_go()
        finally:
            self._mutex.release()

    def _let_go(self) -> None:
        """Closing gives the lock back."""
        if self._fd >= 0:
            fd, self._fd = self._fd, -1
            close(self._files, fd)

    def _take(self, deadline: float) -> None:
        pause = _FIRST_PAUSE
        silent_until = time.monotonic() + _A_MOMENT
        tell = self._waiting
        while True:
            try:
                if self._try():
                    return
            except OSError as error:
                raise NotSavedError(f"Nothing was saved: {why(error, self._path)}") from error
            self._let_go()
            if time.monotonic() >= deadline:
                raise self._busy()
            if tell is not None and time.monotonic() >= silent_until:
                tell(f"The journal is in use by {self._holder()}; waiting for it.")
                tell = None
            time.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)

    def _try(self) -> bool:
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW
        try:
            self._fd = self._files.open(self._path, flags)
        except FileNotFoundError:
            if self._check is not None:
                self._check()
            make_folders(self._files, self._path.parent)
            self._fd = self._files.open(self._path, flags)
        if not self._files.lock(self._fd) or not self._is_still_there(self._fd):
            return False
        self._sign(self._fd)
        return True

    def _is_still_there(self, fd: int) -> bool:
        """Somebody may have removed the lock file between our opening and our locking it."""
        try:
            now = self._files.stat(self._path)
        except FileNotFoundError:
            return False
        mine = self._files.fstat(fd)
        return (now.st_dev, now.st_ino) == (mine.st_dev, mine.st_ino)

    def _sign(self, fd: int) -> None:
        """Leave our pid for whoever waits; a full disk must not keep us from locking."""
        name = b"%-10d\n" % os.getpid()
        try:
            if self._files.read(fd, len(name), 0) != name:
                write_all(self._files, fd, name)
        except OSError:
            return

    def _holder(self) -> str:
        """Who has signed it, in words."""
        try:
            pid = self._path.read_text(encoding="ascii", errors="replace").strip()
        except OSError:
            pid = ""
        return f"process {pid}" if pid.isdigit() else "another process"

    def _busy(self) -> BusyError:
        return BusyError(
            f"The journal is in use by {self._holder()}; nothing was saved, try again."
        )
