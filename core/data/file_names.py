"""How files of a data folder are called in corrections, runs and scans: relative to the folder, with '/'.

Plain functions on names. A file outside of the folder, as a collected picture may be, is called by its whole path,
so that `folder / name` is the file in either case.
"""

from __future__ import annotations

from pathlib import Path

#: The hidden folder of what Frostline notes of a data folder; no listing, neither Keras' nor ours, sees a class in it.
SIDECAR = ".frostline"


def name_in_folder(folder: Path, file: Path) -> str:
    """Return the name of a file of the data folder `folder`."""
    return file.relative_to(folder).as_posix() if file.is_relative_to(folder) else file.absolute().as_posix()


def name_in_class(name: str, *, inner_classes: bool = False) -> str:
    """Return the name of a file inside its class: what comes after the class's folder.

    A data folder that was corrected and one that was put right on disk agree in these names, so both are put in the
    same order, split alike, and have the same digest.
    """
    if inner_classes or name.startswith(f"{SIDECAR}/") or Path(name).is_absolute() or "/" not in name:
        return name.rpartition("/")[2]
    return name.partition("/")[2]
