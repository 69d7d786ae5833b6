"""Run as a process of its own, on PyTorch: writes an exported program (.pt2).

    python -m core.export.writers to_torch MODEL.keras FILE.pt2 --facts JSON

The program takes raw RGB, float32 (any, s, s, 3), and gives float32 (any, classes); `torch.export.load` opens it
without Keras. What the JSON file says (class names and the like) is inside as extra files, a file for each key.
"""

from __future__ import annotations

import argparse
import json
import warnings
from pathlib import Path
from typing import Any

import keras

from core.export.writers.child_words import say_progress
from core.prediction.model_file import open_model_file


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("--facts", type=Path, required=True)
    arguments = parser.parse_args()
    import torch

    facts = json.loads(arguments.facts.read_text(encoding="utf-8"))
    say_progress("export", 0, 3)
    model = open_model_file(arguments.model).eval()
    say_progress("export", 1, 3)
    program = exported_program(model)
    say_progress("export", 2, 3)
    torch.export.save(program, arguments.file, extra_files={key: _as_text(value) for key, value in facts.items()})
    say_progress("export", 3, 3)


def exported_program(model: keras.Model) -> Any:
    """Return `model` as a `torch.export.ExportedProgram` for batches of any size."""
    import torch

    size = int(model.inputs[0].shape[1])
    # Two pictures: a batch of one would be taken for a size that never changes.
    example = torch.zeros((2, size, size, 3), dtype=torch.float32)
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        return torch.export.export(
            _with_one_argument(model), (example,), dynamic_shapes=({0: torch.export.Dim.AUTO},), strict=False
        )


def _with_one_argument(model: keras.Model) -> Any:
    """Return a module of PyTorch's that calls `model`: Keras' own takes any number of arguments, all to be described.

    The model is not a part of it in PyTorch's eyes: Keras' weights become constants of the program, and would be
    written a second time as parameters that nothing uses.
    """
    import torch

    class Classifier(torch.nn.Module):  # type: ignore[misc]
        def forward(self, image: torch.Tensor) -> torch.Tensor:
            return model(image, training=False)

    return Classifier()


def _as_text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
