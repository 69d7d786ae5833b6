"""A driver of the graphics card that is missing, of another version or broken: the program computes on the CPU.

The driver's library is put before the system's own for a real worker; TensorFlow looks for it wherever it runs. In
full only: what comes of a driver that takes a worker down is in `tests/gui/worker`, and broken tools of it are in
`tests/core/diagnosis`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.messages import DescribeMachine, MachineDescription, Train, WorkerReady
from core.training.run_record import read_run_record
from gui.worker.workers import Workers
from tests.faults.amount import amount
from tests.faults.faulty_worker import FaultyWorker, environment_of
from tests.faults.faulty_worker_fixtures import MakeSpecification
from tests.faults.processes import PATIENCE_SECONDS, kill_all_of

pytestmark = [
    pytest.mark.skipif(amount(0, 1) == 0, reason="starts Keras for each driver: make faults"),
    pytest.mark.skipif(sys.platform != "linux", reason="puts libraries where Linux looks for them"),
]
PATIENCE = int(PATIENCE_SECONDS * 1000)

#: What NVIDIA's tool says of a card whose driver it can still speak with.
TOOL = "#!/bin/sh\necho 'NVIDIA H200, 143771'\n"


def no_library(folder: Path) -> None:
    (folder / "libcuda.so.1").write_text("not a library\n")


def another_library(folder: Path) -> None:
    libraries = Path(sysconfig.get_config_var("DESTSHARED"))
    shutil.copy(next(libraries.glob("_struct*.so")), folder / "libcuda.so.1")


def compiled(folder: Path, code: str) -> None:
    if shutil.which("gcc") is None:
        pytest.skip("no compiler for a driver that answers")
    (folder / "driver.c").write_text(code)
    words = ["gcc", "-shared", "-fPIC", "-o", "libcuda.so.1", "driver.c"]
    subprocess.run(words, cwd=folder, check=True)


def refusing(folder: Path) -> None:
    compiled(folder, "int cuInit(unsigned flags) { return 999; }")


def hidden(_folder: Path) -> None:
    """No driver at all, and a variable that names no card."""


DRIVERS = (no_library, another_library, refusing, hidden)


def environment_with(folder: Path) -> dict[str, str]:
    tool = folder / "nvidia-smi"
    tool.write_text(TOOL)
    tool.chmod(0o755)
    return {
        "LD_LIBRARY_PATH": str(folder),
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "KERAS_BACKEND": "tensorflow",
    }


@pytest.mark.parametrize("driver", DRIVERS)
def test_a_worker_trains_on_the_cpu_and_the_doctor_says_why(
    tmp_path: Path, specification: MakeSpecification, driver: Callable[[Path], None]
) -> None:
    # Given a card, and a driver that is no good
    home, folder = tmp_path / "home", tmp_path / "driver"
    folder.mkdir()
    driver(folder)
    environment = environment_of(home) | environment_with(folder)
    if driver is hidden:
        environment["CUDA_VISIBLE_DEVICES"] = "nonsense"
    worker = FaultyWorker(name="driven", home=home, environment=environment)
    try:
        # When a worker starts and trains
        worker.start()
        wanted = specification()
        worker.done(Train(specification=wanted))
        described = worker.done(DescribeMachine())
    finally:
        worker.client.close()
        kill_all_of(home)

    # Then it does so on the CPU, and it is said that the card lies idle, with what to do
    (ready,) = [one for one in worker.messages if isinstance(one, WorkerReady)]
    assert (ready.device, ready.failure) == ("CPU", None)
    assert read_run_record(wanted.run).state == "finished"
    assert isinstance(described, MachineDescription)
    (fact,) = [one for one in described.facts if one.topic == "GPU"]
    assert not fact.ok
    assert fact.finding == "NVIDIA H200 is there, but tensorflow can't use it: training runs on the CPU"
    assert ("CUDA_VISIBLE_DEVICES is 'nonsense'" in fact.remedy) == (driver is hidden)


@pytest.mark.parametrize("fault", ["*(volatile int *)0 = 1; return 0;", "abort();"])
def test_a_driver_that_takes_the_worker_down_is_left_alone_from_then_on(
    qtbot: QtBot, tmp_path: Path, specification: MakeSpecification, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    # Given a driver that ends every process that asks it for cards
    folder = tmp_path / "driver"
    folder.mkdir()
    compiled(folder, f"#include <stdlib.h>\nint cuInit(unsigned flags) {{ {fault} }}")
    for name, value in environment_with(folder).items():
        monkeypatch.setenv(name, value)
    workers = Workers()
    crashes: list[str] = []
    workers.worker_crashed.connect(crashes.append)
    wanted = specification()

    # When the window's workers start, and train
    try:
        with qtbot.waitSignal(workers.trainer_ready, timeout=PATIENCE) as ready:
            workers.trainer.start()
        with qtbot.waitSignal(workers.submit(Train(specification=wanted)).finished, timeout=PATIENCE):
            pass
    finally:
        workers.close()

    # Then it was told once, and the training ran on the CPU
    assert ready.args[0].device == "CPU"
    (crash,) = crashes
    assert crash.endswith("the next one does without graphics cards, on the CPU.")
    assert read_run_record(wanted.run).state == "finished"
