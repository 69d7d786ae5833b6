"""A plugin of pytest for the second pass of the tests, on another backend: it leaves out what can't notice a backend.

    KERAS_BACKEND=torch pytest -p tests.backend_pass tests/core          as `make test BACKEND=torch` does

The rule: a test is run again when its file, or a fixture that it uses, can reach Keras, a framework below it, or a new
process (which may). Reaching is read from the source: every import statement counts, also those inside of functions,
and so does what the imported modules of this repository import. Of these tests those are left out whose subject has
nothing to do with the backend: `ANOTHER_SUBJECT` says of which files and why. What is left out is printed.
"""

from __future__ import annotations

import ast
import inspect
import os
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
#: Reaching one of these makes a difference between backends possible.
DOORS = frozenset({"keras", "tensorflow", "torch", "jax", "subprocess", "multiprocessing"})

#: The start of a test's id, and what it proves instead; of starts that fit the longest one holds. With '' it is run.
ANOTHER_SUBJECT = {
    "tests/core/cluster/test_parts.py": "files, addresses and what is claimed",
    "tests/core/cluster/test_real_cluster.py": "nodes that die; they compute as test_extraction_here does",
    "tests/core/command_line/": "words, options, streams and signals, which are the same on every backend",
    "tests/core/command_line/test_train_command.py::test_a_training_prints_the_events": "",
    "tests/core/command_line/test_model_commands.py::test_export_writes_the_model": "",
    "tests/core/data/": "files and pictures, which are read without Keras",
    "tests/core/diagnosis/test_backends.py": "all backends, each asked in a process of its own",
    "tests/core/diagnosis/test_storage_facts.py": "disks and caches",
    "tests/core/evaluation/report/": "pages and tables",
    "tests/core/evaluation/test_suspects.py": "plain arrays",
    "tests/core/explanation/test_near_and_far.py": "plain arrays",
    "tests/core/export/scripts/": "templates; a script runs on the backend of whoever runs it",
    "tests/core/export/test_card.py": "words",
    "tests/core/export/test_export_run.py": "disks, stops and refusals",
    "tests/core/export/test_export_run.py::test_the_whole_of_resnet50_is_written": "",
    "tests/core/export/test_killed_exports.py": "files of an export that was killed",
    "tests/core/network/test_download.py": "bytes from a server",
    "tests/core/network/test_freeze_plan.py": "the description of a network, which is the same on every backend",
    "tests/core/network/test_plan_cost.py": "the description of a network, which is the same on every backend",
    "tests/core/network/test_plan_file.py": "the description of a network, which is the same on every backend",
    "tests/core/network/test_weights_cache.py": "bytes from a server",
    "tests/core/network/test_weights_file_refusals.py": "weights files that do not fit, which are read as data only",
    "tests/core/test_import_boundary.py": "imports",
    "tests/core/test_leftovers.py": "files",
    "tests/core/test_whole_files.py": "files",
    "tests/core/training/test_corrected_data.py": "lists of files",
    "tests/core/worker/": "processes, pipes and lanes; what is read of a training that goes on, test_snapshot reads",
}

_LEFT_OUT = pytest.StashKey[dict[str, int]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_LEFT_OUT] = {}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    left_out = {item: reason for item in items if (reason := _reason_to_leave_out(item))}
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=list(left_out))
    config.stash[_LEFT_OUT] = dict(
        Counter(f"{item.nodeid.partition('::')[0]}: {reason}" for item, reason in left_out.items())
    )


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """Take over what a process of pytest-xdist left out: each of them sees all tests, and leaves out the same."""
    node.config.stash[_LEFT_OUT] = getattr(node, "workeroutput", {}).get("left_out", {})


def pytest_sessionfinish(session: pytest.Session) -> None:
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["left_out"] = session.config.stash[_LEFT_OUT]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    left_out = config.stash[_LEFT_OUT]
    backend = os.environ.get("KERAS_BACKEND", "tensorflow")
    terminalreporter.section(f"{backend}: {sum(left_out.values())} tests left out, which can't notice a backend")
    for name, count in sorted(left_out.items()):
        terminalreporter.write_line(f"{count:4} {name}")


@cache
def file_reaches_keras(file: Path) -> bool:
    """Tell whether a Python file can reach one of `DOORS` by its imports, or by those of our modules behind them."""
    seen: set[Path] = set()
    waiting = [file]
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        names = _imported_by_file(one)
        if any(name.partition(".")[0] in DOORS for name in names):
            return True
        waiting += [found for name in names for found in _files_of(name)]
    return False


def _reason_to_leave_out(item: pytest.Item) -> str:
    if not _item_reaches_keras(item):
        return "reaches neither Keras nor a process"
    return another_subject(item.nodeid)


def another_subject(test: str) -> str:
    """Return what the test of this id proves, where that is nothing about a backend; else ''."""
    return ANOTHER_SUBJECT.get(
        max((start for start in ANOTHER_SUBJECT if test.startswith(start)), key=len, default=""), ""
    )


def _item_reaches_keras(item: pytest.Item) -> bool:
    return file_reaches_keras(item.path) or any(_fixture_reaches_keras(function) for function in _fixtures_of(item))


def _fixtures_of(item: pytest.Item) -> Iterator[Any]:
    information: Any = getattr(item, "_fixtureinfo", None)
    for definitions in information.name2fixturedefs.values() if information is not None else ():
        for definition in definitions:
            yield inspect.unwrap(definition.func)


def _fixture_reaches_keras(function: Any) -> bool:
    """Look at what the fixture imports itself, and what its file imports at the top; not at other fixtures' imports."""
    code = getattr(function, "__code__", None)
    file = Path(code.co_filename) if code is not None else None
    if file is None or ROOT not in file.parents or ".venv" in file.parts:
        return False
    return _names_reach_keras(_imported_by_fixture(file, function.__name__))


def _names_reach_keras(names: frozenset[str]) -> bool:
    return any(
        name.partition(".")[0] in DOORS or any(file_reaches_keras(file) for file in _files_of(name)) for name in names
    )


@cache
def _imported_by_file(file: Path) -> frozenset[str]:
    return frozenset(_imports(ast.parse(file.read_bytes())))


@cache
def _imported_by_fixture(file: Path, name: str) -> frozenset[str]:
    tree = ast.parse(file.read_bytes())
    others = {node for node in tree.body if _is_fixture(node) and getattr(node, "name", "") != name}
    tree.body = [node for node in tree.body if node not in others]
    return frozenset(_imports(tree))


def _is_fixture(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef) and any("fixture" in ast.unparse(one) for one in node.decorator_list)


def _imports(tree: ast.AST) -> Iterator[str]:
    """Yield the dotted names that a tree imports, `a.b` and `a.b.c` for `from a.b import c`; none for types only."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            waiting += node.orelse
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        waiting += ast.iter_child_nodes(node)


def _files_of(name: str) -> Iterator[Path]:
    """Yield the files of this repository that importing `name` runs: the packages above it, then itself."""
    parts = name.split(".")
    for end in range(1, len(parts) + 1):
        place = ROOT.joinpath(*parts[:end])
        for file in (place / "__init__.py", place.with_suffix(".py")):
            if file.is_file():
                yield file
