"""The groups of duplicates as they are after corrections: without what was left out, in the classes of now.

Plain functions on a `FolderScan`; which pictures are the same, only a scan can tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from core.data.file_names import name_in_folder
from core.data.packed_names import PackedNames
from core.data.paths_in import PathsIn
from core.messages import DuplicateGroup, FolderScan

#: To look through the members of all classes for more copies would keep the window busy.
_MANY = 20_000


def remaining_duplicates(scan: FolderScan) -> tuple[DuplicateGroup, ...]:
    """Return the groups of `scan` with the files that are still members of a class; those of one file are none."""
    if not scan.duplicates:
        return ()
    names_of = [names_of_group(scan.folder, group) for group in scan.duplicates]
    class_of = _classes_now(scan, names_of)
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


def names_of_group(folder: Path, group: DuplicateGroup) -> Sequence[str]:
    """Return the names of a group's files in `folder`, of thousands of copies without a path object for each."""
    if isinstance(group.files, PathsIn):
        return group.files.names
    return [name_in_folder(folder, file) for file in group.files]


def _classes_now(scan: FolderScan, names_of: Sequence[Sequence[str]]) -> dict[str, str]:
    """Return the class of each name that is still a member of one; of very many, that of the scan."""
    if sum(len(names) for names in names_of) > _MANY:
        excluded = {name for names in scan.excluded for name in names}
        pairs = zip(scan.duplicates, names_of, strict=True)
        before = (pair for group, names in pairs for pair in zip(names, group.class_names, strict=True))
        return {name: class_name for name, class_name in before if name not in excluded}
    wanted = {name for names in names_of for name in names}
    return {
        name: one.class_name
        for one, names in zip(scan.classes, scan.files, strict=True)
        for name in wanted.intersection(names)
    }
