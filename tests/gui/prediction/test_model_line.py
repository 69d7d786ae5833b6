"""The line that says whose model is in use."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.messages import EpochFinished
from core.training.specification import TrainingSpecification
from gui.prediction.model_line import ModelLine
from gui.session import Session

EPOCH = EpochFinished(epoch=1, loss=1.0, accuracy=0.5, val_loss=None, val_accuracy=None, learning_rate=0.1, seconds=1.0)


@pytest.fixture
def line(qtbot: QtBot, session: Session) -> ModelLine:
    made = ModelLine(session=session)
    qtbot.addWidget(made)
    return made


def said(line: ModelLine) -> str:
    label = line.findChild(QLabel, "model_in_use")
    assert isinstance(label, QLabel)
    return label.text()


def test_the_model_in_use_is_named(line: ModelLine, session: Session) -> None:
    assert said(line) == "No model yet"

    session.select_run(Path("/runs/spring"))

    assert said(line) == "Model: spring"


def test_a_model_is_said_to_be_in_training_until_it_is_over(line: ModelLine, session: Session) -> None:
    session.begin_training(TrainingSpecification(folder=Path("/data"), run=Path("/runs/spring")))

    session.finish_epoch(EPOCH)
    assert said(line) == "Model: spring (in training)"

    session.end_training(None)
    assert said(line) == "Model: spring"
