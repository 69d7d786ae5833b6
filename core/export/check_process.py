"""Run as a process of its own: opens an export with its loading snippet and classifies pictures with it.

    python check_process.py JOB.json RESULT.json

It imports nothing of Frostline: what opens here opens anywhere. JOB has `opening`, the lines that make `model`, and
`programs`, each with `reading` (the lines that make `pixels` of `file`), `answer` (those that make `probabilities` of
`pixels`), the `files`, and `batch`: so many times the last picture is classified at once, to see that batches of other
sizes are taken. RESULT gets for each program the `probabilities` of each file, of the `batch`, and the `seconds` that
each file took.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

# What OpenVINO reports its use with: see core.quiet_openvino.
sys.modules["openvino_telemetry"] = None  # type: ignore[assignment]


def main(job_file: Path, result_file: Path) -> None:
    """Do the job and write the result."""
    _end_with_parent()
    job = json.loads(job_file.read_text(encoding="utf-8"))
    names: dict[str, Any] = {}
    # What Keras takes along for nothing, see core.quick_keras; not at the top, since the program imports this file.
    sys.modules["sklearn"] = None  # type: ignore[assignment]
    gc.disable()  # importing a framework makes a million objects that stay
    exec(job["opening"], names)
    gc.freeze()
    gc.enable()
    total = sum(len(program["files"]) for program in job["programs"])
    results: list[dict[str, Any]] = []
    for program in job["programs"]:
        done = sum(len(result["seconds"]) for result in results)
        results.append(_answers(program, names, done, total))
    result_file.write_text(json.dumps(results), encoding="utf-8")


def _end_with_parent() -> None:
    # As core.export.writers.child_words does, which can't be imported here.
    held, nothing = os.dup(0), os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    threading.Thread(target=_end_when_closed, args=(held,), name="parent watch", daemon=True).start()


def _end_when_closed(held: int) -> None:
    while os.read(held, 1):
        pass
    os._exit(1)


def _answers(program: dict[str, Any], names: dict[str, Any], done: int, total: int) -> dict[str, Any]:
    import numpy as np

    reading, answer = (compile(program[part], f"<{part}>", "exec") for part in ("reading", "answer"))
    probabilities: list[list[float]] = []
    seconds: list[float] = []
    for file in program["files"]:
        # In the words of core.export.writers.child_words, which can't be imported here.
        print("@frostline-progress", "verify", done + len(seconds), total, flush=True)
        names["file"] = file
        started = time.perf_counter()
        exec(reading, names)
        exec(answer, names)
        seconds.append(time.perf_counter() - started)
        probabilities.append(np.asarray(names["probabilities"], dtype=np.float64)[0].tolist())
    names["pixels"] = np.concatenate([names["pixels"]] * program["batch"])
    exec(answer, names)
    batch = np.asarray(names["probabilities"], dtype=np.float64).tolist()
    return {"probabilities": probabilities, "batch": batch, "seconds": seconds}


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:3]))
