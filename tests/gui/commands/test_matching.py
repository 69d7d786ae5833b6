from __future__ import annotations

import pytest

from gui.commands.matching import match


def ranked(typed: str, *titles: str) -> list[str]:
    """Return the titles that are found, the best first."""
    found = [(one.score, title) for title in titles if (one := match(typed, title)) is not None]
    return [title for _score, title in sorted(found, reverse=True)]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("train start", "Start training"),
        ("conv4 3", "Go to conv4_block3"),
        ("block3", "Go to conv4_block3"),
        ("sttr", "Start training"),
        ("ÜBER", "Über Frostline"),
        ("", "Anything"),
    ],
)
def test_a_command_is_found_by_words_in_any_order_or_by_their_letters(typed: str, title: str) -> None:
    assert match(typed, title) is not None


@pytest.mark.parametrize(("typed", "title"), [("stop", "Start training"), ("start over", "Start training")])
def test_a_command_without_one_of_the_words_is_not_found(typed: str, title: str) -> None:
    assert match(typed, title) is None


def test_what_begins_a_word_comes_before_what_is_inside_one_and_before_scattered_letters() -> None:
    titles = ("Restart the pages", "Start training", "Save the table of arts")
    assert ranked("start", *titles)[:2] == ["Start training", "Restart the pages"]


def test_words_of_the_menu_help_to_find_a_command_but_count_less() -> None:
    in_title, beside = match("export", "Export", "Export"), match("export", "Copy the files", "Export")
    assert in_title is not None
    assert beside is not None
    assert in_title.score > beside.score
    assert beside.places == frozenset()


def test_the_typed_letters_are_told_for_the_view() -> None:
    found = match("go", "Let go")
    assert found is not None
    assert found.places == {4, 5}
