"""An HDF5 file from anywhere, looked through without reading an array: no links, nothing that lies outside, no bombs.

Keras looks for some of this itself; a hole in it has cost others before, so here everything in the file is looked at,
whether it would be read or not.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

import h5py

#: ConvNeXtLarge has about 2,000 groups and arrays; with the state of an optimizer three times as many.
_MOST_OBJECTS = 50_000
_MOST_DEPTH = 40
#: Compressed weights shrink by a tenth; zeros, which bombs are made of, to a thousandth.
_MOST_EXPANSION, _EXPANSION_FLOOR = 200, 1 << 24
_MOST_BYTES = 8 * 10**9


class ContentsRefused(Exception):
    """The file holds what Keras never writes; the text says what, as the end of a sentence."""


@dataclass
class _Seen:
    """What was seen so far: the addresses of objects, the sizes of arrays, the dimensions that occur."""

    objects: set[Any] = field(default_factory=set)
    held_bytes: int = 0
    dimensions: set[int] = field(default_factory=set)


def dimensions_in(opened: h5py.File) -> frozenset[int]:
    """Look through a whole file and return every number that is a dimension of one of its arrays.

    Raises:
        ContentsRefused: see there.
        Exception: h5py raises almost anything on a damaged file.

    """
    seen = _Seen()
    _look_into(opened, "", seen, 0)
    return frozenset(seen.dimensions)


def _look_into(group: h5py.Group, place: str, seen: _Seen, depth: int) -> None:
    if depth > _MOST_DEPTH or len(seen.objects) > _MOST_OBJECTS:
        raise ContentsRefused("it holds more groups than any network")
    for name in group:
        inside = f"{place}/{name}"
        if not isinstance(group.get(name, getlink=True), h5py.HardLink):
            raise ContentsRefused(f"'{inside[:80]}' in it is a link to somewhere else")
        child = group[name]
        identity = (h5py.h5o.get_info(child.id).fileno, h5py.h5o.get_info(child.id).addr)
        if identity in seen.objects:
            raise ContentsRefused(f"'{inside[:80]}' in it is there under another name too")
        seen.objects.add(identity)
        if isinstance(child, h5py.Dataset):
            _look_at(child, inside, seen)
        elif isinstance(child, h5py.Group):
            _look_into(child, inside, seen, depth + 1)
        else:
            raise ContentsRefused(f"'{inside[:80]}' in it is neither a group nor an array")


def _look_at(array: h5py.Dataset, place: str, seen: _Seen) -> None:
    if array.external or array.is_virtual:
        raise ContentsRefused(f"the array '{place[:80]}' lies in another file")
    if array.shape is None or array.dtype.kind not in "fiubSO":
        raise ContentsRefused(f"the array '{place[:80]}' holds no numbers")
    size = math.prod(array.shape) * array.dtype.itemsize
    seen.held_bytes += size
    if size > max(_EXPANSION_FLOOR, _MOST_EXPANSION * array.id.get_storage_size()) or seen.held_bytes > _MOST_BYTES:
        raise ContentsRefused(
            f"the array '{place[:80]}' would take {size / 1e9:,.1f} GB, and the file does not hold it"
        )
    seen.dimensions.update(array.shape)
