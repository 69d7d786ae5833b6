"""What `make package` is made of, each part by itself; tests/package tries the program that comes of it."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from core.command_line.backend_choice import choose_backend
from core.errors import UnusableInput
from core.export.formats import require_format, require_packages
from core.self_contained import how_to_get

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "setup" / "package"


def run_python(*words: object) -> str:
    command = [sys.executable, *map(str, words)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(PACKAGE)}
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize(("name", "largest"), [("frostline.ico", 256), ("frostline.icns", 1024)])
def test_icon_of_windows_and_macos_has_its_sizes(tmp_path: Path, name: str, largest: int) -> None:
    run_python(ROOT / "setup" / "render_icons.py", ROOT / "assets" / "icons" / "frostline.svg", tmp_path / name)

    with Image.open(tmp_path / name) as icon:
        sizes = {size[0] * (size[2] if len(size) == 3 else 1) for size in icon.info["sizes"]}
        assert max(sizes) == largest
        assert len(sizes) > 5
        icon.load()


@pytest.mark.skipif(shutil.which("objdump") is None, reason="binutils is not installed")
def test_needs_are_read_from_the_files(tmp_path: Path) -> None:
    # Given a program with a library of its own, which asks for the C library and for another
    one = importlib.util.find_spec("xxhash._xxhash")
    assert one is not None
    shutil.copy(str(one.origin), tmp_path / "one.so")
    # When its needs are read
    needs = json.loads(run_python(PACKAGE / "needs.py", tmp_path))
    # Then the version is that of a symbol in it, and the C library is no library that somebody has to bring
    assert needs["glibc_asked_by"] == "one.so"
    major, minor = map(int, needs["glibc"].split("."))
    assert (major, minor) >= (2, 2)
    assert not any(name.startswith("libc.so") for name in needs["libraries"])


def test_a_folder_without_a_program_is_told(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError) as failed:
        run_python(PACKAGE / "needs.py", tmp_path)
    assert "There is no program in" in failed.value.stderr


def test_licences_of_packages_and_of_python_go_along() -> None:
    collected = [("numpy/x.py", "/nowhere/x.py", "PYMODULE")]
    code = f"import json, licences; print(json.dumps(licences.licences_of({collected})))"
    entries = json.loads(run_python("-c", code))
    folders = {path.split("/")[1].split()[0] for path, _, _ in entries}

    assert folders - {"common"} == {"numpy", "Python"}
    for path, source, _ in entries:
        assert path.startswith("licences/")
        assert Path(source).is_file()


def test_a_self_contained_program_never_speaks_of_pip(monkeypatch: pytest.MonkeyPatch) -> None:
    assert how_to_get("pip install it") == "pip install it"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr("core.export.formats.missing_packages", lambda _: ("torch",))
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)

    with pytest.raises(UnusableInput) as refused:
        require_packages(require_format("torch"))
    assert refused.value.hint.startswith("The self-contained Frostline comes without it")
    with pytest.raises(UnusableInput) as refused:
        choose_backend("jax")
    assert refused.value.hint.startswith("The self-contained Frostline comes without it")
