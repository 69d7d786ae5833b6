"""An extraction into a store without a cluster: the features of a training, resumed, bounded by its recipe."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock

from core.cluster.extraction import extract_to_store
from core.cluster.place import open_place
from core.cluster.portion_extractor import PortionExtractor
from core.errors import FrostlineError, Stopped, UnusableInput
from core.features.recipe import row_key
from core.features.store import FeatureStore
from core.job_control import JobControl
from core.messages import Event, Progress
from core.places import feature_store_folder
from core.training.classifier import build_classifier
from core.training.material import gather_material
from core.training.specification import TrainingSpecification
from core.training.stored_features import feature_recipe, open_store
from core.training.training_data import read_training_data
from tests.core.cluster.conftest import PER_CLASS, Rows, draw_pictures, extract, order_of, read_problems_table

pytestmark = pytest.mark.usefixtures("small_resnet50")

ALL = 3 * PER_CLASS + 2


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Pictures and the store of their features; tests must not change them."""
    folder = tmp_path_factory.mktemp("extracted")
    draw_pictures(folder / "pictures", PER_CLASS)
    extract(folder / "pictures", folder / "store")
    return folder / "pictures", folder / "store"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def rows_of_a_training(pictures: Path, tmp_path: Path) -> Rows:
    """Return the rows that a training on the folder puts into the feature store, by key."""
    from core.network.frost_line import cut_model, layer_digests

    specification = TrainingSpecification(folder=pictures, run=tmp_path / "no run", weights="random", image_size=32)
    control = JobControl()
    data = read_training_data(specification, control)
    classifier = build_classifier(specification, len(data.class_names), control)
    digests = layer_digests(classifier.model, frozenset(layer.name for layer in classifier.network.layers))
    material = gather_material(specification, classifier, digests, data, control)
    extractor = cut_model(classifier.model, classifier.cut_layer).extractor
    local: FeatureStore = open_store(feature_recipe(classifier, extractor, digests))
    keys = [row_key(one) for part in (material.data.training, material.data.validation) for one in part.digests]
    local.load(keys)
    return dict(zip(keys, local.table(keys).gather(np.arange(len(keys))), strict=True))


def test_the_rows_are_those_of_a_training_on_the_folder(
    pictures: Path, store: Path, tmp_path: Path, rows_of: Callable[[Path], Rows]
) -> None:
    done = extract(pictures, store)

    stored, trained = rows_of(store), rows_of_a_training(pictures, tmp_path)
    assert feature_store_folder().is_dir()
    assert stored.keys() == trained.keys()
    # Bit for bit with TensorFlow here; PyTorch, and another processor, may add up a batch of another size otherwise.
    largest = max(float(np.abs(row).max()) for row in trained.values())
    assert max(float(np.abs(stored[key] - trained[key]).max()) for key in stored) <= 1e-5 * largest
    assert (done.images, done.images_extracted, done.copies, done.problems) == (ALL, ALL - 2, 1, 1)


def test_a_bad_picture_is_a_row_of_the_table_of_problems(extracted: tuple[Path, Path]) -> None:
    (problem,) = read_problems_table(extracted[1])
    assert problem["name"] == "cats/bad.jpg"
    assert problem["class"] == "cats"
    assert problem["reason"] == "It is not an image."


def test_what_is_in_the_store_is_not_computed_again(pictures: Path, store: Path) -> None:
    from core.training.store_images import read_store_images

    extract(pictures, store)
    (pictures / "ants" / "0.png").unlink()
    shutil.copy(pictures / "cats" / "0.png", pictures / "cats" / "another name.png")
    generator = np.random.default_rng(7)
    from tests.core.conftest import draw_noise

    draw_noise(pictures / "cats" / "new.png", 0, 255, generator)

    done = extract(pictures, store)

    specification = TrainingSpecification(folder=pictures, run=store / "run", store=store)
    names = read_store_images(specification)[1].names
    assert (done.images_extracted, done.images_reused, done.problems) == (1, ALL - 1, 1)
    assert "cats/another name.png" in names
    assert "ants/0.png" not in names


def stop_after_the_first_batch(pictures: Path, store: Path) -> None:
    control = JobControl()

    def stop(event: Event) -> None:
        if isinstance(event, Progress) and event.stage == "extract" and event.done:
            control.stop_requested.set()

    control.report = stop
    with pytest.raises(Stopped):
        extract_to_store(order_of(pictures, store), control)


