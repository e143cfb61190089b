"""What passed between the sample's people and its keeper, newest first within each circle."""

from __future__ import annotations

from netjournal.demo.telling import Passed, both, came, out
from netjournal.domain.values import Reply

GATHERING = "Open Forms Day"
GATHERING_PLACE = "Malcolm Hall, Bristol"
GATHERING_AGO = 2

INNER: tuple[Passed, ...] = (
    both(5, "phone", "wren", "slugs, and Posy has learned to whistle", topics=("garden",)),
    both(17, "met", "wren", "planted the early potatoes in the rain"),
    out(24, "phone", "wren", "Dad's record player is coming to me after all"),
    both(41, "phone", "wren", "she may stop teaching in summer", mentions="ottilie"),
    both(66, "met", "wren", "new year at hers, the cake did not rise"),
    both(140, "met", "wren", "cleared the attic, kept too much"),
    out(6, "postcard", "ottilie", "the heron on the weir, and a terrible pun about glue"),
    both(18, "phone", "ottilie", "the big order of ledgers, she sounds tired", topics=("print",)),
    came(39, "postcard", "ottilie", "snow to the window sill"),
    out(52, "postcard", "ottilie", "the print room roof, before and after"),
    both(75, "video", "ottilie bastien", "bound the guest book together across three countries"),
    both(160, "met", "ottilie", "four days at hers, walked up to the Schauinsland"),
    both(2, "met", "deniz", "lost two games, won the soup", topics=("chess",)),
    both(16, "phone", "deniz", "chess by phone, drew on move 40"),
    both(30, "phone", "deniz", "chess by phone; Zoë shouting moves from the kitchen"),
    both(48, "met", "deniz zoe", "dinner, the lease on the print room"),
    both(31, "phone", "aoife", "the documentary is commissioned", topics=("radio",)),
    came(50, "message", "aoife", "a minute of the tide, just the sound"),
    both(58, "phone", "aoife", "her mother is home from hospital"),
    both(121, "met", "aoife", "swam at Salthill, never again before May"),
)

CLOSE: tuple[Passed, ...] = (
    came(2, "email", "zoe", "could I look at the grant draft before it goes out?"),
    both(26, "met", "zoe", "set the poster for the reading week", topics=("print",)),
    out(61, "email", "zoe", "the ink supplier in Leeds", reply=Reply.ANSWERED),
    both(110, "met", "zoe kwabena", "carried the proofing press up the stairs"),
    both(96, "video", "vy", "the old quarter map goes to print", topics=("maps",)),
    came(131, "email", "vy", "proofs, and a photo of rain"),
    out(150, "email", "vy", "notes on the river names", reply=Reply.ANSWERED),
    both(20, "video", "shen", "cutting pear wood, and why her tea came late", topics=("print",)),
    came(49, "postcard", "shen", "a fox in three colours"),
    out(88, "postcard", "shen", "the harbour, badly drawn"),
    both(171, "video", "shen", "first time we spoke; she laughed at my brush"),
    both(9, "message", "olesya", "the clinic has light again; the new form is one page",
         topics=("clinics",)),
    out(23, "message", "olesya", "thinking of you all", reply=Reply.ANSWERED),
    both(57, "video", "olesya", "read the form aloud together, cut nine questions"),
    out(40, "postcard", "tomasz", "the tram museum, and an ł from a shop in Cardiff"),
    both(152, "phone", "tomasz", "his new italic, the long evening with the k",
         topics=("type",)),
    both(213, "met", "tomasz haneul", "type evening, one umbrella for three"),
    out(30, "email", "layan", "the bilingual shelf labels", topics=("library",)),
    came(28, "email", "layan", "loves them; two words are wrong, she says which"),
    both(83, "video", "layan", "the reading room opens in spring"),
    both(199, "met", "layan", "walked the whole of Rainbow Street looking at signs"),
    both(44, "phone", "bastien", "the oven is built, the first loaves were bricks"),
    out(90, "postcard", "bastien", "a miller I met on the train", reply=Reply.ANSWERED),
    both(52, "met", "gwen", "walked to the lighthouse, the trust has a new chair",
         topics=("garden",)),
    both(118, "phone", "gwen", "how to word the notice about dogs"),
    both(12, "met", "kwabena", "the Sunday table; he is doing the Shed's roof himself"),
    out(37, "phone", "kwabena", "borrowed the long clamps"),
    both(80, "met", "kwabena wren", "hung Wren's door, ate standing up"),
)  # fmt: skip

