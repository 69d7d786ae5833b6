"""The settings: what each backend sees, and changing to another while everything on the screen stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from core.messages import BackendDescription, BackendDevice, MakeThumbnails, Train
from core.training.specification import TrainingSpecification
from gui.backends.backend_switch import BackendSwitch, remembered_environment
from gui.backends.backend_words import devices_in_words
from gui.backends.settings_dialog import SettingsDialog
from gui.cluster.cluster_address import ClusterAddress
from gui.desktop.choices import DesktopChoices
from gui.window.settings import WindowSettings
from gui.worker.workers import Workers


@pytest.fixture(autouse=True)
def nobody_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KERAS_BACKEND", raising=False)


@pytest.fixture
def switch(scripted_workers: Workers) -> BackendSwitch:
    return BackendSwitch(workers=scripted_workers, settings=WindowSettings())


@pytest.fixture
def dialog(qtbot: QtBot, scripted_workers: Workers, switch: BackendSwitch) -> Iterator[SettingsDialog]:
    """Give the dialog with its answers: PyTorch sees a GPU, JAX is not installed."""
    settings = WindowSettings()
    made = SettingsDialog(
        workers=scripted_workers,
        switch=switch,
        desktop=DesktopChoices(settings=settings),
        cluster=ClusterAddress(settings=settings),
    )
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not made.asking)
    yield made
    made.close()


def button(dialog: SettingsDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


def radio(dialog: SettingsDialog, backend: str) -> QRadioButton:
    found = dialog.findChild(QRadioButton, f"backend_{backend}")
    assert found is not None
    return found


def test_each_backend_tells_its_version_its_device_and_whether_it_is_recommended(dialog: SettingsDialog) -> None:
    assert radio(dialog, "torch").accessibleName() == "PyTorch 2.13.0, Recommended here"
    assert radio(dialog, "tensorflow").accessibleName() == "TensorFlow 2.21.0, In use"
    assert "CUDA: NVIDIA H200, 141 GB" in radio(dialog, "torch").accessibleDescription()
    assert "Not installed." in radio(dialog, "jax").accessibleDescription()
    assert not radio(dialog, "jax").isEnabled()
    assert radio(dialog, "tensorflow").isChecked()
    assert not button(dialog, "use_backend").isEnabled()


def test_a_broken_backend_is_told_in_a_sentence() -> None:
    broken = BackendDescription(backend="jax", version="0.7", trouble="ImportError: libfoo.so is missing")
    on_apple = BackendDescription(
        backend="torch", version="2.9", devices=(BackendDevice(kind="Metal", name="Apple GPU"),)
    )

    assert devices_in_words(broken) == "It does not start: ImportError: libfoo.so is missing."
    assert devices_in_words(on_apple) == "Metal: Apple GPU"


def test_the_answers_are_kept_while_the_dialog_lives(qtbot: QtBot, dialog: SettingsDialog) -> None:
    dialog.close()
    dialog.show()
    assert not dialog.asking

    button(dialog, "look_again").click()

    assert dialog.asking
    qtbot.waitUntil(lambda: not dialog.asking)
    assert radio(dialog, "torch").isEnabled()


def test_changing_starts_both_workers_anew_and_is_remembered(
    qtbot: QtBot, dialog: SettingsDialog, scripted_workers: Workers, switch: BackendSwitch
) -> None:
    # Given workers that run
    with qtbot.waitSignal(scripted_workers.submit(MakeThumbnails(files=(), edge=8)).ended):
        scripted_workers.trainer.start()
    qtbot.waitUntil(lambda: scripted_workers.trainer.readiness is not None)
    before = {scripted_workers.trainer.process_id, scripted_workers.viewer.process_id}

    # When another backend is chosen by the keyboard
    radio(dialog, "tensorflow").setFocus()
    qtbot.keyClick(radio(dialog, "tensorflow"), Qt.Key.Key_Down)
    with qtbot.waitSignal(switch.switched) as switched, qtbot.waitSignal(scripted_workers.trainer_ready):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    # Then both processes are others, and so is what is remembered
    assert switched.args == ["torch"]
    after = {scripted_workers.trainer.process_id, scripted_workers.viewer.process_id}
    assert None not in after
    assert not before & after
    assert WindowSettings().backend == "torch"
    assert remembered_environment(WindowSettings()) == {"KERAS_BACKEND": "torch"}
    assert not dialog.isVisible()
    environment = Path(f"/proc/{scripted_workers.trainer.process_id}/environ")
    if environment.exists():
        assert b"KERAS_BACKEND=torch" in environment.read_bytes().split(b"\0")


def test_a_training_is_not_cut_short(
    qtbot: QtBot, dialog: SettingsDialog, scripted_workers: Workers, switch: BackendSwitch, tmp_path: Path
) -> None:
    specification = TrainingSpecification(folder=tmp_path, run=tmp_path / "until stopped")
    training = scripted_workers.submit(Train(specification=specification))
    radio(dialog, "torch").click()

    sentence = dialog.findChild(QLabel, "backend_sentence")
    assert sentence is not None
    qtbot.waitUntil(lambda: sentence.text().startswith("Training: the backend can be changed when that has ended"))
    assert not button(dialog, "use_backend").isEnabled()
    assert switch.switch_to("torch") == sentence.text()
    assert WindowSettings().backend == ""

    training.stop()
    qtbot.waitUntil(lambda: button(dialog, "use_backend").isEnabled())


def test_what_the_user_says_in_the_environment_wins_and_is_said(
    dialog: SettingsDialog, switch: BackendSwitch, monkeypatch: pytest.MonkeyPatch
) -> None:
    WindowSettings().keep_backend("torch")
    monkeypatch.setenv("KERAS_BACKEND", "jax")

    assert switch.current == "jax"
    assert remembered_environment(WindowSettings()) == {}
    assert switch.obstacle.startswith("KERAS_BACKEND=jax is set where Frostline was started")
    assert switch.switch_to("tensorflow") == switch.obstacle


def test_a_name_that_is_no_backend_is_not_remembered() -> None:
    WindowSettings().keep_backend("theano")

    assert WindowSettings().backend == ""


def test_what_the_desktop_is_told_is_chosen_and_remembered(dialog: SettingsDialog) -> None:
    for name in ("notify_when_done", "keep_awake"):
        box = dialog.findChild(QCheckBox, name)
        assert box is not None
        assert box.isChecked()
        box.click()

    remembered = WindowSettings()
    assert not remembered.notifies
    assert not remembered.keeps_awake


def test_the_address_of_the_cluster_is_kept_when_it_was_typed(dialog: SettingsDialog, qtbot: QtBot) -> None:
    field = dialog.findChild(QLineEdit, "cluster_address")
    assert isinstance(field, QLineEdit)
    assert (field.text(), WindowSettings().cluster_address) == ("", "")

    qtbot.keyClicks(field, " 10.0.0.2:6379 ")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert WindowSettings().cluster_address == "10.0.0.2:6379"
