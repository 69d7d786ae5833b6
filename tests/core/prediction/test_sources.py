from __future__ import annotations

from pathlib import Path

import pytest

from core.prediction.sources import pictures_in, without_folders


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.png", "inner/a.jpg", ".hidden.png", "notes.txt"):
        file = tmp_path / "photos" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"")
    (tmp_path / "empty").mkdir()
    return tmp_path


def test_a_folder_stands_for_its_pictures(folder: Path) -> None:
    alone = folder / "gone.png"

    found, empty = without_folders([folder / "photos", alone, folder / "empty"])

    assert found == (folder / "photos" / "b.png", folder / "photos" / "inner" / "a.jpg", alone)
    assert empty == (folder / "empty",)


def test_the_present_folder_can_be_meant(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "photos")

    assert [file.name for file in pictures_in(Path())] == ["b.png", "a.jpg"]
