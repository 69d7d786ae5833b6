"""Exporting as a whole: what is left when it goes wrong, what is refused, and that a wrong model is found out."""

from __future__ import annotations

import resource
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace as replace_fields
from pathlib import Path

import keras
import numpy as np
import pytest
from PIL import Image

from core.command_line.main import main
from core.errors import FrostlineError, Stopped, UnusableInput
from core.export.export import export_run
from core.export.formats import require_format
from core.export.own_process import ProcessFailed, run_python
from core.export.pictures import pictures_to_compare
from core.export.snippets import snippet_of
from core.export.verify import Comparison, compare, refuse_unsound
from core.export.writers.onnx_graph import onnx_model
from core.job_control import JobControl
from core.messages import Event, Progress
from core.prediction.trained_model import open_trained_model
from core.training.run_record import read_run_record, write_run_record


def names_in(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def compared(run: Path, file: Path, folder: Path) -> Comparison:
    """Compare an ONNX file with a run's model on the run's pictures."""
    trained = open_trained_model(run)
    pictures = pictures_to_compare(trained, 32, folder, JobControl())
    snippet = snippet_of("onnx", file, file, image_size=trained.image_size)
    assert snippet is not None
    found = compare(trained, run / "model.keras", pictures, snippet, require_format("onnx"), JobControl())
    refuse_unsound(found, pictures, precision="float32", resize_inside=False, in_16_bits=False)
    return found


def test_a_model_file_can_be_exported_without_its_data(small_run: Path, tmp_path: Path) -> None:
    file = Path(shutil.copy(small_run / "model.keras", tmp_path / "alone.keras"))

    exported = export_run(file, "onnx", tmp_path / "again", JobControl())

    assert exported.images_compared == 8
    assert exported.labels.read_text() == "class 0\nclass 1\n"


def test_the_whole_of_resnet50_is_written(
    trained_resnet50: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    events: list[Event] = []

    exported = export_run(trained_resnet50, "onnx", Path("new/ants"), JobControl(report=events.append))

    assert exported.destination == tmp_path / "new" / "ants.onnx"
    assert exported.max_difference <= 1e-5
    assert names_in(tmp_path / "new") == {"ants.onnx", "ants.labels.txt", "ants.onnx.export.json", "README.md"}
    stages = [event.stage for event in events if isinstance(event, Progress)]
    assert list(dict.fromkeys(stages))[:2] == ["export", "verify"]
    assert exported.card == tmp_path / "new" / "README.md"
    assert "ants.onnx" in exported.card.read_text(encoding="utf-8")


def test_the_comparison_takes_the_held_out_images_first(trained_run: Path, tmp_path: Path) -> None:
    record = read_run_record(trained_run)

    pictures = pictures_to_compare(open_trained_model(trained_run), 32, tmp_path, JobControl())

    assert len(pictures) == 16
    assert {one.pixels.shape for one in pictures} == {(32, 32, 3)}
    held_out = len(record.validation_files)
    assert {one.file.parent.name + "/" + one.file.name for one in pictures[:held_out]} == set(record.validation_files)
    assert all(record.class_names[one.label or 0] == one.file.parent.name for one in pictures)


def test_pictures_that_plain_lines_read_otherwise_are_compared_as_their_square(
    own_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep, turned, plain = (tmp_path / "data" / "dark" / name for name in ("deep.png", "turned.jpg", "plain.jpg"))
    deep.parent.mkdir(parents=True)
    Image.fromarray(np.full((40, 40), 30_000, np.uint16)).save(deep)
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (40, 50), "red").save(turned, exif=exif)
    Image.new("RGB", (40, 50), "red").save(plain)
    text = (
        (own_run / "run.json")
        .read_text()
        .replace(
            '"validation_files": [',
            '"validation_files": [' + ", ".join(f'"dark/{one.name}"' for one in (deep, turned, plain)) + ", ",
        )
    )
    folder = read_run_record(own_run).specification.folder
    (own_run / "run.json").write_text(text.replace(str(folder), str(tmp_path / "data")))

    pictures = pictures_to_compare(open_trained_model(own_run), 3, tmp_path, JobControl())

    assert [one.file for one in pictures] == [tmp_path / "0.png", turned, plain]
    assert [one.file_for_bytes for one in pictures] == [tmp_path / "0.png", tmp_path / "1.png", plain]


def test_another_model_is_found_out(small_run: Path, tmp_path: Path) -> None:
    changed = keras.saving.load_model(small_run / "model.keras")
    kernel, bias = changed.get_layer("predictions").get_weights()
    changed.get_layer("predictions").set_weights([-kernel, -bias])
    written = onnx_model(changed, JobControl(), resize_inside=False, facts={})
    (tmp_path / "changed.onnx").write_bytes(written.SerializeToString())

    with pytest.raises(FrostlineError, match="differs by") as caught:
        compared(small_run, tmp_path / "changed.onnx", tmp_path)

    assert caught.value.kind == "export_unsound"


def test_what_can_not_be_opened_again_is_found_out(small_run: Path, tmp_path: Path) -> None:
    whole = onnx_model(
        keras.saving.load_model(small_run / "model.keras"), JobControl(), resize_inside=False, facts={}
    ).SerializeToString()
    (tmp_path / "broken.onnx").write_bytes(whole[:-1000])

    with pytest.raises(FrostlineError, match="can't be opened again"):
        compared(small_run, tmp_path / "broken.onnx", tmp_path)


def outcome(accuracy: float, before: float) -> Comparison:
    return Comparison(
        images=2,
        max_difference=0.4,
        latency_ms=1.0,
        agreement=0.5,
        measured=2,
        accuracy_before=before,
        accuracy=accuracy,
    )


def test_8_bits_may_cost_accuracy_but_not_all_of_it(trained_run: Path, tmp_path: Path) -> None:
    pictures = pictures_to_compare(open_trained_model(trained_run), 32, tmp_path, JobControl())

    def judge(found: Comparison, precision: str) -> None:
        refuse_unsound(found, pictures, precision=precision, resize_inside=False, in_16_bits=False)

    judge(outcome(0.8, 0.9), "int8")
    with pytest.raises(FrostlineError, match="no more than chance"):
        judge(outcome(0.5, 0.9), "int8")
    with pytest.raises(FrostlineError, match=r"right on 60% of \d+ images, and"):
        judge(outcome(0.6, 0.9), "int8")
    with pytest.raises(FrostlineError, match="differs by"):
        judge(outcome(0.9, 0.9), "float16")


def test_a_stopped_export_leaves_nothing_behind(small_run: Path, tmp_path: Path) -> None:
    control = JobControl()

    def stop_when_verifying(event: Event) -> None:
        if isinstance(event, Progress) and event.stage == "verify":
            control.stop_requested.set()

    control.report = stop_when_verifying
    with pytest.raises(Stopped):
        export_run(small_run, "keras", tmp_path / "new" / "mine.keras", control)

    assert names_in(tmp_path) == set()


def test_stopping_kills_the_process_that_writes(small_run: Path, tmp_path: Path) -> None:
    control = JobControl()
    killed = []

    def stop_when_it_speaks(event: Event) -> None:
        if isinstance(event, Progress) and event.total == 3:
            killed.append(event.done)
            control.stop_requested.set()

    control.report = stop_when_it_speaks
    with pytest.raises(Stopped):
        export_run(small_run, "litert", tmp_path / "mine", control)

    assert killed == [0]
    assert names_in(tmp_path) == set()


def test_a_format_whose_package_is_missing_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)

    # There is not even a run: what is missing is said before anything is looked at.
    assert main(["export", str(tmp_path / "no run"), "--format", "onnx", "--out", str(tmp_path / "mine")]) == 2

    said = capsys.readouterr().err
    assert "needs onnxruntime, which is not installed" in said
    assert 'pip install "frostline[onnx]"' in said


@pytest.mark.parametrize(("precision", "resize_inside"), [("int8", False), ("float32", True)])
def test_what_a_format_can_not_hold_is_refused(precision: str, resize_inside: bool, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="can't"):
        export_run(tmp_path, "torch", tmp_path / "mine", JobControl(), precision=precision, resize_inside=resize_inside)


def test_a_damaged_model_is_said_in_a_sentence_and_leaves_nothing(small_run: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.keras"
    damaged.write_bytes((small_run / "model.keras").read_bytes()[:2000])

    with pytest.raises(UnusableInput, match="damaged"):
        export_run(damaged, "onnx", tmp_path / "mine", JobControl())

    assert names_in(tmp_path) == {"damaged.keras"}


def test_8_bits_without_pictures_to_calibrate_with_are_refused(small_run: Path, tmp_path: Path) -> None:
    file = Path(shutil.copy(small_run / "model.keras", tmp_path / "alone.keras"))

    with pytest.raises(UnusableInput, match="calibrated"):
        export_run(file, "litert", tmp_path / "mine", JobControl(), precision="int8")


def test_a_process_that_aborts_is_said_in_a_sentence() -> None:
    with pytest.raises(ProcessFailed, match="its process ended by SIGABRT"):
        run_python(["-c", "import os; os.abort()"], {}, JobControl())


def test_a_converter_that_aborts_leaves_nothing_behind(
    small_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python runs a module of this name at its start: it aborts where TensorFlow's converter may (tensorflow#69237)."""
    starter = tmp_path / "sitecustomize.py"
    starter.write_text("import os\nos.abort()\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    with pytest.raises(FrostlineError, match="LiteRT: its process ended by SIGABRT") as caught:
        export_run(small_run, "litert", tmp_path / "out" / "mine", JobControl())

    assert caught.value.kind == "export_failed"
    assert names_in(tmp_path) == {"sitecustomize.py"}


def test_a_full_disk_is_said_in_a_sentence_and_leaves_nothing(small_run: Path, tmp_path: Path) -> None:
    limit, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, most))
    try:
        with pytest.raises(FrostlineError, match="can't be written to") as caught:
            export_run(small_run, "onnx", tmp_path / "mine", JobControl())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))

    assert caught.value.kind == "cannot_write"
    assert names_in(tmp_path) == set()


