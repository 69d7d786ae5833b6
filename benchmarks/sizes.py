"""How much is measured: the sizes of a full run, and those of a run that only shows that everything still works."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Sizes:
    """Edges are in pixels. A naive epoch costs the same each time, so a few are measured and multiplied.

    epochs: that a head is trained for, of which `naive_epochs` are measured on the naive side.
    thawed_epochs: with conv5 thawed; the quickest after the first counts.
    window_epochs: while the event loop is watched. drops: pictures dropped on the window, one after another.
    scaling_images: sets of generated pictures; memory_compared: the two of them whose peaks are compared.
    cluster_rows: numbers of synthetic rows that a cluster's driver deals out; the last is compared with the first.
    stages: SPECs with the beginnings of the names of the layers that each thaws.
    """

    picture_edge: int = 256
    pictures_per_class: int = 61
    image_size: int = 224
    epochs: int = 20
    naive_epochs: int = 3
    thawed_epochs: int = 3
    paint_repetitions: int = 5
    map_rounds: int = 12
    window_epochs: int = 200
    stops: int = 3
    drops: int = 20
    folder_images: int = 100_000
    scaling_images: tuple[int, ...] = (250, 1_000, 5_000, 20_000)
    scaling_image_size: int = 32
    scaling_epochs: int = 5
    memory_compared: tuple[int, int] = (1_000, 20_000)
    cluster_rows: tuple[int, ...] = (1_000, 100_000, 1_000_000)
    stages: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("head", ()),
        ("conv5_block3", ("conv5_block3",)),
        ("conv5", ("conv5",)),
        ("conv4+", ("conv4", "conv5")),
    )
    stage_pictures_per_class: int = 32
    stage_epochs: int = 2


FULL = Sizes()
TINY = Sizes(
    picture_edge=64,
    pictures_per_class=4,
    image_size=32,
    epochs=2,
    naive_epochs=2,
    thawed_epochs=2,
    paint_repetitions=1,
    map_rounds=1,
    window_epochs=3,
    stops=1,
    drops=2,
    folder_images=300,
    scaling_images=(8, 24),
    scaling_epochs=1,
    memory_compared=(8, 24),
    cluster_rows=(100, 1_000),
    stages=(("conv5_block3", ("conv5_block3",)),),
    stage_pictures_per_class=3,
)
