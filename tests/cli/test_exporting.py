"""``export``: into folders, byte for byte, with groups, without pictures, as a table."""

from __future__ import annotations

import base64
import csv
import io
from pathlib import Path

import pytest

from netjournal.errors import ExitCode
from tests.cli.conftest import Cli

CARDS = (
    "BEGIN:VCARD\nVERSION:2.1\nUID:a\nN:Ruiz;Ana\nTEL;CELL:+44 20 7946 0001\nX-ODD:kept\n"
    "END:VCARD\n"
    "BEGIN:VCARD\nVERSION:3.0\nUID:b\nFN:=Bob Stone\nEMAIL:bob@example.org\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nUID:g\nFN:Choir\nMEMBER:urn:uuid:a\n"
    "MEMBER:urn:uuid:zzz\nEND:VCARD\n"
)


@pytest.fixture
def book(cli: Cli) -> Cli:
    cli("import", "-", stdin=CARDS)
    return cli


def test_a_folder_gets_one_file_a_person_and_stays_as_it_is(book: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "contacts"
    assert "3 cards written" in book("export", "--split", "--output", str(folder)).err
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    ran = book("export", "--output", str(folder))
    assert "0 cards written, 3 unchanged" in ran.err
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    assert "3 unchanged" in book("import", str(folder)).out


def test_an_edit_rewrites_one_file_and_who_was_removed_goes(book: Cli, tmp_path: Path) -> None:
    folder = str(tmp_path / "contacts")
    book("export", "--split", "--output", folder)
    book("edit", "Ana Ruiz", "email=ana@example.org")
    assert "1 card written, 2 unchanged, 0 removed" in book("export", "--output", folder).err
    [bob] = book("people", "bob", "--json").json["people"]
    book("remove", bob["id"])
    assert "0 removed" in book("export", "ana", "--output", folder).err
    assert "1 removed" in book("export", "--output", folder).err


def test_the_file_of_somebody_made_by_hand_goes_with_them(cli: Cli, tmp_path: Path) -> None:
    cli("add", "Ana Ruiz: coffee", "--new")
    cli("add", "Bob Stone: coffee", "--new")
    folder = tmp_path / "contacts"
    cli("export", "--split", "--output", str(folder))
    strange = folder / "strange.vcf"
    strange.write_text("BEGIN:VCARD\nVERSION:3.0\nUID:s\nFN:S\nEND:VCARD\n")
    [bob] = cli("people", "bob", "--json").json["people"]
    cli("remove", bob["id"])
    assert "1 unchanged, 1 removed" in cli("export", "--split", "--output", str(folder)).err
    assert len(list(folder.iterdir())) == 2
    assert strange.exists()


def test_a_file_that_another_program_wrote_of_somebody_removed_stays_and_is_named(
    cli: Cli, tmp_path: Path
) -> None:
    folder = tmp_path / "contacts"
    folder.mkdir()
    (folder / "bo.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nUID:bo\nFN:Bo\nTEL:1\nEND:VCARD\n")
    cli("import", str(folder))
    cli("add", "Ana Ruiz: coffee", "--new")
    [bo] = cli("people", "bo", "--json").json["people"]
    cli("remove", bo["id"])
    ran = cli("export", "--split", "--output", str(folder))
    assert "Another program wrote bo.vcf" in ran.err
    assert (folder / "bo.vcf").exists()


def test_exact_gives_back_the_file(book: Cli) -> None:
    first, second, _ = CARDS.split("END:VCARD\n", 2)
    out = book("export", "--exact").out
    assert first + "END:VCARD\n" in out
    assert second + "END:VCARD\n" in out


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_a_list_of_people_leaves_with_those_who_leave(book: Cli, version: str) -> None:
    out = book("export", "--vcard", version).out
    assert out.count("MEMBER:") == 1
    assert "MEMBER:a" in out
    assert "Choir" not in book("export", "bob", "--vcard", version).out
    assert "3 unchanged" in book("import", "-", stdin=out).out
    book("edit", "Ana Ruiz", "topic-=Choir")
    assert "MEMBER" not in book("export", "--vcard", version).out


def test_options_that_contradict_each_other_are_refused(book: Cli, tmp_path: Path) -> None:
    for argv in (
        ("--split",),
        ("--to", "csv", "--split"),
        ("--to", "json", "--exact"),
        ("--to", "csv", "--notes-in-card"),
        ("--exact", "--notes-in-card"),
    ):
        assert book("export", *argv).code == ExitCode.USAGE


def test_pictures_that_stay_are_told(cli: Cli) -> None:
    photo = "PHOTO;ENCODING=b:" + "/9j/" * 250_000
    cli("import", "-", stdin=f"BEGIN:VCARD\nVERSION:3.0\nFN:Ana\n{photo}\nEND:VCARD\n")
    ran = cli("export")
    assert "PHOTO" not in ran.out
    assert "stay in the journal: Ana" in ran.err
    assert "PHOTO" in cli("export", "--photos", "full").out
    ran = cli("export", "--photos", "none")
    assert ("PHOTO" in ran.out, ran.err) == (False, "")


def test_a_table_holds_no_formula(book: Cli) -> None:
    data = book("export", "--to", "csv").out
    rows = list(csv.DictReader(io.StringIO(data.removeprefix("\ufeff"))))
    assert [row["Name"] for row in rows] == ["'=Bob Stone", "Ana Ruiz"]
    assert rows[1]["Phone 1 - Value"] == "'+44 20 7946 0001"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_days_and_promises_leave_as_a_calendar(cli: Cli, tmp_path: Path) -> None:
    cli("add", "Ana Ruiz: coffee. next: call by 2027-03-13. birthday: 29 feb 1984", "--new")
    path = tmp_path / "days.ics"
    ran = cli("export", "--to", "ics", "--output", str(path))
    assert "1 day and 1 promise written" in ran.err
    text = path.read_text()
    assert text.startswith("BEGIN:VCALENDAR")
    assert "DUE;VALUE=DATE:20270313" in text
    assert cli("export", "--to", "ics", "birthday:none").code != ExitCode.DONE


def test_a_calendar_of_nothing_is_said_to_be_empty(book: Cli) -> None:
    ran = book("export", "--to", "ics")
    assert (ran.code, ran.out) == (ExitCode.NO_HIT, "")
    assert "no birthdays" in ran.err


def test_conversations_leave_in_cards_only_when_asked_for(cli: Cli) -> None:
    cli("add", "Ana Ruiz: coffee, budget talk", "--new")
    assert "budget" not in cli("export").out
    assert "budget talk" in cli("export", "--notes-in-card").out


def test_exact_keeps_a_large_picture_unless_it_is_told_otherwise(cli: Cli) -> None:
    picture = base64.b64encode(b"\xff\xd8\xff" + bytes(800 * 1024)).decode()
    text = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo\r\nPHOTO;ENCODING=b:{picture}\r\nEND:VCARD\r\n"
    cli("import", "-", stdin=text)
    assert "\nPHOTO" not in cli("export").out
    assert picture in cli("export", "--exact").out
    assert "\nPHOTO" not in cli("export", "--exact", "--photos", "small").out
