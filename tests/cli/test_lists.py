"""Lists and single facts: log, week, topics, entries, addresses, status."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from netjournal.errors import ExitCode
from tests.cli.conftest import Cli


@pytest.fixture
def known(cli: Cli) -> Cli:
    cli("add", "Ana Ruiz ana@example.org: coffee yesterday, budget talk #gov")
    cli("add", "Bob Stone: lunch on 2 march. next: call by 2026-03-09 about the flat")
    cli("edit", "Ana", "phone=+34 600 000 001", "organisation=Acme", "address=1 High St")
    return cli


def test_log_is_newest_first_and_between_days(known: Cli) -> None:
    known("note", "Bob", "likes chess")
    ran = known("log")
    assert [line.split("  ")[-1].strip() for line in ran.out.splitlines()] == [
        "likes chess",
        "coffee, budget talk",
        "lunch",
    ]
    assert "lunch" not in known("log", "--since", "3 march").out
    assert known("log", "--until", "1 march").code == ExitCode.NO_HIT
    assert [line["names"] for line in known("log", "Ana", "--json").json["log"]] == ["Ana Ruiz"]
    assert known("log", "--limit", "0").code == ExitCode.USAGE
    assert known("log", "--since", "someday").code == ExitCode.INPUT


def test_a_birthday_is_told_in_words_and_kept_as_a_date(known: Cli) -> None:
    assert known("add", "Ana: birthday: 14 march").out == "birthday, Ana Ruiz: 14 March\n"
    assert "birthday  14 March" in known("log").out
    assert known("log", "--json").json["log"][0]["text"] == "--03-14"


def test_week_holds_promises_and_dates_of_the_next_seven_days(known: Cli) -> None:
    known("add", "Ana: birthday: 14 march")
    known("add", "Ana: they: send the pdf by friday")
    known("add", "Ana: next: call by 18 march")
    week = known("week", "--json").json["week"]
    assert [(line["date"], line["text"]) for line in week] == [
        ("2026-03-13", "they: send the pdf"),
        ("2026-03-14", "birthday"),
    ]
    assert known("week").out.splitlines()[0] == "Fri 13 March"


def test_topics_count_people_and_records(known: Cli) -> None:
    known("add", "Bob: lunch today topic:GOV topic:chess")
    assert known("topics", "--json").json["topics"] == [
        {"topic": "gov", "people": 2, "records": 2},
        {"topic": "chess", "people": 1, "records": 1},
    ]


def test_no_topic_is_told(cli: Cli) -> None:
    assert cli("topics").code == ExitCode.NO_HIT


@pytest.mark.parametrize("word", ["need", "offer", "gave", "got", "remember", "nexttime"])
def test_entries_are_noted_listed_and_taken_back(known: Cli, word: str) -> None:
    assert known(word).code == ExitCode.NO_HIT
    assert known(word, "Ana", "a", "van", "-5").code == ExitCode.DONE
    assert known(word, "Ana").out.endswith("Ana Ruiz  a van -5\n")
    assert known(word, "Bob").code == ExitCode.NO_HIT
    assert known(word, "--json").json["entries"][0]["text"] == "a van -5"
    known("undo")
    assert known(word, "Ana").code == ExitCode.NO_HIT


def test_ways_to_reach_somebody_are_plain_lines(known: Cli) -> None:
    assert known("phone", "Ana").out == "+34 600 000 001\n"
    assert known("email", "Ana", "Ruiz").out == "ana@example.org\n"
    assert known("address", "Ana").out == "Ana Ruiz\n1 High St\n"
    assert known("email", "Ana", "--json").json["emails"] == [
        {"value": "ana@example.org", "label": ""}
    ]
    nothing = known("phone", "Bob")
    assert (nothing.code, nothing.out) == (ExitCode.NO_HIT, "")
    assert "netjournal edit 'Bob Stone' phone=" in nothing.err
    known("add", "Tom O'Neil: coffee")
    assert "netjournal edit 'Tom O'\"'\"'Neil' phone=" in known("phone", "Tom").err


def test_query_is_what_mutt_reads(known: Cli) -> None:
    assert known("query", "RUIZ").out == (
        "netjournal: 1 address\nana@example.org\tAna Ruiz\tAcme\n"
    )
    assert known("query", "--bare", "acme", "ana").out == "ana@example.org\tAna Ruiz\tAcme\n"
    assert known("query", "bob").code == ExitCode.NO_HIT
    assert known("query", "[(*").code == ExitCode.NO_HIT


def test_a_tab_in_a_name_cannot_make_a_field(cli: Cli) -> None:
    cli("add", "Ana Ruiz ana@example.org: coffee")
    cli("edit", "Ana", "organisation=A\tB\u202e")
    (line,) = cli("query", "--bare").out.splitlines()
    assert line.count("\t") == 2
    assert "\u202e" not in line


def test_status_counts_names_nobody_and_is_silent_when_nothing_waits(known: Cli) -> None:
    assert known("status").out == "1\n"
    assert known("status").out == "1\n"
    assert known("status", "--names").out == "1 Bob Stone\n"
    bar = json.loads(known("status", "--format", "waybar").out)
    assert bar == {"text": "1", "tooltip": "1 promised, now due", "class": "waiting"}
    known("add", "called Bob")
    assert known("status").out == ""
    assert known("status", "--format", "waybar").out == ""
    assert known("status", "--json").json["status"] == {"count": 0, "groups": {}, "names": []}


def test_a_name_is_no_markup_in_the_tooltip_of_a_bar(cli: Cli) -> None:
    cli("add", "Ana Ruiz: coffee. next: call today")
    cli("edit", "Ana", "name=<b>A & B</b>\u202e")
    bar = json.loads(cli("status", "--names", "--format", "waybar").out)
    assert bar["tooltip"].splitlines()[1:] == ["&lt;b&gt;A &amp; B&lt;/b&gt;"]


def test_status_counts_anew_when_the_kept_count_is_damaged_or_the_day_another(
    known: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    from netjournal import paths

    known("status")
    kept = paths.state_folder() / "status.json"
    assert "Bob" not in kept.read_text()
    kept.write_text("[1, {")
    assert known("status").out == "1\n"
    monkeypatch.setenv("NETJOURNAL_TODAY", "2026-03-08")
    assert known("status").out == ""


def test_people_as_chosen_fields_and_tabs(known: Cli) -> None:
    plain = known("people", "--plain", "--fields", "name,emails,circle")
    assert plain.out == "Ana Ruiz\tana@example.org\tnetwork\nBob Stone\t\tnetwork\n"
    table = known("people", "--fields", "name", "ana")
    assert table.out.splitlines() == ["name", "Ana Ruiz"]
    assert known("people", "--json", "--fields", "name").json["people"][0] == {"name": "Ana Ruiz"}
    wrong = known("people", "--fields", "mails")
    assert wrong.code == ExitCode.USAGE
    assert "emails" in wrong.err


def test_saved_query_stands_for_what_the_settings_say(known: Cli) -> None:
    from netjournal import paths

    file = paths.config_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('[queries]\nwork = "ana OR karl"\n')
    assert known("people", "--plain", "--fields", "name", "@work").out == "Ana Ruiz\n"
    assert known("people", "--plain", "--fields", "name", "-@work").out == "Bob Stone\n"
    unknown = known("people", "@home")
    assert unknown.code == ExitCode.USAGE
    assert "@work" in unknown.err


def test_a_kept_count_is_told_without_reading_the_journal(known: Cli) -> None:
    known("status")
    script = (
        "import sys\n"
        "from netjournal.cli.main import main\n"
        "main(['status'])\n"
        "heavy = {'dataclasses', 'tinydb', 'netjournal.journal.journal', 'textual', 'vobject'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        (sys.executable, "-c", script), capture_output=True, text=True, check=True
    )
    assert done.stdout == "1\n[]\n"


def test_a_broadcast_is_noted_and_touches_no_clock(known: Cli) -> None:
    before = known("people", "--plain", "--fields", "name,last_contact").out
    ran = known("broadcast", "--to", "name:ana OR name:bob", "--date", "today", "the", "news")
    assert ran.out.startswith("broadcast: the news to 2 people\n")
    assert known("people", "--plain", "--fields", "name,last_contact").out == before
    assert known("log", "--json").json["log"][0]["what"] == "broadcast by email"
    assert known("broadcast", "--to", "name:nobody", "x").code == ExitCode.NO_HIT
    assert "0 of 2 wrote back" in known("broadcast").out
    assert known("broadcast", "--json").json["broadcasts"][0]["wrote_back"] == []


def test_open_hands_one_quoted_link_to_the_desktop(
    known: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known("edit", "Ana", "email=a&b;$(x)@example.org")
    opened = tmp_path / "opened"
    for name in ("xdg-open", "open"):
        program = tmp_path / name
        program.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > {opened}\n')
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert known("open", "Ana").code == ExitCode.DONE
    assert opened.read_text() == "mailto:a%26b%3B%24%28x%29@example.org|"
    assert known("open", "--by", "phone", "--print", "Ana").out == "tel:+34600000001\n"
    assert known("open", "--by", "message", "--json", "Ana").json["link"] == "sms:+34600000001"
    assert known("open", "Bob").code == ExitCode.INPUT
    monkeypatch.setenv("PATH", "/nowhere")
    assert "--print" in known("open", "Ana").err


def test_the_words_of_a_query_that_are_wrong_are_underlined(cli: Cli) -> None:
    ran = cli("people", "李 circel:close tea")
    assert ran.code == 2
    assert ran.err.splitlines()[1:] == ["  李 circel:close tea", "     ^^^^^^^^^^^^"]


def test_or_without_something_behind_it_is_refused(cli: Cli) -> None:
    ran = cli("people", "OR")
    assert (ran.code, ran.out) == (2, "")
    assert "OR needs something before it." in ran.err
