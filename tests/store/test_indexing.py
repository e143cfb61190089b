"""The index beside the journal: used while it fits, never believed when it does not."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from netjournal.domain.gesture import Gesture
from netjournal.store import indexing
from netjournal.store.dictionary import (
    DamagedDictionaryError,
    Dictionary,
    patch_dictionary,
    write_dictionary,
)
from netjournal.store.files import OS_FILES
from netjournal.store.indexing import LONGEST_TAIL, RENEWED_AT
from netjournal.store.storage import JournalStorage
from tests.store.helpers import (
    QuickFiles,
    added,
    changed,
    fold,
    log_of,
    people,
    quick,
    save,
    save_cold,
)

ANSWERS: dict[str, Any] = {
    **{f"n:{number}": [[str(number), number % 5]] for number in range(40)},
    "n:zoë": [["1", 0]],
    "n:\ud800": "half a pair",
    "n:a\tb\nc": None,
    "": {"deep": [1, 2.5, True]},
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with an index, and one line behind it."""
    path = tmp_path / "journal.json"
    storage = quick(path)
    save(storage, added("1"), added("2"))
    fold(storage)
    save(storage, added("3"))
    keep(path)
    save(storage, added("4"))
    return path


def keep(path: Path, by: str = "tests") -> None:
    storage = quick(path)
    storage.load()
    storage.keep_index(by, lambda _: ANSWERS.items())


def index_of(path: Path) -> Path:
    return path.with_name(".journal.json.index")


def begun(path: Path, by: str = "tests") -> list[str] | None:
    """The ids of what came after the index; None where it does not fit."""
    found = quick(path).begin_cold(by)
    if found is None:
        return None
    assert all(found[0].get(question) == answer for question, answer in ANSWERS.items())
    found[0].close()
    return [each.id for each in found[1]]


def test_an_index_answers_what_was_put_into_it_and_nothing_else(path: Path) -> None:
    index = Dictionary(OS_FILES, index_of(path))
    assert {question: index.get(question) for question in ANSWERS} == ANSWERS
    assert all(index.get(f"n:{number}") is None for number in range(100, 2_000))
    index.close()
    index.close()
    assert index_of(path).stat().st_mode & 0o777 == 0o600


def test_an_empty_one_answers_nothing(tmp_path: Path) -> None:
    write_dictionary(OS_FILES, tmp_path / "empty", 1, [])
    index = Dictionary(OS_FILES, tmp_path / "empty")
    assert index.about == 1
    assert index.get("anything") is None
    index.close()


def test_what_came_after_the_index_is_told_with_it(path: Path) -> None:
    assert begun(path) == ["4"]
    save(quick(path), added("5"), changed("4", {"name": "Person 4"}, {"name": "Ana"}))
    assert begun(path) == ["4", "5", "9"]


def test_beginning_with_the_index_reads_nothing_of_the_journal_but_the_end_of_its_log(
    path: Path,
) -> None:
    storage = quick(path)
    save(storage, *(added(str(number)) for number in range(1_000, 3_000)))
    fold(storage)
    keep(path)
    opened: list[str] = []
    read: list[int] = []

    class Watched(QuickFiles):
        def open(self, path: Path, flags: int) -> int:
            opened.append(path.name)
            return super().open(path, flags)

        def read(self, fd: int, count: int, offset: int) -> bytes:
            data = super().read(fd, count, offset)
            read.append(len(data))
            return data

    save_cold(JournalStorage(path, files=Watched()), added("5000"))
    assert "journal.json" not in opened
    assert sum(read) < 2_500
    assert "5000" in people(path)


def test_a_change_of_a_record_may_be_written_from_the_index(path: Path) -> None:
    save_cold(quick(path), changed("1", {"name": "Person 1"}, {"name": "Ana"}))
    assert people(path)["1"] == {"name": "Ana"}
    assert quick(path).load().problems == ()


def test_what_is_written_from_the_index_is_news_to_who_has_loaded(path: Path) -> None:
    storage = quick(path)
    storage.load()
    save_cold(quick(path), added("7"))
    assert [each.id for each in storage.news() or ()] == ["7"]


def touched(path: Path) -> None:
    os.utime(path, ns=(1, 1))


def longer(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b" ")


def replaced(path: Path) -> None:
    copy = path.with_name("copy")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)


def removed(path: Path) -> None:
    path.unlink()


def folded(path: Path) -> None:
    fold(quick(path))


def log_replaced(path: Path) -> None:
    replaced(log_of(path))


def log_shorter(path: Path) -> None:
    lines = log_of(path).read_bytes().splitlines(keepends=True)
    log_of(path).write_bytes(lines[0])


def log_removed(path: Path) -> None:
    log_of(path).unlink()


def log_written_anew(path: Path) -> None:
    """In place, longer, and another one: as an editor leaves it."""
    lines = log_of(path).read_bytes().splitlines(keepends=True)
    other = path.parent / "other" / "journal.json"
    save(quick(other), added("8"), added("9"))
    log_of(path).write_bytes(lines[0] + b"".join(log_of(other).read_bytes().splitlines(True)[1:]))


def log_damaged(path: Path) -> None:
    log = log_of(path)
    log.write_bytes(log.read_bytes().replace(b"Person 4", b"Persom 4"))


def log_much_longer(path: Path) -> None:
    save(quick(path), added("5", {"text": "x" * LONGEST_TAIL}))


@pytest.mark.parametrize(
    "change",
    [
        touched,
        longer,
        replaced,
        removed,
        folded,
        log_replaced,
        log_shorter,
        log_removed,
        log_written_anew,
        log_damaged,
        log_much_longer,
    ],
)
def test_an_index_that_does_not_fit_any_more_is_not_used(
    path: Path, change: Callable[[Path], None]
) -> None:
    assert begun(path) == ["4"]
    change(path)
    assert begun(path) is None
    had = people(path).keys()
    save_cold(quick(path), added("7"))
    assert people(path).keys() == had | {"7"}


