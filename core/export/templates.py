"""Filling in the templates of this room (Jinja2): the model card and the scripts. What is filled in is the callers'."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def fill_in(template: str, values: dict[str, Any], filters: dict[str, Callable[..., Any]] | None = None) -> str:
    """Return `template`, a file relative to this room, filled in; a name that has no value is an error.

    Nothing is escaped by itself: the templates say how, by their filters.
    """
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=False,  # It makes Markdown and Python, not HTML.
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(filters or {})
    return environment.get_template(template).render(values)
