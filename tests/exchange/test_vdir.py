"""A folder of cards: written on change alone, other people's files left in peace."""

from __future__ import annotations

from pathlib import Path

import pytest

from netjournal.errors import InputError
from netjournal.exchange.vcard.emit import PRODUCT
from netjournal.exchange.vcard.exporting import Written
from netjournal.exchange.vdir import Synced, write_vdir

OURS = f"PRODID:{PRODUCT}"


def written(uid: str, *lines: str) -> Written:
    body = ["BEGIN:VCARD", "VERSION:3.0", OURS, f"UID:{uid}", *lines, "END:VCARD", ""]
    return Written(uid, "Ana", "\r\n".join(body).encode())


ANA = written("urn:uuid:6F0c", "FN:Ana")
ODD = written("a/../b", "FN:Odd")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_each_card_is_a_private_file_named_by_its_uid(tmp_path: Path) -> None:
    folder = tmp_path / "contacts"
    assert write_vdir(folder, [ANA, ODD]) == Synced(2, 0, 0)
    first, second = names(folder)
    assert "6f0c.vcf" in {first, second}
    assert "/" not in first + second
    for path in folder.iterdir():
        assert path.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_card_that_says_the_same_is_not_written_again(tmp_path: Path) -> None:
    write_vdir(tmp_path, [ANA])
    before = (tmp_path / "6f0c.vcf").stat()
    again = written("urn:uuid:6F0c", "FN:Ana", "REV:20260401T090000Z")
    assert write_vdir(tmp_path, [again]) == Synced(0, 1, 0)
    after = (tmp_path / "6f0c.vcf").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_file_keeps_the_name_another_program_gave_it(tmp_path: Path) -> None:
    path = tmp_path / "ana-of-khard.vcf"
    path.write_bytes(written("6f0c", "FN:Ana R").data)
    assert write_vdir(tmp_path, [ANA]) == Synced(1, 0, 0)
    assert names(tmp_path) == ["ana-of-khard.vcf"]
    assert path.read_bytes() == ANA.data


def test_a_name_that_is_taken_by_another_card_is_left_to_it(tmp_path: Path) -> None:
    other = written("other", "FN:Other").data
    (tmp_path / "6f0c.vcf").write_bytes(other)
    write_vdir(tmp_path, [ANA])
    assert (tmp_path / "6f0c.vcf").read_bytes() == other
    assert len(names(tmp_path)) == 2


def test_only_our_own_files_of_people_who_went_are_removed(tmp_path: Path) -> None:
    ours, theirs = written("gone", "FN:Gone"), written("gone-too", "FN:Gone")
    (tmp_path / "a.vcf").write_bytes(ours.data)
    (tmp_path / "b.vcf").write_bytes(theirs.data.replace(OURS.encode(), b"PRODID:khard"))
    (tmp_path / "c.vcf").write_bytes(written("unknown", "FN:Unknown").data)
    (tmp_path / "many.vcf").write_bytes(ours.data * 2)
    (tmp_path / "notes.txt").write_text("mine")
    done = write_vdir(tmp_path, [ANA], stale={"gone", "gone-too"})
    assert done == Synced(1, 0, 1, ("b.vcf",))
    assert names(tmp_path) == ["6f0c.vcf", "b.vcf", "c.vcf", "many.vcf", "notes.txt"]


def test_nothing_half_written_is_ever_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "6f0c.vcf"
    old = written("6f0c", "FN:Old").data
    path.write_bytes(old)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(InputError, match="No space left"):
        write_vdir(tmp_path, [ANA])
    assert (names(tmp_path), path.read_bytes()) == (["6f0c.vcf"], old)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")
    with pytest.raises(InputError, match="cannot be used"):
        write_vdir(tmp_path / "x", [ANA])
