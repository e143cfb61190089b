"""One command line in this process: its code, and every byte it wrote."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from netjournal.cli.main import main
from tests.hostile.strings import RAW

CODES = frozenset({0, 1, 2, 3, 4, 5, 6})
UNEXPECTED = "An unexpected error"


class Ran(NamedTuple):
    """What a command line came to."""

    argv: tuple[str, ...]
    code: int
    out: str
    err: str

    @property
    def fault(self) -> str:
        """What is wrong with it, or nothing."""
        if self.code not in CODES:
            return f"code {self.code}"
        for name, text in (("stdout", self._text_of_out()), ("stderr", self.err)):
            if (raw := RAW.search(text)) is not None:
                return f"{raw[0]!r} on {name}"
            if "Traceback" in text or UNEXPECTED in text:
                return f"a crash told on {name}: {text[-300:]!r}"
        return ""

    def _text_of_out(self) -> str:
        """Standard output without the tabs that part its columns."""
        if self.argv[:1] == ("query",) or "--plain" in self.argv:
            return self.out.replace("\t", " ")
        return self.out


def run(argv: Sequence[str], stdin: bytes = b"") -> Ran:
    """Run one command line; nothing it opens outlives it."""
    out, err = io.BytesIO(), io.BytesIO()
    with _streams(stdin, out, err):
        code = main(argv)
        sys.stdout.flush()
        sys.stderr.flush()
    return Ran(tuple(argv), code, _text(out), _text(err))


def _text(stream: io.BytesIO) -> str:
    return stream.getvalue().decode("utf-8", "surrogateescape")


@contextmanager
def _streams(stdin: bytes, out: io.BytesIO, err: io.BytesIO) -> Iterator[None]:
    kept = sys.stdin, sys.stdout, sys.stderr
    # as main finds them: strict, and told by it to write a question mark instead
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8", errors="surrogateescape")
    sys.stdout = io.TextIOWrapper(out, encoding="utf-8", write_through=True)
    sys.stderr = io.TextIOWrapper(err, encoding="utf-8", write_through=True)
    try:
        yield
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
            stream.detach()
        sys.stdin, sys.stdout, sys.stderr = kept


@contextmanager
def environment(values: Mapping[str, str]) -> Iterator[None]:
    """The process's environment with some variables set."""
    before = dict(os.environ)
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
