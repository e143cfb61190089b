"""``demo``: a sample journal that looks lived in, thrown away afterwards."""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from netjournal.cli.context import Context
from netjournal.cli.front import front
from netjournal.cli.parser import Parser

_NOTICE = "This is a throw-away sample journal; nothing you do here is kept."


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.examples("netjournal demo")


def run(_arguments: argparse.Namespace, context: Context) -> int:
    """Open the sample, or print its today."""
    from netjournal.demo import sample
    from netjournal.journal.founding import found

    with TemporaryDirectory(prefix="netjournal-demo-") as folder:
        path = Path(folder, "journal.json")
        found(path, sample(context.today))
        own = Context(journal=str(path))
        try:
            return front(own, notice=_NOTICE)
        finally:
            own.close()
