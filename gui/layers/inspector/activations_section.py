"""What a layer makes of a picture: the picture, and the layer's strongest channels as small pictures or as bars."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from core.messages import LayerInspected
from gui.language.translate import tr
from gui.layers.inspector.channel_bars import ChannelBars
from gui.layers.inspector.enlarged_picture import EnlargedPicture
from gui.layers.inspector.picture_choice import PictureChoice
from gui.layers.inspector.picture_chooser import PictureChooser
from gui.layers.inspector.picture_grid import PictureGrid
from gui.layers.inspector.problem_label import ProblemLabel
from gui.layers.inspector.section import Section
from gui.layers.inspector.small_pictures_model import SmallPicturesModel
from gui.layers.inspector.wish import MOST_CHANNELS
from gui.prediction.pictures_model import image_of
from gui.window.quiet_label import QuietLabel
from gui.window.theme import SMALL_SCALE

_COLUMNS = 4


class ActivationsSection(Section):
    """Chooser, grid and words; without a picture the chooser invites one."""

    def __init__(self, *, choice: PictureChoice, parent: QWidget | None = None) -> None:
        super().__init__(tr("What it makes of a picture"), parent=parent)
        self._chooser = PictureChooser(choice=choice)
        self._problem = ProblemLabel()
        self._problem.setObjectName("picture_problem")
        self.channels = SmallPicturesModel(things=tr("Channel"), measure=tr("mean strength"), parent=self)
        self._grid = PictureGrid(pictures=self.channels, columns=_COLUMNS, numbered=True)
        self._grid.setObjectName("activation_grid")
        self._grid.setAccessibleName(tr("The layer's strongest channels as pictures"))
        self._bars = ChannelBars(pictures=self.channels)
        self._bars.setObjectName("activation_bars")
        self._bars.setAccessibleName(tr("The layer's strongest channels as numbers"))
        self._words = QuietLabel(scale=SMALL_SCALE)
        self._words.setObjectName("activation_words")
        for part in (self._chooser, self._problem, self._grid, self._bars, self._words):
            self.add(part)
        self._grid.picture_opened.connect(self._on_grid_picture_opened)
        self.clear()

    def clear(self) -> None:
        """Show no activations."""
        self.channels.expect(0)
        self._chooser.show_seen(QImage())
        self._problem.say("")
        self._grid.hide()
        self._bars.hide()
        self._words.hide()

    def expect(self, output_shape: tuple[int, ...], *, same_picture: bool) -> None:
        """Keep the places of a layer's channels, which are waited for."""
        if not same_picture:
            self._chooser.show_seen(QImage())
        self._problem.say("")
        self._show_places(len(output_shape) > 1)
        self.channels.expect(min(MOST_CHANNELS, output_shape[-1]))
        self._words.setText(_in_words(output_shape[-1], are_pictures=len(output_shape) > 1))

    def show_found(self, found: LayerInspected) -> None:
        """Show what was found, or why nothing was."""
        if found.picture_problem:
            self.clear()
            self._problem.say(found.picture_problem)
            return
        are_pictures = any(one.width * one.height > 1 for one in found.activations)
        self._show_places(are_pictures)
        self.channels.show_pictures(found.activations)
        self._chooser.show_seen(image_of(found.picture, found.picture_edge, found.picture_edge))
        self._words.setText(_in_words(found.channels, are_pictures=are_pictures))

    def _on_grid_picture_opened(self, image: QImage, words: str) -> None:
        seen = self._chooser.seen
        EnlargedPicture(image=image, caption=words, seen=seen, opened_from=self._grid).open()

    def _show_places(self, are_pictures: bool) -> None:
        self._grid.setVisible(are_pictures)
        self._bars.setVisible(not are_pictures)
        self._words.show()


def _in_words(channels: int, *, are_pictures: bool) -> str:
    shown = min(channels, MOST_CHANNELS)
    count = (
        tr("All {channels:,} channels", channels=channels)
        if shown == channels
        else tr("{shown} of {channels:,} channels", shown=shown, channels=channels)
    )
    words = tr("{count}, the strongest first.", count=count)
    return tr("{words} Dark is a channel's smallest value, yellow its largest.", words=words) if are_pictures else words
