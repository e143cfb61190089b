"""What argcomplete leaves to be done: conditions that are denied, and bash's way with an ``@``."""

from __future__ import annotations

import argparse
import os
from typing import Any

from argcomplete.finders import CompletionFinder

_BREAKS = "_ARGCOMPLETE_COMP_WORDBREAKS"
"""The characters at which bash breaks words; unset for other shells."""


class Finder(CompletionFinder):
    """Completes ``-@saved`` and ``-topic:gov`` too, which are no options."""

    def __call__(self, *arguments: Any, **options: Any) -> None:
        """Answer the shell and end the process."""
        # Readline leaves an @ at the beginning of a word in it, although it breaks words (its
        # rl_special_prefixes), and argcomplete takes it away: @quiet would become quiet.
        breaks = os.environ.get(_BREAKS, "")
        self._breaks_at = "@" in breaks
        if self._breaks_at:
            os.environ[_BREAKS] = breaks.replace("@", "")
        super().__call__(*arguments, **options)

    def collect_completions(
        self,
        active_parsers: list[argparse.ArgumentParser],
        parsed_args: argparse.Namespace,
        cword_prefix: str,
    ) -> list[str]:
        """What may stand in the place of the word that is half typed."""
        found: list[str] = super().collect_completions(active_parsers, parsed_args, cword_prefix)
        if found or cword_prefix[:1] != "-" or not _takes_query(active_parsers[-1]):
            return found
        bare = cword_prefix[1:]
        offered = super().collect_completions(active_parsers, parsed_args, bare)
        # what bash puts in begins behind the -, for the @ is a word of its own to it
        denied = "" if bare[:1] == "@" and self._breaks_at else "-"
        return [denied + one for one in offered]


def _takes_query(parser: argparse.ArgumentParser) -> bool:
    return any(getattr(each, "is_query", False) for each in parser._actions)  # noqa: SLF001 - argparse has no other list of them
