"""The translations are whole and up to date, and the tool that sees to it notices what isn't."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).parents[2] / "setup" / "translations"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def collect() -> ModuleType:
    return load("collect")


@pytest.fixture(scope="module")
def catalogue() -> ModuleType:
    return load("catalogue")


def test_every_text_is_translated_and_the_files_are_up_to_date() -> None:
    done = subprocess.run([sys.executable, FOLDER / "renew.py", "--check"], capture_output=True, text=True, check=False)

    assert done.stdout + done.stderr == ""
    assert done.returncode == 0


def test_texts_of_the_window_are_found(tmp_path: Path, collect: ModuleType) -> None:
    write(
        tmp_path / "gui" / "page.py", 'title = tr("A {name}", name=1)\ncounted(3, "1 dog", "{count} dogs")\n"no text"\n'
    )

    assert collect.texts_of_window(tmp_path) == ["A {name}", "1 dog", "{count} dogs"]


def test_a_text_that_is_put_together_can_not_be_translated(tmp_path: Path, collect: ModuleType) -> None:
    write(tmp_path / "gui" / "page.py", 'tr(f"A {name}")\n')

    with pytest.raises(ValueError, match=r"page\.py:1: the text of tr\(\) must be a literal"):
        collect.texts_of_window(tmp_path)


def test_sentences_of_the_core_are_found_with_their_values(tmp_path: Path, collect: ModuleType) -> None:
    source = '''"""A docstring is not shown."""
def check(folder, files):
    _log.warning("Only in the log: %s", folder)
    if folder == "a name with blanks":
        raise Unusable(f"{folder} holds {len(files):,} files: " + "choose another.", hint="Or make one.")
    name = "plain_name"
    raise Unusable(f"{folder.name} can't be read{' now' if files else ' at all'}.")
'''
    write(tmp_path / "core" / "check.py", source)

    assert collect.texts_of_core(tmp_path)[:5] == [
        "{folder} holds {files} files: choose another.",
        "Or make one.",
        "{name} can't be read{files}.",
        " now",
        " at all",
    ]


@pytest.mark.parametrize(
    ("text", "translation", "fault"),
    [
        ("Runs", "", "not translated"),
        ("{count:,} images", "{count} Bilder", "other places"),
        ("{count:,} images", "Bilder", "other places"),
        (" and ", "und", "other blanks"),
        ("Open…", "Öffnen", "other blanks"),
        ("&Open", "Öffnen", "a letter to press"),
        ("Open", "&Öffnen", "a letter to press"),
    ],
)
def test_a_translation_that_is_not_right_is_told(
    catalogue: ModuleType, text: str, translation: str, fault: str
) -> None:
    assert [fault in told for told in catalogue.faults_of({("gui", text): translation})] == [True]


def test_a_catalogue_is_read_as_it_was_written(tmp_path: Path, catalogue: ModuleType) -> None:
    texts = {("gui", "A & <b>\n"): "Ä & <b>\n", ("gui", "Later"): "", ("core", " blank "): " leer "}

    catalogue.write_catalogue(tmp_path / "one.ts", "de", texts)

    assert catalogue.read_catalogue(tmp_path / "one.ts") == texts
    assert catalogue.read_catalogue(tmp_path / "none.ts") == {}


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
