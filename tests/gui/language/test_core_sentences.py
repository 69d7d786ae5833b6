from __future__ import annotations

import json
from string import Formatter

import pytest

from gui.language.core_sentences import said_by_core
from gui.language.translate import CATALOGUES, of_the_core

TEXTS: list[str] = json.loads((CATALOGUES / "core_sentences.json").read_text(encoding="utf-8"))
FOLDER = "There is no weights file /data/a b/w.h5."


def test_in_english_nothing_is_changed() -> None:
    assert said_by_core(FOLDER) == FOLDER


@pytest.mark.usefixtures("german")
def test_every_text_of_the_core_is_known_again_with_its_values() -> None:
    """Given each text of the core with values in it, when the window says it, then it is the German one with them."""
    wrong = []
    for text in TEXTS:
        values = {name: f"<{name}>" for _, name, _, _ in Formatter().parse(text) if name}
        if not values or (text.strip().startswith("{") and len(text) < 12):
            continue
        numbers = dict.fromkeys(values, "7")
        # Of a text that says little itself only numbers are taken for its values.
        if not any(said_by_core(text.format(**some)) == of_the_core(text).format(**some) for some in (values, numbers)):
            wrong.append((text, said_by_core(text.format(**values))))

    assert wrong == []


@pytest.mark.usefixtures("german")
def test_several_sentences_are_translated_each() -> None:
    said = said_by_core("It is not an image. Remove the file, or convert it to JPEG or PNG.")

    assert said == f"{said_by_core('It is not an image.')} " + said_by_core(
        "Remove the file, or convert it to JPEG or PNG."
    )
    assert "image" not in said


@pytest.mark.usefixtures("german")
def test_a_value_that_is_a_sentence_of_the_core_is_translated_too() -> None:
    inner = "it has no layer conv1_conv"
    said = said_by_core(f"weights.h5 doesn't fit ResNet50: {inner}.")

    assert said.startswith("weights.h5 ")
    assert said_by_core(inner) in said
    assert "layer" not in said


@pytest.mark.usefixtures("german")
def test_numbers_in_it_are_written_in_german_and_names_of_files_are_not() -> None:
    for name in ("/photos/1,234.jpg", "/photos/salt and pepper.jpg", "/my images", "/a class of its own/one of many"):
        said = said_by_core(f"{name} can't be used: it is not an image")

        assert said.startswith(f"{name} ")
        assert "not an image" not in said
    assert said_by_core("There are 1,234 groups of duplicates; the first 2 are listed.").startswith("Es gibt 1.234 ")
    assert said_by_core("1,234 images") == "1.234 Bilder"


@pytest.mark.usefixtures("german")
def test_what_the_core_never_said_stays() -> None:
    for text in ("", "Ein Bild.", "conv4_block3", "Traceback (most recent call last)", "x" * 10_000):
        assert said_by_core(text) == text
