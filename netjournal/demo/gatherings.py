"""The sample's gatherings: three that were, of different kinds, and one to come."""

from __future__ import annotations

from netjournal.demo.telling import Held

GATHERINGS: tuple[Held, ...] = (
    Held(
        key="forms", name="Open Forms Day", ago=2, place="Malcolm Hall, Bristol", kind="open day",
        aim=("somebody who runs a small public library",),
        listen=("whose form makes people cry?",),
        chosen="priya gus",
    ),
    Held(
        key="fair", name="Rag Paper Fair", ago=203, place="Brno", kind="fair",
        aim=("a mill that makes 90 gram",),
        chosen="cenek pilar",
    ),
    Held(
        key="type", name="Type by the sea", ago=213, place="Gdynia", kind="evening",
        chosen="haneul",
    ),
    Held(
        key="lamplight", name="Letters by lamplight", ago=-9, place="The print room, Bristol",
        kind="evening",
        aim=("somebody who letters shop signs by hand", "an archivist with a cellar"),
        listen=("who has a wall that needs words?",),
    ),
)  # fmt: skip
