"""How far a training is, on its entry in the task bar and in the title of a minimised window."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from gui.desktop.presence import DesktopPresence
from gui.desktop.title_share import TitleShare
from gui.window.main_window import MainWindow
from gui.worker.job import Job
from tests.gui.desktop.conftest import LOGIN, DesktopStarter


def test_the_task_bar_shows_how_far_a_training_is_until_it_ends(
    qtbot: QtBot,
    start_desktop: DesktopStarter,
    window: MainWindow,
    make_presence: Callable[..., DesktopPresence],
    train: Callable[[str], Job],
) -> None:
    desktop = start_desktop("take", LOGIN)
    make_presence()

    # Given half of the features computed
    job = train("until stopped")

    qtbot.waitUntil(lambda: bool(desktop.told("signal", "Update")))
    (half,) = desktop.told("signal", "Update")
    entry, state = half["arguments"]
    assert entry == "application://frostline.desktop"
    assert state == {"progress": ["d", 0.5], "progress-visible": ["b", True]}

    job.stop()

    qtbot.waitUntil(lambda: len(desktop.told("signal", "Update")) == 2)
    assert desktop.told("signal", "Update")[-1]["arguments"][1]["progress-visible"] == ["b", False]


def test_the_title_of_a_minimised_window_says_how_far_it_is(qtbot: QtBot, window: MainWindow) -> None:
    title = TitleShare(window=window)
    window.show()

    title.show_share(63)
    assert window.windowTitle() == "Frostline"
    window.showMinimized()
    qtbot.waitUntil(lambda: window.windowTitle() == "63 % – Frostline")

    window.setWindowTitle("bees – Frostline")
    assert window.windowTitle() == "63 % – bees – Frostline"
    title.show_share(64)
    assert window.windowTitle() == "64 % – bees – Frostline"

    window.showNormal()
    qtbot.waitUntil(lambda: window.windowTitle() == "bees – Frostline")
    window.showMinimized()
    title.show_share(None)
    assert window.windowTitle() == "bees – Frostline"
