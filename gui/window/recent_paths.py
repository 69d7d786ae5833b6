"""Paths that were opened before, the newest first, as one entry of the settings. What is there is not known here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLockFile, QSettings

MOST_KEPT = 10
_LOCK_MILLISECONDS = 300


class RecentPaths:
    """A list under a key of the settings, which several windows may change."""

    def __init__(self, settings: QSettings, key: str) -> None:
        self._settings, self._key = settings, key

    @property
    def remembered(self) -> tuple[Path, ...]:
        """The paths, whether anything is there or not."""
        value = self._settings.value(self._key)
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return tuple(Path(name) for name in names if isinstance(name, str))

    @property
    def there(self) -> tuple[Path, ...]:
        """The folders among them that are there."""
        return tuple(path for path in self.remembered if path.is_dir())

    def keep(self, path: Path) -> None:
        """Remember that `path` was opened, beside those that other windows have opened meanwhile."""
        with self._alone():
            others = [one for one in self.remembered if one != path]
            self._settings.setValue(self._key, [str(one) for one in (path, *others)][:MOST_KEPT])

    def forget(self) -> None:
        """Remember none any more."""
        self._settings.remove(self._key)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other windows from changing what is read and written here; a lock that can't be had is done without.

        Each setting that is written as a whole needs none of this: QSettings itself joins what several windows write.
        """
        lock = QLockFile(f"{self._settings.fileName()}.change.lock")
        lock.tryLock(_LOCK_MILLISECONDS)
        self._settings.sync()
        yield
        self._settings.sync()
        lock.unlock()
