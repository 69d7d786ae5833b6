"""Python imports this at its start where the folder is on PYTHONPATH: the process then finds the small ResNet50 of
`tests.core.small_resnet` where Keras has its own. Nothing is imported before the program does.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

_PLACE = "keras.applications"


class _Exchange(MetaPathFinder):
    """Puts the small network into the module as soon as that has been imported."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find the module as others do, and have it changed once it is there."""
        if fullname != _PLACE:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(fullname)
        if spec is None or spec.loader is None:
            return None
        execute = spec.loader.exec_module

        def execute_and_change(module: ModuleType) -> None:
            execute(module)
            setattr(module, "ResNet50", _small_resnet50)  # noqa: B010

        spec.loader.exec_module = execute_and_change  # type: ignore[method-assign]
        return spec


def _small_resnet50(**options: Any) -> Any:
    from tests.core.small_resnet import small_resnet50

    return small_resnet50(**options)


sys.meta_path.insert(0, _Exchange())
