"""The commands that change something: what each changes, in words and as JSON; and undo."""

from __future__ import annotations

from typing import Any

import pytest

from netjournal.errors import ExitCode
from tests.cli.conftest import Cli, Ran


@pytest.fixture
def zoe(cli: Cli) -> Cli:
    """A call with Zoë is overdue."""
    cli("add", "Zoë Müller: coffee on 2 march. next: call by 2026-03-09 about the flat")
    return cli


def items(cli: Cli) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = cli("today", "--json").json["items"]
    return found


def fields(ran: Ran, kind: str) -> dict[str, list[Any]]:
    """The fields of the one record of a kind that was changed."""
    assert ran.code == ExitCode.DONE, ran.err
    changed = ran.json["changed"]
    assert ran.json["version"] == 1
    assert {"gesture", "label", "records"} <= changed.keys()
    [record] = [each for each in changed["records"] if each["kind"] == kind]
    assert record.keys() == {"kind", "id", "fields"}
    found: dict[str, list[Any]] = record["fields"]
    return found


def test_done_records_the_call_and_closes_the_promise(zoe: Cli) -> None:
    [item] = items(zoe)
    ran = zoe("done", item["id"], "--json")
    assert fields(ran, "commitment")["state"] == ["open", "done"]
    talk = fields(ran, "conversation")
    assert talk["channel"] == [None, "phone"]
    assert talk["day"] == [None, "2026-03-11"]
    assert items(zoe) == []


def test_done_takes_a_name_and_how_it_went(zoe: Cli) -> None:
    ran = zoe(
        "done", "Zoë", "Müller", "--no-answer", "--by", "video", "--note", "rang out", "--json"
    )
    talk = fields(ran, "conversation")
    assert (talk["reply"][1], talk["channel"][1], talk["text"][1]) == ("none", "video", "rang out")


def test_word_left_is_awaited(zoe: Cli) -> None:
    assert (
        fields(zoe("done", "zoe", "--left-word", "--json"), "conversation")["reply"][1] == "awaited"
    )
    assert zoe("done", "zoe", "--left-word", "--no-answer").code == ExitCode.USAGE


def test_done_is_told_in_words(zoe: Cli) -> None:
    out = zoe("done", "zoe").out
    assert "new conversation: called · Zoë Müller" in out
    assert "state: open → done" in out


def test_a_person_who_is_not_on_today_is_contacted_all_the_same(cli: Cli) -> None:
    cli("add", "Ana Ruiz: coffee yesterday")
    assert (
        fields(cli("done", "Ana", "--by", "email", "--json"), "conversation")["channel"][1]
        == "email"
    )


def test_two_lines_of_one_person_are_never_guessed_between(zoe: Cli, at_terminal: Cli) -> None:
    zoe("add", "Zoë: note. next: postcard by 2026-03-10 about the cat")
    ran = zoe("done", "Zoë", "--json")
    assert ran.code == ExitCode.WHO
    assert len(ran.json["error"]["candidates"]) == 2
    chosen = at_terminal("done", "Zoë", typed="1\n")
    assert chosen.code == ExitCode.DONE


def test_a_promise_that_is_done_cannot_be_done_again(zoe: Cli) -> None:
    [item] = items(zoe)
    zoe("done", item["commitment"])
    ran = zoe("done", item["commitment"])
    assert ran.code == ExitCode.WHO
    assert "done already" in ran.err


def test_a_promise_that_is_not_due_can_be_done(cli: Cli) -> None:
    said = cli("add", "--json", "Ana Ruiz: note. next: send the book in 3 weeks").json
    id = said["added"]["commitments"][0]["id"]
    assert items(cli) == []
    assert fields(cli("done", id[:9], "--json"), "commitment")["state"][1] == "done"


@pytest.mark.parametrize(
    "words", [["until", "friday"], ["friday"], ["2026-03-13"], ["in", "2", "days"]]
)
def test_snooze_takes_a_day_in_words(zoe: Cli, words: list[str]) -> None:
    [item] = items(zoe)
    assert fields(zoe("snooze", item["id"], *words, "--json"), "commitment")["snoozed"] == [
        None,
        "2026-03-13",
    ]
    assert items(zoe) == []


