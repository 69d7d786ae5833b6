"""What the check of pictures found, kept on disk, so that what has not changed is not checked again.

An SQLite file in the cache place: a row for each file, found by a digest of its path and good as long as size, time of
change and inode are what they were. Several processes may use it at once; it may be deleted at any time; a damaged one
is thrown away. Of the user's files it holds digests only, neither names nor pictures. Without room, the files that were
not looked at for longest go first. Checking itself is `core.data.checked_picture`'s work.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import PIL
import xxhash

from core.data.checked_picture import DIGEST_BYTES, CheckedPicture
from core.data.decode import DECODER_VERSION
from core.data.looks import LOOK_BYTES, LOOK_VERSION

#: Files that are kept at most: about 110 MB.
MOST_FILES = 500_000
#: When there are too many, so many are left, lest every check has to make room.
_SHARE_LEFT = 0.9
#: A file that was changed so short a time before it was looked at may change again within the same tick of its clock.
_SETTLED_AFTER_SECONDS = 1.0

#: What decides over results besides the files: with other versions everything is checked anew.
_MADE_BY = f"1 decoder {DECODER_VERSION} look {LOOK_VERSION} Pillow {PIL.__version__}"
_TABLES = """
CREATE TABLE IF NOT EXISTS made_by (version TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS checked (
    path BLOB PRIMARY KEY, state BLOB NOT NULL, used INTEGER NOT NULL, reason TEXT NOT NULL,
    digest BLOB NOT NULL, look BLOB NOT NULL, format TEXT NOT NULL, pixels INTEGER NOT NULL
) WITHOUT ROWID;
"""
_DAY_SECONDS = 24 * 3600
#: SQLite takes at least 999 values in one question.
_ASKED_AT_ONCE = 500
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_SCHEMA)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as it was when it was looked at: 16 bytes each for its path and for its size, time and inode.

    settled: that it would be told by these if it changed from now on.
    """

    path: bytes
    state: bytes
    settled: bool


def state_of(file: Path) -> FileState | None:
    """Return the state of a file now; None where there is none that could be kept."""
    try:
        status = file.stat()
    except (OSError, ValueError):
        return None
    path = str(file.absolute()).encode("utf-8", errors="surrogateescape")
    state = f"{status.st_size} {status.st_mtime_ns} {status.st_dev} {status.st_ino}".encode()
    return FileState(
        path=xxhash.xxh3_128_digest(path),
        state=xxhash.xxh3_128_digest(state),
        settled=time.time() - status.st_mtime > _SETTLED_AFTER_SECONDS,
    )


class CheckCache:
    """The results in the SQLite file `file`. For one thread; other threads and processes may have it open too.

    A disk that is full, read-only or gone costs the memory of results, nothing else.
    """

    def __init__(self, file: Path, *, most_files: int = MOST_FILES) -> None:
        self._file = file
        self._most_files = most_files
        self._today = int(time.time() // _DAY_SECONDS)
        self._has_grown = False
        self._database = self._opened()

    def find(self, states: Sequence[FileState]) -> dict[bytes, CheckedPicture]:
        """Return what is known of these files, by `path`; nothing of those that have changed since."""
        found: dict[bytes, CheckedPicture] = {}
        with self._in_use() as database:
            for start in range(0, len(states), _ASKED_AT_ONCE):
                asked = {one.path: one.state for one in states[start : start + _ASKED_AT_ONCE]}
                found |= self._find_some(database, asked)
        return found

    def keep(self, checked: Iterable[tuple[FileState, CheckedPicture]]) -> None:
        """Keep what was found, where it is sure to hold for as long as the file is the same."""
        rows = [
            (state.path, state.state, self._today, one.reason, one.digest, one.look, one.format, one.pixels)
            for state, one in checked
            if state.settled and not one.may_pass
        ]
        self._has_grown = True
        with self._in_use() as database:
            database.execute("BEGIN IMMEDIATE")
            database.executemany("INSERT OR REPLACE INTO checked VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
            database.execute("COMMIT")

    def close(self) -> None:
        """Make room if there is too much, and give the file back."""
        if self._has_grown:
            with self._in_use() as database:
                self._make_room(database)
        if self._database is not None:
            self._database.close()
            self._database = None

    def _find_some(self, database: sqlite3.Connection, asked: Mapping[bytes, bytes]) -> dict[bytes, CheckedPicture]:
        marks = ", ".join("?" * len(asked))
        columns = "path, state, used, reason, digest, look, format, pixels"
        # What is longer than ours ever is is left out there, rather than read.
        bounds = f"length(look) <= {LOOK_BYTES} AND length(digest) <= {LOOK_BYTES} AND length(reason) < 1000"
        query = f"SELECT {columns} FROM checked WHERE path IN ({marks}) AND {bounds} AND length(format) < 100"
        rows = database.execute(query, list(asked)).fetchall()
        known = [row for row in rows if row[1] == asked[row[0]] and _is_whole(row)]
        stale = [row[0] for row in known if row[2] != self._today]
        if stale:  # once a day
            with suppress(sqlite3.OperationalError):  # somebody else is writing
                database.execute(
                    f"UPDATE checked SET used = ? WHERE path IN ({', '.join('?' * len(stale))})", [self._today, *stale]
                )
        return {
            path: CheckedPicture(reason=reason, digest=digest, look=look, format=image_format, pixels=pixels)
            for path, _, _, reason, digest, look, image_format, pixels in known
        }

    def _make_room(self, database: sqlite3.Connection) -> None:
        # What was used while the clock was ahead counts as used today.
        database.execute("UPDATE checked SET used = ? WHERE used > ?", [self._today, self._today])
        (count,) = database.execute("SELECT COUNT(*) FROM checked").fetchone()
        if count > self._most_files:
            too_many = count - int(self._most_files * _SHARE_LEFT)
            database.execute(
                "DELETE FROM checked WHERE path IN (SELECT path FROM checked ORDER BY used LIMIT ?)", [too_many]
            )

    @contextmanager
    def _in_use(self) -> Iterator[sqlite3.Connection]:
        """Give the database, and put up with whatever is wrong with it: results are then found anew."""
        if self._database is None:
            self._database = sqlite3.connect(":memory:", isolation_level=None)
            self._database.executescript(_TABLES)
        try:
            yield self._database
        except sqlite3.Error as error:
            _log.warning("The file of checked pictures %s can't be used: %s", self._file, error)
            self._database.close()
            self._database = None
            if _is_damage(error):
                self._throw_away()
                self._database = self._opened()

    def _opened(self) -> sqlite3.Connection | None:
        """Return the database, new where it is missing, damaged or of other versions; None where that can't be."""
        for _ in range(2):
            try:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                database = sqlite3.connect(self._file, timeout=10.0, isolation_level=None)
            except (sqlite3.Error, OSError) as error:
                _log.warning("The file of checked pictures %s can't be opened: %s", self._file, error)
                return None
            try:
                _prepare(database)
            except sqlite3.Error as error:
                database.close()
                if not _is_damage(error):
                    _log.warning("The file of checked pictures %s can't be used: %s", self._file, error)
                    return None
                self._throw_away()
            else:
                return database
        return None

    def _throw_away(self) -> None:
        for file in (self._file, *(self._file.with_name(self._file.name + end) for end in ("-wal", "-shm"))):
            with suppress(OSError):
                file.unlink(missing_ok=True)


def _prepare(database: sqlite3.Connection) -> None:
    # Readers and a writer don't wait for each other.
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")
    database.executescript(_TABLES)
    found = database.execute("SELECT type, name, tbl_name FROM sqlite_master WHERE name NOT LIKE 'sqlite%'").fetchall()
    if sorted(found) != [("table", "checked", "checked"), ("table", "made_by", "made_by")]:
        # A view may never come to an end, and a trigger do anything.
        raise sqlite3.DatabaseError("it has columns but for other tables")
    if database.execute("SELECT version FROM made_by").fetchall() != [(_MADE_BY,)]:
        database.execute("BEGIN IMMEDIATE")
        database.execute("DELETE FROM checked")
        database.execute("DELETE FROM made_by")
        database.execute("INSERT INTO made_by VALUES (?)", [_MADE_BY])
        database.execute("COMMIT")


def _is_damage(error: sqlite3.Error) -> bool:
    # The lower byte is the kind; a table of other columns is as good as damaged.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF
    return code in _DAMAGED or "no such column" in str(error) or "columns but" in str(error)


def _is_whole(row: tuple[object, ...]) -> bool:
    _, _, _, reason, digest, look, image_format, pixels = row
    if not isinstance(reason, str) or not isinstance(image_format, str) or not isinstance(pixels, int) or pixels < 0:
        return False
    return bool(reason) or (_is_bytes(digest, DIGEST_BYTES) and _is_bytes(look, LOOK_BYTES))


def _is_bytes(value: object, length: int) -> bool:
    return isinstance(value, bytes) and len(value) == length
