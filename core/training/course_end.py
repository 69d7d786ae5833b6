"""What a training came to when all its phases are over, before anything of it is written."""

from __future__ import annotations

from dataclasses import dataclass

from core.messages import RunSeconds
from core.training.classifier import Classifier
from core.training.fitting import Fitting
from core.training.material import Material
from core.training.run_record import RunRecord


@dataclass(frozen=True, kw_only=True)
class CourseEnd:
    """The model has the weights of its best epoch. Seconds and images are of all phases together; saving comes later.

    frozen: the layers that were frozen in the last phase. changed: layers that changed while they were frozen: none.
    """

    record: RunRecord
    classifier: Classifier
    material: Material
    fitting: Fitting
    seconds: RunSeconds
    frozen: frozenset[str]
    changed: frozenset[str]
    extracted: int
    reused: int
