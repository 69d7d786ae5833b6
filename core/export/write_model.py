"""Writing a model in a format: which writer, in which process, with which of Frostline's facts inside.

What comes out is one file or folder, or two files for OpenVINO, in the folder that the caller gives. Whether it is
sound is `verify`'s work.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from core import __version__
from core.errors import FrostlineError
from core.export.formats import INT8, ExportFormat
from core.export.own_process import ProcessFailed, run_python
from core.export.pictures import pictures_to_calibrate
from core.job_control import JobControl
from core.prediction.trained_model import TrainedModel


@dataclass(frozen=True, kw_only=True)
class ModelToWrite:
    """What to write: the model, its file, and how. The fields are those of `core.messages.Export`."""

    trained: TrainedModel
    model_file: Path
    chosen: ExportFormat
    precision: str
    resize_inside: bool


def facts_inside(wanted: ModelToWrite) -> dict[str, Any]:
    """Return what a file says of itself, where its format can hold that."""
    size = "any, any" if wanted.resize_inside else f"{wanted.trained.image_size}, {wanted.trained.image_size}"
    return {
        "class_names": list(wanted.trained.class_names),
        "input": f"raw RGB, 0 to 255, float32 (any, {size}, 3)",
        "output": "one probability for each class, float32 (any, classes)",
        "image_size": wanted.trained.image_size,
        "made_by": f"Frostline {__version__}",
    }


def write_model(wanted: ModelToWrite, file: Path, control: JobControl) -> None:
    """Write the model to `file`. Reports Progress of the stages `export` and `calibrate`.

    Raises:
        FrostlineError: the model can't be written in this format.
        OSError: the file can't be written.
        Stopped: the user asked for it.

    """
    control.progress("export", 0, 1)
    match wanted.chosen.name:
        case "keras":
            _write_keras(wanted, file)
        case "onnx":
            _write_onnx(wanted, file, control)
        case "openvino":
            _write_openvino(wanted, file, control)
        case "saved_model":
            options = ["--resize-inside"] if wanted.resize_inside else []
            _write_in_own_process("to_saved_model", "tensorflow", wanted, file, options, control)
        case "litert":
            _write_litert(wanted, file, control)
        case "torch":
            _write_torch(wanted, file, control)


def _write_keras(wanted: ModelToWrite, file: Path) -> None:
    from core.export.writers.keras_file import write_keras_file, write_resizing_keras_file

    if wanted.resize_inside:
        write_resizing_keras_file(wanted.trained.model, file)
    else:
        write_keras_file(wanted.model_file, file)


def _write_onnx(wanted: ModelToWrite, file: Path, control: JobControl) -> None:
    from core.export.writers.onnx_graph import onnx_model

    facts = facts_inside(wanted)
    written = onnx_model(wanted.trained.model, control, resize_inside=wanted.resize_inside, facts=facts)
    file.write_bytes(written.SerializeToString())


def _write_openvino(wanted: ModelToWrite, file: Path, control: JobControl) -> None:
    from core.export.writers.onnx_graph import onnx_model
    from core.export.writers.openvino_file import write_openvino_file

    facts = facts_inside(wanted)
    graph = onnx_model(wanted.trained.model, control, resize_inside=False, facts={})
    control.raise_if_stopped()
    write_openvino_file(graph, file, resize_inside=wanted.resize_inside, facts=facts)


def _write_litert(wanted: ModelToWrite, file: Path, control: JobControl) -> None:
    with tempfile.TemporaryDirectory(prefix="frostline-") as folder:
        labels, pictures = Path(folder) / "labels.txt", Path(folder) / "pictures.npy"
        labels.write_bytes("".join(f"{name}\n" for name in wanted.trained.class_names).encode("utf-8"))
        options = ["--precision", wanted.precision, "--labels", str(labels)]
        if wanted.precision == INT8:
            np.save(pictures, pictures_to_calibrate(wanted.trained, control))
            options += ["--pictures", str(pictures)]
        _write_in_own_process("to_litert", "tensorflow", wanted, file, options, control)


def _write_torch(wanted: ModelToWrite, file: Path, control: JobControl) -> None:
    with tempfile.TemporaryDirectory(prefix="frostline-") as folder:
        facts = Path(folder) / "facts.json"
        facts.write_text(_json(facts_inside(wanted)), encoding="utf-8")
        _write_in_own_process("to_torch", "torch", wanted, file, ["--facts", str(facts)], control)


def _write_in_own_process(
    writer: str, backend: str, wanted: ModelToWrite, file: Path, options: Sequence[str], control: JobControl
) -> None:
    arguments = ["-m", "core.export.writers", writer, str(wanted.model_file), str(file), *options]
    try:
        run_python(arguments, {"KERAS_BACKEND": backend}, control)
    except ProcessFailed as error:
        if error.disk_is_full:
            raise OSError(None, "there is no room left") from error
        raise FrostlineError(
            f"The model can't be written as {wanted.chosen.title}: {error.reason}. Nothing was written.",
            hint="Try another format; the log file has the details.",
            kind="export_failed",
        ) from error


def _json(facts: Mapping[str, Any]) -> str:
    return json.dumps(facts, ensure_ascii=False)
