"""A batch that does not fit into the memory is divided, and the training learns what it would have learned."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import keras
import numpy as np
import pytest

from core.errors import FrostlineError
from core.job_control import JobControl
from core.messages import Event, Notice
from core.training.batches import LabelledRows
from core.training.classifier import Classifier, build_classifier
from core.training.fitting import Fitting, PhaseWork, fit_phase
from core.training.phases import planned_phases
from core.training.specification import TrainingSpecification

pytestmark = pytest.mark.usefixtures("small_resnet50")
FEATURES = np.random.default_rng(0).normal(size=(24, 256)).astype(np.float32)
LABELS = np.arange(24, dtype=np.int64) % 3


class RowsInSmallMemory:
    """Rows of which no more than `most` fit into the memory at once; asking for more fails as it really does."""

    def __init__(self, most: int) -> None:
        self._most = most

    def __len__(self) -> int:
        return len(FEATURES)

    @property
    def held_bytes(self) -> None:
        return

    def in_epoch(self, epoch: int) -> RowsInSmallMemory:
        return self

    def gather(self, rows: np.ndarray) -> np.ndarray:
        if len(rows) > self._most:
            np.empty((2**62,), dtype=np.uint8)
        gathered: np.ndarray = FEATURES[rows]
        return gathered


@pytest.fixture
def specification(tmp_path: Path) -> TrainingSpecification:
    return TrainingSpecification(
        folder=tmp_path, run=tmp_path / "run", weights="random", image_size=32, epochs=2, batch_size=8
    )


def fitted(specification: TrainingSpecification, most: int, control: JobControl) -> tuple[Classifier, Fitting]:
    classifier = build_classifier(specification, 3, JobControl())
    classifier.model.get_layer("head_normalization").set_weights([FEATURES.mean(axis=0), FEATURES.var(axis=0)])
    (phase,) = planned_phases(specification)
    head = keras.Model(classifier.model.get_layer("avg_pool").output, classifier.model.output)
    work = PhaseWork(
        specification=specification,
        phase=phase,
        all_epochs=phase.last_epoch,
        classifier=classifier,
        learner=head,
        training=LabelledRows(RowsInSmallMemory(most), LABELS),
        validation=LabelledRows(RowsInSmallMemory(most), LABELS[:0]),
    )
    return classifier, fit_phase(work, control)


def test_a_divided_batch_learns_what_the_whole_one_learns(specification: TrainingSpecification, tmp_path: Path) -> None:
    events: list[Event] = []

    whole, undivided = fitted(specification, 8, JobControl())
    parted, divided = fitted(replace(specification, run=tmp_path / "parted"), 2, JobControl(report=events.append))

    notices = [event.message for event in events if isinstance(event, Notice)]
    assert [("2 parts of 4" in notice, "4 parts of 2" in notice) for notice in notices] == [
        (True, False),
        (False, True),
    ]
    assert [epoch.epoch for epoch in divided.history] == [1, 2]
    for one, other in zip(
        whole.model.get_layer("predictions").get_weights(),
        parted.model.get_layer("predictions").get_weights(),
        strict=True,
    ):
        np.testing.assert_allclose(one, other, atol=1e-5)
    assert divided.history[0].loss == pytest.approx(undivided.history[0].loss, rel=0.2)


def test_not_even_one_image_fitting_is_said_in_a_sentence(specification: TrainingSpecification) -> None:
    with pytest.raises(FrostlineError, match="Not even one image of 32 pixels") as told:
        fitted(specification, 0, JobControl())

    assert told.value.kind == "out_of_memory"