def test_an_index_of_other_rules_is_not_used(path: Path) -> None:
    assert begun(path, by="a newer netjournal") is None
    keep(path, by="a newer netjournal")
    assert begun(path, by="a newer netjournal") == []
    assert begun(path) is None


def test_a_new_index_is_kept_when_the_old_one_lies_far_behind(path: Path) -> None:
    keep(path)
    assert begun(path) == ["4"]
    save(quick(path), added("5", {"text": "x" * RENEWED_AT}))
    keep(path)
    assert begun(path) == []


def test_a_dictionary_with_other_answers_tells_the_rest_as_before(path: Path) -> None:
    old = Dictionary(OS_FILES, index_of(path))
    other: dict[str, Any] = {"n:3": None, "n:4": "another", "n:new": [1], "": None}
    assert patch_dictionary(OS_FILES, index_of(path), old, "later", other)
    patched = Dictionary(OS_FILES, index_of(path))
    wanted = ANSWERS | other
    assert patched.about == "later"
    assert {question: patched.get(question) for question in wanted} == wanted
    assert old.get("n:4") == ANSWERS["n:4"]
    old.close()
    patched.close()


def test_where_most_is_another_it_is_better_made_anew(path: Path) -> None:
    old = Dictionary(OS_FILES, index_of(path))
    before = index_of(path).read_bytes()
    assert not patch_dictionary(OS_FILES, index_of(path), old, "later", dict.fromkeys(ANSWERS))
    assert index_of(path).read_bytes() == before
    old.close()


def test_what_is_damaged_is_not_carried_over(path: Path) -> None:
    whole = bytearray(index_of(path).read_bytes())
    whole[1024] ^= 1
    index_of(path).write_bytes(whole)
    old = Dictionary(OS_FILES, index_of(path))
    with pytest.raises(DamagedDictionaryError):
        patch_dictionary(OS_FILES, index_of(path), old, "later", {"n:3": None})
    old.close()


def patched(path: Path, answers: dict[str, Any] | None) -> list[str]:
    """The ids of what came since the index, as its patches were told."""
    storage = quick(path)
    storage.load()
    told: list[str] = []

    def patches(_: object, __: object, gestures: Sequence[Gesture]) -> dict[str, Any] | None:
        told.extend(each.id for each in gestures)
        return answers

    storage.keep_index("tests", lambda _: [("n:made", "anew")], patches)
    return told


def test_an_index_is_brought_up_to_date_by_what_came_since(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "RENEWED_AT", 0)
    assert patched(path, {"n:5": "patched"}) == ["4"]
    index, since = quick(path).begin_cold("tests") or (None, ())
    assert index is not None
    assert (index.get("n:5"), index.get("n:6"), since) == ("patched", ANSWERS["n:6"], ())
    index.close()


@pytest.mark.parametrize("change", [folded, log_replaced, log_written_anew, replaced])
def test_an_index_of_another_file_is_made_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    monkeypatch.setattr(indexing, "RENEWED_AT", 0)
    change(path)
    assert patched(path, {"n:5": "patched"}) == []


def test_what_cannot_be_patched_is_made_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "RENEWED_AT", 0)
    assert patched(path, None) == ["4"]
    index, _ = quick(path).begin_cold("tests") or (None, ())
    assert index is not None
    assert (index.get("n:made"), index.get("n:6")) == ("anew", None)
    index.close()


def test_a_journal_with_something_to_tell_gets_no_index(path: Path) -> None:
    index_of(path).unlink()
    log_damaged(path)
    keep(path)
    assert not index_of(path).exists()
    storage = quick(path)
    storage.load()
    fold(storage)
    storage.keep_index("tests", lambda _: ANSWERS.items())
    assert begun(path) == []


def test_keeping_an_index_never_waits_and_never_fails(path: Path) -> None:
    index_of(path).unlink()
    storage = quick(path)
    storage.load()
    with quick(path).locked():
        storage.keep_index("tests", lambda _: ANSWERS.items())
    assert not index_of(path).exists()
    index_of(path).mkdir()
    storage.keep_index("tests", lambda _: ANSWERS.items())
    assert begun(path) is None
    assert not list(path.parent.glob("*.tmp"))


def damage_noticed(index: Path, data: bytes) -> bool:
    """Whether every answer is right, or the damage noticed."""
    index.write_bytes(data)
    try:
        found = Dictionary(OS_FILES, index)
    except DamagedDictionaryError:
        return True
    try:
        return all(found.get(question) == answer for question, answer in ANSWERS.items())
    except DamagedDictionaryError:
        return True
    finally:
        found.close()


def test_a_flipped_bit_of_the_index_is_noticed_or_harmless(path: Path) -> None:
    index = index_of(path)
    whole = index.read_bytes()
    chance = random.Random(7)
    for at in range(len(whole)):
        bits = bytearray(whole)
        bits[at] ^= 1 << chance.randrange(8)
        assert damage_noticed(index, bytes(bits)), at


def test_a_truncation_or_a_hole_of_the_index_is_noticed(path: Path) -> None:
    index = index_of(path)
    whole = index.read_bytes()
    for size in range(0, len(whole), 7):
        assert damage_noticed(index, whole[:size]), size
        assert damage_noticed(index, whole[:size].ljust(len(whole), b"\0")), size
        hole = whole[:size] + b"\0" * 16 + whole[size + 16 :]
        assert damage_noticed(index, hole[: len(whole)]), size
