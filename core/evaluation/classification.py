"""The probabilities of many images of known classes: from stored features where that can be, else from the pixels.

The feature store is the training's own, so a run is measured on its held-out images without decoding any of them.
"""

from __future__ import annotations

import numpy as np

from core.data.decode import ImageUnusable
from core.evaluation.passes import classifier_of_run, over_images, over_table
from core.features.table import FeatureTable
from core.job_control import JobControl
from core.messages import Notice
from core.network.frost_line import CutModel, cut_model, layer_digests
from core.prediction.trained_model import TrainedModel, forward_pass
from core.training.classifier import Classifier
from core.training.stored_features import feature_recipe, features_of, open_store
from core.training.training_data import LabelledImages


def classify(trained: TrainedModel, images: LabelledImages, control: JobControl) -> tuple[LabelledImages, np.ndarray]:
    """Return the images that can be decoded, and their probabilities: float32 (n, classes).

    Reports Progress of the stages `extract` and `evaluate`, and a Notice for each image that is left out.

    Raises:
        Stopped: the user asked for it.

    """
    classifier = classifier_of_run(trained.model, trained.record)
    if classifier is not None:
        halves = cut_model(trained.model, classifier.cut_layer)
        stored = _stored(classifier, halves, images, control)
        if stored is not None:
            usable, table = stored
            return usable, over_table(table, forward_pass(halves.tail), control)

    def leave_out(problem: ImageUnusable) -> None:
        control.report(Notice(message=f"Left out: {problem.message}"))

    return over_images(images, trained.image_size, trained.probabilities, control, leave_out)


def _stored(
    classifier: Classifier, halves: CutModel, images: LabelledImages, control: JobControl
) -> tuple[LabelledImages, FeatureTable] | None:
    digests = layer_digests(classifier.model, frozenset(layer.name for layer in classifier.network.layers))
    store = open_store(feature_recipe(classifier, halves.extractor, digests))
    features = features_of((images,), halves.extractor, store, control)
    return None if features is None else (features.images[0], features.tables[0])
