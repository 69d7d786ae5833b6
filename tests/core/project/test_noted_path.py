"""A folder is found again beside the project that was moved with it, else where it was."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from core.project.noted_path import NotedPath, find_path, note_path, places_of


def test_pictures_beside_a_project_are_found_when_both_are_moved(tmp_path: Path) -> None:
    # Given a project with pictures beside it
    here = tmp_path / "here"
    (here / "pictures" / "insects").mkdir(parents=True)
    project = here / "insects.frostline"
    noted = note_path(here / "pictures" / "insects", project)
    assert noted is not None
    assert noted.beside == "../pictures/insects"
    # When both are moved
    shutil.move(here, tmp_path / "there")
    # Then they are found at the new place, and the old one is remembered
    found = find_path(noted, tmp_path / "there" / "insects.frostline")
    assert found == tmp_path / "there" / "pictures" / "insects"
    again = note_path(found, tmp_path / "there" / "insects.frostline", before=noted)
    assert again is not None
    assert again.names == (str(found), str(here / "pictures" / "insects"))


def test_pictures_elsewhere_are_found_where_they_were_when_the_project_alone_is_moved(tmp_path: Path) -> None:
    pictures = tmp_path / "far" / "away"
    pictures.mkdir(parents=True)
    noted = note_path(pictures, tmp_path / "near" / "mine.frostline")

    assert noted == NotedPath(path=str(pictures))
    assert find_path(noted, tmp_path / "new" / "mine.frostline") == pictures
    pictures.rmdir()
    assert find_path(noted, tmp_path / "new" / "mine.frostline") is None


@pytest.mark.parametrize(
    "beside", ["..", "../..", "../../secret", "/etc", "a/../../b", "../a/../../b", "", ".", "../x\0y"]
)
def test_a_relative_place_never_leads_beyond_the_folder_around_the_project(beside: str, tmp_path: Path) -> None:
    project = tmp_path / "around" / "mine.frostline"

    for place in places_of(NotedPath(path="C:\\pictures", beside=beside), project):
        assert place.is_relative_to(project.parent)
        assert place != project.parent
    assert find_path(NotedPath(path="C:\\pictures", beside=beside), project) is None


def test_a_project_at_the_root_of_a_disk_has_nothing_beside_it(tmp_path: Path) -> None:
    noted = note_path(tmp_path, Path(tmp_path.anchor) / "mine.frostline")

    assert noted == NotedPath(path=str(tmp_path))


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_a_name_that_can_not_be_written_down_is_not_remembered(tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"bl\xf6d")

    assert note_path(odd, tmp_path / "mine.frostline") is None
