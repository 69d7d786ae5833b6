from __future__ import annotations

import ast
import dataclasses
from pathlib import Path

import pytest

from core.export.formats import FORMATS, require_format
from core.export.snippets import loading_snippet
from core.messages import ModelExported, Progress
from gui.export.export_words import (
    default_destination,
    difference_in_words,
    expected_size_in_words,
    export_progress_in_words,
    facts_of,
    files_of,
    missing_in_words,
    shortened,
    size_in_words,
    with_suffix_of,
    written_in_words,
)
from gui.export.file_manager import selecting_command

KERAS, SAVED_MODEL = require_format("keras"), require_format("saved_model")


def exported(form: str, destination: str = "/models/it's ants.keras") -> ModelExported:
    return ModelExported(
        format=form,
        destination=Path(destination),
        labels=Path("/models/labels.txt"),
        size_bytes=94_987_654,
        images_compared=32,
        max_difference=0.0,
    )


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (94_987_654, "95.0 MB"), (999_960_000, "1.0 GB")],
)
def test_sizes_are_said_in_the_unit_that_suits_them(size: int, words: str) -> None:
    assert size_in_words(size) == words


def test_a_difference_is_said_or_that_there_is_none() -> None:
    assert difference_in_words(0.0) == "no difference"
    assert difference_in_words(3.2e-7) == "at most 3e-07"


def test_a_file_is_named_after_its_run() -> None:
    destination = default_destination(Path("/runs/ants 2026-03-01 10.12.45"), KERAS, Path("/documents"))

    assert destination == Path("/documents/ants 2026-03-01 10.12.45.keras")


def test_a_model_file_is_named_after_itself() -> None:
    assert default_destination(Path("/a/mine.keras"), KERAS, Path("/b")) == Path("/b/mine.keras")


def test_a_folder_has_the_format_in_its_name() -> None:
    assert default_destination(Path("/runs/ants"), SAVED_MODEL, Path("/b")) == Path("/b/ants SavedModel")


def test_the_name_follows_the_format_and_comes_back() -> None:
    named = Path("/b/ants 10.12.45.keras")

    folder = with_suffix_of(named, KERAS, SAVED_MODEL)

    assert folder == Path("/b/ants 10.12.45 SavedModel")
    assert with_suffix_of(folder, SAVED_MODEL, KERAS) == named


def test_the_check_of_an_export_is_not_called_that_of_frozen_layers() -> None:
    assert export_progress_in_words(Progress(stage="verify", done=0, total=1)).startswith("Opening the export again")
    assert export_progress_in_words(Progress(stage="export", done=0, total=1)) == "Writing the model"


def test_long_names_are_shortened_in_their_middle() -> None:
    assert shortened("short.txt") == "short.txt"
    assert shortened("a" * 30 + "b" * 30, longest=11) == "aaaaa…bbbbb"


def test_what_came_of_an_export_is_said_in_short_facts() -> None:
    facts = {caption: value for caption, value, _ in facts_of(exported("keras"))}

    assert facts == {
        "Verified": "no difference",
        "Compared on": "32 pictures",
        "Size": "95.0 MB",
    }


def test_time_and_accuracy_are_facts_where_they_were_measured() -> None:
    measured = dataclasses.replace(exported("litert"), latency_ms=31.4, accuracy_change=-0.015)

    facts = {caption: value for caption, value, _ in facts_of(measured)}

    assert (facts["Time for a picture"], facts["Accuracy"]) == ("31 ms", "-1.5 points")


def test_a_script_has_no_facts_of_a_model() -> None:
    script = dataclasses.replace(exported("script-keras"), images_compared=0, size_bytes=9_500)

    assert [(caption, value) for caption, value, _ in facts_of(script)] == [("Size", "9.5 kB")]


def test_only_files_that_lie_beside_each_other_are_taken_along(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("ants.xml", "ants.bin", "ants.labels.txt", "ants.xml.export.json")]
    for file in files:
        file.write_text("")
    made = dataclasses.replace(
        exported("openvino"), destination=files[0], labels=files[2], report=files[3], card=tmp_path / "README.md"
    )
    folder = tmp_path / "served"
    folder.mkdir()
    (folder / "labels.txt").write_text("")

    assert files_of(made) == tuple(files)
    inside = dataclasses.replace(made, format="saved_model", destination=folder, labels=folder / "labels.txt")
    assert files_of(inside) == (folder, files[3])
    assert written_in_words(made) == "Written: ants.xml, ants.bin, ants.labels.txt, ants.xml.export.json"


def test_the_size_is_told_before_the_export() -> None:
    litert = require_format("litert")

    assert expected_size_in_words(KERAS, 94_987_654) == "about 95 MB"
    assert expected_size_in_words(litert, 94_987_654, "int8") == "about 24 MB"
    assert expected_size_in_words(KERAS, None) == ""
    assert expected_size_in_words(require_format("script-keras"), None) == "about 10 kB"


def test_what_is_missing_is_told_with_the_extra_that_brings_it() -> None:
    onnx = next(one for one in FORMATS if one.name == "onnx")

    assert missing_in_words(onnx, ()) == ""
    assert missing_in_words(onnx, ("onnx", "onnxruntime")) == (
        'Not installed: onnx, onnxruntime. Get it with pip install "frostline[onnx]" and start Frostline again.'
    )


@pytest.mark.parametrize(
    ("platform", "program", "part"),
    [
        ("win32", "explorer", "/select,"),
        ("darwin", "open", "-R"),
        ("linux", "dbus-send", "array:string:file:///a%20b/it%2C.keras"),
    ],
)
def test_an_export_is_shown_selected_in_its_folder(platform: str, program: str, part: str) -> None:
    command, arguments = selecting_command(Path("/a b/it,.keras"), platform)

    assert command == program
    assert any(part in argument for argument in arguments)


@pytest.mark.parametrize("form", [one.name for one in FORMATS if not one.is_script])
def test_every_format_has_a_few_lines_of_python_that_load_it(form: str) -> None:
    snippet = loading_snippet(exported(form))

    assert len(snippet.splitlines()) <= 12
    ast.parse(snippet)
    assert "it's ants.keras" in snippet
    assert "frostline" not in snippet.lower()


def test_an_export_of_a_format_that_is_not_known_has_no_lines() -> None:
    assert loading_snippet(exported("of tomorrow")) == ""
