"""Everything that differs between TensorFlow, PyTorch and JAX, and nothing else.

The rest of `core` speaks keras and keras.ops only. Each function here asks which backend Keras runs on and
imports that framework only.
"""

from __future__ import annotations

import importlib
import os
import sys
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np

from core.messages import BackendDevice


def backend_name() -> str:
    """Return the name of the backend that Keras runs on: tensorflow, torch or jax."""
    return str(keras.config.backend())


def backend_version() -> str:
    """Return the version of the framework behind Keras."""
    return str(_framework().__version__)


def describe_device(count: int = 1) -> str:
    """Return the devices that a training on so many uses, in words: the GPU's name, or `CPU`; `2 x` before it."""
    names = gpu_names()[:count] or ("CPU",) * count
    if len(set(names)) > 1:
        return ", ".join(names)
    return names[0] if count == 1 else f"{count} x {names[0]}"


def gpu_names() -> tuple[str, ...]:
    """Return the names of the GPUs that the backend can use; empty when it computes on the CPU."""
    return tuple(device.name for device in accelerators())


def accelerators() -> tuple[BackendDevice, ...]:
    """Return what the backend can compute with besides the CPU, with its memory where the backend tells it."""
    framework = _framework()
    if backend_name() == "tensorflow":
        return tuple(_tensorflow_gpu(framework, gpu) for gpu in framework.config.list_physical_devices("GPU"))
    if backend_name() == "torch":
        return _torch_gpus(framework)
    return tuple(_jax_device(device) for device in framework.devices() if device.platform != "cpu")


def usable_devices() -> tuple[str, ...]:
    """Return the devices that one training can use at once, as `keras.device` names them: the GPUs, else processors.

    A processor counts as one device unless the backend was told to show it as several. On PyTorch it is one in any
    case: Keras 3.15 has no distribution there, and its `fit` moves everything to one device.
    """
    framework = _framework()
    if backend_name() == "jax":
        return tuple(f"{device.platform}:{device.id}" for device in framework.devices())
    kind = "gpu" if accelerators() else "cpu"
    if backend_name() == "torch":
        return (f"{kind}:0",)
    return tuple(f"{kind}:{number}" for number, _ in enumerate(framework.config.list_logical_devices(kind.upper())))


def usable_device_count() -> int:
    """Return how many `usable_devices` there are; on TensorFlow no GPU is set up to find out."""
    gpus = len(accelerators())
    return gpus if gpus and backend_name() == "tensorflow" else len(usable_devices())


def shared_by(devices: Sequence[str]) -> AbstractContextManager[Any]:
    """Let models that are made inside live on all these devices, and their `fit` divide each batch among them.

    Not on PyTorch, see `usable_devices`.
    """
    if backend_name() == "tensorflow":
        together = _framework().distribute
        # Its usual way of adding up gradients can't be used again in a process where a step has failed, for want of
        # memory for one, or where other devices were used before; HierarchicalCopyAllReduce forgets one of three.
        strategy = together.MirroredStrategy(list(devices), cross_device_ops=together.ReductionToOneDevice())
        scope: AbstractContextManager[Any] = strategy.scope()
        return scope
    distribution: AbstractContextManager[Any] = keras.distribution.DataParallel(devices=list(devices)).scope()
    return distribution


def must_compile() -> bool:
    """Whether XLA has to compile what a model does: JAX computes operation by operation otherwise, half as fast.

    It is what divides a step among devices, too. On TensorFlow a compiled step has one device.
    """
    return backend_name() == "jax"


def let_gpu_memory_grow() -> None:
    """Take GPU memory as it is needed rather than all at once; call it before anything is computed."""
    if backend_name() == "jax":
        os.environ.setdefault("XLA_PYTHON_CLIENT_PREALLOCATE", "false")
    if backend_name() != "tensorflow":
        return
    framework = _framework()
    for gpu in framework.config.list_physical_devices("GPU"):
        framework.config.experimental.set_memory_growth(gpu, True)


def out_of_memory_errors() -> tuple[type[BaseException], ...]:
    """Return the exceptions by which the backend says that a batch does not fit."""
    if backend_name() == "tensorflow":
        return (MemoryError, _framework().errors.ResourceExhaustedError)
    if backend_name() == "torch":
        return (MemoryError, _framework().OutOfMemoryError)
    return (MemoryError,)


def mixed_precision_policy() -> str:
    """Return the dtype policy that computes in 16 bits on this device.

    bfloat16 has the range of float32 and needs no scaling of the loss; GPUs before NVIDIA's Ampere lack it.
    """
    framework = _framework()
    if backend_name() == "tensorflow":
        cards = framework.config.list_physical_devices("GPU")
        details = [framework.config.experimental.get_device_details(card) for card in cards]
        old = any(one.get("compute_capability", (8, 0)) < (8, 0) for one in details)
    elif backend_name() == "torch":
        old = framework.cuda.is_available() and not framework.cuda.is_bf16_supported()
    else:
        old = False
    return "mixed_float16" if old else "mixed_bfloat16"


def let_gradients_go(optimizer: Any) -> None:
    """Have an optimizer take the gradients of one device as they are, rather than sum them over a strategy's devices.

    The sum is a function with a gradient of its own. TensorFlow registers one for every step that is traced and never
    forgets it; with it stay the graph of the step and the weights and moments that it captured: 190 MB for each
    training of conv5. On one device the sum is what it is given; where several share the steps, it has to be and stays.
    """
    if backend_name() == "tensorflow":
        optimizer._all_reduce_sum_gradients = list


