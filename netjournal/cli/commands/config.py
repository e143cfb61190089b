"""``config``: the file of settings, written with comments, or checked."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from netjournal import paths
from netjournal.cli import diagnostics
from netjournal.cli.context import Context
from netjournal.cli.output import piece
from netjournal.cli.parser import Parser
from netjournal.errors import ConfigError, ExitCode, UsageError

if TYPE_CHECKING:
    from netjournal.domain.settings import Settings

TEMPLATE = """\
# netjournal: settings. Every line that begins with # is as if it were not there;
# the values below are the usual ones. Check it with: netjournal config check

# Where the journal lives; relative to this file. --journal and $NETJOURNAL_JOURNAL win.
# journal = "journal.json"

# Home, two letters (ISO 3166): how long a postcard takes, and phone numbers without +;
# region is for the numbers alone, where they are another country's.
# country = "GB"
# region = "GB"

# Languages of dates besides English: "de", "es", "fr".
# languages = ["de"]

# How 3/4 is read: "day_first" is 3 April, "month_first" 4 March.
# day_order = "day_first"

# Days one works on: what a follow-up within two working days means.
# working_days = ["mon", "tue", "wed", "thu", "fri"]

# The first day of a week: when the week's five are chosen anew.
# week_start = "mon"

# Days for a postcard to another country until silence means no answer.
# patience_abroad = 35

# Begin with names, texts and figures hidden; z shows them.
# discreet = false

# The theme of the terminal app, instead of the one chosen there last (ctrl+p, theme).
# $TEXTUAL_THEME wins.
# theme = "netjournal-dark"

# How long may pass between real contacts, and how many people each circle is meant to hold.
# [circles.inner]
# cadence = "3 weeks"
# size = 5
# [circles.close]
# cadence = "2 months"
# size = 15
# [circles.network]
# cadence = "6 months"
# size = 80

# Days until silence means no answer.
# [patience]
# phone = 3
# video = 3
# met = 3
# message = 3
# email = 7
# social = 7
# other = 7
# postcard = 21

# Queries by name: netjournal people @quiet
# [queries]
# quiet = "(is:stale OR is:dormant) circle:close"

# Keys of the screens by their id; the help (?) shows the ids.
# [keys]
# quick-add = "ctrl+n"
"""


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.json()
    parser.add_argument(
        "what", choices=("init", "check", "path"), metavar="WHAT",
        help="init writes it with comments, check reads it, path says where it is",
    )  # fmt: skip
    parser.examples("netjournal config init", "netjournal config check", "netjournal config path")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Write or check the file, or say where it is."""
    from netjournal.config import load

    file = paths.config_file()
    if arguments.what == "init":
        _write()
        diagnostics.say("Written. Take the # off a line to change what it says.")
    elif arguments.what == "check":
        _check(file, load(file))
        exists = file.exists()
        diagnostics.say("It can be read." if exists else "There is none; the usual values hold.")
    if context.json:
        context.output.json("config", {"path": str(file), "exists": file.exists()})
    else:
        context.output.line(piece(file))
    return ExitCode.DONE


def _check(file: Path, settings: Settings) -> None:
    """Look also at what is only read where it is used: queries, keys and the theme.

    Raises:
        ConfigError: one of them says something that cannot be.
    """
    from netjournal.cli.front import key_ids, themes
    from netjournal.config import place_of
    from netjournal.journal.queries import parse_query

    def wrong(key: str, why: str) -> ConfigError:
        return ConfigError(f"{place_of(key, file, file.read_text('utf-8-sig'))}: {key}: {why}")

    for name, query in settings.queries.items():
        try:
            parse_query(query)
        except UsageError as error:
            raise wrong(f"queries.{name}", error.message) from None
    if settings.keys:
        ids = key_ids()
        for id in settings.keys:
            if id not in ids:
                raise wrong(f"keys.{id}", f"There is no such key; {_near(id, ids)}")
    if settings.theme:
        known = themes()
        if settings.theme not in known:
            raise wrong("theme", f"There is no such theme; {_near(settings.theme, known)}")


def _near(word: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, known, 1)
    return f"did you mean {near[0]}?" if near else f"use {', '.join(known)}."


def _write() -> None:
    """Write the file where there is none.

    Raises:
        ConfigError: it is there already, or cannot be written.
    """
    file = paths.config_file()
    try:
        paths.make_private(file.parent)
        with file.open("x", encoding="utf-8") as stream:
            stream.write(TEMPLATE)
        file.chmod(0o600)
    except FileExistsError:
        raise ConfigError(f"{file} is there already; open it in an editor.") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ConfigError(f"{file} cannot be written: {reason}.") from None