def test_rows_of_a_worker_that_died_before_it_told_anybody_are_not_doubled(
    pictures: Path,
    store: Path,
    rows_of: Callable[[Path], Rows],
    every_batch_is_told: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stop_after_the_first_batch(pictures, store)
    kept = len(rows_of(store))
    # As if they had been written after the ledger had read what there is.
    monkeypatch.setattr("core.cluster.ledger.KeptLedger._read_keys", lambda *_: None)

    done = extract(pictures, store)

    assert 0 < kept < ALL - 2
    assert done.images_extracted == ALL - 2 - kept
    assert len(rows_of(store)) == ALL - 2


def test_a_stop_keeps_what_is_done_and_the_same_command_goes_on(
    pictures: Path, store: Path, rows_of: Callable[[Path], Rows], every_batch_is_told: None
) -> None:
    stop_after_the_first_batch(pictures, store)
    kept = rows_of(store)
    done = extract(pictures, store)

    assert 0 < len(kept) < ALL - 2
    assert done.images_extracted == ALL - 2 - len(kept)
    assert len(rows_of(store)) == ALL - 2


@pytest.fixture
def every_batch_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let batches be small, and the ledger hear of each."""
    monkeypatch.setattr("core.cluster.portion_extractor._REPORT_SECONDS", 0.0)
    monkeypatch.setattr("core.features.batch_size.ON_PROCESSOR", 4)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"image_size": 48}, "it has the image size 32, and 48 is wanted"),
        ({"cut": "conv4_block1_out"}, "it has the cut avg_pool, and conv4_block1_out is wanted"),
        ({"seed": 1}, "it was computed with other weights"),
    ],
)
def test_a_store_of_another_recipe_is_refused(
    extracted: tuple[Path, Path], changes: dict[str, object], words: str
) -> None:
    pictures, store = extracted

    with pytest.raises(UnusableInput, match=words):
        extract(pictures, store, **changes)


def test_a_store_of_other_pictures_and_a_folder_of_other_things_are_refused(
    extracted: tuple[Path, Path], tmp_path: Path
) -> None:
    pictures, store = extracted
    others = shutil.copytree(pictures, tmp_path / "others")

    with pytest.raises(UnusableInput, match="is of the pictures of"):
        extract(others, store)
    with pytest.raises(UnusableInput, match="is not a store of features"):
        extract(pictures, others)
    with pytest.raises(UnusableInput, match="would lie inside the data folder"):
        extract(pictures, pictures / "store")
    with FileLock(store / ".lock"), pytest.raises(UnusableInput, match="Another extraction writes to"):
        extract(pictures, store)


def test_a_layer_that_is_no_cut_is_refused_with_those_that_are(pictures: Path, store: Path) -> None:
    with pytest.raises(UnusableInput, match="can't be cut at 'conv9'") as refused:
        extract(pictures, store, cut="conv9")

    assert "avg_pool" in refused.value.hint
    assert not store.exists()


def test_a_folder_without_pictures_is_refused(tmp_path: Path, store: Path) -> None:
    (tmp_path / "empty" / "ants").mkdir(parents=True)

    with pytest.raises(UnusableInput, match="has no pictures in class folders"):
        extract(tmp_path / "empty", store)


def test_a_full_disk_is_a_sentence_and_what_was_written_is_kept(
    pictures: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("core.cluster.portion_extractor.write_partition", full)
    with pytest.raises(FrostlineError, match="can't be read or written: the disk is full"):
        extract(pictures, store)
    monkeypatch.undo()

    assert extract(pictures, store).images_extracted == ALL - 2


def test_pictures_and_stores_may_lie_behind_a_uri(pictures: Path, store: Path, rows_of: Callable[[Path], Rows]) -> None:
    pytest.importorskip("fsspec")
    import fsspec

    far = fsspec.filesystem("memory")
    for file in pictures.glob("*/*"):
        far.pipe_file(f"/far/{file.relative_to(pictures).as_posix()}", file.read_bytes())
    extract(pictures, store)

    done = extract("memory://far", "memory://store")
    copied = store.parent / "copied"
    for name in far.find("/store"):
        (copied / name.removeprefix("/store/")).parent.mkdir(parents=True, exist_ok=True)
        (copied / name.removeprefix("/store/")).write_bytes(far.cat_file(name))
    again = extract("memory://far", "memory://store")

    near, from_afar = rows_of(store), rows_of(copied)
    assert near.keys() == from_afar.keys()
    assert all(np.array_equal(near[key], from_afar[key]) for key in near)
    assert (done.problems, done.copies, again.images_extracted) == (1, 1, 0)


def test_a_uri_that_nobody_opens_is_a_sentence() -> None:
    with pytest.raises(UnusableInput, match="nowhere://x can't be opened"):
        open_place("nowhere://x")


def test_more_than_a_portion_is_dealt_with_portion_by_portion(
    pictures: Path, store: Path, monkeypatch: pytest.MonkeyPatch, rows_of: Callable[[Path], Rows]
) -> None:
    monkeypatch.setattr("core.cluster.listing._SMALLEST_PORTION", 5)
    monkeypatch.setattr("core.cluster.listing._HELD", 7)
    begun: list[int] = []
    real = PortionExtractor.extract

    def counted(self: PortionExtractor, portion: int) -> object:
        begun.append(portion)
        return real(self, portion)

    monkeypatch.setattr(PortionExtractor, "extract", counted)
    done = extract(pictures, store)

    assert begun == [0, 1, 2, 3]
    assert (done.images_extracted, done.copies, done.problems) == (ALL - 2, 1, 1)
    assert len(rows_of(store)) == ALL - 2
