"""Records held as lines: read as if they had been parsed, in what is right and in what is wrong."""

from __future__ import annotations

import json
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.conversation import Conversation
from netjournal.domain.gesture import Change, Raw
from netjournal.errors import UnreadableError
from netjournal.store import held, snapshot
from netjournal.store.codec import encode
from netjournal.store.held import Held, held_apart
from netjournal.store.history import digest
from netjournal.store.log import gesture_line
from netjournal.store.snapshot import layout
from netjournal.store.storage import JournalStorage
from netjournal.text import fold as fold_text
from tests.domain.strategies import conversations
from tests.store.helpers import fold, gesture, save

HERE = Path("journal.json")
WORDS = st.text(st.sampled_from('aZé李\U0001f600"\\/\n\t\x1f\x7f\u2028,:[]{}'), max_size=12)
SAID = st.one_of(WORDS, st.sampled_from(['"people":["7"]', '{"text":"no"}', '","', "]", "text"]))
TALKS = st.builds(
    lambda talk, text, topics: talk._replace(text=text, topics=tuple(topics)),
    conversations().filter(bool).map(itemgetter(0)),
    SAID,
    st.lists(SAID, max_size=3),
)
ODD: st.SearchStrategy[Any] = st.sampled_from(
    [
        {},
        {"~": 7},
        {"~": None},
        {"~": []},
        {"made": "", "day": {"text": "x"}},
        {"made": "", "new": 1.5},
        {"text": "a"},
    ]
)
ROWS = st.dictionaries(
    st.integers(1, 10**6).map(str), st.one_of(TALKS.map(encode), ODD), min_size=1, max_size=6
)
PIECES = st.sampled_from(
    b'|,|\n|,\n|"|\\|\\u00e9|\\x|\x01|\xff|NaN|1e999|"day":"x",|"made":"",|}|{|\n}| |"8": |'
    b'\n"conversations": {\n'.split(b"|")
)


@pytest.fixture(autouse=True)
def always_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "WORTH_IT", 0)


def laid_out(rows: dict[str, Any]) -> bytes:
    return layout({"meta": {"1": {"schema": 1}}, "people": {}, "conversations": rows, "cards": {}})


def read(data: bytes, *, holding: bool) -> object:
    """What a snapshot says, or the sentence that refuses it."""
    with pytest.MonkeyPatch.context() as patch:
        if not holding:
            patch.setattr(snapshot, "held_apart", lambda *_: None)
        try:
            tables, meta = snapshot.decode(data, HERE)
        except UnreadableError as error:
            return error.message
    return [(name, list(table.items())) for name, table in tables.items()], meta


@given(ROWS)
def test_what_is_held_says_what_was_written(rows: dict[str, Any]) -> None:
    data = laid_out(rows)
    assert read(data, holding=True) == read(data, holding=False)


@given(ROWS, st.data())
def test_a_file_that_was_edited_is_read_or_refused_as_ever(
    rows: dict[str, Any], data: st.DataObject
) -> None:
    whole = laid_out(rows)
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(whole)))
        end = data.draw(st.integers(start, min(len(whole), start + 12)))
        whole = whole[:start] + data.draw(PIECES) + whole[end:]
    assert read(whole, holding=True) == read(whole, holding=False)


@given(st.lists(TALKS, min_size=1, max_size=4, unique_by=lambda talk: talk.id))
def test_lines_as_they_are_written_are_held(talks: list[Conversation]) -> None:
    apart = held_apart(laid_out({talk.id: encode(talk) for talk in talks}), json.loads)
    assert apart is not None
    assert all(isinstance(raw, Held) for raw in apart.conversations.values())


@pytest.mark.parametrize(
    "table",
    [
        b'"7": {"made":"","day":"x"},\n"7": {"made":"","day":"x"}',
        b'"7": {"made":"","day":"x"},\n "8": {"made":""}',
        b'"7": {"made":"","day":"x"},\n"8": 7',
        b'"7": {"made":"","day":"x"},',
    ],
)
def test_a_table_that_was_laid_out_by_hand_is_parsed(table: bytes) -> None:
    assert held_apart(b'{\n"conversations": {\n' + table + b"\n}}", json.loads) is None


