"""What must hold of every file after a fault: what stands under its final name opens and is whole.

Each kind of file is opened by its own means, without Keras and without a window.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QSettings

from core.export.destination import REPORT_SUFFIX, digests_of
from core.features.recipe import FeatureRecipe
from core.features.segment import Segment, checksum, read_segment
from core.features.store import RECIPE_FILE
from core.training.checkpoint import CHECKPOINT_FOLDER, read_checkpoint
from core.training.run_lock import LOCK_FILE
from core.training.run_record import LABELS_FILE, MODEL_FILE, RECORD_FILE, read_run_record
from core.whole_files import is_leftover


def damaged_files(*folders: Path) -> list[str]:
    """Return what is wrong with the files below some folders, in words; those in the making do not count."""
    return [f"{file}: {why}" for folder in folders for file in _files(folder) if (why := _what_is_wrong(file))]


def leftovers(*folders: Path) -> list[str]:
    """Return what dead processes have left below some folders: unfinished files and folders, locks of trainings."""
    found = [one for folder in folders for one in folder.rglob("*")]
    return sorted(
        str(one) for one in found if is_leftover(one.name) or one.name == LOCK_FILE or _is_unfinished_row(one)
    )


def what_is_wrong_with_run(run: Path) -> str:
    """Return why a run is neither whole, nor can be resumed, nor begun anew; '' when it is one of these."""
    if not (run / RECORD_FILE).is_file():
        names = [one.name for one in run.iterdir() if one.name != LOCK_FILE and not is_leftover(one.name)]
        return f"{run} has no record, but {names}" if names else ""
    record = read_run_record(run)
    if record.state == "running":
        read_checkpoint(run)
        return ""
    missing = [name for name in (MODEL_FILE, LABELS_FILE, "history.csv", "tensorboard") if not (run / name).exists()]
    return f"{run} is {record.state}, but lacks {missing}" if missing else ""


def rows_in(store: Path) -> dict[str, bytes]:
    """Return every row of a feature store, by recipe and key, checked by its checksum."""
    rows: dict[str, bytes] = {}
    for index_file in store.glob("*/*.index"):
        if not is_leftover(index_file.name):
            segment = read_segment(index_file)
            for key, row in zip(segment.keys, _rows_of(segment), strict=True):
                rows[f"{index_file.parent.name} {key}"] = row.tobytes()
    return rows


def weights_digest(model: Path) -> str:
    """Return a digest of all weights in a .keras file, without Keras: of the arrays in its HDF5 file, by name."""
    import io

    import h5py

    digest = hashlib.sha256()

    def add(name: str, item: object) -> None:
        if isinstance(item, h5py.Dataset):
            digest.update(name.encode())
            digest.update(np.asarray(item).tobytes())

    with zipfile.ZipFile(model) as opened, h5py.File(io.BytesIO(opened.read("model.weights.h5"))) as weights:
        weights.visititems(add)
    return digest.hexdigest()


def _files(folder: Path) -> list[Path]:
    return sorted(one for one in folder.rglob("*") if one.is_file() and not _in_the_making(one.relative_to(folder)))


def _in_the_making(file: Path) -> bool:
    return any(is_leftover(part) for part in file.parts) or _is_unfinished_row(file) or file.name == LOCK_FILE


def _is_unfinished_row(file: Path) -> bool:
    return file.suffix == ".unfinished"


def _what_is_wrong(file: Path) -> str:
    look = _LOOKS.get(file.suffix)
    if file.name.endswith(REPORT_SUFFIX):
        look = _check_export
    try:
        return (look(file) or "") if look is not None else ""
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def _check_json(file: Path) -> None:
    content = json.loads(file.read_text(encoding="utf-8"))
    if file.name == RECORD_FILE and "specification" in content:
        read_run_record(file.parent)


def _check_export(file: Path) -> str:
    listed = json.loads(file.read_text(encoding="utf-8"))["files"]
    found = {name: digest for one in file.parent.iterdir() for name, digest in digests_of(one).items()}
    wrong = [name for name, digest in listed.items() if found.get(name) != digest]
    return f"lists {wrong}, which are gone or others" if wrong else ""


def _check_archive(file: Path) -> str:
    with zipfile.ZipFile(file) as opened:
        return f"{damaged} is damaged" if (damaged := opened.testzip()) else ""


def _check_arrays(file: Path) -> str:
    if file.parent.name == CHECKPOINT_FOLDER:
        read_checkpoint(file.parent.parent)
    return _check_archive(file)


def _check_segment(file: Path) -> str:
    segment = read_segment(file)
    wrong = [key for key, row, known in zip(segment.keys, _rows_of(segment), segment.checksums, strict=True)
             if checksum(row) != known]  # fmt: skip
    return f"rows {wrong} fail their checksums" if wrong else ""


def _rows_of(segment: Segment) -> np.ndarray:
    content = json.loads((segment.rows_file.parent / RECIPE_FILE).read_text(encoding="utf-8"))
    content["row_shape"] = tuple(content["row_shape"])
    names = FeatureRecipe.__dataclass_fields__
    return segment.rows(FeatureRecipe(**{name: value for name, value in content.items() if name in names}))


def _check_picture(file: Path) -> None:
    with Image.open(file) as picture:
        picture.load()


def _check_settings(file: Path) -> str:
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    settings.allKeys()
    return "" if settings.status() is QSettings.Status.NoError else str(settings.status())


def _check_database(file: Path) -> str:
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        (answer,) = database.execute("PRAGMA integrity_check").fetchone()
    database.close()
    return "" if answer == "ok" else str(answer)


_LOOKS: dict[str, Callable[[Path], str | None]] = {
    ".json": _check_json,
    ".keras": _check_archive,
    ".npz": _check_arrays,
    ".index": _check_segment,
    ".jpg": _check_picture,
    ".png": _check_picture,
    ".ini": _check_settings,
    ".sqlite": _check_database,
}
