"""Which of many hashes of 256 bits are near each other, without comparing each with each.

After Norouzi, Punjani and Fleet 2012, "Fast Search in Hamming Space with Multi-Index Hashing": of two hashes that
differ in at most 31 bits, one of their 16 parts of 16 bits differs in at most one bit. So only those are compared that
share a part or almost do. Nothing is missed. What the hashes are of is `core.data.looks`' affair.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

#: Hashes that differ in more bits can't be found this way.
FARTHEST = 31

_PARTS, _PART_BITS = 16, 16
_KEYS = 1 << _PART_BITS
#: Bits in which a part may differ from another: in none, or in one of them.
_FLIPS = (0, *(1 << bit for bit in range(_PART_BITS)))
#: Pairs that are compared at once: 64 MB of hashes.
_AT_ONCE = 1 << 20
#: So few are compared each with each: in a millisecond for 250, while to look into all parts takes a tenth of a second.
_FEW = 1500

Pairs = NDArray[np.int64]


def comparisons_needed(hashes: NDArray[np.uint64]) -> int:
    """Return how many pairs `close_pairs` would compare: few for hashes that are spread, up to 8 n² for equal ones."""
    if len(hashes) <= _FEW:
        return len(hashes) * (len(hashes) - 1) // 2
    needed = 0
    for keys in _parts(hashes):
        counts = np.bincount(keys, minlength=_KEYS)
        needed += int((counts * (counts - 1) // 2).sum())
        for flip in _FLIPS[1:]:
            lower = np.flatnonzero((np.arange(_KEYS) & flip) == 0)
            needed += int((counts[lower] * counts[lower | flip]).sum())
    return needed


def close_pairs(
    hashes: NDArray[np.uint64], most_bits: int = FARTHEST, groups: NDArray[np.int64] | None = None
) -> Iterator[Pairs]:
    """Yield pairs of indices, int64 (m, 2), of hashes, uint64 (n, 4), that differ in at most `most_bits` bits.

    In portions of a bounded size, between which the caller may give up. Every such pair comes, some more than once.
    groups: a number for each hash, int64 (n,): pairs of one group are passed over. The caller may change it in place
    between two portions; where most hashes are near each other, that saves nearly all the work.

    Raises:
        ValueError: `most_bits` is beyond FARTHEST.

    """
    if not 0 <= most_bits <= FARTHEST:
        raise ValueError(f"most_bits is {most_bits}: expected 0 to {FARTHEST}.")
    if len(hashes) > _FEW:
        yield from by_shared_parts(hashes, most_bits, groups)
        return
    for pairs in each_with_each(hashes, most_bits):
        yield pairs if groups is None else pairs[groups[pairs[:, 0]] != groups[pairs[:, 1]]]


def each_with_each(hashes: NDArray[np.uint64], most_bits: int) -> Iterator[Pairs]:
    """Yield the pairs that `close_pairs` yields, by comparing all of them."""
    rows = max(1, _AT_ONCE // max(1, len(hashes)))
    for start in range(0, len(hashes), rows):
        distances = np.bitwise_count(hashes[start : start + rows, None] ^ hashes[None]).sum(axis=2)
        left, right = np.nonzero(distances <= most_bits)
        pairs = np.stack((left + start, right), axis=1)
        yield pairs[pairs[:, 0] < pairs[:, 1]]


def by_shared_parts(
    hashes: NDArray[np.uint64], most_bits: int, groups: NDArray[np.int64] | None = None
) -> Iterator[Pairs]:
    """Yield the pairs that `close_pairs` yields, comparing only those that share a part or almost do."""
    for keys in _parts(hashes):
        order = np.argsort(keys, kind="stable")
        sorted_keys, sorted_hashes = keys[order], hashes[order]
        ends = np.cumsum(np.bincount(keys, minlength=_KEYS))
        starts = np.concatenate(([0], ends[:-1]))
        for flip in _FLIPS:
            for left, right in _neighbours(sorted_keys, starts, ends, flip):
                pairs = np.stack((left, right), axis=1)
                if groups is not None:
                    numbers = groups[order]
                    pairs = pairs[numbers[left] != numbers[right]]
                differing = sorted_hashes[pairs[:, 0]] ^ sorted_hashes[pairs[:, 1]]
                yield order[pairs[np.bitwise_count(differing).sum(axis=1) <= most_bits]]


def _parts(hashes: NDArray[np.uint64]) -> Iterator[NDArray[np.int64]]:
    parts = np.ascontiguousarray(hashes).view(np.uint16).reshape(len(hashes), _PARTS)
    for part in range(_PARTS):
        yield parts[:, part].astype(np.int64)


def _neighbours(
    keys: NDArray[np.int64], starts: NDArray[np.int64], ends: NDArray[np.int64], flip: int
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Yield the positions, left and right, of all pairs whose keys (ascending) differ by `flip`, each pair once."""
    if flip:
        left = np.flatnonzero((keys & flip) == 0)
        first, end = starts[keys[left] | flip], ends[keys[left] | flip]
    else:
        left = np.arange(len(keys))
        first, end = left + 1, ends[keys]
    counts = end - first
    has_any = counts > 0
    left, first, counts = left[has_any], first[has_any], counts[has_any]
    up_to = np.cumsum(counts)
    begun = 0
    while begun < len(left):
        done = int(up_to[begun - 1]) if begun else 0
        until = max(begun + 1, int(np.searchsorted(up_to, done + _AT_ONCE, side="right")))
        portion = slice(begun, until)
        pairs = counts[portion]
        within = np.arange(int(pairs.sum())) - np.repeat(np.cumsum(pairs) - pairs, pairs)
        yield np.repeat(left[portion], pairs), np.repeat(first[portion], pairs) + within
        begun = until
