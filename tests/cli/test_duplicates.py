"""``duplicates`` and ``merge``: listed with reasons, merged or told apart, undone."""

from __future__ import annotations

import pytest

from netjournal.errors import ExitCode
from tests.cli.conftest import Cli

TWO = """\
BEGIN:VCARD
VERSION:3.0
UID:a
FN:Ana Ruiz
TEL:+44 20 7946 0001
END:VCARD
BEGIN:VCARD
VERSION:3.0
UID:b
FN:Ana Ruiz
EMAIL:ana@example.org
BDAY:1980-03-01
END:VCARD
"""


@pytest.fixture
def twins(cli: Cli) -> Cli:
    cli("import", "-", stdin=TWO)
    return cli


def ids(cli: Cli) -> list[str]:
    (pair,) = cli("duplicates", "--json").json["duplicates"]
    return [person["id"] for person in pair["people"]]


def test_they_are_listed_with_the_reason(twins: Cli) -> None:
    ran = twins("duplicates")
    assert ran.code == ExitCode.DONE
    assert "both have the name Ana Ruiz" in ran.out


def test_merged_they_are_one_and_undo_parts_them(twins: Cli) -> None:
    assert twins("merge", *ids(twins)).code == ExitCode.DONE
    shown = twins("show", "Ana Ruiz", "--json").json["person"]
    assert [each["value"] for each in shown["phones"]] == ["+44 20 7946 0001"]
    assert [each["value"] for each in shown["emails"]] == ["ana@example.org"]
    assert twins("duplicates").code == ExitCode.NO_HIT
    twins("undo")
    assert len(ids(twins)) == 2


def test_dismissed_they_are_two_for_good_until_undone(twins: Cli) -> None:
    twins("duplicates", "--dismiss", *ids(twins))
    assert twins("duplicates").code == ExitCode.NO_HIT
    twins("undo")
    assert len(ids(twins)) == 2


@pytest.mark.parametrize(("typed", "people"), [("1\n", 1), ("2\n", 1), ("3\n", 2), ("\n", 2)])
def test_each_pair_is_answered_with_one_digit(
    twins: Cli, at_terminal: Cli, typed: str, people: int
) -> None:
    assert at_terminal("duplicates", "--answer", typed=typed).code == ExitCode.DONE
    assert len(at_terminal("people", "--json").json["people"]) == people
    left = at_terminal("duplicates").code
    assert left == (ExitCode.DONE if typed == "\n" else ExitCode.NO_HIT)


def test_without_a_terminal_nobody_is_asked(twins: Cli) -> None:
    assert twins("duplicates", "--answer").code == ExitCode.USAGE


def test_nobody_looks_like_nobody(cli: Cli) -> None:
    assert cli("duplicates").code == ExitCode.NO_HIT
