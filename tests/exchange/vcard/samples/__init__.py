"""Cards as the programs of the world write them, each with what it says of a person."""

from __future__ import annotations

from collections import ChainMap

from tests.exchange.vcard.samples import (
    desktops,
    more_desktops,
    newer_phones,
    phones,
    servers,
    services,
    version_4,
)

_PARTS = (desktops, more_desktops, newer_phones, phones, servers, services, version_4)
SAMPLES = ChainMap(*(part.CARDS for part in _PARTS))
"""By who wrote it: the card, and its fields as ``told`` lists them."""
