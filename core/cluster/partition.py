"""Features as a Parquet file: rows under their keys, which any reader of Parquet opens, and which can be mapped.

A partition is one row group without compression, whose features are one page: so the numbers of all rows stand in the
file one after another, as they do in a segment of the local store, and are mapped into memory rather than read. That
this holds is proven for each row by its checksum. Columns: `key` (`core.features.recipe.row_key`), `checksum`
(xxh3 of the row's bytes), `features` (a list of fixed size; the row's shape is that of the store's recipe).
"""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from core.cluster.parquet_file import read_parquet, write_parquet
from core.cluster.place import Place
from core.features.recipe import FeatureRecipe
from core.features.segment import checksum

_log = logging.getLogger(__name__)

_COLUMNS = ("key", "checksum", "features")
#: Larger than any partition, so that a column is one page.
_ONE_PAGE = 1 << 31


class PartitionDamaged(Exception):
    """The file is not whole, not of this recipe, or was written by somebody else."""


@dataclass(frozen=True)
class Partition:
    """The rows of a partition, mapped: (len(keys), *row_shape)."""

    keys: tuple[str, ...]
    checksums: tuple[int, ...]
    rows: np.ndarray

    def is_whole(self, position: int) -> bool:
        """Whether a row is what was written."""
        return checksum(self.rows[position]) == self.checksums[position]


def write_partition(keys: list[str], rows: np.ndarray, recipe: FeatureRecipe, place: Place) -> None:
    """Write one row for each key, (len(keys), *row_shape), whole or not at all. Raises OSError."""
    import pyarrow as pa

    numbers = math.prod(recipe.row_shape)
    values = pa.array(np.ascontiguousarray(rows, dtype=recipe.dtype).reshape(-1))
    kind = pa.list_(pa.field("element", values.type, nullable=False), numbers)
    schema = pa.schema(
        [
            pa.field("key", pa.string(), nullable=False),
            pa.field("checksum", pa.uint64(), nullable=False),
            pa.field("features", kind, nullable=False),
        ],
        metadata={"frostline_recipe": recipe.as_json()},
    )
    columns = [
        pa.array(keys, pa.string()),
        pa.array([checksum(row) for row in rows], pa.uint64()),
        pa.FixedSizeListArray.from_arrays(values, type=kind),
    ]
    write_parquet(
        pa.Table.from_arrays(columns, schema=schema),
        place,
        row_group_size=max(1, len(keys)),
        compression="NONE",
        use_dictionary=False,
        write_statistics=False,
        data_page_size=_ONE_PAGE,
        write_batch_size=max(1, len(keys)),
        max_rows_per_page=max(1, len(keys)),
    )


def digests_in(folder: Place) -> list[str]:
    """Return the contents of which the partitions directly in `folder` have rows. Raises OSError.

    A damaged partition is removed, so that its rows are computed again.
    """
    found: list[str] = []
    for name in folder.files(suffix=".parquet"):
        try:
            digests = [key.partition(":")[0] for key in keys_of(folder / name)]
            bytes.fromhex("".join(digests))
            found += digests
        except (PartitionDamaged, ValueError) as damage:
            _log.warning("A partition is computed again: %s", damage)
            (folder / name).remove()
    return found


def keys_of(place: Place) -> list[str]:
    """Return the keys of a partition; raises OSError or PartitionDamaged."""
    import pyarrow as pa

    try:
        keys: list[str] = read_parquet(place, columns=["key"])["key"].to_pylist()
    except (pa.ArrowInvalid, KeyError) as error:
        raise PartitionDamaged(f"{place.where}: {error}") from error
    return keys


def map_partition(file: Path, recipe: FeatureRecipe) -> Partition:
    """Map a partition on this machine's disk.

    Raises:
        PartitionDamaged: it can't be mapped; its rows' checksums are not looked at.

    """
    import pyarrow as pa
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(file) as opened:
            described = opened.metadata
            known = (described.metadata or {}).get(b"frostline_recipe", b"").decode("utf-8")
            if known != recipe.as_json() or described.num_row_groups != 1:
                raise PartitionDamaged(f"{file} is no partition of this store")
            keys = opened.read(columns=["key", "checksum"])
            offset = _offset_of_numbers(described.row_group(0), described.num_rows, recipe)
        rows = np.memmap(
            file, dtype=recipe.dtype, mode="r", offset=offset, shape=(described.num_rows, *recipe.row_shape)
        )
    except (OSError, ValueError, KeyError, pa.ArrowException) as error:
        raise PartitionDamaged(f"{file}: {error}") from error
    return Partition(tuple(keys["key"].to_pylist()), tuple(keys["checksum"].to_pylist()), rows)


def _offset_of_numbers(group: Any, rows: int, recipe: FeatureRecipe) -> int:
    """Return where in the file the numbers of the first row begin: they are the end of the only page of the column."""
    column = group.column(len(_COLUMNS) - 1)
    bytes_of_numbers = rows * recipe.row_bytes
    if column.compression != "UNCOMPRESSED" or column.has_dictionary_page:
        raise ValueError("its features are packed")
    offset = int(column.data_page_offset) + int(column.total_compressed_size) - bytes_of_numbers
    if offset < int(column.data_page_offset):
        raise ValueError("it is smaller than its rows")
    return offset
