"""A second book of what was written: told by the killed process, compared by the one that lives.

The child notes each gesture before it is written and again when it is acknowledged, in a file of
its own that outlives it. From that follows what the journal must hold: everything acknowledged,
perhaps the one gesture that was under way, whole, and nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from netjournal.domain.gesture import Gesture, Table
from netjournal.journal import blobs
from netjournal.journal.blobs import Folder
from netjournal.journal.journal import Journal
from netjournal.store.files import Files
from netjournal.store.log import gesture_line, parse
from netjournal.store.storage import JournalStorage
from netjournal.store.tiny import TinyStorage
from tests.journal.test_index import agree

State = dict[str, dict[str, Mapping[str, object]]]
_OWN = frozenset({Table.META, Table.HISTORY})


class WrongError(AssertionError):
    """The journal does not hold what it must."""


@contextmanager
def noting(file: Path) -> Iterator[None]:
    """Note what this process writes from here on."""
    fd = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    real = JournalStorage.append

    def append(storage: JournalStorage, gesture: Gesture) -> None:
        os.write(fd, b"00000000 -\n" + gesture_line(gesture))
        real(storage, gesture)
        os.write(fd, b"00000000 +\n")

    JournalStorage.append = append  # type: ignore[method-assign,assignment]  # undone below
    try:
        yield
    finally:
        JournalStorage.append = real  # type: ignore[method-assign]  # as it was
        os.close(fd)


@contextmanager
def using(files: Files) -> Iterator[None]:
    """Let every journal that is opened meanwhile go through these calls."""
    defaults = JournalStorage.__init__.__kwdefaults__
    assert defaults is not None
    own = vars(blobs)
    before = defaults["files"], own["OS_FILES"]
    defaults["files"] = own["OS_FILES"] = files
    try:
        yield
    finally:
        defaults["files"], own["OS_FILES"] = before


def told_by(file: Path) -> tuple[list[Gesture], Gesture | None]:
    """The acknowledged gestures, and the one under way when the process ended."""
    acknowledged: list[Gesture] = []
    under_way: Gesture | None = None
    whole = file.read_bytes().split(b"\n")[:-1] if file.exists() else []
    for line in whole:
        if line == b"00000000 +":
            assert under_way is not None
            acknowledged.append(under_way)
            under_way = None
        elif line != b"00000000 -":
            under_way = parse(line + b"\n", first_line=2).gestures[0]
    return acknowledged, under_way


def tables_of(path: Path) -> State:
    """The user's tables as a fresh process reads them; a journal with complaints is wrong."""
    loaded = JournalStorage(path).load()
    if loaded.problems:
        raise WrongError(f"complaints: {loaded.problems}")
    return _user_tables(loaded.tables)


def _user_tables(tables: Mapping[str, Mapping[str, Any]]) -> State:
    found = {str(name): dict(table) for name, table in tables.items() if name not in _OWN}
    return {name: table for name, table in found.items() if table}


def after(state: State, gesture: Gesture) -> State:
    """A state after a gesture."""
    grown = {name: dict(table) for name, table in state.items()}
    for change in gesture.changes:
        table = grown.setdefault(str(change.table), {})
        if change.after is None:
            table.pop(change.id, None)
        else:
            table[change.id] = change.after
    return {name: table for name, table in grown.items() if table}


def checked(
    path: Path, before: State, acknowledged: list[Gesture], under_way: Gesture | None
) -> State:
    """The state of the journal, if it is one that it may have.

    Raises:
        WrongError: something acknowledged is lost, half there, or something else came in.

    """
    state = before
    for gesture in acknowledged:
        state = after(state, gesture)
    now = tables_of(path)
    if now != state and (under_way is None or now != after(state, under_way)):
        lost = {name: state[name].keys() - now.get(name, {}).keys() for name in state}
        raise WrongError(f"{len(acknowledged)} acknowledged; lost: {lost}")
    gestures = {gesture.id for gesture in Journal(path).gestures}
    if not {gesture.id for gesture in acknowledged} <= gestures:
        raise WrongError("an acknowledged gesture cannot be undone any more")
    _check_blobs(path, now)
    agree(path)
    return now


def _check_blobs(path: Path, state: State) -> None:
    folder = Folder(path)
    for card in state.get(Table.CARDS, {}).values():
        for line in card.get("lines", ()):  # type: ignore[attr-defined]  # raw JSON
            blob = line.get("blob") if isinstance(line, dict) else None
            if blob and folder.get(blob) is None:
                raise WrongError(f"the picture {blob} is lost")


def check_file(path: Path, state: State) -> None:
    """After a fold plain TinyDB reads the same, and nothing unfinished is left beside the file."""
    storage = TinyStorage(path)
    if storage.read() is None:
        return
    with storage.locked():
        storage.fold()
    with TinyDB(path) as db:
        read = {
            name: {str(document.doc_id): dict(document) for document in db.table(name)}
            for name in db.tables()
        }
    if _user_tables(read) != state:
        raise WrongError("plain TinyDB reads something else")
    left = [file.name for file in path.parent.iterdir() if file.name.endswith(".tmp")]
    if left:
        raise WrongError(f"left behind: {left}")
