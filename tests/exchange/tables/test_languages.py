"""Tables whose columns are named in German, French or Spanish, and tables of nobody's program."""

from __future__ import annotations

import pytest

from netjournal.domain.person import Address, Affiliation, Labelled, NamedDate, Person, Relation
from netjournal.domain.values import PartialDate
from netjournal.errors import InputError
from netjournal.exchange.tables.columns import column_of
from netjournal.exchange.tables.languages import translations
from tests.exchange.vcard.cards import Book

GERMAN = (
    "Anrede;Vorname;Weitere Vornamen;Nachname;Suffix;Firma;Abteilung;Position;"
    "Straße geschäftlich;Straße geschäftlich 2;Ort geschäftlich;Region geschäftlich;"
    "Postleitzahl geschäftlich;Land/Region geschäftlich;Straße privat;Ort privat;"
    "Telefon geschäftlich;Mobiltelefon;Fax geschäftlich;E-Mail-Adresse;E-Mail-Typ;Geburtstag;"
    "Jahrestag;Kategorien;Partner;Kinder;Name Assistent;Webseite;Notizen\r\n"
    "Frau;Käthe;;Weiß;;Weiß KG;Vertrieb;Prokuristin;Am Anger 3;2. OG;München;BY;80331;"
    "Deutschland;Hauptstr. 1;Jena;+49 89 1;+49 171 1;+49 89 2;kaethe@example.org;SMTP;3.4.1980;"
    "5.6.2001;Chor;Otto;Tim;Lea;www.example.org;singt gern\r\n"
)
FRENCH = (
    "Titre,Prénom,Nom,Société,Service,Titre,Rue (bureau),Rue (bureau) 2,Ville (bureau),"
    "Code postal (bureau),Pays/Région (bureau),Téléphone (bureau),Tél. mobile,"
    "Adresse de messagerie,Anniversaire,Anniversaire de mariage ou fête,Conjoint(e)\r\n"
    "Mme,Zoë,Lefèvre,Le Pain,Ventes,Boulangère,12 rue Haute,Bât. B,Lyon,69001,France,"
    "+33 4 1,+33 6 1,zoe@example.org,03/04/1980,05/06/2001,Luc\r\n"
)
SPANISH = (
    "Tratamiento,Nombre,Apellidos,Organización,Puesto,Calle del trabajo,Ciudad del trabajo,"
    "Código postal del trabajo,País o región del trabajo,Teléfono del trabajo,Teléfono móvil,"
    "Dirección de correo electrónico,Cumpleaños,Cónyuge,Notas\r\n"
    "Sra.,Luz,Díaz Peña,La Huerta,Gerente,Calle Mayor 1,Madrid,28001,España,+34 91 1,+34 600 1,"
    "luz@example.org,03/04/1980,Pablo,amable\r\n"
)
OF_THUNDERBIRD = (
    "Vorname,Nachname,Anzeigename,Primäre E-Mail-Adresse,Tel. privat,Mobil-Tel.-Nr.,"
    "Privat: Adresse,Privat: Ort,Privat: PLZ,Privat: Land,Webseite 1,Geburtsjahr,Geburtsmonat,"
    "Geburtstag,Notizen\r\n"
    "Uwe,Kern,Uwe Kern,uwe@example.org,030 1,0171 1,Hauptstr. 1,Jena,07743,Deutschland,,1980,4,3,"
    "\r\n"
)


def the_one(text: str, codec: str = "utf-8") -> Person:
    book = Book()
    book.take(text.encode(codec))
    (person,) = book.snapshot.people()
    return person


@pytest.mark.parametrize("codec", ["utf-8", "cp1252", "utf-16"])
def test_outlook_in_german(codec: str) -> None:
    kaethe = the_one(GERMAN, codec)
    assert (kaethe.given, kaethe.family) == ("Käthe", "Weiß")
    assert kaethe.organisations == (Affiliation(name="Weiß KG, Vertrieb", title="Prokuristin"),)
    assert kaethe.addresses[0] == Address(
        street="Am Anger 3\n2. OG",
        city="München",
        region="BY",
        postcode="80331",
        country="Deutschland",
        label="work",
    )
    assert kaethe.addresses[1] == Address(street="Hauptstr. 1", city="Jena", label="home")
    assert [phone.label for phone in kaethe.phones] == ["work", "mobile", "work fax"]
    assert kaethe.birthday == PartialDate(4, 3, 1980)
    assert kaethe.dates == (NamedDate("anniversary", PartialDate(6, 5, 2001)),)
    assert kaethe.topics == ("Chor",)
    assert kaethe.relations == (
        Relation(kind="partner", name="Otto"),
        Relation(kind="child", name="Tim"),
        Relation(kind="assistant", name="Lea"),
    )


def test_outlook_in_french_with_two_titles_and_days_before_months() -> None:
    zoe = the_one(FRENCH)
    assert zoe.name == "Mme Zoë Lefèvre"
    assert zoe.organisations == (Affiliation(name="Le Pain, Ventes", title="Boulangère"),)
    assert zoe.addresses[0].street == "12 rue Haute\nBât. B"
    assert (zoe.birthday, zoe.dates[0].day) == (PartialDate(4, 3, 1980), PartialDate(6, 5, 2001))
    assert zoe.phones == (Labelled("+33 4 1", "work"), Labelled("+33 6 1", "mobile"))


def test_outlook_in_spanish() -> None:
    luz = the_one(SPANISH)
    assert (luz.given, luz.family, luz.birthday) == ("Luz", "Díaz Peña", PartialDate(4, 3, 1980))
    assert luz.addresses[0].country == "España"
    assert luz.relations == (Relation(kind="partner", name="Pablo"),)


def test_thunderbird_in_german_where_one_word_is_birthday_and_its_day() -> None:
    uwe = the_one(OF_THUNDERBIRD)
    assert uwe.birthday == PartialDate(4, 3, 1980)
    assert uwe.addresses[0].postcode == "07743"


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Name,Phone,E-Mail,City", "Bo Chen,1,bo@example.org,Leeds"),
        ("Full Name;Mobile;Mail;Town", "Bo Chen;1;bo@example.org;Leeds"),
        ("Name\tTelefon\tE-Mail\tOrt", "Bo Chen\t1\tbo@example.org\tLeeds"),
        ("Nom complet,Téléphone,Courriel,Ville", "Bo Chen,1,bo@example.org,Leeds"),
        ("Nombre completo,Teléfono,Correo,Ciudad", "Bo Chen,1,bo@example.org,Leeds"),
    ],
)
def test_a_table_somebody_made_is_read_by_its_plain_words(head: str, row: str) -> None:
    bo = the_one(f"{head}\n{row}\n")
    assert (bo.name, bo.phones[0].value, bo.emails[0].value) == ("Bo Chen", "1", "bo@example.org")
    assert bo.addresses == (Address(city="Leeds"),)


def test_a_table_of_something_else_is_refused_with_what_to_do() -> None:
    with pytest.raises(InputError, match="name them such as First Name"):
        Book().plan("Date,Amount,Payee\n2024-01-01,3,Bo\n")


def test_each_translation_means_a_column() -> None:
    assert all(column_of(header) == column_of(english) for header, english in translations())
