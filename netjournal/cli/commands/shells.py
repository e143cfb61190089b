"""``completion``: the lines that make a shell complete commands and names."""

from __future__ import annotations

import argparse

from netjournal.cli.catalogue import PROG
from netjournal.cli.context import Context
from netjournal.cli.parser import Parser
from netjournal.errors import ExitCode

_OF_ZSH = f"""
# org:ti goes on as org:"Tide Radio", whatever the case of its letters
zstyle ':completion:*:*:({PROG}|nj):*' matcher 'm:{{a-zA-Z}}={{A-Za-z}} l:[:]|=*'
"""


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

    lines = shellcode([PROG, "nj"], shell=arguments.shell)
    context.output.program_text(lines + _OF_ZSH if arguments.shell == "zsh" else lines)
    return ExitCode.DONE
