"""Contact words: channels, directions, answers, broadcasts. Rows of the grammar table."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from netjournal.domain.values import Channel, Direction, Reply
from netjournal.tuples import NamedTuple

OUT, IN, BOTH = Direction.OUTBOUND, Direction.INBOUND, Direction.MUTUAL


class Role(StrEnum):
    """How a contact word stands in a sentence."""

    VERB = "verb"
    """An act: its subject and object say who reached out."""
    SHARED = "shared"
    """What two people do together."""
    THING = "thing"
    """What one sends the other."""
    PLATFORM = "platform"
    """Where it passed; it decides the channel."""
    MANNER = "manner"
    """How it passed: ``by phone``."""


class ContactWord(NamedTuple):
    """Words that say something passed, over which channel, and who reached out."""

    words: tuple[str, ...]
    role: Role
    channel: Channel
    direction: Direction
    meaning: str
    example: str
    reply: Reply | None = None
    with_only: bool = False
    """Only with somebody, or after “had” and “went to”: “tennis with Ana”, not “show Ana …”."""


APPOINTMENTS: Final = ("meeting", "mtg", "appointment")
"""What is arranged before it is held."""

CONTACTS: Final = (
    ContactWord(
        words=("called", "phoned", "rang", "telephoned", "called up", "rang up"),
        role=Role.VERB, channel=Channel.PHONE, direction=OUT,
        meaning="a phone call; “Ana called” was hers", example="called Ana about the flat",
    ),
    ContactWord(
        words=("tried", "tried to call", "tried to reach", "tried to ring", "tried calling",
               "tried ringing", "tried phoning", "could not reach", "couldn't reach",
               "did not reach", "didn't reach", "did not manage to reach",
               "didn't manage to reach"),
        role=Role.VERB, channel=Channel.PHONE, direction=OUT, reply=Reply.NONE,
        meaning="a phone call that did not reach them", example="tried Ana twice",
    ),
    ContactWord(
        words=("emailed", "e-mailed", "mailed", "wrote", "wrote to", "wrote back",
               "wrote back to"),
        role=Role.VERB, channel=Channel.EMAIL, direction=OUT,
        meaning="an email", example="wrote to Ana yesterday",
    ),
    ContactWord(
        words=("texted", "messaged", "msged", "msg'd", "whatsapped", "whatsapp'd", "dmed", "dm'd",
               "pinged", "slacked"),
        role=Role.VERB, channel=Channel.MESSAGE, direction=OUT,
        meaning="a text or chat message", example="texted Ana the address",
    ),
    ContactWord(
        words=("posted",),
        role=Role.VERB, channel=Channel.POSTCARD, direction=OUT,
        meaning="something put into the post", example="posted Ana the book",
    ),
    ContactWord(
        words=("met", "met up", "met up with", "met with", "saw", "bumped into", "ran into",
               "visited", "hung out with", "went to see", "went to visit", "went to meet",
               "got together with", "stayed with", "dined with", "ate with",
               "walked with", "ran with", "swam with", "cycled with", "hiked with", "skied with",
               "sailed with", "climbed with", "trained with", "cooked with"),
        role=Role.VERB, channel=Channel.MET, direction=BOTH,
        meaning="met in person", example="bumped into Ana at the station",
    ),
    ContactWord(
        words=("came by", "came over", "came round", "came to visit", "dropped by",
               "dropped in", "stopped by", "popped in", "popped by"),
        role=Role.VERB, channel=Channel.MET, direction=BOTH,
        meaning="a visit", example="Ana came by this morning",
    ),
    ContactWord(
        words=("zoomed", "zoomed with", "skyped", "skyped with", "facetimed", "facetimed with"),
        role=Role.VERB, channel=Channel.VIDEO, direction=BOTH,
        meaning="a video call", example="zoomed with Ana on tuesday",
    ),
    ContactWord(
        words=("got off the phone with", "off the phone with", "was on the phone with",
               "been on the phone with"),
        role=Role.VERB, channel=Channel.PHONE, direction=BOTH,
        meaning="talked on the phone", example="just got off the phone with Ana",
    ),
    ContactWord(
        words=("connected with", "linked up with"),
        role=Role.VERB, channel=Channel.SOCIAL, direction=BOTH,
        meaning="a tie made on a social network", example="connected with Ana",
    ),
    ContactWord(
        words=("talked", "talked with", "talked to", "spoke", "spoke with", "spoke to", "chatted",
               "chatted with", "chatted to", "caught up", "caught up with"),
        role=Role.VERB, channel=Channel.OTHER, direction=BOTH,
        meaning="talked, however it was", example="talked with Ana about the grant",
    ),
    ContactWord(
        words=("sent", "contacted", "reached out to", "got back to", "replied to",
               "followed up with", "checked in with", "touched base with", "got in touch with"),
        role=Role.VERB, channel=Channel.OTHER, direction=OUT,
        meaning="reached out, however it was", example="sent Ana the slides",
    ),
    ContactWord(
        words=("heard from", "heard back from", "replied", "answered"),
        role=Role.VERB, channel=Channel.OTHER, direction=IN,
        meaning="they reached out or answered", example="heard from Ana today",
    ),
    ContactWord(
        words=("returned",),
        role=Role.VERB, channel=Channel.PHONE, direction=OUT,
        meaning="an answer to “Ana's call”, “Ana's letter”; else no contact",
        example="returned Ana's call",
    ),
    ContactWord(
        words=("forwarded", "cc'd", "cced"),
        role=Role.VERB, channel=Channel.EMAIL, direction=OUT,
        meaning="an email passed on; a broadcast", example="forwarded Ana the invitation",
    ),
    ContactWord(
        words=("coffee", "coffees", "lunch", "dinner", "dinner party", "drinks", "drink",
               "breakfast", "brunch", "supper", "walk", "hike", "tea", "beer", "beers", "picnic"),
        role=Role.SHARED, channel=Channel.MET, direction=BOTH,
        meaning="met in person", example="lunch with Ana yesterday",
    ),
    ContactWord(
        words=APPOINTMENTS,
        role=Role.SHARED, channel=Channel.MET, direction=BOTH,
        meaning="met in person; with a day of the week that is nearer ahead than behind, a plan",
        example="meeting with Ana yesterday",
    ),
    ContactWord(
        words=("concert", "cinema", "movie", "movies", "film", "pub", "party", "bbq", "barbecue",
               "meal", "pizza", "tennis", "golf", "chess", "football", "climbing", "hiking",
               "cycling", "running", "swimming", "skiing", "sailing", "run", "bike ride", "trip",
               "theatre", "theater", "museum", "exhibition", "opera", "gig", "match", "game",
               "yoga", "sauna", "shopping", "holiday", "weekend", "ice cream", "workshop",
               "sushi", "curry", "pint", "pints", "cocktails", "wine", "playdate"),
        role=Role.SHARED, channel=Channel.MET, direction=BOTH, with_only=True,
        meaning="met in person, with somebody", example="went to the cinema with Ana",
    ),
    ContactWord(
        words=("call", "phone call", "phonecall", "phone chat"),
        role=Role.SHARED, channel=Channel.PHONE, direction=BOTH,
        meaning="talked on the phone", example="had a long call with Ana",
    ),
    ContactWord(
        words=("video", "video call", "video chat", "zoom", "zoom call", "teams call",
               "skype call", "facetime", "skype", "google meet"),
        role=Role.SHARED, channel=Channel.VIDEO, direction=BOTH,
        meaning="a video call", example="video call with Ana on tuesday",
    ),
    ContactWord(
        words=("chat", "catch-up", "catchup", "talk", "1:1", "one-on-one"),
        role=Role.SHARED, channel=Channel.OTHER, direction=BOTH,
        meaning="talked, however it was", example="chat with Ana at the school",
    ),
    ContactWord(
        words=("missed call", "missed calls", "missed a call", "missed two calls",
               "missed 2 calls", "missed three calls", "missed 3 calls"),
        role=Role.THING, channel=Channel.PHONE, direction=IN, reply=Reply.NONE,
        meaning="they called and did not reach me", example="missed call from Ana",
    ),
    ContactWord(
        words=("voicemail", "answerphone", "left word"),
        role=Role.THING, channel=Channel.PHONE, direction=OUT, reply=Reply.AWAITED,
        meaning="words left on a machine; “voicemail from Ana” is hers",
        example="voicemail from Ana",
    ),
    ContactWord(
        words=("postcard", "postcards", "letter", "letters", "parcel", "parcels", "package",
               "christmas card", "xmas card", "birthday card", "thank-you card", "thank you card",
               "greeting card", "get-well card", "wedding card", "thank-you note",
               "thank you note"),
        role=Role.THING, channel=Channel.POSTCARD, direction=OUT,
        meaning="something by post; it counts more than the verb beside it",
        example="wrote Ana a letter",
    ),
    ContactWord(
        words=("card", "cards"),
        role=Role.THING, channel=Channel.POSTCARD, direction=OUT,
        meaning="a postcard, only after sent, wrote, posted or got", example="got a card from Ana",
    ),
    ContactWord(
        words=("email", "emails", "e-mail", "mail"),
        role=Role.THING, channel=Channel.EMAIL, direction=OUT,
        meaning="an email; “email from Ana” is hers", example="email from Ana about the flat",
    ),
    ContactWord(
        words=("text", "text message", "message", "messages", "msg", "sms", "whatsapp", "dm",
               "voice message", "voice note"),
        role=Role.THING, channel=Channel.MESSAGE, direction=OUT,
        meaning="a text or chat message", example="got a text from Ana",
    ),
    ContactWord(
        words=("newsletter", "circular", "mass mail", "mass email", "group mail", "group email",
               "round robin", "mailing list"),
        role=Role.THING, channel=Channel.EMAIL, direction=OUT,
        meaning="a broadcast: no contact with anybody", example="newsletter to everyone",
    ),
    ContactWord(
        words=("linkedin", "facebook", "instagram", "insta", "mastodon", "bluesky",
               "twitter", "xing"),
        role=Role.PLATFORM, channel=Channel.SOCIAL, direction=OUT,
        meaning="on a social network", example="messaged Ana on LinkedIn",
    ),
    ContactWord(
        words=("by phone", "on the phone", "over the phone"),
        role=Role.MANNER, channel=Channel.PHONE, direction=BOTH,
        meaning="on the phone", example="talked to Ana on the phone",
    ),
    ContactWord(
        words=("by email", "by mail", "over email", "via email"),
        role=Role.MANNER, channel=Channel.EMAIL, direction=BOTH,
        meaning="by email", example="talked to Ana by email",
    ),
    ContactWord(
        words=("by post", "by letter"),
        role=Role.MANNER, channel=Channel.POSTCARD, direction=BOTH,
        meaning="by post", example="sent Ana the book by post",
    ),
    ContactWord(
        words=("in person", "face to face"),
        role=Role.MANNER, channel=Channel.MET, direction=BOTH,
        meaning="in person", example="talked to Ana in person",
    ),
    ContactWord(
        words=("by text", "on whatsapp", "over whatsapp", "via whatsapp", "on signal",
               "via signal", "on telegram", "via telegram", "on slack"),
        role=Role.MANNER, channel=Channel.MESSAGE, direction=BOTH,
        meaning="by message", example="talked to Ana on WhatsApp",
    ),
    ContactWord(
        words=("on zoom", "over zoom", "via zoom", "on teams", "over video", "by video",
               "on skype", "on facetime"),
        role=Role.MANNER, channel=Channel.VIDEO, direction=BOTH,
        meaning="by video", example="talked to Ana on Zoom",
    ),
)  # fmt: skip
