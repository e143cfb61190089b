"""A walk through every key that is offered: each does something one can see."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from textual.binding import Binding
from textual.screen import ModalScreen
from textual.widget import Widget

from netjournal.tui import keys, modals
from tests.tui.conftest import SMALL, Driver, running

_ENDS = frozenset({"quit", "suspend"})
"""They end or stop the program; elsewhere tested."""


def offered(app: Driver) -> dict[str, str]:
    """The first key of each binding that works now, by its id."""
    found: dict[str, str] = {}
    for _node, binding, enabled, _tip in app.app.screen.active_bindings.values():
        if binding.id and enabled and binding.id not in _ENDS:
            found.setdefault(binding.id, binding.key)
    return found


def seen(app: Driver) -> tuple[object, ...]:
    """Everything a key could change that somebody would notice."""
    host = app.app
    return (
        app.text, len(app.copied), app.told, len(host.journal.gestures), host.current_mode,
        [type(screen) for screen in host.screen_stack], host.focused,
    )  # fmt: skip


async def back(app: Driver, page: type[object], mode: str) -> None:
    """To the page the walk goes on from."""
    for _ in range(4):
        if app.app.current_mode == mode and isinstance(app.app.screen, page):
            break
        if app.app.current_mode != mode:
            await app.app.switch_mode(mode)
            await app.settle()
        else:
            await app.press("escape")
    app.app.clear_notifications()
    await app.settle()


_EVERY_PAGE = frozenset(b.id for b in (*keys.MOVING, *keys.ACTING, *keys.EVERYWHERE))


@pytest.mark.parametrize(
    ("presses", "known"),
    [((), frozenset()), (("2",), _EVERY_PAGE), (("enter",), _EVERY_PAGE)],
    ids=["today", "people", "person"],
)
async def test_every_key_that_is_offered_does_something(
    lived_in: Path, presses: tuple[str, ...], known: frozenset[str]
) -> None:
    """Those of every page are walked through on the first."""
    async with running(lived_in, SMALL) as app:
        await app.press("j", "j", *presses)
        await app.press("j")
        page, mode, cursor = type(app.app.screen), app.app.current_mode, app.list.cursor
        silent = []
        for id, key in offered(app).items():
            if id in known or id not in offered(app):
                continue
            app.list.cursor = max(cursor, 1)
            before = seen(app)
            await app.press(key)
            if seen(app) == before:
                silent.append((id, key))
            await back(app, page, mode)
        # the page one is on, and the ends of a list one stands at, are no change
        assert {id for id, _key in silent} <= {f"go-{mode}", "part-before", "redo"}, silent


def _with_keys() -> list[type[Widget]]:
    found: dict[str, type[Widget]] = {}
    for module in iter_modules(modals.__path__):
        for each in vars(import_module(f"{modals.__name__}.{module.name}")).values():
            if isinstance(each, type) and issubclass(each, Widget) and "BINDINGS" in vars(each):
                found[each.__qualname__] = each
    return [each for each in found.values() if each.__module__.startswith("netjournal")]


@pytest.mark.parametrize("asks", _with_keys(), ids=lambda each: each.__qualname__)
def test_every_key_of_a_dialog_is_complete(asks: type[Widget]) -> None:
    for binding in asks.BINDINGS:
        assert isinstance(binding, Binding)
        assert binding.id, binding
        assert binding.description, binding
        assert binding.tooltip, binding
        name = binding.action.split("(")[0]
        assert "." in name or hasattr(asks, f"action_{name}"), binding


def test_a_dialog_does_not_name_a_key_of_a_page() -> None:
    pages = {b.id for t in vars(keys).values() if isinstance(t, tuple) for b in t
             if isinstance(b, Binding)}  # fmt: skip
    for asks in _with_keys():
        if issubclass(asks, ModalScreen):
            assert not pages & {binding.id for binding in asks.BINDINGS}  # type: ignore[union-attr]  # ours are all Bindings
