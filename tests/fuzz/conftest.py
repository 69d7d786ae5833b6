"""One real worker for all that is mutated, so that what leaks adds up, and the canary that nothing may wake."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz.model_mutations import CANARY_MODULE, CANARY_SOURCE
from tests.fuzz.real_worker import RealWorker
from tests.small_networks import path_with_small_resnet50


@pytest.fixture(scope="session")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that a payload makes; the module that makes it when it is imported lies beside it."""
    folder = tmp_path_factory.mktemp("canary")
    (folder / f"{CANARY_MODULE}.py").write_text(CANARY_SOURCE, encoding="utf-8")
    return folder / "it sang"


@pytest.fixture(scope="session")
def worker(canary: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealWorker]:
    """A worker that could import the canary's module; its network is small, since what is damaged is something else."""
    path = os.pathsep.join((str(canary.parent), path_with_small_resnet50()))
    more = {"PYTHONPATH": path, "FROSTLINE_CANARY": str(canary)}
    with RealWorker(tmp_path_factory.mktemp("home"), seconds=400.0, environment=more) as one:
        yield one
