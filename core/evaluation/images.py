"""Which images a model is measured on: those that its run held out, or those of a folder of class folders."""

from __future__ import annotations

from pathlib import Path

from core.errors import UnusableInput
from core.job_control import JobControl
from core.messages import Notice
from core.prediction.trained_model import TrainedModel
from core.training.training_data import LabelledImages, label_images, read_labelled_folder


def images_to_evaluate(trained: TrainedModel, folder: Path | None, control: JobControl) -> LabelledImages:
    """Return the images of `folder`, or (None) those that the model's run held out for validation.

    Raises:
        UnusableInput: there are none, or the folder has classes that the model does not know.

    """
    if folder is None:
        return _held_out(trained, control)
    images = read_labelled_folder(folder, trained.class_names, control)
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
    number_of = {name: number for number, name in enumerate(trained.class_names)}
    labels = [number_of[name.partition("/")[0]] for name in record.validation_files]
    images = label_images(folder, record.validation_files, labels, control)
    _tell_of_missing(images, record.validation_files, control)
    return images


def _tell_of_missing(images: LabelledImages, wanted: tuple[str, ...], control: JobControl) -> None:
    missing = sorted(set(wanted) - set(images.names))
    if not len(images):
        raise UnusableInput(
            f"The {len(wanted)} images that the run held out are no longer in {images.folder}.",
            hint="Put the folder back in its place, or name a folder of class folders.",
        )
    for name in missing:
        control.report(Notice(message=f"Left out: {images.folder / name} is no longer there."))
