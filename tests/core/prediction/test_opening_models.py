from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import keras
import numpy as np
import pytest

from core.errors import UnusableInput
from core.prediction.trained_model import open_trained_model


def small_classifier(size: int = 16, channels: int = 3, classes: int = 2) -> keras.Model:
    image = keras.Input((size, size, channels))
    return keras.Model(
        image, keras.layers.Dense(classes, activation="softmax")(keras.layers.GlobalAveragePooling2D()(image))
    )


def why_refused(path: Path) -> UnusableInput:
    with pytest.raises(UnusableInput) as caught:
        open_trained_model(path)
    assert str(path) in caught.value.message or path.name in caught.value.message
    assert caught.value.hint
    return caught.value


def test_a_run_folder_opens_with_its_record_and_class_names(trained_run: Path) -> None:
    model = open_trained_model(trained_run)

    assert model.class_names == ("dark", "light")
    assert model.image_size == 32
    assert model.record is not None
    assert model.record.state == "finished"


def test_the_model_file_of_a_run_opens_like_the_run(trained_run: Path) -> None:
    model = open_trained_model(trained_run / "model.keras")

    assert model.class_names == ("dark", "light")
    assert model.record is not None


def test_the_model_file_of_a_run_with_a_damaged_record_opens_with_its_labels(own_run: Path) -> None:
    (own_run / "run.json").write_text("{", encoding="utf-8")

    assert "use model.keras beside it" in why_refused(own_run).hint
    model = open_trained_model(own_run / "model.keras")

    assert model.class_names == ("dark", "light")
    assert model.record is None


def test_a_model_file_takes_its_class_names_from_the_labels_beside_it(trained_run: Path, tmp_path: Path) -> None:
    moved = Path(shutil.copy(trained_run / "model.keras", tmp_path / "mine.keras"))
    (tmp_path / "mine.labels.txt").write_text("night\nday\n", encoding="utf-8")

    assert open_trained_model(moved).class_names == ("night", "day")
    assert open_trained_model(moved).record is None


def test_without_labels_classes_have_numbers(tmp_path: Path) -> None:
    small_classifier().save(tmp_path / "bare.keras")

    assert open_trained_model(tmp_path / "bare.keras").class_names == ("class 0", "class 1")


def test_labels_with_odd_characters_are_read_line_by_line(tmp_path: Path) -> None:
    small_classifier().save(tmp_path / "odd.keras")
    (tmp_path / "odd.labels.txt").write_bytes("zebra\u2028finch\r\n\u00c9mu\r\n".encode())

    assert open_trained_model(tmp_path / "odd.keras").class_names == ("zebra\u2028finch", "\u00c9mu")


def test_labels_of_another_number_of_classes_are_refused(tmp_path: Path) -> None:
    small_classifier(classes=2).save(tmp_path / "two.keras")
    (tmp_path / "two.labels.txt").write_text("a\nb\nc\n", encoding="utf-8")

    assert "names 3 classes, but two.keras has 2" in why_refused(tmp_path / "two.keras").message


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    assert "does not exist" in why_refused(tmp_path / "gone.keras").message


def test_a_folder_that_is_no_run_is_named(tmp_path: Path) -> None:
    assert "is not a run folder" in why_refused(tmp_path).message


def test_a_run_that_has_no_model_yet_is_told_from_no_run(own_run: Path) -> None:
    (own_run / "model.keras").unlink()

    assert "has no model yet" in why_refused(own_run).message


def test_a_file_that_is_no_model_is_told(tmp_path: Path) -> None:
    picture = tmp_path / "picture.keras"
    picture.write_bytes(b"\x89PNG and so on")

    assert "is not a .keras model file" in why_refused(picture).message


def test_an_archive_of_something_else_is_told(tmp_path: Path) -> None:
    archive = tmp_path / "holiday.keras"
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("beach.txt", "sand")

    assert "config.json" in why_refused(archive).message


def test_a_model_cut_short_is_damaged(own_run: Path) -> None:
    file = own_run / "model.keras"
    file.write_bytes(file.read_bytes()[:-1000])

    assert "damaged" in why_refused(own_run / "model.keras").message


def test_a_model_with_broken_weights_is_damaged(own_run: Path) -> None:
    file = own_run / "model.keras"
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, b"junk" if name.endswith(".h5") else content)

    assert "damaged" in why_refused(file).message


def test_a_model_with_code_of_its_own_is_refused(tmp_path: Path) -> None:
    image = keras.Input((16, 16, 3))
    brightness = keras.layers.Lambda(lambda pixels: pixels / 255.0, output_shape=(16, 16, 3))(image)
    probabilities = keras.layers.Dense(2, activation="softmax")(keras.layers.GlobalAveragePooling2D()(brightness))
    keras.Model(image, probabilities).save(tmp_path / "code.keras")

    error = why_refused(tmp_path / "code.keras")

    assert error.kind == "unsafe_model"
    assert "code of its own" in error.message


class Twice(keras.layers.Layer):  # type: ignore[misc]
    def call(self, inputs: object) -> object:
        return inputs * 2  # type: ignore[operator]


def test_a_model_with_layers_that_keras_does_not_know_is_refused(tmp_path: Path) -> None:
    image = keras.Input((16, 16, 3))
    pooled = keras.layers.GlobalAveragePooling2D()(Twice()(image))
    keras.Model(image, keras.layers.Dense(2, activation="softmax")(pooled)).save(tmp_path / "strange.keras")
    rename_in_config(tmp_path / "strange.keras", "Twice", "Unheard")

    error = why_refused(tmp_path / "strange.keras")

    assert error.kind == "unsafe_model"
    assert "not part of Keras" in error.message


def rename_in_config(file: Path, old: str, new: str) -> None:
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(old.encode(), new.encode()) if name == "config.json" else content)


@pytest.mark.parametrize(
    ("model", "complaint"),
    [
        (lambda: small_classifier(channels=1), "any x 16 x 16 x 1"),
        (lambda: small_classifier(classes=1), "any x 1"),
        (lambda: keras.Sequential([keras.Input((8,)), keras.layers.Dense(3)]), "any x 8"),
    ],
    ids=["grey pictures", "one output", "no pictures"],
)
def test_a_model_for_other_things_is_told_what_it_takes(model: object, complaint: str, tmp_path: Path) -> None:
    model().save(tmp_path / "other.keras")  # type: ignore[operator]

    assert complaint in why_refused(tmp_path / "other.keras").message


def test_the_forward_pass_answers_for_every_number_of_pictures(trained_run: Path) -> None:
    model = open_trained_model(trained_run)
    pixels = np.random.default_rng(0).integers(0, 256, (32, 32, 32, 3), dtype=np.uint8)

    whole = model.probabilities(pixels)

    assert whole.shape == (32, 2)
    for count in (1, 2, 31):
        np.testing.assert_allclose(model.probabilities(pixels[:count]), whole[:count], atol=1e-5)
