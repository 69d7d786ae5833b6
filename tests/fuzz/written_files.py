"""What Frostline keeps of itself, written by the program's own writers: one sound case of each kind, to be mutated.

A case is a folder. How it is mutated is `file_mutations`' concern, how it is read again that of `reading_child`.
"""

from __future__ import annotations

import io
import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import numpy as np

from core.data.check_cache import CheckCache, state_of
from core.data.checked_picture import CheckedPicture
from core.data.corrections import Corrections, write_corrections
from core.data.looks import LOOK_BYTES
from core.features.recipe import FeatureRecipe
from core.features.store import FeatureStore
from core.messages import EpochFinished, RunSeconds
from core.network.description import LayerDescription, NetworkDescription
from core.network.freeze_plan import FreezePlan
from core.network.plan_file import write_plan
from core.project.contents import ProjectContents
from core.project.noted_path import NotedPath
from core.project.open_project import make_project
from core.training.checkpoint import Checkpoint, write_checkpoint
from core.training.phases import planned_phases
from core.training.reference_file import StoredReference, write_reference
from core.training.run_record import RunRecord, Unlikeness, write_run_record
from core.training.specification import TrainingSpecification


def _layer(
    name: str, kind: str, stage: str, inputs: tuple[str, ...], thawed: int = 0, block: str = ""
) -> LayerDescription:
    return LayerDescription(
        name=name,
        kind=kind,
        stage=stage,
        block=block,
        inputs=inputs,
        output_shape=(2, 2, 8),
        parameters=8,
        trainable_parameters=thawed,
        multiply_adds=8,
    )


NETWORK = NetworkDescription(
    layers=(
        _layer("image", "InputLayer", "input", ()),
        _layer("conv1_conv", "Conv2D", "conv1", ("image",), 8, "conv1_block1"),
        _layer("avg_pool", "GlobalAveragePooling2D", "pooling", ("conv1_conv",)),
    ),
    cut_points=("image", "conv1_conv", "avg_pool"),
    image_size=32,
)
RECIPE = FeatureRecipe(
    backbone="ResNet50",
    weights_digest="0" * 32,
    cut_layer="avg_pool",
    image_size=32,
    decoder="1",
    backend="tensorflow",
    row_shape=(16,),
)
ROWS = np.arange(20 * 16, dtype=np.float32).reshape(20, 16)
KEYS = tuple(f"{number:032x}:0" for number in range(20))


def write_run(folder: Path) -> None:
    """Write a finished run's record, with everything in it that there may be."""
    specification = TrainingSpecification(
        folder=Path("/pictures"), run=folder, thaw="conv5_block3", held_out=("ants/1.png",), head_first=2, epochs=3
    )
    epochs = tuple(
        EpochFinished(
            epoch=number,
            loss=1.0 / number,
            accuracy=0.5,
            val_loss=0.75,
            val_accuracy=0.875,
            learning_rate=1e-3,
            seconds=0.5,
            movement=(("conv5_block3_3_conv", 0.01),),
        )
        for number in range(1, 6)
    )
    record = RunRecord(
        specification=specification,
        state="finished",
        created="2026-03-01T12:00:00+01:00",
        class_names=("ants", "bees"),
        trainable_layers=("conv5_block3_3_conv",),
        cut_layer="conv5_block2_out",
        dataset_digest="0" * 32,
        training_files=("ants/1.png", "bees/1.png", ".frostline/collection/bees/2.png"),
        validation_files=("ants/2.png",),
        phases=planned_phases(specification),
        history=epochs,
        best_epoch=4,
        val_accuracy=0.875,
        backend="tensorflow",
        device="CPU",
        versions={"keras": "3.15.1"},
        seconds=RunSeconds(decode=0.1, extract=0.2, fit=0.3, total=2.5),
        frozen_layers_checked=9,
        unlikeness=Unlikeness(
            method="k", neighbours=5, percentile=95.0, threshold=0.5, training_images=3, validation_images=1
        ),
        training_classes={".frostline/collection/bees/2.png": "bees"},
    )
    write_run_record(record, folder)


def write_freeze_plan(folder: Path) -> None:
    """Write a plan for the made-up network."""
    write_plan(FreezePlan(frozenset({"conv1_conv"}), False), NETWORK, folder / "mine.frostplan.json")


def write_settings(folder: Path) -> None:
    """Write what the window remembers."""
    lines = ("[window]", r"geometry=@ByteArray(\x1\xd9\xd0\xcb\0\x3)", "[data]", "recent_folders=/a, /b, /c")
    more = ("pixel_limit=600000000", "[keras]", "backend=torch", "[prediction]", "unlike_percentile=99.5", "[plans]")
    speed = ("folder=/home", "[General]", "tensorflow%2C%20CPU%2C%20224%20pixels=1e9, 2e9, 0.1, 0.2, 1e-9")
    (folder / "window.ini").write_text("\n".join((*lines, *more, *speed)) + "\n", encoding="utf-8")


