"""The measures of a classifier, by scikit-learn, from probabilities and true classes. Plain functions over arrays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.metrics import accuracy_score, confusion_matrix, log_loss, precision_recall_fscore_support

from core.messages import ClassMetrics


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
