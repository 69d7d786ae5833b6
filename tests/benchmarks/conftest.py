"""A workbench for tiny runs: sides that need no window run in this process, where Keras is loaded once."""

from __future__ import annotations

import importlib
from typing import Any

import pytest

from benchmarks.own_process import run_in_own_process
from benchmarks.sizes import TINY
from benchmarks.workbench import Workbench

#: Windows have their own application; PyTorch and TensorFlow get on better apart.
_APART = ("benchmarks.sides.window", "benchmarks.sides.layer_map", "benchmarks.peers.torch")


@pytest.fixture(scope="module")
def workbench(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    """Give a workbench with tiny sizes; the tests of a file share what it measured."""

    def run(module: str, arguments: dict[str, Any], environment: dict[str, str]) -> Any:
        if module.startswith(_APART):
            return run_in_own_process(module, arguments, environment)
        with pytest.MonkeyPatch.context() as patch:
            for name, value in environment.items():
                patch.setenv(name, value)
            return importlib.import_module(module).measure(**arguments)

    return Workbench(place=tmp_path_factory.mktemp("workbench"), sizes=TINY, run_side=run)
