"""``today``, ``people``, ``show``, ``search``, ``me``, ``history``: what they print."""

from __future__ import annotations

import pytest

from netjournal.errors import ExitCode
from tests.cli.conftest import Cli


@pytest.fixture
def lived_in(cli: Cli) -> Cli:
    """Ana owes nothing, Bob is quiet, a call with Zoë is overdue, Karl is only in the rolodex."""
    cli("add", "Ana Ruiz: coffee yesterday, budget talk #gov")
    cli("add", "--date", "2025-06-01", "Bob Stone: lunch")
    cli("add", "Zoë Müller: coffee on 2 march. next: call by 2026-03-09 about the flat")
    cli("add", "Karl Brandt: lunch today")
    cli("circle", "rolodex", "Karl Brandt")
    return cli


def test_today_says_whom_and_why(lived_in: Cli) -> None:
    ran = lived_in("today")
    lines = ran.out.splitlines()
    assert lines[0] == "Today · Wed 11 March · in touch 2 of 3"
    zoe = next(line for line in lines if "Zoë Müller" in line)
    assert zoe.split()[1:4] == ["phone", "Zoë", "Müller"]
    assert zoe.endswith("the flat · since Monday") or "since Monday" in zoe
    bob = next(line for line in lines if "Bob Stone" in line)
    assert "quiet for 9 months, every 6" in bob
    assert "Karl" not in ran.out


def test_todays_json_has_the_shape_of_the_contract(lived_in: Cli) -> None:
    said = lived_in("today", "--json").json
    assert (said["version"], said["date"]) == (1, "2026-03-11")
    keys = {"id", "kind", "person", "reason", "channel", "due", "days", "commitment"}
    assert all(keys <= item.keys() for item in said["items"])
    overdue = next(item for item in said["items"] if item["kind"] == "overdue")
    assert overdue["person"]["name"] == "Zoë Müller"
    assert (overdue["channel"], overdue["due"], overdue["days"]) == ("phone", "2026-03-09", 2)
    assert overdue["commitment"]
    stale = next(item for item in said["items"] if item["kind"] == "stale")
    assert stale["commitment"] is None
    assert stale["days"] == 283


def test_today_keeps_to_one_channel(lived_in: Cli) -> None:
    items = lived_in("today", "--json", "--channel", "phone").json["items"]
    assert {item["channel"] for item in items} == {"phone"}
    assert lived_in("today", "--channel", "postcard").code == ExitCode.DONE
    assert "Nothing by postcard today." in lived_in("today", "--channel", "postcard").out


def test_an_empty_today_is_no_error_and_says_how_to_begin(cli: Cli) -> None:
    ran = cli("today")
    assert ran.code == ExitCode.DONE
    assert "netjournal add" in ran.out


def test_where_nobody_is_chosen_yet_today_counts_the_rolodex(cli: Cli) -> None:
    cli("add", "Ana Ruiz: coffee yesterday")
    cli("circle", "rolodex", "Ana Ruiz")
    assert "1 person in the rolodex. Choose the few" in cli("today").out


def test_no_command_prints_today_where_there_is_no_terminal(lived_in: Cli) -> None:
    assert lived_in().out == lived_in("today").out


def test_people_stand_in_columns(lived_in: Cli) -> None:
    head, *rows = lived_in("people").out.splitlines()
    assert [row.split("  ")[0].isdecimal() for row in rows] == [True] * 4
    assert {row.index(name) for row, name in zip(rows, ("Ana", "Bob", "Karl", "Zoë"), strict=True)}
    column = head.index("circle")
    assert [row[column:].split()[0] for row in rows] == ["network"] * 2 + ["rolodex", "network"]


def test_peoples_json_has_the_shape_of_the_contract(lived_in: Cli) -> None:
    said = lived_in("people", "--json", "ana").json
    [ana] = said["people"]
    assert said["version"] == 1
    del ana["id"]
    assert ana == {
        "name": "Ana Ruiz", "circle": "network", "state": "fresh", "last_contact": "2026-03-10",
        "days": 1, "cadence": "6 months", "calibre": None, "organisation": "", "emails": [],
        "phones": [], "topics": [], "city": "", "birthday": None, "promises": 0,
    }  # fmt: skip


def test_people_may_have_every_order_and_field_there_is(lived_in: Cli) -> None:
    from netjournal.cli.commands.people import _SORTS, FIELDS
    from netjournal.views.people import SORTS

    assert tuple(SORTS) == _SORTS
    assert set(lived_in("people", "--json").json["people"][0]) == set(FIELDS)


def test_people_answer_queries_and_orders(lived_in: Cli) -> None:
    def names(*argv: str) -> list[str]:
        return [each["name"] for each in lived_in("people", "--json", *argv).json["people"]]

    assert names("is:stale") == ["Bob Stone"]
    assert names("circle:network", "-bob") == ["Ana Ruiz", "Zoë Müller"]
    assert names("ana", "OR", "bob") == ["Ana Ruiz", "Bob Stone"]
    assert names("--sort", "last")[0] == "Karl Brandt"
    assert names("--reverse")[0] == "Zoë Müller"
    assert names("--limit", "2") == ["Ana Ruiz", "Bob Stone"]


def test_nobody_is_no_hit_with_an_empty_list(lived_in: Cli) -> None:
    ran = lived_in("people", "--json", "xyzzy")
    assert ran.code == ExitCode.NO_HIT
    assert ran.json == {"version": 1, "people": []}


