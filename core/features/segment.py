"""One segment of the feature store: some rows written together, never changed afterwards.

A segment is two files: `<name>.rows`, the features one after another, and `<name>.index`, their keys and checksums.
The index is renamed into place last, so a segment is whole or not there. What belongs together is `store`'s concern.
"""

from __future__ import annotations

import errno
import json
import math
import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import xxhash

from core.features.recipe import FeatureRecipe
from core.typed_json import from_json
from core.unfinished_files import hold_new_file
from core.whole_files import file_beside

ROWS_SUFFIX, INDEX_SUFFIX, UNFINISHED_SUFFIX = ".rows", ".index", ".unfinished"


class SegmentDamaged(Exception):
    """The segment can't be trusted; its rows must be computed again."""


@dataclass(frozen=True)
class Segment:
    """A segment on disk: its rows file, and each row's key and checksum, in the order of the rows."""

    rows_file: Path
    keys: tuple[str, ...]
    checksums: tuple[int, ...]

    @property
    def index_file(self) -> Path:
        """The file whose presence makes the segment valid, and whose time tells when it was last used."""
        return self.rows_file.with_suffix(INDEX_SUFFIX)

    def rows(self, recipe: FeatureRecipe) -> np.ndarray:
        """Map the rows into memory, read-only: (rows, *row_shape) of the recipe's dtype.

        Raises:
            SegmentDamaged: the file is gone or has not the size that its index says.

        """
        shape = (len(self.keys), *recipe.row_shape)
        try:
            if self.rows_file.stat().st_size != math.prod(shape) * np.dtype(recipe.dtype).itemsize:
                raise SegmentDamaged(f"{self.rows_file} has not the size that its index says")
            return np.memmap(self.rows_file, dtype=recipe.dtype, mode="r", shape=shape)
        except OSError as error:
            raise SegmentDamaged(str(error)) from error

    def touch(self) -> None:
        """Note that the segment was used now (the least recently used goes first)."""
        try:
            os.utime(self.index_file)
        except OSError:
            return  # deleted meanwhile, or a read-only place: nothing depends on it

    def delete(self) -> int:
        """Delete the segment, index first; return the bytes freed."""
        freed = 0
        for file in (self.index_file, self.rows_file):
            try:
                size = file.stat().st_size
                file.unlink()
                freed += size
            except OSError:
                continue  # gone already, or held open by another process on Windows
        return freed


@dataclass(frozen=True)
class _Index:
    """What an index says."""

    keys: tuple[str, ...]
    checksums: tuple[int, ...]


def checksum(row: np.ndarray) -> int:
    """Return the checksum of one row's bytes."""
    return xxhash.xxh3_64_intdigest(np.ascontiguousarray(row).view(np.uint8).data)


def read_segment(index_file: Path) -> Segment:
    """Read the index of a segment.

    Raises:
        SegmentDamaged: the index is gone or damaged.

    """
    try:
        digest, _, text = index_file.read_bytes().partition(b"\n")
        if digest.decode("ascii") != xxhash.xxh3_128_hexdigest(text):
            raise SegmentDamaged(f"{index_file} is damaged")
        index = from_json(_Index, json.loads(text))
        if len(index.keys) != len(index.checksums):
            raise SegmentDamaged(f"{index_file} has other numbers of keys and checksums")
        return Segment(index_file.with_suffix(ROWS_SUFFIX), index.keys, index.checksums)
    except (OSError, ValueError, RecursionError) as error:
        raise SegmentDamaged(f"{index_file}: {error}") from error


class SegmentWriter:
    """Write rows to a new segment of `folder`; nothing is there until `commit`."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._rows_file = folder / f"{secrets.token_hex(8)}{ROWS_SUFFIX}"
        self._unfinished = self._rows_file.with_suffix(UNFINISHED_SUFFIX)
        self._hold = hold_new_file(self._unfinished)
        # Unbuffered: what could not be written is known at once, and not when the file is closed.
        self._stream = self._unfinished.open("r+b", buffering=0)
        self._bytes = 0
        self._keys: list[str] = []
        self._checksums: list[int] = []

    def append(self, keys: Sequence[str], rows: np.ndarray) -> None:
        """Write one row for each key: `rows` is (len(keys), *row_shape).

        Raises:
            OSError: the disk takes no more; none of these rows is in the segment then, and all before them are.

        """
        checksums = [checksum(row) for _, row in zip(keys, rows, strict=True)]
        content = memoryview(np.ascontiguousarray(rows).reshape(-1).view(np.uint8).data)
        try:
            self._write(content)
        except OSError:
            self._stream.truncate(self._bytes)
            raise
        self._bytes += len(content)
        self._keys += keys
        self._checksums += checksums

    @property
    def row_count(self) -> int:
        """How many rows were written so far."""
        return len(self._keys)

    def commit(self) -> Segment | None:
        """Put the segment into place; None when no row was written.

        Raises:
            OSError: the disk takes no more; `take_back` has the rows, and removes what is left of the segment.

        """
        if not self._keys:
            self.abandon()
            return None
        os.fsync(self._stream.fileno())
        segment = Segment(self._rows_file, tuple(self._keys), tuple(self._checksums))
        text = json.dumps({"keys": segment.keys, "checksums": segment.checksums}).encode("utf-8")
        with file_beside(segment.index_file) as unfinished_index:
            unfinished_index.write_bytes(xxhash.xxh3_128_hexdigest(text).encode("ascii") + b"\n" + text)
            self._stream.close()
            self._unfinished.replace(self._rows_file)
        self._hold.release()  # Only now, since rows without an index may be removed.
        return segment

    def take_back(self, row_shape: tuple[int, ...], dtype: str) -> tuple[list[str], np.ndarray]:
        """Return the keys and the rows that were written, (rows, *row_shape) of `dtype`, and remove the segment.

        Raises:
            OSError: the disk doesn't give them back.

        """
        try:
            rows = np.frombuffer(self._written(), dtype=dtype).reshape(-1, *row_shape)
            if [checksum(row) for row in rows] != self._checksums:
                raise OSError(errno.EIO, "What was written is not what is read", str(self._rows_file))
            return self._keys, rows
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Remove what was written."""
        self._stream.close()
        self._hold.release()
        for file in (self._unfinished, self._rows_file):
            with suppress(OSError):
                file.unlink(missing_ok=True)

    def _written(self) -> bytes:
        if self._stream.closed:
            return (self._unfinished if self._unfinished.exists() else self._rows_file).read_bytes()
        self._stream.seek(0)
        return self._stream.readall()

    def _write(self, content: memoryview) -> None:
        self._stream.seek(self._bytes)
        while content:
            content = content[self._stream.write(content) or 0 :]
