"""Cards as services write them, field by field."""

from __future__ import annotations

CARDS: dict[str, tuple[str, dict[str, object]]] = {
    "Google, labels beside the line and topics of its own": (
        """BEGIN:VCARD
VERSION:3.0
FN:Anya Petrova
N:Petrova;Anya;;;
item1.EMAIL;TYPE=INTERNET:anya@example.org
item1.X-ABLabel:Uni
TEL;TYPE=CELL:+7 999 123-45-67
item2.TEL:+7 495 1
item2.X-ABLabel:Google Voice
item3.URL:http\\://example.org/anya?a\\=1
item3.X-ABLabel:_$!<HomePage>!$_
item4.X-ABRELATEDNAMES:Igor
item4.X-ABLabel:_$!<Father>!$_
item5.ORG:Theatre
item5.X-ABLabel:
item5.TITLE:Actor
BDAY:--0519
item6.X-ABDATE:20150607
item6.X-ABLabel:graduation
X-PHONETIC-LAST-NAME:pe-tro-va
IMPP;X-SERVICE-TYPE=Google Talk:xmpp:anya@example.org
NOTE:from\\, the\\; course\\: yes
CATEGORIES:myContacts,Theatre,starred
PHOTO:https://lh3.example.com/contacts/a,b
END:VCARD
""",
        {
            "name": "Anya Petrova",
            "given": "Anya",
            "family": "Petrova",
            "organisations": ["Theatre / Actor"],
            "emails": ["Uni: anya@example.org"],
            "phones": ["mobile: +7 999 123-45-67", "Google Voice: +7 495 1"],
            "links": ["homepage: http://example.org/anya?a\\=1", "google talk: anya@example.org"],
            "birthday": "--05-19",
            "dates": ["graduation 2015-06-07"],
            "topics": ["Theatre"],
            "relations": ["father Igor"],
            "note": "from, the; course: yes",
        },
    ),
    "iCloud, a social profile without an address": (
        """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iCloud Web Address Book 2117B3//EN
N:Nguyễn;Hoa;Thị;;
FN:Nguyễn Thị Hoa
X-PHONETIC-FIRST-NAME:hwa
X-SOCIALPROFILE;type=linkedin:http://www.linkedin.com/in/hoa
X-SOCIALPROFILE;type=tiktok;x-user=hoa.n:x-apple:hoa.n
item1.X-ABRELATEDNAMES;type=pref:Minh
item1.X-ABLabel:_$!<Spouse>!$_
UID:9E7B3C1A-0000-4000-8000-00000000000A
REV:2024-05-05T05:05:05Z
END:VCARD
""",
        {
            "name": "Nguyễn Thị Hoa",
            "given": "Hoa",
            "family": "Nguyễn",
            "links": ["linkedin: http://www.linkedin.com/in/hoa", "tiktok: hoa.n"],
            "relations": ["partner Minh"],
        },
    ),
    "Fastmail, online services in groups": (
        """BEGIN:VCARD
VERSION:3.0
PRODID:-//CyrusIMAP.org//Cyrus 3.9//EN
UID:f00d-1
N:Walsh;Orla;;;
FN:Orla Walsh
TEL;TYPE=CELL,VOICE,PREF:+353 86 123
online1.X-FM-ONLINE-OTHER:orla
online1.X-ABLabel:Mastodon
X-FM-OTHER:kept
IMPP;X-SERVICE-TYPE=Signal;TYPE=HOME:+353 86 123
EMAIL;TYPE=HOME,INTERNET,PREF:orla@example.org
NICKNAME:Orlaith,Orl
END:VCARD
""",
        {
            "name": "Orla Walsh",
            "given": "Orla",
            "family": "Walsh",
            "nicknames": ["Orlaith", "Orl"],
            "emails": ["home: orla@example.org"],
            "phones": ["mobile: +353 86 123"],
            "links": ["signal: +353 86 123"],
        },
    ),
    "Proton, version 4 with its own parameters": (
        """BEGIN:VCARD
VERSION:4.0
PRODID:-//ProtonMail//ProtonMail vCard 1.0.0//EN
FN;PREF=1:Tariq Aziz
ITEM1.EMAIL;PREF=1:tariq@example.org
ITEM1.X-PM-ENCRYPT:true
ITEM1.KEY;PREF=1:data:application/pgp-keys;base64,xsBNBF0=
UID:protonmail-web-1
TEL;PREF=1;TYPE=cell:tel:+44-7700-900123
ORG;PREF=1:Aziz\\, Partners
END:VCARD
""",
        {
            "name": "Tariq Aziz",
            "organisations": ["Aziz, Partners"],
            "emails": ["tariq@example.org"],
            "phones": ["mobile: +44-7700-900123"],
        },
    ),
    "Zoho, types repeated and empty lines of everything": (
        """BEGIN:VCARD
VERSION:3.0
N:Rao;Priya;;Ms.;
FN:Priya Rao
ORG:;
TITLE:
TEL;TYPE=home;TYPE=voice;TYPE=pref:+91 98 1
TEL;TYPE=work:
EMAIL;TYPE=internet,pref:priya@example.org
ADR;TYPE=home:;;;;;;
URL:
BDAY:
NOTE:
END:VCARD
""",
        {
            "name": "Priya Rao",
            "given": "Priya",
            "family": "Rao",
            "emails": ["priya@example.org"],
            "phones": ["home: +91 98 1"],
        },
    ),
    "Yahoo, one field a line and types in quotes": (
        """BEGIN:VCARD
VERSION:3.0
FN:Bo Chen
N:Chen;Bo;;;
TEL;TYPE="cell,voice":+1 555 0111
EMAIL;TYPE="INTERNET","HOME":bo@example.org
X-YAHOO:bochen
X-YAHOO-PHONETIC-FIRST-NAME:boh
END:VCARD
""",
        {
            "name": "Bo Chen",
            "given": "Bo",
            "family": "Chen",
            "emails": ["home: bo@example.org"],
            "phones": ["mobile: +1 555 0111"],
            "links": ["yahoo: bochen"],
        },
    ),
    "LinkedIn and Xing, pages of people": (
        """BEGIN:VCARD
VERSION:3.0
N;CHARSET=UTF-8:Kowalska;Ewa;;;mgr
FN;CHARSET=UTF-8:Ewa Kowalska
ORG;CHARSET=UTF-8:Kowalska Sp. z o.o.
TITLE;CHARSET=UTF-8:Właścicielka
URL;TYPE=WORK;CHARSET=UTF-8:https://www.linkedin.com/in/ewa
X-LINKEDIN:ewa
URL;TYPE=x-xing:https://www.xing.com/profile/Ewa
X-TWITTER:@ewa
END:VCARD
""",
        {
            "name": "Ewa Kowalska",
            "given": "Ewa",
            "family": "Kowalska",
            "organisations": ["Kowalska Sp. z o.o. / Właścicielka"],
            "links": [
                "work: https://www.linkedin.com/in/ewa",
                "linkedin: ewa",
                "xing: https://www.xing.com/profile/Ewa",
                "twitter: @ewa",
            ],
        },
    ),
    "Telegram, a name in one part": (
        """BEGIN:VCARD
VERSION:3.0
N:;Mum;;;
FN:Mum
TEL;type=CELL;type=VOICE:+380501234567
URL:https://t.me/mum
END:VCARD
""",
        {
            "name": "Mum",
            "given": "Mum",
            "phones": ["mobile: +380501234567"],
            "links": ["https://t.me/mum"],
        },
    ),
}
