"""Freeze plans as files: saved, opened, undone, and refused in a sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, parse_spec
from core.network.plan_file import read_plan
from gui.layers.plan_files import PlanFiles, name_of_plan
from gui.layers.plan_history import PlanHistory
from gui.session import Session
from gui.window.settings import WindowSettings


@pytest.fixture
def files(qtbot: QtBot, session: Session, history: PlanHistory) -> PlanFiles:
    window = QWidget()
    qtbot.addWidget(window)
    return PlanFiles(session=session, history=history, settings=WindowSettings(), window=window, parent=window)


@pytest.fixture
def told(files: PlanFiles) -> list[tuple[str, Any]]:
    heard: list[tuple[str, Any]] = []
    files.plan_saved.connect(lambda file: heard.append(("saved", file)))
    files.plan_opened.connect(lambda file: heard.append(("opened", file)))
    files.failed.connect(lambda failure: heard.append(("failed", failure)))
    return heard


def test_saved_plan_opens_as_it_was_and_can_be_undone(
    files: PlanFiles,
    told: list[tuple[str, Any]],
    session: Session,
    history: PlanHistory,
    network: NetworkDescription,
    tmp_path: Path,
) -> None:
    # Given a plan that was saved
    session.set_network(network)
    plan = FreezePlan(parse_spec("conv4_block6,conv5", network), thaw_batch_norm=True)
    history.change(plan, "thaw")
    file = tmp_path / "insects.frostplan.json"
    files.save(file)
    history.change(FreezePlan(), "freeze")
    # When it is opened
    files.open(file)
    # Then it is the plan again, in a change that has the file's name
    assert session.plan == plan
    assert history.undoText() == "open insects"
    assert told == [("saved", file), ("opened", file)]
    history.undo()
    assert session.plan == FreezePlan()


@pytest.mark.parametrize("typed", ["mine", "mine.json", "mine.frostplan.json"])
def test_name_gets_the_ending_of_a_plan(
    files: PlanFiles,
    told: list[tuple[str, Any]],
    session: Session,
    network: NetworkDescription,
    tmp_path: Path,
    typed: str,
) -> None:
    session.set_network(network)
    files.save(tmp_path / typed)
    expected = tmp_path / "mine.frostplan.json"
    assert told == [("saved", expected)]
    assert read_plan(expected, network) == FreezePlan()
    assert [file.name for file in tmp_path.iterdir()] == [expected.name]


def test_file_that_nobody_was_asked_about_is_not_replaced(
    files: PlanFiles, told: list[tuple[str, Any]], session: Session, network: NetworkDescription, tmp_path: Path
) -> None:
    session.set_network(network)
    there = tmp_path / "mine.frostplan.json"
    there.write_text("precious")
    files.save(tmp_path / "mine")
    ((what, failure),) = told
    assert what == "failed"
    assert "exists already" in failure.message
    assert there.read_text() == "precious"


def test_plan_that_can_not_be_written_is_told(
    files: PlanFiles, told: list[tuple[str, Any]], session: Session, network: NetworkDescription, tmp_path: Path
) -> None:
    session.set_network(network)
    (tmp_path / "a file").write_text("")
    files.save(tmp_path / "a file" / "plan.frostplan.json")
    ((what, failure),) = told
    assert (what, failure.kind) == ("failed", "cannot_write")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "isn't JSON"),
        ("[]", "not a freeze plan"),
        (json.dumps({"frostline_plan": 1, "backbone": "ResNet50", "thaw": "conv9"}), "'conv9' names nothing"),
        (json.dumps({"frostline_plan": 7, "backbone": "ResNet50", "thaw": "head"}), "version 7"),
    ],
)
def test_file_that_is_no_plan_is_refused_and_changes_nothing(
    files: PlanFiles,
    told: list[tuple[str, Any]],
    session: Session,
    history: PlanHistory,
    network: NetworkDescription,
    tmp_path: Path,
    content: str,
    words: str,
) -> None:
    session.set_network(network)
    file = tmp_path / "bad.frostplan.json"
    file.write_text(content)
    files.open(file)
    ((what, failure),) = told
    assert what == "failed"
    assert words in failure.message
    assert failure.hint
    assert session.plan == FreezePlan()
    assert history.count() == 0


def test_plan_that_comes_before_the_network_is_opened_then(
    files: PlanFiles, told: list[tuple[str, Any]], session: Session, network: NetworkDescription, tmp_path: Path
) -> None:
    file = tmp_path / "early.frostplan.json"
    file.write_text(json.dumps({"frostline_plan": 1, "backbone": "ResNet50", "thaw": "conv5"}))
    files.open(file)
    assert told == []
    session.set_network(network)
    assert told == [("opened", file)]
    assert session.plan == FreezePlan(parse_spec("conv5", network))


def test_plan_that_is_the_present_one_leaves_no_entry(
    files: PlanFiles,
    told: list[tuple[str, Any]],
    session: Session,
    history: PlanHistory,
    network: NetworkDescription,
    tmp_path: Path,
) -> None:
    session.set_network(network)
    files.save(tmp_path / "head.frostplan.json")
    files.open(tmp_path / "head.frostplan.json")
    assert [what for what, _ in told] == ["saved", "opened"]
    assert history.count() == 0


def test_folder_of_plans_is_remembered(
    files: PlanFiles, session: Session, network: NetworkDescription, tmp_path: Path
) -> None:
    session.set_network(network)
    assert WindowSettings().plan_folder == Path.home()
    folder = tmp_path / "plans"
    folder.mkdir()
    files.save(folder / "head")
    assert WindowSettings().plan_folder == folder
    folder.rename(tmp_path / "elsewhere")
    assert WindowSettings().plan_folder == Path.home()


def test_proposed_name_is_the_spec_where_it_is_short(network: NetworkDescription) -> None:
    assert name_of_plan(FreezePlan(parse_spec("conv4+", network)), network) == "conv4+.frostplan.json"
    two = FreezePlan(parse_spec("conv3_block1,conv5", network))
    assert name_of_plan(two, network) == "freeze plan.frostplan.json"


def test_nothing_is_saved_before_the_network_is_known(
    files: PlanFiles, told: list[tuple[str, Any]], tmp_path: Path, qapp: QObject
) -> None:
    files.ask_where_to_save()
    files.save(tmp_path / "plan.frostplan.json")
    assert told == []
    assert list(tmp_path.iterdir()) == []
