"""Files for other programs are there as a whole or as they were."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from netjournal.errors import InputError
from netjournal.exchange.files import write_file, write_parts


def _broken() -> Iterator[bytes]:
    yield b"the first card"
    raise InputError("The second one cannot be written.")


def test_parts_are_written_one_behind_the_other(tmp_path: Path) -> None:
    write_parts(tmp_path / "cards.vcf", (b"one", b"", b"two"))
    assert (tmp_path / "cards.vcf").read_bytes() == b"onetwo"


def test_what_fails_halfway_leaves_the_file_of_before_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "cards.vcf"
    write_file(file, b"before")
    with pytest.raises(InputError, match="second"):
        write_parts(file, _broken())
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [
        ("cards.vcf", b"before")
    ]


def test_a_name_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file name"):
        write_file(tmp_path / "a\0b", b"")
