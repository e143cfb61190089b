"""``fit``: set, asked, shown; never for inner people."""

from __future__ import annotations

import pytest

from netjournal.errors import ExitCode
from tests.cli.conftest import Cli


@pytest.fixture
def ana(cli: Cli) -> Cli:
    cli("add", "Ana Ruiz: coffee yesterday")
    return cli


def test_answers_are_set_suggest_a_calibre_and_are_shown(ana: Cli) -> None:
    ana("fit", "Ana", "Ruiz", "market=3", "benefit=2 knows every printer", "synergy=3")
    said = ana("fit", "Ana", "--json").json["fit"]
    assert said["suggested"] == 5
    assert said["calibre"] is None
    assert said["answers"][1] == {
        "question": "benefit", "value": 2, "text": "knows every printer",
    }  # fmt: skip
    shown = ana("fit", "Ana")
    assert "benefit  2 of 3, something they need · knows every printer" in shown.out
    assert "netjournal fit 'Ana Ruiz' calibre=5" in shown.err
    ana("fit", "Ana", "calibre=4", "market=")
    said = ana("fit", "Ana", "--json").json["fit"]
    assert (said["calibre"], said["suggested"], len(said["answers"])) == (4, None, 2)


def test_it_asks_one_question_at_a_time(ana: Cli, at_terminal: Cli) -> None:
    ran = at_terminal("fit", "Ana", "--ask", typed="2 libraries\n\n3\n\n\n1\n")
    assert ran.code == ExitCode.DONE
    assert "Are they among the people I serve" in ran.err
    assert "0 no, 1 at the edge" in ran.err
    shown = at_terminal("fit", "Ana").out
    assert "market     2 of 3" in shown
    assert "libraries" in shown
    assert "influence  3 of 3" in shown
    assert "3 answers of 6 suggest calibre 4." in shown


def test_what_cannot_be_is_refused(ana: Cli) -> None:
    assert ana("fit", "Ana", "market=4").code == ExitCode.INPUT
    assert ana("fit", "Ana", "market=" + "9" * 5_000).code == ExitCode.INPUT
    assert ana("fit", "Ana", "calibre=0").code == ExitCode.INPUT
    assert ana("fit", "Ana", "charm=2").code == ExitCode.USAGE
    assert ana("fit", "Ana", "--ask").code == ExitCode.USAGE


def test_nobody_inner_is_asked_about_or_told_of(ana: Cli) -> None:
    ana("fit", "Ana", "market=3", "calibre=5")
    ana("circle", "inner", "Ana Ruiz")
    assert ana("fit", "Ana").code == ExitCode.USAGE
    told = ana("show", "Ana", "--json").json
    assert not {"fit", "calibre"} & told["person"].keys()
    assert told["quality"]["band"] == "warm"
