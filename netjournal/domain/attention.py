"""Today: whom to get back to, by which means and why, in the order of attention."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from netjournal.domain.cooling import COOLED_AFTER, cooling_due, made_on
from netjournal.domain.date_lines import date_lines
from netjournal.domain.days import is_back, is_paused
from netjournal.domain.gathering import Gathering
from netjournal.domain.item import Group, Item, ItemKind, Placed, placed
from netjournal.domain.me import Me
from netjournal.domain.outline import Outline
from netjournal.domain.person_lines import person_line
from netjournal.domain.promise_lines import Journalled, promise_line
from netjournal.domain.promises import comes_up_on
from netjournal.domain.settings import Settings
from netjournal.domain.standing import Standing
from netjournal.domain.values import PersonId, RecordId


def attention(
    *,
    standings: Iterable[Standing],
    promises: Iterable[Outline],
    journalled: Journalled,
    gatherings: Iterable[Gathering],
    met: Mapping[RecordId, Sequence[PersonId]],
    me: Me,
    settings: Settings,
    today: date,
) -> tuple[Placed, ...]:
    """Every line of Today in order; whoever shows them cuts the groups.

    ``standings`` are those of the people in circles, ``promises`` those that are open; of others,
    and of what a promise is about, ``journalled`` is asked where that is shown. ``met`` names the
    people met at each gathering. In a pause there are dates only; afterwards
    the lines that arose before its end come back spread over a week.
    """
    known = {one.person.id: one for one in standings}
    by_date = [line for one in known.values() for line in date_lines(one, me, settings, today)]
    lines: list[Placed] = []
    if not is_paused(today, me.pauses):
        open_ones = list(promises)
        events = list(gatherings)
        lines = [
            *_promises(open_ones, known, journalled, me, settings, today),
            *_people(open_ones, known, events, me, today),
            *_choices(events, known, journalled, met, me, settings, today),
        ]
    shown = {line.key: line for line in by_date}
    shown |= {line.key: line for line in lines if is_back(line.key, line.arose, me.pauses, today)}
    return tuple(sorted(shown.values(), key=lambda line: line[:4]))


def _promises(
    promises: Iterable[Outline],
    known: Mapping[PersonId, Standing],
    journalled: Journalled,
    me: Me,
    settings: Settings,
    today: date,
) -> Iterator[Placed]:
    for one in promises:
        line = promise_line(one, known, journalled, me, settings, today)
        if line is not None:
            yield line


def _people(
    promises: Iterable[Outline],
    known: Mapping[PersonId, Standing],
    gatherings: Iterable[Gathering],
    me: Me,
    today: date,
) -> Iterator[Placed]:
    places: dict[str, str] = {}
    for one in sorted(gatherings, key=lambda one: (one.day or date.min, one.id)):
        # Somebody chosen without a conversation of that day was met there all the same.
        places |= dict.fromkeys((one.id, *one.chosen), one.name)
    planned: dict[PersonId, date] = {}
    for promise in promises:
        # An undated follow-up is no plan for any day: it holds no line back.
        if promise.is_follow_up and promise.is_dated:
            day = comes_up_on(promise, me.pauses)
            for person in promise.people:
                planned[person] = min(day, planned.get(person, day))
    for standing in known.values():
        line = person_line(standing, planned.get(standing.person.id), places, me, today)
        if line is not None:
            yield line


def _choices(
    gatherings: Iterable[Gathering],
    known: Mapping[PersonId, Standing],
    journalled: Journalled,
    met: Mapping[RecordId, Sequence[PersonId]],
    me: Me,
    settings: Settings,
    today: date,
) -> Iterator[Placed]:
    """One line for all people of a gathering from whom nobody was chosen yet."""
    for one in gatherings:
        last = one.until or one.day
        if last is None or last > today or one.chosen or one.settled or _is_history(one, last):
            continue
        everybody = met.get(one.id, ())
        # Those already in a circle need no choosing.
        if not any(_is_to_be_chosen(person, known, journalled) for person in everybody):
            continue
        due = cooling_due(last, me, settings)
        item = Item(
            kind=ItemKind.CHOOSE,
            group=Group.COOLING,
            key=one.id,
            reason=f"{len(everybody)} met, choose up to three",
            people=tuple(everybody),
            gathering=one.id,
            due=due,
            days=(today - due).days,
            what=one.name,
        )
        yield placed(item, due.toordinal(), 0, last)


def _is_to_be_chosen(
    person: PersonId, known: Mapping[PersonId, Standing], journalled: Journalled
) -> bool:
    standing = known.get(person)
    return not journalled.has_died(person) if standing is None else standing.state is None


def _is_history(gathering: Gathering, last: date) -> bool:
    """Whether it was written down so long after its last day that nobody is waiting."""
    made = made_on(gathering.made)
    return made is not None and (made - last).days > COOLED_AFTER