def test_snooze_finds_the_day_behind_a_name(zoe: Cli) -> None:
    ran = zoe("snooze", "Zoë", "Müller", "in", "2", "days", "--json")
    assert fields(ran, "commitment")["snoozed"][1] == "2026-03-13"


def test_snooze_needs_a_day_ahead(zoe: Cli) -> None:
    assert zoe("snooze", "Zoë").code == ExitCode.USAGE
    assert zoe("snooze", "Zoë", "until", "2026-03-01").code == ExitCode.INPUT
    assert zoe("snooze", "Zoë", "until", "31 february").code == ExitCode.INPUT


def test_drop_lets_a_promise_go(zoe: Cli) -> None:
    assert fields(zoe("drop", "Zoë", "--json"), "commitment")["state"] == ["open", "dropped"]


def test_dropping_a_person_is_not_now(cli: Cli) -> None:
    cli("add", "--date", "2025-06-01", "Bob Stone: lunch")
    [item] = items(cli)
    assert fields(cli("drop", item["id"], "--json"), "person")["snoozed"][1] == "2026-06-11"
    assert items(cli) == []


def test_a_coming_date_has_an_id_of_its_own(cli: Cli) -> None:
    cli("add", "Bob Stone: lunch yesterday")
    cli("edit", "Bob", "birthday=--03-13")
    [item] = items(cli)
    assert item["id"].endswith("d")
    ran = cli("done", item["id"], "--json")
    assert fields(ran, "person")["greeted"][1] == ["birthday 2026"]


def test_circle_takes_unquoted_and_several_names_and_tells_the_size(cli: Cli) -> None:
    cli("add", "Bob Stone: lunch yesterday")
    cli("add", "Ana Ruiz: lunch yesterday")
    assert fields(cli("circle", "close", "Bob", "Stone", "--json"), "person")["circle"] == [
        "network",
        "close",
    ]
    ran = cli("circle", "inner", "Bob", "Ana Ruiz")
    assert "inner 2 of 5" in ran.err
    assert cli("circle", "inner", "Bob").err.startswith("It is so already")


def test_one_too_many_asks_who_steps_back(cli: Cli) -> None:
    names = ["Ada", "Bea", "Cleo", "Dora", "Eve", "Fay"]
    for name in names:
        cli("add", "--new", f"{name}: lunch yesterday")
    ran = cli("circle", "inner", *names)
    assert ran.code == ExitCode.DONE
    assert "inner 6 of 5: who steps back?" in ran.err
    assert ": warm, quiet for 1 day" in ran.err


def test_rest_and_back(cli: Cli) -> None:
    cli("add", "Bob Stone: lunch yesterday")
    ran = cli("rest", "Bob", "Stone", "until", "1", "september", "--json")
    assert fields(ran, "person")["rest"][1] == {"since": "2026-03-11", "until": "2026-09-01"}
    assert cli("people", "is:resting").code == ExitCode.DONE
    assert fields(cli("rest", "--end", "Bob", "--json"), "person")["rest"][1] is None


def test_died_with_and_without_the_day(zoe: Cli) -> None:
    ran = zoe("died", "Zoë", "3", "march", "--json")
    found = fields(ran, "person")
    assert (found["died"][1], found["died_on"][1]) == (True, "2026-03-03")
    assert "1 promise with them" in ran.err
    zoe("undo")
    assert "died_on" not in fields(zoe("died", "Zoë", "--json"), "person")


def test_promises_to_the_dead_are_offered_for_dropping(at_terminal: Cli, zoe: Cli) -> None:
    assert "open → dropped" in at_terminal("died", "Zoë", typed="y\n").out


def test_a_day_to_come_is_no_day_of_death(zoe: Cli) -> None:
    assert zoe("died", "Zoë", "2026-05-01").code == ExitCode.INPUT


def test_a_pause_begins_and_ends(cli: Cli) -> None:
    ran = cli("pause", "until", "28", "march", "--json")
    assert fields(ran, "person")["pauses"][1] == [{"since": "2026-03-11", "until": "2026-03-28"}]
    assert "2026-03-11 to 2026-03-28" in cli("me").out
    assert cli("pause", "end").code == ExitCode.DONE
    assert "Pause" not in cli("me").out
    assert cli("pause", "until").code == ExitCode.USAGE


