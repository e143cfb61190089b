"""Whether a postcard crosses a border."""

from __future__ import annotations

import pytest

from netjournal.domain.abroad import country_of, is_abroad
from netjournal.domain.me import Me
from netjournal.domain.person import Address
from netjournal.domain.settings import Settings
from tests.domain.make import SETTINGS, person


def lives_in(country: str, home: str = "DE") -> bool:
    return is_abroad(person(addresses=(Address(country=country),)), Me(country=home), SETTINGS)


@pytest.mark.parametrize(
    "country", ["", "de", "DE", "Germany", "Deutschland", " GERMANY. ", "alemania"]
)
def test_home_is_written_in_many_ways(country: str) -> None:
    assert not lives_in(country)


@pytest.mark.parametrize(
    "country", ["ES", "Spain", "España", "Österreich", "日本", "U.S.A.", "Lummerland"]
)
def test_so_is_abroad(country: str) -> None:
    assert lives_in(country)


@pytest.mark.parametrize("country", ["UK", "England", "United Kingdom", "GB"])
def test_a_country_of_several_names_is_one(country: str) -> None:
    assert not lives_in(country, "GB")


@pytest.mark.parametrize(
    ("typed", "country"),
    [
        ("Gasse 4, 10115 Berlin, Germany", "Germany"),
        ("Calle Mayor 3\n28013 Madrid\nEspaña", "España"),
        ("12 Mill Lane, York", ""),
        ("7 Elm St, Springfield, CA", ""),
        ("", ""),
    ],
)
def test_an_address_typed_in_one_go_may_end_in_its_country(typed: str, country: str) -> None:
    assert country_of(person(addresses=(Address(street=typed),))) == country


def test_home_unknown_means_everybody_is_at_home() -> None:
    assert not lives_in("Spain", "")


def test_a_country_that_no_table_knows_is_told_by_its_letters() -> None:
    assert not lives_in("FJ", "FJ")
    assert lives_in("FJ", "DE")
    assert not lives_in("Viti", "FJ")


def test_the_configured_country_serves_where_i_named_none() -> None:
    spain = Settings()._replace(country="ES")
    assert is_abroad(person(), Me(), spain)
    assert not is_abroad(person(), Me(country="DE"), spain)


def test_somebody_without_an_address_is_at_home() -> None:
    assert not is_abroad(person(addresses=()), Me(country="DE"), SETTINGS)
