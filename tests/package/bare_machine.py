"""A machine without Python, as near as this one can come to it: nothing of its environment, and its Python hidden.

Where this process may mount (root, as a rule), the folders of the project, of its `.venv` and of Python itself are
covered for what is started, and every `python` on the path is an empty file. Elsewhere the environment alone is bare.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]

_FOLDERS_OF_PROGRAMS = ("/bin", "/usr/bin", "/usr/local/bin", f"{sys.base_prefix}/bin")
#: Mounts in a name space of its own, which ends with the program.
_COVER = """
while [ "$1" != -- ]; do
    if [ -d "$1" ]; then mount -t tmpfs none "$1"; else mount --bind /dev/null "$1"; fi || exit 125
    shift
done
shift
exec "$@"
"""


def what_is_hidden() -> tuple[Path, ...]:
    """Return the files and folders that make up the Python of this machine, and the source of the program."""
    programs = {
        file.resolve()
        for folder in _FOLDERS_OF_PROGRAMS
        for file in Path(folder).glob("python*")
        if re.fullmatch(r"python[0-9.]*", file.name) and file.exists()
    }
    library = Path(sysconfig.get_path("stdlib", vars={"installed_base": sys.base_prefix}))
    # What is covered with its folder is not there to be covered by itself.
    venv = [Path(sys.prefix)] if sys.prefix != sys.base_prefix else []
    folders = {one.resolve() for one in (library, *venv) if not one.resolve().is_relative_to(ROOT)}
    return (*sorted(programs), ROOT, *sorted(folders))


@cache
def why_not_hidden() -> str:
    """Return why Python can't be hidden here, or ''."""
    if shutil.which("unshare") is None:
        return "unshare is not installed"
    done = subprocess.run(_covering(["/bin/true"]), capture_output=True, text=True, check=False)
    return done.stderr.strip().replace("\n", "; ") if done.returncode else ""


def command_on_bare_machine(words: list[str]) -> list[str]:
    """Return the command that runs `words` without Python."""
    return words if why_not_hidden() else _covering(words)


def bare_environment(home: Path) -> dict[str, str]:
    """Return the whole environment of what runs there: a home, a screen if there is one, and no way to Python."""
    screen = {name: os.environ[name] for name in ("DISPLAY", "QT_QPA_PLATFORM") if name in os.environ}
    return {
        **screen,
        "HOME": str(home),
        "PATH": "/nowhere",
        "LANG": "C.UTF-8",
        # No network: a port on which nobody listens.
        "FROSTLINE_WEIGHTS_URL": "http://127.0.0.1:9/",
    }


def _covering(words: list[str]) -> list[str]:
    unshare = shutil.which("unshare") or "unshare"
    cover = f"PATH=/usr/sbin:/usr/bin:/sbin:/bin; {_COVER}"
    return [unshare, "--mount", "/bin/sh", "-c", cover, "sh", *map(str, what_is_hidden()), "--", *words]