NETWORK: tuple[Passed, ...] = (
    both(60, "video", "hannah", "envelopes that open at the right edge", topics=("gov", "ux")),
    out(68, "email", "hannah", "the folding study", reply=Reply.ANSWERED),
    came(177, "email", "hannah", "photos of forty ballot boxes"),
    both(410, "met", "ruaridh", "waymarks at Loch Coruisk, midges", topics=("walking",)),
    out(418, "phone", "ruaridh", "where to leave the car"),
    both(590, "met", "ruaridh", "his hut, a night of stories"),
    both(160, "email", "johanna", "the coast chart is scanned", topics=("archive",)),
    came(75, "email", "cenek", "the new vat is in; samples follow"),
    out(79, "email", "cenek", "asked about 90 gram for the handbook"),
    both(203, "met", "cenek", "soup and forty sheets"),
    both(19, "met", "amara", "tribunal open day; her clients get a letter nobody can read"),
    came(1, "phone", "pilar", "", reply=Reply.NONE),
    both(25, "phone", "pilar", "a plate for the cover, two colours", topics=("print",)),
    out(70, "social", "pilar", "her print of the tide tables", reply=Reply.ANSWERED),
    both(33, "social", "eszter", "a bus that never comes, as a poem", topics=("type",)),
    out(95, "email", "eszter", "the night timetable, for fun", reply=Reply.ANSWERED),
    both(300, "met", "noa", "walked the hospital with a pram and a map", topics=("clinics",)),
    out(160, "email", "noa", "the colour study", reply=Reply.NONE),
    out(120, "postcard", "noa", "the good staircase in Bath", reply=Reply.NONE),
    out(45, "email", "noa", "a hello, no answer needed", reply=Reply.NONE),
    both(100, "email", "dimitra", "fifty labels, six words each", topics=("archive",)),
    came(104, "email", "dimitra", "may she borrow the six-word rule?"),
    both(130, "video", "haneul", "cutting 한 in slate", topics=("type",)),
    out(136, "other", "haneul", "left a parcel of chisels with the neighbour",
        reply=Reply.ANSWERED),
    both(22, "met", "femke", "the dyke walk; she draws water levels as music",
         topics=("maps",)),
    both(148, "met", "lotte", "read to her; she corrected my punctuation"),
    out(139, "postcard", "lotte", "the swans outside the press"),
    both(240, "phone", "lotte", "how she hid type under the floor"),
    both(170, "email", "colin", "the pub sign invoice, at last"),
    both(140, "met", "sunniva", "exam papers with the year sevens", topics=("ux",)),
    out(69, "email", "hannah eszter dimitra cenek johanna haneul sunniva",
        "new year's letter to everyone", broadcast=True),
    came(36, "email", "hannah", "the ballot lab's circular", broadcast=True),
)  # fmt: skip

_HERE = {"gathering": GATHERING}
MET: tuple[Passed, ...] = (
    both(2, "met", "priya", "patients fold the form into a boat; she wants to know why",
         topics=("clinics",), **_HERE),
    both(2, "met", "gus", "the queue as a river; wants to come and draw ours",
         topics=("library",), **_HERE),
    out(1, "email", "gus", "the drawing class, and two dates"),
    both(2, "met", "bram", "software for councils", **_HERE),
    both(2, "met", "sorcha yusuf", "what the tax letter says when it is kind", **_HERE),
    both(2, "met", "kwabena", "he came for the sandwiches", **_HERE),
)  # fmt: skip

TALKS = (*INNER, *CLOSE, *NETWORK, *MET)
