"""Export as a `.keras` file: the run's own file, unchanged."""

from __future__ import annotations

import shutil
from pathlib import Path


def write_keras_file(model_file: Path, destination: Path) -> None:
    """Copy the model file; it takes raw RGB and opens with plain Keras in safe mode already."""
    shutil.copyfile(model_file, destination)
