"""What a scan found that a person should know, as a few findings, each with what to do about it.

Plain functions of a `FolderScan`, so that they are tested without a window. What is of one kind becomes one finding
with details, so that a thousand classes of one image each are one card rather than a thousand.
"""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from dataclasses import dataclass

from core.data.file_names import name_in_folder
from core.data.pixel_limit import USUAL_PIXEL_LIMIT
from core.messages import Caution, FolderScan
from gui.language.core_sentences import said_by_core
from gui.language.translate import local_number, tr

#: Kinds that the page itself knows of, beside those of `Caution`.
OBSTACLE, TOO_LARGE, RAISED, NOTICE = "obstacle", "too_large", "raised", "notice"
#: Kinds of `Caution` for which the page has a remedy.
IMBALANCE, ACROSS = "imbalance", "across_classes"

#: What several cautions of a kind have in common; '{}' is how many there are.
_SEVERAL = {
    "one_image": tr("{} classes have one image only."),
    "misnamed": tr("{} files are of another format than their names say."),
    "across_classes": tr("{} pictures are in more than one class."),
}

#: What to do in the window, where the command line's hint names an option.
_HINTS = {
    IMBALANCE: tr(
        "With class weights, pictures of small classes count for more in training; or add pictures to these."
    ),
}


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something to know. details: one line for each thing it is about, where there is more than one."""

    kind: str
    sentence: str
    hint: str = ""
    details: tuple[str, ...] = ()


def findings_of(
    scan: FolderScan, notices: Sequence[str] = (), *, pixel_limit: int | None = None
) -> tuple[Finding, ...]:
    """Return what a scan and the remarks on its way say, what forbids training first.

    pixel_limit: the limit that a person has set, None: the usual one.
    """
    found = [_obstacles(scan.obstacles)] if scan.obstacles else []
    too_large = [problem for problem in scan.problems if problem.kind == TOO_LARGE]
    if too_large:
        found.append(_too_large(len(too_large), max(problem.pixels for problem in too_large)))
    elif pixel_limit is not None:
        found.append(_raised(pixel_limit))
    by_kind: dict[str, list[Caution]] = {}
    for caution in scan.cautions:
        by_kind.setdefault(caution.kind, []).append(caution)
    found += [_cautions(scan, cautions) for cautions in by_kind.values()]
    found += [Finding(kind=NOTICE, sentence=said_by_core(notice)) for notice in notices]
    return tuple(found)


def _obstacles(sentences: Sequence[str]) -> Finding:
    if len(sentences) == 1:
        return Finding(kind=OBSTACLE, sentence=said_by_core(sentences[0]))
    several = tr("{count:,} things stand in the way of training.", count=len(sentences))
    return Finding(kind=OBSTACLE, sentence=several, details=tuple(map(said_by_core, sentences)))


def _too_large(count: int, pixels: int) -> Finding:
    largest = tr(" The largest has {pixels:,.0f} million pixels.", pixels=pixels / 1e6) if pixels else ""
    pictures = (
        tr("1 picture is larger than allowed.")
        if count == 1
        else tr("{count:,} pictures are larger than allowed.", count=count)
    )
    hint = tr("A small file can claim any size and fill the memory: raise the limit only for pictures that you trust.")
    return Finding(kind=TOO_LARGE, sentence=pictures + largest, hint=hint)


def _raised(pixel_limit: int) -> Finding:
    sentence = tr(
        "Pictures of up to {pixel_limit:,.0f} million pixels are allowed, as you have set it.",
        pixel_limit=pixel_limit / 1e6,
    )
    return Finding(kind=RAISED, sentence=sentence, hint=tr("It holds for training too, and is remembered."))


def _cautions(scan: FolderScan, cautions: Sequence[Caution]) -> Finding:
    first = cautions[0]
    hint = _HINTS.get(first.kind) or said_by_core(first.hint)
    if len(cautions) == 1:
        names = [name_in_folder(scan.folder, file) for file in first.files] if len(first.files) > 1 else []
        remarks = tuple(map(said_by_core, first.remarks)) or ("",) * len(names)
        details = tuple(f"{name} {remark}".rstrip() for name, remark in zip(names, remarks, strict=False))
        return Finding(kind=first.kind, sentence=_within(scan, first.message), hint=hint, details=details)
    sentence = _SEVERAL.get(
        first.kind, tr("{} times: ") + said_by_core(first.message).replace("{", "{{").replace("}", "}}")
    )
    return Finding(
        kind=first.kind,
        sentence=sentence.format(local_number(f"{len(cautions):,}")),
        hint=hint,
        details=tuple(_within(scan, caution.message) for caution in cautions),
    )


def _within(scan: FolderScan, sentence: str) -> str:
    """Return a sentence in which files are called as they are in the folder, whose place stands above all of them."""
    return said_by_core(sentence).replace(f"{scan.folder}{os.sep}", "")


def limit_that_helps(scan: FolderScan) -> int:
    """Return, in millions of pixels, the limit with which every picture of the folder would be allowed."""
    pixels = max((problem.pixels for problem in scan.problems if problem.kind == TOO_LARGE), default=0)
    return in_millions(max(pixels, USUAL_PIXEL_LIMIT))


def in_millions(pixels: int) -> int:
    """Return a limit of pixels in whole millions, no lower than it is."""
    return math.ceil(pixels / 1e6)
