"""Where everything of one journal lies, derived from the path of its ``journal.json``."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from netjournal.errors import UnreadableError


@dataclass(frozen=True, slots=True)
class Places:
    """The files and folders of a journal; they all stand beside the real file, links resolved."""

    journal: Path
    """The snapshot, an ordinary TinyDB file."""

    @classmethod
    def of(cls, path: Path) -> Places:
        """The places of a journal that may or may not exist yet; nothing is touched.

        Raises:
            UnreadableError: no file can have such a name.

        """
        try:
            return cls(Path(os.path.realpath(path)))
        except (OSError, ValueError) as error:
            raise UnreadableError(
                f"{str(path)!r} cannot be the name of a journal ({error}); name another file."
            ) from error

    @property
    def log(self) -> Path:
        """Gestures since the last fold."""
        return self._beside("{}.log")

    @property
    def lock(self) -> Path:
        """Held by the one who writes; never removed."""
        return self._beside(".{}.lock")

    @property
    def damaged(self) -> Path:
        """Finished lines of the log that could not be read, set aside."""
        return self._beside("{}.damaged")

    @property
    def index(self) -> Path:
        """Names, gatherings and open commitments for a cold start; derived and deletable."""
        return self._beside(".{}.index")

    @property
    def backups(self) -> Path:
        """Compressed copies of the snapshot."""
        return self.journal.parent / "backups"

    @property
    def blobs(self) -> Path:
        """Large values of imported cards, named by their content."""
        return self.journal.parent / "blobs"

    @property
    def imports(self) -> Path:
        """Imported files, kept unmodified."""
        return self.journal.parent / "imports"

    def _beside(self, pattern: str) -> Path:
        return self.journal.with_name(pattern.format(self.journal.name))
