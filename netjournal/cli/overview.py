"""The help of the whole program: every command in a line."""

from __future__ import annotations

from netjournal.cli.catalogue import COMMANDS, PROG

EPILOG = """\
Without a command, netjournal opens on Today in the terminal; elsewhere it
prints it. The journal is --journal, $NETJOURNAL_JOURNAL, the config file's, or
the usual place. 'netjournal COMMAND --help' tells more and gives examples,
'netjournal man' tells everything."""


def overview() -> str:
    """The help of the whole program."""
    width = max(map(len, COMMANDS)) + 2
    lines = [f"usage: {PROG} [--journal FILE] [COMMAND] …", ""]
    lines += ["A private journal for the few relationships that matter.", "", "commands:"]
    lines += [f"  {name:<{width}}{command.help}" for name, command in COMMANDS.items()]
    lines += ["", "options:", "  --journal FILE  another journal than the usual one"]
    lines += ["  --discreet      open with names, texts and figures hidden"]
    lines += ["  --no-pager      print long output all at once"]
    lines += ["  --version       print the version", "  -h, --help      print this", "", EPILOG]
    return "\n".join(lines)
