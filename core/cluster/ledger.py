"""The ledger of an extraction: which contents are in the store, who computes which of the others, and how far it is.

Whoever extracts asks it before computing, so that a content which is there many times is computed once, whichever
portions it is in. It is an object of its own on a cluster (an actor), and a plain one in a process. Should it be lost,
a new one reads the keys from the store again; at worst a content is computed twice then, which harms nothing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from core.cluster.listing import hash_of
from core.cluster.partition import digests_in
from core.cluster.place import open_place
from core.cluster.store_files import FEATURES

#: In place of whoever computes a content: it was stored before this extraction, or in its course.
_BEFORE, _NOW = -1, -2


class Claim(IntEnum):
    """What to do about a content: compute it, or leave it, since it was stored before or another picture has it."""

    COMPUTE = 0
    STORED = 1
    ELSEWHERE = 2


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many pictures were dealt with: computed, stored before, copies of others, or unusable."""

    computed: int = 0
    reused: int = 0
    copies: int = 0
    problems: int = 0

    @property
    def done(self) -> int:
        """All of them together."""
        return self.computed + self.reused + self.copies + self.problems

    def __add__(self, other: Count) -> Count:
        return Count(
            **{one.name: getattr(self, one.name) + getattr(other, one.name) for one in dataclasses.fields(self)}
        )


class Ledger(Protocol):
    """What whoever extracts asks and tells."""

    def claim(self, digests: Sequence[str], names: Sequence[str]) -> list[Claim]:
        """Return what to do about each content; names: of the pictures in which it is, which ask again if they must."""
        ...

    def stored(self, digests: Sequence[str]) -> list[bool]:
        """Return for each content whether its features are in the store."""
        ...

    def wrote(self, digests: Sequence[str]) -> None:
        """Note that the features of these contents are in the store now."""
        ...

    def report(self, portion: int, count: Count) -> bool:
        """Note how far a portion is; return whether to go on."""
        ...


class KeptLedger:
    """A ledger in this process."""

    def __init__(self, store: str) -> None:
        """Read the keys that the store at `store` has."""
        self._owners: dict[bytes, int] = {}
        self._counts: dict[int, Count] = {}
        self._goes_on = True
        self._read_keys(store)

    def claim(self, digests: Sequence[str], names: Sequence[str]) -> list[Claim]:
        """Return what to do about each content. Who asks again under the same name gets the same answer."""
        return [self._claim(bytes.fromhex(digest), hash_of(name)) for digest, name in zip(digests, names, strict=True)]

    def stored(self, digests: Sequence[str]) -> list[bool]:
        """Return for each content whether its features are in the store."""
        return [self._owners.get(bytes.fromhex(digest), 0) < 0 for digest in digests]

    def wrote(self, digests: Sequence[str]) -> None:
        """Note that the features of these contents are in the store now."""
        for digest in digests:
            content = bytes.fromhex(digest)
            if self._owners.get(content) != _BEFORE:
                self._owners[content] = _NOW

    def report(self, portion: int, count: Count) -> bool:
        """Note how far a portion is, in place of what was known of it; return whether to go on."""
        self._counts[portion] = count
        return self._goes_on

    def stop(self) -> None:
        """Let everybody end after what they are at."""
        self._goes_on = False

    def count(self) -> Count:
        """Return how far all portions together are."""
        return sum(self._counts.values(), Count())

    def _claim(self, content: bytes, name: int) -> Claim:
        owner = self._owners.setdefault(content, name)
        if owner == _BEFORE:
            return Claim.STORED
        return Claim.COMPUTE if owner == name else Claim.ELSEWHERE

    def _read_keys(self, store: str) -> None:
        features = open_place(store) / FEATURES
        for folder in features.folders():
            self._owners.update((bytes.fromhex(digest), _BEFORE) for digest in digests_in(features / folder))
