"""The command line's door."""

from __future__ import annotations


def main() -> int:
    """Run one command and return its exit code."""
    return 0
