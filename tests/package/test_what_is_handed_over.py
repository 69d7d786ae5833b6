"""What lies in the archive beside the program: what it needs is said, and little; licences; the way into a menu."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from core import __version__
from core.diagnosis.debian_packages import DEBIAN_PACKAGES
from tests.package.bare_machine import ROOT, bare_environment, command_on_bare_machine

pytestmark = pytest.mark.package

#: Each of which something else takes the place of where a library for it is missing: other ways onto a screen, the look
#: of GTK, drivers of databases.
OPTIONAL = ("egldeviceintegrations", "generic", "platformthemes", "sqldrivers", "wayland-", "tls", "EglFS")
#: On every system with a C library that is new enough.
EVERYWHERE = ("libstdc++.so.6", "libgcc_s.so.1", "libgomp.so.1")


@pytest.fixture(scope="module")
def needs(unpacked: Path) -> dict[str, object]:
    """Give what the files of the program ask for."""
    command = [sys.executable, str(ROOT / "setup" / "package" / "needs.py"), str(unpacked)]
    found: dict[str, object] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def test_c_library_that_it_needs_is_said(unpacked: Path, needs: dict[str, object]) -> None:
    words = (unpacked / "README.txt").read_text(encoding="utf-8")

    assert f"glibc {needs['glibc']}," in words
    assert f"Frostline {__version__}" in words
    assert "@" not in words


def test_it_needs_no_library_that_the_program_could_not_name(needs: dict[str, object]) -> None:
    libraries = needs["libraries"]
    assert isinstance(libraries, dict)
    unknown = {
        library: files
        for library, asking in libraries.items()
        if library not in DEBIAN_PACKAGES and library not in EVERYWHERE
        if (files := [file for file in asking if not any(part in file for part in OPTIONAL)])
    }
    assert not unknown


def test_licences_of_what_is_inside_go_along(unpacked: Path) -> None:
    folders = {
        file.name.split(" ")[0].lower().replace("_", "-") for file in (unpacked / "_internal/licences").iterdir()
    }

    assert folders >= {"tensorflow", "keras", "numpy", "pillow", "pyside6-essentials", "openvino", "onnx", "python"}
    assert (unpacked / "LICENSE").read_text() == (ROOT / "LICENSE").read_text()


def test_what_is_left_out_is_left_out(unpacked: Path) -> None:
    internal = unpacked / "_internal"
    present = {file.name for file in internal.iterdir()}

    assert not present & {"torch", "jax", "jaxlib", "ray", "pyarrow", "pytest", "hypothesis", "matplotlib"}
    assert not [folder for folder in internal.rglob("tests") if folder.is_dir()]
    assert not (internal / "tensorflow" / "include").exists()


def test_every_language_of_the_window_goes_along_with_qts_own_words(unpacked: Path) -> None:
    ours = _files_of_languages(ROOT / "assets")
    inside = unpacked / "_internal"

    assert "frostline_de.qm" in ours
    assert _files_of_languages(inside / "assets") == ours
    words_of_qt = {file.name for file in (inside / "PySide6/Qt/translations").glob("*.qm")}
    assert words_of_qt == {name.replace("frostline", "qtbase") for name in ours if name.endswith(".qm")}


def _files_of_languages(assets: Path) -> dict[str, bytes]:
    """Return the content of each file that is read while the program runs; catalogues are also kept as text, `.ts`."""
    return {file.name: file.read_bytes() for ending in ("qm", "json") for file in assets.glob(f"languages/*.{ending}")}


def test_it_puts_itself_into_the_menu_and_out_again(unpacked: Path, bare_home: Path, tmp_path: Path) -> None:
    def install(*words: str) -> str:
        done = subprocess.run(
            command_on_bare_machine([str(unpacked / "install"), *words]),
            env=bare_environment(bare_home) | {"PATH": os.defpath, "XDG_DATA_HOME": str(tmp_path / "share")},
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout

    said = install()
    assert f"{unpacked / 'install'} remove takes it out again" in said
    entry = (tmp_path / "share/applications/frostline.desktop").read_text(encoding="utf-8")
    assert f'Exec="{unpacked / "frostline"}" %f' in entry
    assert (tmp_path / "share/mime/packages/frostline.xml").exists()
    sizes = {file.parent.parent.name for file in (tmp_path / "share/icons").rglob("frostline.png")}
    assert {"16x16", "48x48", "512x512"} <= sizes
    install("remove")
    assert not list((tmp_path / "share").rglob("*frostline*"))
