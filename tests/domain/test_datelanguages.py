"""Date phrases of other languages: the words of their tables, and nothing but these."""

from __future__ import annotations

import re
from datetime import date
from importlib import import_module

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netjournal.domain.datelanguages import Words
from netjournal.domain.dates import NoDay, find_days, read_day
from netjournal.domain.settings import LANGUAGES, Settings

TODAY = date(2026, 3, 11)
"""A Wednesday."""
ALL = Settings(languages=LANGUAGES)


def said(phrase: str, *, past: bool, settings: Settings = ALL) -> str:
    day = read_day(phrase, TODAY, past=past, settings=settings)
    if isinstance(day, NoDay):
        return "?" if "is no day: write" in day.message else f"! {day.message}"
    return str(day)


# phrase, as what happened, as what is due; one entry where both are the same
_PHRASES = (
    ("nächste Woche", "2026-03-18"),
    ("naechsten Freitag", "2026-03-20"),
    ("NÄCHSTEN FREITAG", "2026-03-20"),
    ("kommenden Montag", "2026-03-16"),
    ("Montag in einer Woche", "2026-03-23"),
    ("vor einem Monat", "2026-02-11"),
    ("vor Freitag", "2026-03-06", "2026-03-13"),
    ("Ende März", "2025-03-31", "2026-03-31"),
    ("Mitte April 2027", "2027-04-15"),
    ("am Wochenende", "2026-03-07", "2026-03-14"),
    ("bis Freitag", "2026-03-06", "2026-03-13"),
    ("an Weihnachten", "2025-12-25", "2026-12-25"),
    ("Freitag, 13. März", "2026-03-13"),
    ("am 14.3.", "2025-03-14", "2026-03-14"),
    ("31.2.", "! There is no 31 February."),
    ("14.3", "?"),
    ("morgen um 9 Uhr", "2026-03-12"),
    ("heute Abend", "2026-03-11"),
    ("Montag in 2 Wochen", "2026-03-30"),
    ("Freitag nächster Woche", "2026-03-20"),
    ("vorletzten Freitag", "2026-02-27"),
    ("jeden zweiten Freitag", "every 2 weeks fixed"),
    ("morgen in einer Woche", "2026-03-19"),
    ("übernächste Woche", "2026-03-25"),
    ("Ende nächster Woche", "2026-03-20"),
    ("in acht Tagen", "2026-03-18"),
    ("in 8 Tagen", "2026-03-19"),
    ("dans quinze jours", "2026-03-25"),
    ("dans 15 jours", "2026-03-26"),
    ("lundi en quinze", "2026-03-30"),
    ("lundi de la semaine prochaine", "2026-03-16"),
    ("vendredi à 9h30", "2026-03-06", "2026-03-13"),
    ("hace quince días", "2026-02-25"),
    ("el primero de mayo", "2025-05-01", "2026-05-01"),
    ("el lunes de la semana que viene", "2026-03-16"),
    ("una vez al mes", "every 1 month"),
    ("guten Morgen", "?"),
    ("jeden Morgen", "?"),
    ("jeden Montag", "every 1 week fixed"),
    ("alle zwei Wochen", "every 2 weeks"),
    ("la semaine prochaine", "2026-03-18"),
    ("le 1er avril", "2025-04-01", "2026-04-01"),
    ("lundi en huit", "2026-03-23"),
    ("mi-avril", "2025-04-15", "2026-04-15"),
    ("en mars", "2026-03-11", "2026-03-31"),
    ("mars", "?"),
    ("avant-hier", "2026-03-09"),
    ("aujourd’hui", "2026-03-11"),
    ("vendredi à 15h", "2026-03-06", "2026-03-13"),
    ("le lundi", "?"),
    ("tous les lundis", "every 1 week fixed"),
    ("el lunes", "2026-03-09", "2026-03-16"),
    ("el lunes que viene", "2026-03-16"),
    ("el 3 de marzo de 2025", "2025-03-03"),
    ("el 30 de febrero", "! There is no 30 February."),
    ("mañana por la tarde", "2026-03-12"),
    ("por la mañana", "?"),
    ("pasado manana", "2026-03-13"),
    ("a finales de mes", "2026-02-28", "2026-03-31"),
    ("todos los viernes", "every 1 week fixed"),
    ("3 march", "2026-03-03", "2027-03-03"),
    ("12 Mar 24", "2024-03-12"),
    ("mark", "?"),
    ("am", "?"),
    ("un", "?"),
)


@pytest.mark.parametrize("row", _PHRASES, ids=[row[0] for row in _PHRASES])
def test_phrase_names_its_day_in_both_directions(row: tuple[str, ...]) -> None:
    assert (said(row[0], past=True), said(row[0], past=False)) == (row[1], row[-1])


@pytest.mark.parametrize("phrase", ["übermorgen", "avant-hier", "ayer", "am 3. März", "im Mai"])
def test_only_languages_of_the_settings_are_read(phrase: str) -> None:
    assert said(phrase, past=True, settings=Settings()) == "?"


_SLOTS = {"n": "3", "day": "3", "year": "2027", "date": "3.4."}
_TABLES: dict[str, Words] = {
    language: import_module(f"netjournal.domain.datewords_{language}").WORDS
    for language in LANGUAGES[1:]
}
_ROWS = [(language, *row) for language, words in _TABLES.items() for row in words.phrases]


def filled(phrase: str, slots: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda slot: slots[slot[1]], phrase)


@pytest.mark.parametrize(("language", "theirs", "english"), _ROWS)
def test_every_phrase_of_a_table_says_what_its_english_says(
    language: str, theirs: str, english: str
) -> None:
    words = _TABLES[language]
    unit = next(word for word, unit in words.units.items() if unit == "weeks")
    weekday, month = words.weekdays[5].partition("|")[0], words.months[3].partition("|")[0]
    first = " ".join(word.rstrip("?").partition("|")[0] for word in theirs.split())
    full = filled(first, {**_SLOTS, "unit": unit, "weekday": weekday, "month": month})
    meant = {**_SLOTS, "unit": "weeks", "weekday": "saturday", "month": "april", "date": "3 april"}
    in_english = filled(english, meant)
    settings = Settings(languages=("en", language))
    for past in (True, False):
        assert said(full, past=past, settings=settings) == said(in_english, past=past) != "?"


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Kaffee mit Ana gestern", ["gestern"]),
        ("anrufen am Freitag wegen der Wohnung", ["am Freitag"]),
        ("bis Freitag die Folien", ["bis Freitag"]),
        ("guten Morgen und der Montag", []),
        ("la mañana es fría", []),
        ("écrire avant vendredi", ["avant vendredi"]),
        ("lunch with Mars", []),
        ("call morgen um 9", ["morgen"]),
    ],
)
def test_phrases_are_found_in_a_text_where_a_day_can_stand(text: str, phrases: list[str]) -> None:
    found = find_days(text, 0, len(text), TODAY, past=False, settings=ALL)
    assert [text[one.lead_start : one.end] for one in found] == phrases


@given(st.text(max_size=60), st.booleans())
@example(text="-th", past=False)
def test_any_text_is_read_or_declined(text: str, past: bool) -> None:
    read_day(text, TODAY, past=past, settings=ALL)
    for found in find_days(text, 0, len(text), TODAY, past=past, settings=ALL):
        assert 0 <= found.lead_start <= found.start < found.end <= len(text)
