"""What a scan says after a correction, without scanning anew: the same files, counted in other classes or left out.

Plain functions on a `FolderScan`; the files were checked by the scan and are not looked at. What only a scan can tell
(misnamed files, copies) stays as it was until the next one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence

from core.data.cautions import COUNTED, count_cautions
from core.data.corrections import FileCorrection
from core.data.file_names import name_in_class
from core.data.obstacles import find_obstacles
from core.data.packed_names import PackedNames
from core.data.sidecar import collected_class
from core.messages import ClassCount, FileProblem, FolderScan

_NONE = PackedNames()


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
    files = _Members(zip(_names(scan), scan.files, strict=True))
    excluded = _Members(zip(_names(scan), scan.excluded, strict=False))
    known = files.take_out(touched) | excluded.take_out(touched)
    files_of_touched = {str(scan.folder / name): name for name in touched}
    known |= {name for one in scan.problems if (name := files_of_touched.get(str(one.file))) is not None}
    problems = tuple(one for one in scan.problems if str(one.file) not in files_of_touched)
    for name in known.difference(removed).union(added):
        one = corrections.get(name, FileCorrection())
        (excluded if one.excluded else files).put(name, one.class_name or folder_class(scan, name))
    for members in (files, excluded):
        members.arrange(lambda name: (name_in_class(name, inner_classes=scan.inner_classes), name))
    return _rebuilt(scan, files.names_of, excluded.names_of, problems)


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


class _Members:
    """The names of the files of each class; of those where nothing changes, the sequences that the scan has.

    For a hundred thousand files to be packed anew would keep the window busy.
    """

    def __init__(self, names_of: Iterable[tuple[str, Sequence[str]]]) -> None:
        self.names_of: dict[str, Sequence[str]] = dict(names_of)
        self._changed: dict[str, list[str]] = {}

    def take_out(self, touched: set[str]) -> set[str]:
        """Take these files out of whatever class they are in; return those that were in one."""
        found: set[str] = set()
        for class_name, packed in self.names_of.items():
            names = tuple(packed)
            here = touched.intersection(names)
            if here:
                found |= here
                self._changed[class_name] = [name for name in names if name not in here]
        return found

    def put(self, name: str, class_name: str) -> None:
        """Let a file be a member of a class."""
        if class_name not in self._changed:
            self._changed[class_name] = list(self.names_of.get(class_name, ()))
        self._changed[class_name].append(name)

    def arrange(self, key: Callable[[str], tuple[str, str]]) -> None:
        """Put the names of classes that have changed in order."""
        self.names_of |= {
            class_name: PackedNames(sorted(names, key=key)) for class_name, names in self._changed.items()
        }


def _rebuilt(
    scan: FolderScan,
    files: Mapping[str, Sequence[str]],
    excluded: Mapping[str, Sequence[str]],
    problems: tuple[FileProblem, ...],
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
    members = tuple(files.get(name, _NONE) for name in names)
    return dataclasses.replace(
        scan,
        classes=counts,
        files=members,
        obstacles=find_obstacles(scan.folder, counts, members, ()) if counts else scan.obstacles,
        excluded=tuple(excluded.get(name, _NONE) for name in names),
        problems=problems,
        cautions=(*count_cautions(counts), *(one for one in scan.cautions if one.kind not in COUNTED)),
    )
