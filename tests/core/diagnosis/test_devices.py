from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.diagnosis.devices import backend_fact, gpu_fact
from core.diagnosis.graphics_cards import NvidiaCard, cards_by_driver, is_on_bus
from core.diagnosis.keras_state import KerasState, keras_state, last_words
from core.messages import BackendDevice
from core.worker.launch import without_graphics_cards

GPU = BackendDevice(kind="CUDA", name="NVIDIA RTX 4090", memory_bytes=24 * 10**9)
ON_THE_CPU = KerasState("tensorflow", "2.21.0")
CARD = NvidiaCard("NVIDIA RTX 4090", has_driver=True)


def test_a_gpu_in_use_is_named() -> None:
    fact = gpu_fact(KerasState("tensorflow", "2.21.0", gpus=(GPU,)), None, "Linux")

    assert fact.ok
    assert fact.finding == "NVIDIA RTX 4090 (CUDA, 24 GB)"


def test_without_a_card_the_cpu_is_said_plainly_and_is_no_fault() -> None:
    fact = gpu_fact(ON_THE_CPU, None, "Linux")

    assert fact.ok
    assert "training runs on the CPU" in fact.finding


@pytest.mark.parametrize(
    ("backend", "system", "remedy"),
    [
        ("tensorflow", "Linux", "frostline[cuda]"),
        ("tensorflow", "Windows", "WSL2"),
        ("torch", "Linux", "build of PyTorch with CUDA"),
        ("jax", "Linux", "jax[cuda12]"),
    ],
)
def test_a_card_that_lies_idle_is_never_passed_over_in_silence(
    backend: str, system: str, remedy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)

    fact = gpu_fact(KerasState(backend, "1"), CARD, system)

    assert not fact.ok
    assert CARD.name in fact.finding
    assert "training runs on the CPU" in fact.finding
    assert remedy in fact.remedy


def test_a_hidden_card_is_told_from_missing_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "-1")

    assert "CUDA_VISIBLE_DEVICES" in gpu_fact(ON_THE_CPU, CARD, "Linux").remedy


@pytest.mark.parametrize(("visible", "named"), [("7", True), ("GPU-0000", True), ("0", False)])
def test_a_variable_that_names_no_card_is_what_is_told(
    visible: str, *, named: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", visible)

    remedy = gpu_fact(ON_THE_CPU, CARD, "Linux").remedy

    assert (f"CUDA_VISIBLE_DEVICES is '{visible}'" in remedy) is named


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere its driver is not kept from being loaded")
def test_a_card_that_is_left_alone_since_its_driver_took_a_worker_down_is_told_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in without_graphics_cards().items():
        monkeypatch.setenv(name, value)

    assert "took a worker down" in gpu_fact(ON_THE_CPU, CARD, "Linux").remedy


def test_a_card_without_a_driver_asks_for_one() -> None:
    fact = gpu_fact(ON_THE_CPU, NvidiaCard("An NVIDIA card", has_driver=False), "Linux")

    assert not fact.ok
    assert "driver" in fact.remedy


def test_a_backend_that_does_not_start_is_told_with_its_last_words() -> None:
    fact = backend_fact(KerasState("jax", trouble="ModuleNotFoundError: No module named 'jax'"))

    assert not fact.ok
    assert "No module named 'jax'" in fact.finding
    assert fact.remedy


def test_a_process_that_a_signal_ended_is_told_by_the_signal() -> None:
    assert "SIGILL" in last_words(subprocess.CompletedProcess([], -4, "", ""))
    assert last_words(subprocess.CompletedProcess([], 1, "", "Traceback\nImportError: no\n")) == "ImportError: no"
    assert "status 3" in last_words(subprocess.CompletedProcess([], 3, "", ""))


def test_the_running_backend_is_described() -> None:
    import keras

    state = keras_state()

    assert state.backend == keras.config.backend()
    assert state.version
    assert state.weights_file.startswith("resnet50")
    assert state.trouble == ""


@pytest.mark.parametrize(
    ("vendor", "kind", "expected"),
    [("0x10de", "0x030000", True), ("0x10de", "0x040300", False), ("0x8086", "0x030000", False)],
    ids=["a graphics card of NVIDIA", "its sound", "another maker's"],
)
def test_a_card_is_found_on_the_bus(vendor: str, kind: str, *, expected: bool, tmp_path: Path) -> None:
    device = tmp_path / "0000:01:00.0"
    device.mkdir()
    (device / "vendor").write_text(f"{vendor}\n")
    (device / "class").write_text(f"{kind}\n")

    assert is_on_bus(tmp_path) is expected


def test_a_machine_without_a_bus_has_no_card(tmp_path: Path) -> None:
    assert not is_on_bus(tmp_path / "no such folder")


@pytest.mark.skipif(sys.platform == "win32", reason="the tool is a shell script here")
@pytest.mark.parametrize(
    "script",
    [
        "echo 'No devices were found'; exit 0",
        "printf 'NVIDIA\\377 what\\n'; exit 0",
        "echo 'Failed to initialize NVML: Driver/library version mismatch'; exit 18",
        "kill -SEGV $$",
    ],
    ids=["no card", "noise", "another driver's", "dead"],
)
def test_a_tool_of_the_driver_that_is_broken_knows_no_card(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = tmp_path / "nvidia-smi"
    tool.write_text(f"#!/bin/sh\n{script}\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    assert cards_by_driver() == ()
