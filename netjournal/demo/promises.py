"""The sample's promises: overdue, due, coming, undated, asked for, waited for, and kept."""

from __future__ import annotations

from netjournal.demo.telling import Promised, mine, theirs
from netjournal.domain.values import Recurrence, Span, Unit

_FORTNIGHT = Recurrence(Span(2, Unit.WEEKS), fixed=True)
_SEASON = Recurrence(Span(3, Unit.MONTHS))

PROMISES: tuple[Promised, ...] = (
    # past their day
    mine(23, -9, "hannah", "names of two letting agents", "email"),
    mine(20, -5, "shen", "the prints from the market", "postcard"),
    mine(12, -2, "kwabena", "how did the roof hold?", "phone"),
    # today
    mine(14, 0, "dimitra", "a word with the museum's paper conservator", "email", ask=True),
    # coming
    mine(2, 12, "deniz", "chess by phone", "phone", every=_FORTNIGHT),
    mine(18, 5, "ottilie", "hear how the ledgers went", "phone"),
    mine(5, 8, "wren", "bring the ladder back"),
    mine(52, 13, "gwen", "walk at Penarth, her turn to choose", "met"),
    mine(44, 24, "bastien", "flour from the watermill", "postcard", every=_SEASON),
    # without a day
    mine(25, None, "pilar", "find the name of the mill in Capellades"),
    theirs(33, None, "eszter", "lend me the 1962 timetable"),
    # waited for
    theirs(28, -6, "layan", "the corrected label list", "email"),
    theirs(75, -12, "cenek", "samples of the 90 gram", "postcard"),
    theirs(26, 4, "zoe", "a slot on the big press"),
    # kept, and one let go
    mine(30, -16, "deniz", "chess by phone", "phone", every=_FORTNIGHT, done=16),
    mine(16, -2, "deniz", "chess by phone", "phone", every=_FORTNIGHT, done=2,
         outcome="played at his table instead"),
    mine(61, -30, "layan", "the shelf labels", "email", done=30),
    mine(60, -41, "wren", "the number of the piano tuner", "phone", done=41),
    mine(110, -64, "kwabena", "return the trolley", done=64, outcome="he had bought another"),
    mine(118, -90, "gwen", "a draft of the dog notice", "email", done=95),
    mine(203, -79, "cenek", "what weight of paper", "email", done=79),
    mine(177, -68, "hannah", "the folding study", "email", done=68),
    theirs(152, -120, "tomasz", "the specimen sheet", done=118, outcome="it is beautiful"),
    theirs(96, -80, "vy", "a copy of the map", done=77),
    theirs(57, -50, "olesya", "which questions mothers skip", done=51),
    mine(240, -180, "lotte", "the photographs of the cases", "postcard", done=182),
    mine(170, -100, "colin", "a sketch of the second sign", "email", dropped=60),
)  # fmt: skip
