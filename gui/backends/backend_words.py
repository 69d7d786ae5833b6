"""Backends in words: their names, what each computes with, and what stands in the way of changing to one."""

from __future__ import annotations

from core.messages import BackendDescription, BackendDevice
from gui.language.core_sentences import said_by_core
from gui.language.translate import tr

_TITLES = {"tensorflow": "TensorFlow", "torch": "PyTorch", "jax": "JAX"}
#: In the order in which they are shown.
BACKENDS = tuple(_TITLES)


def backend_title(backend: str) -> str:
    """Return the name of a backend as its makers write it."""
    return _TITLES.get(backend, backend)


def devices_in_words(description: BackendDescription) -> str:
    """Return what a backend computes with, or why with nothing, in one line."""
    if description.trouble:
        return tr("It does not start: {value}.", value=said_by_core(description.trouble).rstrip("."))
    if not description.devices:
        return tr("Not installed.")
    return "\n".join(_device_in_words(device) for device in description.devices)


def _device_in_words(device: BackendDevice) -> str:
    memory = tr(", {memory_bytes:,.0f} GB", memory_bytes=device.memory_bytes / 1e9) if device.memory_bytes else ""
    return f"{said_by_core(device.kind)}: {device.name}{memory}"
