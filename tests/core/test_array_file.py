"""Arrays from anywhere: the very ones that NumPy wrote, and nothing that claims more than there is."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest

from core.array_file import ArraysDamaged, read_arrays


def npy(array: np.ndarray, *, allow_pickle: bool = False) -> bytes:
    stream = io.BytesIO()
    np.save(stream, array, allow_pickle=allow_pickle)
    return stream.getvalue()


def pack(file: Path, *members: tuple[str, bytes], method: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return file


def test_arrays_come_back_as_they_were_written(tmp_path: Path) -> None:
    arrays: dict[str, np.ndarray] = {
        "rows": np.arange(12, dtype=np.float32).reshape(3, 4),
        "columns": np.asfortranarray(np.arange(6).reshape(2, 3)),
        "names": np.asarray(["ants/1.png", "蝶/ü.png"]),
        "none": np.empty((0, 5), np.float32),
        "words": np.asarray("text"),
    }
    np.savez(tmp_path / "arrays.npz", **arrays)  # type: ignore[arg-type]

    found = read_arrays(tmp_path / "arrays.npz")

    assert found.keys() == arrays.keys()
    for name, array in arrays.items():
        np.testing.assert_array_equal(found[name], array)
        assert found[name].dtype == array.dtype


def test_only_what_is_wanted_is_read(tmp_path: Path) -> None:
    pack(tmp_path / "two.npz", ("wanted.npy", npy(np.ones(2))), ("damaged.npy", b"junk"))

    assert list(read_arrays(tmp_path / "two.npz", {"wanted"})) == ["wanted"]


def claims(shape: str) -> bytes:
    header = f"{{'descr': '<f4', 'fortran_order': False, 'shape': {shape}, }}\n".encode()
    return b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header + bytes(16)


@pytest.mark.parametrize(
    "content",
    [
        claims("(1000000000000,)"),
        claims("(-1,)"),
        b"\x93NUMPY\x01\x00\x04\x00((((",
        b"",
        b"\x93NUMPY\x09\x00",
        npy(np.zeros(3, dtype=[("a", "f4")])),
        npy(np.ones(3)) + b"more",
    ],
    ids=["huge", "negative", "no header", "empty", "another version", "no plain numbers", "more than it says"],
)
def test_what_is_not_as_it_claims_is_refused(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(ArraysDamaged):
        read_arrays(pack(tmp_path / "odd.npz", ("rows.npy", content)))


class Touches:
    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.file,)


def test_a_pickle_is_never_loaded(tmp_path: Path) -> None:
    objects = np.empty(1, dtype=object)
    objects[0] = Touches(tmp_path / "touched")

    with pytest.raises(ArraysDamaged):
        read_arrays(pack(tmp_path / "pickle.npz", ("rows.npy", npy(objects, allow_pickle=True))))

    assert not (tmp_path / "touched").exists()


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = pack(tmp_path / "bomb.npz", ("rows.npy", bytes(50 << 20)), method=zipfile.ZIP_DEFLATED)

    with pytest.raises(ArraysDamaged, match="packed into almost nothing"):
        read_arrays(bomb)
