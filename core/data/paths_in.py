"""Many files of one folder without a path object for each: paths are made when somebody looks at them.

With `PackedNames` it crosses the pipe as two strings, however many files there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, overload


class PathsIn(Sequence[Path]):
    """The files of these names, relative to `folder`, with '/'; equal to every sequence of the same paths."""

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        self._folder = folder
        self._names = names

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files, relative to the folder, with '/'."""
        return tuple(self._names)

    def __len__(self) -> int:
        return len(self._names)

    @overload
    def __getitem__(self, index: int) -> Path: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Path, ...]: ...
    def __getitem__(self, index: int | slice) -> Path | tuple[Path, ...]:
        if isinstance(index, slice):
            return tuple(self._folder / name for name in self._names[index])
        return self._folder / self._names[index]

    def __iter__(self) -> Iterator[Path]:
        return (self._folder / name for name in self._names)

    def __eq__(self, other: Any) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"PathsIn({self._folder!r}, {self._names!r})"
