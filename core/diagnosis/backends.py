"""The frameworks that Keras can compute with: which are installed, what each sees of this machine, which is best here.

Each is asked in a process of its own (`keras_state`), all at the same time. What the platform means to each, and which
is recommended, is decided here in plain functions.
"""

from __future__ import annotations

import importlib.util
import platform
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import replace

from core.diagnosis.graphics_cards import NvidiaCard, cards_by_driver
from core.diagnosis.keras_state import KerasState, keras_state
from core.diagnosis.processor import processor
from core.job_control import JobControl
from core.messages import BackendDescribed, BackendDescription, BackendDevice, BackendsDescribed
from core.self_contained import how_to_get, is_self_contained

#: In the order in which they are shown; where nothing else decides, the first is recommended.
BACKENDS = ("tensorflow", "torch", "jax")

_INSTALL = {
    "tensorflow": "pip install tensorflow",
    "torch": "pip install 'frostline[torch]'",
    "jax": "pip install 'frostline[jax]'",
}

#: What a platform means to a framework that does not use a GPU there.
_ON_SYSTEM = {
    ("tensorflow", "Windows"): "TensorFlow has had no GPU on Windows since version 2.11: it uses the processor only.",
    ("torch", "Windows"): "PyTorch uses NVIDIA cards on Windows, with a build for CUDA.",
    ("jax", "Windows"): "JAX has no GPU on Windows: it uses the processor only.",
    ("tensorflow", "Darwin"): "TensorFlow reaches Apple's GPU only by a plug-in, tensorflow-metal.",
    ("torch", "Darwin"): "PyTorch brings Apple's GPU (Metal) along on Macs with an M chip.",
    ("jax", "Darwin"): "JAX reaches Apple's GPU only by an experimental plug-in, jax-metal.",
}
_BESIDE_A_CARD = {
    "tensorflow": "It does not use the NVIDIA card: pip install 'frostline[cuda]' brings the libraries for that.",
    "torch": "It does not use the NVIDIA card: that takes a build for CUDA that suits the driver.",
    "jax": "It does not use the NVIDIA card: pip install 'jax[cuda12]' brings the libraries for that.",
}
_ON_PROCESSOR = {
    "tensorflow": "Without a GPU it is the fastest of the three with this network.",
    "torch": "Without a GPU it takes about twice as long as TensorFlow with this network.",
    "jax": "Without a GPU there is no reason to prefer it.",
}


def describe_backends(control: JobControl, known: KerasState | None = None) -> BackendsDescribed:
    """Ask every framework, report each answer as it comes, and return them all with the recommended one marked.

    known: what one of them has said already; it is not asked again.

    Raises:
        Stopped: the user asked for it; no process is left behind.

    """
    cards = cards_by_driver()
    found: dict[str, BackendDescription] = {}
    with ThreadPoolExecutor(len(BACKENDS), thread_name_prefix="backend") as executor:
        asked = [executor.submit(_describe, name, cards, control, known) for name in BACKENDS]
        for future in as_completed(asked):
            description = future.result()
            found[description.backend] = description
            control.report(BackendDescribed(backend=description))
    return BackendsDescribed(backends=judged([found[name] for name in BACKENDS], platform.system(), bool(cards)))


def judged(found: Iterable[BackendDescription], system: str, has_card: bool) -> tuple[BackendDescription, ...]:
    """Return the descriptions with a sentence each on what this platform means to it, and one of them recommended.

    system: as `platform.system()` says it. has_card: NVIDIA's driver knows a card, whether a framework uses it or not.
    """
    found = tuple(found)
    starting = [one for one in found if one.devices]
    on_gpu = [one for one in starting if not _is_on_processor(one)]
    best = next(iter(on_gpu or _by_platform(starting, system, has_card)), None)
    return tuple(replace(one, reason=_reason(one, system, has_card), recommended=one is best) for one in found)


def _describe(
    name: str, cards: tuple[NvidiaCard, ...], control: JobControl, known: KerasState | None
) -> BackendDescription:
    # Not imported to find out: the import is what may end a process.
    if importlib.util.find_spec(name) is None:
        return BackendDescription(backend=name, remedy=how_to_get(_INSTALL[name]))
    state = known if known is not None and known.backend == name else keras_state(name, control)
    if state.trouble:
        version = _installed_version(name) or "installed"
        anew = f"Install it anew: {_INSTALL[name].replace('install', 'install --force-reinstall', 1)}"
        remedy = "Unpack Frostline anew." if is_self_contained() else anew
        return BackendDescription(backend=name, version=version, trouble=state.trouble, remedy=remedy)
    return BackendDescription(backend=name, version=state.version, devices=_devices(state, cards))


def _devices(state: KerasState, cards: tuple[NvidiaCard, ...]) -> tuple[BackendDevice, ...]:
    """Return what it computes with; the memory of a card that it doesn't tell is asked of the driver."""
    if not state.gpus:
        return (processor(),)
    memory = {card.name: card.memory_bytes for card in cards}
    return tuple(gpu if gpu.memory_bytes else replace(gpu, memory_bytes=memory.get(gpu.name, 0)) for gpu in state.gpus)


def _installed_version(name: str) -> str:
    # Imported here, since it takes a third of the time in which a worker starts.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _is_on_processor(description: BackendDescription) -> bool:
    return all(device.kind == "CPU" for device in description.devices)


def _by_platform(starting: list[BackendDescription], system: str, has_card: bool) -> list[BackendDescription]:
    """Put those first that would use the card of this machine with the right build; otherwise leave the order."""
    on_card = system == "Windows" and has_card
    return sorted(starting, key=lambda one: on_card and one.backend != "torch")


def _reason(one: BackendDescription, system: str, has_card: bool) -> str:
    if one.devices and not _is_on_processor(one):
        return f"It computes on the GPU ({one.devices[0].kind}), many times as fast as a processor."
    on_system = _ON_SYSTEM.get((one.backend, system))
    if on_system or not has_card:
        return on_system or _ON_PROCESSOR[one.backend]
    return how_to_get(_BESIDE_A_CARD[one.backend], what="what its use of the NVIDIA card takes")
