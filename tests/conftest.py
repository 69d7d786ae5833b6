"""What every test needs: a screen that may be offscreen, patience, and a home of its own for settings and runs."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partialmethod
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.style.dressing import Dressing
from tests.network_watch.hook.sitecustomize import hear
from tests.network_watch.watch import NetworkWatch
from tests.small_networks import path_with_small_resnet50

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
# Tests read the texts of the window, whatever language its desktop has.
os.environ["FROSTLINE_LANGUAGE"] = "en"
# Whoever runs the tests at a desktop is not to be told of their trainings, nor kept awake by them.
os.environ["DBUS_SESSION_BUS_ADDRESS"] = os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = "disabled:"
if "PYTEST_XDIST_WORKER" in os.environ:
    # There is a process for each core: frameworks that take all cores in each of them stand in each other's way.
    os.environ.setdefault("TF_NUM_INTRAOP_THREADS", "1")
    os.environ.setdefault("OMP_NUM_THREADS", "1")


def pytest_collection(session: pytest.Session) -> None:
    """Don't search for garbage while the tests' files, and Keras with them, are imported: hardly any is made."""
    gc.disable()


def pytest_collection_finish(session: pytest.Session) -> None:
    """Leave what the imports made, a million objects that stay to the end, out of every search for garbage.

    Python looks through the oldest objects when a quarter as many have been added as it found there the last time. The
    second search tells it that there are none: else the garbage of a hundred windows piled up, and who happened to let
    it be found paid for it, half a minute in one place, since PySide's time for it grows with the square of it.
    """
    gc.collect()
    gc.freeze()
    gc.collect()
    gc.enable()


@pytest.fixture
def small_resnet50_in_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let workers and commands that a test starts build a small ResNet50 (see `tests.core.small_resnet`), as real ones.

    Its blocks are conv2_block1, conv3_block1, conv4_block1, conv5_block1 and conv5_block2.
    """
    monkeypatch.setenv("PYTHONPATH", path_with_small_resnet50())


class PatientQtBot(QtBot):
    """Waits for so long, rather than 5 s, where a test says nothing: four tests share two cores with their workers."""

    _MILLISECONDS = 30_000
    waitSignal: Any = partialmethod(QtBot.waitSignal, timeout=_MILLISECONDS)
    waitSignals: Any = partialmethod(QtBot.waitSignals, timeout=_MILLISECONDS)
    waitUntil: Any = partialmethod(QtBot.waitUntil, timeout=_MILLISECONDS)


#: With so many it was a window or a page, and no single control.
_WIDGETS_OF_A_PAGE = 150


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Give pytest-qt's application, dressed as the program's is: else a look would depend on which test came first."""
    Dressing.of(qapp)
    return qapp


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[QtBot]:
    """Give pytest-qt's own mouse, keyboard and waiting, with more patience; destroy the test's widgets after it.

    pytest-qt closes them, and leaves their end to the next event loop. Many tests run none, so windows piled up, and
    PySide looks through the connections of all of them for every object that goes: 50 windows took half a minute of
    the test that happened to wait next. The Python side of a window or a page is left to the search for garbage, which
    comes when it comes: one that found a hundred windows took two minutes.
    """
    yield PatientQtBot(request)
    was_large = len(qapp.allWidgets()) > _WIDGETS_OF_A_PAGE
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if was_large:
        gc.collect()


@pytest.fixture(autouse=True)
def frostline_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a settings, cache, log and run folder of its own, and Keras an empty weights cache."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("FROSTLINE_HOME", str(home))
    monkeypatch.setenv("KERAS_HOME", str(home / "keras"))
    return home


@cache
def _listen_in_this_process() -> None:
    """Python has no way to take such a hook away: it does nothing while no test watches."""
    sys.addaudithook(hear)


@pytest.fixture
def network_watch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NetworkWatch]:
    """Watch this process and those that it starts; the test fails when one uses a network that may not be used."""
    with watching_networks(tmp_path_factory.mktemp("network")) as watch:
        yield watch


@contextmanager
def watching_networks(folder: Path) -> Iterator[NetworkWatch]:
    """Note in `folder` what this process, and those that it starts, do with networks; fail if any may not."""
    watch = NetworkWatch(folder, Path(__file__).parents[1])
    with pytest.MonkeyPatch.context() as environment:
        for name, value in watch.environment.items():
            environment.setenv(name, value)
        _listen_in_this_process()
        yield watch
    assert not watch.strangers(), "\n".join(map(str, watch.strangers()))
