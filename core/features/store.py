"""The feature store: what the frozen part of the network computed, kept on disk by content.

    <root>/<key of the recipe>/recipe.json, <segment>.rows, <segment>.index ...

Rows are found by key, whoever wrote them; each is verified before it is used, and a damaged one counts as absent.
Segments never change, so several windows may read and write at once, and the whole folder may be deleted at any
time. The store is bounded: the least recently used segments go first. Where the disk takes no more, some rows may be
held in memory. Computing rows is `extract`'s work, writing them that of `portions`.
"""

from __future__ import annotations

import logging
import shutil
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from core.features.recipe import FeatureRecipe
from core.features.segment import (
    INDEX_SUFFIX,
    ROWS_SUFFIX,
    UNFINISHED_SUFFIX,
    Segment,
    SegmentDamaged,
    SegmentWriter,
    checksum,
    read_segment,
)
from core.features.table import FeatureTable
from core.time_of_use import bring_back_from_the_future
from core.unfinished_files import remove_if_abandoned
from core.whole_files import is_leftover, remove_leftovers, write_text

DEFAULT_LIMIT_BYTES = 10 * 10**9
#: Rows that are held in memory at most where the disk takes none: 120,000 images at the head.
MOST_HELD_BYTES = 10**9
RECIPE_FILE = "recipe.json"

#: Disk space that is left to everybody else, whatever the limit says.
_FREE_DISK_BYTES = 500 * 10**6

_log = logging.getLogger(__name__)


def _nothing() -> None:
    """Do nothing between two rows."""


