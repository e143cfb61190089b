"""Today as rows of a list: groups with their counts, one reason a line."""

from __future__ import annotations

from collections.abc import Iterator

from netjournal.domain.draft import Draft
from netjournal.domain.gesture import Table
from netjournal.domain.item import Group, ItemKind
from netjournal.text import plural
from netjournal.tui.target import Target
from netjournal.tui.widgets.rows import BLANK, Cell, Column, Row
from netjournal.views.circles import CircleSize
from netjournal.views.today import TodayGroup, TodayLine, TodayView

COLUMNS = (
    Column(2, 2),
    Column(9, 8, needs=54),
    Column(26, 12, yields=0.8),
    Column(60, 22, grows=True, yields=1.5),
)
"""Sign, means, name, and what it is about with its reason at the right."""

_STYLE = {
    ItemKind.OVERDUE: "due",
    ItemKind.DUE: "soon",
    ItemKind.REPLY: "accent",
    ItemKind.COOLING: "soon",
    ItemKind.STALE: "accent",
    ItemKind.NOT_YET: "muted",
    ItemKind.DATE: "good",
    ItemKind.WAITING: "muted",
    ItemKind.UNDATED: "muted",
    ItemKind.CHOOSE: "soon",
}
_WORD = {
    ItemKind.DATE: "greet",
    ItemKind.CHOOSE: "choose",
    ItemKind.WAITING: "waiting",
    ItemKind.OVERDUE: "promise",
    ItemKind.DUE: "promise",
    ItemKind.UNDATED: "promise",
}
_LOUD = frozenset({ItemKind.OVERDUE, ItemKind.DUE, ItemKind.COOLING})


def today_rows(
    view: TodayView,
    drafts: tuple[Draft, ...],
    opened: frozenset[Group],
    *,
    discreet: bool = False,
) -> Iterator[Row]:
    """The list; groups in ``opened`` show all their lines, discreet ones no reasons."""
    for place, group in enumerate(view.groups):
        if place:
            yield BLANK
        yield Row((Cell(group.title, "group"), Cell(str(len(group.lines)), "muted")), flow=True)
        whole = group.group in opened
        for line in group.lines if whole else group.shown:
            yield _line(line, discreet=discreet)
        if group.more:
            yield _more(group, whole=whole)
    if view.crowded and not discreet:
        yield BLANK
        yield Row((Cell("Right size", "group"),), flow=True)
        yield from (_crowded(size) for size in view.crowded)
    if drafts:
        yield BLANK
        title = f"{plural(len(drafts), 'line')} to finish"
        yield Row((Cell(title, "group"),), flow=True)
        for draft in drafts:
            yield Row(
                (Cell("✎ ", "soon"), Cell(draft.text), Cell(draft.reason, "muted")),
                key=f"draft {draft.id}",
                target=Target(
                    name=draft.text, draft=draft, text=draft.text, record=(Table.DRAFTS, draft.id)
                ),
                flow=True,
            )


def _line(line: TodayLine, *, discreet: bool) -> Row:
    item = line.item
    style = _STYLE[item.kind]
    reason = Cell(line.reason, style if item.kind in _LOUD else "muted")
    return Row(
        (
            Cell(line.sign, style),
            Cell(str(item.channel or _WORD.get(item.kind, "")), "muted"),
            Cell(line.name, "strong"),
            *_about(line, reason, discreet=discreet),
        ),
        key=f"{item.group} {item.key} {item.occasion}",
        wrap=not line.what,
        target=Target(
            name=f"{line.name}: {line.what}" if line.what else line.name,
            item=item,
            person=line.person,
            record=(Table.COMMITMENTS, item.commitment) if item.commitment else None,
        ),
    )


def _about(line: TodayLine, reason: Cell, *, discreet: bool) -> tuple[Cell, ...]:
    if discreet:
        return (Cell(""),)
    return (Cell(line.what), reason) if line.what else (reason,)


def _crowded(size: CircleSize) -> Row:
    """A circle that holds more than was meant; enter puts its people side by side."""
    return Row(
        (Cell("?", "soon"), Cell("choose", "muted"), Cell(str(size), "strong"),
         Cell("who steps back?", "muted")),
        key=f"crowded {size.circle}",
        target=Target(name=str(size), circle=size.circle),
    )  # fmt: skip


def _more(group: TodayGroup, *, whole: bool) -> Row:
    words = "fewer" if whole else f"{group.more:,} more"
    return Row(
        (Cell("…", "muted"), Cell(words, "muted")),
        key=f"more {group.group}",
        target=Target(name=words, more=group.group),
        flow=True,
    )
