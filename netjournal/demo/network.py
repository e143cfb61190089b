"""The sample's wider circle: people of work and of chance, in every state a bond can have."""

from __future__ import annotations

from netjournal.demo.telling import Someone, address, emails, phones, someone
from netjournal.domain.person import Affiliation, Labelled
from netjournal.domain.values import Channel, Circle, Origin

NETWORK: tuple[Someone, ...] = (
    someone(
        "hannah", "Hannah Lindmoor", Circle.NETWORK, calibre=4, birthday=(112, None),
        phones=phones("+1 503 555 0114"), emails=emails("hannah@example.com"),
        addresses=address("77 Alderberry St", "97299", "Portland", "United States"),
        organisations=(Affiliation(name="County Ballot Lab", title="researcher"),),
        how_we_met="her talk on ballots that old hands can fold",
        in_common="paper that the state sends you", topics=("gov", "ux"),
    ),
    someone(
        "ruaridh", "Ruaridh MacAlsdair", Circle.NETWORK, calibre=3, since=1300,
        phones=phones("+44 20 7946 0031"), birthday=(140, None),
        addresses=address("Taigh na Mònadh", "IV51 0ZZ", "Portree", "Scotland"),
        organisations=(Affiliation(name="Cuillin Path Group", title="waymarker"),),
        how_we_met="lost on the Trotternish ridge, both of us", in_common="signposts, bad weather",
        topics=("maps", "walking"),
    ),
    someone(
        "johanna", "Jóhanna Þórsteinsdal", Circle.NETWORK, calibre=2, birthday=(0, 1975),
        emails=emails("johanna@example.org"), preferred=Channel.EMAIL,
        organisations=(Affiliation(name="Fjarðarsafn", title="archivist"),),
        how_we_met="she lent me a chart from 1891 and a jumper", in_common="old charts",
        topics=("maps", "archive"),
    ),
    someone(
        "cenek", "Čeněk Vodrážek", Circle.NETWORK, calibre=3, preferred=Channel.EMAIL,
        emails=emails("cenek@example.com"), birthday=(275, None),
        addresses=address("Lípová 22", "602 00", "Brno", "Czechia"),
        organisations=(Affiliation(name="Papírna Svratka", title="paper maker"),),
        how_we_met="bought forty sheets, stayed for soup", in_common="rag paper",
        topics=("print",),
    ),
    someone(
        "amara", "Amara Nwachuku-Bell", Circle.NETWORK, since=19, origin=Origin.HAND,
        phones=phones("+44 20 7946 0032"), emails=emails("amara@example.org"),
        organisations=(Affiliation(name="Easton Law Centre", title="caseworker"),),
        how_we_met="same bench at the tribunal open day", topics=("gov",),
    ),
    someone(
        "pilar", "Pilar Etxegoien Ruano", Circle.NETWORK, calibre=3, birthday=(53, None),
        phones=phones("+44 20 7946 0033"), emails=emails("pilar@example.com"),
        addresses=address("Kale Barrena 8", "48005", "Bilbao", "Spain"),
        organisations=(Affiliation(name="Taller Etxegoien", title="etcher"),),
        how_we_met="the paper fair, she had the stall opposite", in_common="etching, sardines",
        topics=("print",),
    ),
    someone(
        "eszter", "Halmágyi Eszter", Circle.NETWORK, calibre=3, given="Eszter", family="Halmágyi",
        emails=emails("eszter@example.org"),
        links=(Labelled("https://example.org/eszter", "blog"),),
        organisations=(Affiliation(name="Menetrend Studio", title="timetable designer"),),
        how_we_met="I sent her a bus timetable as a joke", in_common="timetables, truly",
        topics=("maps", "type"), dates=(("name day", 60),),
    ),
    someone(
        "noa", "נועה שקדיאל", Circle.NETWORK, nicknames=("Noa",), calibre=2,
        emails=emails("noa@example.com"), birthday=(320, None),
        addresses=address("רחוב האורן 3", "3100000", "חיפה", "Israel"),
        organisations=(Affiliation(name="Carmel Wayfinding", title="architect"),),
        how_we_met="the hospital signs project", topics=("maps", "clinics"),
    ),
    someone(
        "mateus", "Mateus Quintaneira", Circle.NETWORK, since=190,
        emails=emails("mateus@example.org"), phones=phones("+44 20 7946 0034"),
        organisations=(Affiliation(name="Livraria do Cais", title="bookseller"),),
        relations=(("introduced by", "bastien"),), topics=("books",),
    ),
    someone(
        "ingrid", "Ingrid Skauvolla", Circle.NETWORK, since=12,
        emails=emails("ingrid@example.com"),
        organisations=(Affiliation(name="Bergen Harbour Office", title="forms officer"),),
        relations=(("works with", "johanna"),), topics=("gov",),
    ),
    someone(
        "dimitra", "Δήμητρα Καλογιαννίδη", Circle.NETWORK, nicknames=("Dimitra",), calibre=3,
        emails=emails("dimitra@example.org"), birthday=(84, None), preferred=Channel.EMAIL,
        organisations=(Affiliation(name="Harbour Museum, Volos", title="curator"),),
        how_we_met="a label of hers made me laugh out loud in a silent room",
        in_common="museum labels", topics=("archive", "library"),
    ),
    someone(
        "haneul", "박하솔", Circle.NETWORK, nicknames=("Hasol",), calibre=3,
        emails=emails("hasol@example.com"), birthday=(205, None),
        organisations=(Affiliation(name="한글상점", title="letter cutter"),),
        how_we_met="Tomasz's type evening, over one shared umbrella",
        relations=(("knows", "tomasz"),), topics=("type",),
    ),
    someone(
        "femke", "Femke Oosterwolde", Circle.NETWORK, since=40, calibre=3,
        emails=emails("femke@example.org"), phones=phones("+44 20 7946 0035"),
        organisations=(Affiliation(name="Waterschap De Vliet", title="map maker"),),
        how_we_met="the dyke walk", topics=("maps",),
    ),
    someone(
        "priya", "Priya Raghunandhan", Circle.NETWORK, since=2, origin=Origin.GATHERING,
        emails=emails("priya@example.com"), phones=phones("+44 20 7946 0036"),
        organisations=(Affiliation(name="Leicester Renal Clinic", title="patient lead"),),
        how_we_met="Open Forms Day, the last two at the tea urn", topics=("clinics", "gov"),
    ),
    someone(
        "gus", "Gus Pellworthen", Circle.NETWORK, since=2, origin=Origin.GATHERING,
        emails=emails("gus@example.org"), phones=phones("+44 20 7946 0037"),
        organisations=(Affiliation(name="Falmouth Harbour Library", title="librarian"),),
        how_we_met="Open Forms Day, he had drawn the queue as a river", topics=("library",),
    ),
    someone(
        "lotte", "Lotte Ravenstijn", Circle.NETWORK, died=70, since=1500, birthday=(150, 1938),
        addresses=address("Oude Gracht 201", "3511 XX", "Utrecht", "Netherlands"),
        organisations=(Affiliation(name="Drukkerij Ravenstijn", title="printer"),),
        how_we_met="she let me clean her type for a summer", in_common="everything about lead",
        topics=("print",),
    ),
    someone(
        "colin", "Colin Marchmunt", Circle.NETWORK, rest=(60, None), since=1400,
        emails=emails("colin@example.com"),
        organisations=(Affiliation(name="Marchmunt & Daughters", title="sign maker"),),
        how_we_met="the pub sign commission", topics=("type",),
    ),
    someone(
        "sunniva", "Sunniva Ekerholt", Circle.NETWORK, rest=(20, 70), calibre=4,
        emails=emails("sunniva@example.org"), birthday=(66, None),
        organisations=(Affiliation(name="Nordlys School", title="head teacher"),),
        how_we_met="the exam paper project", in_common="asking children first",
        topics=("ux", "gov"),
    ),
)  # fmt: skip
