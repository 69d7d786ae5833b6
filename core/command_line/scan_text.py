"""What a person sees of the scan of a folder: its classes, and everything that is wrong, double or doubtful in it."""

from __future__ import annotations

from core.command_line.text_table import table
from core.counted import counted
from core.messages import Caution, DuplicateGroup, FolderScan

_GROUPS_SHOWN, _FILES_SHOWN = 20, 6


def scan_lines(scan: FolderScan) -> list[str]:
    """Return the lines that tell of a scan."""
    rows = [[one.class_name, f"{one.images:,}", f"{one.problems:,}"] for one in scan.classes]
    lines = table(("class", "images", "can't be used"), rows, right=frozenset({1, 2})) if rows else []
    images = sum(one.images for one in scan.classes)
    lines.append(f"{counted(len(scan.classes), 'class', 'classes')}, {counted(images, 'image')} in {scan.folder}")
    if scan.problems:
        lines += ["", f"{counted(len(scan.problems), 'file')} can't be used:"]
        lines += [f"  {problem.file}: {problem.reason}" for problem in scan.problems]
    lines += _duplicate_lines(scan.duplicates)
    if scan.cautions:
        lines += ["", "Worth knowing:", *(f"  {_with_hint(caution)}" for caution in scan.cautions)]
    if scan.obstacles:
        lines += ["", "This folder can't be trained on:", *(f"  {sentence}" for sentence in scan.obstacles)]
    return lines


def _duplicate_lines(groups: tuple[DuplicateGroup, ...]) -> list[str]:
    equal = [group for group in groups if group.exact]
    alike = [group for group in groups if not group.exact]
    lines: list[str] = []
    if equal:
        lines += [
            "",
            f"{counted(len(equal), 'picture is', 'pictures are')} there more than once:",
            *_group_lines(equal),
        ]
    if alike:
        lines += ["", f"{counted(len(alike), 'group')} of pictures that look alike:", *_group_lines(alike)]
    return lines


def _group_lines(groups: list[DuplicateGroup]) -> list[str]:
    lines = [f"  {_files(group)}" for group in groups[:_GROUPS_SHOWN]]
    more = len(groups) - _GROUPS_SHOWN
    return [*lines, f"  and {more:,} more"] if more > 0 else lines


def _files(group: DuplicateGroup) -> str:
    named = ", ".join(str(file) for file in group.files[:_FILES_SHOWN])
    more = len(group.files) - _FILES_SHOWN
    return f"{named} and {more:,} more" if more > 0 else named


def _with_hint(caution: Caution) -> str:
    return f"{caution.message} {caution.hint}".rstrip()
