"""The report of an export, NAME.export.json beside it: what was written, and what came of comparing it.

By its list of files with their digests Frostline knows its own exports again (`destination`).
"""

from __future__ import annotations

import dataclasses
import importlib.metadata
import json
import platform
from pathlib import Path
from typing import Any

from core import __version__
from core.export.destination import FILES
from core.export.verify import Comparison, as_facts
from core.export.write_model import ModelToWrite, facts_inside

REPORT_VERSION = 1
_DISTRIBUTIONS = ("keras", "numpy", "pillow")
_DISTRIBUTIONS_OF_FORMATS = {
    "keras": (),
    "saved_model": ("tensorflow",),
    "onnx": ("onnx", "onnxruntime"),
    "litert": ("tensorflow", "ai-edge-litert"),
    "openvino": ("onnx", "openvino"),
    "torch": ("torch",),
}


def report_text(wanted: ModelToWrite, comparison: Comparison, files: dict[str, str], size_bytes: int) -> str:
    """Return the report as JSON. files: digests by name, relative to the folder of the export."""
    record = wanted.trained.record
    facts: dict[str, Any] = {
        "frostline_export": REPORT_VERSION,
        "format": wanted.chosen.name,
        "precision": wanted.precision,
        "resize_inside": wanted.resize_inside,
        **facts_inside(wanted),
        "size_bytes": size_bytes,
        "comparison": as_facts(comparison),
        "run": None if record is None else str(record.specification.run),
        "dataset_digest": None if record is None else record.dataset_digest,
        "unlikeness": _as_json(getattr(record, "unlikeness", None)),
        "versions": versions_of(wanted.chosen.name),
        "machine": f"{platform.system()} {platform.machine()}, CPU",
        FILES: files,
    }
    return json.dumps(facts, indent=2, ensure_ascii=False) + "\n"


def versions_of(format: str) -> dict[str, str]:  # noqa: A002
    """Return the versions of what wrote and opened an export in this format."""
    found = {"frostline": __version__, "python": platform.python_version()}
    for name in (*_DISTRIBUTIONS, *_DISTRIBUTIONS_OF_FORMATS.get(format, ())):
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:  # another build of it, by another name
            continue
    return found


def _as_json(value: Any) -> Any:
    return dataclasses.asdict(value) if dataclasses.is_dataclass(value) and not isinstance(value, type) else value


def size_of(path: Path) -> int:
    """Return the bytes of a file, or of all files in a folder."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
