"""What the window remembers from one day to the next, in an ini file of the settings folder.

Each setting is declared once, here, with its type. A file that can't be read or written costs the memory, nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray

from core.data.pixel_limit import is_pixel_limit
from core.places import settings_folder
from gui.backends.backend_words import BACKENDS
from gui.language.choice import SETTING, chosen_language
from gui.style.appearance import Appearance
from gui.window.recent_paths import MOST_KEPT, RecentPaths
from gui.window.settings_file import open_settings

RECENT_FOLDERS_KEPT = MOST_KEPT


class WindowSettings:
    """The window's geometry, folders opened before, newest first, where files are kept, limits, backend, desktop."""

    def __init__(self, file: Path | None = None) -> None:
        #: What to tell of a file that was damaged, '' when it wasn't.
        self._settings, self.damage = open_settings(file or settings_folder() / "window.ini")
        self.folders = RecentPaths(self._settings, "data/recent_folders")
        self.projects = RecentPaths(self._settings, "projects/recent")

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood, as `QWidget.saveGeometry` says it; empty the first time."""
        value = self._settings.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_geometry(self, geometry: QByteArray) -> None:
        """Remember where the window stands."""
        self._settings.setValue("window/geometry", geometry)

    @property
    def tour_seen(self) -> bool:
        """Whether the tour for new users was put away."""
        return str(self._settings.value("window/tour_seen")).casefold() == "true"

    def keep_tour_seen(self) -> None:
        """Remember that the tour was put away."""
        self._settings.setValue("window/tour_seen", True)

    @property
    def appearance(self) -> Appearance:
        """By day, by night, or as the desktop has it."""
        value = self._settings.value("window/appearance")
        return next((one for one in Appearance if one.value == value), Appearance.SYSTEM)

    def keep_appearance(self, appearance: Appearance) -> None:
        """Remember how the program is to look."""
        self._settings.setValue("window/appearance", appearance.value)

    @property
    def language(self) -> str:
        """The language that was chosen, '' for that of the desktop; it holds from the next start on."""
        return chosen_language(self._settings)

    def keep_language(self, language: str) -> None:
        """Remember which language to speak, '' for that of the desktop."""
        self._settings.setValue(SETTING, language)

    @property
    def recent_folders(self) -> tuple[Path, ...]:
        """The data folders that were opened, newest first; those that are gone are left out."""
        return self.folders.there

    @property
    def remembered_folders(self) -> tuple[Path, ...]:
        """The data folders that were opened, newest first, whether they are there or not."""
        return self.folders.remembered

    def keep_folder(self, folder: Path) -> None:
        """Remember that `folder` was opened, beside those that other windows have opened meanwhile."""
        self.folders.keep(folder)

    @property
    def last_project(self) -> Path | None:
        """The project in which somebody worked last; None where that was without one."""
        value = self._settings.value("projects/last")
        return Path(value) if isinstance(value, str) and value else None

    def keep_last_project(self, project: Path | None) -> None:
        """Remember in which project somebody works; None: without one."""
        if project != self.last_project:
            self._settings.setValue("projects/last", "" if project is None else str(project))

    @property
    def cluster_address(self) -> str:
        """Where the cluster is that may compute features; '' for none."""
        return str(self._settings.value("cluster/address") or "")

    def keep_cluster_address(self, address: str) -> None:
        """Remember where the cluster is, '' for none."""
        self._settings.setValue("cluster/address", address)

    @property
    def recent_projects(self) -> tuple[Path, ...]:
        """The projects that were opened, newest first; those that are gone are left out."""
        return self.projects.there

    def sizes_of(self, splitter: str) -> tuple[int, ...]:
        """Return how large the parts of a splitter were left, in pixels; () where nobody dragged its borders."""
        words = str(self._settings.value(f"splitters/{splitter}") or "").split()
        return tuple(map(int, words)) if all(word.isdecimal() and len(word) < 6 for word in words) else ()

    def keep_sizes_of(self, splitter: str, sizes: Sequence[int]) -> None:
        """Remember how large the parts of a splitter were made."""
        self._settings.setValue(f"splitters/{splitter}", " ".join(map(str, sizes)))

    @property
    def project_folder(self) -> Path:
        """Where a dialog for projects starts: beside the one opened last, or at home."""
        return next((one.parent for one in self.projects.remembered if one.parent.is_dir()), Path.home())

    @property
    def last_folder(self) -> Path:
        """Where a folder dialog starts: beside the folder opened last, or at home."""
        recent = self.recent_folders
        return recent[0].parent if recent else Path.home()

    @property
    def plan_folder(self) -> Path:
        """Where a dialog for freeze plans starts: where the last one was saved or opened, or at home."""
        value = self._settings.value("plans/folder")
        return Path(value) if isinstance(value, str) and value and Path(value).is_dir() else Path.home()

    def keep_plan_folder(self, folder: Path) -> None:
        """Remember where a freeze plan was saved or opened."""
        self._settings.setValue("plans/folder", str(folder))

    @property
    def plot_folder(self) -> Path:
        """Where a dialog for a picture or the values of a plot starts: where the last was saved, or at home."""
        value = self._settings.value("plots/folder")
        return Path(value) if isinstance(value, str) and value and Path(value).is_dir() else Path.home()

    def keep_plot_folder(self, folder: Path) -> None:
        """Remember where a picture or the values of a plot were saved."""
        self._settings.setValue("plots/folder", str(folder))

    @property
    def pixel_limit(self) -> int | None:
        """How many pixels a picture may have; None: as many as usual."""
        value = self._settings.value("data/pixel_limit")
        try:
            pixels = int(str(value))
        except ValueError:
            return None
        return pixels if is_pixel_limit(pixels) else None

    def keep_pixel_limit(self, pixels: int | None) -> None:
        """Remember how many pixels a picture may have."""
        if pixels is None:
            self._settings.remove("data/pixel_limit")
        else:
            self._settings.setValue("data/pixel_limit", pixels)

    @property
    def backend(self) -> str:
        """The framework that was chosen for Keras; '' where none ever was."""
        value = self._settings.value("keras/backend")
        return value if value in BACKENDS else ""

    def keep_backend(self, backend: str) -> None:
        """Remember which framework was chosen."""
        self._settings.setValue("keras/backend", backend)

    @property
    def notifies(self) -> bool:
        """Whether the desktop is to tell of long work that has ended."""
        return str(self._settings.value("desktop/notifies", True)).casefold() != "false"

    def keep_notifies(self, notifies: bool) -> None:
        """Remember whether the desktop is to tell of long work that has ended."""
        self._settings.setValue("desktop/notifies", notifies)

    @property
    def keeps_awake(self) -> bool:
        """Whether the computer is to stay awake during long work."""
        return str(self._settings.value("desktop/keeps_awake", True)).casefold() != "false"

    def keep_keeps_awake(self, keeps_awake: bool) -> None:
        """Remember whether the computer is to stay awake during long work."""
        self._settings.setValue("desktop/keeps_awake", keeps_awake)

    @property
    def unlike_percentile(self) -> float:
        """A picture is unlike beyond so many of the validation images, in per cent: 50 to 100."""
        try:
            value = float(str(self._settings.value("prediction/unlike_percentile", 95.0)))
        except ValueError:
            return 95.0
        return value if 50.0 <= value <= 100.0 else 95.0

    def keep_unlike_percentile(self, percentile: float) -> None:
        """Remember beyond how many of the validation images a picture is called unlike."""
        self._settings.setValue("prediction/unlike_percentile", percentile)

    @property
    def table_folder(self) -> Path:
        """Where a dialog for a table of predictions starts: where the last was saved, or at home."""
        value = self._settings.value("prediction/table_folder")
        return Path(value) if isinstance(value, str) and value and Path(value).is_dir() else Path.home()

    def keep_table_folder(self, folder: Path) -> None:
        """Remember where a table of predictions was saved."""
        self._settings.setValue("prediction/table_folder", str(folder))
