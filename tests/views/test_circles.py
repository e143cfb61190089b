"""How full the circles are: who rests or died counts in none, who came back does."""

from __future__ import annotations

from netjournal.domain.person import Rest
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Circle, Direction, Reply
from netjournal.views.circles import circle_sizes, crowded
from netjournal.views.standings import Standings
from netjournal.views.today import today_view
from tests.domain.make import ME, TODAY, ago, person, talk
from tests.journal.make import bob, snapshot_of

SNAPSHOT = snapshot_of(
    ME,
    bob(circle=Circle.INNER),
    person("70", circle=Circle.ROLODEX),
    person("80", name="at rest", rest=Rest(ago(9))),
    person("81", name="back on the day", rest=Rest(ago(90), ago(1))),
    person("82", name="back by writing", rest=Rest(ago(90))),
    talk(ago(3), Channel.EMAIL, Direction.INBOUND, people=["82"]),
    person("83", name="let be"), talk(ago(300), people=["83"]),
    *(talk(ago(n), people=["83"], reply=Reply.NONE) for n in (12, 11, 10)),
    person("84", name="died", died=True),
)  # fmt: skip


def test_who_counts() -> None:
    sizes = circle_sizes(Standings(SNAPSHOT, TODAY, Settings()))
    assert {circle: size.figure for circle, size in sizes.items()} == {
        Circle.INNER: "1 of 5",
        Circle.CLOSE: "2 of 15",
        Circle.NETWORK: "0 of 80",
        Circle.ROLODEX: "1",
    }
    assert not any(size.too_many for size in sizes.values())


def test_one_too_many_is_said_and_nothing_is_refused() -> None:
    small = Settings()._replace(sizes={Circle.INNER: 5, Circle.CLOSE: 1, Circle.NETWORK: 80})
    size = circle_sizes(Standings(SNAPSHOT, TODAY, small))[Circle.CLOSE]
    assert str(size) == "close 2 of 1"
    assert size.too_many


def test_today_is_told_of_crowded_circles_alone() -> None:
    small = Settings()._replace(sizes={Circle.INNER: 5, Circle.CLOSE: 1, Circle.NETWORK: 80})
    standings = Standings(SNAPSHOT, TODAY, small)
    assert [str(size) for size in crowded(standings)] == ["close 2 of 1"]
    assert [str(size) for size in today_view(standings).crowded] == ["close 2 of 1"]
    assert crowded(Standings(SNAPSHOT, TODAY, Settings())) == ()
