"""How much each layer moved in training, as colours: a sequential scale over decades, safe for the colour-blind.

The scale is logarithmic and always the same, so that pictures of two epochs can be compared. Plain functions.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from PySide6.QtGui import QColor

from gui.language.translate import local_number, tr
from gui.layers.tree_node import TreeNode
from gui.window.theme import blend

#: |dw| / |w| at the two ends of the scale; what lies beyond is shown as the end.
LEAST, MOST = 1e-5, 1e-1
_LEAST_PERCENT = 0.001

#: ColorBrewer's YlOrBr, from cool to hot. Lightness alone tells the order, so it holds without colour vision too; what
#: moved most is furthest from the ground: dark on a light one, and the other way round on a dark one.
_HEAT = tuple(
    QColor(name) for name in ("#fff7bc", "#fee391", "#fec44f", "#fe9929", "#ec7014", "#cc4c02", "#993404", "#662506")
)


def movement_colour(value: float, *, on_dark: bool) -> QColor:
    """Return the colour of a relative change `value` (|dw| / |w|, 0 or more) on a dark ground or a light one."""
    share = place_on_scale(value)
    place = (1.0 - share if on_dark else share) * (len(_HEAT) - 1)
    step = min(int(place), len(_HEAT) - 2)
    return blend(_HEAT[step + 1], _HEAT[step], place - step)


def place_on_scale(value: float) -> float:
    """Return where `value` stands on the scale, 0 to 1."""
    if value <= LEAST:
        return 0.0
    return min(1.0, math.log10(value / LEAST) / math.log10(MOST / LEAST))


def decades() -> tuple[int, ...]:
    """Return the exponents of the powers of ten on the scale, least first."""
    return tuple(range(round(math.log10(LEAST)), round(math.log10(MOST)) + 1))


def movement_of(node: TreeNode, values: Mapping[str, float]) -> float | None:
    """Return how much the layer of `node` that moved most did; None where nothing is known to have moved."""
    return max(_known(node, values), default=None)


def movement_in_words(value: float) -> str:
    """Return a relative change for people: '0.34 %', 'not moved'."""
    if value <= 0:
        return tr("not moved")
    percent = 100 * value
    if percent < _LEAST_PERCENT:
        return f"< {_LEAST_PERCENT} %"
    return local_number(f"{percent:.0f} %" if percent >= 9.95 else f"{percent:.2g} %")


def _known(node: TreeNode, values: Mapping[str, float]) -> Iterable[float]:
    names = [layer.name for layer in node.layers] or [node.name]  # The head has no layers, but a name.
    return (values[name] for name in names if name in values)
