"""What a project remembers: pictures, corrections, freeze plan, settings, and where in the window one was. As JSON.

`project.json` holds it, and so does the note of what was open without a project. Runs are not in it: they are folders
beside it. Where a file of it lies, and what to tell of a damaged one, is the concern of `core.project.project_file`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from core.data.corrections import Corrections, corrections_as_json, corrections_from_json
from core.errors import UnusableInput
from core.network.backbones import DEFAULT, NAMES
from core.project.noted_path import NotedPath
from core.training.specification import TrainingSpecification
from core.typed_json import JsonDamaged, from_json

VERSION = 1
#: The key that says what the file is, with the version of its form.
MARK = "frostline_project"
#: What the settings of a training are not: they stand on their own here, or are the user's limit on this machine.
_NO_SETTINGS = frozenset(
    {"folder", "run", "validation_folder", "thaw", "thaw_batch_norm", "backbone", "held_out", "pixel_limit",
     "inner_classes"}
)  # fmt: skip
SETTING_NAMES = tuple(one.name for one in dataclasses.fields(TrainingSpecification) if one.name not in _NO_SETTINGS)


@dataclass(frozen=True, kw_only=True)
class ProjectContents:
    """What stands in `project.json`.

    pictures: the open data folder. validation: the folder to validate with. earlier: other folders that runs of the
    project learnt from, the newest first. corrections: those of `pictures`, as they were last; None: not known.
    thaw: a SPEC (see `core.network.freeze_plan`). settings: values of the form, by the names that
    `TrainingSpecification` has for them; what is missing is as usual. run_name: the name for the next run.
    page: the name of the page that was on show. run: the run, or the model file, that was in use.
    """

    pictures: NotedPath | None = None
    validation: NotedPath | None = None
    earlier: tuple[NotedPath, ...] = ()
    corrections: Corrections | None = None
    backbone: str = DEFAULT.name
    thaw: str = "head"
    thaw_batch_norm: bool = False
    settings: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    run_name: str = ""
    page: str = ""
    run: NotedPath | None = None

    @property
    def folders(self) -> tuple[NotedPath, ...]:
        """All folders of pictures that the project knows."""
        return tuple(one for one in (self.pictures, self.validation, *self.earlier) if one is not None)


@dataclass(frozen=True, kw_only=True)
class _Written:
    """What the file says, by its keys, but for the corrections and the settings, which have readers of their own."""

    pictures: NotedPath | None = None
    validation: NotedPath | None = None
    earlier: tuple[NotedPath, ...] = ()
    backbone: str = DEFAULT.name
    thaw: str = "head"
    thaw_batch_norm: bool = False
    run_name: str = ""
    page: str = ""
    run: NotedPath | None = None


def contents_as_json(contents: ProjectContents) -> dict[str, Any]:
    """Return what the file says."""
    written = {one.name: getattr(contents, one.name) for one in dataclasses.fields(_Written)}
    return {
        MARK: VERSION,
        **{name: _plain(value) for name, value in written.items()},
        "settings": dict(contents.settings),
        "corrections": None if contents.corrections is None else corrections_as_json(contents.corrections),
    }


def contents_from_json(file: Path, data: Any) -> ProjectContents:
    """Return what the file says; `file` is where it stands.

    Raises:
        JsonDamaged, KeyError: it is no project, a value is missing, of another type, or out of its range.
        UnusableInput: a newer Frostline wrote the corrections.

    """
    if not isinstance(data, dict) or not isinstance(data.get(MARK), int):
        raise JsonDamaged(f"'{MARK}' is missing")
    written = from_json(_Written, data)
    if written.backbone not in NAMES:
        raise JsonDamaged(f"'backbone' is {written.backbone[:80]!r}, which is no network of this program")
    corrections = data.get("corrections")
    return ProjectContents(
        **{one.name: getattr(written, one.name) for one in dataclasses.fields(_Written)},
        settings=_settings_from_json(data.get("settings")),
        corrections=None if corrections is None else corrections_from_json(file, corrections),
    )


def _settings_from_json(data: Any) -> dict[str, Any]:
    """Return the settings that are known; the specification itself says whether their values can be."""
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise JsonDamaged("'settings' must be an object")
    given = {name: data[name] for name in SETTING_NAMES if name in data}
    try:
        read = from_json(TrainingSpecification, {**given, "folder": "pictures", "run": "run"}, "settings")
    except UnusableInput as error:
        raise JsonDamaged(error.message.removesuffix(".")) from error
    return {name: getattr(read, name) for name in given}


def _plain(value: Any) -> Any:
    if isinstance(value, NotedPath):
        return {**dataclasses.asdict(value), "formerly": list(value.formerly)}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
