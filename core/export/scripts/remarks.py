"""What a script does otherwise than its run did, in plain sentences for its docstring."""

from __future__ import annotations

import textwrap

from core.export.scripts.pictures_of_run import PicturesOfRun
from core.training.run_record import RunRecord
from core.training.specification import TrainingSpecification

_WIDTH = 110

_KERAS = (
    "The first weights of the head, the pictures held out and their order are the run's own, so with the same versions "
    "and backend the figures are the run's but for float noise."
)
_PYTORCH = (
    "The pictures held out and their order are the run's own. ResNet50 is torchvision's: its ImageNet weights are "
    "others than Keras' (IMAGENET1K_V1), it halves the picture in the 3x3 convolution of a block rather than in the "
    "first one, and what is drawn at random is drawn by PyTorch. So expect figures like the run's, not the same ones."
)
_SLOWER = "It decodes every picture and computes the frozen layers at every epoch; Frostline computed them once."


def remarks(record: RunRecord, pictures: PicturesOfRun, framework: str) -> list[str]:
    """Return the lines of the docstring that say what is the same as in the run, and what isn't."""
    sentences = [_KERAS if framework == "keras" else _PYTORCH, _SLOWER]
    sentences += _of_settings(record.specification) + _of_pictures(pictures)
    if record.state == "stopped":
        sentences.append(f"The run was stopped after {len(record.history)} epochs; this goes through all of them.")
    if len({phase.thaw_batch_norm for phase in record.phases if phase.thaw != "head"}) > 1:
        sentences.append("BatchNorm is treated alike in all phases, as in the last one of the run.")
    lines = ["", "Beside the run:"]
    for sentence in sentences:
        lines += textwrap.wrap(sentence, _WIDTH, initial_indent="* ", subsequent_indent="  ")
    return lines


def _of_settings(specification: TrainingSpecification) -> list[str]:
    found = []
    if specification.dropout:
        found.append("Dropout drops other features at each step than it did in the run.")
    if specification.fresh_views or specification.views > 1:
        found.append("Pictures are changed at random by the framework's own means, anew at every epoch.")
    if specification.mixed_precision:
        found.append("The run computed in 16 bits where that is safe; this computes in 32.")
    if specification.engine != "keras" or specification.feature_dtype != "float32":
        found.append(f"The run's features came from {specification.engine} in {specification.feature_dtype}.")
    if specification.time_limit:
        found.append(f"The run had a limit of {specification.time_limit:g} seconds; this has none.")
    return found


def _of_pictures(pictures: PicturesOfRun) -> list[str]:
    found = [
        "Transparent pictures and those of 16 bits a colour are converted by Pillow as it does by itself; Frostline "
        "lays them on white and scales them."
    ]
    if pictures.held_out:
        found.append(f"The {len(pictures.held_out)} pictures held out are named at the end.")
    if pictures.left_out or pictures.validation_left_out:
        count = len(pictures.left_out) + len(pictures.validation_left_out)
        found.append(f"Pictures in the folder that the run did not use are left out: {count}, named at the end.")
    if pictures.elsewhere:
        found.append("Pictures that were put into another class than their folder's are named at the end.")
    if pictures.missing:
        found.append(
            f"Pictures of the run that were no longer in the folder when this was written: {pictures.missing}."
        )
    return found
