"""Who might step back, and who might be let go: an order and an offer, never an act."""

from __future__ import annotations

from netjournal.domain.quality import Band
from netjournal.domain.rightsize import may_be_let_go, step_back
from netjournal.domain.standing import Standing
from netjournal.domain.values import Channel, Circle, Reply
from tests.domain.make import ME, TODAY, ago, person, stand, talk


def quiet(id: str, days: int | None, calibre: int | None = None) -> Standing:
    talks = [] if days is None else [talk(ago(days), people=[id])]
    return stand(person(id, calibre=calibre), *talks)


def test_the_thinnest_first_then_the_longest_silence_then_the_lower_calibre() -> None:
    order = step_back(
        [
            (quiet("1", 10), Band.STRONG), (quiet("2", 200, 5), Band.SILENT),
            (quiet("3", 200, 2), Band.SILENT), (quiet("4", 300), Band.SILENT),
            (quiet("5", 90), Band.THIN), (quiet("6", None), Band.SILENT),
        ],
        TODAY, ME,
    )  # fmt: skip
    assert [one.person.id for one in order] == ["6", "4", "3", "2", "5", "1"]


def tried(days: int, circle: Circle = Circle.CLOSE, *, since: int = 60) -> Standing:
    return stand(person(circle=circle), talk(ago(days)), talk(ago(since), Channel.EMAIL))


def test_letting_go_is_offered_after_three_cadences_and_a_try_without_an_answer() -> None:
    assert may_be_let_go(tried(200), TODAY, ME)
    assert not may_be_let_go(tried(170), TODAY, ME)
    assert not may_be_let_go(tried(200, since=3), TODAY, ME)  # an answer may still come
    assert not may_be_let_go(tried(200, Circle.INNER), TODAY, ME)
    assert not may_be_let_go(quiet("1", 200), TODAY, ME)  # I never tried
    assert not may_be_let_go(stand(person(), talk(ago(9), reply=Reply.NONE)), TODAY, ME)
