"""An answering function for the real workers of the Data page under test; the word is the folder's name."""

from __future__ import annotations

from core.job_control import JobControl
from core.messages import (
    Caution,
    ClassCount,
    ClassesListed,
    Event,
    FileProblem,
    FolderScan,
    Nothing,
    Request,
    ScanFolder,
)


def answer(request: Request, control: JobControl) -> Event:
    """Scan a folder as its name says."""
    return _scan(request, control) if isinstance(request, ScanFolder) else Nothing()


def _scan(request: ScanFolder, control: JobControl) -> Event:
    """Of a folder named "endless", tell two problems and check until stopped; of one named "doubtful", doubts.

    The doubts: uneven classes, and a picture of 400 million pixels, unless so many are allowed.
    """
    folder = request.folder
    classes = (ClassCount(class_name="ants", images=9), ClassCount(class_name="bees", images=1))
    if folder.name not in ("endless", "doubtful"):
        return Nothing()
    control.report(ClassesListed(classes=classes))
    if folder.name == "endless":
        for number in range(2):
            file = folder / "ants" / f"{number}.jpg"
            control.report(FileProblem(file=file, class_name="ants", reason="The file is empty."))
        control.progress("check", 2, 10)
        control.stop_requested.wait()
        control.raise_if_stopped()
    allowed = request.pixel_limit or 179_000_000
    bomb = FileProblem(
        file=folder / "ants" / "bomb.png", class_name="ants", reason="Too large.", kind="too_large", pixels=400_000_000
    )
    return FolderScan(
        folder=folder,
        classes=classes,
        problems=() if allowed >= bomb.pixels else (bomb,),
        files=(("ants/a.jpg",) * 9, ("bees/b.jpg",)),
        cautions=(Caution(kind="imbalance", message="The classes are uneven.", hint="Use class weights."),),
    )
