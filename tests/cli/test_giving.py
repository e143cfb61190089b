"""``give``: the page, a need that is met, one that still holds."""

from __future__ import annotations

import pytest

from netjournal.errors import ExitCode
from tests.cli.conftest import Cli


@pytest.fixture
def need(cli: Cli) -> str:
    """The id of Ana's need of a printer, which Bob can help with."""
    cli("add", "Ana Ruiz: coffee yesterday. needs: a printer")
    cli("add", "Bob Stone: lunch yesterday. offers: printing")
    return str(cli("give", "--json").json["give"]["needs"][0]["need"]["id"])


def test_the_page_and_one_person_of_it(cli: Cli, need: str) -> None:
    out = cli("give").out
    assert "1 open need, 1 of them with somebody who can help." in out
    assert "Bob Stone offers printing · both name printer" in out
    assert "a printer" not in cli("give", "Bob").out


def test_what_was_given_closes_the_need_in_one_act(cli: Cli, need: str) -> None:
    ran = cli("give", "--close", need, "--gave", "lent her mine")
    assert ran.code == ExitCode.DONE
    said = cli("give", "--json").json["give"]
    assert said["needs"] == []
    assert said["ledger"][0]["gave"][0]["text"] == "lent her mine"
    cli("undo")
    assert len(cli("give", "--json").json["give"]["needs"]) == 1


def test_a_gift_asks_which_need_it_met_and_closes_none(cli: Cli, need: str) -> None:
    asked = cli("gave", "Ana", "a printer for a week").err
    assert f"Ana Ruiz needs a printer: netjournal give --close {need[:4]}" in asked
    assert len(cli("give", "--json").json["give"]["needs"]) == 1
    assert "Is a need met" not in cli("gave", "Ana", "soup").err
    assert "Is a need met" not in cli("got", "Ana", "a printer").err


def test_still_so_is_remembered(cli: Cli, need: str) -> None:
    cli("give", "--still", need)
    assert cli("give", "--json").json["give"]["needs"][0]["need"]["confirmed"] == "2026-03-11"


def test_what_cannot_be_is_refused_in_a_sentence(cli: Cli, need: str) -> None:
    assert cli("give", "--close", need, "--still", need).code == ExitCode.USAGE
    assert cli("give", "--gave", "it").code == ExitCode.USAGE
    assert "is no open need or offer" in cli("give", "--close", _person(cli)).err


def _person(cli: Cli) -> str:
    return str(cli("people", "--json").json["people"][0]["id"])
