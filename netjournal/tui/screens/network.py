"""Network: who is in touch, how well, by which means; every figure opens its people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import BindingType

from netjournal.tui import keys
from netjournal.tui.host import Picture
from netjournal.tui.telling import ReportPage
from netjournal.views.report import Report, report


class NetworkPage(ReportPage):
    """The figures of the network."""

    PLACE: ClassVar[str] = "network"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.LOOKING]
    HINTS: ClassVar[Mapping[str, str]] = {
        "Size": "enter compares",
        "Let rest, one last card, or keep?": "r rest · p card · s keep for now",
        "Nearer, or less near?": "o changes the circle",
    }

    def told(self, picture: Picture) -> Report | None:
        """Every figure, in words."""
        if picture.discreet:
            return report("Network", ())  # all of it is figures
        from netjournal.views.network import network_view
        from netjournal.views.network_report import network_report

        return network_report(network_view(picture.standings), picture.standings)
