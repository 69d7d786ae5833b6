"""Names that somebody types for a class or a file: what can't be is said in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.data.new_names import why_no_class, why_no_file


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "Type the name"),
        ("ants/red", "can't have /"),
        ("ants\\red", "can't have /"),
        (".hidden", "begins with a dot"),
        ("Thumbs.db", "the system's own"),
        ("nul", "device on Windows"),
        ("COM1.red", "device on Windows"),
        ("what?", "with ? in it"),
        ("a\tb", "control characters"),
        ("wasps.", "ends with a dot"),
        ("w" * 256, "too long"),
        ("Ants", "There is a class 'ants' already"),
    ],
)
def test_a_name_that_no_class_can_have_is_refused(name: str, why: str) -> None:
    assert why in why_no_class(name, ["ants", "bees"])


@pytest.mark.parametrize("name", ["wasps", "ants", "Überläufer", "蟻", "red ants", "v1.5"])
def test_a_class_may_be_new_or_known_and_in_any_script(name: str) -> None:
    assert why_no_class(name, ["ants", "bees"]) == ""


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "Type the name"),
        ("/ants/1.png", "stays inside insects"),
        ("ants/../../1.png", "stays inside insects"),
        ("ants//1.png", "has no name"),
        ("1.png", "CLASS/FILE"),
        ("ants\\1.png", "Write /"),
        (".old/1.png", "begins with a dot"),
        ("ants/1.txt", "ends in .txt"),
        ("bees/0.png", "There is bees/0.png already"),
        ("bees/0.png/1.png", "bees/0.png is a file"),
    ],
)
def test_a_name_that_a_file_cannot_get_is_refused(name: str, why: str, tmp_path: Path) -> None:
    folder = tmp_path / "insects"
    for class_name in ("ants", "bees"):
        (folder / class_name).mkdir(parents=True)
        (folder / class_name / "0.png").touch()

    assert why in why_no_file(folder, folder / "ants" / "0.png", name)
    for suitable in ("ants/0.png", "ants/1.png", "wasps/red/1", "bees/Ü.jpg"):
        assert why_no_file(folder, folder / "ants" / "0.png", suitable) == ""
