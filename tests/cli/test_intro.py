"""``intro``: from the idea to the thanks; given to both."""

from __future__ import annotations

from netjournal.errors import ExitCode
from tests.cli.conftest import Cli


def test_from_the_idea_to_the_thanks(cli: Cli) -> None:
    cli("add", "Ana Ruiz: coffee yesterday")
    cli("add", "Bob Stone: lunch yesterday")
    assert "None is on its way" in cli("intro").out
    cli("intro", "new", "Ana Ruiz", "Bob Stone", "--for", "a printer")
    id = cli("intro", "--json").json["introductions"][0]["id"]
    assert "Ana Ruiz and Bob Stone  ask Ana Ruiz first · for a printer" in cli("intro").out
    again = cli("intro", "new", "Bob Stone", "Ana Ruiz")
    assert (again.code, "being introduced already" in again.err) == (ExitCode.USAGE, True)
    assert "Ask Bob Stone first." in cli("intro", "asked", id, "Ana").err
    for verb, name in (("asked", "Bob"), ("agreed", "Ana"), ("agreed", "Bob")):
        assert cli("intro", verb, id, name).code == ExitCode.DONE
    assert "both agreed: introduce them" in cli("give").out
    cli("intro", "made", id)
    assert "introduced today" in cli("intro").out
    gave = cli("give", "--json").json["give"]["ledger"]
    assert [line["gave"][0]["text"] for line in gave] == [
        "introduced to Bob Stone", "introduced to Ana Ruiz",
    ]  # fmt: skip
    cli("intro", "outcome", id, "they print together")
    assert "thank them" in cli("intro").out
    cli("intro", "thanked", id)
    assert "None is on its way" in cli("intro").out


def test_what_is_missing_is_said(cli: Cli) -> None:
    cli("add", "Ana Ruiz: coffee yesterday")
    cli("add", "Bob Stone: lunch yesterday")
    cli("add", "Karl Brandt: lunch yesterday")
    assert cli("intro", "new", "Ana Ruiz").code == ExitCode.USAGE
    cli("intro", "new", "Ana Ruiz", "Bob Stone")
    id = cli("intro", "--json").json["introductions"][0]["id"]
    assert cli("intro", "asked").code == ExitCode.USAGE
    assert cli("intro", "asked", id).code == ExitCode.USAGE
    assert cli("intro", "asked", id, "Karl").code == ExitCode.USAGE
    assert cli("intro", "outcome", id).code == ExitCode.USAGE
    person = cli("people", "--json").json["people"][0]["id"]
    assert cli("intro", "made", person).code == ExitCode.WHO
