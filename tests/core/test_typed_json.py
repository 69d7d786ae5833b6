"""JSON from anywhere becomes a dataclass only where every type is right, and is refused in words otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from core.typed_json import JsonDamaged, from_json, read_json


@dataclass(frozen=True)
class Inner:
    share: float


@dataclass(frozen=True)
class Outer:
    name: str
    count: int = 0
    place: Path | None = None
    flag: bool = False
    inner: tuple[Inner, ...] = ()
    pairs: tuple[tuple[str, float], ...] = ()
    words: dict[str, str] | None = None


def test_what_has_the_right_types_is_made() -> None:
    data = {"name": "a", "place": "/x", "inner": [{"share": 1}], "pairs": [["b", 2.5]], "words": {"c": "d"}, "new": 7}

    assert from_json(Outer, data) == Outer("a", 0, Path("/x"), False, (Inner(1.0),), (("b", 2.5),), {"c": "d"})


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ([], "the whole must be an object"),
        ({}, "'name' is missing"),
        ({"name": 7}, "'name' must be text"),
        ({"name": "nul\0"}, "'name' has letters that no file can have"),
        ({"name": "\ud800"}, "'name' has letters that no file can have"),
        ({"name": "a", "count": True}, "'count' must be a whole number"),
        ({"name": "a", "count": 10**400}, "'count' must be a whole number"),
        ({"name": "a", "count": 1.0}, "'count' must be a whole number"),
        ({"name": "a", "flag": 1}, "'flag' must be true or false"),
        ({"name": "a", "inner": [{"share": "1"}]}, "'inner.share' must be a number"),
        ({"name": "a", "inner": {"share": 1}}, "'inner' must be a list"),
        ({"name": "a", "pairs": [["b"]]}, "'pairs' must have 2 parts"),
        ({"name": "a", "words": {"c": None}}, "'words' must be text"),
    ],
)
def test_what_has_not_is_named(data: Any, why: str) -> None:
    with pytest.raises(JsonDamaged, match=f"^{why}$"):
        from_json(Outer, data)


@pytest.mark.parametrize("content", [b"[" * 200_000, b"\xff\xfe", b"", b"1" * 5000, b"{'a': 1}"])
def test_what_is_no_json_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "odd.json").write_bytes(content)

    with pytest.raises(JsonDamaged):
        read_json(tmp_path / "odd.json")


def test_what_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "large.json").write_bytes(b" " * 1001 + b"7")

    with pytest.raises(JsonDamaged, match="MB"):
        read_json(tmp_path / "large.json", most_bytes=1000)
