"""What the scripted worker says of the machine: its backends, and how fast it is."""

from __future__ import annotations

from core.errors import FrostlineError
from core.job_control import JobControl
from core.messages import (
    BackendDescribed,
    BackendDescription,
    BackendDevice,
    BackendsDescribed,
    Calibrate,
    Calibrated,
    Event,
)
from core.network.plan_cost import Calibration


def describe_backends(control: JobControl) -> Event:
    """Answer for a Windows machine with a card: PyTorch sees it, TensorFlow does not, JAX is not installed."""
    from core.diagnosis.backends import judged

    card = BackendDevice(kind="CUDA", name="NVIDIA H200", memory_bytes=141 * 10**9)
    processor = BackendDevice(kind="CPU", name="Some Processor", memory_bytes=16 * 10**9)
    found = (
        BackendDescription(backend="tensorflow", version="2.21.0", devices=(processor,)),
        BackendDescription(backend="torch", version="2.13.0", devices=(card,)),
        BackendDescription(backend="jax", remedy="pip install 'frostline[jax]'"),
    )
    for one in found:
        control.report(BackendDescribed(backend=one))
    return BackendsDescribed(backends=judged(found, "Windows", has_card=True))


def calibrate(request: Calibrate, control: JobControl) -> Event:
    """Answer at once, but wait to be stopped for pictures of 32 pixels, and fail for those of 64."""
    if request.image_size == 32:
        control.stop_requested.wait()
        control.raise_if_stopped()
    if request.image_size == 64:
        raise FrostlineError("The machine can't be measured.", hint="Try again.")
    calibration = Calibration(
        forward_per_second=1e11, backward_per_second=5e10, seconds_for_each_batch=0.01, seconds_for_each_epoch=0.05
    )
    return Calibrated(calibration=calibration)
