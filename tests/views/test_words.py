"""Words are neutral and kind: nothing that can be shown shames anybody."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import netjournal
from netjournal.demo import sample
from netjournal.domain.settings import Settings
from netjournal.domain.standing import State
from netjournal.domain.values import Channel, Direction, EntryKind, Reply
from netjournal.journal.snapshot import Snapshot
from netjournal.views.gathering_report import gathering_report, gatherings_report
from netjournal.views.gatherings import gatherings_view
from netjournal.views.give import give_report, give_view
from netjournal.views.network import network_view
from netjournal.views.network_report import network_report
from netjournal.views.page import person_page
from netjournal.views.quality import quality_section
from netjournal.views.reasons import reasons_section
from netjournal.views.signs import (
    CHANNEL_SIGN,
    GROUP_TITLE,
    ITEM_SIGN,
    STATE_SIGN,
    STATE_WORD,
)
from netjournal.views.standings import Standings
from netjournal.views.telling import ENTRY_WORD, talk_words
from netjournal.views.today import today_view
from netjournal.views.week import week_section, week_view
from tests.domain.make import TODAY

UNKIND = re.compile(
    r"\b(late|too late|neglect\w*|forg[eo]t\w*|fail(?:ed|ure)?s?|scor(?:e|es|ed|ing)|laz[yi]\w*"
    r"|guilt\w*|shame\w*|bad (?:at|friend)|should have|ignor(?:e|ed|ing)|abandon\w*|overdue"
    r"|stale|dormant|delinquent|streaks?|rank(?:ed|ing)?)\b",
    re.IGNORECASE,
)
PACKAGE = Path(netjournal.__file__).parent
# what people read of it: the sentences of lists, pages, dialogs, commands and errors
SPOKEN = [
    *sorted(PACKAGE.glob("views/*.py")),
    # words that are understood are not said
    *sorted(set(PACKAGE.glob("domain/*.py")) - set(PACKAGE.glob("domain/date*.py"))),
    *sorted(PACKAGE.glob("journal/*.py")),
    *sorted(PACKAGE.glob("tui/**/*.py")),
    # but for the command that is called so
    *sorted(set(PACKAGE.glob("cli/**/*.py")) - {PACKAGE / "cli" / "commands" / "forget.py"}),
]
# words of the code and of the contract with scripts, not of the screen
CODE_WORDS = {"overdue", "stale", "dormant", "score", "forget"}
# what somebody may type, a query or a command, is quoted
QUERY = re.compile(r"\bis:\w+|\bnetjournal forget\b")


def literals(file: Path) -> Iterator[str]:
    """Every text of a module but its docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    notes = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node.value


@pytest.mark.parametrize("file", SPOKEN, ids=lambda file: file.stem)
def test_no_text_in_the_code_shames(file: Path) -> None:
    for text in literals(file):
        assert text in CODE_WORDS or not UNKIND.search(QUERY.sub("", text)), text


def shown() -> Iterator[str]:
    """Everything the sample can show of our own words."""
    standings = Standings(Snapshot({}).after(sample(TODAY)), TODAY, Settings())
    view = today_view(standings)
    yield view.title
    yield str(view.in_touch)
    for group in view.groups:
        yield group.title
        yield from (line.reason for line in group.lines)
    for subject in standings.everybody():
        page = person_page(subject.person, standings)
        yield page.heading
        yield from (line.when for line in (*page.mine, *page.theirs))
        yield from (line.what for line in page.timeline)
    yield from told_at_length(standings)


def told_at_length(standings: Standings) -> Iterator[str]:
    """Every sentence and row of the pages about quality."""
    pages = [
        give_report(give_view(standings), standings),
        network_report(network_view(standings), standings),
        gatherings_report(gatherings_view(standings), standings),
        *(gathering_report(view, standings) for view in gatherings_view(standings)),
    ]
    sections = [section for page in pages for section in page.sections]
    sections.append(week_section(week_view(standings)))
    for subject in standings.network():
        sections.append(reasons_section(subject.person, standings))
        found = subject.quality
        if found is not None:
            sections.append(quality_section(found, standings.today))
    for page in pages:
        yield from (page.title, page.figure, *page.lead)
    for section in sections:
        yield section.title
        yield from (text for row in section.rows for text in (row.said, row.detail))


def test_nothing_that_the_sample_shows_shames() -> None:
    for text in shown():
        assert not UNKIND.search(text), text


@pytest.mark.parametrize(
    "text", ["3 days late", "you forgot Ana", "neglected", "score: 4", "overdue"]
)
def test_the_test_would_see_it(text: str) -> None:
    assert UNKIND.search(text)


def test_every_state_channel_and_kind_has_its_sign_and_word() -> None:
    assert set(STATE_SIGN) == set(STATE_WORD) == set(State)
    assert set(CHANNEL_SIGN) == set(Channel)
    assert set(ENTRY_WORD) == set(EntryKind)
    assert len({*STATE_SIGN.values()}) == len(State)
    assert len({*CHANNEL_SIGN.values()}) == len(Channel)
    assert all(GROUP_TITLE.values())
    assert all(ITEM_SIGN.values())


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("direction", Direction)
def test_a_conversation_in_a_few_words(channel: Channel, direction: Direction) -> None:
    for reply in (None, *Reply):
        words = talk_words(channel, direction, reply)
        assert 1 <= len(words.split()) <= 5
    assert talk_words(channel, direction, broadcast=True) == f"broadcast by {channel}"


def test_what_was_said_of_the_answer_is_told() -> None:
    assert talk_words(Channel.PHONE, Direction.OUTBOUND, Reply.NONE) == "called, no answer"
    assert talk_words(Channel.PHONE, Direction.OUTBOUND, Reply.AWAITED) == "called, left word"
    assert talk_words(Channel.PHONE, Direction.INBOUND, Reply.NONE) == "missed call"
    assert talk_words(Channel.PHONE, Direction.INBOUND, Reply.AWAITED) == "voicemail"
    assert talk_words(Channel.PHONE, Direction.INBOUND) == "called me"
