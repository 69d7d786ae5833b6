"""The tables of a store besides its features: which pictures there are, and which of them can't be used.

One file of each for a portion, replaced as a whole. A key is a picture's content (`core.data.content.image_digest`);
the look is what the check of the picture finds (`core.data.looks`), so that a training splits as it would with the
pictures at hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from core.cluster.listing import Listed
from core.cluster.parquet_file import read_parquet, write_parquet
from core.cluster.place import Place
from core.cluster.store_files import IMAGES, PROBLEMS, portion_name


@dataclass(frozen=True, slots=True)
class StoredImage:
    """A picture of the store. digest: '' where it could not be read. look: b'' where it could not be decoded."""

    picture: Listed
    digest: str
    look: bytes


@dataclass(frozen=True, slots=True)
class StoredProblem:
    """A picture that can't be used, and why, in a sentence without its name and one that says what to do."""

    name: str
    class_name: str
    reason: str
    hint: str


def write_images(images: Sequence[StoredImage], portion: int, store: Place) -> None:
    """Write the pictures of a portion. Raises OSError."""
    import pyarrow as pa

    table = pa.table(
        {
            "name": pa.array([one.picture.name for one in images], pa.string()),
            "class": pa.array([one.picture.class_name for one in images], pa.string()),
            "digest": pa.array([one.digest or None for one in images], pa.string()),
            "look": pa.array([one.look or None for one in images], pa.binary()),
            "size": pa.array([one.picture.size for one in images], pa.int64()),
            "modified": pa.array([one.picture.modified for one in images], pa.int64()),
        }
    )
    _write(table, store / IMAGES / f"{portion_name(portion)}.parquet")


def read_images(portion: int, store: Place) -> list[StoredImage]:
    """Return the pictures of a portion; none where it was never done. Raises OSError."""
    columns = _read(store / IMAGES / f"{portion_name(portion)}.parquet")
    return [
        StoredImage(Listed(name, class_name, size, modified), digest or "", look or b"")
        for name, class_name, digest, look, size, modified in zip(*columns, strict=True)
    ]


def write_problems(problems: Sequence[StoredProblem], portion: int, store: Place) -> None:
    """Write what is wrong with pictures of a portion; no file where nothing is. Raises OSError."""
    import pyarrow as pa

    place = store / PROBLEMS / f"{portion_name(portion)}.parquet"
    if not problems:
        place.remove()
        return
    fields = {"name": "name", "class": "class_name", "reason": "reason", "hint": "hint"}
    columns = {
        column: pa.array([getattr(one, field) for one in problems], pa.string()) for column, field in fields.items()
    }
    _write(pa.table(columns), place)


def read_problems(store: Place) -> Iterator[StoredProblem]:
    """Yield all problems of a store, a portion at a time. Raises OSError."""
    for name in (store / PROBLEMS).files(suffix=".parquet"):
        for row in zip(*_read(store / PROBLEMS / name), strict=True):
            yield StoredProblem(*row)


def _write(table: Any, place: Place) -> None:
    write_parquet(table, place, compression="zstd")


def _read(place: Place) -> list[list[Any]]:
    """Return the columns of a table; none where there is no file, or a damaged one, which is then written anew."""
    import pyarrow as pa

    if not place.is_file():
        return []
    try:
        return [column.to_pylist() for column in read_parquet(place).columns]
    except pa.ArrowInvalid:
        return []
