"""Which framework is recommended where, and what is said of each; a real process is asked in tests of the doctor."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from core.diagnosis import backends
from core.diagnosis.backends import describe_backends, judged
from core.diagnosis.devices import framework_fact
from core.diagnosis.graphics_cards import NvidiaCard, cards_in
from core.diagnosis.keras_state import KerasState
from core.diagnosis.processor import memory_bytes, processor_name
from core.errors import Stopped
from core.job_control import JobControl
from core.messages import BackendDescription, BackendDevice

CPU = BackendDevice(kind="CPU", name="Some Processor", memory_bytes=16 * 10**9)
GPU = BackendDevice(kind="CUDA", name="NVIDIA H200", memory_bytes=141 * 10**9)
TENSORFLOW = BackendDescription(backend="tensorflow", version="2.21.0", devices=(CPU,))
TORCH = BackendDescription(backend="torch", version="2.13.0", devices=(CPU,))
TORCH_ON_GPU = BackendDescription(backend="torch", version="2.13.0", devices=(GPU,))
NO_JAX = BackendDescription(backend="jax", remedy="pip install 'frostline[jax]'")
BROKEN = BackendDescription(backend="tensorflow", version="2.21.0", trouble="ImportError: no DLL", remedy="Install it.")


def recommended(found: list[BackendDescription], system: str, *, has_card: bool) -> list[str]:
    return [one.backend for one in judged(found, system, has_card) if one.recommended]


@pytest.mark.parametrize(
    ("found", "system", "has_card", "expected"),
    [
        ([TENSORFLOW, TORCH, NO_JAX], "Linux", False, ["tensorflow"]),
        ([TENSORFLOW, TORCH_ON_GPU, NO_JAX], "Windows", True, ["torch"]),
        ([TENSORFLOW, TORCH_ON_GPU, NO_JAX], "Linux", True, ["torch"]),
        ([TENSORFLOW, TORCH, NO_JAX], "Windows", True, ["torch"]),
        ([TENSORFLOW, TORCH, NO_JAX], "Windows", False, ["tensorflow"]),
        ([BROKEN, TORCH, NO_JAX], "Linux", False, ["torch"]),
        ([BROKEN, NO_JAX], "Linux", False, []),
    ],
    ids=["plain", "GPU", "GPU for one", "card without the build", "Windows without a card", "broken", "none starts"],
)
def test_the_best_that_starts_here_is_recommended(
    found: list[BackendDescription], system: str, has_card: bool, expected: list[str]
) -> None:
    assert recommended(found, system, has_card=has_card) == expected


def test_each_is_told_in_one_sentence_what_windows_means_to_it() -> None:
    tensorflow, torch, _ = judged([TENSORFLOW, TORCH, NO_JAX], "Windows", has_card=True)

    assert tensorflow.reason == "TensorFlow has had no GPU on Windows since version 2.11: it uses the processor only."
    assert torch.reason == "PyTorch uses NVIDIA cards on Windows, with a build for CUDA."


def test_the_doctor_tells_devices_troubles_and_how_to_install() -> None:
    gpu, broken, absent = map(framework_fact, judged([TORCH_ON_GPU, BROKEN, NO_JAX], "Linux", has_card=True))

    assert gpu.finding.startswith("2.13.0 on NVIDIA H200 (CUDA, 141 GB); recommended on this machine.")
    assert not broken.ok
    assert "no DLL" in broken.finding
    assert absent.ok
    assert absent.finding == "not installed"
    assert "frostline[jax]" in absent.remedy


def test_the_memory_that_a_framework_does_not_tell_is_asked_of_the_driver() -> None:
    cards = (NvidiaCard("NVIDIA H200", has_driver=True, memory_bytes=141 * 10**9),)
    state = KerasState("tensorflow", "2.21.0", gpus=(BackendDevice(kind="CUDA", name="NVIDIA H200"),))

    assert backends._devices(state, cards) == (GPU,)


def test_the_drivers_table_is_read_also_where_memory_is_shared() -> None:
    assert cards_in("NVIDIA H200, 143771\nNVIDIA GB10, [N/A]\n") == (
        NvidiaCard("NVIDIA H200", has_driver=True, memory_bytes=143771 * 2**20),
        NvidiaCard("NVIDIA GB10", has_driver=True),
    )
    assert cards_in("") == ()


def test_the_processor_has_a_name_and_the_machine_memory(tmp_path: Path) -> None:
    listed = tmp_path / "cpuinfo"
    listed.write_text("processor\t: 0\nmodel name\t: Some Processor @ 3 GHz\n\nmodel name\t: the same again\n")

    assert processor_name(listed) == "Some Processor @ 3 GHz"
    assert processor_name(tmp_path / "nothing")
    assert memory_bytes() > 2**30


def test_asking_is_given_up_when_the_user_stops_it() -> None:
    stopped = threading.Event()
    stopped.set()

    with pytest.raises(Stopped):
        describe_backends(JobControl(stop_requested=stopped))
