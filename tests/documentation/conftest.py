"""What a reader of the documentation has before the first command: `photos` of ants and bees, and a run on them.

The pictures are the program's own drawings under these names. Trainings are made short by `SHORT`, put before what the
page says, which counts more: a test has no ImageNet weights and little time.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from tests.documentation.pages import Page

SMALL = ("--weights", "random", "--image-size", "32")
SHORT = (*SMALL, "--epochs", "2")
#: Of each class; a part of the pictures is held out, and duplicates of eight are few.
_PICTURES = 8

#: What a page may need that is a package rather than a folder.
EXTRAS = frozenset({"torch"})

MakePlace = Callable[[Page], Path]


def lengthened(words: list[str]) -> list[str]:
    """Return the words of a `frostline` command, a new training made short."""
    goes_on = {"--more-epochs", "--resume", "--help"} & set(words)
    if words[:1] == ["extract"]:
        return [words[0], *SMALL, *words[1:]]
    return [words[0], *SHORT, *words[1:]] if words[:1] == ["train"] and not goes_on else words


@pytest.fixture(scope="session")
def what_readers_have(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return what gives `photos`, or a `run` on them: made once for all processes, when it is first asked for."""
    base = tmp_path_factory.getbasetemp()
    place = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "what readers have"

    def give(name: str) -> Path:
        with FileLock(place.with_suffix(".lock")):
            if not (place / "photos").exists():
                _draw_photos(place)
            if name == "run" and not (place / "run").exists():
                _train(place)
        return place / name

    return give


@pytest.fixture
def make_place(what_readers_have: Callable[[str], Path], tmp_path: Path) -> MakePlace:
    """Return what makes the folder in which a reader of a page types."""

    def make(page: Page) -> Path:
        for name in page.needs & EXTRAS:
            pytest.importorskip(name)
        for name in page.needs - EXTRAS:
            shutil.copytree(what_readers_have(name), tmp_path / name)
        return tmp_path

    return make


def _draw_photos(place: Path) -> None:
    from core.data.sample_pictures import draw_sample_pictures
    from core.job_control import JobControl

    drawn = place / "drawn"
    draw_sample_pictures(drawn, JobControl(), pictures_per_class=_PICTURES, edge=96)
    for theirs, ours in (("fish", "ants"), ("snowflakes", "bees")):
        (place / "photos" / ours).mkdir(parents=True)
        for number, file in enumerate(sorted((drawn / theirs).iterdir()), start=1):
            file.rename(place / "photos" / ours / f"{number}.jpg")


def _train(place: Path) -> None:
    from core.command_line.main import main

    with pytest.MonkeyPatch.context() as environment:
        environment.chdir(place)
        environment.setenv("FROSTLINE_HOME", str(place / "home"))
        assert main(lengthened(["train", "photos", "--out", "run"])) == 0
