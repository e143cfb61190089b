"""A real terminal is sent nothing but what is ours to send, whatever a journal says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from netjournal.demo import sample
from netjournal.domain.veil import MARK
from netjournal.journal.journal import Journal
from tests.hostile.journals import TODAY, hostile
from tests.hostile.terminal import foreign, session
from tests.tui.terminal import ESCAPES
from tests.tui.test_discreet import private_words

WORST = (
    "\x1b]0;owned\x07", "\x1b]52;c;cm0gLXJm\x07", "\x1b]8;;http://example.org\x1b\\x", "\x9b31m",
    '\x1bP$q"p\x1b\\', "\x1b_apc\x1b\\", "\x9d0;t\x9c", "\u202egnp\u2066", "[@click=app.quit]x[/]",
)  # fmt: skip
_FIGURES = re.compile(
    r"in touch \d|\d of \d|calibre +\d|\d+ (?:place|pair|people|line|act|month)|[▁▂▃▄▅▆▇█]{2}"
)
"""A single block is the end of a scroll bar."""


def test_a_session_writes_only_what_textual_writes_of_itself(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    hostile(path, "".join(WORST))
    data = session(path)
    assert not foreign(data)
    told = ESCAPES.sub("", data.decode())
    assert "owned" in told, "it was shown, harmlessly"
    assert "How did it go?" in told
    assert "History" in told


def test_discreet_mode_sends_no_name_no_text_and_no_figure(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    journal = Journal(path)
    journal.apply("sample", sample(TODAY))
    journal.close()
    words = private_words(path)
    assert len(words) > 100
    sent = ESCAPES.sub("", session(path, "--discreet", begins="discreet").decode())
    assert [word for word in words if word in sent] == []
    assert not (found := _FIGURES.search(sent)), found
    assert f"H{MARK} L{MARK}" in sent


ESCAPING = (
    "\x1b]0;owned\x07", "\x1b]52;c;cm0=\x07", "\x1bPq\x1b\\", "\x1b[6n", "\x1b]8;;http://x\x07",
    "\x9b31m", "\u202e", "\x07", "\t",
)  # fmt: skip


@pytest.mark.parametrize("text", ESCAPING)
def test_what_does_not_belong_is_noticed(text: str) -> None:
    assert foreign(f"\x1b[1;1Ha{text}b\r\n".encode())
