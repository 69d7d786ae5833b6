"""A clock that was set back, or forward by years, changes no result, no estimate, and nothing that is kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from core.data.thumbnail_cache import ThumbnailCache
from core.whole_files import file_beside

ROOT = Path(__file__).parents[2]
CLOCK = Path(__file__).parent / "clock"
YEAR = 365 * 24 * 3600.0


def check(folder: Path, home: Path, clock: float) -> list[dict[str, Any]]:
    """Run `frostline check` with a clock that is so many seconds ahead; return what it prints."""
    path = os.pathsep.join(map(str, (CLOCK, ROOT)))
    environment = os.environ | {"PYTHONPATH": path, "FROSTLINE_HOME": str(home), "FROSTLINE_CLOCK": str(clock)}
    words = [sys.executable, "-m", "core", "check", str(folder), "--json"]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False, cwd=home.parent)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def result_of(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for one in events if one["event"] != "progress"]


@pytest.mark.parametrize("clocks", [(0.0, -2 * YEAR, 3 * YEAR)], ids=["now, back, forward"])
def test_a_check_finds_the_same_at_whatever_time(tmp_path: Path, clocks: tuple[float, ...]) -> None:
    # Given pictures, of which one was changed next year
    folder, home = tmp_path / "pictures", tmp_path / "home"
    for number in range(6):
        file = folder / ("ants", "bees")[number % 2] / f"{number}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.effect_noise((40, 40), 20 + number).save(file)
    os.utime(file, (time.time() + YEAR, time.time() + YEAR))

    # When they are checked again and again, and the clock is set in between
    told = [check(folder, home, clock) for clock in clocks]

    # Then the same is found, and what is left of the time is never negative, nor years
    assert all(result_of(one) == result_of(told[0]) for one in told)
    left = [one.get("seconds_left") for events in told for one in events if one["event"] == "progress"]
    assert all(seconds is None or 0.0 <= seconds < 3600.0 for seconds in left)


def test_thumbnails_that_were_used_while_the_clock_was_ahead_go_when_their_turn_comes(tmp_path: Path) -> None:
    # Given a cache with room for few thumbnails, and one of them used two years from now
    pictures = [tmp_path / f"{number}.png" for number in range(12)]
    cache = ThumbnailCache(tmp_path / "cache", limit=10_000)
    for number, file in enumerate(pictures):
        picture = Image.effect_noise((60, 60), 30 + number).convert("RGB")
        picture.save(file)
        cache.keep(file, 60, picture)
        if number == 0:
            (kept,) = (tmp_path / "cache").rglob("*.jpg")
            os.utime(kept, (time.time() + 2 * YEAR,) * 2)

    # Then it is gone, although by its time it was used last
    assert cache.find(pictures[0], 60) is None
    assert cache.find(pictures[-1], 60) is not None


def test_what_a_dead_process_left_is_seen_to_at_whatever_time(tmp_path: Path) -> None:
    # Given a leftover from the future, and one of ten years ago
    left = [tmp_path / f".run.json.0123456{digit}.part.json" for digit in range(2)]
    for file, moment in zip(left, (2 * YEAR, -10 * YEAR), strict=True):
        file.write_text("{")
        os.utime(file, (time.time() + moment,) * 2)

    with file_beside(tmp_path / "run.json") as unfinished:
        unfinished.write_text("{}")

    assert [file.name for file in tmp_path.iterdir()] == ["run.json"]
