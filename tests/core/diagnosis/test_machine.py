from __future__ import annotations

import importlib.metadata
import platform

import pytest

from core.diagnosis.machine import describe_machine
from core.diagnosis.qt_libraries import has_screen
from core.diagnosis.software import installed_version
from core.messages import MachineDescription


@pytest.fixture(scope="module")
def description() -> MachineDescription:
    return describe_machine()


def test_the_report_has_every_topic_once_and_a_remedy_for_each_fault(description: MachineDescription) -> None:
    topics = [fact.topic for fact in description.facts]
    assert len(topics) == len(set(topics))
    assert {"keras", "tensorflow", "torch", "jax", "PySide6-Essentials", "pillow", "numpy"} <= set(topics)
    assert {"Python", "system", "backend", "processor", "GPU", "ImageNet weights", "feature store"} <= set(topics)
    assert {"free disk space", "log files", "window"} <= set(topics)
    assert all(fact.finding for fact in description.facts)
    assert all(fact.remedy for fact in description.facts if not fact.ok)
    assert description.backend
    assert description.device


def test_versions_are_those_installed_or_none() -> None:
    assert installed_version("keras") == importlib.metadata.version("keras")
    assert installed_version("no-such-distribution") is None


def test_a_screen_is_told_by_the_environment_on_linux_and_taken_for_granted_elsewhere() -> None:
    assert has_screen("Linux", {"DISPLAY": ":0"})
    assert has_screen("Linux", {"WAYLAND_DISPLAY": "wayland-0"})
    assert not has_screen("Linux", {"DISPLAY": ""})
    assert has_screen("Darwin", {})


def test_python_is_told_with_its_version(description: MachineDescription) -> None:
    python = next(fact for fact in description.facts if fact.topic == "Python")

    assert platform.python_version() in python.finding
