"""Who is meant: one clear match is taken, and two possible people are never guessed between."""

from __future__ import annotations

import pytest

from netjournal.domain.gesture import Table
from netjournal.domain.person import Affiliation, Labelled
from netjournal.domain.values import ME as ME_ID
from netjournal.domain.values import Circle
from netjournal.errors import (
    AmbiguousNameError,
    InputError,
    NearlyKnownError,
    UnknownNameError,
)
from netjournal.journal.adding import read
from netjournal.journal.matching import (
    NEW,
    Meant,
    person_called,
    record_called,
    who_is_meant,
)
from netjournal.journal.snapshot import Snapshot
from tests.domain.make import ANA, ME, TODAY, person, promise, talk
from tests.journal.make import BOB, READING, bob, snapshot_of

ANN = person("51", name="Ana Ruhl", organisations=(Affiliation(name="Acme"),))
ONE = snapshot_of(ME, person(), bob())
TWO = snapshot_of(ME, person(), ANN, bob())


def meant(
    line: str,
    snapshot: Snapshot,
    answers: dict[str, str] | None = None,
    *,
    new: bool = False,
) -> Meant:
    return who_is_meant(read(line, snapshot, READING), answers, new=new)


def test_one_clear_name_is_taken() -> None:
    assert meant("called Ana", ONE).ids == {"ana": ANA}


def test_between_two_people_nobody_guesses() -> None:
    with pytest.raises(AmbiguousNameError) as error:
        meant("called Ana", TWO)
    assert [candidate.id for candidate in error.value.candidates] == ["51", ANA]
    assert error.value.text == "Ana"
    assert "Ana Ruhl (Acme, close" in error.value.message


def test_the_answer_settles_it_and_only_it() -> None:
    assert meant("called Ana", TWO, {"ana": "51"}).ids == {"ana": "51"}
    with pytest.raises(AmbiguousNameError):
        meant("called Ana", TWO, {"bob": BOB})


def test_an_answer_may_be_somebody_new() -> None:
    found = meant("Ana: coffee", TWO, {"ana": NEW})
    assert set(found.made) == {"ana"}
    assert found.ids["ana"] not in {ANA, "51"}


def test_a_new_name_before_the_colon_makes_somebody() -> None:
    found = meant("Grace Hopwood: coffee", ONE)
    assert [who.text for who in found.made.values()] == ["Grace Hopwood"]


def test_a_nearly_known_name_asks_and_new_insists() -> None:
    with pytest.raises(NearlyKnownError, match="Did you mean Ana Ruiz"):
        meant("Ana Riuz: coffee", ONE)
    assert meant("Ana Riuz: coffee", ONE, new=True).made
    assert meant("Ana Riuz: coffee", ONE, {"ana riuz": ANA}).ids == {"ana riuz": ANA}


def test_a_mention_of_two_people_is_left_as_text() -> None:
    found = meant("called Bob about Ana", TWO)
    assert [who.text for who in found.unlinked] == ["Ana"]
    assert set(found.ids.values()) == {BOB}
    assert meant("called Bob about Ana", TWO, {"ana": ANA}).ids["ana"] == ANA


def test_a_line_with_a_problem_is_nobody_s() -> None:
    with pytest.raises(InputError):
        meant("Ana: coffee on 31 february", ONE)


def test_a_person_called_by_name_address_or_the_beginning_of_an_id() -> None:
    who = bob(emails=(Labelled("Bob@Example.org"),))
    snapshot = snapshot_of(person("501234"), who)
    for text in ("bob", "Bob Stone", "bob@example.org", " BOB "):
        assert person_called(text, snapshot).id == BOB
    assert person_called("5012", snapshot).id == "501234"


@pytest.mark.parametrize("text", ["", "1", "zed", "99", "zed@example.org", "@", "٣"])
def test_nobody_is_called_so(text: str) -> None:
    with pytest.raises(UnknownNameError):
        person_called(text, ONE)


def test_an_unknown_name_says_whom_it_nearly_is() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean Ana Ruiz"):
        person_called("Ana Riuz", ONE)


def test_several_people_of_one_name_or_address_are_told() -> None:
    both = snapshot_of(person(), bob(emails=(Labelled("ana@example.org"),)))
    with pytest.raises(AmbiguousNameError):
        person_called("ana@example.org", both)
    with pytest.raises(AmbiguousNameError, match="Write more of the name"):
        person_called("ana", TWO)


def test_of_many_people_of_one_name_some_are_told_and_the_rest_counted() -> None:
    many = (person(f"9{n}", name=f"Cy Ozols {n}", given="Cy") for n in range(11))
    with pytest.raises(AmbiguousNameError) as caught:
        person_called("cy", snapshot_of(*many))
    said = str(caught.value)
    assert "may be 11 people: Cy Ozols 0 (" in said
    assert said.count("Cy Ozols") == 8
    assert said.endswith("; and 3 more. Write more of the name.")
    assert len(caught.value.candidates) == 11


def test_a_merged_person_is_the_other_by_any_id() -> None:
    snapshot = snapshot_of(person(), bob(merged_into=ANA))
    assert person_called(BOB, snapshot).id == ANA


def test_a_silent_person_is_found_when_nobody_known_fits() -> None:
    silent = person("74", name="Cy Ozols", circle=Circle.ROLODEX)
    assert person_called("cy", snapshot_of(silent, bob())).id == "74"


def test_a_record_by_the_beginning_of_its_id() -> None:
    mine, lunch = promise(TODAY), talk(TODAY)
    snapshot = snapshot_of(mine, lunch)
    assert record_called(mine.id, snapshot) == (Table.COMMITMENTS, mine.id)
    assert record_called(lunch.id[:5], snapshot) == (Table.CONVERSATIONS, lunch.id)
    with pytest.raises(UnknownNameError):
        record_called("9", snapshot)
    with pytest.raises(UnknownNameError):
        record_called("lunch", snapshot)
    with pytest.raises(AmbiguousNameError, match="Type more"):
        record_called("10", snapshot_of(talk(TODAY), talk(TODAY)))


def test_me_is_a_name_of_its_own() -> None:
    capture = read("me: offers: a spare room", ONE, READING)
    found = who_is_meant(capture)
    assert found.id_of(capture.people[0]) == ME_ID
    assert found.ids == {}
