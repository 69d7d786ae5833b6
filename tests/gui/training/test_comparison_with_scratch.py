from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core.messages import EpochFinished, RunFinished, RunSeconds, Train
from core.network.description import NetworkDescription
from core.network.plan_cost import Calibration
from core.places import runs_folder
from core.training.run_record import RunRecord, read_run_record, write_run_record
from core.training.specification import TrainingSpecification
from gui.session import Session
from gui.training.comparison import (
    Basis,
    Comparison,
    comparison_in_words,
    new_comparison,
    scratch_seconds,
    scratch_specification,
)
from gui.training.comparison_dialog import ComparisonDialog
from gui.training.page import TrainPage
from gui.window.message_bar import MessageBar
from gui.worker.workers import Workers

RUN, SCRATCH = Path("runs/ants"), Path("runs/ants from scratch")
CALIBRATION = Calibration(forward_per_second=1e11, backward_per_second=1e11, seconds_for_each_batch=0.0)


def epoch(number: int, accuracy: float = 0.9) -> EpochFinished:
    return EpochFinished(
        epoch=number,
        loss=0.1,
        accuracy=accuracy,
        val_loss=None,
        val_accuracy=None,
        learning_rate=1e-3,
        seconds=0.1,
    )


def transfer(*, epochs: int = 20, val_accuracy: float | None = 0.95, images: int = 200) -> RunRecord:
    return RunRecord(
        specification=TrainingSpecification(
            folder=Path("insects"), run=RUN, epochs=30, batch_size=16, seed=7, image_size=224, head_first=2,
            early_stopping=3, engine="openvino", feature_dtype="float16", validation_split=0.25,
        ),
        state="finished",
        created="2026-03-01T12:00:00+00:00",
        class_names=("ants", "bees"),
        trainable_layers=(),
        cut_layer="avg_pool",
        dataset_digest="",
        training_files=tuple(f"ants/{number}.png" for number in range(images)),
        validation_files=("bees/1.png",),
        history=tuple(epoch(number) for number in range(1, epochs + 1)),
        best_epoch=epochs,
        val_accuracy=val_accuracy,
        seconds=RunSeconds(decode=0.0, extract=9.0, fit=9.0, total=18.0),
    )  # fmt: skip


def scratch(*, val_accuracy: float | None = 0.61, epochs: int = 20, stopped: bool = False) -> RunFinished:
    return RunFinished(
        run=SCRATCH,
        best_epoch=1,
        val_accuracy=val_accuracy,
        epochs=epochs,
        stopped=stopped,
        frozen_layers_checked=0,
        frozen_layers_changed=0,
        seconds=RunSeconds(decode=0.0, extract=0.0, fit=5.0, total=5.0),
        images_extracted=0,
        images_reused=0,
    )


def compared(basis: Basis, **of_transfer: Any) -> Comparison:
    return Comparison(RUN, transfer(**of_transfer), SCRATCH, basis)


def test_from_scratch_every_layer_learns_from_random_weights_on_the_same_data() -> None:
    asked = scratch_specification(compared(Basis.EPOCHS))

    same = ("folder", "seed", "image_size", "batch_size", "validation_split", "learning_rate", "optimizer")
    before = transfer().specification
    assert {name: getattr(asked, name) for name in same} == {name: getattr(before, name) for name in same}
    assert (asked.weights, asked.thaw, asked.thaw_batch_norm, asked.feature_store) == ("random", "all", True, False)
    assert (asked.run, asked.head_first, asked.early_stopping) == (SCRATCH, 0, 0)


def test_for_the_same_epochs_it_has_as_many_as_the_run_really_had() -> None:
    asked = scratch_specification(compared(Basis.EPOCHS, epochs=12))

    assert (asked.epochs, asked.time_limit) == (12, 0.0)


def test_for_the_same_time_the_time_decides_and_not_the_epochs() -> None:
    asked = scratch_specification(compared(Basis.TIME))

    assert asked.time_limit == 18.0
    assert asked.epochs == 10_000


def test_a_name_that_is_taken_is_left_alone() -> None:
    taken = {SCRATCH, Path("runs/ants from scratch 2")}

    made = new_comparison(RUN, transfer(), Basis.TIME, is_taken=taken.__contains__)

    assert made.scratch_run == Path("runs/ants from scratch 3")


@pytest.mark.parametrize(
    ("basis", "result", "words"),
    [
        (Basis.TIME, scratch(epochs=2), "After the same 18 s: 95 % with transfer, 61 % from scratch."),
        (Basis.EPOCHS, scratch(), "After 20 epochs each: 95 % with transfer, 61 % from scratch."),
        (
            Basis.TIME,
            scratch(stopped=True),
            "After 18 s with transfer and 5.0 s from scratch: 95 % with transfer, 61 % from scratch.",
        ),
        (
            Basis.EPOCHS,
            scratch(epochs=3, stopped=True),
            "After 18 s with transfer and 5.0 s from scratch: 95 % with transfer, 61 % from scratch.",
        ),
    ],
)
def test_what_came_of_it_is_a_sentence(basis: Basis, result: RunFinished, words: str) -> None:
    assert comparison_in_words(compared(basis), result) == words


def test_a_first_epoch_that_took_longer_than_the_run_is_not_called_the_same_time() -> None:
    late = replace(scratch(), seconds=RunSeconds(decode=0.0, extract=0.0, fit=30.0, total=32.0))

    assert comparison_in_words(compared(Basis.TIME), late).startswith("After 18 s with transfer and 32 s from scratch:")


