"""What a scan says after a correction, without scanning anew: the same files, counted in other classes or left out.

Plain functions on a `FolderScan`; the files were checked by the scan and are not looked at. What only a scan can tell
(misnamed files, copies) stays as it was until the next one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

from core.data.cautions import COUNTED, count_cautions
from core.data.corrections import FileCorrection
from core.data.file_names import name_in_class, name_in_folder
from core.data.obstacles import find_obstacles
from core.data.packed_names import PackedNames
from core.data.sidecar import collected_class
from core.messages import ClassCount, FileProblem, FolderScan


def changed_scan(
    scan: FolderScan,
    corrections: Mapping[str, FileCorrection],
    *,
    added: Iterable[str] = (),
    removed: Iterable[str] = (),
) -> FolderScan:
    """Return `scan` as it is when some files are corrected otherwise than they were.

    corrections: what holds now for each file that was corrected, or whose correction was taken back. added: files that
    have joined since, of the collection. removed: files that are gone. Classes that get their first file appear, and
    those that were made of such files alone and lose the last disappear.
    """
    touched = {*corrections, *removed, *added}
    files = _without(dict(zip(_names(scan), scan.files, strict=True)), touched)
    excluded = _without(dict(zip(_names(scan), scan.excluded, strict=False)), touched)
    known = {name for names in (*scan.files, *scan.excluded) for name in touched.intersection(names)}
    problems = tuple(one for one in scan.problems if name_in_folder(scan.folder, one.file) not in touched)
    known |= {name_in_folder(scan.folder, one.file) for one in scan.problems}
    changed: set[str] = set()
    for name in sorted((touched & known).difference(removed).union(added)):
        one = corrections.get(name, FileCorrection())
        class_name = one.class_name or folder_class(scan, name)
        (excluded if one.excluded else files).setdefault(class_name, []).append(name)
        changed.add(class_name)
    for class_name in changed:
        for names in (files.get(class_name, []), excluded.get(class_name, [])):
            names.sort(key=lambda name: (name_in_class(name, inner_classes=scan.inner_classes), name))
    return _rebuilt(scan, files, excluded, problems)


def folder_class(scan: FolderScan, name: str) -> str:
    """Return the class that the place of a file gives it, whatever was corrected."""
    collected = collected_class(scan.folder, name)
    if collected is not None:
        return collected
    if not scan.inner_classes:
        return name.partition("/")[0]
    place = name.rpartition("/")[0]
    return place if place in _names(scan) else place.rpartition("/")[2]


def _names(scan: FolderScan) -> list[str]:
    return [one.class_name for one in scan.classes]


def _without(names_of: Mapping[str, Iterable[str]], touched: set[str]) -> dict[str, list[str]]:
    return {class_name: [name for name in names if name not in touched] for class_name, names in names_of.items()}


def _rebuilt(
    scan: FolderScan, files: dict[str, list[str]], excluded: dict[str, list[str]], problems: tuple[FileProblem, ...]
) -> FolderScan:
    unusable = {one.class_name: 0 for one in scan.classes}
    for problem in problems:
        unusable[problem.class_name] = unusable.get(problem.class_name, 0) + 1
    names = [
        name
        for name in sorted({*files, *excluded})
        if files.get(name) or excluded.get(name) or unusable.get(name) or (scan.folder / name).is_dir()
    ]
    counts = tuple(
        ClassCount(
            class_name=name,
            images=len(files.get(name, ())),
            problems=unusable.get(name, 0),
            excluded=len(excluded.get(name, ())),
        )
        for name in names
    )
    members = [files.get(name, []) for name in names]
    return dataclasses.replace(
        scan,
        classes=counts,
        files=tuple(PackedNames(one) for one in members),
        obstacles=find_obstacles(scan.folder, counts, members, ()) if counts else scan.obstacles,
        excluded=tuple(PackedNames(excluded.get(name, ())) for name in names),
        problems=problems,
        cautions=(*count_cautions(counts), *(one for one in scan.cautions if one.kind not in COUNTED)),
    )
