"""Many file names as one string: what crosses the pipe of a folder with 100,000 pictures without a stall.

Unpickling a hundred thousand strings keeps the window's process busy for as long as a frame of a film takes five
times; one long string is copied. The names are taken apart when somebody looks at them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, overload

#: No file name on any system has it.
_BETWEEN = "\0"


class PackedNames(Sequence[str]):
    """A read-only sequence of file names, equal to every sequence of the same names."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        listed = tuple(names)
        self._packed = _BETWEEN.join(listed)
        self._count = len(listed)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[str, ...]: ...
    def __getitem__(self, index: int | slice) -> str | tuple[str, ...]:
        return self._names()[index]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names())

    def __contains__(self, name: object) -> bool:
        # Most classes do not have it, and to look for a part of a string is quick.
        return isinstance(name, str) and name in self._packed and name in self._names()

    def __eq__(self, other: Any) -> bool:
        if isinstance(other, PackedNames):
            return (self._count, self._packed) == (other._count, other._packed)
        return isinstance(other, Sequence) and self._names() == tuple(other)

    def __hash__(self) -> int:
        return hash((self._count, self._packed))

    def __repr__(self) -> str:
        return f"PackedNames({self._names()!r})"

    def _names(self) -> tuple[str, ...]:
        return tuple(self._packed.split(_BETWEEN)) if self._count else ()
