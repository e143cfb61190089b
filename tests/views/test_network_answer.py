"""Collecting or relating, and the one thing to do next, from small journals."""

from __future__ import annotations

from typing import Any

import pytest

from netjournal.domain.introduction import Introduction
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Circle, Direction, EntryKind, PersonId, RecordId
from netjournal.views.network import network_view
from netjournal.views.network_answer import answer, next_thing
from netjournal.views.standings import Standings
from tests.domain.make import ANA, ME, TODAY, ago, person, promise, talk
from tests.journal.make import BOB, bob, entry, gathering, snapshot_of

LETTER = talk(ago(3), Channel.EMAIL, Direction.INBOUND, people=[BOB], text="the roof")
OLD = promise(ago(200), text="the book")
NEW = promise(ago(9), text="the map")


def after(*records: Any) -> str:
    near = bob(circle=Circle.CLOSE)
    snapshot = snapshot_of(ME, person(), near, talk(ago(9)), talk(ago(8), people=[BOB]), *records)
    return next_thing(Standings(snapshot, TODAY, Settings()))


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ((OLD, NEW, LETTER), "Next: Bob Stone, the roof, wrote Sunday."),
        ((OLD, NEW), "Next: Ana Ruiz, the map, since 2 March."),
        ((promise(TODAY, text="the key"), NEW), "Next: Ana Ruiz, the key, today."),
        ((), "Nothing is waiting; ask somebody what they are looking for."),
    ],
)
def test_who_waits_for_a_reply_comes_before_an_old_promise(
    records: tuple[Any, ...], said: str
) -> None:
    assert after(*records) == said


def test_a_need_that_can_be_met_is_something_to_do_too() -> None:
    need = entry(EntryKind.NEED, "a printer")
    offer = entry(EntryKind.OFFER, "printing on Sundays", who=BOB)
    assert after(need, offer) == "Next: Ana Ruiz needs a printer, and somebody can help."


def test_an_introduction_that_waits_for_me_is_something_to_do() -> None:
    two = (PersonId(ANA), PersonId(BOB))
    both = Introduction(id=RecordId("6000001"), made="now", day=ago(9), people=two, agreed=two)
    assert after(both) == "Next: Ana Ruiz and Bob Stone, both agreed: introduce them."
    made = both._replace(state="introduced", introduced=ago(3))
    assert after(made).startswith("Nothing is waiting")


def test_who_was_met_a_few_days_ago_comes_before_who_was_met_in_winter() -> None:
    event = gathering(day=ago(5), chosen=("70",))
    long_ago = gathering("Dinner", ago(90), id="4000009", chosen=("71",))
    said = after(
        person("70", name="Zoë Müller", circle=Circle.NETWORK),
        person("71", name="Karl Brandt", circle=Circle.NETWORK),
        talk(ago(5), Channel.MET, Direction.MUTUAL, people=["70"], gathering=event.id),
        talk(ago(90), Channel.MET, Direction.MUTUAL, people=["71"], gathering=long_ago.id),
        event, long_ago,
    )  # fmt: skip
    assert said.startswith("Next: Zoë Müller, met Friday at PyCon")


def test_the_three_sentences_with_their_numbers() -> None:
    people = [person(str(100 + n), name=f"N{n}") for n in range(6)]
    talks = [talk(ago(3), people=[one.id]) for one in people[:4]]
    cards = [person(str(200 + n), Circle.ROLODEX, name=f"C{n}") for n in range(5)]
    standings = Standings(snapshot_of(ME, *people, *talks, *cards), TODAY, Settings())
    assert answer(network_view(standings)) == (
        "11 cards, 6 people in circles, 4 in touch.",
        "No gathering this quarter.",
        "That is relating: you are in touch with 4 of 6, 0 of 6 a quarter ago.",
    )


MORE = "That is more collecting than relating for now:"


def third(of: int, talks: dict[int, int], **fields: Any) -> str:
    """What is concluded of so many people, talked with so many days ago."""
    people = [person(str(100 + n), name=f"N{n}", **fields) for n in range(of)]
    passed = [talk(ago(days), people=[str(100 + n)]) for n, days in talks.items()]
    standings = Standings(snapshot_of(ME, *people, *passed), TODAY, Settings())
    return answer(network_view(standings))[2]


@pytest.mark.parametrize(
    ("of", "talks", "fields", "said"),
    [
        (0, {}, {}, "It is too early to say whether you are collecting or relating."),
        (4, {}, {}, "It is too early to say whether you are collecting or relating."),
        (9, {}, {"circle": Circle.ROLODEX},
         "Nobody is in a circle yet: choose the few who matter."),
        (6, {0: 99, 1: 99}, {}, f"{MORE} 2 of 6 have gone quiet, 4 wait for a first word."),
        (5, {}, {}, f"{MORE} 5 of 5 wait for a first word."),
        (5, dict.fromkeys(range(4), 99), {},
         f"{MORE} 4 of 5 have gone quiet, 1 waits for a first word."),
        (6, {0: 99, 1: 2}, {}, f"{MORE} 1 of 6 has gone quiet, 4 wait for a first word."),
        (5, {0: 99}, {}, f"{MORE} 1 of 5 has gone quiet, 4 wait for a first word."),
        (6, {0: 99, 1: 99}, {"circle_since": ago(2)},
         "6 of 6 are newly chosen; they come up over the weeks ahead."),
    ],
)  # fmt: skip
def test_who_was_never_written_to_has_not_gone_quiet(
    of: int, talks: dict[int, int], fields: dict[str, Any], said: str
) -> None:
    assert third(of, talks, **fields) == said
