"""The sample's nearest people: the inner circle and the close one."""

from __future__ import annotations

from netjournal.demo.telling import Someone, address, emails, phones, someone
from netjournal.domain.person import Affiliation
from netjournal.domain.values import Channel, Circle, Span, Unit

INNER: tuple[Someone, ...] = (
    someone(
        "wren", "Wren Tarleby", Circle.INNER, birthday=(47, 1986),
        nicknames=("Wrennie",),
        phones=phones("+44 20 7946 0011"), emails=emails("wren@example.org"),
        addresses=address("9 Larkmead Row", "LS6 2QX", "Leeds", "United Kingdom"),
        organisations=(Affiliation(name="Kirkstall Seed Library", title="keeper"),),
        relations=(("partner", "Idris"), ("child", "Posy")),
        how_we_met="born two years after me", in_common="the allotment, Dad's records",
        topics=("garden", "family"), preferred=Channel.PHONE,
    ),
    someone(
        "ottilie", "Ottilie Brandauf", Circle.INNER, birthday=(133, 1984),
        nicknames=("Otti",),
        emails=emails("ottilie@example.com"), phones=phones("+44 20 7946 0012"),
        addresses=address("Schlehenweg 4", "79117", "Freiburg", "Germany"),
        organisations=(Affiliation(name="Werkstatt Brandauf", title="bookbinder"),),
        how_we_met="shared a desk in the print room, our first year",
        in_common="paper, bad puns in two languages", topics=("print", "books"),
    ),
    someone(
        "deniz", "Deniz Yalçınkoru", Circle.INNER, birthday=(211, None),
        phones=phones("+44 20 7946 0013"), emails=emails("deniz@example.org"),
        addresses=address("31 Plover Court", "E9 5ZZ", "London", "United Kingdom"),
        relations=(("partner", "zoe"),),
        how_we_met="the chess table outside the library", in_common="chess, long trains",
        topics=("chess",),
    ),
    someone(
        "aoife", "Aoife Ní Bhraonlaoich", Circle.INNER, birthday=(96, 1985),
        phones=phones("+44 20 7946 0014"), emails=emails("aoife@example.com"),
        addresses=address("2 Cé na Mara", "H91 X0X0", "Gaillimh", "Ireland"),
        organisations=(Affiliation(name="Tide Radio", title="producer"),),
        how_we_met="the night boat to Rosslare, 2009", in_common="radio, swimming in cold water",
        topics=("radio", "sea"),
    ),
)  # fmt: skip

CLOSE: tuple[Someone, ...] = (
    someone(
        "zoe", "Zoë Marchbanks-Osei", Circle.CLOSE, birthday=(158, None), calibre=5,
        phones=phones("+44 20 7946 0021"), emails=emails("zoe@example.org"),
        addresses=address("31 Plover Court", "E9 5ZZ", "London", "United Kingdom"),
        organisations=(Affiliation(name="Hackney Print Room", title="runs it"),),
        relations=(("partner", "deniz"),), how_we_met="through Deniz", in_common="letterpress",
        topics=("print", "gov"),
    ),
    someone(
        "vy", "Nguyễn Thị Hạnh Vy", Circle.CLOSE, calibre=4, preferred=Channel.EMAIL,
        emails=emails("hanhvy@example.com"), birthday=(70, 1990),
        addresses=address("18 ngõ Trúc Xanh", "100000", "Hà Nội", "Việt Nam"),
        organisations=(Affiliation(name="Đom Đóm Press", title="editor"),),
        how_we_met="she corrected my map of the old quarter, kindly",
        in_common="maps for people who get lost", topics=("maps", "books"),
    ),
    someone(
        "shen", "沈雨竹", Circle.CLOSE, calibre=4, nicknames=("Yuzhu",), preferred=Channel.VIDEO,
        emails=emails("yuzhu@example.org"), birthday=(301, None),
        addresses=address("青藤路 12 号", "310000", "杭州", "中国"),
        organisations=(Affiliation(name="雨竹木刻工作室", title="printmaker"),),
        how_we_met="wrote to her about a woodblock, got six pages back",
        in_common="woodblock, tea, patience", topics=("print",),
    ),
    someone(
        "olesya", "Олеся Яворенко", Circle.CLOSE, calibre=4, nicknames=("Olesya",),
        emails=emails("olesya@example.com"), preferred=Channel.MESSAGE, birthday=(4, 1988),
        addresses=address("вул. Кленова 7", "04070", "Київ", "Україна"),
        organisations=(Affiliation(name="Клініка «Ясен»", title="midwife"),),
        how_we_met="she tested our clinic forms and was right about all of them",
        in_common="forms that do not frighten people", topics=("gov", "clinics"),
    ),
    someone(
        "tomasz", "Tomasz Wiśnikier", Circle.CLOSE, calibre=3, birthday=(188, 1979),
        emails=emails("tomasz@example.org"),
        addresses=address("ul. Jaskółcza 3", "30-001", "Kraków", "Poland"),
        organisations=(Affiliation(name="Tramwaj Letters", title="type designer"),),
        how_we_met="argued about the letter ł until they closed the bar",
        in_common="type, trams", topics=("type",),
    ),
    someone(
        "layan", "ليان الحوراني", Circle.CLOSE, calibre=5, nicknames=("Layan",),
        emails=emails("layan@example.com"), birthday=(260, None), preferred=Channel.EMAIL,
        addresses=address("شارع الياسمين ٥", "11118", "عمّان", "الأردن"),
        organisations=(Affiliation(name="Jasmine Street Library", title="founder"),),
        how_we_met="a workshop on bilingual signs, both of us late and wet",
        in_common="libraries, two-way reading", topics=("library", "type"),
    ),
    someone(
        "bastien", "Bastien Quénivers", Circle.CLOSE, calibre=3, birthday=(17, 1982),
        emails=emails("bastien@example.org"), phones=phones("+44 20 7946 0022"),
        addresses=address("6 montée des Tilleuls", "69005", "Lyon", "France"),
        organisations=(Affiliation(name="Atelier des Pentes", title="binder and baker"),),
        how_we_met="Ottilie's wedding", in_common="bread, paste, Ottilie",
        relations=(("introduced by", "ottilie"),), topics=("books", "bread"),
    ),
    someone(
        "gwen", "Gwenllian Prys-Hafren", Circle.CLOSE, calibre=4, nicknames=("Gwen",),
        phones=phones("+44 20 7946 0023"), emails=emails("gwen@example.org"), birthday=(6, 1971),
        addresses=address("Tŷ Onnen, Heol y Felin", "CF64 0ZZ", "Penarth", "Wales"),
        organisations=(Affiliation(name="Hafren Allotment Trust", title="treasurer"),),
        how_we_met="the hearing about the footpath", in_common="footpaths, plain words",
        topics=("garden", "gov"), cadence=Span(10, Unit.WEEKS),
    ),
    someone(
        "kwabena", "Kwabena Osafo-Darkey", Circle.CLOSE, calibre=4, birthday=(229, None),
        phones=phones("+44 20 7946 0024"), emails=emails("kwabena@example.com"),
        addresses=address("14 Tannery Yard", "BS2 0ZZ", "Bristol", "United Kingdom"),
        organisations=(Affiliation(name="The Mending Shed", title="joiner"),),
        how_we_met="he fixed my chair and would not take money",
        in_common="mending things, the Sunday table", topics=("mending",),
    ),
)  # fmt: skip
