"""The programs compared with, and where they are."""

from __future__ import annotations

import os
import shutil
import subprocess
import venv
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

FROM_PYPI = {"khard": ("khard==0.22.0", "khard"), "jrnl": ("jrnl==4.6", "jrnl"),
             "todoman": ("todoman==4.7.0", "todo")}  # fmt: skip
"""What is installed, and the program it brings; each gets an environment of its own."""
FROM_THE_SYSTEM = {"taskwarrior": "task", "abook": "abook"}
"""Packages of Debian and others; installing them is left to the person at the machine."""


class Program(NamedTuple):
    """One that can be started."""

    path: str
    called: str
    """Its name and version, as tables show it."""


def installed() -> Mapping[str, Program]:
    """Every program there is, by its name; what is missing is said and left out."""
    found = {}
    for name, (wanted, program) in FROM_PYPI.items():
        found[name] = Program(str(_from_pypi(name, wanted, program)), wanted.replace("==", " "))
    for name, program in FROM_THE_SYSTEM.items():
        path = shutil.which(program)
        if path is None:
            print(f"{name} is not installed and left out; on Debian: apt-get install {name}")
            continue
        found[name] = Program(path, f"{name} {_version(path)}".strip())
    return found


def _from_pypi(name: str, wanted: str, program: str) -> Path:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    home = cache / "netjournal-benchmarks" / wanted.replace("==", "-")
    if not (home / "bin" / program).exists():
        print(f"installing {wanted} into {home.name} …", flush=True)
        venv.create(home, with_pip=True, clear=True)
        pip = (str(home / "bin" / "pip"), "install", "--quiet", wanted)
        subprocess.run(pip, check=True, stderr=subprocess.DEVNULL)
    return home / "bin" / program


def _version(path: str) -> str:
    """The last word of what it says about its version; empty where it does not say."""
    asked = subprocess.run(
        (path, "--version"), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    words = asked.stdout.split()
    return words[-1] if words and len(words) < 4 else ""
