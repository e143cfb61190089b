"""What an examination finds, each as one kind sentence with what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a finding matters."""

    PROBLEM = "problem"
    """Something is damaged, missing or open to others."""
    NOTE = "note"
    """Worth knowing; nothing is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was found."""

    kind: str
    """``unreadable``, ``record``, ``reference``, ``log``, ``files``, ``backup``, ``copy`` …"""
    where: str
    """The file, or table and id of the record."""
    message: str
    """What it is and what to do, as a sentence."""
    level: Level = Level.PROBLEM
    mends: bool = False
    """Whether a repair can prove what is right, and does it."""
