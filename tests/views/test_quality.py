"""A relationship in words and its fit card, as the person's page tells them."""

from __future__ import annotations

import pytest

from netjournal.domain.me import Me
from netjournal.domain.person import FitAnswer, FitQuestion
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Circle, Direction, EntryKind
from netjournal.views.quality import fit_report, quality_json, quality_section
from netjournal.views.standings import Standings
from tests.domain.make import ME, TODAY, ago, person, promise, talk
from tests.journal.make import entry, snapshot_of


def test_the_word_with_every_part() -> None:
    who = person()
    records = (
        who, talk(ago(30), Channel.MET, Direction.MUTUAL), talk(ago(20), Channel.EMAIL),
        talk(ago(18), Channel.EMAIL, Direction.INBOUND), promise(ago(1)),
        entry(EntryKind.GAVE, "a plan", day=ago(3)),
    )  # fmt: skip
    standings = Standings(snapshot_of(ME, *records), TODAY, Settings())
    one = standings.subject(who).quality
    assert one is not None
    assert [row.text for row in quality_section(one, TODAY).rows] == [
        "strong: last two-way contact 2 weeks ago, last real conversation 4 weeks ago",
        "within a year you reached out 1, they 1, talked 1",
        "what you sent: 1 of 1 answered, median 2 days",
        "your promises: kept 0 of 1",
        "gave 1, got 0",
    ]
    told = quality_json(one)
    assert told is not None
    assert (told["band"], told["mine"], told["kept"]) == (
        "strong", 1, {"mine": {"n": 0, "of": 1}, "theirs": {"n": 0, "of": 0}},
    )  # fmt: skip
    assert quality_json(None) is None


def test_the_fit_card_asks_what_is_open() -> None:
    fit = tuple(FitAnswer(each, 2, "a word") for each in list(FitQuestion)[1:4])
    page = fit_report(person(fit=fit), Me(serve="libraries"), ["a press"])
    assert page.lead == (
        "3 answers of 6 suggest calibre 4.",
        "None is set yet.",
    )
    answered, open_ones = page.sections
    first = answered.rows[0]
    assert (first.said, first.detail) == ("benefit 2 of 3, something they need", "a word")
    assert [row.detail for row in open_ones.rows] == ["you: libraries", "", ""]
    bare = fit_report(person(), Me(), ["a press"])
    assert "0 of 6 answered" in bare.lead[0]
    assert bare.sections[0].rows[1].detail == "you: a press"


def test_nobody_inner_is_measured() -> None:
    with pytest.raises(ValueError, match="inner"):
        fit_report(person(circle=Circle.INNER), Me())
