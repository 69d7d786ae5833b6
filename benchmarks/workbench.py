"""Where the rows find what they share: pictures, folders, and the sides that were measured already."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

from benchmarks import pictures
from benchmarks.own_process import run_in_own_process
from benchmarks.sizes import Sizes

#: Runs a module's `measure` with arguments under an environment, and returns what it found.
RunSide = Callable[[str, dict[str, Any], dict[str, str]], Any]


class Workbench:
    """One run of the benchmarks. Everything that it makes lies in `place`.

    run_side: how a side is run (default: in a process of its own).
    """

    def __init__(self, *, place: Path, sizes: Sizes, run_side: RunSide = run_in_own_process) -> None:
        self.place = place
        self.sizes = sizes
        self._run_side = run_side
        self._measured: dict[str, Any] = {}

    def side(
        self, module: str, *, home: str = "home", environment: dict[str, str] | None = None, **arguments: Any
    ) -> Any:
        """Return what a side found; it runs once, whichever rows ask for it.

        home: the settings, cache and runs that it shares with other sides of that word; a new word is a cold store.
        """
        key = json.dumps([module, home, environment, arguments])
        if key not in self._measured:
            places = {"FROSTLINE_HOME": str(self.place / home), **(environment or {})}
            self._measured[key] = self._run_side(module, arguments, places)
        return self._measured[key]

    def folder(self, name: str) -> Path:
        """Return a folder of that name, made now if it was not there."""
        made = self.place / name
        made.mkdir(parents=True, exist_ok=True)
        return made

    @cached_property
    def photos(self) -> Path:
        """The pictures that are trained on: photos of ants and bees where they are, drawn ones elsewhere."""
        return pictures.photos_or_drawn(self.place / "pictures", self.sizes)

    @cached_property
    def photo_count(self) -> int:
        """How many there are."""
        return len(pictures.picture_files(self.photos))

    # ------------------------------------------------------------------ what several rows compare with

    def frost_line(self) -> Any:
        """Return two trainings of a head through the frost line: cold, then with its features stored."""
        return self.side(
            "benchmarks.sides.frost_line",
            folder=str(self.photos),
            runs=str(self.folder("runs")),
            epochs=self.sizes.epochs,
            image_size=self.sizes.image_size,
            thaw="head",
            trainings=2,
        )

    def naive_keras(self) -> Any:
        """Return the naive training of a head; some epochs of it."""
        return self.side(
            "benchmarks.peers.keras_notebook",
            folder=str(self.photos),
            epochs=min(self.sizes.naive_epochs, self.sizes.epochs),
            image_size=self.sizes.image_size,
            thawed=[],
        )
