"""Open a file of Keras weights that nobody vouches for: HDF5, or the zip that Keras calls .keras.

Only bytes are read, nothing of the file is ever instantiated. Here each way in which a file is not what it claims to
be becomes a sentence; what is inside is `saved_layers`' concern.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import h5py

from core.errors import UnusableInput
from core.network.archive_members import why_not_to_unpack

SUFFIXES = (".h5", ".hdf5", ".keras")
HINT = "Choose weights of keras.applications.ResNet50, saved by Keras as .h5, .weights.h5 or .keras."

_PYTORCH_SUFFIXES = (".pth", ".pt")
_HDF5_MAGIC = b"\x89HDF\r\n\x1a\n"
_PYTORCH_MAGIC = b"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19."
_WEIGHTS_MEMBER, _CONFIG_MEMBER = "model.weights.h5", "config.json"

#: ResNet50 has 94 MB, three times that with the state of an optimizer. A zip member is unpacked into memory.
_MOST_WEIGHTS_BYTES = 2**31
_MOST_CONFIG_BYTES = 2**25


@contextmanager
def open_container(file: Path) -> Iterator[tuple[h5py.File, Any]]:
    """Open `file`; give its HDF5 part and, from a .keras file, its configuration as plain JSON data (else None).

    Raises:
        UnusableInput: `file` is missing, unreadable, damaged, or of another kind.

    """
    head = _read_head(file)
    config = None
    source: Path | io.BytesIO = file
    if head.startswith(b"PK"):
        source, config = _unzip(file)
    elif not head.startswith(_HDF5_MAGIC):
        raise _refusal_of_content(file, head)
    try:
        opened = h5py.File(source, "r", **({} if config is not None else {"locking": "best-effort"}))
    except Exception as error:  # h5py raises almost anything on a damaged file
        raise damaged(file) from error
    with opened:
        yield opened, config


def damaged(file: Path) -> UnusableInput:
    """Return the refusal of a file that begins as it should and then isn't whole."""
    return UnusableInput(f"{file} is damaged or incomplete: it can't be read to its end.", hint=HINT)


def _read_head(file: Path) -> bytes:
    suffix = file.suffix.lower()
    try:
        with file.open("rb") as opened:
            head = opened.read(64)
    except FileNotFoundError as error:
        raise UnusableInput(f"There is no weights file {file}.", hint=HINT) from error
    except IsADirectoryError as error:
        raise UnusableInput(f"{file} is a folder, not a weights file.", hint=HINT) from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise UnusableInput(f"The weights file {file} can't be read: {why}.", hint=HINT) from error
    if suffix in _PYTORCH_SUFFIXES:
        raise _pytorch(file)
    if suffix not in SUFFIXES:
        expected = "expected .h5, .weights.h5 or .keras"
        raise UnusableInput(f"{file} is not a weights file by its name: {expected}.", hint=HINT)
    if not head:
        raise UnusableInput(f"The weights file {file} is empty.", hint=HINT)
    return head


def _refusal_of_content(file: Path, head: bytes) -> UnusableInput:
    if head.startswith(_PYTORCH_MAGIC):
        return _pytorch(file)
    return UnusableInput(f"{file} is not a weights file of Keras: it holds neither HDF5 nor a zip.", hint=HINT)


def _pytorch(file: Path) -> UnusableInput:
    return UnusableInput(f"{file} is a PyTorch checkpoint; only weights saved by Keras can be used.", hint=HINT)


def _unzip(file: Path) -> tuple[io.BytesIO, Any]:
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            why = why_not_to_unpack(archive)
            if why:
                raise UnusableInput(f"{file} is refused: {why}.", hint=HINT)
            if _WEIGHTS_MEMBER not in names:
                raise _refusal_of_zip(file, names)
            weights = _read_member(archive, _WEIGHTS_MEMBER, _MOST_WEIGHTS_BYTES, file)
            config = _read_member(archive, _CONFIG_MEMBER, _MOST_CONFIG_BYTES, file) if _CONFIG_MEMBER in names else b""
    except UnusableInput:
        raise
    except Exception as error:  # zipfile too raises many kinds on a damaged file
        raise damaged(file) from error
    return io.BytesIO(weights), _parse(config)


def _refusal_of_zip(file: Path, names: list[str]) -> UnusableInput:
    if any(name.rpartition("/")[2] == "data.pkl" for name in names):
        return _pytorch(file)
    return UnusableInput(f"{file} is a zip without {_WEIGHTS_MEMBER}: it was not saved by Keras.", hint=HINT)


def _read_member(archive: zipfile.ZipFile, name: str, most_bytes: int, file: Path) -> bytes:
    size = archive.getinfo(name).file_size
    if size > most_bytes:
        raise UnusableInput(f"{file} is no ResNet50: its {name} would take {size / 1e9:.1f} GB.", hint=HINT)
    return archive.read(name)


def _parse(config: bytes) -> Any:
    """Return the configuration as plain data; an unreadable one is an empty one, since only names are taken of it."""
    try:
        return json.loads(config)
    except (ValueError, RecursionError):
        return {}
