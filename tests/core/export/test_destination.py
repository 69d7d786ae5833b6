from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from core.errors import NotYet, UnusableInput
from core.export.destination import claim_destination, labels_beside
from core.export.formats import FORMATS, require_format

KERAS, SAVED_MODEL = require_format("keras"), require_format("saved_model")


def test_every_format_of_the_contract_is_known() -> None:
    assert [one.name for one in FORMATS] == (
        ["keras", "saved_model", "onnx", "litert", "openvino", "torch", "script-keras", "script-pytorch"]
    )


@pytest.mark.parametrize("name", [one.name for one in FORMATS if not one.available])
def test_a_format_that_comes_later_says_so(name: str) -> None:
    with pytest.raises(NotYet, match="not there yet"):
        require_format(name)


def test_an_unknown_format_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnusableInput, match="'caffe'") as caught:
        require_format("caffe")

    assert "keras, saved_model" in caught.value.hint


def test_a_missing_suffix_is_added_and_a_dot_in_the_name_kept(tmp_path: Path) -> None:
    assert claim_destination(tmp_path / "ants v1.2", KERAS) == tmp_path / "ants v1.2.keras"
    assert claim_destination(tmp_path / "ants.keras", KERAS) == tmp_path / "ants.keras"
    assert claim_destination(tmp_path / "ants", SAVED_MODEL) == tmp_path / "ants"


def test_labels_lie_beside_a_file_and_inside_a_folder(tmp_path: Path) -> None:
    assert labels_beside(tmp_path / "ants.keras", KERAS) == tmp_path / "ants.labels.txt"
    assert labels_beside(tmp_path / "ants", SAVED_MODEL) == tmp_path / "ants" / "labels.txt"


def test_an_earlier_export_may_be_replaced(tmp_path: Path) -> None:
    file, folder = tmp_path / "ants.keras", tmp_path / "ants"
    write_archive(file)
    (tmp_path / "ants.labels.txt").write_text("a\nb\n")
    (folder / "variables").mkdir(parents=True)
    (folder / "saved_model.pb").write_bytes(b"")
    (folder / "labels.txt").write_text("a\nb\n")

    assert claim_destination(file, KERAS) == file
    assert claim_destination(folder, SAVED_MODEL) == folder


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert claim_destination(tmp_path / "empty", SAVED_MODEL) == tmp_path / "empty"


def test_a_model_that_is_not_an_export_is_left_alone(tmp_path: Path) -> None:
    write_archive(tmp_path / "model.keras")

    assert "not an earlier export" in why_refused(tmp_path / "model.keras", "keras")


def test_another_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.keras").write_text("three years of work")
    (tmp_path / "thesis.labels.txt").write_text("a\nb\n")

    assert "left alone" in why_refused(tmp_path / "thesis.keras", "keras")


@pytest.mark.parametrize("extra", ["thesis.txt", "run.json"])
def test_a_folder_with_anything_else_in_it_is_left_alone(extra: str, tmp_path: Path) -> None:
    for name in ("saved_model.pb", "labels.txt", extra):
        (tmp_path / name).write_text("")

    assert "left alone" in why_refused(tmp_path, "saved_model")


def test_a_folder_is_no_place_for_a_file(tmp_path: Path) -> None:
    assert "is one file" in why_refused(tmp_path, "keras")


def why_refused(destination: Path, name: str) -> str:
    with pytest.raises(UnusableInput) as caught:
        claim_destination(destination, require_format(name))
    assert caught.value.kind == "destination_exists"
    assert str(destination) in caught.value.message
    return caught.value.message


def write_archive(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("config.json", "{}")
