"""The pictures that Frostline shows of itself: its icon and the icons of the window, as SVG files in `icons/`.

Drawn for this program on a grid of 24 x 24. `currentColor` stands for the colour of the text around an icon, and the
two sentinel colours #2f8fd8 (ice) and #e8702a (ember) for the accents of the theme; `gui.window.icons` puts the real
colours in. Only the way to the files is here.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


def icon_file(name: str) -> Traversable:
    """Return the SVG file of the icon `name` ('snowflake'), in the source tree or in an installed package."""
    return files(__name__) / "icons" / f"{name}.svg"
