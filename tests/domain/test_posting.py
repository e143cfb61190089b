"""A postcard's life, from its posting on."""

from __future__ import annotations

from netjournal.domain.abroad import country_of
from netjournal.domain.person import Address
from netjournal.domain.posting import has_address, lead_days, posted
from netjournal.domain.values import Channel, Direction, Reply
from tests.domain.make import ME, SETTINGS, TODAY, ago, person, talk

CARD = Channel.POSTCARD
ABROAD = person(addresses=(Address(city="Lyon", country="France"),))


def test_three_cards_by_hand() -> None:
    """At home a card waits 21 days; the first was answered after 12."""
    talks = [
        talk(ago(90), CARD), talk(ago(78), Channel.EMAIL, Direction.INBOUND),
        talk(ago(60), CARD), talk(ago(9), CARD),
    ]  # fmt: skip
    cards = posted(person(), talks, me=ME, settings=SETTINGS, today=TODAY)
    assert [(one.talk.day, one.reply, one.until, one.days) for one in cards] == [
        (ago(9), Reply.AWAITED, ago(-12), None),
        (ago(60), Reply.NONE, ago(39), None),
        (ago(90), Reply.ANSWERED, ago(69), 12),
    ]


def test_abroad_the_window_is_longer_and_so_is_the_way() -> None:
    card = talk(ago(30), CARD)
    (one,) = posted(ABROAD, [card], me=ME, settings=SETTINGS, today=TODAY)
    assert (one.reply, one.until) == (Reply.AWAITED, ago(-5))
    assert (lead_days(ABROAD, ME, SETTINGS), lead_days(person(), ME, SETTINGS)) == (14, 5)
    assert country_of(ABROAD) == "France"


def test_who_has_no_address() -> None:
    assert has_address(ABROAD)
    assert not has_address(person(addresses=(Address(),)))
    assert not has_address(person(addresses=()))


def test_what_came_by_post_is_no_card_of_mine() -> None:
    talks = [talk(ago(9), CARD, Direction.INBOUND), talk(ago(8))]
    assert posted(person(), talks, me=ME, settings=SETTINGS, today=TODAY) == ()
