"""What a person corrects about a data folder: kept beside the files, merged, never lost, never guessed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from core.data.corrections import (
    CORRECTIONS_FILE,
    Corrections,
    FileCorrection,
    read_corrections,
    update_corrections,
    write_corrections,
)
from core.data.sidecar import elsewhere, inside
from core.errors import UnusableInput
from core.places import corrections_folder

SOME = Corrections(excluded=frozenset({"ants/1.png", "蝶/ü.png"}), moved={"ants/2.png": "bees"}, inner_classes=True)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FROSTLINE_HOME", str(tmp_path / "home"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "insects"
    made.mkdir()
    return made


def test_what_was_written_is_read_again(folder: Path) -> None:
    write_corrections(folder, SOME)

    assert read_corrections(folder) == SOME
    assert not corrections_folder().joinpath(elsewhere(folder).name).exists()


def test_a_folder_without_corrections_has_none_and_gets_no_file(folder: Path) -> None:
    assert read_corrections(folder) == Corrections()
    update_corrections(folder, {})

    assert list(folder.iterdir()) == []


def test_corrections_go_along_with_a_folder_that_is_moved(folder: Path) -> None:
    write_corrections(folder, SOME)
    moved = folder.parent / "elsewhere" / "renamed"
    moved.parent.mkdir()
    shutil.move(folder, moved)

    assert read_corrections(moved) == SOME


def test_a_change_keeps_what_another_window_wrote_meanwhile(folder: Path) -> None:
    # Given a window that knows nothing of what another one has written since
    update_corrections(folder, {"ants/1.png": FileCorrection(excluded=True)})
    update_corrections(folder, {"bees/1.png": FileCorrection(class_name="wasps")})

    # When it takes back its own
    after = update_corrections(folder, {"ants/1.png": FileCorrection()})

    # Then the other's stays
    assert after == read_corrections(folder) == Corrections(moved={"bees/1.png": "wasps"})


def test_a_folder_that_cannot_be_written_to_has_its_corrections_with_the_user(folder: Path) -> None:
    # Given a folder in which the sidecar's folder can't be made
    inside(folder).write_text("a file stands in the way")

    write_corrections(folder, SOME)

    assert read_corrections(folder) == SOME
    assert (elsewhere(folder) / CORRECTIONS_FILE).is_file()


def test_permissions_count_as_well(folder_of_nobody: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = folder_of_nobody / "data"
    data.mkdir()
    monkeypatch.setenv("FROSTLINE_HOME", str(folder_of_nobody / "home"))
    data.chmod(0o500)

    write_corrections(data, SOME)

    assert read_corrections(data) == SOME
    assert list(data.iterdir()) == []


def test_corrections_move_into_a_folder_that_can_be_written_to_again(folder: Path) -> None:
    inside(folder).write_text("in the way")
    write_corrections(folder, SOME)
    inside(folder).unlink()

    after = update_corrections(folder, {"ants/1.png": FileCorrection()})

    assert read_corrections(folder) == after
    assert (inside(folder) / CORRECTIONS_FILE).is_file()
    assert not (elsewhere(folder) / CORRECTIONS_FILE).exists()


@pytest.mark.parametrize(
    "content",
    [
        *("", "{", "[]", '{"version": 1}', '{"version": 1, "excluded": "ants", "moved": {}}'),
        '{"version": 1, "excluded": [], "moved": {}, "kept": "ants"}',
        *('{"version": 1, "excluded": [], "moved": {"a": 3}}', '{"version": 1, "excluded": [1], "moved": {}}'),
    ],
)
def test_a_damaged_file_is_told_of_and_kept_aside(folder: Path, content: str) -> None:
    file = inside(folder) / CORRECTIONS_FILE
    for number in (1, 2):
        file.parent.mkdir(exist_ok=True)
        file.write_text(content)
        with pytest.raises(UnusableInput, match="are damaged") as failed:
            update_corrections(folder, {"a.png": FileCorrection(excluded=True)})
        assert failed.value.kind == "corrections_damaged"
        assert not file.exists()
        assert len(list(file.parent.glob("*.damaged*"))) == number

    assert file.with_name("corrections.json.damaged").read_text() == content
    assert read_corrections(folder) == Corrections()


def test_a_file_of_a_newer_frostline_is_left_alone(folder: Path) -> None:
    file = inside(folder) / CORRECTIONS_FILE
    file.parent.mkdir()
    file.write_text('{"version": 2, "stars": []}')

    with pytest.raises(UnusableInput, match="newer Frostline"):
        update_corrections(folder, {"a.png": FileCorrection(excluded=True)})
    assert file.read_text() == '{"version": 2, "stars": []}'


@pytest.mark.parametrize(
    "content",
    [
        '{"version": 1e999, "excluded": [], "moved": {}}',
        '{"version": 1, "excluded": ["\\ud800"], "moved": {}}',
        '{"version": 1, "excluded": [], "moved": {"ants/1.png": "../../x"}}',
        "[" * 100_000,
    ],
    ids=["a version without end", "no text", "a class outside", "too deep"],
)
def test_what_nobody_can_have_meant_is_kept_aside(folder: Path, content: str) -> None:
    inside(folder).mkdir()
    file = inside(folder) / CORRECTIONS_FILE
    file.write_text(content, encoding="utf-8")

    with pytest.raises(UnusableInput, match="damaged"):
        read_corrections(folder)

    assert file.with_name(f"{CORRECTIONS_FILE}.damaged").read_text(encoding="utf-8") == content
    assert read_corrections(folder) == Corrections()
