"""The groups of duplicates as they are after corrections: without what was left out, in the classes of now.

Plain functions on a `FolderScan`; which pictures are the same, only a scan can tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.data.file_names import name_in_folder
from core.data.packed_names import PackedNames
from core.data.paths_in import PathsIn
from core.messages import DuplicateGroup, FolderScan


def remaining_duplicates(scan: FolderScan) -> tuple[DuplicateGroup, ...]:
    """Return the groups of `scan` with the files that are still members of a class; those of one file are none."""
    if not scan.duplicates:
        return ()
    names_of = [_names(scan, group) for group in scan.duplicates]
    class_of = _classes_now(scan, {name for names in names_of for name in names})
    groups: list[DuplicateGroup] = []
    for group, names in zip(scan.duplicates, names_of, strict=True):
        left = [name for name in names if name in class_of]
        class_names = [class_of[name] for name in left]
        if len(left) == len(names) and class_names == list(group.class_names):
            groups.append(group)
        elif len(left) > 1:
            files = PathsIn(scan.folder, PackedNames(left))
            groups.append(replace(group, files=files, class_names=PackedNames(class_names)))
    return tuple(groups)


def _names(scan: FolderScan, group: DuplicateGroup) -> Sequence[str]:
    """Return the names of a group's files, of thousands of copies without a path object for each."""
    if isinstance(group.files, PathsIn):
        return group.files.names
    return [name_in_folder(scan.folder, file) for file in group.files]


def _classes_now(scan: FolderScan, wanted: set[str]) -> dict[str, str]:
    """Return the class of each wanted name that is a member of one."""
    return {
        name: one.class_name
        for one, names in zip(scan.classes, scan.files, strict=True)
        for name in wanted.intersection(names)
    }
