"""A search for the learning rate: one short training in which it rises from step to step until the loss breaks out.

After Smith 2017, "Cyclical Learning Rates for Training Neural Networks", section 3.3. What is trained is a copy that is
thrown away; the features that it needed stay in the store, so that the training itself starts faster.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import keras
import numpy as np

from core.data.pixel_limit import pixel_limit
from core.job_control import JobControl
from core.messages import LearningRatesTried
from core.network.frost_line import layer_digests
from core.training.batches import Batch, LabelledRows, training_batches
from core.training.classifier import Classifier, build_classifier
from core.training.devices import on_devices_here
from core.training.material import Material, gather_material, normalize_head
from core.training.optimization import compile_for_training
from core.training.specification import TrainingSpecification
from core.training.training_data import read_training_data

LOWEST_RATE, HIGHEST_RATE, STEPS = 1e-6, 1.0, 100
#: Weight of what came before in the running mean of the loss.
_MEMORY = 0.9
#: The search ends when the loss is so many times the lowest one: everything beyond is worse.
_BROKEN_OUT = 4.0
#: The lowest loss is reached just before the loss breaks out; training wants to stay well below.
_PART_OF_THE_LOWEST = 0.1


def find_learning_rate(specification: TrainingSpecification, control: JobControl) -> LearningRatesTried:
    """Try rates from small to large with the data, the freeze plan and the optimizer of a specification.

    Reports Progress of stage `try`. Its run folder and its learning rate are not used.

    Raises:
        UnusableInput: the data, the SPEC or the weights file is unusable, or there are not so many devices.
        WeightsUnavailable: the ImageNet weights can't be had.
        Stopped: the user asked for it.

    """
    with pixel_limit(specification.pixel_limit):
        return _search(on_devices_here(specification), control)


def _search(specification: TrainingSpecification, control: JobControl) -> LearningRatesTried:
    data = read_training_data(specification, control)
    classifier = build_classifier(specification, len(data.class_names), control)
    digests = layer_digests(classifier.model, frozenset(layer.name for layer in classifier.network.layers))
    material = gather_material(specification, classifier, digests, data, control)
    normalize_head(classifier.model, material)
    rates, losses = _try_rates(specification, classifier, material, control)
    return LearningRatesTried(rates=tuple(rates), losses=tuple(losses), suggestion=suggested_rate(rates, losses))


def rates_to_try(steps: int = STEPS) -> list[float]:
    """Return learning rates from the lowest to the highest, each the same number of times the one before."""
    factor = HIGHEST_RATE / LOWEST_RATE
    return [LOWEST_RATE * factor ** (step / (steps - 1)) for step in range(steps)]


def suggested_rate(rates: Sequence[float], losses: Sequence[float]) -> float:
    """Return a tenth of the rate at which the (smoothed) loss was lowest, rounded to one digit."""
    lowest = rates[int(np.argmin(losses))] * _PART_OF_THE_LOWEST
    digit = 10.0 ** math.floor(math.log10(lowest))
    return float(f"{max(round(lowest / digit), 1) * digit:.0e}")


def _try_rates(
    specification: TrainingSpecification, classifier: Classifier, material: Material, control: JobControl
) -> tuple[list[float], list[float]]:
    learner = material.learner(classifier.model)
    compile_for_training(learner, specification)
    keras.utils.set_random_seed(specification.seed)
    training = LabelledRows(material.training, material.data.training.labels)
    batch_size = min(specification.batch_size, len(training))
    class_count = len(material.data.class_names)
    # An epoch has a batch at least, so that these are enough.
    epochs = training_batches(training, specification, class_count, batch_size=batch_size, first=0, end=STEPS)
    batches = epochs.one_by_one()
    rates: list[float] = []
    losses: list[float] = []
    mean = 0.0
    for step, rate in enumerate(rates_to_try()):
        control.progress("try", step, STEPS)
        control.wait_while_paused()
        control.raise_if_stopped()
        mean = _MEMORY * mean + (1.0 - _MEMORY) * _loss_of_step(learner, next(batches), rate)
        smooth = mean / (1.0 - _MEMORY ** (step + 1))
        if not math.isfinite(smooth) or (losses and smooth > _BROKEN_OUT * min(losses)):
            break
        rates.append(rate)
        losses.append(smooth)
    control.progress("try", STEPS, STEPS)
    return rates, losses


def _loss_of_step(learner: keras.Model, batch: Batch, rate: float) -> float:
    learner.optimizer.learning_rate = rate
    rows, targets, weights = batch
    learner.reset_metrics()
    return float(learner.train_on_batch(rows, targets, sample_weight=weights, return_dict=True)["loss"])
