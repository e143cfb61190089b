"""Cards within cards: the AGENT of vCard 2.1 and 3.0, who may be somebody of their own."""

from __future__ import annotations

from netjournal.domain.likeness import UNNAMED
from netjournal.exchange.plan import Ask
from netjournal.exchange.vcard.charsets import to_bytes
from netjournal.exchange.vcard.decode import unescape
from netjournal.exchange.vcard.reading import ReadCard, read_card
from netjournal.exchange.vcard.split import split

_BEGIN = "BEGIN:VCARD"


def agents_in(card: ReadCard) -> list[ReadCard]:
    """The cards nested in a card (RFC 2426 §3.5.4: as text; vCard 2.1: as lines)."""
    found: list[ReadCard] = []
    for line in card.said:
        if line.header.name != "AGENT" or _BEGIN not in line.value.upper().replace(" ", ""):
            continue
        text = line.value if "\n" in line.value else unescape(line.value)
        pieces = (piece for piece in split(to_bytes(text)) if piece.is_card)
        found += [
            read_card(piece._replace(line=piece.line + line.number), card.number)
            for piece in pieces
        ]
    return [agent for agent in found if not agent.fields.is_empty]


def agents_wanted(card: ReadCard, ask: Ask) -> tuple[ReadCard, ...]:
    """Those of them who are to be people; they stay in their owner's card in any case."""
    owner = card.fields.name or UNNAMED
    wanted: list[ReadCard] = []
    for number, agent in enumerate(agents_in(card), 1):
        name = agent.fields.name or UNNAMED
        text = f"The card of {owner} holds another one, of an agent: {name}. It stays inside."
        if ask(f"agent{number}", text, ("leave it there", f"add {name} as a person, too")):
            wanted.append(agent)
    return tuple(wanted)
