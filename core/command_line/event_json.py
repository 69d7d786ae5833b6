"""Events as JSON: the lines that `--json` prints. The keys are the fields of `core.messages`, unchanged."""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Any

from core.errors import Failure
from core.messages import Event


def event_line(event: Event) -> str:
    """Return an event as one line of JSON. Fields that a `repr` leaves out (pixels, long lists) are left out."""
    return _line({"event": event.name, **_plain(event)})


def failure_line(failure: Failure) -> str:
    """Return the last line of a command that failed."""
    return _line({"event": "failed", **_plain(failure)})


def _line(content: dict[str, Any]) -> str:
    """Return JSON of ASCII characters, which every terminal, pipe and file takes; NaN is not JSON and never there."""
    return json.dumps(content, allow_nan=False)


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value) if one.repr}
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        return [_plain(one) for one in value]
    if isinstance(value, (set, frozenset)):
        return sorted(_plain(one) for one in value)
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
