"""Lines as people write them, and how each is read. On Wed 11 March 2026."""

from __future__ import annotations

from typing import Final

from netjournal.tuples import NamedTuple


class Example(NamedTuple):
    """One line and what it means in words."""

    line: str
    means: str


EXAMPLES: Final = (
    Example(
        "Ana Ruiz: coffee yesterday, budget talk. needs: a UX tester. "
        "next: postcard on friday about the book. #gov",
        "met Ana on Tuesday; she needs a UX tester; a postcard to her is due on Friday; topic gov",
    ),
    Example("called Bob, no answer", "a phone call from me that did not reach Bob"),
    Example(
        "Ana, Bob: lunch today. they: send the pdf by 3 dec",
        "met both today; they are to send the pdf by 3 December",
    ),
    Example(
        "emailed Zoë 3 days ago about the grant; next: call in 2 weeks",
        "an email from me on Sunday; a call is due on 25 March",
    ),
    Example("Ana called", "a phone call from Ana"),
    Example("missed call from Ana", "Ana called and did not reach me"),
    Example("wrote Karl a letter", "a letter from me: nouns count more than verbs"),
    Example("got a card from Petra last week", "a postcard from Petra a week ago"),
    Example("lunch w/ Ana & Bob yday", "met Ana and Bob yesterday"),
    Example("messaged Zoë on LinkedIn", "a message from me on a social network"),
    Example("talked to Bob on the phone", "a phone talk with Bob"),
    Example("emailed Ana, she replied", "an email from me that Ana answered"),
    Example("called Karl, left word", "a phone call from me; an answer is awaited"),
    Example("Ana: moved to Lyon", "a note about Ana, no contact"),
    Example("met Ana about Bob's shop", "met Ana; Bob is mentioned"),
    Example("newsletter to everyone", "a broadcast: no contact with anybody"),
    Example("emailed Ana and 12 others", "a broadcast that reached Ana too"),
    Example("call Bob tomorrow", "a plan: a call to Bob is due tomorrow"),
    Example("email Petra mon re invoice", "a plan: an email to Petra is due on Monday"),
    Example("dinner with Karl next thursday", "a plan: dinner is due on 19 March"),
    Example(
        "lunch with Tom, promised him Ana's number by thursday",
        "met Tom; Ana's number is due to him on Thursday, a promise of mine",
    ),
    Example(
        "lunch with Ana, she promised the budget by 3 april",
        "met Ana; she is to send the budget by 3 April",
    ),
    Example("Ana: next: call every 6 weeks", "a call to Ana, again six weeks after each"),
    Example("Ana: next: postcard every 2 months fixed", "a postcard, by the calendar"),
    Example("Ana: next: call every week from 20 march", "a call each week, first on 20 March"),
    Example("Bob needs: a van. Ana offers: a truck", "a need of Bob's and an offer of Ana's"),
    Example("Ana: gave: two contacts. got: a review", "what each did for the other"),
    Example("Ana: ask: a reference by monday", "a favour I want of Ana, due on Monday"),
    Example("Ana: remember: the red umbrella", "how Ana and I will remember each other"),
    Example("Ana: nexttime: how was the exam", "what to raise when we meet next"),
    Example("Ana: lunch. note: allergic to nuts", "met Ana, with a note beside it"),
    Example("coffee with Ana at PyCon", "met Ana at a gathering one knows, on its day"),
    Example("Frieda Sommer: coffee at: Berlin fair", "met somebody new at a new gathering"),
    Example("intro: Ana and Bob about flats", "Ana and Bob are to be brought together"),
    Example("Tom's birthday: 12 april", "Tom's birthday, its year not known"),
    Example("me: offers: a spare room", "an offer of mine"),
    Example("lunch with Ana topic:gov", "met Ana; topic gov"),
    Example('Ana: coffee, "next: a film" is her column', "met Ana; what is quoted is only text"),
    Example("Kim Ito kim@example.org: coffee", "met somebody new; the address is kept"),
)
"""Every feature of the language at least once; each is read in the tests."""
