"""What the settings say of the app: its theme, and keys and themes by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.binding import Binding

from netjournal import paths
from netjournal.domain.settings import Settings
from netjournal.journal.journal import Journal
from netjournal.tui import theme
from netjournal.tui.app import NetjournalApp
from netjournal.tui.choices import key_ids, themes
from tests.tui.conftest import TODAY


def _theme(tmp_path: Path, settings: Settings) -> str:
    app = NetjournalApp(Journal(tmp_path / "journal.json"), settings, lambda: TODAY)
    return app.theme


def test_environment_beats_settings_beat_the_last_choice_beats_the_usual(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _theme(tmp_path, Settings()) == theme.DARK.name
    theme.remember(paths.state_folder() / "theme", "nord")
    assert _theme(tmp_path, Settings()) == "nord"
    said = Settings(theme=theme.LIGHT.name)
    assert _theme(tmp_path, said) == theme.LIGHT.name
    monkeypatch.setenv("TEXTUAL_THEME", "gruvbox")
    assert _theme(tmp_path, said) == "gruvbox"


def test_a_theme_that_is_none_is_the_usual_one(tmp_path: Path) -> None:
    assert _theme(tmp_path, Settings(theme="no such")) == theme.DARK.name


def test_every_key_and_theme_that_is_offered_exists(tmp_path: Path) -> None:
    app = NetjournalApp(Journal(tmp_path / "journal.json"), Settings(), lambda: TODAY)
    assert set(themes()) == set(app.available_themes)
    bound = {each.id for each in NetjournalApp.BINDINGS if isinstance(each, Binding)}
    assert bound
    assert bound <= set(key_ids())