def test_a_note_is_no_contact(cli: Cli) -> None:
    cli("add", "Bob Stone: lunch on 2 march")
    ran = cli("note", "Bob", "likes", "-5", "degrees", "--json")
    assert fields(ran, "entry")["text"][1] == "likes -5 degrees"
    assert cli("show", "--json", "Bob").json["person"]["last_contact"] == "2026-03-02"
    assert cli("note", "Bob").code == ExitCode.USAGE


def test_edit_sets_adds_and_takes_away(cli: Cli) -> None:
    cli("add", "Bob Stone: lunch yesterday")
    cli("edit", "Bob", "Stone", "topic=cameras,", "film", "birthday=12 april 1985")
    assert fields(cli("edit", "Bob", "topic+=paper", "--json"), "person")["topics"] == [
        ["cameras", "film"],
        ["cameras", "film", "paper"],
    ]
    cli("edit", "Bob", "topic-=film")
    person = cli("show", "--json", "Bob").json["person"]
    assert (person["topics"], person["birthday"]) == (["cameras", "paper"], "1985-04-12")


def test_edit_takes_any_record_by_its_id(zoe: Cli) -> None:
    page = zoe("show", "--json", "Zoë").json
    talk, promise = page["conversations"][0]["id"], page["commitments"][0]["id"]
    assert fields(zoe("edit", talk, "channel=video", "--json"), "conversation")["channel"] == [
        "met",
        "video",
    ]
    assert fields(zoe("edit", promise, "due=friday", "--json"), "commitment")["due"] == [
        "2026-03-09",
        "2026-03-13",
    ]


def test_edit_refuses_what_cannot_be(cli: Cli) -> None:
    cli("add", "Bob Stone: lunch yesterday")
    assert cli("edit", "Bob", "brithday=1985-04-12").code == ExitCode.USAGE
    assert "birthday" in cli("edit", "Bob", "brithday=1985-04-12").err
    assert cli("edit", "Bob", "birthday=31 february").code == ExitCode.INPUT
    assert cli("edit", "topic=x").code == ExitCode.USAGE


def test_remove_takes_an_id_and_undo_brings_it_back(zoe: Cli) -> None:
    id = zoe("show", "--json", "Zoë").json["conversations"][0]["id"]
    assert zoe("remove", id).code == ExitCode.DONE
    assert zoe("show", "--json", "Zoë").json["conversations"] == []
    zoe("undo")
    assert zoe("show", "--json", "Zoë").json["conversations"][0]["id"] == id
    assert zoe("remove", "Zoë").code == ExitCode.WHO


def test_undo_and_redo_show_the_fields(zoe: Cli) -> None:
    zoe("circle", "close", "Zoë")
    assert "circle: close → network" in zoe("undo").out
    assert "circle: network → close" in zoe("redo").out
    assert "circle: close → network" in zoe("undo").out
    assert "circle: network → close" in zoe("undo", "--redo").out


def test_nothing_to_undo_is_no_hit(cli: Cli) -> None:
    ran = cli("undo", "--json")
    assert ran.code == ExitCode.NO_HIT
    assert ran.json["error"]["kind"] == "no_hit"
    assert cli("redo").code == ExitCode.NO_HIT


def test_done_never_invents_a_contact(cli: Cli) -> None:
    cli("add", "Jane Smith: moved to Lyon")
    ran = cli("done", "Jane")
    assert (ran.code, "--by" in ran.err) == (ExitCode.INPUT, True)
    cli("add", "Jane: next: her recipe")
    assert "her recipe" in cli("done", "Jane").out
    assert cli("show", "Jane", "--json").json["conversations"] == []


def test_the_day_of_what_happened_never_lies_ahead(cli: Cli) -> None:
    ran = cli("add", "--date", "tomorrow", "Ana: tea")
    assert (ran.code, "lies ahead" in ran.err) == (ExitCode.INPUT, True)
