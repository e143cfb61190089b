"""What is offered behind a half-typed word: the nearest name, a clause word, a topic."""

from __future__ import annotations

import pytest

from netjournal.capture.completion import Completion

COMPLETE = Completion(["Zoë Müller", "Ana Ruiz", "Ana Bell"], ["grant", "gov"])


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("called an", "called Ana Ruiz"),
        ("called ana b", "called Ana Bell"),
        ("zoe", "Zoë Müller"),
        ("lunch with ana ruiz, zoë m", "lunch with ana ruiz, Zoë Müller"),
        ("Ana: coffee. ne", "Ana: coffee. next: "),
        ("nex", "next: "),
        ("lunch #g", "lunch #grant"),
        ("lunch #go", "lunch #gov"),
    ],
)
def test_a_beginning_is_completed(typed: str, whole: str) -> None:
    assert COMPLETE(typed) == whole


@pytest.mark.parametrize("typed", ["", "a", "called x", "Ana Ruiz", "lunch #", "lunch #gov", "a#g"])
def test_nothing_is_offered_for_nothing_whole_or_unknown(typed: str) -> None:
    assert COMPLETE(typed) is None
