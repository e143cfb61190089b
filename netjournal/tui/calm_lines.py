"""What Today shows on a day without lines: what to do first, or that all is well."""

from __future__ import annotations

from collections.abc import Iterator

from netjournal.domain.phrases import near_day
from netjournal.text import plural
from netjournal.tui.picture import Picture
from netjournal.tui.widgets.rows import BLANK, Cell, Row, said

_AHEAD = 3


def calm_rows(picture: Picture) -> Iterator[Row]:
    """A sentence that is read first, then the keys that lead on."""
    yield BLANK
    people = list(picture.snapshot.people())
    if not people:
        yield from _first_run()
    elif not any(person.circle.in_network for person in people):
        yield from _nobody_chosen(len(people))
    else:
        yield from _all_well(picture)


def _first_run() -> Iterator[Row]:
    yield said("A journal for the few relationships that matter.", "strong")
    yield said("Nobody is in it yet. Begin with one of these:")
    yield BLANK
    yield _key("a", "note what happened, in one line: coffee with Ana yesterday")
    yield _key("i", "read an address book (vCard); it lands in the rolodex, and never nags")
    yield _key("?", "see every key")
    yield _key("q", "leave, and look at a sample first with: netjournal demo")


def _nobody_chosen(count: int) -> Iterator[Row]:
    yield said("Nobody is in a circle yet.", "strong")
    yield said(
        f"{plural(count, 'person is', 'people are')} in the rolodex: findable, and "
        "never proposed. Choose the few that matter:"
    )
    yield BLANK
    yield _key("2", "see them all: / finds one, R goes through them, twenty a sitting")
    yield _key("o", "put the highlighted person in a circle")


def _all_well(picture: Picture) -> Iterator[Row]:
    from netjournal.views.ahead import ahead

    done = _noted_today(picture)
    yield said("All done for today." if done else "Nothing to do today.", "strong")
    told = f"{plural(done, 'contact')} noted. " if done else ""
    yield said(f"{told}{str(picture.today.in_touch).capitalize()}. Enjoy the day.")
    coming = [line for line in ahead(picture.standings) if line.day > picture.day][:_AHEAD]
    if coming:
        yield BLANK
        yield Row((Cell("Coming", "group"),), flow=True)
    for line in coming:
        about = "" if picture.discreet else line.text
        yield Row(
            (Cell(f"  {line.sign}", "muted"), Cell(near_day(line.day, picture.day), "accent"),
             Cell(line.names, "strong"), Cell(about)),
            flow=True,
        )  # fmt: skip
    yield BLANK
    yield _key("a", "note what happened")
    yield _key("2", "see everybody")


def _noted_today(picture: Picture) -> int:
    """Conversations of this day; told once, so that looking through all of them is no matter."""
    return sum(talk.day == picture.day for talk in picture.snapshot.conversations())


def _key(key: str, does: str) -> Row:
    return Row((Cell(f"  {key}", "accent"), Cell(does)), flow=True, wrap=True)
