"""Facts about computing: the backend, its GPU, and where there is none, why.

A silent fall back to the CPU costs people days (tensorflow#62501), so it is never silent here.
"""

from __future__ import annotations

import os
import platform

from core.data.work_ahead import usable_cores
from core.diagnosis.graphics_cards import NvidiaCard
from core.diagnosis.keras_state import KerasState
from core.diagnosis.processor import processor_name
from core.messages import BackendDescription, BackendDevice, MachineFact
from core.places import no_driver_folder
from core.self_contained import how_to_get


def device_facts(state: KerasState, card: NvidiaCard | None) -> tuple[MachineFact, ...]:
    """Return the facts about the backend, the processor and the GPU. `card`: where the backend sees no GPU."""
    processor = f"{processor_name()}, {usable_cores()} cores usable"
    return (
        backend_fact(state),
        MachineFact(topic="processor", finding=processor, ok=True),
        gpu_fact(state, card, platform.system()),
        *(() if state.trouble else (sharing_fact(state),)),
    )


def backend_fact(state: KerasState) -> MachineFact:
    """Return whether the backend starts."""
    if state.trouble:
        return MachineFact(
            topic="backend",
            finding=f"{state.backend} does not start: {state.trouble}",
            ok=False,
            remedy="Install it anew, or set KERAS_BACKEND to another that is installed (tensorflow, torch or jax).",
        )
    return MachineFact(topic="backend", finding=f"{state.backend} {state.version}", ok=True)


def framework_fact(framework: BackendDescription) -> MachineFact:
    """Return what one of the frameworks sees; one that is not installed is no fault, one that does not start is."""
    if framework.trouble:
        finding = f"{framework.version}, does not start: {framework.trouble}"
        return MachineFact(topic=framework.backend, finding=finding, ok=False, remedy=framework.remedy)
    if not framework.devices:
        return MachineFact(topic=framework.backend, finding="not installed", ok=True, remedy=framework.remedy)
    devices = ", ".join(device_words(device) for device in framework.devices)
    recommended = "; recommended on this machine" if framework.recommended else ""
    finding = f"{framework.version} on {devices}{recommended}. {framework.reason}"
    return MachineFact(topic=framework.backend, finding=finding, ok=True)


def gpu_fact(state: KerasState, card: NvidiaCard | None, system: str) -> MachineFact:
    """Return whether training runs on a GPU; where it doesn't, say so plainly, and what to install."""
    if state.gpus:
        return MachineFact(topic="GPU", finding=", ".join(device_words(gpu) for gpu in state.gpus), ok=True)
    if card is None:
        return MachineFact(topic="GPU", finding="no NVIDIA card was found: training runs on the CPU", ok=True)
    if not card.has_driver:
        return MachineFact(
            topic="GPU",
            finding=f"{card.name} has no driver: training runs on the CPU",
            ok=False,
            remedy="Install NVIDIA's driver for it, then ask again.",
        )
    return MachineFact(
        topic="GPU",
        finding=f"{card.name} is there, but {state.backend} can't use it: training runs on the CPU",
        ok=False,
        remedy=_how_to_use_the_card(state.backend, system),
    )


def sharing_fact(state: KerasState) -> MachineFact:
    """Return on how many devices a training can compute together."""
    if state.devices > 1:
        option = f"`--devices all`, or a number up to {state.devices}, lets them share a training"
        return MachineFact(topic="devices", finding=f"{state.devices} can be used together: {option}", ok=True)
    if len(state.gpus) > 1:
        others = f"1 of {len(state.gpus)} GPUs is used: Keras has no way to train on several with {state.backend}"
        remedy = "The backends tensorflow and jax can share a training among them."
        return MachineFact(topic="devices", finding=others, ok=True, remedy=remedy)
    return MachineFact(topic="devices", finding="1 can be used", ok=True)


def device_words(device: BackendDevice) -> str:
    """Return a device in words: `NVIDIA H200 (CUDA, 141 GB)`."""
    memory = f", {device.memory_bytes / 1e9:,.0f} GB" if device.memory_bytes else ""
    return f"{device.name} ({device.kind}{memory})"


def _how_to_use_the_card(backend: str, system: str) -> str:
    if str(no_driver_folder()) in os.environ.get("LD_LIBRARY_PATH", "").split(os.pathsep):
        return "Its driver took a worker down, and is left alone until Frostline is started again: mend it first."
    visible = os.environ.get("CUDA_VISIBLE_DEVICES")
    if visible in ("", "-1"):
        return "CUDA_VISIBLE_DEVICES hides it: unset that variable."
    if visible not in (None, "0"):
        return f"CUDA_VISIBLE_DEVICES is '{visible}', which may name no card of this machine: unset that variable."
    if backend == "tensorflow" and system == "Windows":
        return "TensorFlow uses no GPU on Windows: install Frostline inside WSL2, or use --backend torch with CUDA."
    if backend == "tensorflow":
        words = "pip install 'frostline[cuda]' brings the CUDA libraries that TensorFlow needs."
        return how_to_get(words, what="the CUDA libraries")
    if backend == "torch":
        return "Install a build of PyTorch with CUDA that suits the driver: this one doesn't."
    return how_to_get("pip install 'jax[cuda12]' brings the CUDA libraries that JAX needs.", what="the CUDA libraries")
