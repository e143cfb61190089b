"""Where everything of one journal lies, derived from the path of its ``journal.json``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from netjournal.errors import UnreadableError


class Places:
    """The files and folders of a journal; they all stand beside the real file, links resolved."""

    def __init__(self, path: Path) -> None:
        """Name the places of a journal that may not exist yet; nothing is touched.

        Raises:
            UnreadableError: no file can have such a name.

        """
        self.named: Final = path
        """The journal as it was called for; it may be a link."""
        try:
            real = Path(os.path.realpath(path))
            folder, name = real.parent, real.name
            self.journal: Final = real
            """The snapshot, an ordinary TinyDB file."""
            self.log: Final = real.with_name(f"{name}.log")
            """Gestures since the last fold."""
            self.lock: Final = real.with_name(f".{name}.lock")
            """Held by the one who writes; never removed."""
            self.damaged: Final = real.with_name(f"{name}.damaged")
            """Finished lines of the log that could not be read, set aside."""
            self.index: Final = real.with_name(f".{name}.index")
            """Names, gatherings and open commitments for a cold start; derived and deletable."""
        except (OSError, ValueError) as error:
            raise UnreadableError(
                f"{str(path)!r} cannot be the name of a journal ({error}); name another file."
            ) from error
        self.backups: Final = folder / "backups"
        """Compressed copies of the snapshot."""
        self.blobs: Final = folder / "blobs"
        """Large values of imported cards, named by their content."""
        self.imports: Final = folder / "imports"
        """Imported files, kept unmodified."""

    def broken_link(self) -> Path | None:
        """The link on the way to the journal that leads nowhere; None where there is none."""
        way = (self.named, *self.named.parents)
        return next((part for part in way if part.is_symlink() and not part.exists()), None)

    def own(self, path: Path) -> bool:
        """Whether a file is one of these, or lies in one of these folders."""
        real = Path(os.path.realpath(path))
        files = {self.journal, self.log, self.lock, self.damaged, self.index}
        folders = {self.backups, self.blobs, self.imports}
        return real in files or bool(folders & {real, *real.parents})
