"""A circle's people side by side, by hand; who may step back comes first."""

from __future__ import annotations

from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Circle, Direction, EntryKind
from netjournal.views.side_by_side import side_by_side
from netjournal.views.standings import Standings
from tests.domain.make import ME, TODAY, ago, person, talk
from tests.journal.make import BOB, bob, entry, snapshot_of


def test_the_parts_of_three() -> None:
    snapshot = snapshot_of(
        ME, person(calibre=4), bob(circle=Circle.CLOSE), person("70", name="Zoë Müller"),
        talk(ago(9), Channel.MET, Direction.MUTUAL), talk(ago(8), Channel.EMAIL, Direction.INBOUND),
        talk(ago(5), Channel.EMAIL), entry(EntryKind.GAVE, "soup"),
        talk(ago(190), people=[BOB]),
    )  # fmt: skip
    rows = side_by_side(Circle.CLOSE, Standings(snapshot, TODAY, Settings()))
    told = [
        (one.standing.person.name, one.band, one.quiet, one.real, one.reached, one.gifts)
        for one in rows
    ]
    assert told == [
        ("Zoë Müller", "not yet", "", "not yet", "you 0, they 0, both 0", ""),
        ("Bob Stone", "silent", "quiet for 6 months", "6 months ago", "you 1, they 0, both 0", ""),
        ("Ana Ruiz", "strong", "quiet for 8 days", "9 days ago", "you 1, they 1, both 1",
         "gave 1, got 0"),
    ]  # fmt: skip
    assert [one.calibre for one in rows] == ["", "", "4"]


def test_nobodys_calibre_is_told_of_inner_people() -> None:
    snapshot = snapshot_of(ME, person(circle=Circle.INNER, calibre=4))
    (one,) = side_by_side(Circle.INNER, Standings(snapshot, TODAY, Settings()))
    assert one.calibre == ""
