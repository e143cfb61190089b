"""Named tuples that are made in full when first used are those of ``typing`` in all we use."""

from __future__ import annotations

import copy
import pickle
import sys
import typing
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Generic, Self, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal import tuples

T = TypeVar("T")
MINE = typing.cast("Any", tuples).NamedTuple
THEIRS: Any = typing.NamedTuple
BASES = pytest.mark.parametrize("base", [MINE, THEIRS], ids=["mine", "theirs"])


def point(base: Any) -> Any:
    """A class of both kinds, never used before."""

    class Point(base):  # type: ignore[misc]
        """A place."""

        x: int
        y: int = 2
        """Up."""
        name: str = ""

        @property
        def total(self) -> int:
            return int(self.x + self.y)

        def __str__(self) -> str:
            return f"{self.x}|{self.y}"

    return Point


class Kept(tuples.NamedTuple):
    """At the top of a module, where pickle finds it."""

    one: int
    other: str = "a"


VALUES = st.tuples(st.integers(), st.integers(), st.text())
ASKED: list[Callable[[Any, tuple[Any, ...]], object]] = [
    lambda cls, values: tuple(cls(*values)),
    lambda cls, values: tuple(cls(x=values[0])),
    lambda cls, values: tuple(cls(values[0], name=values[2])),
    lambda cls, values: repr(cls(*values)),
    lambda cls, values: str(cls(*values)),
    lambda cls, values: (cls(*values).x, cls(*values).y, cls(*values).name, cls(*values).total),
    lambda cls, values: tuple(cls(*values)._replace(y=7)),
    lambda cls, values: cls(*values)._asdict(),
    lambda cls, values: tuple(cls._make(values)),
    lambda cls, values: repr(cls._make(values)),
    lambda cls, values: cls(*values) == values,
    lambda cls, values: hash(cls(*values)) == hash(values),
    lambda cls, values: repr(copy.copy(cls(*values))),
    lambda cls, values: repr(copy.deepcopy(cls(*values))),
    lambda cls, _: (cls._fields, cls._field_defaults, cls.__match_args__, cls.__doc__),
    lambda cls, _: (cls.__name__, cls.__module__, type(cls), cls.__mro__[1:]),
    lambda cls, _: cls(0).__slots__ == () and not hasattr(cls(0), "__dict__"),
]


@pytest.mark.parametrize("ask", ASKED)
@given(values=VALUES)
def test_a_class_answers_as_that_of_typing(
    ask: Callable[[Any, tuple[Any, ...]], object], values: tuple[Any, ...]
) -> None:
    mine, theirs = point(MINE), point(THEIRS)
    assert ask(mine, values) == ask(theirs, values)
    assert ask(mine, values) == ask(theirs, values), "nor does it change once it is made"


@BASES
@pytest.mark.parametrize(
    "wrong", [((), {}), ((1, 2, "", 4), {}), ((1,), {"z": 1}), ((1,), {"x": 1})]
)
def test_what_does_not_fit_the_fields_is_refused(
    base: Any, wrong: tuple[tuple[Any, ...], dict[str, Any]]
) -> None:
    args, named = wrong
    with pytest.raises(TypeError):
        point(base)(*args, **named)


@BASES
def test_fields_are_matched_by_their_order(base: Any) -> None:
    cls = point(base)
    match cls(1, 2):
        case cls(x, 2):
            assert x == 1
        case _:
            raise AssertionError


@BASES
def test_a_class_of_it_may_check_what_it_is_given(base: Any) -> None:
    class Pair(base):  # type: ignore[misc]
        low: int
        high: int

    class Span(Pair):
        __slots__ = ()

        def __new__(cls, low: int, high: int) -> Self:
            return typing.cast("Self", super().__new__(cls, min(low, high), max(low, high)))

    assert (type(Span(3, 1)), Span(3, 1), Span(3, 1).high) == (Span, (1, 3), 3)
    assert type(Span._make((1, 2))) is Span
    assert type(Pair(1, 2)) is Pair


@BASES
def test_it_may_be_generic(base: Any) -> None:
    class Box(base, Generic[T]):  # type: ignore[misc]
        inside: T

    assert Box[int](3) == (3,)
    assert Box(inside="a").inside == "a"


def test_it_can_be_pickled_before_and_after_it_is_made() -> None:
    first = pickle.dumps(Kept(1))
    assert repr(pickle.loads(first)) == "Kept(one=1, other='a')"


def test_types_of_fields_are_known() -> None:
    assert typing.get_type_hints(Kept) == {"one": int, "other": str}


def test_who_kept_the_way_to_the_first_instance_may_go_on_using_it() -> None:
    cls = point(MINE)
    make = cls._make
    assert make((1, 2, "")) == make((1, 2, "")) == (1, 2, "")
    made = vars(cls)["_replace"]
    assert make((3, 4, "")).x == 3
    assert vars(cls)["_replace"] is made


def test_threads_may_make_the_first_instances_at_once() -> None:
    def total(cls: Any) -> object:
        return cls(1, y=3).total

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            for cls in (point(MINE) for _ in range(200)):
                assert list(threads.map(total, [cls] * 8)) == [4] * 8
    finally:
        sys.setswitchinterval(before)


def test_nothing_is_compiled_before_the_first_instance() -> None:
    cls = point(MINE)
    assert "_replace" not in vars(cls)
    cls(1)
    assert "_replace" in vars(cls)
