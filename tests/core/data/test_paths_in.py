"""Many paths as one string, equal to the paths themselves."""

from __future__ import annotations

import pickle
from pathlib import Path

from core.data.packed_names import PackedNames
from core.data.paths_in import PathsIn

PATHS = (Path("data/ants/1.png"), Path("data/ants/2.png"), Path("data/bees/\u8776.png"))
NAMES = ("ants/1.png", "ants/2.png", "bees/\u8776.png")


def test_they_are_equal_to_the_paths() -> None:
    paths = PathsIn(Path("data"), PackedNames(NAMES))

    assert paths == PATHS
    assert paths == PATHS
    assert hash(paths) == hash(PATHS)
    assert paths != PATHS[:2]
    assert list(paths) == list(PATHS)
    assert (paths[0], paths[-1], paths[1:]) == (PATHS[0], PATHS[2], PATHS[1:])
    assert PATHS[2] in paths


def test_a_hundred_thousand_cross_the_pipe_as_strings() -> None:
    paths = PathsIn(Path("data"), PackedNames(f"ants/{number:06}.png" for number in range(100_000)))

    sent = pickle.dumps(paths)

    assert len(sent) < 1_700_000
    assert sent.count(b"Path") < 10
    assert pickle.loads(sent)[99_999] == Path("data/ants/099999.png")
