"""What a line is sure to say, it says; what may say it is left to be asked."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.gesture import texts_in
from netjournal.store import saying, scanning
from netjournal.store.lines import held_in, places_in, span_of
from netjournal.store.saying import Saying
from netjournal.store.snapshot import layout
from netjournal.text import fold

TEXTS = st.text(st.sampled_from("abnu0däßéﬁ e\u0301Ж李\"\\/\n{}',:[]-AE\u0130\u212a"), max_size=12)
DAYS = st.sampled_from(["2026-03-11", "2026-03-12", "0200-01-01", "2026-3-1", "", "ab"])
ROWS = st.dictionaries(
    st.integers(2, 10**6).map(str),
    st.fixed_dictionaries(
        {},
        optional={
            "made": st.just("2026-03-11T09:00:00.000000Z"),
            "day": DAYS | st.none() | TEXTS,
            "text": TEXTS | st.sampled_from(['"text":"ab', "ab", "b\u0327"]) | st.none(),
            "due": DAYS,
            "topics": st.lists(TEXTS, max_size=2),
            "extra": st.fixed_dictionaries({}, optional={"text": TEXTS, "day": DAYS}),
            "ab": st.just(1),
        },
    ),
    max_size=8,
)
WORDS = (TEXTS | st.sampled_from(["ab", "a", "day", "text", "2026", "made"])).map(fold)


def said(rows: Mapping[str, Any], word: str, field: str, *, escaped: bool = False) -> Saying:
    """Of a table of these rows."""
    rows = {**rows, "1": {}}
    data = layout({"meta": {"1": {}}, "people": dict(rows), "drafts": {}})
    if escaped:
        lines = [f'"{id}": {json.dumps(raw)}' for id, raw in rows.items()]
        data = ('{"people": {\n' + ",\n".join(lines) + "\n}}\n").encode()
    span = span_of(data, places_in(data)["people"])
    assert span is not None
    by_day, others = saying.lines_saying(lambda at, n: data[at : at + n], span, word, field)
    return Saying(by_day, held_in(map(scanning.bare, others)))


@given(ROWS, WORDS.filter(bool), st.sampled_from(["day", "due"]))
@pytest.mark.parametrize("escaped", [False, True])
@pytest.mark.parametrize("chunk", [16, scanning.CHUNK])
def test_who_is_sure_to_say_a_word_says_it_on_that_day_and_nobody_is_passed_over(
    escaped: bool, chunk: int, rows: dict[str, Any], word: str, field: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scanning, "CHUNK", chunk)
        found = said(rows, word, field, escaped=escaped)
    sure = {id: (day, raw) for day in found.lines for id, raw in found.of(day).items()}
    assert len(found) == len(sure)
    assert not sure.keys() & found.others.keys()
    for id, (day, raw) in sure.items():
        assert raw == rows[id]
        assert word in fold(rows[id]["text"])
        assert day == (rows[id].get(field) or "")
    holding = {id for id, raw in rows.items() if word in fold("\n".join(texts_in(raw)))}
    assert holding <= sure.keys() | found.others.keys()


def talk(text: str, **fields: object) -> dict[str, object]:
    return {"made": "2026-03-11T09:00:00Z", "day": "2026-03-11", "text": text, **fields}


def test_plain_lines_are_told_by_their_day_and_odd_ones_left_to_be_asked() -> None:
    rows = {
        "2": talk("Sailing again"),
        "3": talk("tea", topics=["sailing"]),
        "4": talk('"sailing"'),
        "5": talk("sailing", day="last summer"),
        "6": talk("tea"),
        "7": talk("not for me, sailing", day="2025-01-02"),
        "8": talk("sailing", extra={"day": "2024-01-01"}),
        "9": talk("sa\u0131ling"),
        "10": talk("a boat\nails", topics=["nails"]),
    }
    found = said(rows, "sailing", "day")
    assert {day: [*found.of(day)] for day in found.lines} == {"2026-03-11": ["2"],
                                                              "2025-01-02": ["7"]}  # fmt: skip
    assert sorted(found.others) == ["3", "4", "5", "8", "9"]
    assert not len(said(rows, "nails", "day"))


def test_a_line_that_tells_no_day_is_sure_all_the_same() -> None:
    rows = {"2": talk("sailing", due="2026-04-01"), "3": talk("sailing")}
    found = said(rows, "sailing", "due")
    assert {day: [*found.of(day)] for day in found.lines} == {"2026-04-01": ["2"], "": ["3"]}


def test_a_day_that_was_written_by_hand_is_left_to_be_asked() -> None:
    line = b'"2": {"due": "2026-04-01","text":"sailing"}'
    found = saying.lines_saying(lambda at, n: line[at : at + n], (0, len(line)), "sailing", "due")
    assert found == ({}, [line])


@pytest.mark.parametrize("word", ['say "no"', "a/b", "李", "zo\u00eb", "\n"])
def test_a_word_that_may_be_written_another_way_is_never_sure(word: str) -> None:
    found = said({"2": talk(word)}, fold(word), "day")
    assert not len(found)
    assert "2" in found.others


def changed(ids: Sequence[str]) -> dict[str, Any]:
    return {id: talk("else") if int(id) % 2 else None for id in ids}


@given(ROWS, st.lists(st.integers(0, 9).map(str), max_size=4))
def test_what_changed_is_not_as_the_lines_say(rows: dict[str, Any], ids: list[str]) -> None:
    rows = {str(n): raw for n, raw in enumerate(rows.values(), 2)}
    over = changed(ids)
    before, now = said(rows, "ab", "day"), said(rows, "ab", "day").under(over)
    for day in before.lines:
        assert now.of(day) == {id: raw for id, raw in before.of(day).items() if id not in over}
    kept = {id: raw for id, raw in before.others.items() if id not in over}
    assert now.others == kept | {id: raw for id, raw in over.items() if raw is not None}
