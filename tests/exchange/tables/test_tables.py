"""Tables of other programs: each header as the program writes it, each trap they are known for."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.person import Address, Affiliation, Labelled, NamedDate, Person, Relation
from netjournal.domain.values import Circle, PartialDate
from netjournal.errors import InputError, UsageError
from netjournal.exchange.plan import Wishes
from netjournal.exchange.tables.reading import table_cards
from netjournal.exchange.tables.writing import to_csv
from netjournal.journal.changes import created
from tests.domain.make import person
from tests.exchange.vcard.cards import LATER, Book, exported
from tests.exchange.vcard.test_emit import PEOPLE

GOOGLE = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,"
    "Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,"
    "Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,"
    "E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,"
    "Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,"
    "Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,"
    "Website 1 - Label,Website 1 - Value,Event 1 - Label,Event 1 - Value,"
    "Custom Field 1 - Label,Custom Field 1 - Value\r\n"
    'Ana,Maria,Ruiz,,,,Dr.,,Anita,,Acme,Boss,Sales,--04-12,"two\nlines, one cell",,'
    "* myContacts ::: Navy,Home,ana@home.org,* Work,ana@work.org ::: a2@work.org,Mobile,"
    "+44 20 7946 0001 ::: +44 20 7946 0002,Home,ignored,1 High St,Leeds,,,LS1,UK,,"
    "Profile,https://example.org/ana,Anniversary,2010-05-01,Shoe size,38\r\n"
)
OLD_GOOGLE = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Birthday,Notes,"
    "Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,"
    "Organization 1 - Type,Organization 1 - Name,Organization 1 - Yomi Name,"
    "Organization 1 - Title\r\n"
    "Ana Ruiz,Ana,,Ruiz,,アナ,1985-04-12,hello,* myContacts ::: Navy,* Work,a@b.org,Mobile,"
    "123456,,Acme,,Boss\r\n"
)
OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,"
    "Business Street 2,Business City,Business State,Business Postal Code,"
    "Business Country/Region,Home Street,Home City,Home Country,Business Phone,Mobile Phone,"
    "Birthday,Categories,E-mail Address,E-mail Type,E-mail 2 Address,Notes,Spouse,Web Page\r\n"
    "Dr.,Ana,,Ruiz,,Acme,Sales,Boss,1 High St,Floor 2,Leeds,,LS1,UK,,,,123456,654321,4/12/1985,"
    "Navy;Gov,ana@work.org,SMTP,ana@home.org,hello,Luis,www.example.org\r\n"
    ",Bob,,Stone,,,,,,,,,,,,,,,,0/0/00,,bob@b.org,SMTP,,,,\r\n"
    ",Eve,,Lark,,,,,,,,,,,,,,,,5/23/1990,,eve@b.org,SMTP,,,,\r\n"
)
LINKEDIN = (
    "Notes:\r\n"
    '"When exporting your connection data, you may notice, that some e-mails are missing."\r\n'
    "\r\n"
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n"
    "Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,,Acme,Boss,12 Mar 2024\r\n"
    ",,,,,,\r\n"
    "Bob,Stone,https://www.linkedin.com/in/bob,bob@b.org,,,1 Jan 2020\r\n"
)
THUNDERBIRD = (
    "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,"
    "Work Phone,Home Phone,Fax Number,Pager Number,Mobile Number,Home Address,Home Address 2,"
    "Home City,Home County,Home Post Code,Home Country,Work Address,Work Address 2,Work City,"
    "Work State,Work ZipCode,Work Country,Job Title,Department,Organisation,Web Page 1,"
    "Web Page 2,Birth Year,Birth Month,Birth Day,Custom 1,Custom 2,Custom 3,Custom 4,Notes,\r\n"
    "Ana,Ruiz,Ana M. Ruiz,,a@b.org,c@d.org,,111111,222222,,,333333,1 High St,Flat 2,Leeds,"
    "Yorks,LS1,UK,,,,,,,Boss,,Acme,,,1985,4,12,blue,,,,hello,\r\n"
    "Bob,,,,b@b.org,,,,,,,,,,,,,,,,,,,,,,,,,,2,29,,,,,,\r\n"
)


def people(text: str | bytes, **wishes: str) -> list[Person]:
    book = Book()
    book.take(text, wishes=Wishes(**wishes))  # type: ignore[arg-type]  # encoding alone
    return list(book.snapshot.people())


@pytest.mark.parametrize("header", ["City,Street,Country", "Name", "Phone,Birthday", "a,b,c"])
def test_columns_that_name_nobody_are_no_address_book(header: str) -> None:
    assert table_cards(f"{header}\nx,y,z\n".encode()) is None


def test_google_as_it_is_now() -> None:
    (ana,) = people(GOOGLE)
    assert (ana.name, ana.given, ana.family) == ("Dr. Ana Maria Ruiz", "Ana", "Ruiz")
    assert ana.nicknames == ("Anita",)
    assert ana.organisations == (Affiliation(name="Acme, Sales", title="Boss"),)
    assert ana.birthday == PartialDate(4, 12)
    assert ana.topics == ("Navy",)
    assert ana.emails == (
        Labelled("ana@work.org", "work"), Labelled("a2@work.org", "work"),
        Labelled("ana@home.org", "home"),
    )  # fmt: skip
    assert [phone.value[-4:] for phone in ana.phones] == ["0001", "0002"]
    assert ana.addresses == (
        Address(street="1 High St", city="Leeds", postcode="LS1", country="UK", label="home"),
    )
    assert ana.dates == (NamedDate("anniversary", PartialDate(5, 1, 2010)),)


def test_google_as_it_was() -> None:
    (ana,) = people(OLD_GOOGLE)
    assert (ana.name, ana.birthday) == ("Ana Ruiz", PartialDate(4, 12, 1985))
    assert (ana.emails, ana.phones) == (
        (Labelled("a@b.org", "work"),),
        (Labelled("123456", "mobile"),),
    )
    assert (ana.organisations, ana.topics) == ((Affiliation(name="Acme", title="Boss"),), ("Navy",))


def test_outlook_with_its_days_and_streets() -> None:
    ana, bob, eve = people(OUTLOOK)
    assert ana.birthday == PartialDate(4, 12, 1985)  # eve's tells that months come first
    assert (bob.birthday, eve.birthday) == (None, PartialDate(5, 23, 1990))
    assert ana.addresses == (
        Address(
            street="1 High St\nFloor 2", city="Leeds", postcode="LS1", country="UK", label="work"
        ),
    )
    assert ana.topics == ("Navy", "Gov")
    assert ana.relations == (Relation(kind="partner", name="Luis"),)
    assert [email.value for email in ana.emails] == ["ana@work.org", "ana@home.org"]


def test_days_are_read_as_the_table_writes_them() -> None:
    for day, birthday in (("23/5/1990", (12, 4)), ("5/23/1990", (4, 12)), ("", (4, 12))):
        table = f"First Name,Birthday\nAna,4/12/1985\nEve,{day}\n"
        ana = people(table)[0]
        assert ana.birthday is not None
        assert (ana.birthday.month, ana.birthday.day) == birthday
    ana = people("First Name,Birthday\nAna,4.12.1985\n")[0]
    assert ana.birthday == PartialDate(12, 4, 1985)
    ana = people(f"First Name,Birth Year,Birth Month,Birth Day\nAna,{'9' * 5_000},4,12\n")[0]
    assert ana.birthday == PartialDate(4, 12)


def test_linkedin_behind_its_preamble_and_known_again_by_its_page() -> None:
    book = Book()
    plan = book.take(LINKEDIN)
    assert (plan.cards, plan.problems) == (2, ())
    assert [outcome.line for outcome in plan.outcomes] == [5, 7]
    ana = next(p for p in book.snapshot.people() if p.name == "Ana Ruiz")
    assert ana.links == (Labelled("https://www.linkedin.com/in/ana-ruiz", "linkedin"),)
    assert ana.dates == ()  # the day of the connection is none to congratulate on
    moved = LINKEDIN.replace("Ana,Ruiz", "Ana,Brandt").replace("Acme,Boss", "Globex,CEO")
    book.take(moved, made=LATER)
    after = book.snapshot.person(ana.id)
    assert after is not None
    assert (after.name, after.organisation) == ("Ana Brandt", "Globex")


def test_thunderbird_with_its_last_comma_and_british_words() -> None:
    ana, bob = people(THUNDERBIRD)
    assert (ana.name, ana.given, ana.family) == ("Ana M. Ruiz", "Ana", "Ruiz")
    assert {(phone.label, phone.value) for phone in ana.phones} == {
        ("work", "111111"), ("home", "222222"), ("mobile", "333333"),
    }  # fmt: skip
    assert ana.addresses[0] == Address(
        street="1 High St\nFlat 2", city="Leeds", region="Yorks", postcode="LS1", country="UK",
        label="home",
    )  # fmt: skip
    assert (ana.birthday, bob.birthday) == (PartialDate(4, 12, 1985), PartialDate(2, 29))
    assert ana.organisations == (Affiliation(name="Acme", title="Boss"),)


@pytest.mark.parametrize("table", [GOOGLE, OLD_GOOGLE, OUTLOOK, LINKEDIN, THUNDERBIRD])
def test_the_same_table_again_changes_nothing_and_our_cards_of_it_neither(table: str) -> None:
    book = Book()
    book.take(table)
    assert book.plan(table, made=LATER).changes == ()
    ours = exported(book)
    assert book.plan(ours, made=LATER).changes == ()
    back = book.plan(to_csv(list(book.snapshot.people()), book.snapshot), made=LATER)
    assert {str(outcome.kind) for outcome in back.outcomes} == {"unchanged"}


def test_every_cell_is_kept() -> None:
    for table in (GOOGLE, OLD_GOOGLE, OUTLOOK, LINKEDIN, THUNDERBIRD):
        book = Book()
        book.take(table)
        text = exported(book).decode()
        text = text.replace("\r\n ", "").replace("\\", "")
        rows = list(csv.reader(io.StringIO(table)))[1:]
        # labels are types, and Google's own words say nothing
        ignored = {
            "Mobile",
            "Navy;Gov",
            "Profile",
            "ignored",
            "* myContacts ::: Navy",
            "0/0/00",
            "SMTP",
            "* Work",
            "Position",
        }
        for cell in (cell for row in rows[3 * (table is LINKEDIN) :] for cell in row):
            if (
                cell in ignored
                or "\n" in cell
                or cell.lstrip("-")[:1].isdigit()
                or "/" in cell
                or " ::: " in cell
            ):
                continue
            assert cell.lower() in text.lower(), cell


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("\ufeffFirst Name;E-mail Address\r\nZoë;z@b.org\r\n".encode(), ""),
        ("First Name\tE-mail Address\r\nZoë\tz@b.org\r\n".encode("utf-16"), ""),
        ("First Name,E-mail Address\rZoë,z@b.org\r".encode("cp1252"), ""),
        ("First Name,E-mail Address\nZoë,z@b.org\n".encode("cp850"), "cp850"),
    ],
)
def test_separators_and_character_sets(data: bytes, encoding: str) -> None:
    (zoe,) = people(data, encoding=encoding)
    assert (zoe.name, zoe.emails) == ("Zoë", (Labelled("z@b.org"),))


def test_a_row_with_too_many_cells_keeps_them() -> None:
    book = Book()
    book.take("First Name,E-mail Address\nAna,a@b.org,more\n")
    text = exported(book).decode()
    assert "X-CSV:more" in text


def test_what_is_no_table_of_contacts_is_none() -> None:
    for data in (b"", b"hello", b"colour,size\nred,1\n", b"\xff\xfe\x00", b"first name\nAna\n"):
        assert table_cards(data) is None
    with pytest.raises(UsageError):
        table_cards(b"Name,Phone\n", "nonsense")
    huge = "Name,Phone\n" + "x" * (2 << 20) + ",1\n"
    cards = table_cards(huge.encode())
    assert cards is not None
    with pytest.raises(InputError, match="no row of a table"):
        next(cards)


@given(st.binary(max_size=300))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    cards = table_cards(b"Name,E-mail Address,Birthday,Phone 1 - Value\n" + data)
    assert cards is not None
    for card in cards:
        assert card.lines


@given(PEOPLE)
def test_no_cell_of_ours_is_a_formula_and_every_row_is_whole(who: Person) -> None:
    book = Book()
    data = to_csv([who, who._replace(id=person().id)], book.snapshot).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data, newline="")))
    assert len(rows) == 3
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not any(
        cell[:1] in {"=", "+", "-", "@", "\t", "\r"} for row in rows for cell in row if cell
    )


@pytest.mark.parametrize(
    "blank", ["", "\n", "\u00a0", "\x0b", "\x1f", "\u3000", "\ufeff", "\u200b"]
)
@pytest.mark.parametrize("sign", ["=", "＝", "-", "@"])
def test_a_formula_behind_a_blank_is_none_either(blank: str, sign: str) -> None:
    name = f"{blank}{sign}1+1"
    data = to_csv([person(name=name)], Book().snapshot).decode("utf-8-sig")
    _, row = csv.reader(io.StringIO(data, newline=""))
    assert f"'{name}" in row
    assert people(data)[0].name == name.strip()


def test_our_table_comes_back_as_the_same_people() -> None:
    here = person(
        name="Ana Ruiz",
        circle=Circle.ROLODEX,
        phones=(Labelled("+44 20 7946 0001", "mobile"), Labelled("-5", "")),
        birthday=PartialDate(4, 12),
        topics=("gov", "=ux"),
        organisations=(Affiliation(name="Acme", title="Boss"),),
        relations=(Relation(kind="partner", name="Luis"),),
        dates=(NamedDate("wedding", PartialDate(5, 1, 2010)),),
        nicknames=("'Anita",),
    )
    book = Book()
    book.snapshot = book.snapshot.after([created(here)])
    (there,) = people(to_csv([here], book.snapshot))
    names = ("name", "phones", "emails", "addresses", "birthday", "topics", "organisations",
             "relations", "dates", "nicknames")  # fmt: skip
    assert {name: getattr(there, name) for name in names} == {
        name: getattr(here, name) for name in names
    }
