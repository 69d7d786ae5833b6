"""A folder of pictures that came without its corrections gets them back; others are never overwritten."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from core.data.corrections import Corrections, read_corrections, write_corrections
from core.project.kept_corrections import Standing, covers, give_back, joined, merge

KEPT = Corrections(excluded=frozenset({"ants/1.png"}), moved={"ants/2.png": "bees"}, kept=frozenset({"bees/1.png"}))
_NAMES = st.sampled_from(["ants/1.png", "ants/2.png", "bees/1.png"])
_CORRECTIONS = st.builds(
    Corrections,
    excluded=st.frozensets(_NAMES),
    moved=st.dictionaries(_NAMES, st.sampled_from(["ants", "bees"])),
    inner_classes=st.sampled_from([None, True, False]),
    kept=st.frozensets(_NAMES),
)


def test_a_folder_without_any_gets_them_back(tmp_path: Path) -> None:
    assert give_back(tmp_path, KEPT) is Standing.GIVEN_BACK
    assert read_corrections(tmp_path) == KEPT
    assert give_back(tmp_path, KEPT) is Standing.COVERED


def test_others_are_left_alone_until_both_are_wanted(tmp_path: Path) -> None:
    write_corrections(tmp_path, Corrections(excluded=frozenset({"bees/3.png"})))

    assert give_back(tmp_path, KEPT) is Standing.DIFFERENT
    assert read_corrections(tmp_path).excluded == {"bees/3.png"}
    assert merge(tmp_path, KEPT).excluded == {"bees/3.png", "ants/1.png"}
    assert give_back(tmp_path, KEPT) is Standing.COVERED


def test_none_kept_is_nothing_to_give_back(tmp_path: Path) -> None:
    assert give_back(tmp_path, Corrections()) is Standing.COVERED
    assert list(tmp_path.iterdir()) == []


@given(_CORRECTIONS, _CORRECTIONS)
def test_what_was_joined_has_all_of_what_was_kept(now: Corrections, kept: Corrections) -> None:
    assert covers(joined(now, kept), kept)
    assert now.excluded <= joined(now, kept).excluded
