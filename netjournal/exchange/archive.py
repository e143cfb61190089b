"""The whole journal in one file, to keep or to move house with: JSON, or a zip with all around it.

The JSON is described in ``journal.care.whole``. The zip (PKWARE APPNOTE 6.3) holds it as
``journal.json``, with ``blobs/`` and ``imports/`` as they stand beside the journal, and
``config.toml``. Equal journals give equal archives.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from netjournal.errors import InputError
from netjournal.exchange.plan import Source
from netjournal.journal.blobs import Folder
from netjournal.journal.care import whole
from netjournal.journal.care.whole import Whole
from netjournal.text import plural, safe_line

JOURNAL = "journal.json"
CONFIG = "config.toml"
MOST_MEMBERS = 100_000
LARGEST = 4 << 30
"""Bytes of everything in a zip, unpacked."""
LARGEST_CONFIG = 1 << 20
MOST_RATIO = 200
"""A member that unpacks to more times its size is refused; ours are stored plain then."""
_LEVEL = 4
"""A third of the time of zip's usual 6, for one fourteenth more bytes."""
_DAY = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip can tell; the same archive has the same bytes on every day."""
_HEADS = (b"PK\x03\x04", b"\x1f\x8b", b"{")


@dataclass(frozen=True, slots=True)
class Archive:
    """What an archive holds, read and checked; nothing of it is written yet."""

    name: str
    whole: Whole
    kept: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """Files that stand beside a journal: ``blobs/NAME``, ``imports/NAME``."""
    config: bytes | None = None
    strangers: int = 0
    """Files in it that are no part of a journal; they are left out."""


def is_archive(head: bytes) -> bool:
    """Whether a file that begins so may be an archive: no address book begins so."""
    return head.lstrip().startswith(_HEADS)


def to_json(journal: Whole) -> bytes:
    """The journal as one JSON file."""
    return whole.archived(journal)


def to_zip(journal: Whole, path: Path, config: Path) -> bytes:
    """The journal at ``path`` with what stands beside it, as one zip.

    Raises:
        JournalError: one of its files cannot be read.
        InputError: the settings cannot be read.

    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _put(archive, JOURNAL, whole.archived(journal))
        settings = _read(config)
        if settings is not None:
            _put(archive, CONFIG, settings)
        for name, data in whole.kept_files(path):
            _put(archive, name, data)
    return buffer.getvalue()


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from None


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _DAY)
    info.create_system = 3  # Unix, wherever it is written, so that the mode counts
    info.external_attr = 0o600 << 16
    packed = name in {JOURNAL, CONFIG} and len(data) < MOST_RATIO * len(zlib.compress(data, _LEVEL))
    info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    archive.writestr(info, data, compresslevel=_LEVEL)


def read_archive(source: Source) -> Archive:
    """Read an archive: a zip, or the JSON of a journal, compressed by gzip or not.

    Raises:
        InputError: it is damaged, too large, or holds no journal; nothing was taken from it.

    """
    name = safe_line(source.name)
    if not source.data.startswith(b"PK"):
        return Archive(name, whole.read(source.data, name))
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            return _unzipped(archive, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        # an unknown compression or a password is a RuntimeError
        raise InputError(f"{name} is no zip that can be read ({error}).") from None


def _unzipped(archive: zipfile.ZipFile, name: str) -> Archive:
    members = archive.infolist()
    _check_limits(members, name)
    journal: Whole | None = None
    config: bytes | None = None
    kept: dict[str, bytes] = {}
    strangers = 0
    for member in members:
        # only names that can be ours are ever read, so that none can lead outside
        if member.filename == JOURNAL:
            journal = whole.read(archive.read(member), f"{JOURNAL} in {name}")
        elif member.filename == CONFIG:
            config = archive.read(member)
        elif whole.is_kept_name(member.filename):
            kept[member.filename] = _checked(member.filename, archive.read(member), name)
        elif not member.is_dir():
            strangers += 1
    if journal is None:
        raise InputError(f"{name} has no {JOURNAL} in it; it is no archive of netjournal.")
    return Archive(name, journal, kept, config, strangers)


def _check_limits(members: Iterable[zipfile.ZipInfo], name: str) -> None:
    """Refuse before anything is unpacked; ``zipfile`` never gives more than is declared here."""
    seen: set[str] = set()
    room = LARGEST
    for member in members:
        if member.filename in seen:
            raise InputError(f"{name} holds {safe_line(member.filename)!r} twice.")
        seen.add(member.filename)
        if len(seen) > MOST_MEMBERS:
            raise InputError(f"{name} holds more than {MOST_MEMBERS:,} files.")
        most = {JOURNAL: whole.LARGEST, CONFIG: LARGEST_CONFIG}.get(member.filename, room)
        room -= member.file_size
        if room < 0 or member.file_size > most:
            raise InputError(f"{name} unpacks to more than an archive may.")
        if member.file_size > MOST_RATIO * max(member.compress_size, 1):
            raise InputError(
                f"{name} holds {safe_line(member.filename)!r}, which unpacks to more than "
                f"{MOST_RATIO} times its size; no archive does that."
            )


def _checked(member: str, data: bytes, name: str) -> bytes:
    """Files beside a journal are named by what they hold."""
    import hashlib

    folder, _, file = member.partition("/")
    content = whole.unpacked(data, f"{member} in {name}") if folder == "imports" else data
    if hashlib.sha256(content).hexdigest() != file[:64]:
        raise InputError(f"{name} is damaged: {member} does not hold what its name says.")
    return data


def bring_files(archive: Archive, journal: Path) -> int:
    """Put the files of an archive beside a journal, before its records; how many are new there.

    Files are kept under the hash of what they hold: nothing is ever overwritten.

    Raises:
        JournalError: they cannot be written.

    """
    folder = Folder(journal)
    return sum(folder.keep(name, data) for name, data in archive.kept.items())


def bring_config(archive: Archive, config: Path, journal: Path) -> str:
    """Take the settings over where there are none; the sentence that says what was done.

    Settings that name another journal would lead away from the one just filled; they are put
    beside, as are those that would overwrite others.

    Raises:
        NotSavedError: they cannot be written.

    """
    from netjournal.journal.blobs import write_private

    here = _read(config)
    if archive.config is None or archive.config == here:
        return ""
    if here is None and not _leads_away(archive.config, config, journal):
        write_private(config, archive.config)
        return f"The settings are now in {config}."
    beside = config.with_name("config.imported.toml")
    write_private(beside, archive.config)
    return f"Its settings are in {beside}, to compare with {config}."


def _leads_away(data: bytes, config: Path, journal: Path) -> bool:
    import tomllib

    try:
        named = tomllib.loads(data.decode()).get("journal", "")
    except (ValueError, RecursionError):
        return True
    if not isinstance(named, str):
        return True
    target = config.parent / Path(named).expanduser()
    return bool(named) and target.resolve() != journal.resolve()


def counts_text(journal: Whole) -> str:
    """What a journal holds, in words: ``31 people, 214 conversations``."""
    singular = {"people": "person", "entries": "entry"}
    counts = dict(journal.counts)
    parts = [
        plural(count, singular.get(table, table.removesuffix("s")), table)
        for table, count in counts.items()
    ]
    return ", ".join(parts) or "nothing yet"
