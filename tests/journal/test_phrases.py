"""The phrases of people, layer by layer: carried on, or made anew, they are the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from netjournal.domain.gesture import Raw
from netjournal.journal.phrases import Phrases

NAMES = st.sampled_from(["Ana Ruiz", 'Robert "Bob" Stone', "Zoë Müller", ""])
PEOPLE = st.dictionaries(
    st.sampled_from(["50", "51", "52", "53", "54", "55"]),
    st.one_of(
        st.none(),
        st.fixed_dictionaries({"name": NAMES}),
        st.fixed_dictionaries({"name": NAMES, "nicknames": st.lists(NAMES, max_size=2)}),
        st.just({"name": "Ana Ruiz", "merged_into": "50"}),
    ),
    max_size=2,
)


@given(st.lists(PEOPLE, max_size=5))
def test_phrases_carried_on_are_those_of_everybody(steps: list[dict[str, Raw | None]]) -> None:
    carried = Phrases({})
    everybody: dict[str, Raw | None] = {}
    for people in steps:
        carried = carried.after(people)
        everybody |= people
    anew = Phrases(everybody)
    assert carried.people == anew.people
    assert {key: sorted(found) for key, found in carried.keys.items()} == {
        key: sorted(found) for key, found in anew.keys.items()
    }
    assert {place: sorted(found) for place, found in carried.alike.items()} == {
        place: sorted(found) for place, found in anew.alike.items()
    }
    assert carried.longest == anew.longest
