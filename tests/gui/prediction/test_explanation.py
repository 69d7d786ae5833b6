"""The panel that says why, on the real page with a real worker; and its parts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QListView,
    QMainWindow,
    QPushButton,
    QSlider,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.messages import Explain, Neighbour, ThumbnailMade
from gui.prediction.explanation_view import ExplanationView
from gui.prediction.heat_map_view import HeatMapView, coloured_heat
from gui.prediction.neighbours_model import NEIGHBOUR_ROLE, NeighboursModel
from gui.prediction.page import PredictPage
from gui.prediction.verdict_strip import VerdictStrip
from gui.session import Session
from gui.worker.workers import Workers


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """Give a window that may be made narrower than its page would like."""
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setMinimumSize(400, 400)
    made.resize(1112, 720)
    return made


@pytest.fixture
def page(
    qtbot: QtBot, window: QMainWindow, session: Session, scripted_workers: Workers, pictures: tuple[Path, ...]
) -> PredictPage:
    """Give the page with three classified pictures."""
    made = PredictPage(session=session, workers=scripted_workers)
    window.setCentralWidget(made)
    window.show()
    session.select_run(Path("/runs/sure"))
    made.predict_sources(list(pictures))
    strip = find(made, QListView, "predicted_pictures")
    qtbot.waitUntil(lambda: strip.model().rowCount() == 3 and strip.currentIndex().isValid())
    return made


def find(page: QWidget, kind: type[Any], name: str) -> Any:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def unfold(qtbot: QtBot, page: PredictPage) -> None:
    qtbot.mouseClick(find(page, QPushButton, "explain_answer"), Qt.MouseButton.LeftButton)


def caption(page: PredictPage) -> str:
    return str(find(page, QLabel, "heat_caption").text())


def verdict(page: PredictPage) -> VerdictStrip:
    return page.findChildren(ExplanationView)[0].findChildren(VerdictStrip)[0]


def explaining(workers: Workers) -> list[Explain]:
    return [job.request for job in workers.viewer.jobs if isinstance(job.request, Explain)]


def wait_until_explained(qtbot: QtBot, page: PredictPage, words: str = "What speaks for ants in conv5_block3") -> None:
    qtbot.waitUntil(lambda: caption(page).startswith(words))


def test_an_unfolded_panel_explains_the_picture(qtbot: QtBot, page: PredictPage) -> None:
    unfold(qtbot, page)

    wait_until_explained(qtbot, page)
    heat = find(page, HeatMapView, "heat_map")
    assert (heat.picture.width(), heat.heat.width()) == (4, 2)
    nearest = find(page, QListView, "nearest_images").model()
    assert [nearest.index(row, 0).data() for row in range(nearest.rowCount())] == ["ants 0.25"] * 3
    qtbot.waitUntil(lambda: nearest.index(2, 0).data(Qt.ItemDataRole.DecorationRole) is not None)
    assert verdict(page).text.startswith("Like what it was trained on: its distance is 0.50")
    assert not verdict(page).warns


def test_nothing_is_asked_while_it_is_folded(qtbot: QtBot, page: PredictPage, scripted_workers: Workers) -> None:
    view = find(page, ExplanationView, "explanation_view")
    asked: list[object] = []
    scripted_workers.viewer.activity_changed.connect(lambda: asked.extend(explaining(scripted_workers)))

    find(page, QListView, "predicted_pictures").setCurrentIndex(page.findChildren(QListView)[0].model().index(1, 0))
    qtbot.waitUntil(lambda: not scripted_workers.viewer.jobs)

    assert not view.isVisible()
    assert caption(page) == ""
    assert asked == []


def test_another_picture_is_explained_in_its_place(qtbot: QtBot, page: PredictPage, pictures: tuple[Path, ...]) -> None:
    unfold(qtbot, page)
    wait_until_explained(qtbot, page)
    choose(qtbot, page, "explained_class", "bees")
    wait_until_explained(qtbot, page, "What speaks for bees")
    strip = find(page, QListView, "predicted_pictures")

    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Right)

    assert find(page, HeatMapView, "heat_map").picture.isNull()
    wait_until_explained(qtbot, page)  # of the likeliest class again


def choose(qtbot: QtBot, page: PredictPage, name: str, entry: str) -> None:
    box = find(page, QComboBox, name)
    box.setFocus()
    steps = box.findText(entry) - box.currentIndex()
    qtbot.keyClick(box, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    assert box.currentText() == entry


def test_block_and_class_are_chosen_with_the_keyboard(qtbot: QtBot, page: PredictPage) -> None:
    unfold(qtbot, page)
    wait_until_explained(qtbot, page)
    blocks = find(page, QComboBox, "explained_block")
    assert [blocks.itemText(row) for row in range(3)] == ["conv5_block3", "conv5_block2", "conv4_block6"]

    choose(qtbot, page, "explained_block", "conv5_block2")
    wait_until_explained(qtbot, page, "What speaks for ants in conv5_block2")
    choose(qtbot, page, "explained_class", "bees")

    wait_until_explained(qtbot, page, "What speaks for bees in conv5_block2")


def test_the_slider_lets_the_picture_through(qtbot: QtBot, page: PredictPage) -> None:
    unfold(qtbot, page)
    wait_until_explained(qtbot, page)
    slider, heat = find(page, QSlider, "heat_opacity"), find(page, HeatMapView, "heat_map")

    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    bare = heat.grab().toImage()
    qtbot.keyClick(slider, Qt.Key.Key_End)
    covered = heat.grab().toImage()

    right, top = round(0.9 * bare.width()), round(0.1 * bare.height())
    assert heat.opacity == 1.0
    assert covered.pixelColor(right, top).lightness() > bare.pixelColor(right, top).lightness() + 50
    assert covered.pixelColor(3, top) == bare.pixelColor(3, top)


def test_another_percentile_moves_the_threshold(qtbot: QtBot, page: PredictPage) -> None:
    unfold(qtbot, page)
    wait_until_explained(qtbot, page)

    find(page, QSpinBox, "unlike_percentile").setValue(80)

    qtbot.waitUntil(lambda: "80 % of the validation images lie within 0.80" in verdict(page).text)


def test_an_unlike_picture_is_a_warning(qtbot: QtBot, page: PredictPage, session: Session) -> None:
    unfold(qtbot, page)

    session.select_run(Path("/runs/unlike"))

    qtbot.waitUntil(lambda: verdict(page).warns and verdict(page).isVisible())
    assert verdict(page).accessibleName().startswith("Unlike anything it was trained on")


def test_a_model_outside_its_run_has_no_neighbours_and_says_so(
    qtbot: QtBot, page: PredictPage, session: Session
) -> None:
    session.select_run(Path("/runs/alone"))
    unfold(qtbot, page)

    wait_until_explained(qtbot, page)
    assert verdict(page).text == "This model lies outside its run."
    assert not find(page, QListView, "nearest_images").isVisible()


def test_a_failure_is_a_sentence_in_the_panel(qtbot: QtBot, page: PredictPage, session: Session) -> None:
    unfold(qtbot, page)
    wait_until_explained(qtbot, page)
    view = find(page, ExplanationView, "explanation_view")

    picture = find(page, QListView, "predicted_pictures").current_picture
    problem = find(page, QLabel, "explanation_problem")

    def is_told() -> bool:
        # Again and again, since the page shows the model in use whenever it has read something about it.
        view.show_picture(Path("/runs/damaged"), picture)
        return bool(problem.isVisible()) and problem.text() == "This model can't be explained. Choose another."

    qtbot.waitUntil(is_told)


def test_the_map_is_there_before_the_training_images_are_read(
    qtbot: QtBot, page: PredictPage, session: Session
) -> None:
    session.select_run(Path("/runs/endless"))

    unfold(qtbot, page)

    qtbot.waitUntil(lambda: caption(page) == "Reading the training images: 40 of 244…")
    assert not find(page, HeatMapView, "heat_map").picture.isNull()
    assert not verdict(page).isVisible()
    assert not find(page, QListView, "nearest_images").isVisible()


def test_folding_gives_up_what_is_under_way(
    qtbot: QtBot, page: PredictPage, session: Session, scripted_workers: Workers
) -> None:
    session.select_run(Path("/runs/endless"))
    unfold(qtbot, page)
    qtbot.waitUntil(lambda: caption(page) == "Reading the training images: 40 of 244…")

    unfold(qtbot, page)

    qtbot.waitUntil(lambda: not scripted_workers.viewer.jobs)
    assert not find(page, ExplanationView, "explanation_view").isVisible()


def test_a_new_picture_does_not_wait_for_an_explanation(
    qtbot: QtBot, page: PredictPage, session: Session, pictures: tuple[Path, ...], scripted_workers: Workers
) -> None:
    session.select_run(Path("/runs/endless"))
    unfold(qtbot, page)
    qtbot.waitUntil(lambda: bool(explaining(scripted_workers)) and caption(page).startswith("Reading"))

    page.predict_sources([pictures[2]])

    strip = find(page, QListView, "predicted_pictures")
    qtbot.waitUntil(lambda: strip.model().rowCount() == 4)
    qtbot.waitUntil(lambda: bool(explaining(scripted_workers)))  # asked anew when it is classified


def test_in_a_narrow_page_the_explanation_takes_the_place_of_the_drop_area(
    qtbot: QtBot, window: QMainWindow, page: PredictPage
) -> None:
    area, view = find(page, QWidget, "predict_drop_area"), find(page, QWidget, "explanation_view")
    unfold(qtbot, page)
    assert area.isVisible()

    window.resize(730, 600)  # what the window's least width leaves to a page
    qtbot.waitUntil(lambda: not area.isVisible() and page.width() == 730)
    qtbot.waitUntil(lambda: page.rect().contains(view.geometry()))
    unfold(qtbot, page)

    assert area.isVisible()


def test_all_controls_of_the_panel_are_named_and_in_reach_of_the_keyboard(qtbot: QtBot, page: PredictPage) -> None:
    unfold(qtbot, page)
    wait_until_explained(qtbot, page)
    view = find(page, ExplanationView, "explanation_view")

    kinds = (QComboBox, QSlider, QAbstractSpinBox, QListView, QAbstractButton)
    controls = [one for one in view.findChildren(QWidget) if isinstance(one, kinds) and one.isVisible()]

    assert len(controls) == 5
    for control in controls:
        assert control.accessibleName()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_model_of_neighbours_keeps_to_the_rules_of_qt(qtbot: QtBot, tmp_path: Path) -> None:
    model = NeighboursModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    neighbours = [Neighbour(file=tmp_path / f"{number}.png", class_name="ants", distance=0.1) for number in range(2)]

    model.show_neighbours(neighbours)
    model.take_thumbnail(ThumbnailMade(file=neighbours[1].file, width=2, height=1, pixels=bytes(6)))
    model.take_thumbnail(ThumbnailMade(file=tmp_path / "another.png", width=2, height=1, pixels=bytes(6)))

    assert model.files == (neighbours[0].file,)
    assert model.index(1).data(NEIGHBOUR_ROLE) == neighbours[1]
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "1.png: ants, distance 0.10"
    model.show_neighbours(())
    assert model.rowCount() == 0


def test_the_colours_of_a_map_cover_more_the_stronger_it_is() -> None:
    image = coloured_heat(bytes((0, 90, 180, 255)), 4, 1)

    alphas = [image.pixelColor(column, 0).alpha() for column in range(4)]
    assert image.format() == QImage.Format.Format_ARGB32_Premultiplied
    assert alphas == sorted(alphas)
    assert (alphas[0], alphas[3]) == (0, 255)
