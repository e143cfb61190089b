"""Cards as telephones write them, field by field."""

from __future__ import annotations

import pytest

from tests.exchange.vcard.cards import only, told
from tests.exchange.vcard.keeping import assert_kept

PHONES: dict[str, tuple[str, dict[str, object]]] = {
    "Nokia 2.1, quoted-printable with soft breaks": (
        """BEGIN:VCARD
VERSION:2.1
N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=BCller;J=C3=B6rg;;;
TEL;PREF;CELL;VOICE:+491701234567
TEL;VOICE;HOME:030123456
EMAIL;HOME:joerg@example.org
ADR;HOME;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:;;Stra=C3=9Fe des 17. Juni =
135;Berlin;;10623;Deutschland
X-CLASS:private
BDAY:19650302T000000
NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Klingelt nie=0D=0Aund ru=
ft zur=C3=BCck
REV:20090412T101112Z
END:VCARD
""",
        {
            "name": "Jörg Müller",
            "given": "Jörg",
            "family": "Müller",
            "emails": ["home: joerg@example.org"],
            "phones": ["mobile: +491701234567", "home: 030123456"],
            "addresses": ["home: Straße des 17. Juni 135; Berlin; 10623; Deutschland"],
            "birthday": "1965-03-02",
            "note": "Klingelt nie\nund ruft zurück",
        },
    ),
    "Symbian, second line of quoted-printable without its equals sign": (
        """BEGIN:VCARD
VERSION:2.1
N:Virtanen;Aino
NOTE;ENCODING=QUOTED-PRINTABLE:Kes=C3=A4ll=C3=A4
mökillä
TEL;CELL;X-Custom:040 123
END:VCARD
""",
        {
            "name": "Aino Virtanen",
            "given": "Aino",
            "family": "Virtanen",
            "phones": ["mobile custom: 040 123"],
            "note": "Kesällä\nmökillä",
        },
    ),
    "Sony Ericsson, Ir-MC sound and luid": (
        """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8:Lindqvist;Åsa
SOUND;X-IRMC-N;CHARSET=UTF-8:;;;;
TITLE;CHARSET=UTF-8:Glasblåsare
ORG;CHARSET=UTF-8:Glashuset
TEL;CELL:+46701234567
TEL;HOME:08-123 456
TEL;FAX:08-123 457
EMAIL;INTERNET;PREF:asa@example.org
URL:www.example.org/asa
X-IRMC-LUID:000200000102
END:VCARD
""",
        {
            "name": "Åsa Lindqvist",
            "given": "Åsa",
            "family": "Lindqvist",
            "organisations": ["Glashuset / Glasblåsare"],
            "emails": ["asa@example.org"],
            "phones": ["mobile: +46701234567", "home: 08-123 456", "fax: 08-123 457"],
            "links": ["www.example.org/asa"],
        },
    ),
    "Samsung, labels of its own in quoted-printable": (
        """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=ED=99=8D;=EA=B8=B8=EB=8F=99;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=ED=99=8D=EA=B8=B8=EB=8F=99
TEL;CELL;PREF:010-1234-5678
TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=EA=B0=80=EA=B2=8C):02-123-4567
EMAIL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=C3=84rzte):hong@example.org
X-SAMSUNGADR;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:;;=EA;;;;
END:VCARD
""",
        {
            "name": "홍길동",
            "given": "길동",
            "family": "홍",
            "emails": ["Ärzte: hong@example.org"],
            "phones": ["mobile: 010-1234-5678", "가게: 02-123-4567"],
        },
    ),
    "a name of East Asia without FN": (
        """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8:李;小红;;;
TEL;CELL:13800138000
END:VCARD
""",
        {"name": "李小红", "given": "小红", "family": "李", "phones": ["mobile: 13800138000"]},
    ),
    "Android, its own rows for what vCard 2.1 lacks": (
        """BEGIN:VCARD
VERSION:2.1
N:Okafor;Chidi;;;
FN:Chidi Okafor
TEL;CELL:+2348012345678
X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Chi;1;;;;;;;;;;;;;
X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2009-08-08;1;;;;;;;;;;;;;
X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;--05-04;0;name day;;;;;;;;;;;;
X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1979-01-02;3;;;;;;;;;;;;;
X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Ngozi Okafor;14;;;;;;;;;;;;;
X-ANDROID-CUSTOM;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:vnd.android.cursor.item/relation;Zo=C3=AB;0;godmother;;;;;;;;;;;;
X-ANDROID-CUSTOM:vnd.android.cursor.item/identity;1;com.example;;;
END:VCARD
""",
        {
            "name": "Chidi Okafor",
            "given": "Chidi",
            "family": "Okafor",
            "nicknames": ["Chi"],
            "phones": ["mobile: +2348012345678"],
            "birthday": "1979-01-02",
            "dates": ["anniversary 2009-08-08", "name day --05-04"],
            "relations": ["partner Ngozi Okafor", "godmother Zoë"],
        },
    ),
    "Android 3.0 with IM of its time": (
        """BEGIN:VCARD
VERSION:3.0
N:Bauer;Ida;;;
FN:Ida Bauer
X-JABBER:ida@example.org
X-SKYPE-USERNAME:ida.b
X-QQ;TYPE=HOME:12345678
X-GOOGLE TALK:ida@example.com
X-PHONETIC-FIRST-NAME:eeda
X-SIP;TYPE=WORK:ida@sip.example.org
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRg==
X-ANDROID-CUSTOM:vnd.android.cursor.item/com.example.profile;49;x;
END:VCARD
""",
        {
            "name": "Ida Bauer",
            "given": "Ida",
            "family": "Bauer",
            "links": [
                "jabber: ida@example.org",
                "skype: ida.b",
                "qq: 12345678",
                "sip: ida@sip.example.org",
            ],
        },
    ),
    "BlackBerry, base64 photo not indented, PIN": (
        """BEGIN:VCARD
VERSION:2.1
N:Tremblay;Luc;;M.;
FN:M. Luc Tremblay
ORG:Érablière Tremblay
TEL;WORK;VOICE:+1 418 555 0101
TEL;X-PIN:2100000A
EMAIL;PREF;INTERNET:luc@example.org
ADR;WORK:;;12 rue du Moulin;Québec;QC;G1R 4P5;Canada
NOTE:
PHOTO;ENCODING=BASE64;TYPE=JPEG:
/9j/4AAQSkZJRgABAQEAAAAAAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcU
FhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgo

BDAY:1958-11-30
END:VCARD
""",
        {
            "name": "M. Luc Tremblay",
            "given": "Luc",
            "family": "Tremblay",
            "organisations": ["Érablière Tremblay"],
            "emails": ["luc@example.org"],
            "phones": ["work: +1 418 555 0101", "pin: 2100000A"],
            "addresses": ["work: 12 rue du Moulin; Québec; QC; G1R 4P5; Canada"],
            "birthday": "1958-11-30",
        },
    ),
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


@pytest.mark.parametrize("case", PHONES)
def test_each_field_is_read(case: str) -> None:
    text, expected = PHONES[case]
    assert told(only(text).fields) == expected


@pytest.mark.parametrize("case", PHONES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_nothing_of_it_is_lost(case: str, end: str) -> None:
    assert_kept(PHONES[case][0].replace("\n", end).encode())
