"""The user's own programs: an editor, and what the desktop opens links with; never a shell.

A text is edited in a private file in a private folder, gone afterwards.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from netjournal.errors import InputError, UsageError

_PLATFORM: str = sys.platform
_SUFFIX = ".netjournal.md"  # lets people switch off backup and undo files for it
_PREFIX = "netjournal-"
_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own with mode 0700 is made in it


def edited(text: str) -> str:
    """The text as the editor left it.

    Raises:
        UsageError: no editor is named, or it cannot be started.
        InputError: the editor failed, or left no text.
    """
    command = _command()
    place = _folder()
    _sweep(Path(place or gettempdir()))
    with TemporaryDirectory(prefix=f"{_PREFIX}{os.getpid()}-", dir=place) as folder:
        file = Path(folder, f"edit{_SUFFIX}")
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="\n") as form:
            form.write(text)
        try:
            code = subprocess.run([*command, str(file)], check=False).returncode  # noqa: S603 - the user's own editor, no shell
        except OSError as error:
            raise UsageError(
                f"The editor {command[0]!r} cannot be started ({error.strerror}). "
                "Set $EDITOR, or write FIELD=VALUE."
            ) from None
        if code:
            raise InputError(f"The editor ended with code {code}; nothing was changed.")
        try:
            return file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            raise InputError("The editor left no UTF-8 text; nothing was changed.") from None


def open_link(link: str) -> None:
    """Hand a link to the desktop; a program with arguments, never a shell.

    Raises:
        InputError: the desktop's opener is missing, or could not open it.
    """
    name = "open" if _PLATFORM == "darwin" else "xdg-open"
    opener = shutil.which(name)
    if opener is None:
        raise InputError(f"There is no {name} here to open {link} with.")
    done = subprocess.run(  # noqa: S603 - a fixed program, one quoted argument, no shell
        (opener, link), stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    if done.returncode:
        raise InputError(f"{name} could not open {link}.")


def _command() -> list[str]:
    for variable in ("VISUAL", "EDITOR"):
        value = os.environ.get(variable, "").strip()
        if value:
            try:
                return shlex.split(value)
            except ValueError:
                raise UsageError(
                    f"${variable} cannot be read: {value!r} has an open quote."
                ) from None
    raise UsageError("No editor is set; set $EDITOR, or write FIELD=VALUE.")


def _sweep(place: Path) -> None:
    """Remove what a session of ours that was killed left there, as when its terminal was closed."""
    for folder in place.glob(f"{_PREFIX}*-*"):
        pid = folder.name.removeprefix(_PREFIX).partition("-")[0]
        try:
            if folder.lstat().st_uid == os.geteuid() and pid.isdecimal():
                os.kill(int(pid), 0)
        except ProcessLookupError:
            shutil.rmtree(folder, ignore_errors=True)
        except (OSError, OverflowError):
            continue  # it is gone, or its process is somebody else's and alive


def _folder() -> str | None:
    """Where files do not reach a disk, if there is such a place."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    for place in (Path(runtime) if runtime.startswith("/") else _IN_MEMORY, _IN_MEMORY):
        if place.is_dir() and os.access(place, os.W_OK):
            return str(place)
    return None
