"""Run one side of a comparison in a process of its own, so that neither has the other's state, memory or threads.

    python -m benchmarks.own_process MODULE ARGUMENTS

calls the module's `measure` with the arguments, a JSON object, and prints what it returns, as JSON, on its last line.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
_LONGEST_SECONDS = 1800.0


class SideFailed(Exception):
    """The process of a side did not come to its end."""


def run_in_own_process(module: str, arguments: dict[str, Any], environment: dict[str, str]) -> Any:
    """Run `module`'s measure with these additions to the environment, and return what it found.

    Raises:
        SideFailed: the process failed, or took longer than half an hour.

    """
    try:
        finished = subprocess.run(
            [sys.executable, "-m", "benchmarks.own_process", module, json.dumps(arguments)],
            check=False,
            capture_output=True,
            text=True,
            timeout=_LONGEST_SECONDS,
            cwd=ROOT,
            env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "2", "QT_QPA_PLATFORM": "offscreen", **environment},
        )
    except subprocess.TimeoutExpired as error:
        raise SideFailed(f"{module} took longer than {error.timeout:.0f} s") from error
    if finished.returncode != 0:
        last = finished.stderr.strip().splitlines()[-1:] or ["without a word"]
        raise SideFailed(f"{module} failed with status {finished.returncode}: {last[0]}")
    return json.loads(finished.stdout.splitlines()[-1])


def main(module: str, arguments: str) -> None:
    """Measure and print."""
    print("\n" + json.dumps(importlib.import_module(module).measure(**json.loads(arguments))))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
