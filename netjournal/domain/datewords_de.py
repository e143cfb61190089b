"""The German words of dates."""

from __future__ import annotations

from netjournal.domain.datelanguages import Words

_NEXT = "nachsten|nachster|nachstes|nachste|naechsten|naechster|naechstes|naechste"
_LAST = "letzten|letzter|letztes|letzte|vergangenen|vergangene|vergangenes|vorigen|vorige|voriges"
_COMING = "kommenden|kommende|kommendes"
_THIS = "diesen|diese|dieses|diesem"

WORDS = Words(
    numbers={
        "ein": 1, "eine": 1, "einem": 1, "einen": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4,
        "funf": 5, "fuenf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
        "elf": 11, "zwolf": 12, "zwoelf": 12, "vierzehn": 14, "zwanzig": 20, "dreissig": 30,
    },
    units={
        "tag": "days", "tage": "days", "tagen": "days", "woche": "weeks", "wochen": "weeks",
        "monat": "months", "monate": "months", "monaten": "months", "jahr": "years",
        "jahre": "years", "jahren": "years", "quartal": "quarters", "quartale": "quarters",
    },
    weekdays=(
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag|sonnabend", "sonntag",
    ),
    months=(
        "januar|janner|jaenner", "februar|feber", "marz|maerz", "april", "mai", "juni", "juli",
        "august", "september", "oktober", "november", "dezember",
    ),
    phrases=(
        ("heute", "today"),
        ("heute morgen|fruh|frueh|vormittag|mittag|nachmittag|abend|nacht", "today"),
        ("gestern", "yesterday"),
        ("gestern morgen|fruh|frueh|vormittag|mittag|nachmittag|abend|nacht", "yesterday"),
        ("vorgestern", "day before yesterday"),
        ("morgen", "tomorrow"),
        ("morgen fruh|frueh|vormittag|mittag|nachmittag|abend", "tomorrow"),
        ("ubermorgen|uebermorgen", "day after tomorrow"),
        ("am? {weekday}", "{weekday}"),
        (f"am? {_LAST} {{weekday}}", "last {weekday}"),
        (f"am? {_NEXT} {{weekday}}", "next {weekday}"),
        (f"am? {_COMING} {{weekday}}", "coming {weekday}"),
        (f"an? {_THIS} {{weekday}}", "this {weekday}"),
        ("{weekday} in einer woche", "{weekday} week"),
        ("am? {weekday} den? dem? {day} {month} {year}?", "{weekday} {day} {month} {year}"),
        ("am? {weekday} den? dem? {date}", "{weekday} {date}"),
        ("am? {day} {month} {year}?", "{day} {month} {year}"),
        ("am? {date}", "{date}"),
        ("vor {n} {unit}", "{n} {unit} ago"),
        ("vor einem halben jahr", "half a year ago"),
        ("in {n} {unit}", "in {n} {unit}"),
        ("in einem halben jahr", "in half a year"),
        ("heute in {n} {unit}", "in {n} {unit}"),
        (f"{_NEXT}|{_COMING} woche", "next week"),
        (f"{_NEXT}|{_COMING} monat", "next month"),
        (f"{_NEXT}|{_COMING} jahr", "next year"),
        (f"{_LAST} woche", "last week"),
        (f"{_LAST} monat", "last month"),
        (f"{_LAST} jahr", "last year"),
        (f"{_THIS} woche", "this week"),
        (f"{_THIS} monat", "this month"),
        (f"am|{_THIS.replace('|', '|')} wochenende", "this weekend"),
        (f"am? {_NEXT}|{_COMING} wochenende", "next weekend"),
        (f"am? {_LAST} wochenende", "last weekend"),
        ("im {month} {year}?", "{month} {year}"),
        ("ende der woche", "end of week"),
        ("ende des monats", "end of month"),
        ("ende des jahres", "end of year"),
        ("zum? monatsende", "end of month"),
        (f"ende {_NEXT} monats", "end of next month"),
        ("ende {month} {year}?", "end of {month} {year}"),
        ("anfang {month} {year}?", "start of {month} {year}"),
        ("mitte {month} {year}?", "mid {month} {year}"),
        ("an|zu? weihnachten", "christmas"),
        ("heiligabend", "christmas eve"),
        ("silvester", "nye"),
        ("an? neujahr", "new year"),
        ("an|zu? ostern", "easter"),
        ("karfreitag", "good friday"),
        ("ostermontag", "easter monday"),
        ("an|zu? pfingsten", "pentecost"),
        ("alle {n} {unit}", "every {n} {unit}"),
        ("jeden|jede|jedes {unit}", "every {unit}"),
        ("jeden {weekday}", "every {weekday}"),
        ("taglich|taeglich", "daily"),
        ("wochentlich|woechentlich", "weekly"),
        ("monatlich", "monthly"),
        ("jahrlich|jaehrlich", "yearly"),
    ),
    leads={
        "am": "on", "an": "on", "bis": "until", "seit": "since", "ab": "from", "vor": "before",
        "nach": "after", "von": "from", "zum": "by", "um": "around", "uber": "about",
        "wegen": "about",
    },
    not_after=frozenset(
        {"guten", "schonen", "der", "die", "das", "dem", "des", "jeder", "jeden", "jedem", "mein",
         "meine", "ein", "eine", "einen", "am", "jede"}
    ),
    times=(
        "um? {time} uhr", "um {time}", "gegen {time} uhr?", "{time} uhr", "ab {time} uhr?",
    ),
    dotted=True,
)  # fmt: skip
