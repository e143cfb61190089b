"""Small words the parser looks at: prepositions, pronouns, what is never a name."""

from __future__ import annotations

from typing import Final

ABOUT: Final = frozenset({"about", "re", "regarding", "that", "because"})
"""End the contact phrase: what follows is what it was about."""
MENTIONING: Final = frozenset({"about", "re", "regarding", "of", "that", "because"})
"""A name after one of these is mentioned."""
WITH: Final = frozenset({"with", "w/"})
PREPOSITIONS: Final = frozenset(
    {"about", "after", "at", "before", "between", "by", "during", "for", "from", "in", "into",
     "near", "of", "on", "onto", "over", "re", "regarding", "since", "than", "through", "till",
     "to", "towards", "under", "until", "via", "with", "without", "within", "because", "if", "when",
     "while", "as", "not", "then", "but", "or"}
)  # fmt: skip
ME: Final = frozenset({"me", "us"})
SINGULAR: Final = frozenset({"he", "she", "him", "her", "hers"})
PLURAL: Final = frozenset({"they", "them", "both"})
OTHERS_ACT: Final = frozenset({"he", "she", "they", "who"})
"""Subjects that are neither I nor we."""
PRONOUNS: Final = frozenset(
    {"i", "we", "you", "it", "me", "us", "he", "she", "him", "her", "hers", "they", "them", "both",
     "who", "my", "our", "your", "his", "their", "its", "myself", "someone", "somebody", "everyone",
     "everybody", "anyone", "nobody", "people", "one"}
)  # fmt: skip
HEADERS: Final = frozenset(
    {"re", "fwd", "fw", "ps", "fyi", "nb", "todo", "subject", "cc", "bcc", "idea", "ideas",
     "reminder", "question", "questions", "update", "important", "urgent", "status", "agenda",
     "summary", "warning", "note", "notes", "plan", "plans", "ok", "btw", "eta", "tbd", "ah", "oh",
     "today", "news", "thoughts", "outcome", "result", "results", "conclusion"}
)  # fmt: skip
"""What stands before a colon and is nobody."""
FUNCTION: Final = frozenset(
    {"the", "a", "this", "these", "those", "is", "are", "was", "were", "be", "been", "has", "have",
     "had", "do", "does", "did", "can", "could", "would", "should", "must", "there", "here", "what",
     "why", "how", "so", "very", "also", "just", "again", "still", "yes", "no", "too", "more",
     "some", "any", "all", "to", "said", "says"}
)  # fmt: skip
NEVER_NAMES: Final = PREPOSITIONS | PRONOUNS | HEADERS | FUNCTION
AFTER_VERB: Final = frozenset(
    {"back", "again", "twice", "up", "in", "out", "over", "round", "off", "home", "quickly",
     "briefly", "once", "later", "first", "finally", "around", "together", "an", "both", "old",
     "dear", "my", "our", "his", "her", "their", "your"}
)  # fmt: skip
"""Words after a contact verb that are no name when they are typed small."""
WORD_NAMES: Final = frozenset(
    {"will", "may", "mark", "rob", "art", "summer", "rose", "hope", "grace", "faith", "joy", "bill",
     "frank", "grant", "chase", "drew", "dawn", "june", "april", "august", "autumn", "guy", "miles",
     "penny", "ray", "rich", "ivy", "lily", "olive", "pearl", "sky", "star", "wade", "ward",
     "young", "long", "best", "price", "page", "cook", "baker", "stone", "wood", "woods", "hill",
     "field", "brook", "brooks", "king", "prince", "bishop", "dean", "earl", "duke", "major",
     "bush", "day", "night", "snow", "frost", "winter", "winters", "fox", "wolf", "lamb", "bird",
     "swan", "fish", "rice", "bean", "berry", "cherry", "ginger", "sage", "basil", "fern", "jade",
     "opal", "chip", "cliff", "dale", "heath", "forest", "lance", "pierce", "reed", "rusty",
     "sandy", "skip", "trip", "van", "hunter", "black", "white", "brown", "green", "gray", "grey",
     "gold", "silver", "strong", "small", "short", "sharp", "wise", "swift", "love", "case",
     "church", "banks", "bell", "ball", "park", "lane", "street", "waters", "rivers", "lake",
     "marsh", "moss", "moon", "cross", "foot", "hand", "head", "read", "said", "in", "an", "so",
     "do", "no", "else", "ever", "early", "made", "rush", "power", "powers", "singer", "wells",
     "harmony", "melody", "angel", "christmas", "easter", "sunday", "friday", "monday"}
)  # fmt: skip
"""Names that are words: typed small in the midst of a text, they are the word."""
LEAD_INS: Final = frozenset(
    {"a", "an", "the", "quick", "long", "short", "good", "great", "nice", "lovely", "brief",
     "another", "our", "my", "first", "second", "third", "business", "working", "late", "early",
     "big", "small", "very", "really", "wonderful", "pleasant", "fun", "some", "two", "three",
     "catch-up", "team", "cup", "of", "glass", "old", "new", "final", "hour-long", "hello",
     "weekly", "monthly", "annual", "usual", "evening", "morning", "afternoon", "sunday", "family",
     "home", "lunchtime", "i", "we", "then", "and", "just", "finally", "later", "his", "her",
     "their", "your", "handwritten", "longer", "quiet", "spontaneous", "surprise", "kickoff",
     "kick-off", "project", "status", "planning", "board", "quarterly"}
)  # fmt: skip
"""Words that may stand before a noun of contact at the start of a sentence."""
RELATIVES: Final = frozenset(
    {"sister", "brother", "husband", "wife", "partner", "son", "daughter", "mother", "father",
     "mum", "mom", "dad", "friend", "colleague", "boss", "cousin", "uncle", "aunt", "girlfriend",
     "boyfriend", "assistant", "neighbour", "neighbor", "niece", "nephew", "flatmate"}
)  # fmt: skip
"""Between a possessive and a name, one of these says whose relative is meant."""
PARENTS: Final = frozenset(
    {"mum", "mom", "mummy", "mommy", "mother", "dad", "daddy", "father", "granny", "grandma",
     "grandpa", "grandad", "gran"}
)  # fmt: skip
"""Relatives who are called so without a name."""
CARDED: Final = frozenset({"sent", "wrote", "posted", "mailed", "got", "received", "delivered"})
"""Words that make a card something by post; one that was given is a business card."""
CANCELLED: Final = frozenset(
    {"cancelled", "canceled", "postponed", "rescheduled", "called off", "fell through", "put off",
     "planned", "confirmed", "scheduled", "arranged", "booked", "pencilled", "agreed", "is on",
     "is at", "is next", "is this", "is tomorrow", "is today", "is tonight", "is in", "is planned",
     "will be", "moved", "shifted", "brought forward"}
)  # fmt: skip
"""After a noun of contact: it did not happen, or not yet."""
PURPOSES: Final = frozenset(
    {"arrange", "ask", "say", "tell", "wish", "thank", "see", "meet", "discuss", "invite", "let",
     "congratulate", "confirm", "check", "remind", "apologise", "apologize", "find", "get", "give",
     "help", "make", "plan", "set", "organise", "organize", "schedule", "reschedule", "book",
     "bring",
     "come", "go", "join", "celebrate", "catch", "have", "share", "show", "be", "fix", "agree",
     "decide", "cancel", "postpone", "suggest", "propose", "order", "buy", "sell", "pay", "pick",
     "collect", "return", "talk", "speak", "chat", "call", "visit", "follow", "introduce", "offer",
     "complain", "explain", "finish", "prepare", "review", "sign", "work", "clear", "sort"}
)  # fmt: skip
"""“emailed Ana to arrange …”: after “to”, one of these begins what it was for."""
TIMING: Final = frozenset(
    {"before", "after", "during", "since", "while", "when", "until", "till", "if", "whether", "as"}
)
"""What follows one of these tells of another time: “called Ana before lunch with Bob”."""
REACHED_AT: Final = frozenset(
    {
        "cell",
        "mobile",
        "cellphone",
        "phone",
        "landline",
        "number",
        "line",
        "extension",
        "inbox",
        "address",
        "whatsapp",
    }
)
"""“called Ana's mobile” is a call to Ana."""
STATING: Final = frozenset({"is", "was", "are", "were", "has", "goes", "went", "said", "says"})
"""Verbs that, with somebody else as subject, tell of them and not of me."""
ON_SCREEN: Final = frozenset(
    {"tv", "telly", "television", "youtube", "newspaper", "news", "dream", "radio"}
)
"""“saw Ana on tv” is no meeting."""
HAVING: Final = frozenset(
    {"had", "having", "for", "over", "after", "during", "at", "to", "enjoyed", "shared", "took",
     "did", "went", "following", "by", "grabbed"}
)  # fmt: skip
"""Words that make the noun after them something that happened."""
MOVING: Final = frozenset(
    {"sent", "wrote", "posted", "mailed", "got", "received", "dropped", "brought", "gave", "left",
     "delivered", "emailed", "texted", "has"}
)  # fmt: skip
"""Words that make a thing sent or received."""
ADVERBS: Final = frozenset(
    {"just", "also", "finally", "then", "already", "quickly", "have", "has", "had", "even", "both",
     "again", "later", "and", "so", "now", "first", "briefly", "actually", "only", "recently"}
)  # fmt: skip
"""Words that may stand between a subject and its verb."""
GETTING: Final = frozenset({"got", "received", "arrived", "came", "landed"})
NOT_HAPPENED: Final = frozenset(
    {"arrange", "arranged", "plan", "planned", "planning", "organise", "organised", "organize",
     "organized", "schedule", "scheduled", "book", "booked", "cancel", "cancelled", "canceled",
     "postpone", "postponed", "discuss", "discussed", "suggest", "suggested", "propose", "proposed",
     "invite", "invited", "invites", "want", "wants", "wanted", "would", "like", "likes", "liked",
     "loves", "hate", "hates", "owe", "owes", "owed", "thanked", "thanks", "thank", "offered",
     "prefers", "rescheduled", "reschedule", "forgot", "skipped", "declined", "asked", "asks",
     "should", "must", "might", "could", "needs", "need", "hopes", "hoping", "expects", "expecting",
     "awaiting", "waiting", "missing", "drinks", "enjoys", "makes", "sells", "buys", "set",
     "setting", "confirm", "confirmed", "move", "moved", "won't", "can't", "cannot", "isn't",
     "wasn't", "no", "instead", "without", "promised", "meant", "forgotten", "remembers", "before",
     "remind", "reminder", "maybe", "perhaps", "possibly", "hopefully", "let's", "lets", "let",
     "forward", "wanna", "gonna", "gotta", "i'll", "we'll", "he'll", "she'll", "they'll", "will",
     "shall", "may", "soon", "sometime", "someday", "dreamt", "dreamed", "ought", "why", "did",
     "does", "if", "whether", "comes", "unless"}
)  # fmt: skip
"""After one of these a noun of contact is only spoken of."""
NEGATIONS: Final = frozenset(
    {"not", "never", "didn't", "didnt", "haven't", "havent", "hasn't", "hasnt", "hadn't", "don't",
     "dont", "doesn't", "won't", "wont", "couldn't", "can't", "cannot", "wasn't", "weren't",
     "nobody", "no", "should", "would", "if", "wish", "almost", "nearly"}
)  # fmt: skip
GOES_ON: Final = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "will", "said", "says", "told", "wants",
     "got", "can", "needs", "promised", "likes", "loves", "works", "lives", "moved", "asked",
     "thinks", "knows", "looks", "does", "did", "would", "could", "might", "may", "should", "came",
     "left", "went", "joined", "wrote", "called", "sent", "made", "gave", "took", "just", "also",
     "hates", "prefers", "offers", "owes", "lent", "sold", "bought", "married", "turned", "turns",
     "speaks", "plays", "became", "goes", "comes", "arrived", "arrives", "seems", "hopes", "feels"}
)  # fmt: skip
"""After a name, one of these makes it the subject of a sentence of its own."""
PLACING: Final = frozenset({"at", "near", "for", "like", "than", "in", "via", "into"})
"""A name after one of these is no object of the contact word."""
ANSWERING: Final = frozenset({"answered", "replied", "returned"})
"""Before “Ana's letter”, one of these is a contact of mine with Ana."""
VAGUE: Final = (
    "the other day", "the other night", "a while ago", "some time ago", "recently", "lately",
    "earlier this week", "earlier this month", "some days ago", "a few days ago",
    "a few weeks ago",
)  # fmt: skip
"""Times that are no day."""
OTHER_DAYS: Final = {
    "de": "gestern vorgestern heute ubermorgen montag dienstag mittwoch donnerstag freitag samstag "
    "sonntag",
    "fr": "hier avant-hier aujourd'hui demain apres-demain lundi mardi mercredi jeudi vendredi "
    "samedi dimanche",
    "es": "ayer anteayer hoy manana lunes martes miercoles jueves viernes sabado domingo",
}
"""Days in languages that the settings may lack, folded."""
PARTS_OF_DAY: Final = frozenset(
    {"morning", "noon", "lunchtime", "afternoon", "evening", "night", "nite"}
)
"""After a day, one of these belongs to it."""
DUTY: Final = frozenset(
    {"owe", "need", "should", "must", "gotta", "ought", "will", "going", "gonna", "have", "see",
     "seeing", "arrange", "book", "schedule", "organise", "organize", "order", "plan", "prepare",
     "say", "find", "finish", "check", "fix", "sort", "look", "don't"}
)  # fmt: skip
"""At the start of a note, one of these may have been meant as something to do."""