def write_some_corrections(folder: Path) -> None:
    """Write what was corrected about a data folder."""
    (folder / "ants").mkdir()
    moved = {"ants/2.png": "bees", "ants/3.png": "wasps"}
    kept = frozenset({"ants/4.png"})
    write_corrections(
        folder, Corrections(excluded=frozenset({"ants/1.png"}), moved=moved, inner_classes=False, kept=kept)
    )


def write_check_cache(folder: Path) -> None:
    """Write what the check of five files found."""
    cache = CheckCache(folder / "checked.sqlite")
    found = []
    for number in range(5):
        file = folder / f"{number}.png"
        file.write_bytes(b"x" * (number + 1))
        os.utime(file, (1_700_000_000, 1_700_000_000))
        state = state_of(file)
        assert state is not None
        sound = CheckedPicture(digest=bytes(16), look=bytes(LOOK_BYTES), format="PNG", pixels=100)
        found.append((state, sound if number else CheckedPicture(reason="The file is empty.")))
    cache.keep(found)
    cache.close()
    with sqlite3.connect(folder / "checked.sqlite") as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


def write_store(folder: Path) -> None:
    """Write two segments of features."""
    store = FeatureStore(folder, RECIPE)
    for start in (0, 12):
        writer = store.writer()
        writer.append(KEYS[start : start + 12], ROWS[start : start + 12])
        writer.commit()


def write_reference_file(folder: Path) -> None:
    """Write what pictures are compared with."""
    features = np.eye(4, 8, dtype=np.float32)
    names = ("ants/1.png", "ants/2.png", "bees/1.png", "bees/2.png")
    labels, distances = np.array([0, 0, 1, 1], dtype=np.int64), np.array([0.5, 0.75], dtype=np.float32)
    write_reference(StoredReference(names, labels, features, distances), folder)


def write_state(folder: Path) -> None:
    """Write the checkpoint of a training."""
    epoch = EpochFinished(
        epoch=1, loss=1.0, accuracy=0.5, val_loss=None, val_accuracy=None, learning_rate=1e-3, seconds=0.5
    )
    array = np.ones((3, 3), np.float32)
    checkpoint = Checkpoint(
        history=(epoch,),
        best_epoch=1,
        best_score=(0.5, -1.0),
        weights={"head": [array, array]},
        best_weights={"head": [array, array]},
        optimizer=[np.int64(3) * np.ones((), np.int64), array],
        seeds=[np.array([1, 2], np.uint32)],
        patience={"plateau": (1, 0.5)},
    )
    write_checkpoint(checkpoint, folder)


def write_export_report(folder: Path) -> None:
    """Write the report of an export, which says what may be replaced."""
    (folder / "mine.onnx").write_bytes(b"model")
    content = {"made_by": "Frostline", "files": {"mine.onnx": "0" * 32}, "largest_difference": 1e-6}
    (folder / "mine.onnx.export.json").write_text(json.dumps(content), encoding="utf-8")


def write_a_project(folder: Path) -> None:
    """Write a project with everything in it that there may be."""
    pictures = NotedPath(path="/pictures/insects", beside="../insects", formerly=("/old/insects",))
    contents = ProjectContents(
        pictures=pictures,
        earlier=(NotedPath(path="/pictures/flowers"),),
        corrections=Corrections(excluded=frozenset({"ants/1.png"}), moved={"ants/2.png": "bees"}),
        thaw="conv5_block3",
        settings={"epochs": 7, "learning_rate": 0.01, "weight_decay": None, "fresh_views": True},
        run_name="the first",
        page="train",
        run=NotedPath(path="/p/runs/first", beside="runs/first"),
    )
    make_project(folder / "mine.frostline", contents)


#: By kind: what writes the sound case, and the files of it that are mutated, as patterns.
WRITTEN: dict[str, tuple[Callable[[Path], None], str]] = {
    "run": (write_run, "run.json"),
    "plan": (write_freeze_plan, "*.frostplan.json"),
    "settings": (write_settings, "window.ini"),
    "corrections": (write_some_corrections, ".frostline/corrections.json"),
    "check cache": (write_check_cache, "checked.sqlite"),
    "store": (write_store, "*/*"),
    "reference": (write_reference_file, "reference.npz"),
    "checkpoint": (write_state, "checkpoint/state.npz"),
    "export report": (write_export_report, "*.export.json"),
    "project": (write_a_project, "mine.frostline/project.json"),
}


def npy(array: np.ndarray, *, allow_pickle: bool = False) -> bytes:
    """Return an array as NumPy's own file."""
    stream = io.BytesIO()
    np.save(stream, array, allow_pickle=allow_pickle)
    return stream.getvalue()
