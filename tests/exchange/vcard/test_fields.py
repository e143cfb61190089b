"""What a card says of a person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.person import Address, Affiliation, Labelled, NamedDate, Relation
from netjournal.domain.values import PartialDate
from netjournal.exchange.vcard.fields import MANY, read_fields
from netjournal.exchange.vcard.lines import read_lines
from tests.exchange.vcard.cards import fields
from tests.exchange.vcard.test_lines import CARDLIKE


@given(CARDLIKE | st.text(), st.sampled_from(["2.1", "3.0", "4.0"]))
def test_any_text_can_be_asked(text: str, version: str) -> None:
    found = read_fields(read_lines(text), version)
    found.name.encode()


@given(
    st.lists(st.sampled_from(["FN", "N", "TEL", "EMAIL", "ADR", "BDAY", "URL", "ORG", "NOTE"])),
    st.text(alphabet="ab;,\\:=\n -0123456789@"),
)
def test_each_value_names_its_lines(names: list[str], value: str) -> None:
    lines = read_lines("\r\n".join(f"{name}:{value}" for name in names))
    found = read_fields(lines)
    for field, places in found.lines.items():
        if field in MANY:
            assert len(places) == len(getattr(found, field))
        assert all(0 <= at < len(lines) for of_value in places for at in of_value)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["FN:Ana  Ruiz", "N:Ruiz;Ana;;;"], "Ana Ruiz"),
        (["N:Ruiz;Ana;María;Dr.;PhD"], "Dr. Ana María Ruiz PhD"),
        (["FN:", "N:Ruiz;Ana"], "Ana Ruiz"),
        (["ORG:Harbour Books;Sales"], "Harbour Books, Sales"),
        (["NICKNAME:Nana"], "Nana"),
        (["EMAIL:ana@example.org"], "ana@example.org"),
        (["TEL:+44 1"], "+44 1"),
        (["FN:Doe, Jane MD"], "Doe, Jane MD"),
        (["FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB"], "Zoë"),
        (["FN:An\x1b[31ma"], "An [31ma"),
        (["AGENT:", "BEGIN:VCARD", "FN:Fred", "END:VCARD", "FN:Jane"], "Jane"),
    ],
)
def test_names(lines: list[str], name: str) -> None:
    assert fields(*lines).name == name


def test_an_unstructured_n_tells_no_parts() -> None:
    found = fields("N:Ana Ruiz")
    assert (found.name, found.given, found.family) == ("Ana Ruiz", "", "")


def test_phones_carry_what_they_are_for_and_the_preferred_is_first() -> None:
    found = fields(
        "TEL;HOME;VOICE:1",
        "TEL;TYPE=work,fax:2",
        "TEL;TYPE=CELL,pref:3",
        "item1.TEL:4",
        "item1.X-ABLabel:Boat",
        "TEL;VALUE=uri:tel:+1-555;ext=9",
    )
    assert found.phones == (
        Labelled("3", "mobile"),
        Labelled("1", "home"),
        Labelled("2", "work fax"),
        Labelled("4", "Boat"),
        Labelled("+1-555 ext. 9", ""),
    )


def test_the_same_value_twice_is_one_with_both_lines() -> None:
    found = fields("EMAIL:a@example.org", "EMAIL:mailto:a@example.org")
    assert found.emails == (Labelled("a@example.org"),)
    assert len(found.lines["emails"][0]) == 2


def test_addresses() -> None:
    found = fields("ADR;TYPE=HOME:;Flat 2;1 High St, Yard;Leeds;;LS1;UK", "LABEL;TYPE=HOME:x")
    assert found.addresses == (
        Address(
            extended="Flat 2",
            street="1 High St, Yard",
            city="Leeds",
            postcode="LS1",
            country="UK",
            label="home",
        ),
    )


def test_a_label_alone_is_an_address() -> None:
    assert fields("LABEL;TYPE=WORK:1 High St\\nLeeds").addresses == (
        Address(street="1 High St\nLeeds", label="work"),
    )


def test_organisations_with_titles() -> None:
    found = fields("ORG:A, Inc.;Sales", "TITLE:Clerk", "TITLE:Poet")
    assert found.organisations == (
        Affiliation(name="A, Inc., Sales", title="Clerk"),
        Affiliation(name="", title="Poet"),
    )


def test_links_and_handles() -> None:
    found = fields(
        "URL:http\\://example.org/a\\,b",
        "item1.URL:https://example.org/home",
        "item1.X-ABLabel:_$!<HomePage>!$_",
        "X-SOCIALPROFILE;TYPE=twitter:https://example.org/ana",
        "IMPP;X-SERVICE-TYPE=Skype:skype:ana.r",
        "IMPP:xmpp:ana@example.org",
        "X-JABBER:ana@example.net",
    )
    assert found.links == (
        Labelled("http://example.org/a,b", ""),
        Labelled("https://example.org/home", "homepage"),
        Labelled("https://example.org/ana", "twitter"),
        Labelled("ana.r", "skype"),
        Labelled("ana@example.org", "xmpp"),
        Labelled("ana@example.net", "jabber"),
    )


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("BDAY:1985-04-12", PartialDate(4, 12, 1985)),
        ("BDAY:19850412", PartialDate(4, 12, 1985)),
        ("BDAY:1985-04-12T10:00:00Z", PartialDate(4, 12, 1985)),
        ("BDAY:--0412", PartialDate(4, 12)),
        ("BDAY:--04-12", PartialDate(4, 12)),
        ("BDAY;X-APPLE-OMIT-YEAR=1604;VALUE=date:1604-02-29", PartialDate(2, 29)),
        ("BDAY:1985-4-2", PartialDate(4, 2, 1985)),
        ("BDAY:0000-04-12", PartialDate(4, 12)),
        ("BDAY:--0230", None),
        ("BDAY:12/04/1985", None),
        ("BDAY:0000-00-00", None),
        ("BDAY:1985-04", None),
    ],
)
def test_birthdays(line: str, day: PartialDate | None) -> None:
    found = fields(line)
    assert found.birthday == day
    assert bool(found.problems) == (day is None)


def test_a_birthday_meant_as_text_is_no_problem() -> None:
    assert fields("BDAY;VALUE=text:circa 1800").problems == ()


def test_other_dates_relations_and_topics() -> None:
    found = fields(
        "ANNIVERSARY:20090808",
        "item1.X-ABDATE:2011-01-02",
        "item1.X-ABLabel:name day",
        "RELATED;TYPE=spouse;VALUE=text:Ben",
        "RELATED;TYPE=friend:urn:uuid:1",
        "item2.X-ABRELATEDNAMES:Eve",
        "item2.X-ABLabel:_$!<Mother>!$_",
        "CATEGORIES:gov,book club,myContacts",
        "NICKNAME:Nana,A.\\,R.",
    )
    assert found.dates == (
        NamedDate("anniversary", PartialDate(8, 8, 2009)),
        NamedDate("name day", PartialDate(1, 2, 2011)),
    )
    assert found.relations == (
        Relation(kind="partner", name="Ben"),
        Relation(kind="mother", name="Eve"),
    )
    assert found.topics == ("gov", "book club")
    assert found.nicknames == ("Nana", "A.,R.")


def test_the_day_of_death() -> None:
    found = fields("FN:Karl", "DEATHDATE:20200102")
    assert found.died
    assert str(found.died_on) == "2020-01-02"
    assert fields("FN:Karl", "DEATHDATE;VALUE=text:circa 1800").died_on is None


def test_the_note_of_a_card_is_kept_with_its_commas() -> None:
    assert fields("NOTE:eggs, milk\\nbread").note == "eggs, milk\nbread"


def test_a_note_has_line_ends_of_one_kind_and_no_control_characters() -> None:
    note = "NOTE;ENCODING=QUOTED-PRINTABLE:a=0D=0Ab=0Dc=1B[31m=1B"
    assert fields(note).note == "a\nb\nc [31m"


def test_a_card_of_lines_nobody_reads_is_empty() -> None:
    assert fields("X-FOO:bar", "PRODID:x").is_empty
    assert not fields("NOTE:x").is_empty
    assert not fields("BDAY:1985-04-12").is_empty
