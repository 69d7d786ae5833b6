"""Finds the texts that a person reads in the sources: those of the window in `tr`, those of the core by their looks.

What becomes of them is the concern of renew.py.
"""

from __future__ import annotations

import ast
import keyword
import re
from collections.abc import Iterator
from pathlib import Path

WINDOW, CORE = "gui", "core"

#: Of the core, what speaks on the console only, or in files in English: the report, scripts, the doctor.
_NOT_SHOWN = tuple(
    f"core/{place}"
    for place in (
        *("command_line/", "export/scripts/", "export/card", "export/snippets.py", "evaluation/report/"),
        *("own_python.py", "quick_keras.py", "quiet_openvino.py", "data/check_cache.py", "data/thumbnail_cache.py"),
        *(f"diagnosis/{name}.py" for name in ("debian_packages", "graphics_cards", "keras_state", "machine")),
        *(f"diagnosis/{name}.py" for name in ("processor", "qt_libraries", "software", "storage")),
    )
)
#: Calls whose texts go to the log files, to a database, or to threads and parsers.
_NOT_SHOWN_CALLS = frozenset(
    (
        *("debug", "info", "warning", "error", "exception", "execute", "executescript", "Thread", "add_argument"),
        *("compile", "startswith", "endswith", "replace", "split", "join", "getenv"),
    )
)
#: Two words, or one and a space: a sentence, or a part of one. Names of layers, files and options have no spaces.
_WORDS = re.compile(r"[A-Za-z]{2,}[^A-Za-z]* ?.* [(“\"']?[A-Za-z]|[A-Za-z]{2,} $|^ [a-z]{2,}|^[A-Z][a-z]+[.…:]$")

#: Words by themselves that are values of sentences: which states and settings there are, and what is for one or many.
_VALUES = (
    *("is", "are", "it", "a probability", "1 class", "1 image", "finished", "stopped", "running", "failed"),
    *("epochs", "optimizer", "schedule", "backbone", "engine", "dropout"),
)
_PLACES_SIDE_BY_SIDE = re.compile(r"(?:\{[a-z_0-9]*\})+\{([a-z_0-9]*)\}")
_TWO_VALUES = re.compile(r"\},? [a-z]{2,} \{")
_PLACES_ONLY = re.compile(r"(?:[^{}]|\{[a-z_]*\})*")


def texts_of_window(root: Path) -> list[str]:
    """Return the texts of the calls of `tr` and `counted` below root/gui, each once, in the order of the files.

    Raises ValueError for a call whose text is not a literal.
    """
    texts: dict[str, None] = {}
    for path in sorted((root / WINDOW).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and path.name != "translate.py":
                places = {"tr": node.args[:1], "counted": node.args[1:3]}.get(node.func.id, [])
                for text in places:
                    if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
                        raise ValueError(f"{path}:{text.lineno}: the text of {node.func.id}() must be a literal.")
                    texts[text.value] = None
    return list(texts)


def texts_of_core(root: Path) -> list[str]:
    """Return the sentences below root/core, and parts of them, with places for values as `str.format` has them."""
    texts: dict[str, None] = {}
    for path in sorted((root / CORE).rglob("*.py")):
        if path.relative_to(root).as_posix().startswith(_NOT_SHOWN):
            continue
        for text in _sentences_in(ast.parse(path.read_text(encoding="utf-8"))):
            if _WORDS.search(re.sub(r"\{[^}]*\}", "", text)) or _TWO_VALUES.search(text):
                texts[text] = None
    return [*texts, *(word for word in _VALUES if word not in texts)]


def _sentences_in(tree: ast.AST) -> Iterator[str]:
    for field in ast.iter_child_nodes(tree):
        if _is_docstring(field, tree) or _is_not_shown(field):
            continue
        text = _template(field)
        if text is not None:
            yield text
            for part in ast.walk(field):
                if isinstance(part, ast.FormattedValue):
                    yield from _sentences_in(part)
        else:
            yield from _sentences_in(field)


def _is_docstring(node: ast.AST, parent: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and hasattr(parent, "body")


def _is_not_shown(node: ast.AST) -> bool:
    if isinstance(node, ast.Compare | ast.Subscript):
        return True
    if not isinstance(node, ast.Call):
        return False
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return called in _NOT_SHOWN_CALLS and not isinstance(getattr(node.func, "value", None), ast.Constant)


def _template(node: ast.AST) -> str | None:
    """Return a text with places for its values; None for what isn't a text, nor a sum of texts."""
    names: dict[str, str] = {}
    return _template_with(node, names)


def _template_with(node: ast.AST, names: dict[str, str]) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        # One that `str.format` fills elsewhere has its places already.
        return node.value if _PLACES_ONLY.fullmatch(node.value) else node.value.replace("{", "{{").replace("}", "}}")
    if isinstance(node, ast.JoinedStr):
        # Two values side by side are one to whoever reads them: where one ends can't be seen.
        return _PLACES_SIDE_BY_SIDE.sub(r"{\1}", "".join(_part(part, names) for part in node.values))
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _template_with(node.left, names), _template_with(node.right, names)
        if left is None and right is None:
            return None
        return _or_place(left, node.left, names) + _or_place(right, node.right, names)
    return None


def _part(part: ast.expr, names: dict[str, str]) -> str:
    if isinstance(part, ast.FormattedValue):
        return _or_place(None, part.value, names)
    return _or_place(_template_with(part, names), part, names)


def _or_place(text: str | None, value: ast.expr, names: dict[str, str]) -> str:
    if text is not None:
        return text
    return "{" + names.setdefault(ast.unparse(value), _free_name(value, set(names.values()))) + "}"


def _free_name(value: ast.expr, taken: set[str]) -> str:
    """Return what a value is called in a text: the last of its names, which tells a translator what it is."""
    words = re.findall(r"[a-z_]{2,}", re.sub(r"(['\"]).*?\1", "", ast.unparse(value)))
    name = next((word.strip("_") for word in reversed(words) if not keyword.iskeyword(word)), "") or "value"
    number = 1
    while (free := name if number == 1 else f"{name}{number}") in taken:
        number += 1
    return free
