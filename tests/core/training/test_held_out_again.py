from __future__ import annotations

from pathlib import Path

import numpy as np

from core.job_control import JobControl
from core.messages import Event, Notice
from core.training.run_record import RunRecord, read_run_record, write_run_record
from core.training.specification import TrainingSpecification
from core.training.training_data import read_training_data


def specification(folder: Path, tmp_path: Path, held_out: tuple[str, ...] | None) -> TrainingSpecification:
    return TrainingSpecification(folder=folder, run=tmp_path / "run", validation_split=0.5, held_out=held_out)


def test_the_same_images_are_held_out_again_and_missing_ones_are_named(dark_and_light: Path, tmp_path: Path) -> None:
    events: list[Event] = []
    wanted = ("dark/1.png", "light/3.jpg", "light/gone.jpg")

    data = read_training_data(specification(dark_and_light, tmp_path, wanted), JobControl(report=events.append))

    assert data.validation.names == ("dark/1.png", "light/3.jpg")
    assert np.array_equal(data.validation.labels, [0, 1])
    assert len(data.training) == 14
    assert not set(data.training.names) & set(wanted)
    [notice] = [event for event in events if isinstance(event, Notice)]
    assert notice.message == "1 of the 3 images to be held out again are no longer there: light/gone.jpg."


def test_the_record_remembers_who_was_to_be_held_out(dark_and_light: Path, tmp_path: Path) -> None:
    wished = specification(dark_and_light, tmp_path, ("dark/1.png",))
    record = RunRecord(
        specification=wished,
        state="running",
        created="2026-11-29T12:00:00+00:00",
        class_names=("dark", "light"),
        trainable_layers=(),
        cut_layer="avg_pool",
        dataset_digest="",
        training_files=(),
        validation_files=(),
    )

    write_run_record(record, tmp_path)

    assert read_run_record(tmp_path).specification == wished
