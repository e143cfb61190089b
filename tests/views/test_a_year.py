"""A simulated year: every view over it agrees with the others and with counting by hand."""

from __future__ import annotations

import pytest

from netjournal.domain.quality import Band
from netjournal.domain.settings import Settings
from netjournal.domain.values import Circle, Direction
from netjournal.journal.snapshot import Snapshot
from netjournal.text import width
from netjournal.views.gathering_report import gathering_report, gatherings_report
from netjournal.views.gatherings import gathering_view, gatherings_view
from netjournal.views.give import give_view
from netjournal.views.network import NetworkView, network_view
from netjournal.views.network_report import network_report
from netjournal.views.postcards import postcards, postcards_report
from netjournal.views.standings import Standings
from netjournal.views.week import week_view
from tests.views.a_year import GATHERINGS, PEOPLE, TODAY, Year

SNAPSHOT = Snapshot({}).after(Year().changes())


@pytest.fixture(scope="module")
def standings() -> Standings:
    return Standings(SNAPSHOT, TODAY, Settings())


@pytest.fixture(scope="module")
def network(standings: Standings) -> NetworkView:
    return network_view(standings)


def test_the_headcount_is_said_and_is_no_figure(network: NetworkView) -> None:
    assert network.cards == PEOPLE
    assert network.in_touch.of == sum(size.n for c, size in network.sizes.items() if c.in_network)
    assert network.in_touch.of < PEOPLE / 5


def test_each_person_in_a_circle_is_in_one_band_and_one_cell(network: NetworkView) -> None:
    banded = [id for people in network.bands.values() for id in people]
    assert len(banded) == len(set(banded)) == network.in_touch.of
    celled = [id for cell in network.grid for id in cell.people]
    inner = [one.id for one in SNAPSHOT.people() if one.circle is Circle.INNER]
    assert sorted([*celled, *inner]) == sorted(banded)


def test_who_is_silent_is_not_in_touch(network: NetworkView) -> None:
    assert not set(network.bands[Band.SILENT]) & set(network.now)
    assert set(network.bands[Band.STRONG]) <= set(network.now)


def test_the_answers_by_channel_and_by_purpose_are_the_same_letters(network: NetworkView) -> None:
    by_channel = [one.response for one in network.by_channel.values()]
    by_purpose = [one.response for one in network.by_purpose.values()]
    assert sum(one.of + one.awaited for one in by_channel) == sum(
        one.of + one.awaited for one in by_purpose
    )
    near = {one.id for one in SNAPSHOT.people() if one.circle.in_network}
    sent = [
        talk for talk in SNAPSHOT.conversations()
        if talk.direction is Direction.OUTBOUND and set(talk.people) <= near
    ]  # fmt: skip
    assert sum(one.of + one.awaited for one in by_channel) == len(sent)


def test_the_evenings_add_up(standings: Standings) -> None:
    views = gatherings_view(standings)
    page = gatherings_report(views, standings)
    assert len(views) == GATHERINGS
    met, chosen = (sum(getattr(v.result, name) for v in views) for name in ("met", "chosen"))
    assert page.lead[0].startswith(f"{GATHERINGS} gatherings: {met} met, {chosen} chosen, ")
    for view in views:
        assert len(view.chosen) == view.result.chosen <= 3
        assert len(view.chosen) + len(view.others) == view.result.met


def test_the_weeks_five_are_people_in_circles_who_are_quiet_or_can_be_helped(
    standings: Standings, network: NetworkView
) -> None:
    lines = week_view(standings)
    assert len(lines) == 5
    needing = {line.need.person for line in give_view(standings).can_help}
    out_of_touch = set(network.bands[Band.THIN]) | set(network.bands[Band.SILENT])
    for line in lines:
        assert line.person in needing | out_of_touch | set(network.soon)


def test_every_page_fits_a_terminal_and_tells_something(standings: Standings) -> None:
    pages = [
        network_report(network_view(standings), standings),
        postcards_report(postcards(standings), standings),
        *(gathering_report(gathering_view(g, standings), standings)
          for g in SNAPSHOT.gatherings()),
    ]  # fmt: skip
    for page in pages:
        assert page.lead
        for section in page.sections:
            assert section.rows
            assert all(width(row.text) < 200 for row in section.rows)
