"""Cards as servers and small programs write them, field by field."""

from __future__ import annotations

CARDS: dict[str, tuple[str, dict[str, object]]] = {
    "Nextcloud, a birthday with a calendar and social networks": (
        """BEGIN:VCARD
VERSION:3.0
PRODID:-//Sabre//Sabre VObject 4.5//EN
UID:5d2c-nc
FN:Jan Novák
N:Novák;Jan;;;
EMAIL;TYPE=HOME:jan@example.org
X-SOCIALPROFILE;TYPE=MASTODON:https://example.social/@jan
X-MANAGERSNAME:Petr
GENDER:M
RELATED;TYPE=child:Anička
BDAY;VALUE=DATE-AND-OR-TIME;X-NC-EXCLUDE-FROM-BIRTHDAY-CALENDAR=1:19840229
ADR;TYPE=HOME;LABEL="Hlavní 1\\nPraha":;;Hlavní 1;Praha;;110 00;Česko
CATEGORIES:chess,Sunday run
CLOUD:jan@cloud.example.org
END:VCARD
""",
        {
            "name": "Jan Novák",
            "given": "Jan",
            "family": "Novák",
            "emails": ["home: jan@example.org"],
            "addresses": ["home: Hlavní 1; Praha; 110 00; Česko"],
            "links": ["mastodon: https://example.social/@jan"],
            "birthday": "1984-02-29",
            "topics": ["chess", "Sunday run"],
            "relations": ["manager Petr", "child Anička"],
        },
    ),
    "SOGo and Roundcube, fields of the time before": (
        """BEGIN:VCARD
VERSION:3.0
CLASS:PUBLIC
PROFILE:VCARD
N:Silva;Rui;;;
FN:Rui Silva
X-AIM:rui
X-MAIDENNAME:Costa
X-GENDER:male
X-SPOUSE:Inês
X-MANAGER:Paula
X-ASSISTANT:Nuno
X-ANNIVERSARY:2003-04-05
X-DEPARTMENT:Vendas
ORG:Silva Lda;Vendas
TEL;TYPE=homefax:21
TEL;TYPE=work,video:22
END:VCARD
""",
        {
            "name": "Rui Silva",
            "given": "Rui",
            "family": "Silva",
            "organisations": ["Silva Lda, Vendas"],
            "phones": ["homefax: 21", "work video: 22"],
            "links": ["aim: rui"],
            "dates": ["anniversary 2003-04-05"],
            "relations": ["partner Inês", "manager Paula", "assistant Nuno"],
        },
    ),
    "Zimbra, a second birthday as text": (
        """BEGIN:VCARD
VERSION:3.0
FN:Ola Berg
N:Berg;Ola;;;
BDAY:1977-12-24
TEL;TYPE=other:1
URL;TYPE=other:http://example.org
NOTE;LANGUAGE=en:met in Oslo
X-ZIMBRA-IMADDRESS1:xmpp://ola@example.org
REV:2020-02-02T02:02:02Z
UID:zimbra-1
END:VCARD
""",
        {
            "name": "Ola Berg",
            "given": "Ola",
            "family": "Berg",
            "phones": ["1"],
            "links": ["http://example.org"],
            "birthday": "1977-12-24",
            "note": "met in Oslo",
        },
    ),
    "a code on a poster, as short as can be": (
        "BEGIN:VCARD\nVERSION:3.0\nN:Diaz;Luz\nTEL:+34 600\nURL:example.org\nEND:VCARD",
        {
            "name": "Luz Diaz",
            "given": "Luz",
            "family": "Diaz",
            "phones": ["+34 600"],
            "links": ["example.org"],
        },
    ),
    "a customer system, a birthday in the manner of the country": (
        """BEGIN:VCARD
VERSION:3.0
FN:Uwe Kern
N:Kern;Uwe;;;
BDAY:02.03.1961
X-ANNIVERSARY:1990/05/06
TEL;TYPE=WORK;TYPE=VOICE;PREF=1:+49 30 2
EMAIL:UWE@EXAMPLE.ORG
EMAIL;TYPE=WORK:uwe@example.org
END:VCARD
""",
        {
            "name": "Uwe Kern",
            "given": "Uwe",
            "family": "Kern",
            "emails": ["UWE@EXAMPLE.ORG", "work: uwe@example.org"],
            "phones": ["work: +49 30 2"],
            "birthday": "1961-03-02",
            "dates": ["anniversary 1990-05-06"],
        },
    ),
}
