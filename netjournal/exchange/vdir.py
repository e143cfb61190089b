"""A folder of cards, one file a person, as khard and vdirsyncer keep them (vdir).

Only files that change are written, each put in place as a whole: syncing programs look at the time
and size of a file. A file keeps its name for as long as its card has the same UID.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from netjournal.errors import InputError
from netjournal.exchange.files import write_file
from netjournal.exchange.vcard.emit import PRODUCT
from netjournal.exchange.vcard.exporting import Written
from netjournal.exchange.vcard.reading import Outside, ReadCard, first, plain_value, read_cards
from netjournal.exchange.vcard.uids import uid_from, uid_key
from netjournal.text import safe_line

SUFFIX = ".vcf"
_SAFE = re.compile(r"[A-Za-z0-9-]{1,80}")


@dataclass(frozen=True, slots=True)
class Synced:
    """What became of the files of a folder."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0
    foreign: tuple[str, ...] = ()
    """Files of people removed that another program wrote; they stay."""


def write_vdir(
    folder: Path, cards: Iterable[Written], stale: Collection[str] = frozenset()
) -> Synced:
    """Make the folder hold the cards; files of anybody else in it stay.

    Args:
        folder: made if it is not there.
        cards: to be written, each with a UID of its own.
        stale: keys of UIDs of people no longer in the journal; their files go, if they are ours.

    Raises:
        InputError: the folder or a file cannot be read or written.

    """
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        files = {path: _card_in(path) for path in sorted(folder.glob(f"*{SUFFIX}"))}
    except OSError as error:
        why = error.strerror or "it cannot be opened"
        raise InputError(f"{safe_line(str(folder))} cannot be used: {why.lower()}.") from None
    known = {uid_key(card.uid): (path, card) for path, card in files.items() if card}
    written = unchanged = 0
    for card in cards:
        path, old = known.get(uid_key(card.uid), (None, None))
        if old is not None and old.canon == _canon(card.data):
            unchanged += 1
            continue
        write_file(path or _free(folder, card.uid, files), card.data)
        written += 1
    gone = [(path, _is_ours(card)) for key, (path, card) in known.items() if key in stale]
    ours = [path for path, is_ours in gone if is_ours]
    for path in ours:
        path.unlink(missing_ok=True)
    foreign = tuple(path.name for path, is_ours in gone if not is_ours)
    return Synced(written, unchanged, len(ours), foreign)


def _free(folder: Path, uid: str, files: Collection[Path]) -> Path:
    """A name made from the UID that no other card's file has."""
    key = uid_key(uid)
    name = key if _SAFE.fullmatch(key) else uid_key(uid_from(uid))
    path = folder / f"{name}{SUFFIX}"
    return path if path not in files else folder / f"{uid_key(uid_from(uid))}{SUFFIX}"


def _card_in(path: Path) -> ReadCard | None:
    """The one card of a file; None for several, none, or one without a UID."""
    if path.name.startswith(".") or not path.is_file():
        return None
    cards = [each for each in read_cards(path.read_bytes()) if not isinstance(each, Outside)]
    return cards[0] if len(cards) == 1 and cards[0].uid else None


def _canon(data: bytes) -> str:
    return "".join(each.canon for each in read_cards(data) if not isinstance(each, Outside))


def _is_ours(card: ReadCard) -> bool:
    return plain_value(first(card.said, "PRODID")) == PRODUCT
