"""Words as they are typed: names without quotes, text that looks like options."""

from __future__ import annotations

import pytest

from netjournal.errors import ExitCode
from tests.cli.conftest import Cli


@pytest.fixture
def known(cli: Cli) -> Cli:
    cli("add", "Ana Ruiz: coffee yesterday")
    cli("add", "Maria de la Cruz: lunch yesterday")
    return cli


def _needs(cli: Cli) -> list[tuple[str, str]]:
    return [(one["name"], one["text"]) for one in cli("need", "--json").json["entries"]]


@pytest.mark.parametrize(
    ("words", "who", "text"),
    [
        (("Ana", "a", "boat"), "Ana Ruiz", "a boat"),
        (("Ana", "Ruiz", "a", "boat"), "Ana Ruiz", "a boat"),
        (("Ana Ruiz", "a boat"), "Ana Ruiz", "a boat"),
        (("Maria", "de", "la", "Cruz", "tea"), "Maria de la Cruz", "tea"),
        (("Ana", "--", "--odd", "-5"), "Ana Ruiz", "--odd -5"),
        (("--", "Ana", "--odd"), "Ana Ruiz", "--odd"),
        (("Ana", "--", "--", "--"), "Ana Ruiz", "-- --"),
        (("Ana", "-5", "degrees"), "Ana Ruiz", "-5 degrees"),
        (("Ana", "this", "--", "that"), "Ana Ruiz", "this -- that"),
    ],
)
def test_a_name_needs_no_quotes_and_a_text_is_kept_as_typed(
    known: Cli, words: tuple[str, ...], who: str, text: str
) -> None:
    assert known("need", *words).code == ExitCode.DONE
    assert _needs(known) == [(who, text)]


def test_a_whole_name_without_a_text_lists(known: Cli) -> None:
    known("need", "Ana", "a", "boat")
    assert "a boat" in known("need", "Ana", "Ruiz").out
    assert known("need", "Maria", "de", "la", "Cruz").code == ExitCode.NO_HIT
    assert _needs(known) == [("Ana Ruiz", "a boat")]


def test_a_note_without_a_text_is_refused(known: Cli) -> None:
    assert known("note", "Ana", "Ruiz").code == ExitCode.USAGE


def test_an_unknown_option_before_a_text_is_told(known: Cli) -> None:
    ran = known("note", "Ana", "--odd", "text")
    assert ran.code == ExitCode.USAGE
    assert "Write -- before text" in ran.err


def test_help_may_be_a_word(cli: Cli) -> None:
    assert cli("help").out == cli("--help").out
    assert cli("help", "people").out == cli("people", "--help").out
    assert cli("help", "nothing").code == ExitCode.USAGE


def test_the_beginning_of_a_name_is_recognised_in_the_answer(known: Cli) -> None:
    ran = known("show", "Mar")
    assert ran.code == ExitCode.WHO
    assert "Did you mean Maria de la Cruz?" in ran.err


@pytest.mark.parametrize("blank", ["", "   ", "\t\n"])
def test_nothing_but_blanks_is_no_line_and_no_draft(cli: Cli, blank: str) -> None:
    assert cli("add", blank).code == ExitCode.USAGE
    assert cli("add", "--drafts", "--json").json["drafts"] == []


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (
            ("circle", "friends", "Ana"),
            "takes one of inner, close, network, rolodex, not 'friends'.",
        ),
        (("today", "--channel", "fax"), "--channel is one of phone, postcard, email"),
        (("today", "--channel", "fone"), "not 'fone'. Did you mean phone?"),
        (("config", "chek"), "Did you mean check?"),
        (("status", "--format"), "--format needs a value. See 'netjournal status --help'"),
        (("people", "--limit", "x"), "netjournal: --limit needs a number from 1 on, not 'x'."),
        (("show",), "'netjournal show' needs PERSON, as in: netjournal show Ana Ruiz"),
        (("week", "ahead"), "'netjournal week' does not understand 'ahead'."),
        (("undo", "--jason"), "There is no option '--jason'. Did you mean --json?"),
        (("today", "--chanel", "phone"), "Did you mean --channel?"),
        (("add", "--bogus", "Ana"), "Write -- before text that begins so."),
        (("--jurnal", "x", "today"), "Did you mean --journal?"),
    ],
)
def test_wrong_usage_is_answered_with_what_there_is(
    known: Cli, argv: tuple[str, ...], said: str
) -> None:
    ran = known(*argv)
    assert ran.code == ExitCode.USAGE
    assert said in ran.err


def test_what_was_noted_is_told_in_words(known: Cli) -> None:
    assert known("nexttime", "Maria", "the exam").out.startswith("next time: Maria de la Cruz\n")
