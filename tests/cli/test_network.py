"""``network``: the page, its JSON and its Markdown."""

from __future__ import annotations

from tests.cli.conftest import Cli


def test_the_page_its_json_and_its_markdown(cli: Cli) -> None:
    cli("add", "Ana Ruiz: coffee yesterday")
    out = cli("network").out.splitlines()
    assert out[0] == "Network · in touch 1 of 1"
    assert out[1] == "1 card, 1 person in circles, 1 in touch."
    assert cli("network", "--json").json["network"]["in_touch"] == {"n": 1, "of": 1}
    assert cli("network", "--report").out.startswith("# Network\n")
