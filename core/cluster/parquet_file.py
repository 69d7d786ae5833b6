"""A Parquet file of a place: written whole, and read. What stands in its columns is the concern of who asks."""

from __future__ import annotations

from typing import Any

from core.cluster.place import Place


def write_parquet(table: Any, place: Place, **options: Any) -> None:
    """Write a table of pyarrow, whole or not at all. options: of pyarrow's writer. Raises OSError."""
    import pyarrow as pa
    from pyarrow import parquet

    output = pa.BufferOutputStream()
    parquet.write_table(table, output, **options)
    place.write(output.getvalue())


def read_parquet(place: Place, **options: Any) -> Any:
    """Return the table of pyarrow in a file. options: of pyarrow's reader. Raises OSError and ArrowInvalid."""
    from pyarrow import parquet

    return parquet.read_table(place.path, **place.for_arrow, **options)
