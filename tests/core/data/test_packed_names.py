from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from core.data.packed_names import PackedNames

NAMES = st.lists(st.text(st.characters(blacklist_characters="\0", blacklist_categories=["Cs"])), max_size=20)


@given(NAMES)
def test_packed_names_are_the_names_also_behind_the_pipe(names: list[str]) -> None:
    packed = pickle.loads(pickle.dumps(PackedNames(names)))

    assert list(packed) == names
    assert len(packed) == len(names)
    assert packed == names
    assert packed == tuple(names)
    assert packed == PackedNames(names)
    assert [packed[index] for index in range(len(packed))] == names
    assert packed[1:] == tuple(names[1:])


@given(NAMES, NAMES)
def test_different_names_are_different(some: list[str], others: list[str]) -> None:
    assert (PackedNames(some) == PackedNames(others)) == (some == others)
    assert (PackedNames(some) == others) == (some == others)


def test_no_name_is_not_an_empty_name() -> None:
    assert PackedNames() != PackedNames([""])
    assert list(PackedNames([""])) == [""]


def test_a_part_of_a_name_is_no_member() -> None:
    names = PackedNames(("ants/1.jpg", "ants/11.jpg"))

    assert "ants/1.jpg" in names
    assert "ants/1" not in names
    assert "1.jpg\0ants" not in names
    assert "" not in PackedNames()
