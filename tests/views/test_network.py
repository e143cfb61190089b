"""The network's figures over a small journal, worked by hand; its sentences and JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from netjournal.domain.introduction import Introduction
from netjournal.domain.person import Rest
from netjournal.domain.quality import Band
from netjournal.domain.settings import Settings
from netjournal.domain.values import Channel, Circle, Direction, EntryKind, Owner, RecordId
from netjournal.views.network import NetworkView, network_view, quarter_start
from netjournal.views.network_answer import answer
from netjournal.views.network_report import network_json, network_report
from netjournal.views.report import markdown
from netjournal.views.standings import InTouch, Standings
from tests.domain.make import ANA, ME, TODAY, ago, person, promise, talk
from tests.journal.make import BOB, bob, entry, gathering, snapshot_of

MUTUAL = Direction.MUTUAL


def of(*records: Any) -> tuple[NetworkView, Standings]:
    standings = Standings(snapshot_of(ME, *records), TODAY, Settings())
    return network_view(standings), standings


def lived_in() -> tuple[NetworkView, Standings]:
    """Ana (close) is in touch again, Bob (network) was and is quiet, Kim rests, Lou is a card."""
    return of(
        person(calibre=4), bob(circle=Circle.NETWORK),
        person("70", name="Kim", rest=Rest(ago(9))),
        person("71", name="Lou", circle=Circle.ROLODEX),
        talk(ago(5), Channel.MET, MUTUAL), talk(ago(4), Channel.PHONE, MUTUAL),
        talk(ago(190), Channel.MET, MUTUAL, people=[BOB]),
        talk(ago(20), Channel.EMAIL, people=[BOB]),
        entry(EntryKind.GAVE, "a plan", day=ago(9)), entry(EntryKind.GOT, "soup", day=ago(400)),
        promise(ago(3)), promise(ago(1), Owner.THEIRS, people=[BOB]),
        Introduction(id=RecordId("5"), made="2026", day=ago(9), people=(ANA, BOB)),
    )  # fmt: skip


def test_the_figures_by_hand() -> None:
    view, _ = lived_in()
    assert (view.in_touch, view.before) == (InTouch(1, 2), InTouch(1, 2))
    assert (view.returned, view.quietened) == ((ANA,), (BOB,))
    assert view.cards == 4
    assert view.bands[Band.STRONG] == (ANA,)
    assert view.bands[Band.THIN] == (BOB,)
    assert [(cell.calibre, cell.band, cell.people) for cell in view.grid] == [
        (4, Band.STRONG, (ANA,)), (None, Band.THIN, (BOB,)),
    ]  # fmt: skip
    email = view.by_channel[Channel.EMAIL]
    assert (email.response.answered, email.response.of, email.people) == (0, 1, (BOB,))
    assert (view.gave, view.got) == ((ANA,), ())
    assert (view.mine.kept.of, view.theirs.kept.of) == (1, 1)
    assert view.weeks[-2].by_channel == {Channel.MET: 1, Channel.PHONE: 1}
    assert sum(week.n for week in view.weeks) == 4
    assert len(view.weeks) == 52


def test_who_is_inner_is_in_no_cell() -> None:
    view, _ = of(person(circle=Circle.INNER, calibre=5))
    assert view.grid == ()
    assert view.bands[Band.NOT_YET] == (ANA,)


@pytest.mark.parametrize(
    ("day", "start"),
    [("2026-03-31", "2026-01-01"), ("2026-04-01", "2026-04-01"), ("2026-12-31", "2026-10-01")],
)
def test_quarters(day: str, start: str) -> None:
    assert quarter_start(date.fromisoformat(day)) == date.fromisoformat(start)


def test_the_page_in_words() -> None:
    view, standings = lived_in()
    page = network_report(view, standings)
    assert page.figure == "in touch 1 of 2"
    assert page.lead == (
        "4 cards, 2 people in circles, 1 in touch.",
        "No gathering this quarter.",
        "It is too early to say whether you are collecting or relating.",
        "Next: Ana Ruiz, the book, since Sunday.",
    )
    text = markdown(page)
    assert text.startswith("# Network\n\n**in touch 1 of 2**")
    assert "- thin: 1 · Bob Stone\n" in text
    assert (
        "```text\ncalibre 4  strong  1   warm  ·   thin  ·   silent  ·\nnot said   strong" in text
    )


def test_every_number_of_the_page_by_hand_with_the_people_behind_it() -> None:
    """The map's columns are weeks from 17 March 2025 on.

    Bob was met on 2 September, in the 25th; he was written to on 19 February, in the 49th; with
    Ana something passed on the 6th and 7th of March, in the 51st.
    """
    view, standings = lived_in()
    page = network_report(view, standings)
    both, none = (BOB, ANA), ()
    told = {s.title: [(row.said, row.detail, row.people) for row in s.rows] for s in page.sections}
    months = told["Contacts a week"].pop(0)
    assert told == {
        "In touch": [
            ("1 of 2 in two-way contact within their cadence", "1 of 2 on 31 December 2025",
             (ANA,)),
            ("quiet since then: Bob Stone", "", (BOB,)),
            ("back since then: Ana Ruiz", "", (ANA,)),
        ],
        "Relationships": [("strong 1", "Ana Ruiz", (ANA,)), ("thin 1", "Bob Stone", (BOB,))],
        "Calibre and relationship": [
            ("calibre 4 strong  1   warm  ·   thin  ·   silent  ·", "", (ANA,)),
            ("not said strong  ·   warm  ·   thin  1   silent  ·", "", (BOB,)),
        ],
        "Size": [
            ("inner 0 of 5", "", none), ("close 1 of 15", "", (ANA,)),
            ("network 1 of 80", "", (BOB,)),
        ],
        "Answers by channel": [("email 0 of 1 answered", "", (BOB,))],
        "Given and got within a year": [
            ("gave 1 to 1 person", "", (ANA,)), ("got 0", "", none),
        ],
        "Promises kept": [("yours kept 0 of 1", "", (ANA,)), ("theirs kept 0 of 1", "", (BOB,))],
        "Contacts a week": [
            ("phone " + "·" * 50 + "▄·", "1", (ANA,)),
            ("email " + "·" * 48 + "▄···", "1", (BOB,)),
            ("met " + "·" * 24 + "▄" + "·" * 25 + "▄·", "2", both),
            ("all " + "·" * 24 + "▄" + "·" * 23 + "▄·█·", "4", both),
            ("4 contacts in a year, at most 2 in a week", "", none),
        ],
        "Who introduced whom": [
            ("you Ana Ruiz and Bob Stone", "ask Ana Ruiz first", (ANA, BOB)),
        ],
    }  # fmt: skip
    named = " ".join(months[0].split())
    assert named == "Apr May Jun Jul Aug Sep Oct Nov Dec Jan Feb Mar"


def test_what_i_gave_and_asked_is_answered_apart() -> None:
    """Two emails gave something, one asked, one neither; three were answered within a week."""
    talks = [talk(ago(n), Channel.EMAIL) for n in (90, 60, 40, 20)]
    answers = [talk(ago(n), Channel.EMAIL, Direction.INBOUND) for n in (86, 58, 15)]
    view, standings = of(
        person(), *talks, *answers,
        entry(EntryKind.GAVE, "a plan", day=ago(90), conversation=talks[0].id),
        entry(EntryKind.GAVE, "a map", day=ago(60), conversation=talks[1].id),
        promise(ask=True, conversation=talks[2].id),
    )  # fmt: skip
    page = network_report(view, standings)
    told = {s.title: [row.said for row in s.rows] for s in page.sections}
    assert told["Answers by purpose"] == [
        "when you gave 2 of 2 answered, median 3 days",
        "when you asked 0 of 1 answered, 1 heard from after that",
        "neither of both 1 of 1 answered, median 5 days",
    ]
    assert told["Answers by channel"] == [
        "email 3 of 4 answered, median 4 days, 1 heard from after that"
    ]


def many(in_touch: int, *more: Any) -> tuple[str, ...]:
    people = [person(str(100 + n), name=f"N{n}") for n in range(6)]
    talks = [talk(ago(3), people=[one.id]) for one in people[:in_touch]]
    return answer(of(*people, *talks, *more)[0])


def test_collecting_or_relating_is_said_from_the_data() -> None:
    assert "more collecting than relating" in many(2)[2]
    assert many(3)[2].startswith("That is relating")


def test_who_was_chosen_and_never_written_to_is_said() -> None:
    event = gathering(day=date(2026, 2, 2), chosen=("105", "104"))
    said = many(4, event)
    assert said[1] == (
        "This quarter 1 gathering, 2 met, 2 chosen, 0 followed up within two working days."
    )
    assert said[2] == "You keep in touch; 2 of 2 you chose wait for a first word."


def test_its_json_is_plain() -> None:
    view, standings = lived_in()
    whole = json.loads(json.dumps(network_json(view, standings)))["network"]
    assert whole["in_touch"] == {"n": 1, "of": 2}
    assert whole["bands"]["strong"] == [ANA]
    assert len(whole["sentences"]) == 4
    assert whole["kept"]["mine"] == {"n": 0, "of": 1, "median_days": None}


def test_an_empty_network_is_no_error() -> None:
    view, standings = of()
    assert network_report(view, standings).lead[0] == "0 cards, 0 people in circles, 0 in touch."
