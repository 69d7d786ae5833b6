"""What a built program asks of the Linux that it runs on, read from its files: the C library, and other libraries.

    needs.py PROGRAM_FOLDER

Prints one JSON object: `glibc`, the least version of the C library, as "2.36"; `glibc_asked_by`, the file that asks
for it; `libraries`, those that are not in the folder, each with the files that ask for it. `objdump` of binutils reads
the files.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

_HEADING = re.compile(r"^(\S.*):\s+file format elf")
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)")
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")
#: Parts of the C library itself.
_C_LIBRARY = re.compile(r"^(ld-linux.*|lib(c|m|dl|rt|pthread|util|resolv)\.so.*)$")
_AT_ONCE = 200


def needs(program: Path) -> dict[str, object]:
    """Return what the program in that folder asks for, as said above.

    Raises:
        FileNotFoundError: there is no program there.
        subprocess.CalledProcessError: objdump can't read its files.

    """
    files = [file for file in program.rglob("*") if _is_elf(file)]
    if not files:
        raise FileNotFoundError(f"There is no program in {program}.")
    brought = {file.name for file in program.rglob("*.so*")}
    newest, asked_by = (0, 0), ""
    asking: defaultdict[str, list[str]] = defaultdict(list)
    for file, line in _lines(files):
        name = str(Path(file).relative_to(program))
        if version := _GLIBC.search(line):
            numbers = (int(version[1]), int(version[2]))
            if numbers > newest:
                newest, asked_by = numbers, name
        elif (needed := _NEEDED.match(line)) and needed[1] not in brought and not _C_LIBRARY.match(needed[1]):
            asking[needed[1]].append(name)
    return {
        "glibc": f"{newest[0]}.{newest[1]}",
        "glibc_asked_by": asked_by,
        "libraries": {library: sorted(set(asking[library])) for library in sorted(asking)},
    }


def _is_elf(file: Path) -> bool:
    if file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as opened:
        return opened.read(4) == b"\x7fELF"


def _lines(files: list[Path]) -> Iterator[tuple[str, str]]:
    """Yield each line that objdump says, with the file that it says it of."""
    for first in range(0, len(files), _AT_ONCE):
        command = ["objdump", "-p", *map(str, files[first : first + _AT_ONCE])]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        file = ""
        for line in said.splitlines():
            if heading := _HEADING.match(line):
                file = heading[1]
            elif file:
                yield file, line


if __name__ == "__main__":
    print(json.dumps(needs(Path(sys.argv[1])), indent=1))
