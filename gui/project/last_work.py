"""The note of what was open without a project, in the settings folder; a damaged one is put aside."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path

from core.errors import Failure, FrostlineError, UnusableInput
from core.places import settings_folder
from core.project.contents import ProjectContents
from core.project.project_file import ContentsDamaged, ContentsMissing, read_contents, write_contents
from core.whole_files import put_aside
from gui.language.core_sentences import said_by_core
from gui.language.translate import tr

_log = logging.getLogger(__name__)


class LastWork:
    """One file. Whatever is wrong with it costs the memory of where one was, and nothing else."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or settings_folder() / "last work.json"

    def read(self) -> tuple[ProjectContents | None, Failure | None]:
        """Return what was open, None where nothing was noted, and what to tell where that can't be read."""
        try:
            return read_contents(self._file), None
        except ContentsMissing:
            return None, None
        except ContentsDamaged as damage:
            why = said_by_core(damage.message).removesuffix(".")
            try:
                aside = put_aside(self._file)
            except OSError:
                return None, damage.as_failure()
            return None, Failure(
                damage.kind,
                tr("{why}: it is kept as {name}.", why=why, name=aside.name),
                tr("Open anew what you worked on."),
            )
        except UnusableInput as error:
            return None, error.as_failure()

    def prepared_file(self) -> Path:
        """Return the file, whose folder is there from now on if that is possible."""
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
        return self._file

    def forget(self) -> None:
        """Note that nothing is open."""
        try:
            write_contents(self.prepared_file(), ProjectContents(), tr("What is open"))
        except FrostlineError as error:
            _log.warning("%s", error.message)
