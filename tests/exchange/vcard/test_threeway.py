"""What was changed on one side is taken, on the other stays; what is missing is asked about."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from netjournal.domain.person import Affiliation, Labelled, Person
from netjournal.domain.values import PartialDate, PersonId
from netjournal.exchange.vcard.fields import CardFields
from netjournal.exchange.vcard.threeway import Before, merged
from tests.exchange.vcard.cards import MADE, fields

BASE = fields("FN:Ana Ruiz", "TEL;TYPE=CELL:111111", "TEL;TYPE=HOME:222222", "BDAY:1980-03-01")


class Answers:
    """Answers every question alike, and remembers them."""

    def __init__(self, answer: int = 0) -> None:
        self.answer = answer
        self.asked: list[str] = []

    def __call__(self, about: str, text: str, choices: Sequence[str]) -> int:
        self.asked.append(text)
        assert about in {"both", "gone"}
        assert len(choices) == 2
        return self.answer


def person(**values: object) -> Person:
    made = Person(id=PersonId("7"), made=MADE, name=BASE.name, phones=BASE.phones,
                  birthday=BASE.birthday)  # fmt: skip
    return made._replace(**values)  # type: ignore[arg-type]  # fields by name


def after(
    mine: Person, theirs: CardFields, ask: Answers, *, is_newer: bool = False
) -> tuple[Person, list[str]]:
    return merged(mine, Before(base=BASE, is_newer=is_newer), theirs, ask)


def card(*lines: str) -> CardFields:
    return fields("FN:Ana Ruiz", *lines)


def numbers(who: Person) -> list[str]:
    return [phone.value for phone in who.phones]


def test_a_value_changed_by_them_takes_the_place_of_the_old() -> None:
    theirs = card("TEL;TYPE=CELL:333333", "TEL;TYPE=HOME:222222", "BDAY:1980-03-01")
    ana, words = after(person(), theirs, Answers())
    assert (numbers(ana), words) == (["333333", "222222"], ["phones"])


def test_a_label_or_spelling_changed_by_them_is_taken() -> None:
    theirs = card("TEL;TYPE=WORK:11 11 11", "TEL;TYPE=HOME:222222", "BDAY:1980-03-01")
    ana, _ = after(person(), theirs, Answers())
    assert ana.phones == (Labelled("11 11 11", "work"), Labelled("222222", "home"))


def test_what_i_changed_and_they_did_not_stays() -> None:
    mine = person(phones=(Labelled("999999", "mobile"),), birthday=PartialDate(4, 2))
    ask = Answers()
    assert after(mine, BASE, ask) == (mine, [])
    assert ask.asked == []


@pytest.mark.parametrize(("answer", "birthday"), [(0, (4, 2)), (1, (5, 3))])
def test_a_single_value_changed_by_both_is_asked_about(
    answer: int, birthday: tuple[int, int]
) -> None:
    theirs = card("TEL;TYPE=CELL:111111", "TEL;TYPE=HOME:222222", "BDAY:1980-05-03")
    ask = Answers(answer)
    ana, _ = after(person(birthday=PartialDate(4, 2)), theirs, ask)
    assert ana.birthday is not None
    assert (ana.birthday.month, ana.birthday.day) == birthday
    assert ask.asked == [
        "Ana Ruiz was changed here and in the card: birthday --04-02 here, 1980-05-03 there."
    ]


@pytest.mark.parametrize(("answer", "left"), [(0, ["111111", "222222"]), (1, ["111111"])])
def test_what_a_newer_card_lacks_is_asked_about(answer: int, left: list[str]) -> None:
    theirs = card("TEL;TYPE=CELL:111111", "BDAY:1980-03-01")
    ask = Answers(answer)
    ana, _ = after(person(), theirs, ask, is_newer=True)
    assert numbers(ana) == left
    assert ask.asked == ["The card of Ana Ruiz no longer has: phone 222222."]


def test_what_a_card_of_the_same_day_lacks_is_no_question() -> None:
    ask = Answers(1)
    ana, _ = after(person(), card(), ask)
    assert (numbers(ana), ask.asked) == (["111111", "222222"], [])


def test_a_number_i_took_out_does_not_come_back_from_another_phone() -> None:
    mine = person(phones=(Labelled("111111", "mobile"),))
    before = Before(base=None, seen={"phones": BASE.phones})
    theirs = card("TEL:222222", "TEL:333333", "ORG:Acme")
    ana, words = merged(mine, before, theirs, Answers())
    assert (numbers(ana), words) == (["111111", "333333"], ["organisations", "phones"])


def test_a_number_that_is_here_in_another_spelling_is_not_added() -> None:
    mine = person(phones=(Labelled("+49 30 901820"),))
    ana, words = merged(mine, Before(base=None, region="DE"), card("TEL:030 901820"), Answers())
    assert (numbers(ana), words) == (["+49 30 901820"], [])


def test_another_phone_replaces_nothing() -> None:
    before = Before(base=None)
    theirs = fields("FN:Anita", "TEL;TYPE=CELL:333333", "BDAY:1981-01-01", "TITLE:Boss")
    mine = person(organisations=(Affiliation(name="Acme", title="Boss"),))
    ana, _ = merged(mine, before, theirs, Answers())
    assert (ana.name, ana.birthday) == ("Ana Ruiz", BASE.birthday)
    assert numbers(ana) == ["111111", "222222", "333333"]


def test_a_year_is_added_to_a_birthday_without_one() -> None:
    mine = person(birthday=PartialDate(3, 1))
    ana, words = merged(mine, Before(base=None), card("BDAY:1980-03-01"), Answers())
    assert (ana.birthday, words) == (PartialDate(3, 1, 1980), ["birthday"])
