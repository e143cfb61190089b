"""``config``: the file of settings, written with comments, or checked."""

from __future__ import annotations

import argparse

from netjournal import paths
from netjournal.cli import diagnostics
from netjournal.cli.context import Context
from netjournal.cli.output import piece
from netjournal.cli.parser import Parser
from netjournal.errors import ConfigError, ExitCode

TEMPLATE = """\
# netjournal: settings. Every line that begins with # is as if it were not there;
# the values below are the usual ones. Check it with: netjournal config check

# Where the journal lives; relative to this file. --journal and $NETJOURNAL_JOURNAL win.
# journal = "journal.json"

# Home, two letters (ISO 3166): how long a postcard takes, and numbers without +.
# country = "GB"
# region = "GB"

# Languages of dates besides English: "de", "es", "fr".
# languages = ["de"]

# How 3/4 is read: "day_first" is 3 April, "month_first" 4 March.
# day_order = "day_first"

# Days one works on: what a follow-up within two working days means.
# working_days = ["mon", "tue", "wed", "thu", "fri"]

# Days for a postcard to another country until silence means no answer.
# patience_abroad = 35

# Begin with names, texts and figures hidden; z shows them.
# discreet = false

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
        load(file)
        exists = file.exists()
        diagnostics.say("It can be read." if exists else "There is none; the usual values hold.")
    if context.json:
        context.output.json("config", {"path": str(file), "exists": file.exists()})
    else:
        context.output.line(piece(file))
    return ExitCode.DONE


def _write() -> None:
    """Write the file where there is none.

    Raises:
        ConfigError: it is there already, or cannot be written.
    """
    file = paths.config_file()
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as stream:
            stream.write(TEMPLATE)
        file.chmod(0o600)
    except FileExistsError:
        raise ConfigError(f"{file} is there already; open it in an editor.") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ConfigError(f"{file} cannot be written: {reason}.") from None
