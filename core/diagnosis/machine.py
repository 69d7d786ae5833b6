"""The doctor: what this machine and this installation can do, and what to do about the rest.

Each topic has a file of its own, which looks and returns facts; here they are put in order.
"""

from __future__ import annotations

from core.diagnosis.devices import device_facts
from core.diagnosis.graphics_cards import find_nvidia_card
from core.diagnosis.keras_state import keras_state
from core.diagnosis.qt_libraries import qt_facts
from core.diagnosis.software import software_facts
from core.diagnosis.storage import storage_facts
from core.messages import MachineDescription


def describe_machine() -> MachineDescription:
    """Look at versions, backend, devices, weights, feature store, disk and Qt; takes seconds where Keras is new."""
    state = keras_state()
    card = None if state.gpus else find_nvidia_card()
    return MachineDescription(
        backend=state.backend,
        device=", ".join(state.gpus) or "CPU",
        facts=(*software_facts(), *device_facts(state, card), *storage_facts(state), *qt_facts()),
    )
