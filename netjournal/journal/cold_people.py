"""Who somebody is, by the index and what was written since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from netjournal.domain.gesture import Raw, Table
from netjournal.journal import index
from netjournal.journal.book import Dossier, Last, dossier, is_iso_day, last_of, newest_of
from netjournal.journal.layers import index_of, people_in, text_in
from netjournal.store.codec import decode
from netjournal.store.dictionary import Dictionary

if TYPE_CHECKING:
    from netjournal.domain.conversation import Conversation

T = TypeVar("T")
Rows = dict[str, Raw | None]
Since = dict[tuple[str, str], tuple[Raw | None, Raw | None]]
"""Records by table and id as the index knows them, and as they are now."""


class BeyondIndexError(Exception):
    """Something was asked that only the whole journal can answer."""


class WornIndexError(BeyondIndexError):
    """What was written since the index was made is beyond it; a new one would answer."""


class ColdPeople:
    """The dossiers of the index, brought up to now.

    Those who were merged since are joined to whom they are now. A conversation that was corrected
    or removed matters to who it was the newest with, and only to them.
    """

    def __init__(self, kept: Dictionary, since: Since, overlay: Mapping[str, Rows]) -> None:
        self._kept = kept
        self._since = since
        self._people: Rows = overlay.get(Table.PEOPLE, {})
        self._talked: Rows = overlay.get(Table.CONVERSATIONS, {})
        self._dossiers: dict[str, Dossier | None] = {}
        self._people_kept: dict[str, Any] = {}

    @cached_property
    def _talks(self) -> dict[str, tuple[str, ...]]:
        """Conversations since, by person."""
        return index_of(self._talked, people_in)

    def dossier(self, id: str) -> Dossier | None:
        """What tells somebody apart, with what came since; None when they are gone."""
        if id not in self._dossiers:
            self._dossiers[id] = self._brought_up(id)
        return self._dossiers[id]

    def own(self, id: str) -> Dossier | None:
        """What their own record tells, whatever passed since."""
        final = self.final(id)
        who = self._as_kept(final)
        return self._renewed(final, self._people[final], who) if final in self._people else who

    def _brought_up(self, id: str) -> Dossier | None:
        final = self.final(id)
        if final != id:
            return self.dossier(final)
        who = self.own(id)
        if who is None:
            return None
        for other in self._joined.get(id, ()):
            kept = self._as_kept(other)
            if kept is None:
                self._check_new(other)
            who = _joined(who, other, kept)
        talks = [talk for each in (id, *who.merged) for talk in self._talks.get(each, ())]
        newest = newest_of(talks, self._talk_raw, self._talk)
        last = last_of(newest) if newest else None
        if not self._is_recounted(id, who, last):
            last = max(who.last, last, key=_moment)
        return who._replace(talked=who.talked or bool(talks), last=last)

    def _as_kept(self, id: str) -> Dossier | None:
        """What the index tells of somebody."""
        kept = self._person_kept(id)
        if kept is None or isinstance(kept, str):
            return None
        who = Dossier(*kept)
        return who._replace(last=Last(*who.last)) if who.last else who

    def _person_kept(self, id: str) -> Any:
        if id not in self._people_kept:
            self._people_kept[id] = self._kept.get(index.person(id))
        return self._people_kept[id]

    def final(self, id: str) -> str:
        """The person an id stands for now, merges followed.

        Raises:
            WornIndexError: people were merged into each other.
        """
        seen = [id]
        while (target := self._merged_into(seen[-1])) is not None:
            if target in seen:
                raise WornIndexError(f"who {id} is")
            seen.append(target)
        return seen[-1]

    def _merged_into(self, id: str) -> str | None:
        if id in self._people:
            target = (self._people[id] or {}).get("merged_into")
        else:
            target = self._person_kept(id)
        return target if isinstance(target, str) else None

    @cached_property
    def _joined(self) -> Mapping[str, Sequence[str]]:
        """Those merged since, by the person they are now."""
        found: dict[str, list[str]] = {}
        for id, raw in self._people.items():
            if (
                raw is not None
                and "merged_into" in raw
                and "merged_into" not in (self._since[Table.PEOPLE, id][0] or {})
            ):
                found.setdefault(self.final(id), []).append(id)
        return found

    @cached_property
    def recounted(self) -> Mapping[str, Sequence[str]]:
        """Conversations by person that are not as the index counted them."""
        was = {
            id: before
            for (table, id), (before, now) in self._since.items()
            if table == Table.CONVERSATIONS and before is not None and before != now
        }
        return index_of(was, people_in)

    def _is_recounted(self, id: str, who: Dossier, last: Last | None) -> bool:
        """Whether the newest conversation of the index is another now, and one is newer still.

        Raises:
            WornIndexError: which one was the newest before it, the index does not know.
        """
        for each in (id, *who.merged):
            for talk in self.recounted.get(each, ()):
                was = self._since[Table.CONVERSATIONS, talk][0] or {}
                day = text_in(was, "day")
                if is_iso_day(day) and who.last and (day, text_in(was, "made")) != who.last[:2]:
                    continue
                if who.last is None or not is_iso_day(day) or _moment(last) < _moment(who.last):
                    raise WornIndexError(f"the last talk with {id}")
                return True
        return False

    def _renewed(self, id: str, raw: Raw | None, before: Dossier | None) -> Dossier | None:
        if raw is None:
            return None
        from netjournal.domain.person import Person

        now = dossier(raw, decoded(Person, id, raw))
        if before is None:
            self._check_new(id)
            return now
        return now._replace(talked=before.talked, last=before.last, merged=before.merged)

    def _check_new(self, id: str) -> None:
        """Of who came back, or was named before they came, the index has what names them alone.

        Raises:
            WornIndexError: it has some of somebody it knows nothing else of.
        """
        from netjournal.journal import places

        if self._kept.get(places.touching(id)):
            raise WornIndexError(f"what passed with {id}")

    def _talk_raw(self, id: str) -> Raw:
        return self._since[Table.CONVERSATIONS, id][1] or {}

    def _talk(self, id: str) -> Conversation | None:
        from netjournal.domain.conversation import Conversation

        return decoded(Conversation, id, self._talk_raw(id))


def _joined(who: Dossier, id: str, other: Dossier | None) -> Dossier:
    """Somebody with what belongs to another who is the same."""
    if other is None:
        return who._replace(merged=(*who.merged, id))
    return who._replace(
        talked=who.talked or other.talked,
        last=max(who.last, other.last, key=_moment),
        merged=(*who.merged, id, *other.merged),
    )


def _moment(last: Last | None) -> tuple[str, str]:
    return last[:2] if last else ("", "")


def decoded(cls: type[T], id: str, raw: Raw | None) -> T | None:
    """A record, or None where there is none or it cannot be read."""
    try:
        return decode(cls, id, raw) if raw is not None else None
    except ValueError:
        return None
