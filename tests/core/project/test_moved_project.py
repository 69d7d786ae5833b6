"""A project with a real run, moved to another place together with its pictures, or without them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from core.data.corrections import FileCorrection, update_corrections
from core.errors import UnusableInput
from core.job_control import JobControl
from core.project.contents import ProjectContents
from core.project.noted_path import find_path, note_path
from core.project.open_project import make_project, open_project
from core.project.project_file import RUNS, write_project
from core.training.run_record import read_run_record, write_run_record


@pytest.fixture
def project(trained_run: Path, dark_and_light: Path, tmp_path: Path) -> Path:
    """A project with the trained run, whose pictures lie beside it."""
    pictures = Path(shutil.copytree(dark_and_light, tmp_path / "here" / "pictures"))
    made = make_project(tmp_path / "here" / "light.frostline")
    run = Path(shutil.copytree(trained_run, made / RUNS / "first"))
    record = read_run_record(run)
    object.__setattr__(record.specification, "folder", pictures)
    write_run_record(record, run)
    write_project(made, ProjectContents(pictures=note_path(pictures, made), run=note_path(run, made)))
    return made


def test_a_project_that_is_moved_with_its_pictures_goes_on_there(project: Path, tmp_path: Path) -> None:
    # Given both at another place
    shutil.move(project.parent, tmp_path / "there")
    moved = tmp_path / "there" / project.name
    # When the project is opened there
    opened = open_project(moved)
    opened.close()
    # Then its run and its pictures are found
    assert opened.contents.run is not None
    assert find_path(opened.contents.run, moved) == moved / RUNS / "first"
    assert read_run_record(moved / RUNS / "first").specification.folder == tmp_path / "there" / "pictures"
    # And the run is evaluated on what it held out, as corrected there
    from core.evaluation.evaluate import evaluate

    assert evaluate(moved / RUNS / "first", None, JobControl()).images == 4
    held_out = read_run_record(moved / RUNS / "first").validation_files[0]
    update_corrections(tmp_path / "there" / "pictures", {held_out: FileCorrection(excluded=True)})
    assert evaluate(moved / RUNS / "first", None, JobControl()).images == 3


def test_without_its_pictures_a_run_predicts_and_says_what_is_missing(project: Path, tmp_path: Path) -> None:
    from core.evaluation.evaluate import evaluate
    from core.prediction.trained_model import open_trained_model

    pictures = project.parent / "pictures"
    picture = Path(shutil.copy(next((pictures / "dark").iterdir()), tmp_path / "dark.png"))
    shutil.rmtree(pictures)
    moved = project.rename(tmp_path / "alone.frostline")

    assert read_run_record(moved / RUNS / "first").specification.folder == pictures
    with pytest.raises(UnusableInput):
        evaluate(moved / RUNS / "first", None, JobControl())
    assert open_trained_model(moved / RUNS / "first").class_names == ("dark", "light")
    assert picture.is_file()


def test_pictures_that_were_found_at_another_place_are_those_of_the_runs(project: Path, tmp_path: Path) -> None:
    # Given a project whose pictures were moved elsewhere, and found by the user
    old = project.parent / "pictures"
    new = Path(shutil.move(old, tmp_path / "another disk"))
    contents = open_project(project).contents
    found = note_path(new, project, before=contents.pictures)
    # When another folder is open by now
    other = note_path(tmp_path, project)
    assert found is not None
    write_project(project, ProjectContents(pictures=other, earlier=(found,)))
    # Then the run still finds those that it learnt from
    assert read_run_record(project / RUNS / "first").specification.folder == new


def test_a_damaged_project_leaves_the_records_of_its_runs_alone(project: Path) -> None:
    old = project.parent / "pictures"
    old.rename(project.parent / "elsewhere")
    (project / "project.json").write_text("{", encoding="utf-8")

    assert read_run_record(project / RUNS / "first").specification.folder == old
    assert (project / "project.json").read_text(encoding="utf-8") == "{"