def test_an_unknown_field_names_the_nearest(lived_in: Cli) -> None:
    ran = lived_in("people", "circl:close")
    assert ran.code == ExitCode.USAGE
    assert "circle" in ran.err


def test_a_page_tells_what_passed_and_what_was_promised(lived_in: Cli) -> None:
    out = lived_in("show", "zoe").out
    assert out.startswith("Zoë Müller")
    assert "You promised" in out
    assert "Mon 9 Mar" in out
    assert out.index("You promised") < out.index("What passed")


def test_a_long_timeline_is_shown_in_part(cli: Cli) -> None:
    cli("add", "-", stdin="\n".join(f"Ana Ruiz: note {n}" for n in range(30)))
    assert "more: netjournal show" in cli("show", "Ana").out
    assert "note 0" not in cli("show", "Ana").out
    assert "note 0" in cli("show", "Ana", "--all").out


def test_shows_json_has_the_shape_of_the_contract(lived_in: Cli) -> None:
    said = lived_in("show", "--json", "Zoë").json
    assert said.keys() == {
        "version", "person", "conversations", "commitments", "entries", "quality",
    }  # fmt: skip
    assert {"id", "name", "circle", "state", "emails", "birthday"} <= said["person"].keys()
    assert said["person"]["last_contact"] == "2026-03-02"
    assert len(said["conversations"]) == len(said["commitments"]) == 1


def test_a_person_is_found_by_id_and_address(lived_in: Cli) -> None:
    lived_in("edit", "Ana", "email=ana@example.org")
    id = lived_in("show", "--json", "ana@example.org").json["person"]["id"]
    assert lived_in("show", id[:8]).out.startswith("Ana Ruiz")


def test_search_finds_words_everywhere(lived_in: Cli) -> None:
    said = lived_in("search", "--json", "BUDGET").json
    assert said["version"] == 1
    [hit] = said["hits"]
    assert {"kind", "id", "person", "date", "snippet"} <= hit.keys()
    assert (hit["kind"], hit["date"]) == ("conversation", "2026-03-10")
    assert "budget talk" in hit["snippet"]
    assert "Ana Ruiz" in lived_in("search", "budget").out


def test_search_without_a_hit(lived_in: Cli) -> None:
    ran = lived_in("search", "--json", "xyzzy")
    assert (ran.code, ran.json["hits"]) == (ExitCode.NO_HIT, [])
    assert lived_in("search").code == ExitCode.USAGE


def test_history_tells_the_acts_newest_first(lived_in: Cli) -> None:
    lived_in("undo")
    said = lived_in("history", "--json").json
    assert said["version"] == 1
    assert all({"gesture", "at", "label", "records"} <= act.keys() for act in said["history"])
    assert said["history"][0]["label"] == "undo: circle rolodex: Karl Brandt"
    assert said["history"][1]["label"] == "circle rolodex: Karl Brandt"
    assert "undone" in lived_in("history").out.splitlines()[1]


def test_history_shows_so_many(lived_in: Cli) -> None:
    assert len(lived_in("history", "--limit", "2").out.splitlines()) == 2
    assert lived_in("history", "--limit", "0").code == ExitCode.USAGE


def test_me_is_shown_and_set(cli: Cli) -> None:
    assert "country=…" in cli("me").out
    cli("me", "name=Zoë", "Müller", "country=DE")
    said = cli("me", "--json").json
    assert (said["me"]["name"], said["me"]["country"]) == ("Zoë Müller", "DE")


@pytest.mark.parametrize("argv", [["today"], ["people"], ["show", "Zoë"], ["history"]])
def test_at_a_terminal_nothing_is_wider_than_it(
    at_terminal: Cli, lived_in: Cli, argv: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from netjournal.text import width

    monkeypatch.setenv("NO_COLOR", "1")
    lived_in("edit", "Zoë", "met=" + "a long story of how it came about " * 20)
    for line in at_terminal(*argv).out.splitlines():
        assert width(line) <= 80


def test_colour_is_for_terminals_without_no_color(
    at_terminal: Cli, lived_in: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b" not in lived_in("today").out
    assert "\x1b[1m" in at_terminal("today").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in at_terminal("today").out


def test_today_can_be_asked_about_some(lived_in: Cli) -> None:
    everybody = lived_in("today", "--json").json["items"]
    bob = lived_in("today", "--json", "name:bob").json["items"]
    others = lived_in("today", "--json", "--", "-name:bob").json["items"]
    assert {item["person"]["name"] for item in bob} == {"Bob Stone"}
    assert len(bob) + len(others) == len(everybody)
    assert [one for one in everybody if one in bob] == bob
    assert (
        "Nothing by phone about name:nobody today."
        in lived_in("today", "--channel", "phone", "name:nobody").out
    )
    assert lived_in("today", "nmae:bob").code == ExitCode.USAGE


def test_today_says_that_a_pause_goes_on(lived_in: Cli) -> None:
    lived_in("pause", "until", "28", "march")
    assert lived_in("today").out.startswith("Today · Wed 11 March · paused until Sat 28 March")
    assert lived_in("today", "--json").json["paused_until"] == "2026-03-28"
    lived_in("pause", "end")
    assert "paused" not in lived_in("today").out


@pytest.mark.parametrize("argv", [("today",), ("people",), ("show", "Zoë"), ("log",)], ids=" ".join)
def test_signs_are_for_terminals(lived_in: Cli, at_terminal: Cli, argv: tuple[str, ...]) -> None:
    signs = set("☎✉✎☕●◔◑◷☆○")
    assert signs & set(at_terminal(*argv).out)
    assert not signs & set(lived_in(*argv).out)
