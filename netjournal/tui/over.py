"""Pages that are opened over another one."""

from __future__ import annotations

from netjournal.tui.pages import Page


class OverPage(Page):
    """Goes away when its reader goes back; the page below is where it was."""

    def action_back(self) -> None:
        """To the page below."""
        if self.is_current:
            self.app.pop_screen()