def test_a_line_that_is_no_utf_8_is_refused() -> None:
    whole = laid_out({"7": {"made": "", "text": "?"}}).replace(b"?", b"\xff")
    assert read(whole, holding=True) == read(whole, holding=False)
    assert "not UTF-8" in str(read(whole, holding=True))


def test_a_table_of_the_name_within_a_record_is_no_table_of_ours() -> None:
    within = b'{"people": {"5": {\n"conversations": {\n"7": {"made":"","day":"x"}\n}}}}'
    assert read(within, holding=True) == read(within, holding=False)


@given(TALKS)
def test_a_held_record_is_asked_like_any_other(talk: Conversation) -> None:
    raw = encode(talk)
    one = Held(json.dumps(raw, ensure_ascii=False, separators=(",", ":")).encode())
    assert one == raw
    assert raw == one
    assert [one.get(name, "none") for name in Conversation._fields] == [
        raw.get(name, "none") for name in Conversation._fields
    ]
    assert [name for name in Conversation._fields if name in one] == list(raw)
    assert (dict(one), len(one), digest(one)) == (raw, len(raw), digest(raw))
    with pytest.raises(KeyError):
        one["day of the week"]


def test_what_is_held_is_changed_logged_and_folded_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    talk: dict[str, Any] = {"made": "", "day": "2026-03-01", "text": 'said "é"\n'}
    path.write_bytes(laid_out({"7": talk, "8": talk}))
    storage = JournalStorage(path)
    before = storage.load().tables["conversations"]["7"]
    assert isinstance(before, Held)
    edited = gesture("1", Change("conversations", "7", before, {**before, "text": "else"}))
    assert gesture_line(edited) == gesture_line(
        gesture("1", Change("conversations", "7", talk, {**talk, "text": "else"}))
    )
    save(storage, edited)
    fold(storage)
    assert json.loads(path.read_bytes())["conversations"] == {
        "7": {**talk, "text": "else"},
        "8": talk,
    }


@given(TALKS, st.sampled_from(["7", "17", "1234567890123456"]), st.booleans())
def test_whoever_a_held_record_names_is_found_in_it(
    talk: Conversation, id: str, is_escaped: bool
) -> None:
    raw = encode(talk) | {"people": [id], "mentions": ["5"]}
    line = json.dumps(raw, separators=(",", ":"))
    if is_escaped:
        line = line.replace(f'["{id}"]', f'["\\u003{id[0]}{id[1:]}"]')
    one = Held(line.encode())
    assert one.may_name({id.encode()})
    assert one.may_name({b"5", b"6"})
    if line.isascii() and "\\u" not in line and '"6"' not in line:
        assert not one.may_name({b"6", b"71"})


@given(
    st.dictionaries(st.integers(1, 10**6).map(str), TALKS, max_size=6),
    st.lists(st.lists(WORDS.map(fold_text).filter(bool), max_size=2), min_size=1, max_size=2),
)
@pytest.mark.parametrize("at_once", [2, 500])
def test_no_held_record_that_holds_the_words_is_passed_over(
    at_once: int, talks: dict[str, Conversation], sides: list[list[str]]
) -> None:
    rows: dict[str, Raw] = {
        id: Held(json.dumps(encode(talk), ensure_ascii=False, separators=(",", ":")).encode())
        for id, talk in talks.items()
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(held, "_AT_ONCE", at_once)
        found = held.held_with({**rows, "parsed": {"text": "?"}}, sides)
    holding = {
        id
        for id, talk in talks.items()
        if any(all(word in fold_text(talk.text) for word in words) for words in sides)
    }
    assert holding | {"parsed"} <= found.keys() <= rows.keys() | {"parsed"}


def test_a_word_that_no_held_record_holds_finds_none() -> None:
    rows: dict[str, Raw] = {"7": Held(b'{"made":"","text":"about the garden"}')}
    assert held.held_with(rows, [["garden"]]) == rows
    assert held.held_with(rows, [["kitchen"]]) == {}
