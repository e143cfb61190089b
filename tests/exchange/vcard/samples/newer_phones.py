"""Cards as newer telephones write them, field by field."""

from __future__ import annotations

CARDS: dict[str, tuple[str, dict[str, object]]] = {
    "iPhone, grouped labels and a birthday without a year": (
        """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 17.4//EN
N:Fontana;Gina;;;
FN:Gina Fontana
NICKNAME:Gi
ORG:Osteria Fontana;Cucina
TITLE:Chef
item1.EMAIL;type=INTERNET;type=pref:gina@example.org
item1.X-ABLabel:Osteria
EMAIL;type=INTERNET;type=HOME:g@example.net
TEL;type=CELL;type=VOICE;type=pref:+39 333 1234567
TEL;type=IPHONE;type=CELL;type=VOICE:+39 333 7654321
item2.TEL:+39 06 1234
item2.X-ABLabel:_$!<School>!$_
item3.ADR;type=HOME;type=pref:;;Via Appia 1\\nScala B;Roma;RM;00179;Italia
item3.X-ABADR:it
item4.URL;type=pref:http\\://example.org
item4.X-ABLabel:_$!<HomePage>!$_
BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29
item5.X-ABDATE;type=pref:2012-06-16
item5.X-ABLabel:_$!<Anniversary>!$_
item6.X-ABRELATEDNAMES;type=pref:Piero
item6.X-ABLabel:_$!<Brother>!$_
X-SOCIALPROFILE;type=twitter;x-user=ginaf:http://twitter.com/ginaf
X-SOCIALPROFILE;type=flickr;x-user=gi:x-apple:gi
IMPP;X-SERVICE-TYPE=Facebook;type=HOME;type=pref:xmpp:gina.f
X-ADDRESSING-GRAMMAR:QUJD
END:VCARD
""",
        {
            "name": "Gina Fontana",
            "given": "Gina",
            "family": "Fontana",
            "nicknames": ["Gi"],
            "organisations": ["Osteria Fontana, Cucina / Chef"],
            "emails": ["Osteria: gina@example.org", "home: g@example.net"],
            "phones": ["mobile: +39 333 1234567", "mobile: +39 333 7654321", "school: +39 06 1234"],
            "addresses": ["home: Via Appia 1\nScala B; Roma; RM; 00179; Italia"],
            "links": [
                "homepage: http://example.org",
                "facebook: gina.f",
                "twitter: http://twitter.com/ginaf",
                "flickr: gi",
            ],
            "birthday": "--02-29",
            "dates": ["anniversary 2012-06-16"],
            "relations": ["brother Piero"],
        },
    ),
    "an older iPhone, another year that means none": (
        """BEGIN:VCARD
VERSION:3.0
N:Fontana;Ugo;;;
FN:Ugo Fontana
BDAY;X-APPLE-OMIT-YEAR=1900;value=date:1900-07-01
END:VCARD
""",
        {"name": "Ugo Fontana", "given": "Ugo", "family": "Fontana", "birthday": "--07-01"},
    ),
    "Huawei, base64 instead of quoted-printable": (
        """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=BASE64:546LO+iKszs7Ow==

FN;CHARSET=UTF-8;ENCODING=BASE64:546L6Iqz

TEL;CELL:+8613912345678
NOTE;CHARSET=UTF-8;ENCODING=BASE64:6ICB5ZCM5a2m

END:VCARD
""",
        {
            "name": "王芳",
            "given": "芳",
            "family": "王",
            "phones": ["mobile: +8613912345678"],
            "note": "老同学",
        },
    ),
    "Windows Phone, in capitals, groups": (
        """BEGIN:VCARD
VERSION:2.1
N:ROSSI;PAOLO
FN:ROSSI, PAOLO
TEL;HOME:+390212345
TEL;CELL:+393471234567
TEL;WORK:+390254321
EMAIL;PREF;INTERNET:paolo@example.org
X-MS-ANNIVERSARY:20010519
X-MS-SPOUSE:Lia Rossi
X-MS-IMADDRESS:paolo@example.net
END:VCARD
""",
        {
            "name": "ROSSI, PAOLO",
            "given": "PAOLO",
            "family": "ROSSI",
            "emails": ["paolo@example.org"],
            "phones": ["home: +390212345", "mobile: +393471234567", "work: +390254321"],
            "links": ["im: paolo@example.net"],
            "dates": ["anniversary 2001-05-19"],
            "relations": ["partner Lia Rossi"],
        },
    ),
    "a SIM card: a name and a number": (
        """BEGIN:VCARD\nVERSION:2.1\nN:Taxi\nTEL:030 202020\nEND:VCARD\n""",
        {"name": "Taxi", "family": "Taxi", "phones": ["030 202020"]},
    ),
    "WhatsApp, a shared contact": (
        """BEGIN:VCARD
VERSION:3.0
N:;Lena;;;
FN:Lena
item1.TEL;waid=4915112345678:+49 1511 2345678
item1.X-ABLabel:Mobil
X-WA-BIZ-NAME:Lena's Blumen
END:VCARD
""",
        {"name": "Lena", "given": "Lena", "phones": ["Mobil: +49 1511 2345678"]},
    ),
    "Xiaomi 2.1, several types at once, a call group": (
        """BEGIN:VCARD
VERSION:2.1
N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=D0=98=D0=B2=D0=B0=D0=BD=D0=BE=D0=B2;=D0=9E=D0=BB=D0=B5=D0=B3;;;
TEL;WORK;CELL;PREF:+7 912 345-67-89
TEL;HOME;FAX:+7 495 123-45-67
ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=D0=97=D0=B0=D0=B2=D0=BE=D0=B4=
;=D0=A6=D0=B5=D1=85 1
BDAY:1971-09-03
END:VCARD
""",
        {
            "name": "Олег Иванов",
            "given": "Олег",
            "family": "Иванов",
            "organisations": ["Завод, Цех 1"],
            "phones": ["work mobile: +7 912 345-67-89", "home fax: +7 495 123-45-67"],
            "birthday": "1971-09-03",
        },
    ),
}
