"""setup/constraints.txt pins all that the extras dev, torch and package install, down to what that needs itself."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
#: What pip has to be there for; renew_constraints.sh leaves it out.
UNPINNED = frozenset({"pip"})
#: What the CUDA build of torch brings along, which pins it itself.
OF_CUDA = ("nvidia-", "cuda-", "triton")


def pinned() -> dict[str, str]:
    lines = (ROOT / "setup" / "constraints.txt").read_text().splitlines()
    pairs = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): number for name, number in pairs}


def needed() -> Iterator[str]:
    """Yield the name of every package that a requirement of ours leads to in this environment."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    waiting = [*map(Requirement, (*project["dependencies"], *extras["dev"], *extras["torch"], *extras["package"]))]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        wanted = waiting.pop()
        name, asked = canonicalize_name(wanted.name), frozenset(wanted.extras)
        if (name, asked) in seen:
            continue
        seen.add((name, asked))
        yield name
        waiting.extend(_needs(name, asked))


def _needs(name: str, extras: frozenset[str]) -> list[Requirement]:
    try:
        lines = requires(name) or []
    except PackageNotFoundError:
        return []
    every = [Requirement(line) for line in lines]
    return [
        one
        for one in every
        if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in (*extras, ""))
    ]


# Python 3.11 on Linux is what the constraints are made with; elsewhere some packages more are free.
@pytest.mark.skipif(sys.version_info[:2] != (3, 11) or sys.platform != "linux", reason="made with 3.11 on Linux")
def test_every_package_that_is_installed_for_us_is_pinned_and_is_that_version() -> None:
    pins, names = pinned(), set(needed())

    assert len(names) > 60
    free = {name for name in names - UNPINNED - set(pins) if not name.startswith(OF_CUDA)}
    assert not free
    others = {name: found for name in names & set(pins) if (found := _installed(name)) not in (None, pins[name])}
    assert not others


def _installed(name: str) -> str | None:
    try:
        return version(name).partition("+")[0]
    except PackageNotFoundError:
        return None


def test_constraints_name_no_place_to_fetch_from() -> None:
    for file in ("constraints.txt", "audit_exceptions.txt"):
        assert "://" not in (ROOT / "setup" / file).read_text()
