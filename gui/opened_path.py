"""What the path is that a person opens: a project, the folder of a run, a freeze plan, or pictures. No Qt.

The program's argument, the desktop's file association and what is dropped on the window are all read here.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from gui.language.translate import tr


class OpenedAs(Enum):
    """What is done with a path."""

    DATA = tr("opened as pictures to learn from")
    PROJECT = tr("opened as a project")
    RUN = tr("made the run in use")
    PLAN = tr("opened as a freeze plan")


def opened_as(path: Path) -> OpenedAs | None:
    """Return what a path is, as far as its name and what lies in it say; None for what can't be opened."""
    from core.network.plan_file import SUFFIX
    from core.project.project_file import is_project
    from core.training.run_record import MODEL_FILE, RECORD_FILE

    if path.is_dir():
        if is_project(path):
            return OpenedAs.PROJECT
        # A run without a model has nothing to show or use; its record alone may lie anywhere.
        is_run = (path / RECORD_FILE).is_file() and (path / MODEL_FILE).is_file()
        return OpenedAs.RUN if is_run else OpenedAs.DATA
    return OpenedAs.PLAN if path.name.endswith(SUFFIX) and path.is_file() else None