def test_an_earlier_export_stays_when_a_new_one_is_stopped_and_goes_when_it_is_not(
    small_run: Path, tmp_path: Path
) -> None:
    export_run(small_run, "onnx", tmp_path / "mine", JobControl())
    before = (tmp_path / "mine.onnx").stat()
    control = JobControl()
    control.stop_requested.set()

    with pytest.raises(Stopped):
        export_run(small_run, "onnx", tmp_path / "mine", control)
    assert (tmp_path / "mine.onnx").stat().st_mtime_ns == before.st_mtime_ns

    export_run(small_run, "onnx", tmp_path / "mine", JobControl(), resize_inside=True)
    assert (tmp_path / "mine.onnx").stat().st_size != before.st_size
    assert names_in(tmp_path) == {"mine.onnx", "mine.labels.txt", "mine.onnx.export.json", "README.md"}


def test_the_model_of_the_run_itself_is_never_written_over(own_run: Path) -> None:
    with pytest.raises(UnusableInput, match="left alone"):
        export_run(own_run, "keras", own_run / "model.keras", JobControl())


def test_a_place_that_can_not_be_written_to_is_named(trained_run: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(FrostlineError) as caught:
        export_run(trained_run, "keras", tmp_path / "file" / "mine.keras", JobControl())

    assert caught.value.kind == "cannot_write"
    assert str(tmp_path / "file") in caught.value.message


def take_away(file: Path) -> None:
    file.unlink()


def replace(file: Path) -> None:
    Image.effect_noise((64, 64), 90).convert("RGB").save(file)


@pytest.mark.parametrize("damage", [take_away, replace])
def test_pictures_that_go_or_change_while_an_export_is_checked_are_not_held_against_it(
    small_run: Path, dark_and_light: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    # Given a run with a data folder of its own
    run, data = shutil.copytree(small_run, tmp_path / "run"), shutil.copytree(dark_and_light, tmp_path / "data")
    record = read_run_record(run)
    write_run_record(replace_fields(record, specification=replace_fields(record.specification, folder=data)), run)
    files = sorted(data.rglob("*.*g"))

    # When its pictures go, or become others, once those to be compared were chosen
    def report(event: Event) -> None:
        if isinstance(event, Progress) and event.stage == "verify" and event.total > 1:
            while files:
                damage(files.pop())

    exported = export_run(run, "onnx", tmp_path / "ants", JobControl(report=report))

    # Then the export is compared on what is there, and written
    assert exported.destination.is_file()
    assert not files
