"""The weights in a run's model file, read without building the network, which takes a second each time."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import h5py
import numpy as np


def weights_in(run: Path) -> dict[str, np.ndarray]:
    """Return every array by its place in the file."""
    found: dict[str, np.ndarray] = {}

    def take(name: str, member: object) -> None:
        if isinstance(member, h5py.Dataset):
            found[name] = member[()]

    with zipfile.ZipFile(run / "model.keras") as archive:
        content = io.BytesIO(archive.read("model.weights.h5"))
    with h5py.File(content, "r") as opened:
        opened.visititems(take)
    return found


def assert_same_weights(one: Path, other: Path) -> None:
    """Two runs have, bit for bit, the same weights."""
    first, second = weights_in(one), weights_in(other)
    assert first.keys() == second.keys()
    assert len(first) > 100  # 106 of the small ResNet50, and the head's
    for name, values in first.items():
        np.testing.assert_array_equal(values, second[name], err_msg=name)
