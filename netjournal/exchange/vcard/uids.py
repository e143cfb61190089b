"""UIDs of cards: compared, and made where a card has none."""

from __future__ import annotations

import uuid

_NAMESPACE = uuid.UUID("6f0c2d5e-4f0b-5d1c-9a37-2f6d1e8b7c40")
_PREFIX = "urn:uuid:"


def uid_key(uid: str) -> str:
    """What two spellings of one UID have in common."""
    return uid.strip().lower().removeprefix(_PREFIX)


def uid_from(text: str) -> str:
    """A UID made from a text: from the canonical hash of a card, the id of a person.

    The same text gives the same UID on every machine (RFC 9562 §5.5, version 5).
    """
    return f"{_PREFIX}{uuid.uuid5(_NAMESPACE, text)}"
