"""Builds the manual page into the wheel, so that ``man netjournal`` works once it is installed."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_ALIAS = ".so man1/netjournal.1\n"


class ManualPage(BuildHookInterface):
    """Writes the pages and names where they belong; the manual is told by the code itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's
        """Before the wheel is put together."""
        self._pages.mkdir(parents=True, exist_ok=True)
        for name, text in {"netjournal": self._page(), "nj": _ALIAS}.items():
            page = self._pages / f"{name}.1"
            page.write_text(text, encoding="utf-8")
            build_data["shared_data"][str(page)] = f"share/man/man1/{name}.1"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - hatchling's
        """Once the pages are in it."""
        shutil.rmtree(self._pages)

    @property
    def _pages(self) -> Path:
        return Path(self.directory) / "man"

    def _page(self) -> str:
        sys.path.insert(0, self.root)
        try:
            from netjournal.cli.manual import manual
            from netjournal.cli.roff import page

            return page(manual(), self.metadata.version)
        finally:
            sys.path.remove(self.root)