class FeatureStore:
    """The features of one recipe inside the store at `root`, bounded together with all other recipes there."""

    def __init__(self, root: Path, recipe: FeatureRecipe, limit_bytes: int = DEFAULT_LIMIT_BYTES) -> None:
        self._root = root
        self._recipe = recipe
        self._limit_bytes = limit_bytes
        self._folder = root / recipe.key
        self._segments: dict[str, tuple[Segment, int]] = {}
        self._arrays: dict[Path, np.ndarray] = {}
        self._held: dict[str, tuple[np.ndarray, int]] = {}
        self._held_bytes = 0
        self._lent: Mapping[str, tuple[np.ndarray, int]] = {}
        #: Whether new rows go to the disk; once it takes no more they are held in memory.
        self.on_disk = True

    @property
    def root(self) -> Path:
        """The folder of the whole store, whatever the recipe."""
        return self._root

    @property
    def recipe(self) -> FeatureRecipe:
        """How every row of this store was made."""
        return self._recipe

    def load(self, keys: Iterable[str], between_rows: Callable[[], None] = _nothing) -> frozenset[str]:
        """Look up `keys` on disk; return those whose rows are there and whole, or held in memory.

        A segment with a damaged row is deleted, so that the row is computed again and never trained on. Every row is
        read for that, which takes seconds where they are many gigabytes: `between_rows` may raise to give it up.
        """
        wanted = set(keys) - self._segments.keys() - self._held.keys() - self._lent.keys()
        for index_file in _index_files(self._folder):
            try:
                self._load_segment(read_segment(index_file), wanted, between_rows)
            except SegmentDamaged as damage:
                _log.warning("The feature store drops a damaged segment: %s", damage)
                Segment(index_file.with_suffix(ROWS_SUFFIX), (), ()).delete()
        return frozenset(self._segments.keys() | self._held.keys() | self._lent.keys())

    def lend(self, rows: Mapping[str, tuple[np.ndarray, int]]) -> None:
        """Take rows that lie elsewhere and were verified, by key: each an array and its place there. None is copied."""
        self._lent = rows

    def writer(self) -> SegmentWriter:
        """Open a new segment; pass it to `add` when it is committed.

        Raises:
            OSError: the store can't be written to.

        """
        self._folder.mkdir(parents=True, exist_ok=True)
        recipe_file = self._folder / RECIPE_FILE
        if not recipe_file.exists():
            write_text(recipe_file, self._recipe.as_json() + "\n")
        return SegmentWriter(self._folder)

    def add(self, segment: Segment) -> None:
        """Take the rows of a segment that was just written."""
        self._load_segment(segment, set(segment.keys) - self._segments.keys())

    def may_hold(self, row_count: int) -> bool:
        """Whether so many more rows may be held in memory."""
        return self._held_bytes + row_count * self._recipe.row_bytes <= MOST_HELD_BYTES

    def hold(self, keys: Sequence[str], rows: np.ndarray) -> None:
        """Hold rows in memory that the disk doesn't take, one for each key: (len(keys), *row_shape)."""
        own = np.array(rows)  # The engine may use its memory again.
        self._held.update((key, (own, position)) for position, key in enumerate(keys))
        self._held_bytes += own.nbytes

    def table(self, keys: Sequence[str]) -> FeatureTable:
        """Return the rows of `keys`, in this order, as one table over the mapped files; KeyError if one is absent."""
        return FeatureTable.from_rows([self._row(key) for key in keys], self._recipe.row_shape, self._recipe.dtype)

    def has_room_for(self, row_count: int) -> bool:
        """Make room for `row_count` more rows by deleting what was used least recently; False if that can't be done."""
        needed = row_count * self._recipe.row_bytes
        in_use = {segment.rows_file for segment, _ in self._segments.values()}
        try:
            free = self._free_disk_bytes()
        except OSError:
            return False  # the folder can't even be made
        remove_abandoned_files(self._root)
        room = min(self._limit_bytes - self._used_bytes(), free)
        for index_file in self._least_recently_used():
            if room >= needed:
                break
            segment = Segment(index_file.with_suffix(ROWS_SUFFIX), (), ())
            if segment.rows_file not in in_use:
                room += segment.delete()
        return room >= needed

    def _load_segment(self, segment: Segment, wanted: set[str], between_rows: Callable[[], None] = _nothing) -> None:
        positions = {key: position for position, key in enumerate(segment.keys) if key in wanted}
        if not positions:
            return
        rows = segment.rows(self._recipe)
        for position in positions.values():
            between_rows()
            if checksum(rows[position]) != segment.checksums[position]:
                raise SegmentDamaged(f"{segment.rows_file}, row {position}, fails its checksum")
        self._arrays[segment.rows_file] = rows
        self._segments.update((key, (segment, position)) for key, position in positions.items())
        wanted -= positions.keys()
        segment.touch()

    def _row(self, key: str) -> tuple[np.ndarray, int]:
        elsewhere = self._lent.get(key) or self._held.get(key)
        if elsewhere is not None:
            return elsewhere
        segment, position = self._segments[key]
        return self._arrays[segment.rows_file], position

    def _used_bytes(self) -> int:
        return sum(_size(file) for file in self._root.glob("*/*"))

    def _free_disk_bytes(self) -> int:
        self._root.mkdir(parents=True, exist_ok=True)
        return shutil.disk_usage(self._root).free - _FREE_DISK_BYTES

    def _least_recently_used(self) -> list[Path]:
        files = [file for folder in self._root.glob("*") for file in _index_files(folder)]
        files.sort(key=_time_of_use)
        bring_back_from_the_future(files)
        return files


def remove_abandoned_files(root: Path) -> None:
    """Remove what processes that died while they wrote left in the store at `root`: at most a portion of rows each."""
    for folder in root.glob("*"):
        remove_leftovers(folder)
        for file in folder.glob(f"*{UNFINISHED_SUFFIX}"):
            remove_if_abandoned(file)
        for file in folder.glob(f"*{ROWS_SUFFIX}"):
            index_file = file.with_suffix(INDEX_SUFFIX)
            if not index_file.exists():
                remove_if_abandoned(file, unless=index_file.exists)


def _index_files(folder: Path) -> list[Path]:
    """Return the index files of a folder; one that is being written, by another window too, is none yet."""
    return sorted(file for file in folder.glob(f"*{INDEX_SUFFIX}") if not is_leftover(file.name))


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0  # deleted meanwhile by another window


def _time_of_use(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return time.time()  # deleted meanwhile: nothing to gain from it
