"""`make desktop` puts a valid entry, kind of file, description and icons where a desktop looks, and takes them out."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from core.network.plan_file import SUFFIX
from gui.window.icons import application_icon

ROOT = Path(__file__).parents[2]
FILES = ROOT / "assets" / "desktop"


def run_script(what: str, program: Path, home: Path) -> None:
    environment = os.environ | {"XDG_DATA_HOME": str(home), "PYTHON": sys.executable, "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [ROOT / "setup" / "desktop.sh", what, program], env=environment, check=True, capture_output=True, text=True
    )


def entry_in(file: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), strict=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(file, encoding="utf-8")
    return parser["Desktop Entry"]


def test_installed_files_are_whole_and_removed_without_a_trace(tmp_path: Path) -> None:
    # Given a program in a folder with signs that a desktop entry reads otherwise
    program = tmp_path / 'a "strange" 100% folder' / "frostline"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    home = tmp_path / "share"
    # When it is installed
    run_script("install", program, home)
    # Then the entry starts it, and there is an icon in each size
    started = entry_in(home / "applications" / "frostline.desktop")["Exec"]
    escaped = str(program).replace('"', '\\\\"').replace("%", "%%")
    assert started == f'"{escaped}" %f'
    sizes = {file.parent.parent.name: QImage(str(file)).width() for file in home.rglob("frostline.png")}
    assert sizes == {f"{size}x{size}": size for size in (16, 22, 24, 32, 48, 64, 128, 256, 512)}
    assert (home / "icons" / "hicolor" / "scalable" / "apps" / "frostline.svg").exists()
    # And nothing of it is left when it is removed
    run_script("remove", program, home)
    assert [file for file in home.rglob("*") if "frostline" in file.name] == []


def test_a_program_that_is_not_there_is_refused_and_nothing_written(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError) as refused:
        run_script("install", tmp_path / "none", tmp_path / "share")

    assert "There is no program" in refused.value.stderr
    assert not (tmp_path / "share").exists()


def test_entry_names_what_the_program_calls_itself_and_the_kind_that_it_saves(qapp: object) -> None:
    entry = entry_in(FILES / "frostline.desktop")
    kinds = entry["MimeType"].strip(";").split(";")
    mime = ElementTree.parse(FILES / "frostline.xml").getroot()
    namespace = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    (declared,) = mime.findall("m:mime-type", namespace)
    glob = declared.find("m:glob", namespace)

    assert entry["Exec"] == "frostline %f"  # As gui.app.main calls itself to the desktop, and with one path.
    assert declared.get("type") in kinds
    assert glob is not None
    assert glob.get("pattern") == f"*{SUFFIX}"
    assert not application_icon().isNull()


def test_description_is_of_this_version_and_leads_to_the_entry() -> None:
    from core import __version__

    component = ElementTree.parse(FILES / "frostline.metainfo.xml").getroot()

    assert component.findtext("launchable") == "frostline.desktop"
    release = component.find("releases/release")
    assert release is not None
    assert release.get("version") == __version__


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed")
def test_entry_is_valid_to_the_desktops_own_checker() -> None:
    done = subprocess.run(
        ["desktop-file-validate", FILES / "frostline.desktop"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstream is not installed")
def test_description_is_valid_to_appstream() -> None:
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", "--no-color", FILES / "frostline.metainfo.xml"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "E: " not in done.stdout, done.stdout
