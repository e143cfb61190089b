"""Files a command may write: never one of the journal's own, another only when told."""

from __future__ import annotations

from pathlib import Path

from netjournal.cli.context import Context
from netjournal.errors import InputError, UsageError


def check_target(name: str, context: Context, *, force: bool) -> None:
    """Refuse a file that must not be replaced; ``-`` is standard output.

    Raises:
        UsageError: it belongs to the journal.
        InputError: it is there already and nobody said to replace it, or no file can be
            called so.
    """
    from netjournal.journal.blobs import is_own_file

    if name == "-":
        return
    try:
        if is_own_file(Path(name), context.journal.path):
            raise UsageError(f"{name} belongs to the journal; name another file.")
        if Path(name).is_file() and not force:
            raise InputError(f"{name} is there already; --force replaces it.")
    except OSError as error:
        raise InputError(f"{name} cannot be written: {(error.strerror or '').lower()}.") from None
    except ValueError:
        raise InputError(f"{name!a} is no file name.") from None
