"""Whether a postcard crosses a border: decides how long it takes, there and back."""

from __future__ import annotations

from functools import cache

from netjournal.domain.me import Me
from netjournal.domain.person import Person
from netjournal.domain.settings import Settings
from netjournal.text import fold

# How address books write countries: in English, in the country's own words, and where it is
# common in German, French or Spanish. A name that stands nowhere here is another country than
# any that does.
_NAMES = """
ar argentina|argentinien|argentine; at austria|osterreich|autriche; au australia|australien
be belgium|belgie|belgique|belgien|belgica; bg bulgaria|bulgarien|bulgarie|българия
br brazil|brasil|brasilien|bresil; ca canada|kanada; ch switzerland|schweiz|suisse|svizzera|suiza
cl chile|chili; cn china|中国|中國|chine|people's republic of china|pr china; co colombia|kolumbien
cy cyprus|κυπρος|zypern; cz czechia|czech republic|ceska republika|cesko|tschechien
de germany|deutschland|allemagne|alemania|federal republic of germany
dk denmark|danmark|danemark|dinamarca; ee estonia|eesti|estland; eg egypt|مصر|agypten|egypte
es spain|espana|spanien|espagne; fi finland|suomi|finnland|finlande; fr france|frankreich|francia
gb united kingdom|great britain|uk|u.k|england|scotland|wales|northern ireland|grossbritannien|alba
gr greece|ελλαδα|ελλας|hellas|griechenland|grece; hk hong kong|香港; hr croatia|hrvatska|kroatien
hu hungary|magyarorszag|ungarn|hongrie; id indonesia|indonesien; ie ireland|eire|irland|irlande
il israel|ישראל; in india|भारत|indien|inde; is iceland|island|islande
it italy|italia|italien|italie; jp japan|日本|nippon|japon; ke kenya|kenia
kr south korea|korea|republic of korea|대한민국|한국|sudkorea; lt lithuania|lietuva|litauen
lu luxembourg|letzebuerg|luxemburg; lv latvia|latvija|lettland; ma morocco|المغرب|maroc|marokko
mt malta; mx mexico|mexiko|mexique; my malaysia; ng nigeria; nl netherlands|the netherlands|holland
nl nederland|niederlande|pays-bas; no norway|norge|noreg|norwegen|norvege
nz new zealand|aotearoa|neuseeland; pe peru; ph philippines|pilipinas|philippinen; pk pakistan
pl poland|polska|polen|pologne|polonia; pt portugal; ro romania|rumanien|roumanie
rs serbia|srbija|србија|serbien; ru russia|russian federation|россия|russland|russie
sa saudi arabia|saudi-arabien; se sweden|sverige|schweden|suede|suecia; sg singapore|singapur
si slovenia|slovenija|slowenien; sk slovakia|slovensko|slowakei; th thailand|ประเทศไทย
tr turkey|turkiye|turkei|turquie; tw taiwan|台灣|台湾; ua ukraine|україна
us united states|united states of america|usa|u.s|u.s.a|us|america|vereinigte staaten|etats-unis
uy uruguay; vn vietnam|viet nam; za south africa|sudafrika|suid-afrika
"""
_ISO_LETTERS = 2


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for entry in _NAMES.replace("\n", ";").split(";"):
        code, _, names = entry.strip().partition(" ")
        codes |= dict.fromkeys(map(fold, filter(None, (code, *names.split("|")))), code)
    return codes


def country_of(person: Person) -> str:
    """The country of their address as it is written; empty where none is."""
    if not person.addresses:
        return ""
    address = person.addresses[0]
    return address.country.strip() or ending_country("\n".join(address.lines))


def ending_country(text: str) -> str:
    """What an address typed in one go ends with, if that is the name of a country.

    Two letters may as well be a state: "Springfield, CA".
    """
    last = text.replace("\n", ",").rpartition(",")[2].strip()
    return last if len(last) > _ISO_LETTERS and fold(last).rstrip(".") in _codes() else ""


def is_abroad(person: Person, me: Me, settings: Settings) -> bool:
    """Whether the person's address lies in another country than mine.

    An address without a country is at home, and so is everybody when my own is not known.
    """
    home = (me.country or settings.country).strip().lower()
    if not home or not person.addresses:
        return False
    there = fold(country_of(person)).rstrip(".")
    if not there:
        return False
    codes = _codes()
    home = codes.get(home, home)
    code = codes.get(there, there if len(there) == _ISO_LETTERS else "")
    return code != home if code else home in codes.values()
