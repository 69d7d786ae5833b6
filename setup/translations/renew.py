"""Brings the translations up to the sources: `make translations`. What became of a text is lost, new ones are told.

Writes assets/languages: for each language the .ts file that translators edit and the .qm file that the window loads,
and core_sentences.json, by which the window knows the sentences of the core.
usage: renew.py [--check]
  --check: change nothing, and end with 1 where something is to be done, or a text is not translated.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from catalogue import Catalogue, faults_of, read_catalogue, write_catalogue
from collect import CORE, WINDOW, texts_of_core, texts_of_window

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("de",)


def main(arguments: list[str]) -> int:
    """Renew or check the files, and return the exit status."""
    folder = ROOT / "assets" / "languages"
    checks = "--check" in arguments
    core = texts_of_core(ROOT)
    texts = [(WINDOW, text) for text in texts_of_window(ROOT)] + [(CORE, text) for text in core]
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) if checks else folder
        place.mkdir(exist_ok=True)
        sentences = json.dumps(core, ensure_ascii=False, indent=0)
        (place / "core_sentences.json").write_text(sentences + "\n", encoding="utf-8")
        faults = [fault for language in LANGUAGES for fault in _renew(language, texts, folder, place)]
        if checks:
            faults += [f"{file.name} is not up to date" for file in place.iterdir() if not _same(file, folder)]
    for fault in faults:
        print(fault)
    return 1 if checks and faults else 0


def _renew(language: str, texts: list[tuple[str, str]], old: Path, new: Path) -> list[str]:
    """Write the files of a language into `new`, with the translations of `old`; return what is wrong with these."""
    known = read_catalogue(old / f"frostline_{language}.ts")
    catalogue: Catalogue = {text: known.get(text, "") for text in texts}
    file = new / f"frostline_{language}.ts"
    write_catalogue(file, language, catalogue)
    release = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([release, "-silent", file, "-qm", file.with_suffix(".qm")], check=True)
    return [f"{language}: {fault}" for fault in faults_of(catalogue)]


def _same(file: Path, folder: Path) -> bool:
    other = folder / file.name
    return other.exists() and other.read_bytes() == file.read_bytes()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
