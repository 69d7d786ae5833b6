"""What lies in a data folder by name alone: its class sub-folders and their files. No picture is opened here.

Classes are those of Keras' image_dataset_from_directory, in its order: plain `sorted()`, so capitals come before
small letters. What the system puts into folders by itself is passed over.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from core.errors import UnusableInput
from core.job_control import JobControl
from core.messages import FileProblem

#: Names by which a file is expected to be a picture, which training goes by; the content decides whether it is one.
IMAGE_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".gif", ".bmp", ".dib", ".tif", ".tiff", ".avif", ".jp2"}
    | {".j2k", ".ppm", ".pgm", ".pbm", ".pnm", ".mpo", ".ico", ".icns", ".tga", ".pcx", ".sgi", ".dds", ".qoi", ".psd"}
)

#: Files and folders that Windows, macOS, Linux and storage boxes leave behind; compared in small letters.
_SYSTEM_NAMES = frozenset(
    {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "$recycle.bin", "@eadir", "lost+found"}
    | {"system volume information"}
)


@dataclass(frozen=True, kw_only=True)
class ListedClass:
    """The files of a class folder, hidden ones left out: names relative to it, with '/', sorted.

    problems: files and folders whose names can't be used or that can't be looked into.
    """

    name: str
    files: tuple[str, ...]
    problems: tuple[FileProblem, ...] = ()

    @property
    def images_by_name(self) -> int:
        """How many files look like pictures by their names."""
        return sum(looks_like_image(file) for file in self.files)


def looks_like_image(name: str) -> bool:
    """Whether a file's name suggests a picture: a picture's suffix, or none at all."""
    return PurePosixPath(name).suffix.lower() in IMAGE_SUFFIXES | {""}


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of this name is hidden or the system's own."""
    return name.startswith(".") or name.lower() in _SYSTEM_NAMES


def list_class_folders(folder: Path) -> tuple[str, ...]:
    """Return the names of the class sub-folders of `folder`, sorted as Keras sorts them.

    Raises:
        UnusableInput: the folder is missing, is not a folder, or can't be read, or a sub-folder's name is not text.

    """
    names = tuple(name for name in _names_in(folder) if (folder / name).is_dir())
    for name in names:
        if not _is_text(name):
            raise UnusableInput(f"The name of the folder {folder / _shown(name)} is not valid text.", hint="Rename it.")
    return names


def list_loose_files(folder: Path) -> tuple[str, ...]:
    """Return the names of the files directly inside `folder`, sorted: they belong to no class."""
    return tuple(name for name in _names_in(folder) if not (folder / name).is_dir())


def list_images_quickly(folder: Path, class_name: str, control: JobControl) -> ListedClass:
    """Return every file of a class folder and its sub-folders, as Keras does; a link to a folder is followed once.

    Raises:
        Stopped: `control` says so.

    """
    top = folder / class_name
    files: list[str] = []
    problems: list[FileProblem] = []

    def note_closed(error: OSError) -> None:
        reason = f"The folder can't be looked into ({error.strerror})."
        problems.append(FileProblem(file=Path(error.filename or top), class_name=class_name, reason=reason))

    for name in _walk(top, note_closed, control):
        if _is_text(name):
            files.append(name)
        else:
            reason = "The name of the file is not valid text: rename it."
            problems.append(FileProblem(file=top / _shown(name), class_name=class_name, reason=reason))
    return ListedClass(name=class_name, files=tuple(sorted(files)), problems=tuple(problems))


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in folder.iterdir() if not is_passed_over(entry.name))
    except FileNotFoundError as error:
        hint = "Choose a folder that holds a sub-folder for each class."
        raise UnusableInput(f"The folder {folder} does not exist.", hint=hint, kind="folder_missing") from error
    except NotADirectoryError as error:
        raise UnusableInput(f"{folder} is not a folder.", hint="Choose the folder that holds the classes.") from error
    except OSError as error:
        hint = "Check its permissions, or choose another folder."
        raise UnusableInput(f"The folder {folder} can't be read ({error.strerror}).", hint=hint) from error


def _walk(top: Path, on_closed: Callable[[OSError], None], control: JobControl) -> Iterator[str]:
    """Yield the files below `top`, named relative to it with '/'. Each real folder is visited once: links may loop."""
    visited: set[tuple[int, int]] = set()
    _is_new(top, visited)
    for here, folders, files in os.walk(top, onerror=on_closed, followlinks=True):
        control.raise_if_stopped()
        below = Path(here).relative_to(top)
        wanted = [name for name in sorted(folders) if not is_passed_over(name)]
        folders[:] = [name for name in wanted if _is_new(top / below / name, visited)]
        yield from ((below / name).as_posix() for name in files if not is_passed_over(name))


def _is_new(folder: Path, visited: set[tuple[int, int]]) -> bool:
    """Note a folder by its identity, and say whether that is the first time; a vanished one is not worth a visit."""
    try:
        status = folder.stat()
    except OSError:
        return False
    identity = (status.st_dev, status.st_ino)
    if identity in visited:
        return False
    visited.add(identity)
    return True


def _is_text(name: str) -> bool:
    """Whether a name can be written as UTF-8; one of undecodable bytes could not be printed or kept in `run.json`."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _shown(name: str) -> str:
    return name.encode("utf-8", errors="replace").decode("utf-8")
