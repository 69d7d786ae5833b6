from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from gui.language.translate import CATALOGUES

PROGRAM = Path(__file__).with_name("german_window.py")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    home = tmp_path_factory.mktemp("home")
    environment = os.environ | {"FROSTLINE_HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, PROGRAM], env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_no_text_of_the_window_is_left_in_english(told: dict[str, Any]) -> None:
    """Given the German window, when all its widgets are read, then no text is one that has a German translation."""
    messages = ElementTree.parse(CATALOGUES / "frostline_de.ts").iter("message")
    german = {message.findtext("source"): message.findtext("translation") for message in messages}
    read = told["widgets"] + list(told["actions"].values()) + told["terms"]

    assert [text for text in read if german.get(text, text) != text and text not in german.values()] == []
    assert [text for text in read if re.search(r"\b(the|of|and|is|are|with|this|these|your|for|it)\b", text)] == []
    assert "Schichten" in read


def test_menus_are_german_and_each_letter_in_them_is_used_once(told: dict[str, Any]) -> None:
    assert [title.replace("&", "") for title in told["letters"]][:3] == ["Datei", "Bearbeiten", "Ansicht"]
    titles = [title.split("&", 1)[1][0].lower() for title in told["letters"]]
    assert sorted(titles) == sorted(set(titles))
    twice = {title: letters for title, letters in told["letters"].items() if len(set(letters)) < len(letters)}
    assert twice == {}


def test_qts_own_buttons_and_numbers_are_german(told: dict[str, Any]) -> None:
    assert told["cancel"].replace("&", "") == "Abbrechen"
    assert told["half"] == "0,50"
