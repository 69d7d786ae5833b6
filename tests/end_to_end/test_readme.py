"""What README tells people to type works: each command is run, in its order, on a folder like the one it means."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.command_line.main import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")

#: What makes a training short; the ImageNet weights are not to be had by a test.
SHORT = ["--weights", "random", "--image-size", "32", "--epochs", "2"]


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, flags=re.DOTALL)


def frostline_commands() -> list[list[str]]:
    lines = [shlex.split(line, comments=True) for block in blocks("sh") for line in block.splitlines()]
    return [words[1:] for words in lines if words and words[0] == "frostline" and len(words) > 1]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with `photos` of ants and bees in it, as README means it."""
    generator = np.random.default_rng(0)
    for name, shade in (("ants", 60), ("bees", 180)):
        (tmp_path / "photos" / name).mkdir(parents=True)
        for number in range(1, 6):
            pixels = np.clip(generator.normal(shade, 40, (48, 64, 3)), 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(tmp_path / "photos" / name / f"{number}.jpg")
    return tmp_path


def test_every_command_works_and_the_model_opens_as_shown(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = frostline_commands()
    assert [words[0] for words in commands] == [
        *("check", "layers", "train", "train", "evaluate", "predict", "export", "doctor")
    ]

    # In this process, where Keras is loaded once; that the program starts is tested elsewhere.
    monkeypatch.chdir(place)
    for words in commands:
        assert main([*words, *(SHORT if words[0] == "train" else [])]) == 0, capsys.readouterr().err

    (snippet,) = blocks("python")
    capsys.readouterr()
    exec(snippet.replace("(224, 224)", "(32, 32)"), {})
    assert "[[" in capsys.readouterr().out


def test_every_make_target_and_picture_that_readme_names_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"\bmake ([a-z]+)", README)) - {"git"}
    pictures = re.findall(r"\]\((assets/[^)]+|[A-Z]+(?:\.md)?)\)", README)

    assert targets >= {"run", "test", "lint", "bench", "screenshots"}
    for target in targets:
        assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE), target
    for file in pictures:
        assert (ROOT / file).exists(), file
