"""``import`` of tables: the same plan and the same matching as for vCards."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Cli

TABLE = "First Name,Last Name,E-mail Address,Mobile Phone\nAna,Ruiz,ana@example.org,123456\n"
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ruiz\nEMAIL:Ana@example.org\nEND:VCARD\n"


def test_a_table_and_a_card_of_one_person_are_one(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    path.write_text(TABLE)
    assert cli("import", "-", stdin=CARD).out.startswith("1 card: 1 new")
    assert "0 new, 1 updated" in cli("import", str(path)).out
    [ana] = cli("people", "--json").json["people"]
    assert ana["phones"] == ["123456"]
    assert "1 unchanged" in cli("import", str(path)).out


def test_our_table_comes_back_unchanged(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    cli("import", "-", stdin=TABLE)
    cli("export", "--to", "csv", "--output", str(path))
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "1 unchanged" in cli("import", str(path)).out
    assert len(cli("people", "--json").json["people"]) == 1
