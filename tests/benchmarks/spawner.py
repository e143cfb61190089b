"""A small process that starts the measured ones.

``ru_maxrss`` of a process counts what its parent weighed at the fork, so whoever is started by a
large process counts as large itself. This one weighs what a bare interpreter weighs: 9 MiB.
"""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_CODE = """
import marshal, os, sys
while True:
    try:
        argv, env, source = marshal.load(sys.stdin.buffer)
    except EOFError:
        break
    out, told = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.dup2(os.open(source, os.O_RDONLY), 0)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(told, 2)
            os.closerange(3, 64)
            os.execvpe(argv[0], argv, env)
        finally:
            os._exit(127)
    os.close(told)
    said = b""
    while chunk := os.read(out, 65536):
        said = (said + chunk)[-2000:]
    os.close(out)
    _, status, usage = os.wait4(child, 0)
    cost = usage.ru_utime + usage.ru_stime, usage.ru_maxrss
    marshal.dump((os.waitstatus_to_exitcode(status), *cost, said), sys.stdout.buffer)
    sys.stdout.buffer.flush()
"""


class Cost(NamedTuple):
    """What one process took."""

    cpu_ms: float
    """User and system time."""
    peak_mib: float
    """The most memory that was resident at once."""


class Spawner:
    """Starts processes one after another and says what each took."""

    def __init__(self) -> None:
        argv = (sys.executable, "-I", "-S", "-c", _CODE)
        self._process = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self) -> Spawner:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def run(self, argv: Sequence[str], env: Mapping[str, str], *, source: str = os.devnull) -> Cost:
        """Run a program to its end, ``source`` as its input and its output thrown away.

        Raises:
            RuntimeError: it ended with another code than 0.

        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        marshal.dump((tuple(argv), dict(env), source), self._process.stdin)
        self._process.stdin.flush()
        code, seconds, kib, said = marshal.load(self._process.stdout)
        if code:
            raise RuntimeError(f"{argv}: exit {code}: {said.decode(errors='replace')[-500:]}")
        return Cost(seconds * 1e3, kib / 1024)