def sliced_arrays(arrays: tuple[np.ndarray, ...], batch_size: int) -> Any:
    """Return a data set of batches of `arrays` that never passes through Python; None where the backend has none."""
    if backend_name() != "tensorflow":
        return None
    tensorflow = _framework()
    held = tuple(tensorflow.constant(array) for array in arrays)
    return _slices(tensorflow, held, len(arrays[0]), batch_size)


def repeated_slices(
    epochs: Callable[[], Iterator[tuple[np.ndarray, ...]]], row: tuple[np.ndarray, ...], count: int, batch_size: int
) -> Any:
    """Return a data set of batches, one epoch after another, that passes through Python once an epoch.

    epochs: yields the arrays of each epoch, `count` rows each. row: arrays of one such row. None where the backend has
    no such thing.
    """
    if backend_name() != "tensorflow":
        return None
    tensorflow = _framework()
    signature = tuple(tensorflow.TensorSpec((count, *array.shape[1:]), array.dtype) for array in row)
    source = _Source(epochs)
    whole = tensorflow.data.Dataset.from_generator(_generator(weakref.ref(source)), output_signature=signature)
    whole.source = source  # lives as long as the data set, or as somebody is going through it
    slices = _as_it_is(tensorflow, lambda *arrays: _slices(tensorflow, arrays, count, batch_size))
    return whole.flat_map(slices).prefetch(2)


def batches_to_share(batches: Callable[[], Iterator[tuple[np.ndarray, ...]]], row: tuple[np.ndarray, ...]) -> Any:
    """Return a data set of batches of any size that starts anew whenever it is asked; None where no backend needs it.

    TensorFlow does: inside a strategy `fit` looks at a first batch before it begins. row: arrays of one row.
    """
    if backend_name() != "tensorflow":
        return None
    tensorflow = _framework()
    signature = tuple(tensorflow.TensorSpec((None, *array.shape[1:]), array.dtype) for array in row)
    source = _Source(batches)
    dataset = tensorflow.data.Dataset.from_generator(_generator(weakref.ref(source)), output_signature=signature)
    ahead = dataset.prefetch(2)
    ahead.source = source  # as in `repeated_slices`
    return ahead


def gradient_of(function: Callable[[Any], Any], value: np.ndarray) -> np.ndarray:
    """Return the gradient of `function` at `value`, float32 of the same shape.

    function: a tensor of the backend -> one number, computed with keras.ops or Keras' layers.
    """
    framework = _framework()
    tensor = keras.ops.convert_to_tensor(value)
    if backend_name() == "tensorflow":
        with framework.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch(tensor)
            number = function(tensor)
        gradient = tape.gradient(number, tensor)
    elif backend_name() == "torch":
        tensor = tensor.detach().requires_grad_()
        (gradient,) = framework.autograd.grad(function(tensor), tensor)
    else:
        gradient = framework.grad(function)(tensor)
    return np.asarray(keras.ops.convert_to_numpy(gradient), dtype=np.float32)


@dataclass(frozen=True)
class _Source:
    """What makes the arrays of each epoch, or batch, and all that this holds: maybe gigabytes of mapped features."""

    epochs: Callable[[], Iterator[tuple[np.ndarray, ...]]]


def _generator(reference: weakref.ref[_Source]) -> Callable[[], Iterator[tuple[np.ndarray, ...]]]:
    """Return a generator for TensorFlow, which keeps it for ever: in a list of its global graph, one each training."""

    def generate() -> Iterator[tuple[np.ndarray, ...]]:
        source = reference()
        if source is not None:
            yield from source.epochs()

    return generate


def _slices(tensorflow: Any, arrays: tuple[Any, ...], count: int, batch_size: int) -> Any:
    starts = tensorflow.data.Dataset.range(0, count, batch_size)
    cut = _as_it_is(tensorflow, lambda start: tuple(array[start : start + batch_size] for array in arrays))
    return starts.map(cut)


def _as_it_is(tensorflow: Any, function: Callable[..., Any]) -> Any:
    """Keep TensorFlow from rewriting a function, for which it would look for its source: there may be none."""
    return tensorflow.autograph.experimental.do_not_convert(function)


def _framework() -> Any:
    return importlib.import_module(backend_name())


def _tensorflow_gpu(tensorflow: Any, gpu: Any) -> BackendDevice:
    details = tensorflow.config.experimental.get_device_details(gpu)
    kind = "Metal" if sys.platform == "darwin" else "ROCm" if tensorflow.test.is_built_with_rocm() else "CUDA"
    return BackendDevice(kind=kind, name=str(details.get("device_name", gpu.name)))


def _torch_gpus(torch: Any) -> tuple[BackendDevice, ...]:
    """Return the devices among which Keras chooses, in its order: Apple's, NVIDIA's or AMD's, Intel's."""
    if torch.backends.mps.is_available():
        return (BackendDevice(kind="Metal", name="Apple GPU", memory_bytes=int(torch.mps.recommended_max_memory())),)
    if torch.cuda.is_available():
        kind = "ROCm" if torch.version.hip else "CUDA"
        seen = [torch.cuda.get_device_properties(index) for index in range(torch.cuda.device_count())]
        return tuple(BackendDevice(kind=kind, name=one.name, memory_bytes=int(one.total_memory)) for one in seen)
    if hasattr(torch, "xpu") and torch.xpu.is_available():
        seen = [torch.xpu.get_device_properties(index) for index in range(torch.xpu.device_count())]
        return tuple(BackendDevice(kind="XPU", name=one.name, memory_bytes=int(one.total_memory)) for one in seen)
    return ()


def _jax_device(device: Any) -> BackendDevice:
    kind = {"cuda": "CUDA", "gpu": "CUDA", "rocm": "ROCm", "metal": "Metal", "tpu": "TPU"}
    return BackendDevice(kind=kind.get(device.platform.lower(), "GPU"), name=str(device.device_kind))
