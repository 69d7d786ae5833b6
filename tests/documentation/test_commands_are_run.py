"""Everything that a page tells people to type is typed, in its order, in a folder like the one that it means.

In `make test` README is, in this process, where Keras is loaded once; the commands of the other pages are given to the
parser. `make test TESTS='-m documentation'` runs every page with a real shell and processes of their own, as a reader
does.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from core.command_line.main import build_parser, main
from gui.launch import why_folder_is_no_use
from tests.documentation.conftest import MakePlace, lengthened
from tests.documentation.pages import LANGUAGES, ROOT, Block, Page, all_pages

PAGES = all_pages()
RUN_ALWAYS = ("README.md",)
#: Ask other processes for each framework, which takes long and is tested by itself.
PARSED_ONLY = ("doctor", "demo")


def commands(block: Block) -> list[list[str]]:
    """Return the words of each line."""
    lines = block.text.replace("\\\n", " ").splitlines()
    return [words for line in lines if (words := shlex.split(line, comments=True))]


def frostline_commands(page: Page) -> list[list[str]]:
    return [
        words[1:]
        for block in page.blocks
        if block.is_run and block.language == "sh"
        for words in commands(block)
        if words[0] == "frostline"
    ]


def test_every_block_is_run_or_says_why_it_is_not() -> None:
    for page in PAGES:
        for block in page.blocks:
            where = f"{page.name}:{block.line}"
            assert block.language in LANGUAGES, where
            if block.is_run and block.language == "sh":
                assert all(words[0] in ("frostline", "python", "cat", "ls") for words in commands(block)), where


@pytest.mark.parametrize("page", [page for page in PAGES if frostline_commands(page)], ids=lambda page: page.name)
def test_every_command_is_understood(page: Page) -> None:
    for words in frostline_commands(page):
        assert words, f"{page.name} opens a window in a block that is to be run"
        if words[0] not in ("train", "extract", "export", "check", "layers", "evaluate", "predict", "doctor", "demo"):
            assert why_folder_is_no_use(words) == "", words
        elif "--help" not in words:
            build_parser().parse_args(words)


@pytest.mark.parametrize("page", [page for page in PAGES if page.name in RUN_ALWAYS], ids=lambda page: page.name)
def test_every_command_works_in_its_order(
    page: Page, make_place: MakePlace, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(make_place(page))
    for block in page.blocks:
        if not block.is_run:
            continue
        if block.language == "python":
            exec(compile(block.text, f"{page.name}:{block.line}", "exec"), {})
            continue
        for words in commands(block):
            if words[0] != "frostline":
                _run_in_shell(shlex.join(words), Path.cwd())
            elif words[1] not in PARSED_ONLY:
                status = main(lengthened(words[1:]))
                assert status == 0, (words, capfd.readouterr().err)


@pytest.mark.documentation
@pytest.mark.timeout(1200)
@pytest.mark.parametrize(
    "page", [page for page in PAGES if any(block.is_run for block in page.blocks)], ids=lambda page: page.name
)
def test_every_block_works_in_a_shell(
    page: Page, make_place: MakePlace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    programs = tmp_path_factory.mktemp("programs")
    for name, target in (("frostline", "tests.documentation.typed"), ("python", "")):
        module = f"-m {target} " if target else ""
        (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {module}"$@"\n')
        (programs / name).chmod(0o755)
    place = make_place(page)
    for block in page.blocks:
        if block.is_run and block.language == "python":
            (place / "typed.py").write_text(block.text, encoding="utf-8")
            _run_in_shell("python typed.py", place, programs)
        elif block.is_run:
            _run_in_shell(block.text, place, programs)


def _run_in_shell(script: str, place: Path, programs: Path | None = None) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    if programs is not None:
        environment["PATH"] = f"{programs}{os.pathsep}{environment['PATH']}"
    done = subprocess.run(
        ["sh", "-euc", script], cwd=place, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"
