"""What processes that died while they trained left in the folder of a run. Only for whoever has the run's lock."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from core.training.checkpoint import CHECKPOINT_FOLDER
from core.whole_files import remove_leftovers

TENSORBOARD_FOLDER = "tensorboard"
#: What Python calls a temporary file: Keras writes the weights into one beside a model when there is little memory.
_TEMPORARY = re.compile(r"tmp[a-z0-9_]{8}")


def clear_up_run(run: Path) -> None:
    """Remove unfinished files; what a training can go on from stays."""
    for folder in (run, run / CHECKPOINT_FOLDER, *(run / TENSORBOARD_FOLDER).glob("*")):
        remove_leftovers(folder)
    for file in run.glob("tmp*"):
        if _TEMPORARY.fullmatch(file.name) and file.is_file():
            with suppress(OSError):
                file.unlink()
