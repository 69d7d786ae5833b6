"""A file that doesn't fit, isn't whole or can't be trusted is refused in a sentence, and the backbone is untouched."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import h5py
import keras
import numpy as np
import pytest

from core.errors import UnusableInput
from core.job_control import JobControl
from core.network.backbone import build_backbone
from core.network.weights import prepare_weights
from core.network.weights_file import load_weights

KERNEL = "layers/conv2d_1/vars/0"
LAST_VARIANCE = "layers/batch_normalization_52/vars/3"


@pytest.fixture(scope="module")
def saved(backbone: keras.Model, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A good .weights.h5 of a whole backbone."""
    file = tmp_path_factory.mktemp("saved") / "good.weights.h5"
    backbone.save_weights(file)
    yield file
    file.unlink()


@pytest.fixture
def file(saved: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of it, to be spoiled."""
    copy = tmp_path / "spoiled.weights.h5"
    shutil.copyfile(saved, copy)
    yield copy
    copy.unlink()


@pytest.fixture(scope="module")
def target() -> keras.Model:
    return build_backbone(32, seed=3)


def digest(model: keras.Model) -> str:
    hasher = hashlib.sha256()
    for values in model.get_weights():
        hasher.update(values.tobytes())
    return hasher.hexdigest()


def refusal_of_loading(file: Path, target: keras.Model) -> str:
    before = digest(target)
    with pytest.raises(UnusableInput) as refusal:
        load_weights(file, target)
    assert digest(target) == before
    assert "keras.applications.ResNet50" in refusal.value.hint
    assert str(file) in refusal.value.message
    return refusal.value.message.replace(str(file), "FILE")


def refusal_of_choosing(file: Path) -> str:
    with pytest.raises(UnusableInput) as refusal:
        prepare_weights(str(file), JobControl())
    assert str(file) in refusal.value.message
    return refusal.value.message.replace(str(file), "FILE")


# --------------------------------------------------------------------------- files that don't fit


def test_a_deeper_resnet_is_refused_though_it_has_every_layer_of_resnet50(target: keras.Model, tmp_path: Path) -> None:
    file = tmp_path / "deeper.weights.h5"
    keras.applications.ResNet101(include_top=False, weights=None, input_shape=(32, 32, 3)).save_weights(file)

    with_names = refusal_of_loading(file, target)
    with h5py.File(file, "r+") as opened:
        for group in opened["layers"].values():
            del group["vars"].attrs["name"]
    without_names = refusal_of_loading(file, target)

    file.unlink()
    expected = "it has a layer conv4_block10_1_bn, so it is another residual network, such as ResNet101."
    assert with_names == f"FILE doesn't fit ResNet50: {expected}"
    assert without_names == (
        "FILE doesn't fit ResNet50: conv5_block1_1_conv/kernel has the shape (1, 1, 1024, 256), "
        "expected (1, 1, 1024, 512)."
    )


@pytest.mark.parametrize("suffix", [".weights.h5", ".keras"])
def test_another_network_is_refused(target: keras.Model, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"other{suffix}"
    other = keras.Sequential([keras.Input((8, 8, 3)), keras.layers.Conv2D(4, 3, name="conv1_conv")])
    other.save(file) if suffix == ".keras" else other.save_weights(file)

    assert refusal_of_loading(file, target) == "FILE doesn't fit ResNet50: it has no layer conv1_bn (and 104 others)."


def replace(opened: h5py.File, path: str, values: np.ndarray) -> None:
    del opened[path]
    opened[path] = values


def test_an_array_of_another_shape_is_refused(target: keras.Model, file: Path) -> None:
    with h5py.File(file, "r+") as opened:
        replace(opened, KERNEL, np.zeros((7, 7, 4, 64), np.float32))

    expected = "conv1_conv/kernel has the shape (7, 7, 4, 64), expected (7, 7, 3, 64)."
    assert refusal_of_loading(file, target) == f"FILE doesn't fit ResNet50: {expected}"


def test_an_absurd_shape_is_refused_unread(target: keras.Model, file: Path) -> None:
    with h5py.File(file, "r+") as opened:
        del opened[KERNEL]
        opened.create_dataset(KERNEL, shape=(2**30, 2**20), dtype="f4", chunks=(64, 64), fillvalue=1.0)

    assert "has the shape (1073741824, 1048576)" in refusal_of_loading(file, target)


def test_numbers_of_another_type_are_refused(target: keras.Model, file: Path) -> None:
    with h5py.File(file, "r+") as opened:
        replace(opened, KERNEL, np.zeros((7, 7, 3, 64), np.int8))

    expected = "conv1_conv/kernel has the type int8, expected floating-point numbers."
    assert refusal_of_loading(file, target) == f"FILE doesn't fit ResNet50: {expected}"


def test_a_layer_with_too_few_weights_is_refused(target: keras.Model, file: Path) -> None:
    with h5py.File(file, "r+") as opened:
        del opened[LAST_VARIANCE]

    expected = "its layer conv5_block3_3_bn has 3 weights, expected 4."
    assert refusal_of_loading(file, target) == f"FILE doesn't fit ResNet50: {expected}"


def test_two_layers_of_one_name_are_refused(target: keras.Model, file: Path) -> None:
    with h5py.File(file, "r+") as opened:
        opened.copy("layers/conv2d_1", "again")

    expected = "it has 2 layers called conv1_conv."
    assert refusal_of_loading(file, target) == f"FILE doesn't fit ResNet50: {expected}"


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_values_that_are_not_numbers_are_refused(target: keras.Model, file: Path, value: float) -> None:
    with h5py.File(file, "r+") as opened:
        opened[LAST_VARIANCE][7] = value

    expected = "conv5_block3_3_bn/moving_variance holds values that are not numbers (NaN or infinite)."
    assert refusal_of_loading(file, target) == f"FILE can't be used: {expected}"


# --------------------------------------------------------------------------- files that can't be trusted


def put_soft_link(opened: h5py.File, path: str) -> None:
    opened[path] = h5py.SoftLink("/layers/conv2d/vars/0")


def put_external_link(opened: h5py.File, path: str) -> None:
    opened[path] = h5py.ExternalLink("/etc/passwd", "/secret")


def put_virtual_array(opened: h5py.File, path: str) -> None:
    layout = h5py.VirtualLayout((7, 7, 3, 64), np.float32)
    layout[:] = h5py.VirtualSource("elsewhere.h5", "secret", (7, 7, 3, 64))
    opened.create_virtual_dataset(path, layout)


def put_array_of_another_file(opened: h5py.File, path: str) -> None:
    opened.create_dataset(path, (7, 7, 3, 64), np.float32, external=[("/etc/passwd", 0, h5py.h5f.UNLIMITED)])


@pytest.mark.parametrize(
    ("put", "why"),
    [
        (put_soft_link, "'0' in it is a link"),
        (put_external_link, "'0' in it is a link"),
        (put_virtual_array, "the array '0' lies in another file"),
        (put_array_of_another_file, "the array '0' lies in another file"),
    ],
)
def test_what_leads_out_of_the_file_is_refused(
    target: keras.Model, file: Path, put: Callable[[h5py.File, str], None], why: str
) -> None:
    with h5py.File(file, "r+") as opened:
        del opened[KERNEL]
        put(opened, KERNEL)

    assert refusal_of_choosing(file) == f"FILE is refused: {why}."
    assert refusal_of_loading(file, target) == f"FILE is refused: {why}."


def test_a_group_that_holds_itself_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "round.weights.h5"
    with h5py.File(file, "w") as opened:
        opened["layers/conv2d/vars/0"] = np.zeros(3)
        opened["layers/again"] = opened["layers"]

    assert refusal_of_choosing(file) == "FILE is refused: it holds more groups than any network."


def test_a_model_that_would_run_code_is_read_as_data_only(tmp_path: Path) -> None:
    file = tmp_path / "evil.keras"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("config.json", '{"module": "os", "class_name": "system", "config": ["touch /tmp/evil"]}')
        archive.writestr("model.weights.h5", b"\x89HDF\r\n\x1a\n")

    assert refusal_of_choosing(file) == "FILE is damaged or incomplete: it can't be read to its end."


# --------------------------------------------------------------------------- files that aren't what they claim


def test_a_truncated_file_is_refused(target: keras.Model, saved: Path, tmp_path: Path) -> None:
    file = tmp_path / "half.weights.h5"
    with saved.open("rb") as whole:
        file.write_bytes(whole.read(1_000_000))

    assert refusal_of_choosing(file) == "FILE is damaged or incomplete: it can't be read to its end."
    assert refusal_of_loading(file, target) == "FILE is damaged or incomplete: it can't be read to its end."


@pytest.mark.parametrize("keep", [30, 0.5, 0.999])
def test_a_truncated_archive_is_refused(tmp_path: Path, keep: float) -> None:
    file = tmp_path / "half.keras"
    keras.Sequential([keras.Input((8,)), keras.layers.Dense(64)]).save(file)
    content = file.read_bytes()
    file.write_bytes(content[: int(keep if keep > 1 else keep * len(content))])

    assert refusal_of_choosing(file) == "FILE is damaged or incomplete: it can't be read to its end."


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.h5", b"", "The weights file FILE is empty."),
        ("junk.h5", b"junk" * 99, "FILE is not a weights file of Keras: it holds neither HDF5 nor a zip."),
        ("junk.keras", b"junk" * 99, "FILE is not a weights file of Keras: it holds neither HDF5 nor a zip."),
        ("notes.txt", b"notes", "FILE is not a weights file by its name: expected .h5, .weights.h5 or .keras."),
        ("cut.h5", b"\x89HDF\r\n\x1a\n", "FILE is damaged or incomplete: it can't be read to its end."),
        ("cut.keras", b"PK\x03\x04", "FILE is damaged or incomplete: it can't be read to its end."),
        ("best.pth", b"PK\x03\x04", "FILE is a PyTorch checkpoint; only weights saved by Keras can be used."),
        (
            "best.h5",
            b"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19.\x80\x02",
            "FILE is a PyTorch checkpoint; only weights saved by Keras can be used.",
        ),
    ],
)
def test_what_is_no_weights_file_is_refused(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    file = tmp_path / name
    file.write_bytes(content)

    assert refusal_of_choosing(file) == message


@pytest.mark.parametrize(
    ("member", "message"),
    [
        ("archive/data.pkl", "FILE is a PyTorch checkpoint; only weights saved by Keras can be used."),
        ("picture.png", "FILE is a zip without model.weights.h5: it was not saved by Keras."),
    ],
)
def test_another_zip_is_refused(tmp_path: Path, member: str, message: str) -> None:
    file = tmp_path / "renamed.keras"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(member, b"")

    assert refusal_of_choosing(file) == message


def test_hdf5_without_layers_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "table.h5"
    with h5py.File(file, "w") as opened:
        opened["table"] = np.zeros(3)

    assert refusal_of_choosing(file) == "FILE holds no weights of Keras layers."


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refusal_of_choosing(tmp_path / "none.h5") == "There is no weights file FILE."
    assert refusal_of_choosing(tmp_path) == "FILE is a folder, not a weights file."


def test_an_empty_choice_is_refused() -> None:
    with pytest.raises(UnusableInput, match="No weights are chosen"):
        prepare_weights(" ", JobControl())
