"""Files for other programs: replaced as a whole, for nobody else's eyes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

from netjournal.errors import InputError


def write_file(path: Path, data: bytes) -> None:
    """Replace the file as a whole, durably; a pipe or device is written to.

    Raises:
        InputError: it cannot be written; what was there before stays.

    """
    write_parts(path, (data,))


def write_parts(path: Path, parts: Iterable[bytes]) -> None:
    """The same with what is made while it is written, never held as a whole.

    Raises:
        InputError: it cannot be written, or what makes the parts says so.

    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                file.writelines(parts)
            return
        _replace(path.resolve(), parts)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror or error}.") from None
    except ValueError:
        raise InputError(f"{str(path)!r} is no file name.") from None


def _replace(path: Path, parts: Iterable[bytes]) -> None:
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:50]}.", delete=False) as file:
        try:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
