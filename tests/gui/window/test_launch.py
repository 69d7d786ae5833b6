"""`frostline` finds out what is wanted, and says in a sentence why it can't do it. Real processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui.launch import why_folder_is_no_use
from gui.screen import qt_error_in_words, why_no_screen

_WITHOUT_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def _run(*arguments: str, screen: bool = True) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if screen or key not in _WITHOUT_SCREEN}
    return subprocess.run(
        [sys.executable, "-m", "gui", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env=environment,
        cwd=Path(__file__).parents[3],
    )


def test_missing_folder_is_told_in_a_sentence() -> None:
    done = _run("/no/such/folder")
    assert done.returncode == 2
    assert "There is no folder /no/such/folder" in done.stderr
    assert "Traceback" not in done.stderr


def test_missing_screen_is_told_in_a_sentence(tmp_path: Path) -> None:
    done = _run(str(tmp_path), screen=False)
    assert done.returncode == 3
    assert done.stderr.startswith("frostline: There is no screen here")
    assert len(done.stderr.splitlines()) == 1


def test_commands_go_to_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "empty class").mkdir()
    done = _run("check", str(tmp_path), "--json", screen=False)
    assert '"event"' in done.stdout


def test_help_lists_the_commands_without_a_screen() -> None:
    done = _run("--help", screen=False)
    assert done.returncode == 0
    assert "train" in done.stdout


def test_launch_alone_loads_neither_qt_nor_keras() -> None:
    code = "import sys, gui.launch; print([m for m in ('PySide6', 'keras', 'tensorflow', 'numpy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_file_in_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "cat.jpg"
    file.touch()
    assert "is not a folder" in why_folder_is_no_use([str(file)])
    assert "One folder" in why_folder_is_no_use([str(tmp_path), str(tmp_path)])
    assert why_folder_is_no_use([str(tmp_path)]) == ""
    assert why_folder_is_no_use([]) == ""


@pytest.mark.parametrize(
    ("environment", "platform", "can"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"DISPLAY": ""}, "linux", False),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_screen_is_looked_for_where_it_can_be_missing(environment: dict[str, str], platform: str, can: bool) -> None:
    assert (why_no_screen(environment, platform) == "") is can


def test_missing_library_is_named_with_its_package() -> None:
    sentence = qt_error_in_words("libEGL.so.1: cannot open shared object file: No such file or directory")
    assert "libEGL.so.1" in sentence
    assert "apt-get install libegl1" in sentence
    unknown = qt_error_in_words("libnever.so.9: cannot open shared object file: No such file or directory")
    assert "apt-file search libnever.so.9" in unknown
