"""The app: its pages, its keys, its look."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from netjournal import paths
from netjournal.domain.settings import Settings
from netjournal.domain.values import Circle, PersonId
from netjournal.journal.journal import Journal
from netjournal.tui import keys, theme
from netjournal.tui.capturing import keep_unfinished
from netjournal.tui.keys_in_order import KeysInOrder
from netjournal.tui.pages import Page
from netjournal.tui.previewing import WIDE
from netjournal.tui.screens.today import TodayPage

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.theme import Theme


def _people_page() -> Screen[Any]:
    from netjournal.tui.screens.people import PeoplePage

    return PeoplePage()


def _give_page() -> Screen[Any]:
    from netjournal.tui.screens.give import GivePage

    return GivePage()


def _gatherings_page() -> Screen[Any]:
    from netjournal.tui.screens.gatherings import GatheringsPage

    return GatheringsPage()


def _network_page() -> Screen[Any]:
    from netjournal.tui.screens.network import NetworkPage

    return NetworkPage()


def _actions() -> type[Provider]:
    from netjournal.tui.palette import Actions

    return Actions


def _people() -> type[Provider]:
    from netjournal.tui.palette import People

    return People


class NetjournalApp(KeysInOrder):
    """netjournal in the terminal."""

    TITLE = "netjournal"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = True
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as App declares it
        (0, "-no-width"),
        (30, "-narrow"),
        (100, "-wide"),
        (WIDE, "-wider"),
        (160, "-very-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - as App declares it
        (0, "-no-height"),
        (8, "-low"),
        (30, "-high"),
    ]
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        "today": TodayPage,
        "people": _people_page,
        "give": _give_page,
        "gatherings": _gatherings_page,
        "network": _network_page,
    }
    DEFAULT_MODE = "today"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = App.COMMANDS | {
        _actions,
        _people,
    }

    BINDING_GROUP_TITLE = "Everywhere"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.EVERYWHERE]

    def __init__(
        self,
        journal: Journal,
        settings: Settings,
        today: Callable[[], date],
        *,
        notice: str = "",
    ) -> None:
        self._found: dict[str, Theme | None] = {}
        super().__init__(journal, settings, today)
        journal.waiting = self.say
        self._notice = notice
        self.not_kept = ""
        """What was typed, where it could neither be stored nor kept as a draft on leaving."""
        self._theme_file = paths.state_folder() / "theme"
        for each in (theme.DARK, theme.LIGHT):
            self.register_theme(each)
        asked = os.environ.get("TEXTUAL_THEME", "") or settings.theme
        wanted = asked or theme.remembered(self._theme_file)
        colours = self.console.color_system if self._had_terminal else None
        self.theme = wanted if wanted in self.available_themes else theme.first(colours)
        self._wrong_keys: Sequence[str] = ()
        if settings.keys:
            self._map_keys(settings.keys)

    def _map_keys(self, wanted: Mapping[str, str]) -> None:
        from netjournal.tui.keymap import checked

        keymap = checked(wanted)
        self.set_keymap(dict(keymap.keys))
        self._wrong_keys = keymap.problems

    def get_default_screen(self) -> Screen[Any]:
        """The first page is painted at once, before the journal is read."""
        return TodayPage()

    def on_mount(self) -> None:
        """Load once the first page is painted."""
        self.watch(self, "theme", self._remember_theme, init=False)
        # back from the shell or an editor nothing of ours is on the screen any more
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.call_after_refresh(self.start)
        if self._wrong_keys:
            self.say("\n".join(self._wrong_keys), problem=True)
        elif self._notice:
            self.say(self._notice)

    def _remember_theme(self, name: str) -> None:
        file = self._theme_file
        self.run_worker(lambda: theme.remember(file, name), thread=True, exit_on_error=False)

    def get_theme(self, theme_name: str) -> Theme | None:
        """The theme of that name; Textual asks for it for every line it draws."""
        if theme_name not in self._found:
            self._found[theme_name] = super().get_theme(theme_name)
        return self._found[theme_name]

    def register_theme(self, theme: Theme) -> None:
        """Another theme to choose from."""
        self._found.clear()
        super().register_theme(theme)

    def get_key_display(self, binding: Binding) -> str:
        """A key as the README calls it."""
        return keys.key_name(binding.key)

    def open_person(self, person: PersonId, at: str = "") -> None:
        """Open somebody's page over the one that is shown, at the record of that id."""
        from netjournal.tui.screens.person import PersonScreen

        self.push_screen(PersonScreen(person, self.current_mode, at))

    def open_people(self, what: str, people: Sequence[PersonId]) -> None:
        """List the people behind a figure."""
        from netjournal.tui.screens.behind import BehindScreen

        self.push_screen(BehindScreen(what, people, self.current_mode))

    def open_gathering(self, gathering: str) -> None:
        """Open a gathering over the page that is shown."""
        from netjournal.tui.screens.gathering import GatheringScreen

        self.push_screen(GatheringScreen(gathering, self.current_mode))

    def open_circle(self, circle: Circle) -> None:
        """Show the people of a circle side by side."""
        from netjournal.tui.screens.circle import CircleScreen

        self.push_screen(CircleScreen(circle, self.current_mode))

    async def action_go(self, mode: str) -> None:
        """Show a main page; what was opened over it stays there."""
        await self.switch_mode(mode)

    def action_capture(self) -> None:
        """Note what happened; on somebody's page the line begins with them."""
        page = self.screen
        self.capture(page.capture_begins if isinstance(page, Page) else "")

    async def action_quit(self) -> None:
        """Leave; a line that was not finished is kept as a draft."""
        self.not_kept = await keep_unfinished(self)
        self.exit(0)

    def action_undo(self) -> None:
        """Take the last change back."""
        self.take_back()

    def action_redo(self) -> None:
        """Take the last undo back."""
        self.put_again()

    def action_discreet(self) -> None:
        """Hide names, texts and figures, or show them again."""
        self.be_discreet(not self.discreet)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:  # noqa: ARG002 - the base's
        """Of Textual's own commands the one that no key of ours does; the others are noise."""
        yield SystemCommand(
            "Colours", "Choose another theme; it is kept.", self.action_change_theme
        )

    def action_help(self) -> None:
        """Show every key of this page."""
        from netjournal.tui.help import HelpModal, active

        self.push_screen(HelpModal(active(self)))
