"""What can be given today: the page over a small journal, and its JSON."""

from __future__ import annotations

import json
from typing import Any

from netjournal.domain.introduction import Introduction
from netjournal.domain.person import Rest
from netjournal.domain.settings import Settings
from netjournal.domain.values import ME as ME_ID
from netjournal.domain.values import EntryKind, PersonId, RecordId
from netjournal.views.give import GiveView, give_json, give_report, give_view
from netjournal.views.report import markdown
from netjournal.views.standings import Standings
from tests.domain.make import ANA, ME, TODAY, ago, person
from tests.journal.make import BOB, bob, entry, snapshot_of

PRINTER = entry(EntryKind.NEED, "a printer", day=ago(9))
FLAT = entry(EntryKind.NEED, "a flat", day=ago(2))
PRESS = entry(EntryKind.OFFER, "printing on Sundays", who=BOB, day=ago(400))
ROOM = entry(EntryKind.OFFER, "a spare room", who=ME_ID)
GAVE = entry(EntryKind.GAVE, "the plan", day=ago(3))
GOT = entry(EntryKind.GOT, "an afternoon", day=ago(30))
LINES = (PRINTER, FLAT, PRESS, ROOM, GAVE, GOT)


def seen(*records: Any) -> tuple[GiveView, Standings]:
    standings = Standings(snapshot_of(ME, *records), TODAY, Settings())
    return give_view(standings), standings


def test_the_page_says_who_can_help_with_what_and_why() -> None:
    view, standings = seen(person(), bob(), *LINES)
    page = give_report(view, standings)
    assert page.lead == ("2 open needs, 1 of them with somebody who can help.",)
    told = {s.title: [(row.said, row.detail) for row in s.rows] for s in page.sections}
    assert told == {
        "You can help": [
            ("Ana Ruiz needs a printer", "2 March"),
            ("Bob Stone offers printing on Sundays", "both name printer"),
        ],
        "Needs with no offer yet": [("Ana Ruiz needs a flat", "9 March")],
        "Still so?": [("Bob Stone offers printing on Sundays", "noted 13 months ago")],
        "Your offers": [("you offer a spare room", "noted today")],
        "Given and got": [("Ana Ruiz gave 1, got 1", "3 days ago you gave: the plan")],
    }


def test_who_rests_is_left_in_peace_and_who_died_is_in_no_line() -> None:
    view, _ = seen(person(), bob(rest=Rest(ago(3))), *LINES)
    assert not view.can_help
    view, _ = seen(person(died=True), bob(), *LINES)
    assert not view.needs
    assert not view.ledger


def test_an_old_need_without_an_offer_is_asked_about_and_stands_in_one_place() -> None:
    old = entry(EntryKind.NEED, "a boat", day=ago(200))
    view, standings = seen(person(), old, FLAT)
    told = {s.title: [row.said for row in s.rows] for s in give_report(view, standings).sections}
    assert told == {
        "Needs with no offer yet": ["Ana Ruiz needs a flat"],
        "Still so?": ["Ana Ruiz needs a boat"],
    }


def test_a_match_says_how_far_the_introduction_of_both_is() -> None:
    both = Introduction(
        id=RecordId("6000001"), made="now", day=ago(40), people=(PersonId(BOB), PersonId(ANA))
    )

    def detail(**fields: Any) -> str:
        view, standings = seen(person(), bob(), PRINTER, PRESS, both._replace(**fields))
        return give_report(view, standings).sections[0].rows[1].detail

    assert detail() == "both name printer · ask Bob Stone first"
    assert (
        detail(state="introduced", introduced=ago(9)) == "both name printer · introduced 9 days ago"
    )
    assert detail(state="dropped") == "both name printer"


def test_one_person_alone() -> None:
    _, standings = seen(person(), bob(), *LINES)
    assert not give_view(standings, BOB).needs
    assert [line.person for line in give_view(standings, ANA).ledger] == [ANA]


def test_an_empty_page_says_what_to_do_first() -> None:
    view, standings = seen()
    assert "netjournal add" in give_report(view, standings).lead[0]
    assert give_report(view, standings).sections == ()


def test_its_json_holds_every_match() -> None:
    view, standings = seen(person(), bob(), *LINES)
    whole = json.loads(json.dumps(give_json(view, standings.snapshot)))["give"]
    assert whole["needs"][0]["matches"][0]["shared"] == ["printer"]
    assert whole["needs"][0]["need"]["text"] == "a printer"
    assert whole["mine"][0]["text"] == "a spare room"


def test_markdown_escapes_what_users_wrote() -> None:
    view, standings = seen(person(name="*A* [b](c)"), bob(), *LINES)
    text = markdown(give_report(view, standings))
    assert text.startswith("# Give\n\n2 open needs")
    assert "- \\*A\\* \\[b\\](c) needs a printer: 2 March" in text
    assert "  - Bob Stone offers" in text
