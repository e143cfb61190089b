"""What is written reads back the same, in our reader and in vobject; only edits change lines."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.domain.person import Address, Affiliation, Labelled, NamedDate, Person, Relation
from netjournal.domain.values import PartialDate, PersonId
from netjournal.errors import InputError
from netjournal.exchange.vcard import check, emit
from netjournal.exchange.vcard.emit import Outgoing, card_text
from netjournal.exchange.vcard.fields import MANY, read_fields
from netjournal.exchange.vcard.header import Param
from netjournal.exchange.vcard.lines import read_lines
from netjournal.exchange.vcard.manner import VERSIONS
from netjournal.exchange.vcard.wanted import wanted_of
from netjournal.exchange.vcard.writing import Out, content_line, folded
from tests.exchange.vcard.cards import MADE, all_cards, card, only, told
from tests.exchange.vcard.test_lines import CARDLIKE

UID = "urn:uuid:00000000-0000-5000-8000-000000000001"
# letters that mean something in a card are as likely as any others
TEXT = st.text(
    alphabet=st.sampled_from(list('ab;,:\\"^=\n\r\t é李\u2028\x1b.')) | st.characters(), max_size=20
)
LABEL = st.sampled_from(["", "home", "work", "mobile", "Boat", "work fax", "twitter"]) | TEXT
DAYS = st.dates().map(lambda d: PartialDate(d.month, d.day, d.year))
PARTIAL = DAYS | st.tuples(st.integers(1, 12), st.integers(1, 28)).map(
    lambda day: PartialDate(*day)
)
LABELLED = st.lists(st.builds(Labelled, TEXT, LABEL), max_size=2).map(tuple)
ADDRESSES = st.tuples(TEXT, TEXT, TEXT, LABEL).map(
    lambda item: Address(street=item[0], city=item[1], country=item[2], label=item[3])
)
AFFILIATIONS = st.tuples(TEXT, TEXT).map(lambda item: Affiliation(name=item[0], title=item[1]))
RELATIONS = st.tuples(TEXT, TEXT).map(lambda item: Relation(kind=item[0], name=item[1]))
_VALUES: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "id": st.just(PersonId("5000000000000000000")),
        "made": st.just(MADE),
        "name": TEXT,
        "given": TEXT,
        "family": TEXT,
        "nicknames": st.lists(TEXT, max_size=2).map(tuple),
        "organisations": st.lists(AFFILIATIONS, max_size=3).map(tuple),
        "emails": LABELLED,
        "phones": LABELLED,
        "addresses": st.lists(ADDRESSES, max_size=2).map(tuple),
        "links": LABELLED,
        "birthday": st.none() | PARTIAL,
        "dates": st.lists(st.builds(NamedDate, LABEL, PARTIAL), max_size=2).map(tuple),
        "topics": st.lists(TEXT, max_size=2).map(tuple),
        "relations": st.lists(RELATIONS, max_size=2).map(tuple),
        "died": st.booleans(),
        "died_on": st.none() | st.dates(),
    }
)
PEOPLE = _VALUES.map(lambda values: Person(**values))
ANA = card(
    "UID:1",
    "FN:Ana Ruiz",
    "N:Ruiz;Ana;María;;",
    "ORG:Harbour Books;Sales",
    "TITLE:Clerk",
    "TEL;TYPE=CELL:+44 1",
    "item1.TEL:+44 2",
    "item1.X-ABLabel:Boat",
    "ADR;TYPE=HOME:;;1 High St;Leeds;;;UK",
    "LABEL;TYPE=HOME:1 High St",
    "X-FOO;X-BAR=1:kept; as, it\\nstands",
    "X-odd/name:kept too",
    "NOTE:eggs\\, milk",
)


def person_of(text: str) -> Person:
    said = only(text).fields
    values = {name: getattr(said, name) for name in (*MANY, "given", "family", "birthday")}
    return Person(id=PersonId("5000000000000000000"), made=MADE, name=said.name, **values)


def written(text: str, person: Person | None = None, version: str = "3.0") -> list[str]:
    found = only(text)
    outgoing = Outgoing(uid=UID, person=person, lines=found.lines, source=found.version)
    return card_text(outgoing, version).replace("\r\n ", "").split("\r\n")


def changed(person: Person) -> tuple[set[str], set[str]]:
    before, after = set(written(ANA)), set(written(ANA, person))
    return before - after, after - before


@settings(max_examples=300)
@given(PEOPLE, st.sampled_from(VERSIONS))
def test_any_person_reads_back_as_written_in_lines_of_75_octets(
    person: Person, version: str
) -> None:
    text = card_text(Outgoing(uid=UID, person=person), version)
    wanted, said = wanted_of(person), only(text).fields
    for name in (*MANY, "birthday", "died", "died_on"):
        mine, theirs = getattr(wanted, name), getattr(said, name)
        assert (set(mine), name) == (set(theirs), name) if name in MANY else mine == theirs
    assert text.endswith("\r\nEND:VCARD\r\n")
    for row in text.removesuffix("\r\n").split("\r\n"):
        assert len(row.encode()) <= 75
        assert not {"\r", "\n"} & set(row)


@settings(max_examples=60)
@given(CARDLIKE, st.sampled_from(["2.1", "3.0", "4.0"]), st.sampled_from(VERSIONS))
def test_any_card_can_be_written_in_both_versions(body: str, source: str, version: str) -> None:
    data = card(body, version=source).encode("utf-8", "surrogateescape")
    for found in all_cards(data):
        text = card_text(Outgoing(uid=UID, lines=found.lines, source=found.version), version)
        assert text.startswith(f"BEGIN:VCARD\r\nVERSION:{version}\r\n")


def test_a_parameter_cannot_inject_a_line() -> None:
    line = Out("TEL", "1", (Param("X-A", 'a"\r\nTEL:666'), Param("B:\r\nC", "x")))
    assert content_line(line, "3.0") == 'TEL;X-A="a\' TEL:666":1\r\n'
    assert content_line(line, "4.0") == 'TEL;X-A="a^\'^nTEL:666":1\r\n'


def test_an_untouched_card_keeps_every_line() -> None:
    lines = written(ANA)
    for kept in ("ORG:Harbour Books;Sales", "X-FOO;X-BAR=1:kept; as, it\\nstands"):
        assert kept in lines
    assert "X-NETJOURNAL-RAW:X-odd/name:kept too" in lines
    assert written(ANA, person_of(ANA)) == lines


def test_one_phone_changed_is_one_line_changed() -> None:
    ana = person_of(ANA)
    gone, come = changed(ana._replace(phones=(Labelled("+44 9", "mobile"), ana.phones[1])))
    assert (gone, come) == ({"TEL;TYPE=CELL:+44 1"}, {"TEL;TYPE=CELL:+44 9"})


def test_a_phone_removed_takes_its_label_along() -> None:
    ana = person_of(ANA)
    gone, come = changed(ana._replace(phones=ana.phones[:1]))
    assert (gone, come) == ({"item1.TEL:+44 2", "item1.X-ABLabel:Boat"}, set())


def test_a_phone_with_a_label_of_its_own_gets_a_free_group() -> None:
    ana = person_of(ANA)
    gone, come = changed(ana._replace(phones=(*ana.phones, Labelled("3", "Allotment"))))
    assert (gone, come) == (set(), {"item2.TEL:3", "item2.X-ABLabel:Allotment"})


def test_a_new_name_changes_fn_and_n() -> None:
    gone, come = changed(person_of(ANA)._replace(name="Ana Brandt", family="Brandt"))
    assert gone == {"FN:Ana Ruiz", "N:Ruiz;Ana;María;;"}
    assert come == {"FN:Ana Brandt", "N:Brandt;Ana;María;;"}


def test_an_address_changed_drops_its_printed_label() -> None:
    ana = person_of(ANA)
    gone, come = changed(ana._replace(addresses=(ana.addresses[0]._replace(city="York"),)))
    assert gone == {"ADR;TYPE=HOME:;;1 High St;Leeds;;;UK", "LABEL;TYPE=HOME:1 High St"}
    assert come == {"ADR;TYPE=HOME:;;1 High St;York;;;UK"}


def test_an_organisation_keeps_its_departments_when_only_the_title_changes() -> None:
    ana = person_of(ANA)
    gone, come = changed(ana._replace(organisations=(ana.organisations[0]._replace(title="Head"),)))
    assert (gone, come) == ({"TITLE:Clerk"}, {"TITLE:Head"})


@pytest.mark.parametrize(
    ("source", "three", "four"),
    [
        ("TEL;CELL;PREF:1", "TEL;TYPE=CELL,PREF:1", "TEL;TYPE=cell;PREF=1:1"),
        ("BDAY:--0415", "BDAY;X-APPLE-OMIT-YEAR=1604;VALUE=date:1604-04-15", "BDAY:--0415"),
        ("BDAY:circa 1800", "BDAY;VALUE=text:circa 1800", "BDAY;VALUE=text:circa 1800"),
        ("ANNIVERSARY:20090808", "X-ANNIVERSARY:2009-08-08", "ANNIVERSARY:20090808"),
        ("GEO:46.7,-71.2", "GEO:46.7;-71.2", "GEO:geo:46.7,-71.2"),
        ("KIND:org", "X-ABShowAs:COMPANY", "KIND:org"),
        ("URL:http\\://a.example/b,c", "URL:http://a.example/b,c", "URL:http://a.example/b,c"),
        ("NOTE:a, b", "NOTE:a\\, b", "NOTE:a\\, b"),
        ("NICKNAME:a,b", "NICKNAME:a,b", "NICKNAME:a,b"),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Chi;1", "NICKNAME:Chi", "NICKNAME:Chi"),
        ("PHOTO;BASE64;PNG:Zm9v", "PHOTO;ENCODING=b;TYPE=PNG:Zm9v",
         "PHOTO:data:application/octet-stream;base64,Zm9v"),
        ("PHOTO;ENCODING=b;TYPE=image/heic:Zm9v", "PHOTO;ENCODING=b;TYPE=IMAGE/HEIC:Zm9v",
         "PHOTO:data:image/heic;base64,Zm9v"),
        ("TEL;VALUE=uri:tel:+1-5;ext=2", "TEL:+1-5 ext. 2", "TEL;VALUE=uri:tel:+1-5;ext=2"),
        ("AGENT:\r\nBEGIN:VCARD\r\nFN:F\r\nEND:VCARD",
         "AGENT:BEGIN:VCARD\\nFN:F\\nEND:VCARD",
         "X-NETJOURNAL-RAW:AGENT:\\nBEGIN:VCARD\\nFN:F\\nEND:VCARD"),
    ],
)  # fmt: skip
def test_what_the_versions_write(source: str, three: str, four: str) -> None:
    text = card("FN:Ana", source)
    assert three in written(text)
    assert four in written(text, version="4.0")


def test_a_second_name_line_is_carried_raw() -> None:
    lines = written(card("FN:Ana", "N:Ruiz;Ana;;;", "N:Other;Name;;;"))
    assert "X-NETJOURNAL-RAW:N:Other\\;Name\\;\\;\\;" in lines


@pytest.mark.parametrize("version", VERSIONS)
def test_what_was_carried_raw_is_opened_again(version: str) -> None:
    again = "\r\n".join(written(ANA, version=version))
    assert "X-odd/name:kept too" in [line.value for line in only(again).said]


def test_a_card_without_names_gets_what_readers_need() -> None:
    lines = written(card("EMAIL:ana@example.org"))
    assert "FN:ana@example.org" in lines
    assert "N:;;;;" in lines


def test_a_written_card_that_does_not_read_back_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "_vobject_differs", lambda *_: ["email"])
    with pytest.raises(InputError, match="email would be lost"):
        written(ANA)


def test_vobject_puts_no_handler_of_its_own_on_the_root_logger() -> None:
    check.quiet_vobject()
    kinds = {type(handler) for handler in logging.getLogger().handlers}
    assert logging.StreamHandler not in kinds


PLAIN = st.text(
    alphabet=st.sampled_from(list(" !#$%&'()*+-./:;<=>?@[]^_`{|}~éßЖ李な한"))
    | st.characters(min_codepoint=32, max_codepoint=126, exclude_characters='",\\'),
    max_size=120,
)
PLAIN_LINES = st.lists(
    st.tuples(
        st.sampled_from(sorted(check._PLAIN_NAMES - {"BEGIN", "END", "VERSION", "UID", "FN"})),
        st.sampled_from(["", "", "item1.", "item23."]),
        st.sampled_from(["", ";TYPE=HOME", ";TYPE=CELL,VOICE", ";TYPE=B"]),
        PLAIN,
    ),
    max_size=6,
)


@given(PLAIN, PLAIN_LINES, st.sampled_from(VERSIONS))
def test_vobject_reads_every_plain_card_as_we_do(
    name: str, more: list[tuple[str, str, str, str]], version: str
) -> None:
    """So that its check may be left out for them: it would have nothing to say."""
    once = {"N", "BDAY", "REV", "PRODID"}
    many = (f"{group}{n}{p}:{v}" for n, group, p, v in more if n not in once)
    lines = [f"UID:{UID}", f"FN:{name}", *many]
    lines += {n: f"{n}{p}:{v}" for n, _, p, v in more if n in once}.values()
    text = "".join(
        folded(line) + "\r\n" for line in card(*lines, version=version).split("\r\n")[:-1]
    )
    parsed = read_lines(text)
    assert check.is_plain(text, parsed)
    assert check._vobject_differs(text, read_fields(parsed), UID) == []


@pytest.mark.parametrize(
    "line",
    [
        "NOTE:a\\, b",
        "NOTE:a, b",
        'TEL;TYPE="x":1',
        "home.TEL:1",
        "X-FOO:1",
        "PHOTO:x",
        "NOTE:a\u2028b",
    ],
)
def test_any_other_card_is_read_by_vobject_before_it_leaves(line: str) -> None:
    for text in (card("FN:Ana", line), card("FN:Ana", line, version="4.0")):
        assert not check.is_plain(text, read_lines(text))


@pytest.mark.parametrize("version", VERSIONS)
def test_a_printed_label_alone_leaves_as_the_address_it_is(version: str) -> None:
    text = card(
        "FN:Ana", "LABEL;HOME;ENCODING=QUOTED-PRINTABLE:1 High St=0D=0ALeeds", version="2.1"
    )
    kind = "home" if version == "4.0" else "HOME"
    assert f"ADR;TYPE={kind}:;;1 High St\\nLeeds;;;;" in written(text, version=version)


def test_an_address_that_was_a_printed_label_stays_beside_a_new_one() -> None:
    had = only(card("FN:Ana", "LABEL;TYPE=HOME:1 High St\\nLeeds"))
    (printed,) = had.fields.addresses
    both = (printed, Address(city="Porto", label="work"))
    ana = Person(id=PersonId("7"), made=MADE, name="Ana", addresses=both)
    text = card_text(Outgoing(uid=UID, person=ana, lines=had.said))
    assert set(only(text).fields.addresses) == set(both)
    assert "LABEL" not in text


def test_a_card_whose_lines_cannot_say_it_is_written_afresh_and_nothing_of_it_is_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a rule of ours gets wrong about one line must not keep a whole book from leaving."""
    text = card(
        "FN:Ana", "TEL;TYPE=CELL:1", "odd/line:1", "BDAY:19800102", "NOTE:a\\, b", "X-FOO:bar"
    )
    monkeypatch.setattr(emit, "converted", lambda line, _: [Out("X-WRONG", line.value)])
    out = written(text)
    found = only("\r\n".join(out)).fields
    assert told(found) == told(only(text).fields)
    assert "X-NETJOURNAL-RAW:X-FOO:bar" in out
    assert "X-NETJOURNAL-RAW:odd/line:1" in out
