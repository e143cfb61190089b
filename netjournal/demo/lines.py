"""The sample's dated lines: needs and offers, what was given, questions for next time, notes."""

from __future__ import annotations

from netjournal.demo.telling import ME, Told, told

LINES: tuple[Told, ...] = (
    told(200, "offer", ME, "reading any official letter and saying what it means", topics=("gov",)),
    told(120, "offer", ME, "a spare room in Bristol on weekdays"),
    # needs and offers
    told(60, "need", "hannah", "a flat in Bristol for June, two rooms", topics=("bristol",)),
    told(26, "need", "zoe", "somebody who knows grants for workshops", topics=("print",)),
    told(9, "need", "olesya", "a printer for 2,000 leaflets, fast", topics=("print", "clinics")),
    told(2, "need", "priya", "a tester with patience for paper forms", topics=("ux",)),
    told(31, "need", "aoife", "voices for the tide documentary", topics=("radio",)),
    told(83, "need", "layan", "children's books in two scripts", topics=("library",)),
    told(118, "need", "gwen", "a wording for the dog notice", closed=95),
    told(12, "offer", "kwabena", "his van on Sundays"),
    told(75, "offer", "cenek", "offcuts of rag paper, for postage", topics=("print",)),
    told(44, "offer", "bastien", "a week's place at the bindery in autumn", topics=("books",)),
    told(96, "offer", "vy", "her list of map printers", topics=("maps",)),
    told(130, "offer", "haneul", "lettering for small causes", topics=("type",)),
    told(2, "offer", "gus", "drawing lessons for libraries", topics=("library",)),
    # given and got
    told(95, "gave", "gwen", "wrote the dog notice; nobody has complained, not even a dog"),
    told(68, "gave", "hannah", "the folding study, with the raw numbers"),
    told(30, "gave", "layan", "forty shelf labels in two scripts"),
    told(104, "gave", "dimitra", "the six-word rule"),
    told(41, "gave", "wren", "the piano tuner who also sings"),
    told(110, "got", "kwabena", "an afternoon of lifting, and the stairs mended"),
    told(57, "got", "olesya", "two hours with the form, after a night shift"),
    told(203, "got", "cenek", "five sheets extra, 'for mistakes'"),
    told(26, "got", "zoe", "the press for a whole Saturday"),
    # next time
    told(20, "next_time", "shen", "ask about the blue that does not fade"),
    told(31, "next_time", "aoife", "did they keep the bit with the foghorn?"),
    told(5, "next_time", "wren", "the deed of the allotment: who has it?"),
    told(96, "next_time", "vy", "how her father's knee is"),
    told(152, "next_time", "tomasz", "the italic k, did it survive?"),
    told(410, "next_time", "ruaridh", "the broken stile below the bealach"),
    told(60, "next_time", "hannah", "show her the council's envelope"),
    told(26, "next_time", "zoe", "who taught her to lock up a forme so fast"),
    # how we remember each other
    told(171, "remember", "shen", "she laughed at my brush and then lent me hers"),
    told(160, "remember", "ottilie", "the wheelbarrow on the Schauinsland"),
    told(213, "remember", "haneul", "one umbrella, three people, one very wet ł"),
    told(148, "remember", "lotte", "she set my name in type and gave me the line"),
    told(2, "remember", "priya", "the two last people at the tea urn"),
    told(2, "remember", "gus", "drew the queue as a river on a napkin"),
    told(19, "remember", "amara", "we both had the wrong room, twice"),
    # notes
    told(70, "note", "lotte", "died on a Tuesday with the window open; her niece wrote"),
    told(64, "note", "lotte", "the funeral: everybody brought a letter of type"),
    told(60, "note", "colin", "he asked for quiet this year; leave it with him"),
    told(20, "note", "sunniva", "on leave with the new baby until spring"),
    told(40, "note", "femke", "saw her water levels as music at the town hall"),
    told(185, "note", "mateus", "Bastien says: ask him about books that float"),
    told(48, "note", "deniz", "does not drink coffee after four"),
    told(52, "note", "gwen", "writes everything down in green"),
    told(18, "note", "ottilie", "tired; send something that makes no work"),
    told(19, "birthday", "amara", "--11-02"),
)
