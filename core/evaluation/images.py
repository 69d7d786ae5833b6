"""Which images a model is measured on: those that its run held out, or those of a folder of class folders."""

from __future__ import annotations

from pathlib import Path

from core.data.corrected_listing import list_corrected
from core.data.layout import find_layout, layout_around
from core.errors import UnusableInput
from core.job_control import JobControl
from core.messages import Notice
from core.prediction.trained_model import TrainedModel
from core.training.run_record import RunRecord
from core.training.training_data import LabelledImages, label_images, read_labelled_folder

_NONE_LEFT = "Put the images back in their place, or name a folder of class folders."


def images_to_evaluate(
    trained: TrainedModel, folder: Path | None, control: JobControl, *, inner_classes: bool | None = None
) -> LabelledImages:
    """Return the images of `folder`, or (None) those that the model's run held out for validation.

    inner_classes: whether folders inside the class folders of `folder` are classes themselves; None: as the run read
    its own or, of a model without a run, as the folder's corrections say.

    Raises:
        UnusableInput: there are none, or the folder has classes that the model does not know.

    """
    if folder is None:
        return _held_out(trained, control)
    layout = find_layout(folder)
    if layout.folder != folder:
        folder = layout.test_folder or layout.validation_folder or layout.folder
        control.report(Notice(message=f"Measured on {folder}, the part of the data set that is kept for that."))
    if inner_classes is None and trained.record is not None:
        inner_classes = trained.record.specification.inner_classes
    images = read_labelled_folder(folder, trained.class_names, control, inner_classes=inner_classes)
    if not len(images):
        raise UnusableInput(
            f"{folder} has no images in sub-folders that are named after the model's classes.",
            hint=f"The classes are: {', '.join(trained.class_names)}.",
        )
    return images


def _held_out(trained: TrainedModel, control: JobControl) -> LabelledImages:
    record = trained.record
    if record is None:
        raise UnusableInput(
            f"{trained.path} is a model without the record of its run, so there are no held-out images to measure on.",
            hint="Name a folder of class folders.",
        )
    if not record.validation_files:
        raise UnusableInput(
            f"The run {trained.path} held out no images for validation.", hint="Name a folder of class folders."
        )
    folder = record.specification.validation_folder or record.specification.folder
    test_folder = layout_around(record.specification.folder).test_folder
    if test_folder is not None:
        control.report(Notice(message=f"There is a folder to test with, {test_folder}: name it to measure on that."))
    labels = _present_labels(folder, record, control)
    images = label_images(folder, tuple(labels), tuple(labels.values()), control)
    gone = sorted(name for name in set(record.validation_files) - set(images.names) if not (folder / name).is_file())
    if not len(images):
        raise UnusableInput(_why_none(folder, len(record.validation_files), len(gone)), hint=_NONE_LEFT)
    for name in gone:
        control.report(Notice(message=f"Left out: {folder / name} is no longer there."))
    return images


def _present_labels(folder: Path, record: RunRecord, control: JobControl) -> dict[str, int]:
    """Return the classes of the held-out images by name, as corrected since the run.

    Those that were left out since, or count in a class that the model does not know, are not among them.
    """
    if not folder.is_dir():
        return {}
    listing = list_corrected(folder, control, inner_classes=record.specification.inner_classes)
    class_of = listing.class_of_files()
    number_of = {name: number for number, name in enumerate(record.class_names)}
    labels: dict[str, int] = {}
    excluded = unknown = 0
    for name in record.validation_files:
        moved_to = listing.corrections.moved.get(name)
        class_name = moved_to or (now if (now := class_of.get(name)) in number_of else record.validation_class_of(name))
        if name in listing.corrections.excluded:
            excluded += 1
        elif class_name in number_of:
            labels[name] = number_of[class_name]
        else:
            unknown += 1
    _tell(excluded, "left out since the run", control)
    _tell(unknown, "put into a class since the run that the model does not know", control)
    return labels


def _tell(images: int, what: str, control: JobControl) -> None:
    if images:
        number = "1 held-out image was" if images == 1 else f"{images} held-out images were"
        control.report(Notice(message=f"{number} {what}, and will not be measured."))


def _why_none(folder: Path, wanted: int, gone: int) -> str:
    if gone == wanted:
        return f"The {wanted} images that the run held out are no longer in {folder}."
    return f"None of the {wanted} images that the run held out is left: {wanted - gone} were left out since."
