"""``postcards`` and the gifts told before a favour is asked."""

from __future__ import annotations

import pytest

from netjournal.errors import ExitCode
from tests.cli.conftest import Cli


@pytest.fixture
def card(cli: Cli) -> str:
    """The id of a card to Ana that is to be written."""
    cli("add", "Ana Ruiz: coffee yesterday. next: postcard on friday about the book")
    return str(cli("postcards", "--json").json["postcards"]["to_write"][0]["commitment"])


def test_a_card_is_to_write_then_to_post_then_under_way(cli: Cli, card: str) -> None:
    assert "1 card to write, 0 to post, 0 under way." in cli("postcards").out
    assert cli("postcards", "--written", card).code == ExitCode.DONE
    out = cli("postcards").out
    assert "0 cards to write, 1 to post, 0 under way." in out
    assert "written today, for Friday" in out
    cli("done", card)
    assert "0 cards to write, 0 to post, 1 under way." in cli("postcards").out
    assert "Ana Ruiz  a card is meant for them" not in cli("postcards").out


def test_whose_address_is_missing_is_said(cli: Cli, card: str) -> None:
    assert "Ana Ruiz  a card is meant for them" in cli("postcards").out
    cli("edit", "Ana", "address=[1 High Street; LS1; Leeds]")
    assert "a card is meant" not in cli("postcards").out


def test_what_is_no_card_is_refused(cli: Cli, card: str) -> None:
    cli("add", "Ana Ruiz: next: call on friday")
    id = cli("today", "--json").json
    assert cli("postcards", "--written", "Ana Ruiz").code != ExitCode.DONE
    assert id["version"] == 1


def test_the_last_gifts_are_told_before_a_favour_is_stored(cli: Cli) -> None:
    cli("add", "Ana Ruiz: coffee yesterday. gave: the plan. got: an afternoon")
    ran = cli("add", "Ana Ruiz: ask: a word with the printer")
    assert ran.code == ExitCode.DONE
    assert "you last gave the plan (yesterday); you last got an afternoon (yesterday)" in ran.err
    assert "gave" not in cli("add", "called Ana about her asking price").err


def test_they_are_told_too_when_a_promise_becomes_a_favour(cli: Cli) -> None:
    cli("add", "Ana Ruiz: coffee yesterday. gave: the plan. next: a word with the printer")
    id = cli("show", "Ana", "--json").json["commitments"][0]["id"]
    assert "you last gave the plan" in cli("edit", id, "ask=yes").err
    assert "you last gave" not in cli("edit", id, "text=a line to the printer").err
