"""The day of a line is read without parsing it, or is not told."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.store import scanning
from netjournal.store.dated import Dated, dated_lines
from netjournal.store.lines import places_in, span_of
from netjournal.store.snapshot import layout

VALUES = st.one_of(
    st.just("2026-03-11"),
    st.just("2026-12-01"),
    st.text(st.sampled_from('ab{}":,\\d\u00e4ay2026-'), max_size=14),
    st.none(),
    st.just({"day": "2001-01-01"}),
)
RECORDS = st.dictionaries(
    st.integers(0, 10**6).map(str),
    st.dictionaries(st.sampled_from(["made", "day", "text", "x"]), VALUES, max_size=4),
    min_size=1,
    max_size=6,
)


def lines_of(data: bytes) -> list[Dated]:
    span = span_of(data, places_in(data)["entries"])
    assert span is not None
    return list(dated_lines(lambda start, count: data[start : start + count], span))


@given(RECORDS)
@pytest.mark.parametrize("chunk", [16, scanning.CHUNK])
def test_each_line_tells_its_own_day_or_none(chunk: int, rows: dict[str, Any]) -> None:
    data = layout({"meta": {"1": {}}, "entries": rows, "drafts": {}})
    whole, scanning.CHUNK = scanning.CHUNK, chunk
    try:
        lines = lines_of(data)
    finally:
        scanning.CHUNK = whole
    assert [line.id.decode() for line in lines] == list(rows)
    for (start, length), (id, raw), line in zip(
        (line.place for line in lines), rows.items(), lines, strict=True
    ):
        assert json.loads(b"{%b}" % data[start : start + length]) == {id: raw}
        assert not line.day or line.day == raw.get("day")


def test_a_day_as_this_program_writes_it_is_told() -> None:
    rows: dict[str, Any] = {"7": {"made": "", "day": "2026-03-11", "text": 'a "day"'}, "8": {}}
    assert [line.day for line in lines_of(layout({"entries": rows}))] == ["2026-03-11", ""]
