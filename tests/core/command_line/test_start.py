from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

_FRAMEWORKS = ("keras", "tensorflow", "torch", "jax", "PySide6", "sklearn")


def modules_after(statements: str) -> set[str]:
    """Run statements in a fresh Python and return what it has imported."""
    program = f"{statements}\nimport sys; print('\\n'.join(sys.modules), file=sys.__stderr__)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True)
    return {name.partition(".")[0] for name in done.stderr.splitlines()}


def test_parsing_imports_no_framework() -> None:
    imported = modules_after("from core.command_line.main import main; main(['train', '--help'])")

    assert "core" in imported
    assert not imported & set(_FRAMEWORKS)


def test_checking_a_folder_imports_no_framework(dark_and_light: Path) -> None:
    imported = modules_after(f"from core.command_line.main import main; main(['check', {str(dark_and_light)!r}])")

    assert "PIL" in imported
    assert not imported & set(_FRAMEWORKS)
