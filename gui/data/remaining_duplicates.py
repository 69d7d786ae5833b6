"""The groups of duplicates as they are after corrections: without what was left out, in the classes of now.

Plain functions on a `FolderScan`; which pictures are the same, only a scan can tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.data.file_names import name_in_folder
from core.messages import DuplicateGroup, FolderScan


def remaining_duplicates(scan: FolderScan) -> tuple[DuplicateGroup, ...]:
    """Return the groups of `scan` with the files that are still members of a class; those of one file are none."""
    if not scan.duplicates:
        return ()
    names = {file: name_in_folder(scan.folder, file) for group in scan.duplicates for file in group.files}
    class_of = _classes_now(scan, set(names.values()))
    groups: list[DuplicateGroup] = []
    for group in scan.duplicates:
        files = tuple(file for file in group.files if names[file] in class_of)
        if len(files) > 1:
            class_names = tuple(class_of[names[file]] for file in files)
            is_same = files == group.files and class_names == group.class_names
            groups.append(group if is_same else replace(group, files=files, class_names=class_names))
    return tuple(groups)


def _classes_now(scan: FolderScan, wanted: set[str]) -> dict[str, str]:
    """Return the class of each wanted name that is a member of one."""
    members: Sequence[Sequence[str]] = scan.files
    return {
        name: one.class_name
        for one, names in zip(scan.classes, members, strict=True)
        for name in wanted.intersection(names)
    }
