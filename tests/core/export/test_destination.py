from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from core.errors import UnusableInput
from core.export.destination import (
    claim_destination,
    digests_of,
    labels_beside,
    refuse_labels_of_another,
    report_beside,
)
from core.export.formats import FORMATS, require_format

KERAS, SAVED_MODEL = require_format("keras"), require_format("saved_model")


def test_every_format_of_the_contract_is_known() -> None:
    assert [one.name for one in FORMATS] == (
        ["keras", "saved_model", "onnx", "litert", "openvino", "torch", "script-keras", "script-pytorch"]
    )


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


def test_an_untouched_earlier_export_may_be_replaced(tmp_path: Path) -> None:
    file, folder = earlier_file(tmp_path), earlier_folder(tmp_path)

    assert claim_destination(file, KERAS) == file
    assert claim_destination(folder, SAVED_MODEL) == folder


def test_a_relative_destination_is_where_the_user_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert claim_destination(Path("ants"), KERAS) == tmp_path / "ants.keras"


def test_an_export_that_was_changed_since_is_left_alone(tmp_path: Path) -> None:
    file, folder = earlier_file(tmp_path), earlier_folder(tmp_path)
    file.write_bytes(b"trained on by hand")
    (folder / "thesis.txt").write_text("three years of work")

    assert "left alone" in why_refused(file, "keras")
    assert "left alone" in why_refused(folder, "saved_model")


def test_the_second_file_of_an_export_and_its_report_are_looked_at_too(tmp_path: Path) -> None:
    (tmp_path / "ants.bin").write_bytes(b"somebody's")
    (tmp_path / "bees.keras.export.json").write_text("[]")

    with pytest.raises(UnusableInput, match=r"ants\.bin exists already"):
        claim_destination(tmp_path / "ants.xml", require_format("openvino"))
    with pytest.raises(UnusableInput, match=r"bees\.keras\.export\.json exists already"):
        claim_destination(tmp_path / "bees.keras", KERAS)


def test_class_names_may_be_shared_but_not_changed_under_another_export(tmp_path: Path) -> None:
    file = earlier_file(tmp_path)
    labels = labels_beside(file, KERAS)

    refuse_labels_of_another(labels, b"a\nb\n", tmp_path / "ants.onnx")
    refuse_labels_of_another(labels, b"c\nd\n", file)
    with pytest.raises(UnusableInput, match=r"class names of ants\.keras"):
        refuse_labels_of_another(labels, b"c\nd\n", tmp_path / "ants.onnx")


def test_class_names_that_somebody_wrote_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "ants.labels.txt").write_text("my own list")

    with pytest.raises(UnusableInput, match="left alone"):
        refuse_labels_of_another(tmp_path / "ants.labels.txt", b"a\nb\n", tmp_path / "ants.keras")


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


def earlier_file(folder: Path) -> Path:
    file = folder / "ants.keras"
    write_archive(file)
    labels_beside(file, KERAS).write_bytes(b"a\nb\n")
    write_report(file, labels_beside(file, KERAS))
    return file


def earlier_folder(folder: Path) -> Path:
    exported = folder / "ants"
    (exported / "variables").mkdir(parents=True)
    (exported / "saved_model.pb").write_bytes(b"graph")
    (exported / "labels.txt").write_text("a\nb\n")
    write_report(exported)
    return exported


def write_report(*exported: Path) -> None:
    files = {name: digest for one in exported for name, digest in digests_of(one).items()}
    report_beside(exported[0]).write_text(json.dumps({"files": files}))
