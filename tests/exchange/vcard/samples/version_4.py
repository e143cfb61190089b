"""What vCard 4.0 and its extensions say, field by field (RFC 6350, 6474, 6715, 9554)."""

from __future__ import annotations

from tests.exchange.vcard.cards import card

_LINES: dict[str, tuple[list[str], dict[str, object]]] = {
    "one name in two scripts": (
        [
            "N;ALTID=1;LANGUAGE=en:Yamada;Taro;;;",
            "N;ALTID=1;LANGUAGE=ja:山田;太郎;;;",
            "FN;ALTID=1;LANGUAGE=en:Taro Yamada",
            "FN;ALTID=1;LANGUAGE=ja:山田太郎",
            "TITLE;ALTID=1;LANGUAGE=fr:Patron",
            "TITLE;ALTID=1;LANGUAGE=en:Boss",
            "NOTE;ALTID=n;LANGUAGE=en:likes tea",
            "NOTE;ALTID=n;LANGUAGE=fr:aime le thé",
            "TEL;ALTID=t;TYPE=cell:1",
            "TEL;ALTID=u;TYPE=cell:2",
        ],
        {
            "name": "Taro Yamada",
            "given": "Taro",
            "family": "Yamada",
            "organisations": ["Patron"],
            "phones": ["mobile: 1", "mobile: 2"],
            "note": "likes tea",
        },
    ),
    "several names, one of them preferred": (
        ["FN:J. Doe", "FN;PREF=1:Jane Doe", "FN;PREF=50:Jane", "N:Doe;Jane;;;"],
        {"name": "Jane Doe", "given": "Jane", "family": "Doe"},
    ),
    "preferences among numbers": (
        [
            "FN:Jane Doe",
            "TEL;PREF=2;TYPE=home:2",
            'TEL;PREF=1;VALUE=uri;TYPE="voice,cell":tel:+1-555-555-5555;ext=5555',
            "TEL;PREF=100:3",
            "EMAIL;PREF=1;PID=1.1:jane@example.org",
            "CLIENTPIDMAP:1;urn:uuid:3df403f4-5924-4bb7-b077-3c711d9eb34b",
        ],
        {
            "name": "Jane Doe",
            "emails": ["jane@example.org"],
            "phones": ["mobile: +1-555-555-5555 ext. 5555", "home: 2", "3"],
        },
    ),
    "RFC 9554, an address in its new parts alone": (
        [
            "FN:Jane Doe",
            "ADR;TYPE=work:;;;Bonn;;53111;Germany;Room 5;Apt 2;3rd floor;12;Am Rhein;Haus B;;;;;",
            "N:García;Ana;Inés;;Jr.;Ruiz;Jr.",
            "PRONOUNS;LANGUAGE=en;PREF=1:she/her",
            "GRAMGENDER;LANGUAGE=de:FEMININE",
            "SOCIALPROFILE;SERVICE-TYPE=Mastodon:https://example.social/@ana",
            'SOCIALPROFILE;VALUE=text;SERVICE-TYPE="Some Site";USERNAME="ana":ana',
            "CREATED:20220705T093412Z",
            "LANGUAGE:de",
        ],
        {
            "name": "Jane Doe",
            "given": "Ana",
            "family": "García",
            "addresses": [
                "work: Room 5, Apt 2, 3rd floor, Haus B; Am Rhein 12; Bonn; 53111; Germany"
            ],
            "links": ["mastodon: https://example.social/@ana", "some site: ana"],
        },
    ),
    "RFC 9554, new parts beside the old ones": (
        ["FN:Jane Doe", "ADR:;;12 High St;Leeds;;LS1;UK;;;;12;High St;;;;;;"],
        {"name": "Jane Doe", "addresses": ["12 High St; Leeds; LS1; UK"]},
    ),
    "people near, as names and as links": (
        [
            "FN:Jane Doe",
            "RELATED;TYPE=spouse;VALUE=text:John\\, my man",
            "RELATED;TYPE=contact:http://example.org/directory/jane",
            "RELATED;VALUE=uri;TYPE=friend:urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8af",
            "RELATED;TYPE=co-worker;VALUE=text:Please contact my assistant",
            "MEMBER:urn:uuid:1",
        ],
        {
            "name": "Jane Doe",
            "relations": ["partner John, my man", "works with Please contact my assistant"],
        },
    ),
    "days that are partial or no days": (
        [
            "FN:Jane Doe",
            "BDAY;VALUE=text:circa 1800",
            "BDAY:--0412",
            "ANNIVERSARY;CALSCALE=gregorian:20090808T1430-0500",
            "DEATHDATE:1996-04-15",
            "DEATHPLACE;VALUE=text:London",
            "BIRTHPLACE:Leeds",
        ],
        {
            "name": "Jane Doe",
            "birthday": "--04-12",
            "dates": ["anniversary 2009-08-08"],
            "died": "1996-04-15",
        },
    ),
    "an organisation": (
        ["KIND:org", "FN:ABC\\, Inc.", 'ORG;SORT-AS="ABC":ABC\\, Inc.;Marketing', "LOGO:x.png"],
        {"name": "ABC, Inc.", "organisations": ["ABC, Inc., Marketing"]},
    ),
    "escapes of parameters, geography, keys, sounds": (
        [
            "FN:Jane Doe",
            'ADR;GEO="geo:12.3457,78.910";LABEL="Mr. John^nMain St, ^\'Suite^\'":;;Main St;;;;',
            "GEO:geo:37.386013,-122.082932",
            "TZ;VALUE=utc-offset:-0500",
            "KEY;MEDIATYPE=application/pgp-keys:ftp://example.org/keys/jane",
            "SOUND:data:audio/basic;base64,MIICajCCAdOg",
            "LANG;TYPE=work;PREF=1:en",
            "HOBBY;INDEX=1;LEVEL=high:reading",
            "INTEREST;LEVEL=medium:r&b music",
            "EXPERTISE;LEVEL=beginner:chinese literature",
            "ORG-DIRECTORY;INDEX=1:http://directory.example.com",
            "CONTACT-URI;PREF=1:mailto:contact@example.org",
            'XML:<config xmlns="http://config.example.com">a;b,c</config>',
            'X-NEW;JSCOMPS=";1;2":x',
            'JSPROP;JSPTR="example.com:foo":"bar"',
        ],
        {"name": "Jane Doe", "addresses": ["Main St"]},
    ),
    "gender, calendar and places": (
        [
            "FN:Jane Doe",
            "GENDER:O;intersex, mostly",
            "FBURL;PREF=1:http://example.org/busy",
            "CALADRURI:mailto:jane@example.org",
            "CALURI;MEDIATYPE=text/calendar:ftp://ftp.example.org/cal.ics",
            "IMPP;PREF=1:xmpp:jane@example.org",
            "SOURCE:http://directory.example.org/jane.vcf",
            "CATEGORIES;PREF=1:INTERNET,IETF\\,W3C",
            "URL:http://example.org/a?b=1;c=2,3",
        ],
        {
            "name": "Jane Doe",
            "links": ["xmpp: jane@example.org", "http://example.org/a?b=1;c=2,3"],
            "topics": ["INTERNET", "IETF,W3C"],
        },
    ),
    "an agent in a link": (
        ["FN:Jane Doe", "RELATED;TYPE=agent:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"],
        {"name": "Jane Doe"},
    ),
}

CARDS: dict[str, tuple[str, dict[str, object]]] = {
    case: (card(*lines, version="4.0"), says) for case, (lines, says) in _LINES.items()
}
