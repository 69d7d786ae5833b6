"""Why a model answers as it does of one picture: heat map, nearest training images, and whether it is unlike them all.

Nothing is compiled for the picture itself: a person looks at it once or twice, and compiling takes longer.
"""

from __future__ import annotations

import dataclasses

import keras
import numpy as np

from core.data.decode import decode_image
from core.data.pixel_limit import pixel_limit
from core.errors import UnusableInput
from core.explanation.distances import unit_length
from core.explanation.grad_cam import class_scores, grad_cam
from core.explanation.neighbours import nearest_images
from core.explanation.reference_shelf import stored_reference, warm_reference
from core.explanation.unlikeness import SAME_PICTURE, distances_of_kth, is_beyond, threshold_of
from core.inspection.passage import Passage
from core.job_control import JobControl
from core.messages import Explain, Explained
from core.network.backbone import describe_backbone
from core.network.description import FEATURES_LAYER, NetworkDescription
from core.prediction.model_shelf import warm_model
from core.prediction.trained_model import TrainedModel
from core.training.run_record import RunRecord

_NO_RUN = "This model lies outside its run, so the images that it was trained on are not known."
_NO_IMAGES = "The images that it was trained on are no longer in {folder}."
_NO_VALIDATION = "Its run held out no images, so there is no measure for how unlike a picture may be."


def explain(request: Explain, control: JobControl) -> Explained:
    """Say why a run, a model file or a run in training answers as it does of one picture.

    Reports what is found of the picture alone before the training images are read, where that takes a while.

    Raises:
        UnusableInput: the model or the picture can't be used, or there is no such block or class.
        Stopped: the user looks elsewhere by now.

    """
    trained = warm_model(request.model)
    with pixel_limit(trained.allowed_pixels()):
        return explain_answer_of(trained, request, control)


def explain_answer_of(trained: TrainedModel, request: Explain, control: JobControl) -> Explained:
    """Do what `explain` does with a model that is open already."""
    network = _backbone_of(trained.model)
    passage = Passage(trained.model, network, decode_image(request.image, network.image_size))
    features = passage.output_of(FEATURES_LAYER, control)
    number = _class_number(request.class_name, trained, features)
    block = request.block or network.blocks[-1]
    heat = grad_cam(trained.model, network, passage, control, block=block, class_number=number)
    found = Explained(
        class_name=trained.class_names[number],
        class_names=trained.class_names,
        block=block,
        blocks=network.blocks,
        picture_edge=network.image_size,
        picture=passage.pixels.tobytes(),
        heat_width=heat.shape[1],
        heat_height=heat.shape[0],
        heat=np.round(heat * 255.0).astype(np.uint8).tobytes(),
    )
    control.raise_if_stopped()
    return _with_neighbours(found, trained, features, request, control)


def _backbone_of(model: keras.Model) -> NetworkDescription:
    if FEATURES_LAYER not in {layer.name for layer in model.layers}:
        raise UnusableInput(
            "This model can't be explained: it has not the layers of the networks that Frostline trains.",
            hint="Choose a run of Frostline, or a model that one saved.",
        )
    network = describe_backbone(model)
    if not network.blocks:
        raise UnusableInput(
            "This model can't be explained: it has no blocks to look into.",
            hint="Choose a run of Frostline, or a model that one saved.",
        )
    return network


def _class_number(name: str, trained: TrainedModel, features: np.ndarray) -> int:
    if not name:
        return int(np.argmax(class_scores(trained.model, features)))
    if name not in trained.class_names:
        raise UnusableInput(
            f"The model has no class named {name}.", hint=f"Its classes are: {', '.join(trained.class_names)}."
        )
    return trained.class_names.index(name)


def _with_neighbours(
    found: Explained, trained: TrainedModel, features: np.ndarray, request: Explain, control: JobControl
) -> Explained:
    """Return `found` with what the picture is near to, or with why that can't be told."""
    if trained.record is None:
        return dataclasses.replace(found, remark=_NO_RUN)
    if stored_reference(trained) is None:
        control.report(found)
    reference = warm_reference(trained, trained.record, control)
    if not len(reference.training):
        return dataclasses.replace(found, remark=_NO_IMAGES.format(folder=trained.record.specification.folder))
    unit = unit_length(features)
    distance = float(distances_of_kth(unit[None], reference.training.features)[0])
    neighbours = nearest_images(unit, reference.training, max(1, request.neighbours))
    was_trained_on = bool(neighbours) and neighbours[0].distance < SAME_PICTURE
    threshold = threshold_of(reference.validation_distances, request.percentile)
    return dataclasses.replace(
        found,
        neighbours=neighbours[: request.neighbours],
        compared_images=len(reference.training),
        distance=distance,
        threshold=threshold,
        validation_images=len(reference.validation_distances),
        is_unlike=is_beyond(distance, threshold) and not was_trained_on,
        remark=_remark(trained.record, has_neighbours=bool(neighbours), has_threshold=threshold is not None),
    )


def _remark(record: RunRecord, *, has_neighbours: bool, has_threshold: bool) -> str:
    if not has_neighbours:
        return _NO_IMAGES.format(folder=record.specification.folder)
    return "" if has_threshold else _NO_VALIDATION
