"""What the Data page shows before a folder is open: an invitation, two ways in, and how a folder must look."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.project.project_file import name_of_project
from gui.language.translate import tr
from gui.window.icon_label import IconLabel
from gui.window.icons import themed_icon
from gui.window.quiet_label import QuietLabel
from gui.window.theme import (
    LARGE,
    MEDIUM,
    PAGE,
    SMALL,
    TITLE_SCALE,
    blend,
    card_surface,
    hairline,
    muted_text,
    scaled_font,
)

_WIDTH, _ICON, _SMALL_ICON = 640, 56, 18
_RECENT_SHOWN = 4


class EmptyState(QWidget):
    """Takes the button that chooses a folder as a guest, since it stays when a folder is open."""

    sample_pictures_wanted = Signal()
    folder_chosen = Signal(object)  # Path
    project_chosen = Signal(object)  # Path

    def come_after(self, button: QWidget) -> None:
        """Let Tab go from `button`, a guest that stands before it, to the sample pictures."""
        self.setTabOrder(button, self._sample)

    def __init__(
        self, *, recent_folders: Sequence[Path], recent_projects: Sequence[Path] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.buttons = QHBoxLayout()
        self._card = _Card()
        self._sample = QPushButton(themed_icon("sample_pictures"), tr("Try it with sample pictures"))
        self._sample.setObjectName("try_sample_pictures")
        self._sample.setAccessibleName(tr("Try it with sample pictures"))
        self._sample.setToolTip(tr("Draws 200 pictures of four classes on this machine and opens them"))
        self._sample.clicked.connect(self.sample_pictures_wanted)
        self._lay_out_card()
        projects = [self._project(project) for project in recent_projects[:_RECENT_SHOWN]]
        folders = [self._folder(folder) for folder in recent_folders[: _RECENT_SHOWN - len(projects)]]
        self._lay_out([*projects, *folders])

    def _lay_out(self, recent: Sequence[QPushButton]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        if recent:
            column.addSpacing(LARGE)
            column.addWidget(_row_of(recent), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def _lay_out_card(self) -> None:
        title = QLabel(tr("Drop a folder of pictures here"))
        title.setFont(scaled_font(self.font(), TITLE_SCALE, strong=True))
        purpose = QuietLabel(tr("Each sub-folder is a class, and its name is what the model will answer."))
        column = QVBoxLayout(self._card)
        column.setContentsMargins(2 * PAGE, 2 * PAGE, 2 * PAGE, 2 * PAGE)
        column.setSpacing(SMALL)
        icon = IconLabel(name="data", size=_ICON)
        icon.set_icon("data", colour=muted_text)
        column.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(SMALL)
        for label in (title, purpose):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(LARGE)
        self.buttons.setSpacing(MEDIUM)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self._sample)
        self.buttons.addStretch(1)
        column.addLayout(self.buttons)
        column.addSpacing(PAGE)
        column.addWidget(_FolderExample(), 0, Qt.AlignmentFlag.AlignHCenter)

    def _folder(self, folder: Path) -> QPushButton:
        button = _way_back("data", folder.name or str(folder), folder)
        button.clicked.connect(lambda _checked=False: self.folder_chosen.emit(folder))
        return button

    def _project(self, project: Path) -> QPushButton:
        button = _way_back("project", name_of_project(project), project)
        button.clicked.connect(lambda _checked=False: self.project_chosen.emit(project))
        return button


def _way_back(icon: str, name: str, path: Path) -> QPushButton:
    button = QPushButton(themed_icon(icon), name)
    button.setFlat(True)
    button.setToolTip(str(path))
    button.setAccessibleName(tr("Open {folder} again", folder=path))
    return button


def _row_of(recent: Sequence[QPushButton]) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SMALL)
    row.addWidget(QuietLabel(tr("Opened before:")))
    for button in recent:
        row.addWidget(button)
    return box


class _Card(QWidget):
    """A dashed frame, as one that waits for something to be dropped."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(_WIDTH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        line = blend(palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window), 0.35)
        painter.setPen(QPen(line, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(card_surface(palette))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)


class _FolderExample(QWidget):
    """A small folder tree as an example."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        self._grid.setHorizontalSpacing(SMALL)
        self._grid.setVerticalSpacing(SMALL)
        self._grid.setColumnMinimumWidth(0, _SMALL_ICON)
        self._grid.addWidget(IconLabel(name="folder_open", size=_SMALL_ICON), 0, 0)
        self._grid.addWidget(QLabel("insects"), 0, 1, 1, 3)
        self._add_class(1, "ants", "ant_001.jpg, ant_002.jpg, …")
        self._add_class(2, "bees", "bee_001.jpg, bee_002.jpg, …")

    def _add_class(self, row: int, name: str, files: str) -> None:
        self._grid.addWidget(IconLabel(name="data", size=_SMALL_ICON), row, 1)
        self._grid.addWidget(QLabel(name), row, 2)
        quiet = QuietLabel(files)
        quiet.setWordWrap(False)
        self._grid.addWidget(quiet, row, 3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(hairline(self.palette()))
        painter.setBrush(self.palette().window())
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
