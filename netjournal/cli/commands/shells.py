"""``completion``: the lines that make a shell complete commands and names."""

from __future__ import annotations

import argparse

from netjournal.cli.catalogue import PROG
from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.errors import ExitCode


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "shell", choices=("bash", "zsh", "fish"), metavar="bash|zsh|fish", help="which shell"
    )
    parser.examples(
        'eval "$(netjournal completion bash)"        # in ~/.bashrc',
        'eval "$(netjournal completion zsh)"         # in ~/.zshrc, after compinit',
        "netjournal completion fish | source         # in ~/.config/fish/config.fish",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print the lines."""
    from argcomplete.shell_integration import shellcode

    context.output.program_text(shellcode([PROG, "nj"], shell=arguments.shell))
    return ExitCode.DONE
