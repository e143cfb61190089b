"""The one reader of the clock. Rules take ``today`` as an argument; only the edges call this."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from netjournal.errors import UsageError


def today() -> date:
    """Today, or the day that ``$NETJOURNAL_TODAY`` fixes for tests and pictures.

    Raises:
        UsageError: the variable is set to something that is no ISO date.

    """
    fixed = os.environ.get("NETJOURNAL_TODAY")
    if not fixed:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(fixed)
    except ValueError:
        raise UsageError(
            f"$NETJOURNAL_TODAY is {fixed!r}; it must be a date such as 2026-03-11."
        ) from None


def now() -> str:
    """The moment in UTC, to the microsecond: orders the things of one day."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def local_minute(at: str) -> str:
    """A stored moment, UTC, as the clock on the wall said it: ``2026-03-11 10:15``."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError):
        return at[:16].replace("T", " ")  # written by hand, or at an end of time
