"""Cards as programs of desks write them, field by field."""

from __future__ import annotations

CARDS: dict[str, tuple[str, dict[str, object]]] = {
    "Outlook 2003, address with a printed label and an Exchange address": (
        """BEGIN:VCARD
VERSION:2.1
N;LANGUAGE=de;CHARSET=Windows-1252:Weiß;Käthe;;Dr.
FN:Dr. Käthe Weiß
ORG:Weiß & Söhne, KG;Vertrieb
TITLE:Prokuristin
TEL;WORK;VOICE:+49 (89) 123456
TEL;CELL;VOICE:+49 (171) 123456
TEL;WORK;FAX:+49 (89) 123457
ADR;WORK;PREF:;2. OG;Am Anger 3;München;BY;80331;Deutschland
LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Am Anger 3=0D=0A=
80331 M=FCnchen
X-MS-OL-DEFAULT-POSTAL-ADDRESS:2
X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="urn:x"><img align="left"/></card>
EMAIL;PREF;INTERNET:kaethe@example.org
EMAIL;EX:/o=Example/ou=First/cn=kaethe
X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=BASE64:
 /9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB

X-MS-MANAGER:Otto Weiß
X-MS-ASSISTANT:Lea Kurz
X-MS-CHILD:Tim Weiß
REV:20240101T120000Z
END:VCARD
""",
        {
            "name": "Dr. Käthe Weiß",
            "given": "Käthe",
            "family": "Weiß",
            "organisations": ["Weiß & Söhne, KG, Vertrieb / Prokuristin"],
            "emails": ["kaethe@example.org", "ex: /o=Example/ou=First/cn=kaethe"],
            "phones": [
                "work: +49 (89) 123456",
                "mobile: +49 (171) 123456",
                "work fax: +49 (89) 123457",
            ],
            "addresses": ["work: 2. OG; Am Anger 3; München; BY; 80331; Deutschland"],
            "relations": ["manager Otto Weiß", "assistant Lea Kurz", "child Tim Weiß"],
        },
    ),
    "Outlook 365, a name with its file-as": (
        """BEGIN:VCARD
PROFILE:VCARD
VERSION:3.0
MAILER:Microsoft Exchange
PRODID:Microsoft Exchange
FN:Noor de Vries
N:de Vries;Noor;;;
EMAIL;TYPE=INTERNET:noor@example.org
NOTE:Kent Ana\\, van de markt\\; belt graag.
ORG:Kaas BV;
CLASS:PUBLIC
ADR;TYPE=WORK:;;Damrak 1;Amsterdam;;1012 LG;Nederland
TEL;TYPE=WORK:+31 20 1234567
TEL;TYPE=CELL:+31 6 12345678
TITLE:Eigenaar
X-MS-OL-DEFAULT-POSTAL-ADDRESS:2
REV;VALUE=DATE-TIME:2024-02-01T10:00:00,000Z
END:VCARD
""",
        {
            "name": "Noor de Vries",
            "given": "Noor",
            "family": "de Vries",
            "organisations": ["Kaas BV / Eigenaar"],
            "emails": ["noor@example.org"],
            "phones": ["work: +31 20 1234567", "mobile: +31 6 12345678"],
            "addresses": ["work: Damrak 1; Amsterdam; 1012 LG; Nederland"],
            "note": "Kent Ana, van de markt; belt graag.",
        },
    ),
    "Lotus Notes 2.1, types in words of its own": (
        """BEGIN:VCARD
VERSION:2.1
N:Keller;Urs;;Herr
FN:Urs Keller
ORG:Keller Treuhand AG
TEL;WORK;VOICE;PREF:+41 44 123 45 67
TEL;WORK;FAX:+41 44 123 45 68
TEL;PAGER:12345
ADR;WORK;ENCODING=QUOTED-PRINTABLE:;;Bahnhofstrasse 1=0D=0A=
Postfach;Z=FCrich;ZH;8001;Schweiz
EMAIL;INTERNET:"Urs Keller" <urs@example.org>
URL;WORK:http://www.example.org
REV:20070606T070707
UID:LOTUS-C1256F0A0030
END:VCARD
""",
        {
            "name": "Urs Keller",
            "given": "Urs",
            "family": "Keller",
            "organisations": ["Keller Treuhand AG"],
            "emails": ["urs@example.org"],
            "phones": [
                "work: +41 44 123 45 67",
                "work fax: +41 44 123 45 68",
                "pager: 12345",
            ],
            "addresses": ["work: Bahnhofstrasse 1\nPostfach; Zürich; ZH; 8001; Schweiz"],
            "links": ["work: http://www.example.org"],
        },
    ),
    "Novell GroupWise, a user id and an own charset": (
        """BEGIN:VCARD
VERSION:2.1
X-GWTYPE:USER
FN:Fitch, Rosa
ORG:;Accounts
EMAIL;WORK;PREF;NGW:RFITCH@example.org
N:Fitch;Rosa
TITLE:Bookkeeper
TEL;WORK:ext 204
END:VCARD
""",
        {
            "name": "Fitch, Rosa",
            "given": "Rosa",
            "family": "Fitch",
            "organisations": ["Accounts / Bookkeeper"],
            "emails": ["work ngw: RFITCH@example.org"],
            "phones": ["work: ext 204"],
        },
    ),
    "Palm Desktop, custom fields and a photo that is no picture": (
        """BEGIN:VCARD
VERSION:2.1
PRODID:-//Palm//NONSGML Palm Desktop//EN
N:Abbott;Joan
TEL;HOME:01 555 1
TEL;X-PALM-MAIN:01 555 2
EMAIL;HOME:joan@example.org
X-PALM-CUSTOM;1:likes jazz
X-PALM-CATEGORY:Friends
PHOTO;ENCODING=BASE64:AAAA*AAA
END:VCARD
""",
        {
            "name": "Joan Abbott",
            "given": "Joan",
            "family": "Abbott",
            "emails": ["home: joan@example.org"],
            "phones": ["home: 01 555 1", "palm-main: 01 555 2"],
        },
    ),
    "Evolution, its own fields for people near and slots": (
        """BEGIN:VCARD
VERSION:3.0
UID:pas-id-4F0A
FN:Mr. Ben Stone Jr.
N:Stone;Ben;;Mr.;Jr.
X-EVOLUTION-FILE-AS:Stone\\, Ben
NICKNAME:Benny
EMAIL;X-EVOLUTION-UI-SLOT=1;TYPE=WORK:ben@example.org
TEL;X-EVOLUTION-UI-SLOT=2;TYPE=WORK,VOICE:+1 555 0100
TEL;X-EVOLUTION-E164=5550101,+1;TYPE=CELL:555 0101
X-EVOLUTION-SPOUSE:Ann Stone
X-EVOLUTION-MANAGER:Tom
X-EVOLUTION-ASSISTANT:Eve
X-EVOLUTION-ANNIVERSARY:1999-09-09
X-EVOLUTION-VIDEO-URL:https://example.org/v
X-EVOLUTION-BLOG-URL:https://example.org/b
X-ICQ;X-EVOLUTION-UI-SLOT=1;TYPE=HOME:123456
BDAY:1970-01-31
CALURI:https://example.org/cal
FBURL:https://example.org/fb
X-MOZILLA-HTML:FALSE
REV:2020-01-01T00:00:00Z(12)
END:VCARD
""",
        {
            "name": "Mr. Ben Stone Jr.",
            "given": "Ben",
            "family": "Stone",
            "nicknames": ["Benny"],
            "emails": ["work: ben@example.org"],
            "phones": ["work: +1 555 0100", "mobile: 555 0101"],
            "links": [
                "video: https://example.org/v",
                "blog: https://example.org/b",
                "icq: 123456",
            ],
            "birthday": "1970-01-31",
            "dates": ["anniversary 1999-09-09"],
            "relations": ["partner Ann Stone", "manager Tom", "assistant Eve"],
        },
    ),
}
