"""The measures of a classifier, by scikit-learn, from probabilities and true classes. Plain functions over arrays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.metrics import (
    accuracy_score,
    confusion_matrix,
    log_loss,
    precision_recall_fscore_support,
    top_k_accuracy_score,
)

from core.messages import AverageMetrics, ClassMetrics

#: How many of the likeliest classes an answer may have to be right.
_TOP = (1, 3, 5)


def cross_entropy(probabilities: np.ndarray, labels: np.ndarray) -> float:
    """Return the mean cross-entropy (natural logarithm) of float (n, classes) against int (n,)."""
    rows = probabilities.astype(np.float64)
    rows /= rows.sum(axis=1, keepdims=True)
    return float(log_loss(labels, rows, labels=np.arange(rows.shape[1])))


def accuracy(predicted: np.ndarray, labels: np.ndarray) -> float:
    """Return the part of `predicted`, int (n,), that is right."""
    return float(accuracy_score(labels, predicted))


def confusion(predicted: np.ndarray, labels: np.ndarray, classes: int) -> tuple[tuple[int, ...], ...]:
    """Return counts: row i, column j has the images of class i that were called class j."""
    matrix = confusion_matrix(labels, predicted, labels=np.arange(classes))
    return tuple(tuple(int(count) for count in row) for row in matrix)


def class_metrics(predicted: np.ndarray, labels: np.ndarray, class_names: Sequence[str]) -> tuple[ClassMetrics, ...]:
    """Return precision, recall and F1 of each class; 0 where a class has no images or was never answered."""
    columns = precision_recall_fscore_support(labels, predicted, labels=np.arange(len(class_names)), zero_division=0.0)
    return tuple(
        ClassMetrics(
            class_name=name, precision=float(precision), recall=float(recall), f1=float(f1), support=int(support)
        )
        for name, precision, recall, f1, support in zip(class_names, *columns, strict=True)
    )


def average_metrics(predicted: np.ndarray, labels: np.ndarray) -> tuple[AverageMetrics, ...]:
    """Return precision, recall and F1 averaged over the classes that occur in `labels` or `predicted`, int (n,)."""
    averages = []
    for average in ("macro", "weighted"):
        precision, recall, f1, _ = precision_recall_fscore_support(
            labels, predicted, average=average, zero_division=0.0
        )
        averages.append(
            AverageMetrics(
                average=average, precision=float(precision), recall=float(recall), f1=float(f1), support=len(labels)
            )
        )
    return tuple(averages)


def top_k_accuracies(probabilities: np.ndarray, labels: np.ndarray) -> tuple[tuple[int, float], ...]:
    """Return pairs of k and the part of the images whose class is among the k likeliest; k below the class count.

    probabilities: float (n, classes). labels: int (n,).
    """
    classes = probabilities.shape[1]
    pairs = [(1, accuracy(probabilities.argmax(axis=1), labels))]
    for k in _TOP[1:]:
        if k < classes:
            score = top_k_accuracy_score(labels, probabilities, k=k, labels=np.arange(classes))
            pairs.append((k, float(score)))
    return tuple(pairs)
