"""Where files live. Linux reads the XDG variables itself; elsewhere platformdirs knows."""

from __future__ import annotations

import os
import sys
from pathlib import Path

APP = "netjournal"
_PLATFORM: str = sys.platform

_XDG = {
    "data": ("XDG_DATA_HOME", ".local/share"),
    "config": ("XDG_CONFIG_HOME", ".config"),
    "state": ("XDG_STATE_HOME", ".local/state"),
}


def _folder(kind: str) -> Path:
    if _PLATFORM == "linux":
        variable, below_home = _XDG[kind]
        value = os.environ.get(variable, "")
        # The XDG specification: a relative path in these variables is to be ignored.
        base = Path(value) if value.startswith("/") else Path.home() / below_home
        return base / APP
    import platformdirs

    folder: Path = getattr(platformdirs, f"user_{kind}_path")(APP, appauthor=False)
    return folder


def default_journal() -> Path:
    """The journal when nothing else names one."""
    return _folder("data") / "journal.json"


def config_file() -> Path:
    """The file of settings; it need not exist."""
    return _folder("config") / "config.toml"


def state_folder() -> Path:
    """What the program remembers between runs and may lose: theme, error log."""
    return _folder("state")


def error_log() -> Path:
    """Where unexpected errors are written, for a report by hand."""
    return state_folder() / "errors.log"


def make_private(folder: Path) -> None:
    """A folder and those above it that are missing, each 0700 whatever the umask.

    Raises:
        OSError: one of them cannot be made.

    """
    if folder.is_dir():
        return
    make_private(folder.parent)
    try:
        folder.mkdir(mode=0o700)
        folder.chmod(0o700)
    except FileExistsError:
        return  # somebody else was quicker
