"""The sample's rolodex: people met and not chosen, and a dozen cards of an address book."""

from __future__ import annotations

from netjournal.demo.telling import Someone, address, emails, phones, someone
from netjournal.domain.person import Affiliation
from netjournal.domain.values import Circle, Origin

MET: tuple[Someone, ...] = (
    someone(
        "bram", "Bram Tellervo", origin=Origin.GATHERING, since=2,
        organisations=(Affiliation(name="Plainly", title="founder"),),
        emails=emails("bram@example.com"), how_we_met="Open Forms Day",
    ),
    someone(
        "sorcha", "Sorcha Dunmallin", origin=Origin.GATHERING, since=2,
        organisations=(Affiliation(name="Revenue Desk", title="writer"),),
        how_we_met="Open Forms Day",
    ),
    someone("yusuf", "Yusuf Adeyinko", origin=Origin.GATHERING, since=2,
            how_we_met="Open Forms Day, the ramp"),
)  # fmt: skip


def _card(key: str, name: str, where: str = "", number: str = "") -> Someone:
    """A card as address books have them: a name, perhaps a firm, one way to reach it."""
    return someone(
        key,
        name,
        phones=phones(number) if number else (),
        emails=() if number else emails(f"{key}@example.com"),
        organisations=(Affiliation(name=where),) if where else (),
    )


CARDS: tuple[Someone, ...] = (
    _card("plumber", "Halloran Pipes", "Halloran Pipes", "+44 20 7946 0051"),
    _card("dentist", "Dr. Imke Sandvorde", "Redcliffe Dental", "+44 20 7946 0052"),
    _card("landlord", "Mr. Ezra Coldharbour", "", "+44 20 7946 0053"),
    _card("josefin", "Josefin Älvhage", "Tågtid AB"),
    _card("marek", "Marek Brzózka-Lind"),
    _card("kiyo", "藤倉柚葉", "紙と糸"),
    _card("anselm", "Anselm Käuzner", "Stadtbücherei Nord"),
    _card("beatriz", "Beatriz Lameirinha", "Rota Verde"),
    _card("piers", "Piers Wintergill", "Wintergill Fonts", "+44 20 7946 0054"),
    someone(
        "ewa", "Ewa Sosnowik", circle=Circle.ROLODEX, emails=emails("ewa@example.com"),
        addresses=address("ul. Brzozowa 11", "00-001", "Warszawa", "Poland"),
    ),
    _card("temperance", "Temperance Oyelowe", "Bus Users North", "+1 202 555 0142"),
    _card("arda", "Arda Gökçelik", "Kuzey Matbaa"),
)  # fmt: skip
