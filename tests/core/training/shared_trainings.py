"""Trainings on several devices and on one, in a process of their own: the devices must be there before the backend is.

    python -m tests.core.training.shared_trainings BACKEND FOLDER OUT JOB...

The processor stands in for three GPUs: JAX and TensorFlow can show it as so many devices. Each job is a function here;
what came of all is written to OUT/results.json, for `test_several_devices` to judge.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

DEVICES = 3


def main() -> None:
    """Do the jobs."""
    backend, folder, out, jobs = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4:]
    os.environ |= {"KERAS_BACKEND": backend, "FROSTLINE_HOME": str(out)}
    _show_the_processor_as_several(backend)
    from core.quick_keras import importing_keras

    with importing_keras():
        from tests.core.small_resnet import resnet50_being_small

    with resnet50_being_small():
        results = {job: globals()[job](folder, out) for job in jobs}
    (out / "results.json").write_text(json.dumps(results))


def _show_the_processor_as_several(backend: str) -> None:
    if backend == "jax":
        os.environ["XLA_FLAGS"] = f"--xla_force_host_platform_device_count={DEVICES}"
        return
    import tensorflow as tf

    (processor,) = tf.config.list_physical_devices("CPU")
    tf.config.set_logical_device_configuration(processor, [tf.config.LogicalDeviceConfiguration()] * DEVICES)


def refused(folder: Path, out: Path) -> list[Any]:
    """Ask the command for more devices than there are; return its exit status and its events."""
    from core.command_line.main import main

    words = ["train", str(folder), "--weights", "random", "--out", str(out / "refused"), "--json"]
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        status = int(main([*words, "--devices", str(DEVICES + 1)]))
    return [status, *map(json.loads, output.getvalue().splitlines()), (out / "refused").exists()]


def extraction(folder: Path, out: Path) -> dict[str, Any]:
    """Return how far the features that all devices compute are from those of one, the largest of which is also told."""
    import numpy as np

    from core.backend_specific import usable_devices
    from core.features.engine import open_engine

    extractor = _small_network(dropout=0.0)
    pixels = np.random.default_rng(0).uniform(0, 255, (5, 8, 8, 3)).astype(np.float32)
    several = open_engine("keras", extractor, usable_devices())
    found = open_engine("keras", extractor).features(pixels)
    return {
        "devices": usable_devices(),
        "largest": float(np.abs(found).max()),
        "apart": float(np.abs(several.features(pixels) - found).max()),
        "two images": several.features(pixels[:2]).shape,
    }


def steps(folder: Path, out: Path) -> dict[str, Any]:
    """Fit a small network on one device and on all, on batches that do not divide, and return how far they are apart.

    On TensorFlow with class weights; on JAX with smoothed labels and dropout, which TensorFlow would draw anew for each
    device's part.
    """
    import keras

    from core.training.specification import TrainingSpecification

    usual = TrainingSpecification(folder=folder, run=out, batch_size=8, learning_rate=0.01)
    if keras.config.backend() == "jax":
        return _apart(replace(usual, label_smoothing=0.1, dropout=0.3, optimizer="sgd"))
    return _apart(replace(usual, class_weights=True))


def _apart(specification: Any) -> dict[str, float]:
    import keras
    import numpy as np

    from core.backend_specific import shared_by, usable_devices
    from core.features.table import FeatureTable
    from core.training import batches, data_parallel
    from core.training.optimization import compile_for_training

    drawn = np.random.default_rng(0)
    pictures = drawn.uniform(0, 255, (17, 8, 8, 3)).astype(np.float32)  # batches of 8, 8 and 1
    labels = np.concatenate((np.zeros(9, dtype=np.int64), drawn.integers(0, 3, 8)))
    table = FeatureTable.from_rows([(pictures, row) for row in range(17)], (8, 8, 3), "float32")
    rows = batches.LabelledRows(table, labels)
    training = batches.training_batches(rows, specification, 3, batch_size=8, first=0, end=2)
    targets = batches.validation_targets(labels, 3, specification.label_smoothing)

    def fit(model: Any, data: Any, validation: Any, callbacks: Any) -> dict[str, list[float]]:
        history = model.fit(
            data, epochs=2, steps_per_epoch=3, shuffle=False, verbose=0, validation_data=validation, callbacks=callbacks
        ).history
        return {name: [float(value) for value in values] for name, values in history.items()}

    one, several = _small_network(specification.dropout), _small_network(specification.dropout)
    compile_for_training(one, specification)
    told = fit(one, training.for_fit(), batches.validation_input(rows, targets, 8), [])
    with shared_by(usable_devices()):
        shared = data_parallel.copy_to_share(several)
        compile_for_training(shared, specification, shared=True)
        validation = data_parallel.ValidationToDivide(rows, targets, batch_size=8, devices=DEVICES)
        data = data_parallel.batches_to_divide(training, DEVICES)
        told_by_all = fit(shared, data, validation, [data_parallel.BringBack(several)])
    optimizers = [[keras.ops.convert_to_numpy(one) for one in each.optimizer.variables] for each in (one, shared)]
    pairs = [*zip(one.get_weights(), several.get_weights(), strict=True), *zip(*optimizers, strict=True)]
    told_in_order = ([value for name in sorted(one) for value in one[name]] for one in (told, told_by_all))
    figures = list(zip(*told_in_order, strict=True))
    return {
        "moved": float(np.abs(one.get_weights()[0] - _small_network(0.0).get_weights()[0]).max()),
        "weights": max(float(np.abs(a - b).max()) for a, b in pairs),
        "figures": max(abs(a - b) for a, b in figures),
        "counted": len(figures),
    }


def _small_network(dropout: float) -> Any:
    import keras
    import numpy as np

    pixels = keras.Input((8, 8, 3))
    found = keras.layers.Rescaling(1 / 255)(pixels)
    found = keras.layers.Conv2D(4, 3, activation="relu", kernel_initializer="zeros")(found)
    found = keras.layers.BatchNormalization(trainable=False)(found)
    found = keras.layers.Flatten()(found)
    if dropout:
        found = keras.layers.Dropout(dropout, seed=1)(found)
    model = keras.Model(pixels, keras.layers.Dense(3, activation="softmax", kernel_initializer="zeros")(found))
    drawn = np.random.default_rng(1)
    for layer in (model.layers[2], model.layers[-1]):
        kernel, bias = layer.get_weights()
        layer.set_weights([drawn.normal(0.0, 0.2, kernel.shape), bias])
    return model


def whole_runs(folder: Path, out: Path) -> dict[str, Any]:
    """Train on one device; and begin on two, be killed in the third epoch, and go on on one."""
    from core.job_control import JobControl
    from core.training.checkpoint import read_checkpoint
    from core.training.run_record import read_run_record
    from core.training.specification import TrainingSpecification
    from core.training.train import resume, train

    specification = TrainingSpecification(
        folder=folder, run=out / "one", weights="random", image_size=32, validation_split=0.25, thaw="conv5_block2",
        batch_size=5, epochs=3, learning_rate=3e-4,
    )  # fmt: skip
    events: list[Any] = []

    class Killed(BaseException):
        pass

    def kill(event: Any) -> None:
        events.append(event)
        if getattr(event, "epoch", 0) == 3:
            raise Killed

    train(specification, JobControl())
    with contextlib.suppress(Killed):
        train(replace(specification, run=out / "several", devices=2), JobControl(report=kill))
    began, state = read_run_record(out / "several"), read_checkpoint(out / "several")
    resume(out / "several", JobControl(), devices=1)
    (started,) = (event for event in events if event.name == "started")
    return {
        "started": [started.device, started.devices],
        "began": [began.specification.devices, began.device, state.epoch if state else 0],
    }


if __name__ == "__main__":
    main()
