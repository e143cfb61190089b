"""Which circle somebody is to be in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType

from netjournal.domain.values import Circle
from netjournal.tui.modals.choosing import ChoiceDialog
from netjournal.tui.widgets.choice_list import Choice

_ABOUT = {
    Circle.INNER: "the few nearest",
    Circle.CLOSE: "people I am close to",
    Circle.NETWORK: "people I keep in touch with",
    Circle.ROLODEX: "findable, never proposed",
}


class CircleModal(ChoiceDialog[Circle]):
    """One key a circle; each says how full it is (``14 of 15``)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "i",
            "choose('i')",
            "Inner",
            False,
            tooltip="Put into the inner circle",
            id="circle-inner",
        ),
        Binding(
            "c",
            "choose('c')",
            "Close",
            False,
            tooltip="Put into the close circle",
            id="circle-close",
        ),
        Binding(
            "n",
            "choose('n')",
            "Network",
            False,
            tooltip="Put into the network",
            id="circle-network",
        ),
        Binding(
            "r",
            "choose('r')",
            "Rolodex",
            False,
            tooltip="Put into the rolodex",
            id="circle-rolodex",
        ),
    ]

    def __init__(
        self, name: str, current: Circle | None, sizes: Mapping[Circle, str] | None = None
    ) -> None:
        sizes = sizes or {}
        super().__init__(
            f"Circle of {name}",
            [
                (
                    Choice(
                        key=circle.value[0],
                        label=circle.value,
                        about=" · ".join(part for part in (sizes.get(circle, ""), about) if part),
                        current=circle is current,
                    ),
                    circle,
                )
                for circle, about in _ABOUT.items()
            ],
        )
