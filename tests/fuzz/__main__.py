"""Fuzz a reader by name: ``python -m tests.fuzz vcard|capture|log|query SECONDS [FOLDER]``.

Coverage-guided by atheris, which is no dependency of the project: ``pip install atheris`` (it has
builds for CPython 3.11 to 3.13). What it learns is kept in FOLDER, if one is given.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

LONGEST = 2_000
"""Bytes of an input; the bombs are about longer ones."""


def fuzz(name: str, seconds: int, folder: Path) -> None:
    """Feed the reader; ends the process with a code of its own, 77 if something was found."""
    try:
        atheris = import_module("atheris")
    except ModuleNotFoundError:
        sys.exit("atheris is not here; pip install atheris")
    with atheris.instrument_imports(include=["netjournal"]):
        target = import_module("tests.fuzz.targets").TARGETS[name]
    corpus = folder / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds):
        (corpus / f"seed{number}").write_bytes(seed)
    words = folder / f"{name}.words"
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in target.words), encoding="ascii")
    options = (
        f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-dict={words}", "-timeout=10",
        f"-artifact_prefix={folder}/{name}-", "-rss_limit_mb=1500", "-print_final_stats=1",
        "-verbosity=1",
    )  # fmt: skip
    atheris.Setup([sys.argv[0], *options, str(corpus)], target.holds)
    atheris.Fuzz()


def _escaped(word: str) -> str:
    """As a dictionary of libFuzzer has it: every byte in hexadecimal."""
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


def main() -> None:
    """Read what to do from the command line."""
    name, seconds, *folder = sys.argv[1:]
    with TemporaryDirectory() as own:
        fuzz(name, int(seconds), Path(folder[0] if folder else own))


if __name__ == "__main__":
    main()
