"""The gate before Keras: a `.keras` file is looked through, from its zip to its arrays, before anything is made of it.

Keras has a safe mode, which stays on; it has had holes. Every way in which this program opens a model leads through
here (`model_file` in this process, `core.export.writers` in theirs). No Keras is needed: a file is refused in
milliseconds, and nothing of it is looked up, imported or run.
"""

from __future__ import annotations

import io
import json
import logging
import zipfile
from pathlib import Path

import h5py

from core.errors import UnusableInput
from core.network.archive_members import why_not_to_unpack
from core.network.hdf5_contents import ContentsRefused, dimensions_in
from core.prediction.model_classes import ClassUnknown, CodeNamed, ConfigDamaged, refuse_foreign_classes, sizes_named

_CONFIG, _METADATA, _WEIGHTS = "config.json", "metadata.json", "model.weights.h5"
#: What a `.keras` file, a zip archive, contains. ConvNeXtXLarge has weights of 1.4 GB, EfficientNetV2L 1 MB of
#: configuration; a member is unpacked into memory to be looked at.
_MOST_BYTES = {_CONFIG: 2**25, _METADATA: 2**20, _WEIGHTS: 3 * 2**30}

_CHOOSE = "Choose a run folder or a .keras file."
_WHOLE_FILE = "Use a whole copy of the file, or train again."
_ONLY_KERAS = "Save the model with Keras' own layers only."

_log = logging.getLogger(__name__)


def look_through(file: Path) -> None:
    """Look through a `.keras` file.

    Raises:
        UnusableInput: it is missing, is no such file, is damaged, or holds what must not be opened: code, classes that
            are not Keras' own, links, members with paths, or arrays that are larger than the file can hold.

    """
    config, weights = _unpacked(file)
    try:
        parsed = json.loads(config)
        refuse_foreign_classes(parsed)
        with h5py.File(io.BytesIO(weights), "r") as opened:
            dimensions = dimensions_in(opened)
        absurd = next((size for size in sizes_named(parsed) if size not in dimensions), None)
    except MemoryError:
        raise
    except CodeNamed as named:
        raise has_code(file) from named
    except ClassUnknown as named:
        raise has_foreign_layers(file, str(named)) from named
    except ContentsRefused as why:
        raise UnusableInput(f"{file} is refused: {why}.", hint=_WHOLE_FILE, kind="unsafe_model") from why
    except ConfigDamaged as error:
        raise damaged(file) from error
    except Exception as error:  # h5py raises almost anything on a damaged file
        _log.info("%s can't be looked through", file, exc_info=True)
        raise damaged(file) from error
    if absurd is not None:
        raise UnusableInput(
            f"{file} is damaged: a layer is to have {absurd:,} units, and its weights have not.", hint=_WHOLE_FILE
        )


def damaged(file: Path) -> UnusableInput:
    """Return the refusal of a file that begins as a model does and then isn't whole."""
    return UnusableInput(f"{file} is damaged: Keras can't open it.", hint=_WHOLE_FILE)


def has_code(file: Path) -> UnusableInput:
    """Return the refusal of a model that brings its own code."""
    return UnusableInput(
        f"{file} contains Python code of its own (a Lambda layer or the like), which is not run for safety's sake.",
        hint="Save the model without such layers.",
        kind="unsafe_model",
    )


def has_foreign_layers(file: Path, name: str = "") -> UnusableInput:
    """Return the refusal of a model of layers that are not Keras' own, or do more than compute."""
    such_as = f": {name}" if name else ""
    return UnusableInput(
        f"{file} uses layers that are not part of Keras, or not allowed here{such_as}.",
        hint=_ONLY_KERAS,
        kind="unsafe_model",
    )


def _unpacked(file: Path) -> tuple[bytes, bytes]:
    """Return the configuration and the weights; their checksums are right."""
    if not file.exists():
        raise UnusableInput(f"{file} does not exist.", hint=_CHOOSE)
    try:
        with zipfile.ZipFile(file) as archive:
            _refuse_members(file, archive)
            # Of the metadata nothing is used, but it must be whole as well.
            return [archive.read(name) for name in (_METADATA, _CONFIG, _WEIGHTS)][1:]  # type: ignore[return-value]
    except (UnusableInput, MemoryError):
        raise
    except zipfile.BadZipFile as error:
        raise UnusableInput(f"{file} is not a .keras model file, or is damaged.", hint=_CHOOSE) from error
    except OSError as error:
        why = error.strerror or "it is damaged"
        raise UnusableInput(
            f"{file} can't be read ({why}).", hint="Check its permissions, or choose another."
        ) from error
    except Exception as error:  # zipfile and zlib too raise many kinds on a damaged file
        raise damaged(file) from error


def _refuse_members(file: Path, archive: zipfile.ZipFile) -> None:
    sizes = {member.filename: member.file_size for member in archive.infolist()}
    missing = sorted(_MOST_BYTES.keys() - sizes.keys())
    if missing:
        raise UnusableInput(f"{file} is not a .keras model file: {', '.join(missing)} is missing in it.", hint=_CHOOSE)
    why = why_not_to_unpack(archive)
    too_large = [name for name, most in _MOST_BYTES.items() if sizes[name] > most]
    if not why and too_large:
        why = f"'{too_large[0]}' in it has {sizes[too_large[0]] / 1e9:,.1f} GB"
    others = sorted(sizes.keys() - _MOST_BYTES.keys())
    if not why and others:
        why = f"'{others[0][:80]}' in it is no part of an image classifier"
    if why:
        raise UnusableInput(f"{file} is refused: {why}.", hint=_WHOLE_FILE, kind="unsafe_model")
