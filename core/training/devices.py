"""On how many devices a training computes: what was asked for, what there is, and which phases gain from several.

The forward passes of an extraction need nothing of each other, so they are always shared out
(`core.features.engine_devices`). The epochs of a phase are (`data_parallel`) where a part of the network itself is
computed in each step.
"""

from __future__ import annotations

from dataclasses import replace

import keras

from core.backend_specific import backend_name, gpu_names, usable_device_count, usable_devices
from core.counted import counted
from core.errors import UnusableInput
from core.job_control import JobControl
from core.messages import Notice
from core.network.description import IMAGE_LAYER
from core.training.classifier import Classifier
from core.training.specification import TrainingSpecification


def on_devices_here(specification: TrainingSpecification) -> TrainingSpecification:
    """Return the specification with the number of devices that it gets here: 0 becomes that of all.

    Raises:
        UnusableInput: there are not so many, or the backend can't use them together.

    """
    asked = specification.devices
    if asked == 1:
        return specification
    there = usable_device_count()
    if asked <= there:
        return replace(specification, devices=asked or there)
    if there == 1 and len(gpu_names()) > 1:
        raise UnusableInput(
            f"{asked} devices were asked for, but with {backend_name()} Keras trains on one.",
            hint="Use the backend tensorflow or jax for several, or leave the number of devices out.",
        )
    found = counted(there, "GPU") if gpu_names() else "the CPU only"
    raise UnusableInput(
        f"{asked} devices were asked for, but {backend_name()} finds {found} on this machine.",
        hint="Ask for fewer, or leave the number of devices out; `frostline doctor` says what each backend finds.",
    )


def of_resumed(specification: TrainingSpecification, wished: int | None, control: JobControl) -> TrainingSpecification:
    """Return the specification of a run that goes on, on the number of devices that is `wished`.

    None: on as many as it began on or, with a Notice, on all where there are fewer here.

    Raises:
        UnusableInput: there are not so many as are wished.

    """
    if wished is not None:
        return on_devices_here(replace(specification, devices=wished))
    if specification.devices == 1:
        return specification
    there = usable_device_count()
    if specification.devices > there:
        control.report(
            Notice(
                message=f"This training began on {specification.devices} devices and goes on on {there}, since there "
                "are no more here."
            )
        )
    return replace(specification, devices=min(specification.devices, there))


def chosen_devices(specification: TrainingSpecification) -> tuple[str, ...]:
    """Return the devices that share the work, as `keras.device` names them; none where it is not shared."""
    return usable_devices()[: specification.devices] if specification.devices > 1 else ()


def devices_for_epochs(
    specification: TrainingSpecification, classifier: Classifier, layer: str, control: JobControl
) -> tuple[str, ...]:
    """Return the devices that share the epochs of a phase; none, and a Notice why, where one does them better.

    layer: whose output the epochs begin with, the image or the frost line.
    """
    devices = chosen_devices(specification)
    if not devices:
        return ()
    reason = _better_on_one(classifier, layer)
    if reason is None:
        return devices
    control.report(Notice(message=reason))
    return ()


def _better_on_one(classifier: Classifier, layer: str) -> str | None:
    if not classifier.trainable and layer != IMAGE_LAYER:
        return "A head alone is too small to gain from several devices: its epochs are computed on one."
    # JAX would take the statistics of the whole batch, its filler included, TensorFlow those of each device's part.
    if any(isinstance(one, keras.layers.BatchNormalization) and one.trainable for one in classifier.model.layers):
        return "BatchNorm that learns needs the statistics of whole batches: the epochs are computed on one device."
    return None
