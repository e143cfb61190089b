"""``network``: the page, its JSON and its Markdown."""

from __future__ import annotations

import re

from tests.cli.conftest import Cli


def test_the_page_its_json_and_its_markdown(cli: Cli) -> None:
    cli("add", "Ana Ruiz: coffee yesterday")
    out = cli("network").out.splitlines()
    assert out[0] == "Network · in touch 1 of 1"
    assert out[1] == "1 card, 1 person in circles, 1 in touch."
    assert cli("network", "--json").json["network"]["in_touch"] == {"n": 1, "of": 1}
    assert cli("network", "--report").out.startswith("# Network\n")


def test_of_the_year_the_last_weeks_are_seen_on_a_narrow_terminal(
    cli: Cli, at_terminal: Cli
) -> None:
    cli("add", "Ana Ruiz: coffee yesterday")
    cli("add", "called Ana 2 months ago")
    told = re.sub(r"\x1b\[\d*m", "", at_terminal("network", columns=44).out)
    months, *year = told.partition("Contacts a week\n")[2].splitlines()[:4]
    assert months.endswith("Sep Oct Nov  Dec Jan Feb Mar")
    assert [line.split()[0] for line in year] == ["phone", "met", "all"]
    assert [len(line) for line in year] == [44, 44, 44]
    assert year[1].endswith("····█ · 1")
