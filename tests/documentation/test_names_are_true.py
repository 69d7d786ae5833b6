"""What the pages name is there: links, pictures, options, make targets, variables, keys, and words of the window."""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from core.command_line.main import build_parser
from gui.window.actions import ACTIONS
from tests.documentation.pages import ROOT, Page, all_pages

PAGES = all_pages()
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)

BOLD_IS_OF_THE_WINDOW = {"docs/teaching.md", *(page.name for page in PAGES if "/guide/" in page.name)}

#: Of pytest, pip, Ray and the programs that make the installers.
OPTIONS_OF_OTHERS = {"--durations", "--head", "--address", "--disable-usage-stats", "--num-cpus", "--num-gpus"}


@each_page
def test_links_and_pictures_lead_somewhere(page: Page) -> None:
    for link in page.links:
        if link.startswith(("https://", "http://")):
            continue
        file, _, heading = link.partition("#")
        target = (page.file.parent / file).resolve() if file else page.file
        assert target.is_relative_to(ROOT), link
        assert target.exists(), link
        if heading:
            assert heading in _anchors(target.read_text(encoding="utf-8")), link


def test_every_page_is_reached_from_readme() -> None:
    reached, waiting = set(), [PAGES[0]]
    by_file = {page.file.resolve(): page for page in PAGES}
    while waiting:
        page = waiting.pop()
        if page not in reached:
            reached.add(page)
            targets = (
                (page.file.parent / link.partition("#")[0]).resolve() for link in page.links if "://" not in link
            )
            waiting += [by_file[target] for target in targets if target in by_file]

    assert {page.name for page in PAGES} == {page.name for page in reached}


@each_page
def test_options_are_the_parsers_own(page: Page) -> None:
    options = _options()
    everywhere = frozenset().union(*options.values()) | OPTIONS_OF_OTHERS
    for code in page.code:
        words = code.split()
        of_command = options.get(words[1]) if words[0] == "frostline" and len(words) > 1 else None
        known = everywhere if of_command is None else of_command
        assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", code)) <= known, code


@each_page
def test_make_targets_and_their_variables_are_there(page: Page) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for code in (*page.code, *(block.text for block in page.blocks if block.language == "sh")):
        for target, variable in re.findall(r"^make ([a-z]+)(?: ([A-Z]+)=)?", code, flags=re.MULTILINE):
            assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE), code
            assert not variable or f"$({variable})" in makefile, code


@each_page
def test_files_of_the_program_that_are_named_are_there(page: Page) -> None:
    for code in page.code:
        if re.fullmatch(r"(core|gui|tests|setup|assets|benchmarks|docs)/[\w./-]*", code):
            assert (ROOT / code).exists(), code


@each_page
def test_environment_variables_are_read_by_the_program(page: Page) -> None:
    for name in set(re.findall(r"\bFROSTLINE_[A-Z_]+", page.text)):
        sources = [file for room in ("core", "gui") for file in (ROOT / room).rglob("*.py")]
        assert any(name in file.read_text(encoding="utf-8") for file in sources), name


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.name in BOLD_IS_OF_THE_WINDOW], ids=lambda page: page.name
)
def test_bold_words_are_words_of_the_window(page: Page) -> None:
    words = _words_of_the_window()
    # What the lesson's exercises ask is bold too.
    labels = (
        page.bold if "/guide/" in page.name else [one for one in page.bold if " " not in one or one[-1] not in ".?"]
    )
    assert [label for label in labels if label not in words] == []


@each_page
def test_keys_are_keys_of_the_window(page: Page) -> None:
    keys = {action.shortcut for action in ACTIONS} | _words_of_the_window() | {"Ctrl+C", "Ctrl+V"}
    named = re.findall(r"\b(?:Ctrl|Shift|Alt)\+(?:(?:Shift|Alt)\+)?(?:[A-Z]\w*|\d|[,.])", page.text)
    assert [key for key in named if not key.startswith("Alt+") and key not in keys] == []


# --------------------------------------------------------------------------- what there is


@cache
def _options() -> dict[str, frozenset[str]]:
    """Return the options of each command."""
    parser = build_parser()
    (commands,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return {
        name: frozenset(option for action in command._actions for option in action.option_strings)
        for name, command in commands.choices.items()
    }


@cache
def _words_of_the_window() -> frozenset[str]:
    """Return every text in the source of the window, without the mark of its mnemonic."""
    return frozenset(text.replace("&", "").strip() for file in (ROOT / "gui").rglob("*.py") for text in _texts(file))


def _texts(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _anchors(markdown: str) -> set[str]:
    """Return how the headings of a page are linked to."""
    headings = re.findall(r"^#+ (.*)$", markdown, flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
