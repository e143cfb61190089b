"""The headers of tables in German, French and Spanish: Outlook's, Thunderbird's and plain ones.

Outlook and Thunderbird name their columns in the language of their menus. What stands here is a
header as such a program writes it, and the English one that means the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

_GERMAN = {
    "Anrede": "title", "Vorname": "first name", "Weitere Vornamen": "middle name",
    "Weitere Vornames": "middle name", "Zweiter Vorname": "middle name", "Nachname": "last name",
    "Namenszusatz": "suffix", "Anzeigename": "display name", "Spitzname": "nickname",
    "Firma": "company", "Unternehmen": "company", "Abteilung": "department",
    "Arbeitstitel": "job title", "Geburtstag": "birthday", "Geburtsdatum": "birthday",
    "Jahrestag": "anniversary", "Notizen": "notes", "Notiz": "note", "Kategorien": "categories",
    "Partner": "spouse", "Partner/in": "spouse", "Ehepartner": "spouse", "Kinder": "children",
    "Name Assistent": "assistant's name", "Name des/der Vorgesetzten": "manager's name",
    "E-Mail-Adresse": "e-mail address", "E-Mail 2: Adresse": "e-mail 2 address",
    "E-Mail 3: Adresse": "e-mail 3 address", "Primäre E-Mail-Adresse": "primary email",
    "Sekundäre E-Mail-Adresse": "secondary email", "Telefon": "phone", "Telefonnummer": "phone",
    "Mobil": "mobile phone", "Handy": "mobile phone", "Mobiltelefon": "mobile phone",
    "Mobiltelefon 2": "mobile phone 2", "Mobil-Tel.-Nr.": "mobile phone",
    "Telefon geschäftlich": "business phone", "Telefon geschäftlich 2": "business phone 2",
    "Telefon (geschäftlich)": "business phone", "Tel. dienstlich": "business phone",
    "Telefon privat": "home phone", "Telefon (privat)": "home phone",
    "Telefon privat 2": "home phone 2", "Tel. privat": "home phone",
    "Telefon Firma": "company main phone", "Haupttelefon": "primary phone",
    "Weiteres Telefon": "other phone", "Autotelefon": "car phone", "Fax": "fax number",
    "Fax-Nummer": "fax number", "Fax geschäftlich": "business fax", "Fax privat": "home fax",
    "Weiteres Fax": "other fax", "Telefon Assistent": "assistant's phone",
    "Pager-Nummer": "pager", "Webseite": "web page", "Webseite 1": "web page 1",
    "Webseite 2": "web page 2", "Straße": "street", "Adresse": "address", "PLZ": "postal code",
    "Postleitzahl": "postal code", "Ort": "city", "Stadt": "city", "Bundesland": "region",
    "Land": "country", "Geburtsjahr": "birth year", "Geburtsmonat": "birth month",
}  # fmt: skip
_FRENCH = {
    "Titre": "title", "Prénom": "first name", "Deuxième prénom": "middle name",
    "Nom": "last name", "Nom de famille": "last name", "Suffixe": "suffix",
    "Nom complet": "full name", "Nom à afficher": "display name", "Surnom": "nickname",
    "Société": "company", "Entreprise": "company", "Service": "department",
    "Profession": "job title", "Fonction": "job title", "Anniversaire": "birthday",
    "Date de naissance": "birthday", "Anniversaire de mariage ou fête": "anniversary",
    "Catégories": "categories", "Conjoint(e)": "spouse", "Enfants": "children",
    "Assistant(e)": "assistant's name", "Responsable": "manager's name", "Courriel": "email",
    "Adresse e-mail": "email", "Adresse de messagerie": "e-mail address",
    "Adresse de messagerie 2": "e-mail 2 address", "Adresse de messagerie 3": "e-mail 3 address",
    "Adresse électronique principale": "primary email",
    "Adresse électronique secondaire": "secondary email", "Téléphone": "phone",
    "Portable": "mobile phone", "Mobile": "mobile phone", "Tél. mobile": "mobile phone",
    "Tél. portable": "mobile phone", "Téléphone (bureau)": "business phone",
    "Téléphone 2 (bureau)": "business phone 2", "Tél. professionnel": "business phone",
    "Téléphone (domicile)": "home phone", "Téléphone 2 (domicile)": "home phone 2",
    "Tél. personnel": "home phone", "Téléphone (autre)": "other phone",
    "Téléphone (voiture)": "car phone", "Téléphone société": "company main phone",
    "Téléphone principal": "primary phone", "Télécopie (bureau)": "business fax",
    "Télécopie (domicile)": "home fax", "Télécopie (autre)": "other fax",
    "Téléphone de l'assistant(e)": "assistant's phone",
    "Récepteur de radiomessagerie": "pager", "Page Web": "web page", "Site web": "website",
    "Rue": "street", "Adresse": "address", "Code postal": "postal code", "Ville": "city",
    "Pays": "country", "Région": "region",
}  # fmt: skip
_SPANISH = {
    "Tratamiento": "title", "Nombre": "first name", "Segundo nombre": "middle name",
    "Apellido": "last name", "Apellidos": "last name", "Sufijo": "suffix",
    "Nombre completo": "full name", "Apodo": "nickname", "Organización": "company",
    "Compañía": "company", "Empresa": "company", "Departamento": "department",
    "Puesto": "job title", "Cargo": "job title", "Cumpleaños": "birthday",
    "Fecha de nacimiento": "birthday", "Aniversario": "anniversary", "Notas": "notes",
    "Categorías": "categories", "Cónyuge": "spouse", "Hijos": "children",
    "Nombre del ayudante": "assistant's name", "Nombre del jefe": "manager's name",
    "Correo": "email", "Correo electrónico": "email",
    "Dirección de correo electrónico": "e-mail address",
    "Dirección del correo electrónico 2": "e-mail 2 address",
    "Dirección de correo electrónico 2": "e-mail 2 address",
    "Dirección del correo electrónico 3": "e-mail 3 address",
    "Dirección de correo electrónico 3": "e-mail 3 address", "Teléfono": "phone",
    "Móvil": "mobile phone", "Teléfono móvil": "mobile phone",
    "Teléfono del trabajo": "business phone", "Teléfono 2 del trabajo": "business phone 2",
    "Particular": "home phone", "Teléfono particular": "home phone",
    "Teléfono 2 particular": "home phone 2", "Otro teléfono": "other phone",
    "Teléfono principal": "primary phone", "Teléfono del automóvil": "car phone",
    "Número de centralita de la organización": "company main phone",
    "Fax del trabajo": "business fax", "Fax particular": "home fax", "Otro fax": "other fax",
    "Teléfono del ayudante": "assistant's phone", "Localizador": "pager",
    "Página Web": "web page", "Sitio web": "website", "Calle": "street", "Dirección": "address",
    "Código postal": "postal code", "Ciudad": "city", "Provincia": "region", "País": "country",
}  # fmt: skip

# Parts of addresses, each with the places they are combined with: {0} is the part.
_PARTS: Iterable[tuple[Mapping[str, str], Mapping[str, str]]] = (
    (
        {"Straße": "street", "Straße 2": "street 2", "Straße 3": "street 3", "Ort": "city",
         "Region": "state", "Bundesland/Kanton": "state", "Postleitzahl": "postal code",
         "Land/Region": "country", "Land": "country", "Postfach": "po box",
         "Adresse": "address", "Adresse 2": "address 2", "Bundesland": "state",
         "PLZ": "postal code"},
        {"{0} geschäftlich": "business", "{0} privat": "home", "Weitere {0}": "other",
         "Weiterer {0}": "other", "Weitere/r {0}": "other", "Weiteres/e {0}": "other",
         "Weiteres {0}": "other", "Dienstlich: {0}": "business", "Privat: {0}": "home"},
    ),
    (
        {"Rue": "street", "Rue 2": "street 2", "Rue 3": "street 3", "Ville": "city",
         "Dép/Région": "state", "Code postal": "postal code", "Pays/Région": "country",
         "Pays": "country"},
        {"{0} (bureau)": "business", "{0} (domicile)": "home", "{0} (autre)": "other"},
    ),
    (
        {"Calle": "street", "Calle 2": "street 2", "Calle 3": "street 3", "Ciudad": "city",
         "Estado o provincia": "state", "Provincia o estado": "state", "Estado": "state",
         "Código postal": "postal code", "País o región": "country", "País": "country"},
        {"{0} del trabajo": "business", "{0} particular": "home", "{0} del domicilio": "home",
         "Otra {0}": "other", "Otro {0}": "other", "Otro/a {0}": "other"},
    ),
)  # fmt: skip


def translations() -> Iterator[tuple[str, str]]:
    """Each header with the English one that means the same."""
    for words in (_GERMAN, _FRENCH, _SPANISH):
        yield from words.items()
    for parts, places in _PARTS:
        for part, english in parts.items():
            for form, place in places.items():
                yield form.format(part), f"{place} {english}"
                # "Straße geschäftlich 2", "Rue (bureau) 2": the number stands at the end, too
                name, _, number = part.rpartition(" ")
                if number.isdecimal():
                    yield f"{form.format(name)} {number}", f"{place} {english}"
