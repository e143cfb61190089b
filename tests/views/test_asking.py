"""Before a favour is asked: the last things given and got."""

from __future__ import annotations

from typing import Any

from netjournal.domain.values import EntryKind
from netjournal.views.asking import before_asking
from tests.domain.make import ANA, ME, TODAY, ago, person, promise
from tests.journal.make import entry, snapshot_of


def told(*records: Any) -> tuple[str, ...]:
    return before_asking([ANA, "99"], snapshot_of(ME, person(), *records), TODAY)  # type: ignore[list-item]  # nobody


def test_the_last_of_both_ways() -> None:
    lines = told(
        entry(EntryKind.GAVE, "the plan", day=ago(3)), entry(EntryKind.GAVE, "soup", day=ago(9)),
        entry(EntryKind.GOT, "an afternoon", day=ago(30)),
    )  # fmt: skip
    assert lines == (
        "Ana Ruiz: you last gave the plan (3 days ago); you last got an afternoon (4 weeks ago)",
    )


def test_that_nothing_is_noted_is_said() -> None:
    assert told() == ("Ana Ruiz: nothing given or got is noted yet",)


def test_several_asks_since_the_last_gift_are_said() -> None:
    asks = [promise(ask=True, said=ago(n)) for n in (2, 5, 20)]
    lines = told(entry(EntryKind.GAVE, "the plan", day=ago(9)), *asks)
    assert lines[1] == "Ana Ruiz: you asked 2 times, since you last gave something"
    assert told(*asks)[1] == "Ana Ruiz: you asked 3 times, and no gift is noted"
