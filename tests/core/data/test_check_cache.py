"""What was checked and has not changed is not checked again; whatever happens to the cache costs time, nothing else."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from core.data import checked_files
from core.data.check_cache import CheckCache, FileState, state_of
from core.data.checked_files import CheckedFiles, check_files
from core.data.checked_picture import CheckedPicture, check_picture
from core.data.looks import LOOK_BYTES
from core.data.pixel_limit import pixel_limit
from core.errors import Stopped
from core.job_control import JobControl
from core.messages import Event, Progress
from core.places import check_cache_file

WritePicture = Callable[..., Path]
LONG_AGO = 1_600_000_000


def settle(files: Sequence[Path]) -> None:
    """Let files look as if they had been there for long: what has just changed is not kept."""
    for file in files:
        os.utime(file, (LONG_AGO, LONG_AGO))


@pytest.fixture
def files(tmp_path: Path, write_picture: WritePicture) -> list[Path]:
    """Four pictures and one that is none."""
    written = [write_picture(tmp_path / f"{number}.png", colour=(number * 60, 0, 0)) for number in range(4)]
    (tmp_path / "bad.jpg").write_text("no picture")
    settle([*written, tmp_path / "bad.jpg"])
    return [*written, tmp_path / "bad.jpg"]


@dataclass
class Decodings:
    """The files that were decoded since it was last asked."""

    files: list[str] = field(default_factory=list)

    def taken(self) -> list[str]:
        taken, self.files = sorted(self.files), []
        return taken


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> Decodings:
    """Watch which files are decoded."""
    decodings = Decodings()

    def watched(file: Path) -> CheckedPicture:
        decodings.files.append(file.name)
        return check_picture(file)

    monkeypatch.setattr(checked_files, "check_picture", watched)
    return decodings


def check(files: Sequence[Path]) -> CheckedFiles:
    return check_files(files, JobControl())


def found(checked: CheckedFiles) -> tuple[object, ...]:
    formats = [checked.format_of(index) for index in range(len(checked.formats))]
    reasons = {index: refused.reason for index, refused in checked.refused.items()}
    return reasons, checked.prints.digests.tolist(), checked.prints.looks.tolist(), formats


def test_a_second_check_decodes_nothing_and_finds_the_same(files: list[Path], decoded: Decodings) -> None:
    first = check(files)
    assert decoded.taken() == sorted(file.name for file in files)

    second = check(files)

    assert decoded.taken() == []
    assert found(second) == found(first)
    assert second.refused[4].reason == "It is not an image."
    assert second.usable.tolist() == [0, 1, 2, 3]


def test_what_has_changed_is_checked_again(files: list[Path], decoded: Decodings, write_picture: WritePicture) -> None:
    check(files)
    decoded.taken()
    # Given another picture of the same size and time in the place of one, a newer time of another, and a mended one
    before = files[0].stat()
    write_picture(files[0].with_name("other.png"), colour=(7, 7, 7))
    files[0].with_name("other.png").replace(files[0])
    os.utime(files[0], ns=(before.st_atime_ns, before.st_mtime_ns))
    os.utime(files[1], (LONG_AGO, LONG_AGO + 1))
    files[4].write_bytes(files[2].read_bytes())

    checked = check(files)

    assert decoded.taken() == ["0.png", "1.png", "bad.jpg"]
    assert not checked.refused


def test_a_moved_file_is_another_file(files: list[Path], decoded: Decodings) -> None:
    check(files)
    decoded.taken()

    check([files[0].rename(files[0].with_name("moved.png"))])

    assert decoded.taken() == ["moved.png"]


def test_what_may_change_within_the_same_tick_is_not_kept(files: list[Path], decoded: Decodings) -> None:
    os.utime(files[0])
    check(files)
    decoded.taken()

    check(files)

    assert decoded.taken() == ["0.png"]


def test_a_reason_that_may_pass_is_not_kept(files: list[Path], decoded: Decodings) -> None:
    # Given pictures that were too large for one job
    with pixel_limit(10):
        assert {one.kind for one in check(files[:4]).refused.values()} == {"too_large"}
    decoded.taken()

    assert not check(files[:4]).refused
    assert len(decoded.taken()) == 4
    # And when they are known, they are still too large for another such job
    with pixel_limit(10):
        assert len(check(files[:4]).refused) == 4


def test_the_cache_may_be_deleted_at_any_time(files: list[Path], decoded: Decodings) -> None:
    first = check(files)
    check_cache_file().unlink()

    assert found(check(files)) == found(first)


@pytest.mark.parametrize("damage", ["junk", "cut", "other table"])
def test_a_damaged_cache_is_thrown_away(files: list[Path], decoded: Decodings, damage: str) -> None:
    first = check(files)
    cache = check_cache_file()
    if damage == "junk":
        cache.write_bytes(os.urandom(20_000))
    elif damage == "cut":
        cache.write_bytes(cache.read_bytes()[:5000])
    else:
        with sqlite3.connect(cache) as database:
            database.executescript("DROP TABLE checked; CREATE TABLE checked (path BLOB PRIMARY KEY, what TEXT);")
        database.close()

    assert found(check(files)) == found(first)
    decoded.taken()
    # And the new one is used again
    check(files)
    assert decoded.taken() == []


def test_a_cache_that_can_not_be_written_costs_nothing_but_time(files: list[Path], frostline_home: Path) -> None:
    (frostline_home / "cache").write_text("a file where the folder should be")

    assert check(files).usable.tolist() == [0, 1, 2, 3]


def test_other_versions_check_anew(files: list[Path], decoded: Decodings) -> None:
    check(files)
    decoded.taken()
    with sqlite3.connect(check_cache_file()) as database:
        database.execute("UPDATE made_by SET version = 'an older one'")
    database.close()

    check(files)

    assert len(decoded.taken()) == 5


def test_the_cache_is_bounded_and_those_looked_at_last_stay(tmp_path: Path) -> None:
    cache = CheckCache(tmp_path / "cache.sqlite", most_files=100)
    result = CheckedPicture(digest=bytes(16), look=bytes(LOOK_BYTES), format="PNG", pixels=9)
    states = [FileState(number.to_bytes(16, "big"), bytes(16), settled=True) for number in range(120)]
    cache.keep((state, result) for state in states)
    # Given that all but the last thirty were used a day before
    with sqlite3.connect(tmp_path / "cache.sqlite") as database:
        database.execute("UPDATE checked SET used = used - 1 WHERE path < ?", [states[90].path])
    database.close()

    cache.close()

    left = CheckCache(tmp_path / "cache.sqlite").find(states)
    assert len(left) == 90
    assert all(state.path in left for state in states[90:])


def test_two_processes_check_at_once(tmp_path: Path, write_picture: WritePicture, decoded: Decodings) -> None:
    files = [write_picture(tmp_path / "data" / f"{number:03}.png", size=(9, 9)) for number in range(120)]
    settle(files)
    program = (
        "import sys; from pathlib import Path; from core.job_control import JobControl; "
        "from core.data.checked_files import check_files; "
        "print(len(check_files(sorted(Path(sys.argv[1]).iterdir()), JobControl()).usable))"
    )
    others = [
        subprocess.Popen([sys.executable, "-c", program, str(tmp_path / "data")], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]

    told = [other.communicate(timeout=60)[0].strip() for other in others]

    assert told == ["120", "120"]
    check(files)
    assert decoded.taken() == []


def test_stop_keeps_what_was_checked_so_far(tmp_path: Path, write_picture: WritePicture, decoded: Decodings) -> None:
    files = [write_picture(tmp_path / f"{number:03}.png") for number in range(300)]
    settle(files)

    def stop_after_some(event: Event) -> None:
        if isinstance(event, Progress) and event.done:
            control.stop_requested.set()

    control = JobControl(report=stop_after_some)
    with pytest.raises(Stopped):
        check_files(files, control)
    decoded.taken()

    check(files)

    assert 0 < len(decoded.taken()) < 300


def test_a_vanished_file_has_no_state(tmp_path: Path) -> None:
    assert state_of(tmp_path / "gone.png") is None
    assert check([tmp_path / "gone.png"]).refused[0].reason == "The file is no longer there."


@pytest.mark.parametrize(
    "harm",
    [
        "DROP TABLE checked; CREATE VIEW checked AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
        "SELECT x AS path, x AS state FROM n",
        "CREATE TRIGGER t AFTER INSERT ON checked BEGIN DELETE FROM checked; END",
        "UPDATE checked SET look = zeroblob(20000000)",
        "UPDATE checked SET pixels = 'many'",
        "UPDATE checked SET digest = 7",
    ],
    ids=["an endless view", "a trigger", "a look of 20 MB", "a word for a number", "a number for a digest"],
)
def test_a_cache_that_somebody_else_filled_costs_time_only(files: list[Path], decoded: Decodings, harm: str) -> None:
    check(files)
    with sqlite3.connect(check_cache_file()) as database:
        database.executescript(harm)
    database.close()
    decoded.taken()

    again = check(files)

    assert [again.refused[index].reason for index in again.refused] == ["It is not an image."]
    assert len(decoded.taken()) >= 4
    check(files)
    assert decoded.taken() == []
