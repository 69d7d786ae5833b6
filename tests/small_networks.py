"""How processes that tests start come to build the small ResNet50 of `tests.core.small_resnet`. Imports no Keras."""

from __future__ import annotations

import os
from pathlib import Path

_TESTS = Path(__file__).parent


def path_with_small_resnet50() -> str:
    """Return the PYTHONPATH on which processes find the small ResNet50, the tests, and what they find now."""
    places = (str(_TESTS / "small_resnet_everywhere"), str(_TESTS.parent), os.environ.get("PYTHONPATH", ""))
    return os.pathsep.join(place for place in places if place)
