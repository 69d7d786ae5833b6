"""The commands of the self-contained program do the whole job where there is no Python."""

from __future__ import annotations

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from core.data.sample_pictures import draw_sample_pictures
from core.job_control import JobControl
from tests.package.bare_machine import ROOT, bare_environment, command_on_bare_machine, why_not_hidden
from tests.package.conftest import Done, RunProgram

#: The whole job in a window takes minutes where other work takes the processor.
pytestmark = [pytest.mark.package, pytest.mark.timeout(1800)]

#: Of the formats, those that the program says it comes with; the longest first, since two are written at a time. Keras'
#: own is what the window exports.
FORMATS = {
    "litert": "model.tflite",
    "saved_model": "saved_model",
    "onnx": "model.onnx",
    "openvino": "model.xml",
    "script-keras": "train.py",
}


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder of drawn pictures, eight of each class."""
    folder = tmp_path_factory.mktemp("drawn") / "nature"
    draw_sample_pictures(folder, JobControl(), pictures_per_class=8, edge=64)
    return folder


@pytest.fixture(scope="module")
def trained(run_program: RunProgram, pictures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a run of the program's: the top block thawed, random weights."""
    run = tmp_path_factory.mktemp("trained") / "run"
    short = ("--weights", "random", "--image-size", "32", "--epochs", "2", "--thaw", "conv5_block3")
    done = run_program("train", pictures, "--out", run, *short, "--json")
    assert done.status == 0, done.all_there_is
    finished = done.event("finished")
    assert finished["frozen_layers_changed"] == 0
    assert finished["frozen_layers_checked"] > 100
    return run


@pytest.mark.skipif(bool(why_not_hidden()), reason="Python can't be hidden here")
def test_there_is_neither_python_nor_source_where_the_program_runs(bare_home: Path) -> None:
    look = f"ls {ROOT} /usr/bin/python3 && /usr/bin/python3 -c 'print(6 * 7)'; ls {ROOT} | wc -l"
    done = subprocess.run(
        command_on_bare_machine(["/bin/sh", "-c", look]),
        env=bare_environment(bare_home) | {"PATH": os.defpath},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "42" not in done.stdout
    assert done.stdout.splitlines()[-1] == "0"


def test_commands_check_list_and_evaluate(run_program: RunProgram, pictures: Path, trained: Path) -> None:
    checked = run_program("check", pictures, "--json")
    assert checked.status == 0, checked.all_there_is
    layers = run_program("layers", "--thaw", "conv5_block3")
    assert layers.status == 0, layers.all_there_is
    assert "conv5_block3_3_conv" in layers.output
    evaluated = run_program("evaluate", trained, pictures, "--json")
    assert evaluated.status == 0, evaluated.all_there_is
    assert 0.0 <= evaluated.event("evaluation")["accuracy"] <= 1.0


def test_it_predicts_what_plain_keras_predicts_with_its_model(
    run_program: RunProgram, pictures: Path, trained: Path
) -> None:
    import keras

    from core.data.decode import decode_image

    picture = min((pictures / "fish").iterdir())
    done = run_program("predict", trained, picture, "--json")
    assert done.status == 0, done.all_there_is
    said = dict(done.event("prediction")["top"])
    model = keras.saving.load_model(trained / "model.keras")
    pixels = decode_image(picture, 32)
    answer = model.predict(pixels[None].astype(np.float32), verbose=0)[0]
    names = (trained / "labels.txt").read_text().split()
    assert said == pytest.approx(dict(zip(names, answer.tolist(), strict=True)), abs=1e-4)


def test_it_exports_and_checks_what_it_wrote(run_program: RunProgram, trained: Path, tmp_path: Path) -> None:
    def export(format_name: str) -> Done:
        destination = tmp_path / format_name / FORMATS[format_name]
        destination.parent.mkdir()
        return run_program("export", trained, "--format", format_name, "--out", destination, "--json")

    with ThreadPoolExecutor(2) as pool:
        ended = dict(zip(FORMATS, pool.map(export, FORMATS), strict=True))

    for format_name, done in ended.items():
        assert done.status == 0, done.all_there_is
        exported = done.event("exported")
        assert Path(exported["destination"]).exists()
        assert exported["images_compared"] == (0 if format_name.startswith("script-") else 32)


def test_what_it_comes_without_is_said_in_a_sentence(
    run_program: RunProgram, pictures: Path, trained: Path, tmp_path: Path
) -> None:
    exported = run_program("export", trained, "--format", "torch", "--out", tmp_path / "model.pt2")
    started = run_program("layers", "--backend", "jax")
    extracted = run_program("extract", pictures, "--out", tmp_path / "store")

    for done in (exported, started, extracted):
        assert done.status == 2
        assert "The self-contained Frostline comes without it" in done.errors
        assert "Traceback" not in done.errors


def test_doctor_finds_everything_that_the_program_comes_with(run_program: RunProgram) -> None:
    done = run_program("doctor", "--json")

    assert done.status == 0, done.all_there_is
    facts = {fact["topic"]: fact for fact in done.events[0]["facts"]}
    for topic in ("keras", "tensorflow", "PySide6-Essentials", "pillow", "numpy", "h5py", "scikit-learn", "window"):
        assert facts[topic]["ok"], facts[topic]
        assert "not installed" not in facts[topic]["finding"]
    assert "pip install" not in done.output
