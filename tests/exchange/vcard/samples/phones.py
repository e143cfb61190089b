"""Cards as telephones write them, field by field."""

from __future__ import annotations

CARDS: dict[str, tuple[str, dict[str, object]]] = {
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
}
