"""What a project remembers is written and read whole; what is damaged is told in a sentence and kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.data.corrections import Corrections
from core.errors import FrostlineError, UnusableInput
from core.project.contents import MARK, SETTING_NAMES, ProjectContents
from core.project.noted_path import NotedPath
from core.project.open_project import make_project, open_project
from core.project.project_file import (
    PROJECT_FILE,
    RUNS,
    ContentsDamaged,
    ContentsMissing,
    is_project,
    name_of_project,
    project_of,
    read_project,
    with_suffix_of_project,
    write_project,
)

CONTENTS = ProjectContents(
    pictures=NotedPath(path="/pictures/insects", beside="../insects", formerly=("/old/insects",)),
    validation=NotedPath(path="/pictures/more"),
    earlier=(NotedPath(path="/pictures/flowers"),),
    corrections=Corrections(excluded=frozenset({"ants/1.png"}), moved={"ants/2.png": "bees"}, inner_classes=False),
    backbone="MobileNetV3Large",
    thaw="conv5_block3",
    thaw_batch_norm=True,
    settings={"epochs": 7, "learning_rate": 0.01, "weight_decay": None, "fresh_views": True, "weights": "random"},
    run_name="the first",
    page="train",
    run=NotedPath(path="/p/runs/first", beside="runs/first"),
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "ants and bees.frostline", CONTENTS)


def test_what_was_written_is_read_again(project: Path) -> None:
    assert read_project(project) == CONTENTS
    assert is_project(project)
    assert name_of_project(project) == "ants and bees"
    assert [one.name for one in sorted(project.iterdir())] == [PROJECT_FILE, RUNS]


def test_an_empty_project_is_all_as_usual(tmp_path: Path) -> None:
    assert read_project(make_project(tmp_path / "new.frostline")) == ProjectContents()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"pictures": 7}, "pictures must be an object"),
        ({"pictures": {"beside": "x"}}, "'pictures.path' is missing"),
        ({"backbone": "VGG"}, "'backbone' is 'VGG', which is no network of this program"),
        ({"settings": {"epochs": 0}}, "The number of epochs is 0"),
        ({"settings": {"epochs": "many"}}, "'settings.epochs' must be a whole number"),
        ({"settings": []}, "'settings' must be an object"),
        ({"corrections": {"version": 1, "excluded": [], "moved": {"a/1.png": "../b"}}}, "'../b' can't be the name"),
        ({"corrections": {"version": 1, "excluded": [], "moved": {}, "nested": "what"}}, "'what'"),
        ({"earlier": [1]}, "must be an object"),
        ({"thaw_batch_norm": "yes"}, "'thaw_batch_norm' must be true or false"),
        ({MARK: "one"}, f"'{MARK}' is missing"),
    ],
)
def test_a_value_that_can_not_be_is_damage(change: dict[str, Any], why: str, project: Path) -> None:
    file = project / PROJECT_FILE
    file.write_text(json.dumps(json.loads(file.read_text(encoding="utf-8")) | change), encoding="utf-8")

    with pytest.raises(ContentsDamaged) as refused:
        read_project(project)

    assert refused.value.message.startswith(f"{file} is damaged: ")
    assert refused.value.message.endswith(".")
    assert why.removeprefix("The number of ") in refused.value.message


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"x": ' * 5000, "\0", '{"frostline_project": 1, "page": "\\ud800"}']
)
def test_what_is_no_project_file_is_kept_beside_and_the_runs_are_opened(text: str, project: Path) -> None:
    # Given a project whose file is damaged
    (project / PROJECT_FILE).write_text(text, encoding="utf-8")
    # When it is opened, and written to as the window does
    opened = open_project(project)
    write_project(project, ProjectContents(page="data"))
    # Then it is told where the damaged file is, which is as it was
    assert opened.contents == ProjectContents()
    assert opened.remark.endswith("it is kept as project.json.damaged.")
    assert (project / "project.json.damaged").read_text(encoding="utf-8") == text
    assert not opened.read_only
    opened.close()


def test_settings_that_this_frostline_does_not_know_are_passed_over(project: Path) -> None:
    file = project / PROJECT_FILE
    written = json.loads(file.read_text(encoding="utf-8"))
    written["settings"]["new_thing"] = 3
    written["settings"]["folder"] = 7
    file.write_text(json.dumps(written | {"something": "new"}), encoding="utf-8")

    assert read_project(project) == CONTENTS
    assert not {"folder", "run", "pixel_limit", "thaw"} & set(SETTING_NAMES)


def test_a_project_of_a_newer_frostline_is_left_alone(project: Path) -> None:
    file = project / PROJECT_FILE
    file.write_text(json.dumps({MARK: 2, "pictures": "in another form"}), encoding="utf-8")

    with pytest.raises(UnusableInput, match="A newer Frostline wrote") as refused:
        open_project(project)

    assert refused.value.kind == "project_newer"
    assert sorted(one.name for one in project.iterdir()) == [PROJECT_FILE, RUNS]
    with pytest.raises(UnusableInput):  # and its lock is free again
        open_project(project)


def test_a_project_without_its_file_is_opened_with_its_runs(project: Path) -> None:
    (project / PROJECT_FILE).unlink()

    with pytest.raises(ContentsMissing):
        read_project(project)
    opened = open_project(project)

    assert opened.remark == f"{project} has no project.json: only its runs are known."
    opened.close()


def test_a_folder_is_a_project_by_its_ending_or_by_its_file(project: Path, tmp_path: Path) -> None:
    renamed = project.rename(tmp_path / "called otherwise")
    sidecar = tmp_path / "pictures" / ".frostline"
    (sidecar / RUNS).mkdir(parents=True)
    other = tmp_path / "website"
    other.mkdir()
    (other / PROJECT_FILE).write_text('{"name": "website"}', encoding="utf-8")

    assert is_project(renamed)
    assert not any(map(is_project, (sidecar, other, tmp_path, tmp_path / "gone.frostline", renamed / PROJECT_FILE)))
    assert project_of(renamed / RUNS / "first") == renamed
    assert project_of(tmp_path / "runs" / "first") is None
    assert with_suffix_of_project(Path("/x/a.b")) == Path("/x/a.b.frostline")


def test_nothing_is_made_over_what_is_there(project: Path) -> None:
    with pytest.raises(UnusableInput, match="exists already"):
        make_project(project)

    assert read_project(project) == CONTENTS


def test_a_project_that_is_gone_is_not_made_anew_by_writing_to_it(project: Path, tmp_path: Path) -> None:
    moved = project.rename(tmp_path / "moved.frostline")

    with pytest.raises(FrostlineError, match="The project can't be written to"):
        write_project(project, ProjectContents())

    assert not project.exists()
    assert read_project(moved) == CONTENTS
