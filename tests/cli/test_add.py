"""``add``: what is told, what is stored, and what is never lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.errors import ExitCode
from tests.cli.conftest import Cli

COFFEE = (
    "Ana Ruiz: coffee yesterday, budget talk. needs: a UX tester. "
    "next: postcard on friday about the book. #gov"
)


def test_a_line_is_echoed_as_it_was_read(cli: Cli) -> None:
    ran = cli("add", COFFEE)
    first, *others = ran.out.splitlines()
    assert ran.code == ExitCode.DONE
    assert first.startswith("Ana Ruiz · met · Tue 10 March · coffee, budget talk")
    assert "  new: Ana Ruiz (network)" in others
    assert "  needs, Ana Ruiz: a UX tester" in others
    assert any("postcard" in line and "by Fri 13 March" in line for line in others)


def test_where_a_new_journal_begins_is_told_once(cli: Cli, journal_file: Path) -> None:
    begins = "A new journal begins: "
    assert begins not in cli("people").err
    assert begins + str(journal_file) in cli("add", COFFEE).err
    assert begins not in cli("add", "Ana: lunch today").err


def test_a_name_that_no_file_can_have_is_refused_in_a_sentence(cli: Cli) -> None:
    ran = cli("--journal", "漢" * 90, "add", COFFEE)
    assert ran.code == ExitCode.JOURNAL
    assert "unexpected" not in ran.err


def test_its_json_has_the_shape_of_the_contract(cli: Cli) -> None:
    said = cli("add", "--json", COFFEE).json
    added = said["added"]
    assert said["version"] == 1
    [person] = added["people"]
    assert person == {"id": person["id"], "name": "Ana Ruiz", "new": True}
    talk = added["conversation"]
    assert {
        "id", "date", "channel", "direction", "reply", "broadcast", "text", "topics", "gathering",
        "people", "mentions",
    } <= talk.keys()  # fmt: skip
    assert (talk["date"], talk["channel"], talk["direction"]) == ("2026-03-10", "met", "mutual")
    assert (talk["reply"], talk["broadcast"], talk["gathering"]) == (None, False, None)
    assert (talk["topics"], talk["people"], talk["mentions"]) == (["gov"], [person["id"]], [])
    [promise] = added["commitments"]
    assert {"id", "owner", "people", "text", "due", "channel", "every", "ask"} <= promise.keys()
    assert (promise["owner"], promise["due"], promise["channel"]) == (
        "mine",
        "2026-03-13",
        "postcard",
    )
    assert (promise["every"], promise["ask"]) == (None, False)
    assert [need["text"] for need in added["needs"]] == ["a UX tester"]
    assert (added["notes"], added["offers"], added["gave"], added["got"]) == ([], [], [], [])
    assert added["closed"] == []


def test_a_note_has_no_conversation(cli: Cli) -> None:
    cli("add", "Ana Ruiz: coffee yesterday")
    added = cli("add", "--json", "Ana: likes film cameras").json["added"]
    assert added["conversation"] is None
    assert [note["text"] for note in added["notes"]] == ["likes film cameras"]


def test_a_dry_run_stores_nothing(cli: Cli) -> None:
    assert "Ana Ruiz · met" in cli("add", "--dry-run", COFFEE).out
    assert cli("people").code == ExitCode.NO_HIT


@pytest.mark.parametrize(
    "line",
    [
        COFFEE,
        "Bob Stone: called 3 days ago, no answer. next: email on friday about the flat",
        "Bob Stone (Acme): lunch yesterday evening #gov",
    ],
)
def test_a_dry_run_ends_with_a_line_that_reads_the_same(cli: Cli, line: str) -> None:
    cli("add", "Ana Ruiz, Bob Stone: lunch 9 days ago")
    last = cli("add", "--dry-run", line).out.splitlines()[-1]
    written = last.removeprefix("as one line: ")
    assert written != last
    one, two = (cli("add", "--dry-run", "--json", each).json["added"] for each in (line, written))
    for field in ("date", "channel", "direction", "people", "reply", "topics"):
        assert two["conversation"].get(field) == one["conversation"].get(field), field
    promised = [
        [(each["text"], each["due"]) for each in added["commitments"]] for added in (one, two)
    ]
    assert promised[1] == promised[0]


def test_words_need_no_quotes_and_options_may_follow(cli: Cli) -> None:
    cli("add", "Bob Stone: lunch yesterday")
    ran = cli("add", "called", "Bob,", "no", "answer", "--json")
    assert ran.json["added"]["conversation"]["reply"] == "none"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["Ana:", "was", "-5", "degrees"], "was -5 degrees"),
        (["Ana:", "cold", "--", "very"], "cold -- very"),
        (["--", "Ana:", "calls", "--new", "an", "option"], "calls --new an option"),
    ],
)
def test_text_that_looks_like_options_is_text(cli: Cli, words: list[str], text: str) -> None:
    cli("add", "Ana Ruiz: coffee yesterday")
    [note] = cli("add", "--json", *words).json["added"]["notes"]
    assert note["text"] == text


def test_a_misspelt_option_is_no_text(cli: Cli) -> None:
    ran = cli("add", "called", "Bob", "--dryrun")
    assert ran.code == ExitCode.USAGE
    assert "--dryrun" in ran.err
    assert cli("add", "--drafts").out == ""


def test_a_name_that_may_be_two_is_never_guessed(cli: Cli) -> None:
    cli("add", "Bob Stone: lunch yesterday")
    cli("add", "Bob Brown: lunch yesterday")
    ran = cli("add", "--json", "called Bob")
    assert ran.code == ExitCode.WHO
    error = ran.json["error"]
    assert error["kind"] == "ambiguous"
    assert {each["name"] for each in error["candidates"]} == {"Bob Stone", "Bob Brown"}
    assert "network" in error["candidates"][0]["about"]
    assert "may be 2 people" in ran.err


def test_at_a_terminal_one_digit_says_who(at_terminal: Cli) -> None:
    at_terminal("add", "Bob Stone: lunch yesterday")
    at_terminal("add", "Bob Brown: lunch yesterday")
    ran = at_terminal("add", "called Bob", typed="7\n2\n")
    assert ran.code == ExitCode.DONE
    second = next(line for line in ran.err.splitlines() if line.startswith("  2  "))
    assert second[5:].split(" — ")[0] in ran.out


def test_no_digit_is_no_guess_and_keeps_the_line(at_terminal: Cli) -> None:
    at_terminal("add", "Bob Stone: lunch yesterday")
    at_terminal("add", "Bob Brown: lunch yesterday")
    assert at_terminal("add", "called Bob", typed="\n").code == ExitCode.WHO
    assert "called Bob" in at_terminal("add", "--drafts").out


def test_a_nearly_known_name_is_asked_about(at_terminal: Cli) -> None:
    at_terminal("add", "Hannah Lindmoor: lunch yesterday")
    known = at_terminal("add", "Hanna Lindmoor: coffee today", typed="1\n")
    assert "new:" not in known.out
    new = at_terminal("add", "Hanna Lindmoor: coffee today", typed="0\n")
    assert "new: Hanna Lindmoor" in new.out


def test_new_insists(cli: Cli) -> None:
    cli("add", "Hannah Lindmoor: lunch yesterday")
    assert cli("add", "Hanna Lindmoor: coffee today").code == ExitCode.WHO
    assert "new: Hanna Lindmoor" in cli("add", "--new", "Hanna Lindmoor: coffee today").out


def test_a_line_that_cannot_be_stored_is_kept_until_it_can(cli: Cli) -> None:
    line = "Hanna Lindmoor: coffee today"
    cli("add", "Hannah Lindmoor: lunch yesterday")
    assert "Kept as a draft" in cli("add", line).err
    cli("add", line)
    drafts = cli("add", "--drafts", "--json").json["drafts"]
    assert [draft["text"] for draft in drafts] == [line]
    assert "1 line to finish" in cli("today").err
    cli("add", "--new", line)
    assert cli("add", "--drafts", "--json").json["drafts"] == []


def test_a_draft_can_be_dropped(cli: Cli) -> None:
    cli("add", "Ana: coffee on 31 february")
    [draft] = cli("add", "--drafts", "--json").json["drafts"]
    assert cli("drop", draft["id"][:6]).code == ExitCode.DONE
    assert cli("add", "--drafts", "--json").json["drafts"] == []


def test_an_impossible_day_is_underlined(cli: Cli) -> None:
    ran = cli("add", "Ana Ruiz: coffee on 31 february")
    assert ran.code == ExitCode.INPUT
    text, marks = next(
        (one, two)
        for one, two in zip(ran.err.splitlines(), ran.err.splitlines()[1:], strict=False)
        if two.strip(" ^") == "" and "^" in two
    )
    marked = "".join(c for c, mark in zip(text, marks.ljust(len(text)), strict=True) if mark == "^")
    assert marked == "31 february"


def test_many_lines_are_one_act(cli: Cli) -> None:
    ran = cli("add", "-", stdin="Ana Ruiz: coffee yesterday\n\ncalled Ana, no answer\n")
    assert ran.code == ExitCode.DONE
    assert "2 lines added" in ran.err
    cli("undo")
    assert cli("people").code == ExitCode.NO_HIT


def test_bad_lines_are_told_by_number_and_printed_back(cli: Cli) -> None:
    lines = b"Ana Ruiz: coffee yesterday\nAna: coffee on 31 february\ncaf\xe9\n"
    ran = cli("add", "-", stdin=lines)
    assert ran.code == ExitCode.INPUT
    assert "line 2: " in ran.err
    assert "Ana: coffee on 31 february" in ran.err
    assert "line 3: This is no UTF-8 text." in ran.err
    assert "1 line added, 2 not" in ran.err
    assert len(cli("people", "--json").json["people"]) == 1


def test_many_lines_give_one_object_each(cli: Cli) -> None:
    import json

    ran = cli(
        "add", "--json", "-", stdin="Ana Ruiz: coffee yesterday\nAna: on 31 february coffee\n"
    )
    first, second = map(json.loads, ran.out.splitlines())
    assert first["added"]["people"][0]["name"] == "Ana Ruiz"
    assert second["error"]["line"] == 2


def test_gathering_and_day_hold_for_every_line(cli: Cli) -> None:
    cli("add", "--at", "PyCon", "--date", "2026-03-09", "-", stdin="Ana Ruiz: met\nBo Li: met\n")
    page = cli("show", "--json", "Bo Li").json
    [talk] = page["conversations"]
    assert talk["day"] == "2026-03-09"
    assert talk["gathering"] is not None


def test_lines_that_are_piped_need_no_dash(cli: Cli) -> None:
    ran = cli("add", stdin="Ana Ruiz: coffee today\nwhat is this\n")
    assert ran.code == ExitCode.INPUT
    assert "Ana Ruiz · met" in ran.out
    assert ran.err.startswith("line 2: ")


def test_nothing_to_add_is_a_wrong_usage(cli: Cli) -> None:
    assert cli("add").code == ExitCode.USAGE


def test_at_a_terminal_nothing_asks_what_happened(at_terminal: Cli) -> None:
    assert "Ana Ruiz · met" in at_terminal("add", typed="Ana Ruiz: coffee today\n").out


def test_a_megabyte_is_refused_and_kept(cli: Cli) -> None:
    ran = cli("add", "Ana: " + "x" * 1_000_000)
    assert ran.code == ExitCode.INPUT
    assert len(ran.err) < 5_000
    assert len(cli("add", "--drafts", "--json").json["drafts"][0]["text"]) > 1_000_000


def test_bytes_that_are_no_text_are_refused(cli: Cli) -> None:
    ran = cli("add", b"Ana: caf\xe9".decode("utf-8", "surrogateescape"))
    assert ran.code == ExitCode.INPUT
    assert "no UTF-8" in ran.err


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("lunch with Zoë and 李小红 on 31 february", 31),
        ("lunch with Zoe\u0301 on 31 february", 20),
        ("Ana \x1b[2J: lunch 31 february", 18),
    ],
)
def test_marks_stand_under_the_words_that_are_meant(cli: Cli, line: str, column: int) -> None:
    shown = cli("add", "--dry-run", line).err.splitlines()
    assert shown[1] == " " * column + "^" * len("31 february")


def test_a_bad_line_of_many_is_marked_too(cli: Cli) -> None:
    ran = cli("add", "-", stdin="Ana Ruiz: tea\ncalled Ana on 31 february\n")
    assert ran.code == ExitCode.INPUT
    assert "line 2: There is no 31 February." in ran.err
    assert "  called Ana on 31 february\n" + " " * 16 + "^" * 11 in ran.err


def test_a_name_of_many_letters_is_refused_as_one(cli: Cli) -> None:
    ran = cli("add", "A" * 300 + ": coffee")
    assert ran.code == ExitCode.INPUT
    assert "A name has at most 100 characters." in ran.err


def test_a_prompted_line_is_stored_once_enter_says_it_is_read_rightly(at_terminal: Cli) -> None:
    ran = at_terminal("add", typed="Ana: coffee 31 february\nAna: coffee\nAna Ruiz: tea\n\n")
    assert ran.code == ExitCode.DONE
    assert "There is no 31 February." in ran.err
    assert "'netjournal undo' takes it back." in ran.err
    assert [p["name"] for p in at_terminal("people", "--json").json["people"]] == ["Ana Ruiz"]


def test_a_prompted_line_that_is_not_confirmed_is_kept_as_a_draft(at_terminal: Cli) -> None:
    ran = at_terminal("add", typed="Ana Ruiz: tea\n")
    assert ran.code == ExitCode.USAGE
    assert at_terminal("people").code == ExitCode.NO_HIT
    assert "Ana Ruiz: tea" in at_terminal("add", "--drafts").out


def test_a_flood_of_lines_is_refused_whole_and_told_how_to_part_it(cli: Cli) -> None:
    for flood, what in (("Ana Ruiz: tea\n" * 1_001, "1,001 lines"), ("\n" * 10_000_001, "10 MB")):
        ran = cli("add", "-", stdin=flood)
        assert ran.code == 5
        assert what in ran.err
        assert "split -l 1000" in ran.err
    assert cli("people", "--json").json["people"] == []
