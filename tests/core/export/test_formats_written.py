"""Every format, written from a small network, opened in a fresh process by its own lines, and looked into."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import keras
import numpy as np
import pytest

from core.data.decode import decode_image
from core.export.destination import is_ours
from core.export.snippets import loading_snippet
from core.messages import ModelExported
from core.prediction.trained_model import open_trained_model

Exported = Callable[..., ModelExported]
ANY = ("keras", "saved_model", "onnx", "litert", "openvino", "torch")


@pytest.mark.parametrize("name", ANY)
@pytest.mark.usefixtures("network_watch")
def test_an_export_says_what_the_trained_model_says(name: str, exported: Exported) -> None:
    made = exported(name, *(("int8",) if name == "litert" else ()))

    assert made.images_compared == 16
    assert made.max_difference <= (0.2 if name == "litert" else 1e-5)
    assert made.latency_ms > 0
    assert made.labels.read_text(encoding="utf-8") == "dark\nlight\n"
    assert repr(str(made.destination)) in loading_snippet(made)


@pytest.mark.parametrize("name", ANY)
def test_the_report_beside_it_says_how_exact_it_is_and_knows_its_files(name: str, exported: Exported) -> None:
    made = exported(name, *(("int8",) if name == "litert" else ()))

    assert made.report is not None
    report = json.loads(made.report.read_text(encoding="utf-8"))
    assert made.report.name == made.destination.name + ".export.json"
    assert (report["format"], report["precision"]) == (name, made.precision)
    assert report["class_names"] == ["dark", "light"]
    assert report["comparison"]["max_difference"] == made.max_difference
    assert {"frostline", "keras", "python"} <= set(report["versions"])
    assert is_ours(made.destination)
    assert {one.name for one in made.destination.parent.iterdir()} == (
        {name.partition("/")[0] for name in report["files"]}
        | {made.report.name, *(() if name == "saved_model" else ("README.md",))}
    )
    assert made.card is not None
    assert made.card.is_file()


def test_the_lines_in_every_card_classify_a_picture_in_a_process_of_its_own(
    exported: Exported, small_run: Path, dark_and_light: Path, tmp_path: Path
) -> None:
    # Given the lines as they stand in each card, which name no folder, and the picture that they ask for
    made = [exported(name, *(("int8",) if name == "litert" else ())) for name in ANY] + [
        exported("onnx", "float32", True)
    ]
    picture = Path(shutil.copy(dark_and_light / "light" / "0.jpg", tmp_path / "elsewhere.jpg"))
    program = ["import os"]
    for one in made:
        lines = lines_in_card(one)
        assert str(one.destination.parent) not in lines
        program.append(f"os.chdir({str(folder_of_card(one))!r})")
        program.append(f"exec({lines.replace(repr('picture.jpg'), repr(str(picture)))!r}, {{}})")
    (tmp_path / "all.py").write_text("\n".join(program), encoding="utf-8")

    # When they are run where nothing of Frostline can be found
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-P", "all.py"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    # Then each says what the run's model says
    assert done.returncode == 0, done.stderr
    said = [ast.literal_eval(line) for line in done.stdout.splitlines() if line.startswith("{")]
    pixels = decode_image(picture, 32)[None]
    _, light = open_trained_model(small_run).probabilities(pixels)[0]
    assert len(said) == len(made)
    for one, answer in zip(made, said, strict=True):
        bound = 0.2 if one.precision == "int8" else 1e-2 if one.resize_inside else 1e-5
        assert answer.keys() == {"dark", "light"}
        assert answer["light"] == pytest.approx(light, abs=bound), one.format


def folder_of_card(made: ModelExported) -> Path:
    assert made.card is not None
    return made.card.parent


def lines_in_card(made: ModelExported) -> str:
    assert made.card is not None
    (lines,) = re.findall(r"```python\n(.*?)```", made.card.read_text(encoding="utf-8"), flags=re.DOTALL)
    return str(lines)


def test_whole_numbers_of_8_bits_say_what_accuracy_they_cost(exported: Exported, small_run: Path) -> None:
    made = exported("litert", "int8")

    assert (made.accuracy, made.accuracy_change) == (1.0, 0.0)
    assert made.size_bytes < (small_run / "model.keras").stat().st_size


def test_class_names_are_inside_where_a_format_can_hold_them(exported: Exported) -> None:
    import onnx

    properties = {one.key: one.value for one in onnx.load(exported("onnx").destination).metadata_props}
    torch_file = zipfile.ZipFile(exported("torch").destination)
    (name,) = [one for one in torch_file.namelist() if one.endswith("/class_names")]

    assert json.loads(properties["class_names"]) == ["dark", "light"]
    assert json.loads(torch_file.read(name)) == ["dark", "light"]
    assert zipfile.ZipFile(exported("litert", "int8").destination).read("labels.txt") == b"dark\nlight\n"
    assert '["dark", "light"]' in exported("openvino").destination.read_text().replace("&quot;", '"')


def test_a_keras_file_is_the_run_s_own_and_opens_here_again(exported: Exported, small_run: Path) -> None:
    made = exported("keras")

    assert made.destination.read_bytes() == (small_run / "model.keras").read_bytes()
    assert open_trained_model(made.destination).class_names == ("dark", "light")


def test_a_saved_model_serves_pictures_and_contents_of_files(exported: Exported, dark_and_light: Path) -> None:
    if keras.config.backend() != "tensorflow":
        pytest.skip("TensorFlow alone opens it in this process")
    import tensorflow

    served = tensorflow.saved_model.load(str(exported("saved_model").destination))
    contents = [(dark_and_light / name).read_bytes() for name in ("dark/0.png", "light/0.jpg")]

    assert set(served.signatures) == {"serving_default", "serve", "serve_bytes"}
    assert served.serve_bytes(tensorflow.constant(contents)).numpy().argmax(axis=1).tolist() == [0, 1]
    assert served.serve(tensorflow.zeros((5, 32, 32, 3))).shape == (5, 2)


def test_with_the_resizing_inside_pictures_of_any_size_are_taken(exported: Exported) -> None:
    import onnxruntime

    made = exported("onnx", resize_inside=True)
    session = onnxruntime.InferenceSession(str(made.destination))

    assert made.max_difference <= 1e-2
    assert "crop" not in loading_snippet(made)
    for shape in ((1, 100, 31, 3), (3, 20, 57, 3)):
        bright = np.full(shape, 250, dtype=np.float32)
        assert session.run(None, {"image": bright})[0].argmax(axis=1).tolist() == [1] * shape[0]


def test_openvino_resizes_inside_as_pillow_does(exported: Exported) -> None:
    assert exported("openvino", resize_inside=True).max_difference <= 1e-2
