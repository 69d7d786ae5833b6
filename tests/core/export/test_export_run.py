from __future__ import annotations

import shutil
from pathlib import Path

import keras
import numpy as np
import pytest

from core.errors import FrostlineError, Stopped, UnusableInput
from core.export.export import export_run
from core.export.verify import largest_difference, pictures_to_compare
from core.job_control import JobControl
from core.messages import Event, Progress
from core.prediction.trained_model import open_trained_model
from core.training.run_record import read_run_record


def names_in(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def some_pixels() -> np.ndarray:
    return np.random.default_rng(1).integers(0, 256, (3, 32, 32, 3)).astype(np.float32)


def test_a_keras_file_opens_with_plain_keras_and_says_the_same(trained_run: Path, tmp_path: Path) -> None:
    events: list[Event] = []

    exported = export_run(trained_run, "keras", tmp_path / "mine", JobControl(report=events.append))

    model = keras.saving.load_model(exported.destination)
    original = keras.saving.load_model(trained_run / "model.keras")
    np.testing.assert_array_equal(model.predict_on_batch(some_pixels()), original.predict_on_batch(some_pixels()))
    assert exported.destination == tmp_path / "mine.keras"
    assert exported.labels.read_text(encoding="utf-8") == "dark\nlight\n"
    assert exported.size_bytes == exported.destination.stat().st_size
    assert open_trained_model(exported.destination).class_names == ("dark", "light")
    assert (exported.images_compared, exported.max_difference) == (16, 0.0)
    assert names_in(tmp_path) == {"mine.keras", "mine.labels.txt"}
    assert [event.stage for event in events if isinstance(event, Progress)] == ["export", "export", "verify", "verify"]


def test_a_saved_model_opens_by_itself_and_says_the_same_for_every_batch_size(
    trained_run: Path, tmp_path: Path
) -> None:
    exported = export_run(trained_run, "saved_model", tmp_path / "served", JobControl())

    served = keras.layers.TFSMLayer(str(exported.destination), call_endpoint="serve")
    original = keras.saving.load_model(trained_run / "model.keras")
    for count in (1, 3):
        pixels = some_pixels()[:count]
        np.testing.assert_allclose(np.asarray(served(pixels)), original.predict_on_batch(pixels), atol=1e-5)
    assert exported.labels == tmp_path / "served" / "labels.txt"
    assert exported.labels.read_text(encoding="utf-8") == "dark\nlight\n"
    assert exported.max_difference <= 1e-5
    assert exported.size_bytes > 90_000_000
    assert names_in(tmp_path) == {"served"}


def test_a_model_file_can_be_exported_without_its_data(trained_run: Path, tmp_path: Path) -> None:
    file = Path(shutil.copy(trained_run / "model.keras", tmp_path / "alone.keras"))

    exported = export_run(file, "keras", tmp_path / "again.keras", JobControl())

    assert exported.images_compared == 8
    assert exported.labels.read_text() == "class 0\nclass 1\n"


def test_the_comparison_takes_the_held_out_images_first(trained_run: Path, dark_and_light: Path) -> None:
    record = read_run_record(trained_run)

    pictures = pictures_to_compare(open_trained_model(trained_run))

    assert pictures.shape == (16, 32, 32, 3)
    assert pictures.dtype == np.uint8
    is_dark = [name.startswith("dark") for name in record.validation_files]
    assert [picture.mean() < 125 for picture in pictures[: len(is_dark)]] == is_dark


def test_another_model_is_found_out(trained_run: Path, tmp_path: Path) -> None:
    changed = keras.saving.load_model(trained_run / "model.keras")
    kernel, bias = changed.get_layer("predictions").get_weights()
    changed.get_layer("predictions").set_weights([-kernel, -bias])
    changed.save(tmp_path / "changed.keras")
    pictures = pictures_to_compare(open_trained_model(trained_run))

    with pytest.raises(FrostlineError, match="differs by") as caught:
        largest_difference(trained_run / "model.keras", tmp_path / "changed.keras", pictures, JobControl())

    assert caught.value.kind == "export_unsound"


def test_what_can_not_be_opened_again_is_found_out(trained_run: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.keras").write_bytes((trained_run / "model.keras").read_bytes()[:-1000])
    pictures = np.zeros((1, 32, 32, 3), np.uint8)

    with pytest.raises(FrostlineError, match="can't be opened again"):
        largest_difference(trained_run / "model.keras", tmp_path / "broken.keras", pictures, JobControl())


def test_a_stopped_export_leaves_nothing_behind(trained_run: Path, tmp_path: Path) -> None:
    control = JobControl()

    def stop_when_verifying(event: Event) -> None:
        if isinstance(event, Progress) and event.stage == "verify":
            control.stop_requested.set()

    control.report = stop_when_verifying
    with pytest.raises(Stopped):
        export_run(trained_run, "keras", tmp_path / "mine.keras", control)

    assert names_in(tmp_path) == set()


def test_an_earlier_export_stays_when_a_new_one_is_stopped(trained_run: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.labels.txt").write_text("old\nlabels\n")
    shutil.copyfile(trained_run / "model.keras", tmp_path / "mine.keras")
    before = (tmp_path / "mine.keras").stat()
    control = JobControl()
    control.stop_requested.set()

    with pytest.raises(Stopped):
        export_run(trained_run, "keras", tmp_path / "mine.keras", control)

    assert (tmp_path / "mine.keras").stat().st_mtime_ns == before.st_mtime_ns
    assert (tmp_path / "mine.labels.txt").read_text() == "old\nlabels\n"


def test_the_model_of_the_run_itself_is_never_written_over(own_run: Path) -> None:
    with pytest.raises(UnusableInput, match="left alone"):
        export_run(own_run, "keras", own_run / "model.keras", JobControl())


def test_a_place_that_can_not_be_written_to_is_named(trained_run: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(FrostlineError) as caught:
        export_run(trained_run, "keras", tmp_path / "file" / "mine.keras", JobControl())

    assert caught.value.kind == "cannot_write"
    assert str(tmp_path / "file") in caught.value.message
