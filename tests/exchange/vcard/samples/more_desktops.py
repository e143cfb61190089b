"""Cards as more programs of desks write them, field by field."""

from __future__ import annotations

CARDS: dict[str, tuple[str, dict[str, object]]] = {
    "KAddressBook, odd names and fields of its own": (
        """BEGIN:VCARD
VERSION:3.0
FN:Grete Holm
N:Holm;Grete;;;
X-KADDRESSBOOK-X-SpouseName:Lars Holm
X-KADDRESSBOOK-X-ManagersName:Ole
X-KADDRESSBOOK-X-AssistantsName:Ida
X-KADDRESSBOOK-X-Anniversary:2001-06-02
X-KADDRESSBOOK-X-Profession:Tømrer
X-KADDRESSBOOK-X-Office:204
X-KADDRESSBOOK-X-IMAddress:grete@example.org
X-KADDRESSBOOK-BlogFeed:https://example.org/feed
X-KADDRESSBOOK-CRYPTOPROTOPREF:openpgp
X-messaging/xmpp-All:grete@example.org
ROLE:Mester
TEL;TYPE=HOME;TYPE=PREF:+45 12 34 56 78
EMAIL;TYPE=PREF:grete@example.org
GEO:55.676;12.568
END:VCARD
""",
        {
            "name": "Grete Holm",
            "given": "Grete",
            "family": "Holm",
            "organisations": ["Mester"],
            "emails": ["grete@example.org"],
            "phones": ["home: +45 12 34 56 78"],
            "links": ["im: grete@example.org", "blog: https://example.org/feed"],
            "dates": ["anniversary 2001-06-02"],
            "relations": ["partner Lars Holm", "manager Ole", "assistant Ida"],
        },
    ),
    "Thunderbird 115, version 4": (
        """BEGIN:VCARD
VERSION:4.0
EMAIL;PREF=1:mika@example.org
EMAIL;TYPE=work:mika@example.net
FN:Mika Salo
NICKNAME:Mikko
N:Salo;Mika;;;
TEL;VALUE=TEXT:040 1234567
TEL;TYPE=cell;VALUE=URI:tel:+358-40-1234567
BDAY;VALUE=DATE:19800101
NOTE:Ensimmäinen rivi\\nToinen rivi
ORG:Salo Oy
TITLE:Puuseppä
IMPP;VALUE=URI:matrix:u/mika:example.org
TZ;VALUE=TEXT:Europe/Helsinki
UID:5f0d1b2e-0001-4000-8000-000000000001
X-CUSTOM1;VALUE=TEXT:sauna
END:VCARD
""",
        {
            "name": "Mika Salo",
            "given": "Mika",
            "family": "Salo",
            "nicknames": ["Mikko"],
            "organisations": ["Salo Oy / Puuseppä"],
            "emails": ["mika@example.org", "work: mika@example.net"],
            "phones": ["040 1234567", "mobile: +358-40-1234567"],
            "links": ["matrix: u/mika:example.org"],
            "birthday": "1980-01-01",
            "note": "Ensimmäinen rivi\nToinen rivi",
        },
    ),
    "the Windows address book, its own gender and Ctrl-Z at the end": (
        """BEGIN:VCARD
VERSION:2.1
N:Popescu;Ion
FN:Ion Popescu
X-WAB-GENDER:2
TEL;HOME;VOICE:+40 21 123
URL;HOME:http://example.org/a,b;c
BDAY;VALUE=DATE:19620702
KEY;X509;ENCODING=BASE64:
    MIICajCCAdOgAwIBAgICBEUwDQYJKoZIhvcNAQEEBQAwdzELMAkGA1UEBhMCVVMx


REV:20031009T174522Z
END:VCARD
\x1a""",
        {
            "name": "Ion Popescu",
            "given": "Ion",
            "family": "Popescu",
            "phones": ["home: +40 21 123"],
            "links": ["home: http://example.org/a,b;c"],
            "birthday": "1962-07-02",
        },
    ),
    "Apple's first address book, a company": (
        """BEGIN:VCARD
VERSION:3.0
N:;;;;
FN:Hafen GmbH
ORG:Hafen GmbH;
TEL;type=WORK;type=pref:+49 40 1
TEL;type=MAIN:+49 40 2
X-ABShowAs:COMPANY
X-ABUID:AB12\\:ABPerson
END:VCARD
""",
        {
            "name": "Hafen GmbH",
            "organisations": ["Hafen GmbH"],
            "phones": ["work: +49 40 1", "main: +49 40 2"],
        },
    ),
    "Netscape, lower case and a second address": (
        """begin:vcard
n:Sato;Yuki
tel;cell:090-1234-5678
tel;work:03-1234-5678
x-mozilla-html:TRUE
org:Example KK;
adr:;;1-2-3 Shibuya;Tokyo;;150-0002;Japan
version:2.1
email;internet:yuki@example.org
title:Engineer
x-mozilla-cpt:;0
fn:Yuki Sato
end:vcard
""",
        {
            "name": "Yuki Sato",
            "given": "Yuki",
            "family": "Sato",
            "organisations": ["Example KK / Engineer"],
            "emails": ["yuki@example.org"],
            "phones": ["mobile: 090-1234-5678", "work: 03-1234-5678"],
            "addresses": ["1-2-3 Shibuya; Tokyo; 150-0002; Japan"],
        },
    ),
    "Eudora, everything in one address line": (
        """BEGIN:VCARD
VERSION:2.1
FN:Polly Page
N:Page;Polly
ADR:;;12 Mill Lane, Ely, Cambs;;;;
TEL:01353 1
NOTE:met at the fair, has a dog
END:VCARD
""",
        {
            "name": "Polly Page",
            "given": "Polly",
            "family": "Page",
            "phones": ["01353 1"],
            "addresses": ["12 Mill Lane, Ely, Cambs"],
            "note": "met at the fair, has a dog",
        },
    ),
    "a scanner of business cards, several of everything and no parts of the name": (
        """BEGIN:VCARD
VERSION:3.0
FN:DR. MAYA LEVI
N:DR. MAYA LEVI
TITLE:CTO
TITLE:Co-Founder
ORG:LEVI LABS
ORG:LEVI HOLDING
TEL;TYPE=WORK,VOICE:+972-3-123
TEL;TYPE=WORK,CELL:+972-50-123
EMAIL;TYPE=WORK:maya@example.org
ADR;TYPE=WORK:;;5 Rothschild Blvd. Tel Aviv 66881 Israel;;;;
URL;TYPE=WORK:www.example.org
NOTE:CamScan 2024-03-01
END:VCARD
""",
        {
            "name": "DR. MAYA LEVI",
            "organisations": ["LEVI LABS / CTO", "LEVI HOLDING / Co-Founder"],
            "emails": ["work: maya@example.org"],
            "phones": ["work: +972-3-123", "work mobile: +972-50-123"],
            "addresses": ["work: 5 Rothschild Blvd. Tel Aviv 66881 Israel"],
            "links": ["work: www.example.org"],
            "note": "CamScan 2024-03-01",
        },
    ),
}
