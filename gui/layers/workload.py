"""What an epoch goes through: how many images, of which size, in batches of how many. Plain values, no widgets."""

from __future__ import annotations

from dataclasses import dataclass

from core.data.held_out import held_out_count
from core.messages import FolderScan
from gui.shared_settings import SharedSettings

#: Without a folder costs are said for so many images, none of them held out.
IMAGES_WITHOUT_FOLDER = 1000

_DEFAULTS = SharedSettings()


@dataclass(frozen=True, kw_only=True)
class Workload:
    """Numbers of images, those to train on and those held out; the edge of an image in pixels; images of a batch.

    of_folder: whether these are the images of the open folder, rather than a round number.
    """

    training: int
    held_out: int
    of_folder: bool
    image_size: int = _DEFAULTS.image_size
    batch_size: int = _DEFAULTS.batch_size

    @property
    def images(self) -> int:
        """All images, each of which has a row in the feature store."""
        return self.training + self.held_out

    @property
    def batches(self) -> int:
        """The batches of an epoch."""
        return -(-self.training // self.batch_size)

    @property
    def held_out_batches(self) -> int:
        """The batches of the validation after an epoch."""
        return -(-self.held_out // self.batch_size)


def workload_of(scan: FolderScan | None, settings: SharedSettings = _DEFAULTS) -> Workload:
    """Return what an epoch on the scanned folder goes through with the settings of the next training."""
    images = [one.images for one in scan.classes] if scan is not None else []
    size, batch = settings.image_size, settings.batch_size
    if not any(images):
        return Workload(training=IMAGES_WITHOUT_FOLDER, held_out=0, of_folder=False, image_size=size, batch_size=batch)
    held_out = sum(held_out_count(count, settings.validation_split) for count in images)
    return Workload(
        training=sum(images) - held_out, held_out=held_out, of_folder=True, image_size=size, batch_size=batch
    )
