"""Words are looked for in the lines of a snapshot: no record that holds them is passed over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.gesture import texts_in
from netjournal.store import scanning
from netjournal.store.files import OS_FILES
from netjournal.store.indexing import ChangedLinesError
from netjournal.store.lines import SnapshotLines, places_in, span_of
from netjournal.store.places import Places
from netjournal.store.reading import signature
from netjournal.store.snapshot import layout
from netjournal.text import fold

TEXTS = st.text(
    st.sampled_from("abcdäßéĳﬁ e\u0301\u3099がЖж李\ud7ff\"\\/\n\t'-AEZ\u0130\u2126"), max_size=12
)
RECORDS = st.dictionaries(
    st.integers(0, 10**6).map(str),
    st.fixed_dictionaries({"text": TEXTS, "topics": st.lists(TEXTS, max_size=2)}),
    max_size=6,
)


def found(data: bytes, rows: dict[str, Any], sides: list[list[str]]) -> set[str]:
    span = span_of(data, places_in(data)["people"])
    assert span is not None
    lines = scanning.lines_with(lambda start, count: data[start : start + count], span, sides)
    return {id for line in lines for id in json.loads(b"{%s}" % line)}


@given(
    RECORDS, st.lists(st.lists(TEXTS.map(fold).filter(bool), max_size=2), min_size=1, max_size=2)
)
@pytest.mark.parametrize("escaped", [False, True])
@pytest.mark.parametrize("chunk", [16, scanning.CHUNK])
def test_no_record_that_holds_all_words_is_passed_over(
    escaped: bool, chunk: int, rows: dict[str, Any], sides: list[list[str]]
) -> None:
    rows["1"] = {"text": "at least one"}
    data = layout({"meta": {"1": {}}, "people": rows, "drafts": {}})
    if escaped:
        lines = [f'"{id}": {json.dumps(raw)}' for id, raw in rows.items()]
        data = ('{"people": {\n' + ",\n".join(lines) + "\n}}\n").encode()
    whole, scanning.CHUNK = scanning.CHUNK, chunk
    try:
        those = found(data, rows, sides)
    finally:
        scanning.CHUNK = whole
    for id, raw in rows.items():
        text = fold("\n".join(texts_in(raw)))
        if any(all(word in text for word in words) for words in sides):
            assert id in those


@given(RECORDS.filter(bool), st.data())
def test_a_word_is_found_wherever_it_was_taken_from(
    rows: dict[str, Any], data: st.DataObject
) -> None:
    id = data.draw(st.sampled_from(sorted(rows)))
    text = fold(rows[id]["text"])
    first, last = sorted(
        (data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text))))
    )
    assert id in found(layout({"people": rows}), rows, [[text[first:last]]])


def test_few_lines_are_decoded() -> None:
    rows: dict[str, Any] = {
        str(n): {"text": f"Überschrift {n}" if n % 2 else f"Title {n}"} for n in range(200)
    }
    data = layout({"people": rows})
    assert found(data, rows, [["uber", "schrift 17"], ["title 18"]]) == {
        "17", "18", *map(str, range(171, 180, 2)), *map(str, range(180, 190, 2)),
    }  # fmt: skip


def test_lines_of_a_file_that_changed_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    data = layout({"people": {"7": {"name": "Ana"}, "8": {"name": "Bob"}}})
    path.write_bytes(data)
    places = places_in(data)["people"]
    lines = SnapshotLines(OS_FILES, Places(path), signature(OS_FILES, path))
    assert lines.read([places["8"]]) == {"8": {"name": "Bob"}}
    path.write_bytes(data.replace(b"Bob", b"Rob"))
    with pytest.raises(ChangedLinesError):
        lines.read([places["8"]])
    lines.close()


def test_a_table_with_lines_of_another_kind_has_no_span() -> None:
    data = layout({"people": {"7": {"name": "Ana"}, "8": {"name": "Bob"}}})
    assert span_of(data, places_in(data)["people"])
    pretty = data.replace(b'{"name":"Ana"}', b'{"name":\n"Ana"}')
    assert span_of(pretty, places_in(pretty)["people"]) is None
