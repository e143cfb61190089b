"""Lines for what Today does not list: a person, a promise."""

from __future__ import annotations

import pytest

from netjournal.domain.item import ItemKind
from netjournal.domain.values import Channel, Owner
from netjournal.views.doing import person_item, promise_item, reaches_out
from tests.domain.make import ANA, person, promise, stand
from tests.journal.make import BOB


def test_a_promise_is_a_line_about_its_people() -> None:
    call = promise(people=[BOB, ANA], text="the flat", channel=Channel.PHONE)
    item = promise_item(call)
    assert (item.key, item.commitment, item.person, item.people) == (
        call.id,
        call.id,
        BOB,
        (BOB, ANA),
    )
    assert (item.kind, item.channel, item.what) == (ItemKind.DUE, Channel.PHONE, "the flat")
    assert promise_item(promise(people=[])).person is None
    assert promise_item(promise(text="a boat", ask=True)).what == "ask: a boat"


@pytest.mark.parametrize(("owner", "reaches"), [(Owner.MINE, True), (Owner.THEIRS, False)])
def test_only_a_promise_of_mine_reaches_out(owner: Owner, reaches: bool) -> None:
    item = promise_item(promise(None, owner, channel=Channel.PHONE))
    assert reaches_out(item) is reaches


def test_a_person_is_a_line_of_their_own() -> None:
    item = person_item(stand(person()))
    assert (item.key, item.person, item.kind) == (ANA, ANA, ItemKind.STALE)
    assert reaches_out(item)
