"""Keys that the configuration maps by their id: what of it holds, and what is wrong with the rest.

``[keys]`` names a binding by its id and gives the keys instead, several with commas.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from textual.binding import Binding
from textual.keys import Keys

from netjournal.text import safe_line
from netjournal.tui import keys
from netjournal.tuples import NamedTuple

_MODIFIERS = frozenset({"ctrl", "shift", "alt", "meta", "super", "hyper"})
_NAMED = frozenset(key.value for key in Keys)
_SIGNS = {
    "?": "question_mark", ":": "colon", "/": "slash", "*": "asterisk", "+": "plus", " ": "space",
    ".": "full_stop", ",": "comma", ";": "semicolon", "-": "minus", "#": "number_sign",
    "!": "exclamation_mark", "=": "equals_sign", "<": "less_than_sign", ">": "greater_than_sign",
}  # fmt: skip
"""Signs as people write them, and as Textual calls them."""


class Keymap(NamedTuple):
    """What may be applied, and a sentence for each mapping that may not."""

    keys: Mapping[str, str]
    problems: Sequence[str] = ()


def checked(wanted: Mapping[str, str]) -> Keymap:
    """The mappings whose id and keys are known, and that no other action needs."""
    known = {binding.id: binding for binding in _declared() if binding.id}
    held: dict[str, str] = {}
    problems: list[str] = []
    for id, text in wanted.items():
        mapped = [_named(key) for key in text.split(",")] if text.strip(" ,") else []
        problem = _problem(id, text, mapped, known)
        taken = problem or _taken(id, mapped, known, wanted)
        if taken:
            problems.append(safe_line(taken, 200))
        else:
            held[id] = ",".join(mapped)
    return Keymap(held, tuple(problems))


def _declared() -> Iterator[Binding]:
    """Every binding of the pages; those of dialogs only if they were asked for."""
    for group in vars(keys).values():
        if isinstance(group, tuple):
            yield from (each for each in group if isinstance(each, Binding))


def _named(key: str) -> str:
    key = key.strip() or key[:1]
    return _SIGNS.get(key, key)


def _problem(id: str, text: str, mapped: Sequence[str], known: Mapping[str, Binding]) -> str:
    if id not in known and id not in _of_dialogs():
        near = get_close_matches(id, known, 1, cutoff=0.5)
        fix = f"did you mean keys.{near[0]}?" if near else "the README lists them."
        return f"config: there is no key called {id!r}; {fix}"
    wrong = next((key for key in mapped if not _is_key(key)), None)
    if wrong is not None or not mapped:
        return f"config: keys.{id}: {wrong or text!r} is no key; write x, ctrl+x, f2 or space."
    return ""


def _taken(
    id: str, mapped: Sequence[str], known: Mapping[str, Binding], wanted: Mapping[str, str]
) -> str:
    """Who else needs one of the keys on the same page, unless that one moves away itself."""
    for other, binding in known.items():
        if other == id or (id not in known):
            continue
        theirs = wanted.get(other, binding.key)
        both = {_named(key) for key in theirs.split(",")} & set(mapped)
        if both:
            key = keys.key_name(min(both))
            return f"config: keys.{id}: {key} is {binding.description} already (keys.{other})."
    return ""


def _is_key(key: str) -> bool:
    *modifiers, last = key.split("+")
    if not set(modifiers) <= _MODIFIERS:
        return False
    return (len(last) == 1 and last.isprintable()) or last in _NAMED or last in _SIGNS.values()


def _of_dialogs() -> frozenset[str]:
    """The ids of the keys of dialogs; every dialog is imported for it."""
    from importlib import import_module
    from pkgutil import iter_modules

    from netjournal.tui import modals

    found = set()
    for module in iter_modules(modals.__path__):
        for each in vars(import_module(f"{modals.__name__}.{module.name}")).values():
            bindings = vars(each).get("BINDINGS", ()) if isinstance(each, type) else ()
            found |= {one.id for one in bindings if isinstance(one, Binding) and one.id}
    return frozenset(found)
