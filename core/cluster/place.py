"""A folder that may lie anywhere: on a disk, or behind a URI that pyarrow or fsspec opens (s3, gs, file, ...).

Files are read and written whole. What they mean is the callers' concern.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.disk_errors import why_not_written
from core.errors import FrostlineError, UnusableInput
from core.self_contained import how_to_get
from core.whole_files import write_bytes


@dataclass(frozen=True)
class FoundFile:
    """A file of a place: its name relative to it, with '/', its bytes, and when it was changed, in nanoseconds."""

    name: str
    size: int
    modified: int


@dataclass(frozen=True)
class Place:
    """A folder. where: as it was named, absolute. local: its path where it lies on a disk of this machine."""

    where: str
    local: Path | None
    _filesystem: Any
    _path: str

    def __truediv__(self, name: str) -> Place:
        local = None if self.local is None else self.local / name
        return Place(f"{self.where.rstrip('/')}/{name}", local, self._filesystem, posixpath.join(self._path, name))

    @property
    def for_arrow(self) -> dict[str, Any]:
        """Return what pyarrow's readers want to know of the file system."""
        return {"filesystem": self._filesystem}

    @property
    def path(self) -> str:
        """The path inside the file system."""
        return self._path

    def is_file(self) -> bool:
        """Whether there is a file of this name."""
        from pyarrow.fs import FileType

        return bool(self._filesystem.get_file_info(self._path).type == FileType.File)

    def read(self) -> bytes:
        """Return the content of the file; raises OSError."""
        if self.local is not None:
            return self.local.read_bytes()
        with self._filesystem.open_input_stream(self._path) as stream:
            return bytes(stream.read())

    def write(self, content: bytes) -> None:
        """Write the file, whole or not at all; raises OSError.

        On a disk it is written beside and renamed; a store of objects shows an object once it is there as a whole.
        """
        if self.local is not None:
            write_bytes(self.local, content)
            return
        self._filesystem.create_dir(posixpath.dirname(self._path), recursive=True)
        with self._filesystem.open_output_stream(self._path) as stream:
            stream.write(content)

    def remove(self) -> None:
        """Remove the file; nothing happens where there is none."""
        if self.local is not None:
            self.local.unlink(missing_ok=True)
        elif self.is_file():
            self._filesystem.delete_file(self._path)

    def files(self, *, suffix: str = "", starting_with: str = "") -> list[str]:
        """Return the names of the files directly in this folder, sorted; none where the folder is not there."""
        return sorted(
            name
            for name, is_folder, _ in self._entries()
            if not is_folder and name.endswith(suffix) and name.startswith(starting_with) and name[:1] != "."
        )

    def folders(self) -> list[str]:
        """Return the names of the folders directly in this folder, sorted."""
        return sorted(name for name, is_folder, _ in self._entries() if is_folder)

    def files_below(self, passed_over: Any) -> Iterator[FoundFile]:
        """Yield all files below this folder, a folder at a time, but for names that `passed_over` says."""
        waiting = [""]
        while waiting:
            below = waiting.pop()
            here = self / below if below else self
            for name, is_folder, info in here._entries():
                if passed_over(name):
                    continue
                whole = f"{below}/{name}" if below else name
                if is_folder:
                    waiting.append(whole)
                else:
                    yield FoundFile(whole, int(info.size or 0), int(info.mtime_ns or 0))

    def _entries(self) -> list[tuple[str, bool, Any]]:
        from pyarrow.fs import FileSelector, FileType

        selector = FileSelector(self._path, allow_not_found=True)
        found = self._filesystem.get_file_info(selector)
        return [
            (one.base_name, one.type == FileType.Directory, one)
            for one in found
            if one.type in (FileType.File, FileType.Directory)
        ]


def is_uri(where: str) -> bool:
    """Whether this names a place by a URI rather than by a path."""
    return "://" in where


def open_place(where: str) -> Place:
    """Return the folder of this path or URI; it need not be there yet.

    Raises:
        UnusableInput: pyarrow is not installed, or nobody opens such URIs.

    """
    require_arrow()
    from pyarrow import ArrowInvalid
    from pyarrow.fs import FileSystem, LocalFileSystem, PyFileSystem

    if not is_uri(where):
        path = os.path.abspath(where)  # noqa: PTH100 - of a folder that may be a link, which stays one
        return Place(path, Path(path), LocalFileSystem(), Path(path).as_posix())
    try:
        filesystem, path = FileSystem.from_uri(where)
    except (ArrowInvalid, OSError) as of_arrow:
        filesystem, path = _by_fsspec(where, of_arrow)
    if isinstance(filesystem, LocalFileSystem):
        return Place(path, Path(path), filesystem, path)
    if isinstance(filesystem, PyFileSystem):
        path = path.rstrip("/")
    return Place(where.rstrip("/"), None, filesystem, path.rstrip("/"))


def _by_fsspec(where: str, of_arrow: Exception) -> tuple[Any, str]:
    from pyarrow.fs import FSSpecHandler, PyFileSystem

    try:
        import fsspec

        filesystem, path = fsspec.core.url_to_fs(where)
    except Exception as error:  # fsspec raises what the packages behind it raise
        why = str(error).partition("\n")[0].rstrip(".") or str(of_arrow)
        raise UnusableInput(
            f"{where} can't be opened: {why}.",
            hint="Name a folder, or a URI that pyarrow or an installed package of fsspec opens (s3://, gs://, file://).",
        ) from error
    return PyFileSystem(FSSpecHandler(filesystem)), path


def require_arrow() -> None:
    """Refuse to go on without pyarrow.

    Raises:
        UnusableInput: it is not installed.

    """
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        hint = how_to_get("Install it with `pip install 'frostline[cluster]'`.")
        raise UnusableInput("Stores of features take the package pyarrow.", hint=hint) from error


def why_not_reached(place: str, error: Exception) -> FrostlineError:
    """Return the error that says that a place can't be read or written to; raise it from `error`."""
    if isinstance(error, OSError) and error.errno is not None:
        why = why_not_written(error)
    else:
        why = str(error).partition("\n")[0].rstrip(".")
    return FrostlineError(
        f"{place} can't be read or written: {why or type(error).__name__}.",
        hint="See that it is there, that all nodes can read and write it, and start the command again: what is done "
        "is kept.",
        kind="store_unreachable",
    )
