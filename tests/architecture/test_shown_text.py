"""Text that is not ours passes a choke point on its way to the terminal, wherever it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.architecture.showing import going_around, heirs_in, makers_in

PACKAGE = Path(__file__).resolve().parents[2] / "netjournal"
MODULES = sorted(path for room in ("tui", "cli") for path in (PACKAGE / room).rglob("*.py"))
CHOKE_POINTS = frozenset({"cli/output.py", "cli/asking.py", "tui/showing.py"})
"""Modules that make text harmless themselves; tests of their own show that they do."""
LOOKED_AT: Mapping[str, Mapping[str, str]] = {
    "cli/commands/fit.py": {"f'  {words}: '": "a question of ours"},
    "cli/commands/man.py": {"page(sections, version('netjournal'))": "a page of ours"},
    "cli/commands/network.py": {"markdown(network_report(view, standings))": "made safe by it"},
    "cli/commands/query.py": {"'\\t'.join(cells)": "pieces"},
    "cli/commands/shells.py": {
        "lines + _OF_ZSH if arguments.shell == 'zsh' else lines": "a script of argcomplete's",
    },
    "cli/commands/status.py": {"line": "JSON in ASCII"},
    "cli/main.py": {
        "overview()": "a page of ours",
        "f\"netjournal {version('netjournal')}\"": "our version",
    },
    "cli/pager.py": {"text": "what an Output made safe"},
    "cli/parser.py": {
        "self.format_help()": "a page of ours",
        "dict.fromkeys(action.option_strings, action.nargs != 0)": "a dictionary",
    },
    "cli/prompt/line.py": {
        "self._to_top() + '\\r\\n'.join(shown.rows) + back + '\\r' + column": "rows of drawing.py",
        "self._to_top() + '\\r\\n'.join(shown.rows) + '\\r\\n'": "the same",
    },
    "tui/calm_app.py": {
        "f'netjournal: something unexpected happened ({type(error).__name__}). Everything stored "
        "is safe; where it happened is noted in {where}.'": "the name of a class, a safe path",
    },
    "tui/errorlog.py": {"'\\n'.join(lines) + '\\n'": "places in the code, into a file"},
    "tui/keys.py": {
        "label": "a label of the table of keys",
        "does": "sentences of the table of keys",
    },
    "tui/modals/capture.py": {"lines": "Contents"},
    "tui/modals/channel.py": {
        "f'By {channel.value}'": "a channel, of ten",
        "channel.value.capitalize()": "the same",
    },
    "tui/modals/comparing.py": {"f'Choose person {digit}.'": "a digit"},
    "tui/modals/dialog.py": {
        "name": "the name of a key",
        "hint": "a Content",
        "lines[-1]": "the same",
        "whole if is_roomy else border[-1]": "Contents",
        "f' {binding.description.lower()}'": "a label of the table of keys",
    },
    "tui/modals/done.py": {
        "f' {channel.value}'": "a channel, of ten",
    },
    "tui/modals/fit.py": {"f'Answer {digit} of 3'": "a digit"},
    "tui/modals/reach.py": {"large": "digits, by a pattern"},
    "tui/modals/triage.py": {
        "f'({each})'": "a value of an enumeration",
        "each": "a value of an enumeration",
        "spoke": "a Content",
        "(sizes, _MUTED)": "names of circles and counts",
    },
    "tui/palette.py": {"says": "sentences of the tables of keys"},
    "tui/screens/people.py": {
        "part.value.capitalize() + ('' if discreet else f' {found.counts[part]:,}')": "a count",
        "told": "Contents",
    },
    "tui/screens/person.py": {
        "told": "Contents",
        "title": "titles of the table above it",
        "photo": "half blocks in colours",
    },
    "tui/widgets/choice_list.py": {
        "(fit(choice.key, 2), '$text-accent bold')": "a key",
        "*(_brief(choice.about, about_room) if is_narrow and (not below) else "
        "_about(choice.about, _KEY_CELLS if below else room - about_room, room))": "shown, blanks",
        "_rows(self._choices, room, self.app.size.height - _AROUND)": "Options of this module",
    },
    "tui/widgets/drawn_lines.py": {"text": "cells of rows.drawn, which makes each safe"},
    "tui/widgets/headed_lines.py": {"title": "titles of columns"},
    "tui/widgets/keyline.py": {
        "self._says.get(key) if key else None": "sentences of the table of keys",
        "(f'{entry.name} ', '$accent bold')": "the name of a key",
        "f'{entry.label}  '": "a label of the table of keys",
        "f'{entry.name} {entry.label}  '": "both",
        "before": "a Content",
    },
    "tui/widgets/line_input.py": {
        "value": "validate_value makes it one line, calm draws it",
        "fit(self._hint, room).rstrip()": "safe_line when it came",
    },
    "tui/widgets/pick.py": {
        "(before, '$text-accent')": "an arrow",
        "(after, '$text-accent')": "an arrow",
    },
    "tui/widgets/query_input.py": {"placeholder": "a LineInput makes it safe"},
    "tui/widgets/side_by_side.py": {
        "(f\" {sign or ' '} \" if not number else ' ' * _SIGN, style)": "a sign of ours",
        "(f'{sign} ', style)": "a sign of ours",
    },
    "tui/widgets/text_box.py": {"self.entry(text)[:limit]": "entry takes controls out"},
    "tui/widgets/topline.py": {
        "*(tab for _mode, tab in tabs)": "Contents",
        "self._brand": "our name",
        "key": "a key of a page",
        "title": "the title of a page",
    },
}
"""Text that is ours although that is not seen in its own file, and why."""


SOURCES = [path.read_text(encoding="utf-8") for path in MODULES]
HEIRS, MAKERS = heirs_in(SOURCES), makers_in(SOURCES)


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_shows_nothing_that_did_not_pass_a_choke_point(path: Path) -> None:
    name = name_of(path)
    around = (
        []
        if name in CHOKE_POINTS
        else going_around(path.read_text(encoding="utf-8"), HEIRS, MAKERS)
    )
    assert {each.text for each in around} == set(LOOKED_AT.get(name, {})), around


@pytest.mark.parametrize(
    "shows",
    [
        "Static(person.name)",
        "Label(f'about {person.name}')",
        "Static(shown('a') if x else person.name)",
        "self.query_one(Static).update(error.message)",
        "self.app.notify(person.name)",
        "self.app.notify('well', title=person.name)",
        "self.border_title = person.name",
        "self.tooltip = 'of ' + person.name",
        "self.app.sub_title = person.name",
        "Content(person.name)",
        "Content.styled(person.name, 'bold')",
        "Content.assemble('a', (person.name, 'bold'))",
        "Content(' ').join([shown('a'), person.name])",
        "Content.from_markup(shown(person.name))",
        "Text.from_markup('[b]a[/b]')",
        "Text(person.name)",
        "Option(person.name)",
        "Segment(person.name)",
        "Hit(1.0, shown('a'), run, help=person.name)",
        "super().__init__(placeholder=person.name)",
        "Piece(person.name)",
        "sys.stderr.write(person.name)",
        "self._stream.write(person.name)",
        "draw(person.name)",
        "asking.line(f'{person.name}? ')",
        "text = person.name\nStatic(text)",
        "text = 'a'\ntext += person.name\nStatic(text)",
        "def told(person) -> str:\n    return person.name\nStatic(told(person))",
        "Static(content=person.name)",
        "self.app.notify(message=person.name)",
        "Static(**{'content': person.name})",
        "self.query_one(Static).content = person.name",
        "self.title = self.sub_title = person.name",
        "self.border_title, other = person.name, 1",
        "self.border_title += person.name",
        "self.border_title: str = person.name",
        "class Head(Static): pass\nHead(person.name)",
        "class Head(Static):\n    def __init__(self, p):\n        super().__init__(p.name)",
        "from textual.widgets import Static as Words\nWords(person.name)",
        "S = Static\nS(person.name)",
        "def told(p) -> Content:\n    return shown('a') + p.name",
        "text = Text()\ntext.append(person.name)",
        "gap = Content(' ')\ngap.join([person.name])",
        "options.add_options([person.name])",
        "table.add_row(shown('a'), person.name)",
        "table.update_cell(row, column, person.name)",
        "Hit(1.0, person.name, run)",
        "Static(max(person.name, 'a'))",
        "output.program_text(person.name)",
        "print(person.name)",
        "sys.exit(person.name)",
        "os.write(1, person.name.encode())",
        "sys.stdout.buffer.write(person.name.encode())",
        "Console().print(person.name)",
        "write = sys.stderr.write\nwrite(person.name)",
    ],
)
def test_what_goes_around_is_noticed(shows: str) -> None:
    assert going_around(shows)


@pytest.mark.parametrize(
    "shows",
    [
        "Static('words of ours', id='a')",
        "Static(shown(person.name))",
        "Static(id='empty')",
        "self.update(shown_block(text) if text else '')",
        "Content.assemble('a', (safe_line(person.name), 'bold'), shown(person.name))",
        "self.border_title = shown(f'{person.name} · 3')",
        "text = shown(person.name)\nStatic(text)",
        "TITLE = 'ours'\nStatic(TITLE)",
        "def told(name: str) -> Content:\n    return shown(name)\nStatic(told(person.name))",
        "def show(text: Content) -> None:\n    Static(text)",
        "Content.styled(f'{count:,}', 'bold')",
        "self.host.write(f'note: {person.name}', decide)",
    ],
)
def test_what_passes_a_choke_point_is_left_alone(shows: str) -> None:
    assert not going_around(shows)


def test_an_heir_in_another_module_draws_what_its_base_draws() -> None:
    heirs = heirs_in(["class Head(Static): ...", "class Top(Head): ...", "class Page(Screen): ..."])
    assert heirs == {"Head", "Top"}
    assert going_around("Top(person.name)", heirs)


def test_a_function_in_another_module_answers_with_what_it_says() -> None:
    makers = makers_in(["def told() -> Content: ...", "def said() -> Text: ...", "def said(): ..."])
    assert makers == {"told"}
    assert not going_around("Static(told(person))", makers=makers)
