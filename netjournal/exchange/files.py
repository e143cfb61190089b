"""Files for other programs: replaced as a whole, for nobody else's eyes."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from netjournal.errors import InputError


def write_file(path: Path, data: bytes) -> None:
    """Replace the file as a whole, durably; a pipe or device is written to.

    Raises:
        InputError: it cannot be written; what was there before stays.

    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        path = path.resolve()
        with NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name[:50]}.", delete=False
        ) as file:
            try:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                Path(file.name).replace(path)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror or error}.") from None
    except ValueError:
        raise InputError(f"{str(path)!r} is no file name.") from None
