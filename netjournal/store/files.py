"""Every call to the file system the store makes, in one small object, so that faults can be tried.

The sequence for replacing a file (temp file beside it, sync, rename, sync of the folder) is what
survived power cuts on ext4, xfs and btrfs; leaving out any one step lost acknowledged entries.
"""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path

from netjournal.tuples import NamedTuple

FILE_MODE = 0o600
FOLDER_MODE = 0o700
_FULL_SYNC: int | None = getattr(fcntl, "F_FULLFSYNC", None)
_CHUNK = 1 << 20


class Signature(NamedTuple):
    """What tells one state of a file from another without reading it."""

    dev: int
    ino: int
    size: int
    mtime_ns: int

    @classmethod
    def of(cls, status: os.stat_result) -> Signature:
        """The signature in a stat result."""
        return cls(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


class Files:
    """The primitive calls; a test overrides one to make it fail. All raise ``OSError``."""

    def open(self, path: Path, flags: int) -> int:
        """A descriptor that children do not inherit; a new file is 0600 whatever the umask."""
        fd = os.open(path, flags | os.O_CLOEXEC | os.O_NONBLOCK, FILE_MODE)
        try:
            mode = self.fstat(fd).st_mode
            _check_ordinary(mode, path)
            # a needless change of an inode makes the next sync three times as long
            if flags & os.O_CREAT and stat.S_IMODE(mode) != FILE_MODE:
                os.fchmod(fd, FILE_MODE)
        except BaseException:
            os.close(fd)
            raise
        return fd

    def close(self, fd: int) -> None:
        """Close a descriptor."""
        os.close(fd)

    def read(self, fd: int, count: int, offset: int) -> bytes:
        """At most ``count`` bytes from ``offset``; empty at the end."""
        return os.pread(fd, count, offset)

    def write(self, fd: int, data: bytes | memoryview, offset: int) -> int:
        """How many bytes were written at ``offset``; may be fewer than given."""
        return os.pwrite(fd, data, offset)

    def truncate(self, fd: int, size: int) -> None:
        """Cut a file."""
        os.ftruncate(fd, size)

    def sync(self, fd: int) -> None:
        """Content and length on the disk; on macOS past the drive's cache too."""
        if _FULL_SYNC is not None:
            fcntl.fcntl(fd, _FULL_SYNC)
        else:
            os.fsync(fd)

    def sync_data(self, fd: int) -> None:
        """The same without the times, where the system can."""
        if _FULL_SYNC is not None or not hasattr(os, "fdatasync"):
            self.sync(fd)
        else:
            os.fdatasync(fd)

    def fstat(self, fd: int) -> os.stat_result:
        """Status of an open file."""
        return os.fstat(fd)

    def stat(self, path: Path) -> os.stat_result:
        """Status of whatever stands at the path."""
        return os.stat(path)  # noqa: PTH116  # Path.stat costs twice as much, and polling calls it

    def link(self, path: Path) -> str | None:
        """Where a symbolic link leads; None where there is none."""
        try:
            return os.readlink(path)  # noqa: PTH115  # Path.readlink costs twice as much
        except (OSError, ValueError):
            return None

    def replace(self, source: Path, target: Path) -> None:
        """Put one file in the place of another, at once."""
        source.replace(target)

    def unlink(self, path: Path) -> None:
        """Remove a file if it is there."""
        path.unlink(missing_ok=True)

    def chown(self, fd: int, uid: int, gid: int) -> None:
        """Give a file to somebody."""
        os.fchown(fd, uid, gid)

    def make_folder(self, path: Path) -> None:
        """One folder, 0700 whatever the umask; its parent exists."""
        path.mkdir(mode=FOLDER_MODE)
        path.chmod(FOLDER_MODE)

    def sync_folder(self, path: Path) -> None:
        """Make names created or replaced in a folder durable."""
        fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            self.sync(fd)
        finally:
            os.close(fd)

    def names(self, path: Path) -> list[str]:
        """What is in a folder, in no order."""
        return os.listdir(path)  # noqa: PTH208  # names are what is asked for

    def lock(self, fd: int) -> bool:
        """Take the exclusive lock of a file without waiting; whether it was free."""
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


OS_FILES = Files()


def _check_ordinary(mode: int, path: Path) -> None:
    """A pipe or a device in the journal's place would be waited for, for ever."""
    if not stat.S_ISREG(mode):
        code = errno.EISDIR if stat.S_ISDIR(mode) else errno.EINVAL
        raise OSError(code, os.strerror(code), str(path))


def close(files: Files, fd: int) -> None:
    """Close; what was read or synced by then is sound, whatever closing says."""
    try:
        files.close(fd)
    except OSError:
        return


def read_all(files: Files, fd: int, offset: int = 0) -> bytes:
    """Everything from ``offset`` to the end."""
    parts: list[bytes] = []
    while part := files.read(fd, _CHUNK if parts else _expected(files, fd, offset), offset):
        parts.append(part)
        offset += len(part)
    return b"".join(parts)


def _expected(files: Files, fd: int, offset: int) -> int:
    """How many bytes a first read should ask for; one more than there are, to see the end."""
    return max(files.fstat(fd).st_size - offset, 0) + 1


def write_all(files: Files, fd: int, data: bytes, offset: int = 0) -> None:
    """Write every byte; a short write is legal and goes on where it stopped.

    Raises:
        OSError: a write failed, or took nothing at all.

    """
    rest = memoryview(data)
    while rest:
        done = files.write(fd, rest, offset)
        if done <= 0:
            raise OSError(errno.EIO, "nothing could be written")
        rest = rest[done:]
        offset += done


def temporary(path: Path) -> Path:
    """The fixed name under which a new state of ``path`` is written; only under the lock."""
    return path.with_name(f".{path.name.lstrip('.')}.tmp")


def replace_file(
    files: Files,
    path: Path,
    data: bytes | Iterable[bytes],
    *,
    unless: Callable[[], bool] | None = None,
) -> bool:
    """Put ``data`` in the place of a file, durably: the old state or the new one, never less.

    It may come in pieces; what is raised while they are made leaves the old file.

    ``unless`` is asked last before the rename; a yes leaves the old file and answers False.
    The owner of a replaced file is kept (``sudo`` must not lock its owner out).

    Raises:
        OSError: nothing was replaced, or the rename is not known to be durable.

    """
    temp = temporary(path)
    files.unlink(temp)
    try:
        fd = files.open(temp, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW)
        try:
            _keep_owner(files, path, fd)
            offset = 0
            for piece in (data,) if isinstance(data, bytes) else data:
                write_all(files, fd, piece, offset)
                offset += len(piece)
            files.sync(fd)
        finally:
            close(files, fd)
        if unless is not None and unless():
            files.unlink(temp)
            return False
        files.replace(temp, path)
    except BaseException:
        discard(files, temp)
        raise
    files.sync_folder(path.parent)
    return True


def _keep_owner(files: Files, path: Path, fd: int) -> None:
    try:
        old = files.stat(path)
    except FileNotFoundError:
        return
    new = files.fstat(fd)
    if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
        try:
            files.chown(fd, old.st_uid, old.st_gid)
        except PermissionError:
            return  # only root may give files away; anybody else's copy is their own


def discard(files: Files, path: Path) -> None:
    """Remove a leftover; that it cannot be removed is not worth hiding the first failure for."""
    try:
        files.unlink(path)
    except OSError:
        return


def make_folders(files: Files, folder: Path) -> None:
    """The folder and the parents it lacks, each 0700 and durable.

    Raises:
        OSError: one of them could not be made.

    """
    missing: list[Path] = []
    while not folder.is_dir():
        missing.append(folder)
        if folder.parent == folder:
            break
        folder = folder.parent
    for path in reversed(missing):
        try:
            files.make_folder(path)
        except FileExistsError:
            if not path.is_dir():
                raise
        files.sync_folder(path.parent)


_REASONS = {
    errno.EACCES: ("permission is missing", "check who owns it and its folder"),
    errno.EPERM: ("permission is missing", "check who owns it and its folder"),
    errno.EROFS: ("the disk is read-only", "choose another place with --journal"),
    errno.ENOSPC: ("the disk is full", "free some space and try again"),
    errno.EDQUOT: ("the disk quota is used up", "free some space and try again"),
    errno.EFBIG: ("the file would get too large", "free some space and try again"),
    errno.EIO: ("the disk reported an error", "check the disk and keep a backup"),
    errno.EISDIR: ("a folder is in its place", "name a file with --journal"),
    errno.EINVAL: ("it is not an ordinary file", "name another file with --journal"),
    errno.ENXIO: ("it is not an ordinary file", "name another file with --journal"),
    errno.ENOTDIR: ("a file is in the place of its folder", "name another file with --journal"),
    errno.EEXIST: ("a file is in the place of its folder", "name another file with --journal"),
    errno.ELOOP: ("its symbolic links lead nowhere", "name another file with --journal"),
    errno.ENAMETOOLONG: ("its name is too long", "name another file with --journal"),
    errno.EBUSY: ("the system is using it", "keep the journal in a folder that can be written"),
    errno.ENOSYS: ("its file system cannot lock files", "keep the journal on a local disk"),
    errno.EOPNOTSUPP: ("its file system cannot lock files", "keep the journal on a local disk"),
    errno.ENOLCK: ("its file system cannot lock files", "keep the journal on a local disk"),
}


def why(error: OSError, path: Path) -> str:
    """Reason, path and remedy, as the end of a sentence: ``the disk is full (PATH); free …``."""
    plain = (error.strerror or str(error)).lower() or "an unknown error"
    reason, remedy = _REASONS.get(error.errno or 0, (plain, "check the file and its folder"))
    return f"{reason} ({path}); {remedy}."