def test_where_nothing_was_held_out_the_training_pictures_count_and_that_is_said() -> None:
    words = comparison_in_words(
        compared(Basis.TIME, val_accuracy=None), scratch(val_accuracy=None), (epoch(1, accuracy=0.5),)
    )

    assert words == (
        "After the same 18 s: 90 % with transfer, 50 % from scratch. "
        "Nothing was held out: this is the accuracy on the training pictures."
    )


def test_the_time_from_scratch_grows_with_pictures_and_epochs(network: NetworkDescription) -> None:
    once = scratch_seconds(transfer(images=100, epochs=1), network, CALIBRATION)
    often = scratch_seconds(transfer(images=100, epochs=10), network, CALIBRATION)
    more = scratch_seconds(transfer(images=200, epochs=1), network, CALIBRATION)

    assert once is not None
    # About 4e9 multiply-adds forwards and twice as many backwards, for each of 100 pictures.
    assert once == pytest.approx(100 * 3 * 3.9e9 / 1e11, rel=0.1)
    assert often == pytest.approx(10 * once)
    assert more is not None
    assert more == pytest.approx(2 * once, rel=0.02)


def test_no_time_is_promised_that_cannot_be_known(network: NetworkDescription) -> None:
    small = replace(transfer(), specification=replace(transfer().specification, image_size=96))

    assert scratch_seconds(transfer(), network, None) is None
    assert scratch_seconds(transfer(), None, CALIBRATION) is None
    assert scratch_seconds(small, network, CALIBRATION) is None
    assert scratch_seconds(transfer(images=0), network, CALIBRATION) is None


@pytest.mark.parametrize(
    ("seconds", "words"), [(40.0, "about 40 s."), (720.0, "about 12 min."), (11_000.0, "about 3 h.")]
)
def test_what_to_expect_is_said_before(qtbot: QtBot, seconds: float, words: str) -> None:
    dialog = ComparisonDialog(name="ants", record=transfer(), seconds=seconds)
    qtbot.addWidget(dialog)

    assert any(label.text().endswith(words) for label in dialog.findChildren(QLabel))


def test_the_dialog_asks_for_one_of_the_two(qtbot: QtBot) -> None:
    dialog = ComparisonDialog(name="ants", record=transfer(), seconds=None)
    qtbot.addWidget(dialog)
    dialog.show()
    by_epochs = find(dialog, QRadioButton, "compare_by_epochs")
    assert find(dialog, QRadioButton, "compare_by_time").isChecked()
    assert find(dialog, QRadioButton, "compare_by_time").text() == "For the same time: 18 s"
    assert not any("about" in label.text() for label in dialog.findChildren(QLabel))

    by_epochs.click()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        find(dialog, QPushButton, "start_comparison").click()

    assert by_epochs.text() == "For the same number of epochs: 20"
    assert chosen.args == [Basis.EPOCHS]


def find(page: QWidget, kind: type[Any], name: str) -> Any:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


@pytest.fixture
def finished(qtbot: QtBot, train_page: TrainPage, session: Session) -> TrainPage:
    """Give the page with a finished run."""
    find(train_page, QLineEdit, "run_name").setText("ants")
    with qtbot.waitSignal(session.run_selected):
        find(train_page, QPushButton, "start_training").click()
    qtbot.waitUntil(find(train_page, QPushButton, "compare_with_scratch").isEnabled)
    return train_page


def ask(qtbot: QtBot, page: TrainPage) -> ComparisonDialog:
    qtbot.mouseClick(find(page, QPushButton, "compare_with_scratch"), Qt.MouseButton.LeftButton)
    dialog: ComparisonDialog = find(page, ComparisonDialog, "comparison_dialog")
    return dialog


def test_a_run_is_compared_with_one_from_scratch_and_stays_the_one_in_use(
    qtbot: QtBot, finished: TrainPage, session: Session, scripted_workers: Workers
) -> None:
    dialog = ask(qtbot, finished)
    find(dialog, QRadioButton, "compare_by_epochs").click()

    with qtbot.waitSignal(finished.comparison_finished) as compared:
        find(dialog, QPushButton, "start_comparison").click()
        (job,) = scripted_workers.trainer.jobs

    assert isinstance(job.request, Train)
    assert job.request.specification.weights == "random"
    assert compared.args == [runs_folder() / "ants", runs_folder() / "ants from scratch"]
    assert session.run == runs_folder() / "ants"
    assert finished.findChildren(MessageBar)[0].text == ("After 3 epochs each: 75 % with transfer, 75 % from scratch.")


def test_a_comparison_that_is_not_wanted_trains_nothing(
    qtbot: QtBot, finished: TrainPage, scripted_workers: Workers
) -> None:
    dialog = ask(qtbot, finished)

    dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Cancel).click()

    qtbot.waitUntil(lambda: not isValid(dialog))
    assert not scripted_workers.trainer.jobs


def test_a_training_for_itself_is_no_comparison(qtbot: QtBot, finished: TrainPage, session: Session) -> None:
    find(finished, QLineEdit, "run_name").setText("bees")

    with qtbot.waitSignal(session.run_selected) as selected:
        find(finished, QPushButton, "start_training").click()

    assert selected.args == [runs_folder() / "bees"]
    assert not finished.findChildren(MessageBar)[0].isVisible()


def test_a_run_from_scratch_is_not_compared_with_itself(qtbot: QtBot, finished: TrainPage, session: Session) -> None:
    assert session.run is not None
    record = read_run_record(session.run)
    from_scratch = replace(record, specification=replace(record.specification, weights="random", thaw="all"))
    write_run_record(from_scratch, session.run)

    session.select_run(session.run)

    compare, extend = (find(finished, QPushButton, name) for name in ("compare_with_scratch", "extend_training"))
    qtbot.waitUntil(lambda: not compare.isEnabled())
    assert extend.isEnabled()
    assert compare.toolTip() == "This run was trained from scratch itself."
