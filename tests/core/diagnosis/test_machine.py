"""Facts that are told without asking anybody; the whole report is that of `doctor`, see the command line's tests."""

from __future__ import annotations

import importlib.metadata

from core.diagnosis.qt_libraries import has_screen
from core.diagnosis.software import installed_version


def test_versions_are_those_installed_or_none() -> None:
    assert installed_version("keras") == importlib.metadata.version("keras")
    assert installed_version("no-such-distribution") is None


def test_a_screen_is_told_by_the_environment_on_linux_and_taken_for_granted_elsewhere() -> None:
    assert has_screen("Linux", {"DISPLAY": ":0"})
    assert has_screen("Linux", {"WAYLAND_DISPLAY": "wayland-0"})
    assert not has_screen("Linux", {"DISPLAY": ""})
    assert has_screen("Darwin", {})
