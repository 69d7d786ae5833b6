"""The check of many files: each is decoded once, and never again while it stays as it is.

What is found of one picture is `core.data.checked_picture`'s affair, what is known from before that of
`core.data.check_cache`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.data.check_cache import CheckCache, FileState, state_of
from core.data.checked_picture import CheckedPicture, check_picture
from core.data.duplicates import Prints
from core.data.looks import LOOK_BYTES
from core.data.pixel_limit import allowed_pixels
from core.data.work_ahead import done_ahead
from core.job_control import JobControl
from core.places import check_cache_file

_DIGEST_BYTES = 16
#: Files whose results are asked for at once, and the seconds after which new results reach the disk.
_ASKED_AT_ONCE, _KEPT_EVERY_SECONDS = 1000, 2.0


@dataclass(frozen=True)
class CheckedFiles:
    """What the check found, index by index.

    refused: why a file can't be used, of those that can't. prints: of the others; zeros where there is none.
    formats: Pillow's names of what the contents are, as numbers into `format_names`; 0 where a file is refused.
    """

    refused: dict[int, CheckedPicture]
    prints: Prints
    formats: NDArray[np.uint8]
    format_names: tuple[str, ...]

    @property
    def usable(self) -> NDArray[np.int64]:
        """The indices of the files that can be used, ascending."""
        usable = np.ones(len(self.formats), dtype=bool)
        usable[list(self.refused)] = False
        return np.flatnonzero(usable).astype(np.int64)

    def format_of(self, index: int) -> str:
        """Return Pillow's name of what a file's content is, '' where it can't be used."""
        return self.format_names[int(self.formats[index])]


def _nothing(_index: int, _refused: CheckedPicture) -> None:
    """Tell nobody."""


def check_files(
    files: Sequence[Path], control: JobControl, tell: Callable[[int, CheckedPicture], None] = _nothing
) -> CheckedFiles:
    """Check each of `files`, as the limit of pixels of this thread's job has it. Reports Progress of stage `check`.

    tell: called with the index of a file that can't be used, as soon as that is known.

    Raises:
        Stopped: `control` says so; what was checked so far is kept.

    """
    control.progress("check", 0, len(files))
    with closing(CheckCache(check_cache_file())) as cache:
        return _Check(files, cache, control, tell).run()


class _Check:
    """A check on its way: what is known is looked up first, then the rest is decoded."""

    def __init__(
        self,
        files: Sequence[Path],
        cache: CheckCache,
        control: JobControl,
        tell: Callable[[int, CheckedPicture], None],
    ) -> None:
        self._files, self._cache, self._control, self._tell = files, cache, control, tell
        self._refused: dict[int, CheckedPicture] = {}
        self._digests = np.zeros((len(files), _DIGEST_BYTES), dtype=np.uint8)
        self._looks = np.zeros((len(files), LOOK_BYTES), dtype=np.uint8)
        self._formats = np.zeros(len(files), dtype=np.uint8)
        self._format_names = [""]
        self._done = 0

    def run(self) -> CheckedFiles:
        self._decode(self._look_up())
        prints = Prints(self._digests, self._looks)
        return CheckedFiles(self._refused, prints, self._formats, tuple(self._format_names))

    def _look_up(self) -> list[int]:
        """Take what is known from before; return the indices of the others."""
        unknown: list[int] = []
        for start in range(0, len(self._files), _ASKED_AT_ONCE):
            self._control.raise_if_stopped()
            indices = range(start, min(start + _ASKED_AT_ONCE, len(self._files)))
            states = [(index, state_of(self._files[index])) for index in indices]
            known = self._cache.find([state for _, state in states if state is not None])
            for index, state in states:
                checked = None if state is None else known.get(state.path)
                # A picture that is too large for this job gets its sentence from the decoder.
                if checked is None or checked.pixels > allowed_pixels():
                    unknown.append(index)
                else:
                    self._take(index, checked)
        return unknown

    def _decode(self, unknown: Sequence[int]) -> None:
        fresh: list[tuple[FileState, CheckedPicture]] = []
        last_kept = time.monotonic()
        try:
            with closing(done_ahead(_check_as_it_is, [self._files[index] for index in unknown])) as results:
                for index, (state, checked) in zip(unknown, results, strict=True):
                    self._control.raise_if_stopped()
                    self._take(index, checked)
                    if state is not None:
                        fresh.append((state, checked))
                    if time.monotonic() - last_kept > _KEPT_EVERY_SECONDS:
                        self._cache.keep(fresh)
                        fresh, last_kept = [], time.monotonic()
        finally:
            if fresh:
                self._cache.keep(fresh)

    def _take(self, index: int, checked: CheckedPicture) -> None:
        self._done += 1
        if checked.reason:
            self._refused[index] = checked
            self._tell(index, checked)
        else:
            self._digests[index] = np.frombuffer(checked.digest, dtype=np.uint8)
            self._looks[index] = np.frombuffer(checked.look, dtype=np.uint8)
            if checked.format not in self._format_names:
                self._format_names.append(checked.format)
            self._formats[index] = self._format_names.index(checked.format)
        self._control.progress("check", self._done, len(self._files))


def _check_as_it_is(file: Path) -> tuple[FileState | None, CheckedPicture]:
    """Check a file, and say in which state it was; None where it changed meanwhile."""
    before = state_of(file)
    checked = check_picture(file)
    after = state_of(file)
    same = before is not None and after is not None and before.state == after.state
    return (before if same else None), checked
