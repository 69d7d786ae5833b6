"""The groups of duplicates as they are after corrections: without what was left out, in the classes of now.

Plain functions on a `FolderScan`; which pictures are the same, only a scan can tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from core.data.file_names import name_in_folder
from core.data.packed_names import PackedNames
from core.data.paths_in import PathsIn
from core.messages import DuplicateGroup, FolderScan


def remaining_duplicates(checked: FolderScan, scan: FolderScan) -> tuple[DuplicateGroup, ...]:
    """Return the groups of `scan` with the files that are still members of a class; those of one file are none.

    checked: the scan that found the groups, before anything was corrected. Only what differs is looked at: of a hundred
    thousand copies all else stays as it is.
    """
    changes = _changes(checked, scan) if scan.duplicates else {}
    groups: list[DuplicateGroup] = []
    for group in scan.duplicates if changes else ():
        names = names_of_group(scan.folder, group)
        if changes.keys().isdisjoint(names):
            groups.append(group)
        elif (left := _changed_group(scan.folder, group, names, changes)) is not None:
            groups.append(left)
    return tuple(groups) if changes else tuple(scan.duplicates)


def names_of_group(folder: Path, group: DuplicateGroup) -> Sequence[str]:
    """Return the names of a group's files in `folder`, of thousands of copies without a path object for each."""
    if isinstance(group.files, PathsIn):
        return group.files.names
    return [name_in_folder(folder, file) for file in group.files]


def _changes(checked: FolderScan, scan: FolderScan) -> dict[str, str]:
    """Return the class of each file that is in another one now, '' where it is in none."""
    before = dict(zip((one.class_name for one in checked.classes), checked.files, strict=True))
    now = dict(zip((one.class_name for one in scan.classes), scan.files, strict=True))
    others = [name for name in {**before, **now} if before.get(name) is not now.get(name)]
    of_before, of_now = ({name: set(of_class.get(name, ())) for name in others} for of_class in (before, now))
    changes = {file: "" for name in others for file in of_before[name] - of_now[name]}
    return changes | {file: name for name in others for file in of_now[name] - of_before[name]}


def _changed_group(
    folder: Path, group: DuplicateGroup, names: Sequence[str], changes: Mapping[str, str]
) -> DuplicateGroup | None:
    classes = [changes.get(name, before) for name, before in zip(names, group.class_names, strict=True)]
    left = [name for name, class_name in zip(names, classes, strict=True) if class_name]
    if len(left) < 2:
        return None
    class_names = PackedNames(class_name for class_name in classes if class_name)
    return replace(group, files=PathsIn(folder, PackedNames(left)), class_names=class_names)
