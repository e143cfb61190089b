"""config.toml becomes Settings, or one sentence that names file, key and what to do."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netjournal.config import load
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Circle, Span, Unit
from netjournal.errors import ConfigError, ExitCode


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def error_of(file: Path, text: str) -> str:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(file)
    assert caught.value.exit_code == ExitCode.USAGE
    return caught.value.message


def test_no_file_means_the_defaults(file: Path) -> None:
    assert load(file) == Settings()
    assert load(file / "below" / "a file") == Settings()


def test_an_empty_file_means_the_defaults(file: Path) -> None:
    file.write_text("")
    assert load(file) == Settings()


def test_every_documented_key_is_read(file: Path) -> None:
    file.write_text(
        """
        journal = "~/notes/journal.json"
        country = "de"
        region = "AT"
        languages = ["de", "es"]
        day_order = "month_first"
        working_days = ["mon", "Tuesday", "sat"]
        patience_abroad = 40
        week_start = "Sunday"
        theme = "nord"
        [circles.inner]
        cadence = "10 days"
        size = 4
        [circles.network]
        cadence = "1 year"
        [patience]
        email = 14
        [keys]
        quick-add = "ctrl+n"
        """
    )
    read = load(file)
    assert read.journal == "~/notes/journal.json"
    assert (read.country, read.region) == ("DE", "AT")
    assert read.languages == ("en", "de", "es")
    assert read.day_order == "month_first"
    assert read.working_days == {0, 1, 5}
    assert read.patience_abroad == 40
    assert (read.week_start, read.theme) == (6, "nord")
    assert read.cadences == {
        Circle.INNER: Span(10, Unit.DAYS),
        Circle.CLOSE: Span(2, Unit.MONTHS),
        Circle.NETWORK: Span(1, Unit.YEARS),
    }
    assert read.sizes == {Circle.INNER: 4, Circle.CLOSE: 15, Circle.NETWORK: 80}
    assert read.patience[Channel.EMAIL] == 14
    assert read.patience[Channel.PHONE] == 3
    assert read.keys == {"quick-add": "ctrl+n"}


def test_the_example_in_the_documentation_is_valid(file: Path) -> None:
    import netjournal.config

    example = (netjournal.config.__doc__ or "").split("::", 1)[1]
    file.write_text(example)
    assert load(file).keys == {"quick-add": "ctrl+n"}


@pytest.mark.parametrize(
    ("text", "key", "fix"),
    [
        ("journal = 3", "journal", "text in quotes"),
        ('circles = "x"', "circles", "[circles]"),
        ('[circles]\ninner = "3 weeks"', "circles.inner", "[circles.inner]"),
        ('[circles.inner]\ncadence = "soon"', "circles.inner.cadence", '"3 weeks"'),
        ('[circles.inner]\ncadence = "0 weeks"', "circles.inner.cadence", '"3 weeks"'),
        ('[circles.inner]\ncadence = "999 years"', "circles.inner.cadence", '"3 weeks"'),
        ("[circles.inner]\ncadence = 21", "circles.inner.cadence", '"3 weeks"'),
        ("[circles.inner]\nsize = 0", "circles.inner.size", "from 1"),
        ("[circles.inner]\nsize = true", "circles.inner.size", "whole number"),
        ("[patience]\nemail = -1", "patience.email", "from 0"),
        ("patience_abroad = 3.5", "patience_abroad", "whole number"),
        ('working_days = ["monkey"]', "working_days", '"mon"'),
        ("working_days = []", "working_days", '"mon"'),
        ("working_days = [1]", "working_days", "list of texts"),
        ('day_order = "year_first"', "day_order", "month_first"),
        ('languages = ["../de"]', "languages", '"de"'),
        ('languages = ["it"]', "languages", '"de", "es", "fr"'),
        ('week_start = "someday"', "week_start", '"mon"'),
        ("theme = 1", "theme", "text in quotes"),
        ('country = "Germany"', "country", "two letters"),
        ("[keys]\nquick-add = 1", "keys.quick-add", "text in quotes"),
    ],
)
def test_an_error_names_file_key_and_what_to_do(file: Path, text: str, key: str, fix: str) -> None:
    message = error_of(file, text)
    line = text.count("\n") + 1
    assert message.startswith(f"{file}, line {line}: {key} ")
    assert fix in message


@pytest.mark.parametrize(
    ("text", "key", "meant"),
    [
        ("circle = 1", "circle", "circles"),
        ("[circles.iner]\nsize = 5", "circles.iner", "circles.inner"),
        ("[circles.close]\ncadense = 5", "circles.close.cadense", "circles.close.cadence"),
        ("[patience]\nemial = 5", "patience.emial", "patience.email"),
    ],
)
def test_a_misspelt_key_is_told_and_never_passed_over(
    file: Path, text: str, key: str, meant: str
) -> None:
    message = error_of(file, text)
    assert f"no setting {key};" in message
    assert f"did you mean {meant}?" in message


def test_numbers_are_of_the_country_unless_another_region_is_named(file: Path) -> None:
    file.write_text('country = "gb"')
    assert load(file).region == "GB"


def test_a_key_like_no_other_is_answered_with_those_there_are(file: Path) -> None:
    assert "working_days" in error_of(file, "zzz = 1")


def test_the_rolodex_has_no_cadence(file: Path) -> None:
    assert "circles.rolodex" in error_of(file, '[circles.rolodex]\ncadence = "1 year"')


def test_what_is_no_toml_is_told_with_its_place(file: Path) -> None:
    message = error_of(file, "journal = \n")
    assert str(file) in message
    assert "line 1" in message


def test_deep_nesting_is_an_error_and_no_crash(file: Path) -> None:
    assert str(file) in error_of(file, "a = " + "[" * 100_000)


def test_bytes_that_are_no_text_are_told(file: Path) -> None:
    file.write_bytes(b'journal = "\xff\xfe"')
    with pytest.raises(ConfigError, match="UTF-8"):
        load(file)


def test_a_byte_order_mark_does_no_harm(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbfcountry = 'de'\n")
    assert load(file).country == "DE"


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(
            ["journal", "circles", "patience", "working_days", "languages", "country", "keys", "x"]
        ),
        st.sampled_from(['"a"', "1", "true", "[]", '["mon"]', "{}", "{a = 1}", "1979-05-27"]),
    )
)
def test_no_table_makes_it_raise_anything_but_its_own_error(
    file: Path, table: dict[str, str]
) -> None:
    file.write_text("\n".join(f"{key} = {value}" for key, value in table.items()))
    with suppress(ConfigError):
        load(file)


def test_toml_is_loaded_only_for_a_file_that_is_there(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib, netjournal.config as c;"
        f"c.load(pathlib.Path({str(tmp_path / 'none')!r}));"
        "sys.exit('tomllib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
