"""Reading NumPy's `.npz` files that somebody else may have written: no pickles, and nothing larger than the file holds.

NumPy believes the shape that an array in the file claims, and asks for that much memory. Here each claim is compared
with what is there first. Writing is NumPy's own `savez`.
"""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Collection
from pathlib import Path

import numpy as np
from numpy.lib import format as array_format

from core.network.archive_members import why_not_to_unpack

#: A reference has 40 MB, a checkpoint of a whole ConvNeXt with its optimizer and best epoch 500 MB.
_MOST_BYTES = 8 * 10**9
_KINDS = "fiubU"


class ArraysDamaged(Exception):
    """The file is no `.npz` that we wrote, or not whole; the text says why."""


def read_arrays(file: Path, wanted: Collection[str] | None = None) -> dict[str, np.ndarray]:
    """Return the arrays of a `.npz` file by name; `wanted`: of these only, if they are there.

    Raises:
        OSError: the file can't be read.
        ArraysDamaged: it is damaged, or holds anything but numbers and text.

    """
    try:
        with file.open("rb") as stream, zipfile.ZipFile(stream) as archive:
            why = why_not_to_unpack(archive)
            if why or sum(member.file_size for member in archive.infolist()) > _MOST_BYTES:
                raise ArraysDamaged(why or "it is too large")
            names = [name for name in archive.namelist() if wanted is None or name.removesuffix(".npy") in wanted]
            return {name.removesuffix(".npy"): _array(archive.read(name), name) for name in names}
    except (ArraysDamaged, MemoryError):
        raise
    except OSError as error:
        if error.errno is not None:
            raise
        raise ArraysDamaged(str(error)) from error
    except Exception as error:  # zipfile, zlib and NumPy's header raise many kinds on a damaged file
        raise ArraysDamaged(str(error) or type(error).__name__) from error


def _array(content: bytes, name: str) -> np.ndarray:
    stream = io.BytesIO(content)
    version = array_format.read_magic(stream)
    if version not in {(1, 0), (2, 0)}:
        raise ArraysDamaged(f"'{name}' is of an unknown version")
    read_header = array_format.read_array_header_1_0 if version == (1, 0) else array_format.read_array_header_2_0
    shape, by_columns, kind = read_header(stream)
    if kind.kind not in _KINDS or kind.hasobject:
        raise ArraysDamaged(f"'{name}' holds neither numbers nor text")
    if any(size < 0 for size in shape) or math.prod(shape) * kind.itemsize != len(content) - stream.tell():
        raise ArraysDamaged(f"'{name}' is not of the size that it claims")
    if not math.prod(shape):
        return np.empty(shape, dtype=kind)
    values = np.frombuffer(content, dtype=kind, offset=stream.tell(), count=math.prod(shape))
    return values.reshape(shape, order="F" if by_columns else "C").copy()
