"""The axes of a plot: below it whole epochs, or seconds, labelled anew when the user zooms; the values on its left."""

from __future__ import annotations

from typing import Any

import pyqtgraph

from gui.language.translate import local_number
from gui.training.plot_contents import Axis
from gui.training.plot_ranges import whole_ticks

#: Pixels that a label needs with some room.
_PIXELS_OF_LABEL = 36


class EpochAxis(pyqtgraph.AxisItem):  # type: ignore[misc]
    """An axis that labels epochs only in whole numbers; seconds as pyqtgraph does."""

    def __init__(self) -> None:
        super().__init__(orientation="bottom")
        self.kind = Axis.EPOCHS
        self.enableAutoSIPrefix(False)

    def show_kind(self, kind: Axis) -> None:
        """Count epochs or seconds from now on."""
        if kind is not self.kind:
            self.kind = kind
            self.picture = None
            self.update()

    def tickValues(self, minVal: float, maxVal: float, size: float) -> Any:  # noqa: N803 (pyqtgraph's names)
        if self.kind is Axis.SECONDS:
            return super().tickValues(minVal, maxVal, size)
        at_most = max(2, min(10, int(size // _PIXELS_OF_LABEL)))
        return [(1.0, [float(tick) for tick in whole_ticks(minVal, maxVal, at_most)])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        if self.kind is Axis.SECONDS:
            return [local_number(tick) for tick in super().tickStrings(values, scale, spacing)]
        return [str(round(value)) for value in values]


class ValueAxis(pyqtgraph.AxisItem):  # type: ignore[misc]
    """The axis of what is measured, on the left, with numbers as the language of the window writes them."""

    def __init__(self) -> None:
        super().__init__(orientation="left")

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [local_number(tick) for tick in super().tickStrings(values, scale, spacing)]
