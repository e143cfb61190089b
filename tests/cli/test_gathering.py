"""``gathering``: planned, people met, up to three chosen, reviewed."""

from __future__ import annotations

import re

import pytest

from netjournal.errors import ExitCode
from tests.cli.conftest import Cli


@pytest.fixture
def met(cli: Cli) -> Cli:
    """Four people met on Monday at PyCon."""
    cli("gathering", "new", "PyCon", "--on", "2026-03-20", "--kind", "fair")
    cli("edit", str(cli("gathering", "--json").json["gatherings"][0]["id"]), "day=2026-03-09")
    people = ["Ana Ruiz: keen on forms", "Bob Stone", "Karl Brandt", "Zoë Müller"]
    assert cli("gathering", "met", "PyCon", *people).code == ExitCode.DONE
    return cli


def test_who_is_met_is_in_the_rolodex_until_chosen(met: Cli) -> None:
    assert {p["circle"] for p in met("people", "--json").json["people"]} == {"rolodex"}
    chosen = met("gathering", "choose", "PyCon", "Ana Ruiz")
    assert (chosen.code, "A first word by Wed 11 March." in chosen.err) == (ExitCode.DONE, True)
    circles = {p["name"]: p["circle"] for p in met("people", "--json").json["people"]}
    assert circles["Ana Ruiz"] == "network"
    assert circles["Bob Stone"] == "rolodex"
    review = met("gathering", "review", "PyCon").out
    assert "4 met, 1 chosen, 0 followed up" in review
    assert "keen on forms" in review
    assert "Bob Stone\n" in review


def test_a_fourth_is_chosen_only_on_purpose_and_one_undo_takes_it_back(met: Cli) -> None:
    everybody = ("Ana Ruiz", "Bob Stone", "Karl Brandt", "Zoë Müller")
    refused = met("gathering", "choose", "pycon", *everybody)
    assert refused.code == ExitCode.USAGE
    assert "three can be followed up well" in refused.err
    assert met("gathering", "choose", "pycon", *everybody, "--more").code == ExitCode.DONE
    met("undo")
    assert {p["circle"] for p in met("people", "--json").json["people"]} == {"rolodex"}


def test_nobody_more_is_an_answer(met: Cli) -> None:
    met("gathering", "choose", "PyCon", "--none")
    assert met("gathering", "review", "PyCon", "--json").json["gathering"]["settled"] is True
    assert "choose" not in met("today").out


def test_what_is_missing_is_said(met: Cli) -> None:
    assert met("gathering", "review", "DebConf").code == ExitCode.WHO
    assert met("gathering", "met", "PyCon").code == ExitCode.USAGE
    assert met("gathering", "choose", "PyCon").code == ExitCode.USAGE
    assert met("gathering", "review").code == ExitCode.USAGE
    assert met("gathering", "new", "X", *["--aim", "a"] * 4).code == ExitCode.USAGE


def test_of_two_with_one_name_the_number_decides(met: Cli) -> None:
    met("gathering", "new", "PyCon", "--on", "2026-03-20")
    assert met("gathering", "review", "PyCon").code == ExitCode.WHO
    ids = [one["id"] for one in met("gathering", "--json").json["gatherings"]]
    assert met("gathering", "review", ids[0]).code == ExitCode.DONE


def test_a_new_one_without_a_day_is_told_how_to_get_one(cli: Cli) -> None:
    said = cli("gathering", "new", "PyCon").err
    told = re.search(r"netjournal (edit \d+ day=)friday", said)
    assert told is not None
    assert cli(*f"{told[1]}2026-03-09".split()).code == ExitCode.DONE
    assert "Mon 9 March" in cli("gathering", "review", "PyCon").out
    assert "day" not in cli("gathering", "new", "Fair", "--on", "friday").err
