"""The doctor: what this machine and this installation can do, and what to do about the rest.

Each topic has a file of its own, which looks and returns facts; here they are put in order.
"""

from __future__ import annotations

from core.diagnosis.backends import describe_backends
from core.diagnosis.devices import device_facts, framework_fact
from core.diagnosis.graphics_cards import find_nvidia_card
from core.diagnosis.keras_state import keras_state
from core.diagnosis.qt_libraries import qt_facts
from core.diagnosis.software import software_facts
from core.diagnosis.storage import storage_facts
from core.job_control import JobControl
from core.messages import MachineDescription


def describe_machine(control: JobControl | None = None) -> MachineDescription:
    """Look at versions, backends, devices, weights, feature store, disk and Qt; takes seconds: each backend is started.

    Raises:
        Stopped: the user asked for it.

    """
    control = control or JobControl()
    state = keras_state(control=control)
    frameworks = describe_backends(JobControl(stop_requested=control.stop_requested), known=state).backends
    card = None if state.gpus else find_nvidia_card()
    return MachineDescription(
        backend=state.backend,
        device=", ".join(gpu.name for gpu in state.gpus) or "CPU",
        facts=(
            *software_facts(),
            *map(framework_fact, frameworks),
            *device_facts(state, card),
            *storage_facts(state),
            *qt_facts(),
        ),
    )
