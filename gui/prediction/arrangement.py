"""In which order predicted pictures stand and which of them are on show: plain functions over pictures, no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from gui.language.translate import tr
from gui.prediction.predicted_picture import PredictedPicture


class Order(Enum):
    """What pictures are sorted by; the value is what the window calls it."""

    DROPPED = tr("As dropped")
    NAME = tr("Name")
    CLASS = tr("Class")
    LEAST_SURE = tr("Least sure first")
    SUREST = tr("Surest first")
    FARTHEST = tr("Farthest first")


@dataclass(frozen=True)
class Arrangement:
    """order: of the pictures. class_name: only those of it ('' all). below: only those that are less sure, 0 to 1.

    only_unlike: only those that are unlike what the model was trained on. percentile: what is farther off than so many
    of the validation images, in per cent, is unlike.
    """

    order: Order = Order.DROPPED
    class_name: str = ""
    below: float = 1.0
    only_unlike: bool = False
    percentile: float = 95.0

    @property
    def keeps_all_as_dropped(self) -> bool:
        """Whether every picture is on show, the first dropped first."""
        return self.order is Order.DROPPED and not self.is_filtered

    @property
    def is_filtered(self) -> bool:
        """Whether pictures may be left out."""
        return bool(self.class_name) or self.below < 1.0 or self.only_unlike

    def shows(self, picture: PredictedPicture) -> bool:
        """Whether a picture is on show."""
        if self.class_name and self.class_name not in (picture.class_name, picture.right_class):
            return False
        if self.below < 1.0 and picture.confidence >= self.below:
            return False
        return not self.only_unlike or picture.is_unlike(self.percentile)


def arranged(pictures: Iterable[PredictedPicture], arrangement: Arrangement) -> list[PredictedPicture]:
    """Return the pictures on show, in their order; those that are equal stay as they were dropped."""
    shown = [picture for picture in pictures if arrangement.shows(picture)]
    key = _KEYS.get(arrangement.order)
    return shown if key is None else sorted(shown, key=key)


_KEYS: dict[Order, Callable[[PredictedPicture], tuple[object, ...]]] = {
    Order.NAME: lambda picture: (picture.name.casefold(), picture.name),
    Order.CLASS: lambda picture: (picture.class_name.casefold(), -picture.confidence),
    Order.LEAST_SURE: lambda picture: (picture.confidence,),
    Order.SUREST: lambda picture: (-picture.confidence,),
    Order.FARTHEST: lambda picture: (-(picture.distance if picture.distance is not None else -1.0),),
}
