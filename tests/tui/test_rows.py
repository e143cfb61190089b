"""Rows fill their room exactly, whatever the texts and however narrow."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.text import width
from netjournal.tui.people_lines import CHOSEN, headings
from netjournal.tui.person_lines import STORY_COLUMNS
from netjournal.tui.today_lines import COLUMNS as TODAY
from netjournal.tui.widgets.rows import Cell, Lazy, Row, drawn, measured, shared, wrapped

PEOPLE = [heading.room for heading in headings(CHOSEN)]

texts = st.text(max_size=60) | st.sampled_from(["沈雨竹", "e" + "\u0301" * 9, "[/]", "\x1b[2J", ""])
cells = st.lists(texts.map(Cell), min_size=1, max_size=8).map(tuple)
rows = st.builds(Row, cells=cells, flow=st.booleans(), wrap=st.booleans())


@settings(max_examples=150, deadline=None)
@given(
    st.lists(rows, min_size=1, max_size=4), st.integers(40, 160), st.sampled_from([TODAY, PEOPLE])
)
def test_every_line_of_every_row_is_as_wide_as_the_room(
    listed: list[Row], room: int, columns: tuple[object, ...]
) -> None:
    given_room = shared(columns, measured(listed, columns), room)  # type: ignore[arg-type]
    for row in listed:
        for line in drawn(row, given_room, room):
            text = "".join(cell.text for cell in line)
            assert width(text) == room
            assert not any(char < " " for char in text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.integers(2, 80))
def test_wrapped_lines_are_no_wider_than_the_room_and_lose_no_letter(text: str, room: int) -> None:
    lines = wrapped(text, room)
    assert all(width(line) <= room for line in lines)
    if "…" not in lines[-1]:
        assert "".join("".join(lines).split()) == "".join("".join(wrapped(text, 10_000)).split())


def test_a_column_that_needs_more_room_than_there_is_is_hidden() -> None:
    row = Row(tuple(Cell("x" * 9) for _ in PEOPLE))
    narrow = shared(PEOPLE, measured([row], PEOPLE), 30)
    assert [bool(cells) for cells in narrow] == [True, True] + [False] * (len(PEOPLE) - 2)


def test_the_last_of_fewer_cells_is_seen_though_its_column_is_hidden() -> None:
    row = Row((Cell("@"), Cell("Mon 2 Mar"), Cell("the letters")))
    (line,) = drawn(row, shared(STORY_COLUMNS, measured([row], STORY_COLUMNS), 36), 36)
    assert "".join(cell.text for cell in line).split() == ["@", "Mon", "2", "Mar", "the", "letters"]


def test_a_reason_at_the_right_edge_is_not_cut_for_the_text_before_it() -> None:
    row = Row(
        (Cell("@"), Cell("email"), Cell("Ana"), Cell("a long promise " * 9), Cell("since May"))
    )
    (line,) = drawn(row, shared(TODAY, measured([row], TODAY), 70), 70)
    assert line[-1].text == "since May"
    assert line[-2].text.rstrip().endswith("…")


def test_a_lazy_list_makes_only_the_rows_that_are_asked_for() -> None:
    made: list[int] = []

    def make(place: int) -> Row:
        made.append(place)
        return Row((Cell(str(place)),), key=str(place))

    lazy = Lazy([str(n) for n in range(10_000)], make)
    assert lazy[9_999].key == "9999"
    assert lazy[9_999] is lazy[9_999]
    assert made == [9_999]


def test_lists_that_share_their_rows_make_each_once() -> None:
    made: list[str] = []

    def listed(keys: list[str], rows: dict[str, Row]) -> Lazy:
        def make(place: int) -> Row:
            made.append(keys[place])
            return Row((Cell(keys[place]),), key=keys[place])

        return Lazy(keys, make, rows)

    rows: dict[str, Row] = {}
    assert [row.key for row in listed(["ana", "bo"], rows)] == ["ana", "bo"]
    assert [row.key for row in listed(["bo", "cy"], rows)] == ["bo", "cy"]
    assert made == ["ana", "bo", "cy"]
