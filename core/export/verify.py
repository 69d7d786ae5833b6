"""The check of an export: opened anew in a fresh process that knows nothing of Frostline, and compared.

Both models are computed by that process on the CPU, so that the difference is the export's and not the device's,
and so that it gets by without the GPU memory that this process holds. The process is `compare_process`.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from core.data.decode import ImageUnusable, decode_image
from core.errors import FrostlineError, Stopped
from core.export import compare_process
from core.job_control import JobControl
from core.prediction.trained_model import TrainedModel

#: A larger difference of a probability means that the export is not the same model.
LARGEST_DIFFERENCE = 1e-4
_PICTURES, _RANDOM_PICTURES = 32, 8

_log = logging.getLogger(__name__)


def pictures_to_compare(trained: TrainedModel) -> np.ndarray:
    """Return up to 32 images of the run's data, uint8 (n, s, s, 3); seeded random ones where none are left."""
    record = trained.record
    found: list[np.ndarray] = []
    if record is not None:
        held_out = record.specification.validation_folder or record.specification.folder
        files = [held_out / name for name in record.validation_files]
        files += [record.specification.folder / name for name in record.training_files]
        for file in files[:_PICTURES]:
            try:
                found.append(decode_image(file, trained.image_size))
            except ImageUnusable:
                continue  # moved or changed since the training: others will do
    if found:
        return np.stack(found)
    shape = (_RANDOM_PICTURES, trained.image_size, trained.image_size, 3)
    return np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)


def largest_difference(original: Path, exported: Path, pictures: np.ndarray, control: JobControl) -> float:
    """Return the largest difference of a probability between two models on `pictures`, uint8 (n, s, s, 3).

    Raises:
        FrostlineError: the exported model can't be opened, or says something else.
        Stopped: the user asked for it.

    """
    with tempfile.TemporaryDirectory(prefix="frostline-") as folder:
        pictures_file, result = Path(folder) / "pictures.npy", Path(folder) / "result.json"
        np.save(pictures_file, pictures)
        _run(original, exported, pictures_file, result, control=control)
        difference = float(json.loads(result.read_text(encoding="utf-8"))["max_difference"])
    if not difference <= LARGEST_DIFFERENCE:
        raise _unsound(f"a probability differs by {difference:.1e} from the run's model")
    return difference


def _run(*arguments: Path, control: JobControl) -> None:
    # -P keeps the script's own folder off the search path, where Frostline's files would be taken for packages.
    command = [sys.executable, "-P", compare_process.__file__, *map(str, arguments)]
    with (
        tempfile.TemporaryFile() as complaints,
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=complaints, env=_on_the_cpu()) as process,
    ):
        try:
            while not _has_ended(process):
                control.raise_if_stopped()
        except Stopped:
            process.kill()
            raise
        complaints.seek(0)
        text = complaints.read().decode("utf-8", errors="replace").strip()
    control.raise_if_stopped()
    if process.returncode != 0:
        _log.error("The check of an export failed with status %s:\n%s", process.returncode, text)
        raise _unsound(f"it can't be opened again ({text.splitlines()[-1] if text else 'no reason was given'})")


def _has_ended(process: subprocess.Popen[bytes]) -> bool:
    try:
        process.wait(timeout=0.1)
    except subprocess.TimeoutExpired:
        return False
    return True


def _on_the_cpu() -> dict[str, str]:
    return os.environ | {"CUDA_VISIBLE_DEVICES": "-1", "JAX_PLATFORMS": "cpu", "TF_CPP_MIN_LOG_LEVEL": "2"}


def _unsound(why: str) -> FrostlineError:
    return FrostlineError(
        f"The exported model is not sound: {why}. Nothing was written.",
        hint="Try another format; the log file has the details.",
        kind="export_unsound",
    )
