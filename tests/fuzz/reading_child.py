"""Run as a process of its own: reads mutated files with the program's own readers, and tells the outcome.

    python -m tests.fuzz.reading_child FOLDER

FOLDER has a folder for each kind, and in that one for each case. For each case a line of JSON: its kind, its name, and
the sentence that refuses it, '' where it was read. What a reader has no sentence for is a traceback and ends the
process, as do 20 s for one case and 3 GB for all.
"""

from __future__ import annotations

import faulthandler
import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath

import numpy as np
from PySide6.QtCore import QByteArray

from core.data.check_cache import CheckCache, state_of
from core.data.checked_picture import CheckedPicture
from core.data.corrections import FileCorrection, read_corrections, update_corrections
from core.data.pixel_limit import is_pixel_limit
from core.errors import UnusableInput
from core.export.destination import is_ours, may_be_replaced
from core.features.store import FeatureStore
from core.network.plan_file import read_plan
from core.project.noted_path import places_of
from core.project.open_project import open_project
from core.project.project_file import read_project, write_project
from core.training.checkpoint import read_checkpoint, read_epochs
from core.training.reference_file import read_reference, read_validation_distances
from core.training.run_record import read_run_record, write_run_record
from gui.backends.backend_words import BACKENDS
from gui.layers.calibration_memory import CalibrationMemory
from gui.layers.speed_state import Machine
from gui.training.run_list import read_runs
from gui.training.run_words import Column, cell, sort_key, tool_tip
from gui.window.settings import WindowSettings
from tests.fuzz.real_worker import peak_megabytes
from tests.fuzz.written_files import KEYS, NETWORK, RECIPE, ROWS

_SECONDS, _MOST_BYTES = 20.0, 3 << 30


def _read_run(case: Path) -> str:
    try:
        record = read_run_record(case)
    except UnusableInput as refused:
        return refused.message
    for name in (*record.training_files, *record.validation_files):
        assert ".." not in PurePosixPath(name).parts, name
        assert not PurePosixPath(name).is_absolute(), name
        assert not PureWindowsPath(name).drive, name
    write_run_record(record, case / "again")
    assert read_run_record(case / "again") == record or "NaN" in (case / "again" / "run.json").read_text()
    return ""


def _read_plan(case: Path) -> str:
    try:
        read_plan(next(case.iterdir()), NETWORK)
    except UnusableInput as refused:
        return refused.message
    return ""


def _read_settings(case: Path) -> str:
    file = case / "window.ini"
    before = file.read_bytes()
    settings = WindowSettings(file)
    if settings.damage:
        assert (case / "window.ini.damaged").read_bytes() == before
    folders = (settings.last_folder, settings.plan_folder, settings.plot_folder, settings.table_folder)
    assert all(isinstance(folder, Path) for folder in (*folders, *settings.recent_folders))
    assert isinstance(settings.geometry, QByteArray)
    assert is_pixel_limit(settings.pixel_limit)
    assert settings.backend in {"", *BACKENDS}
    assert 50 <= settings.unlike_percentile <= 100
    settings.keep_pixel_limit(12345)
    assert WindowSettings(file).pixel_limit == 12345
    CalibrationMemory(file).recall(Machine("tensorflow", "CPU"), 224)
    return settings.damage


def _read_corrections(case: Path) -> str:
    file = case / ".frostline" / "corrections.json"
    before = file.read_bytes()
    said = ""
    try:
        read_corrections(case)
    except UnusableInput as refused:
        said = refused.message
        if "newer" not in said:
            assert (file.parent / "corrections.json.damaged").read_bytes() == before
    if "newer" not in said:
        changed = update_corrections(case, {"ants/9.png": FileCorrection(excluded=True)})
        assert read_corrections(case) == changed
    return said


def _read_check_cache(case: Path) -> str:
    states = [state for number in range(5) if (state := state_of(case / f"{number}.png")) is not None]
    cache = CheckCache(case / "checked.sqlite")
    for found in cache.find(states).values():
        assert found.reason or (len(found.digest) == 16 and len(found.look) == 80 and found.pixels >= 0)
    sound = CheckedPicture(digest=b"d" * 16, look=bytes(80), format="PNG", pixels=9)
    cache.keep([(state, sound) for state in states])
    cache.close()
    again = CheckCache(case / "checked.sqlite")
    known = again.find(states)
    again.close()
    assert set(known.values()) <= {sound}
    return "" if len(known) == len(states) else "What was found is not kept."


def _read_store(case: Path) -> str:
    store = FeatureStore(case, RECIPE)
    present = store.load(KEYS)
    keys = [key for key in KEYS if key in present]
    rows = store.table(keys).gather(np.arange(len(keys)))
    assert np.array_equal(rows, ROWS[[KEYS.index(key) for key in keys]])
    missing = [key for key in KEYS if key not in present]
    if missing:
        writer = store.writer()
        writer.append(missing, ROWS[[KEYS.index(key) for key in missing]])
        segment = writer.commit()
        assert segment is not None
        store.add(segment)
    again = FeatureStore(case, RECIPE)
    assert again.load(KEYS) == frozenset(KEYS)
    assert again.has_room_for(1)
    return f"{len(missing)} rows are computed again." if missing else ""


def _read_reference(case: Path) -> str:
    reference, distances = read_reference(case), read_validation_distances(case)
    assert distances.ndim == 1
    if reference is None:
        return "It is gathered again."
    assert len(reference.names) == len(reference.features) == len(reference.labels)
    assert not any(".." in PurePosixPath(name).parts or PurePosixPath(name).is_absolute() for name in reference.names)
    return ""


def _read_checkpoint(case: Path) -> str:
    read_epochs(case)
    try:
        checkpoint = read_checkpoint(case)
    except UnusableInput as refused:
        return refused.message
    assert checkpoint is not None
    assert read_epochs(case) == checkpoint.history
    return ""


def _read_export_report(case: Path) -> str:
    assert not is_ours(case / "mine.onnx")
    return "" if may_be_replaced(case / "mine.onnx.export.json") else "It is not ours to replace."


def _read_project(case: Path) -> str:
    folder = case / "mine.frostline"
    before = (folder / "project.json").read_bytes()
    try:
        project = open_project(folder)
    except UnusableInput as refused:
        return refused.message
    if project.remark:
        assert (folder / "project.json.damaged").read_bytes() == before
    for noted in project.contents.folders:
        assert all(place.is_absolute() for place in places_of(noted, folder))
    write_project(folder, project.contents)
    assert read_project(folder) == project.contents
    project.close()
    return f"{project.remark} {project.hint}".strip()


_READERS: dict[str, Callable[[Path], str]] = {
    "run": _read_run,
    "plan": _read_plan,
    "settings": _read_settings,
    "corrections": _read_corrections,
    "check cache": _read_check_cache,
    "store": _read_store,
    "reference": _read_reference,
    "checkpoint": _read_checkpoint,
    "export report": _read_export_report,
    "project": _read_project,
}


def main(folder: Path) -> None:
    """Read every case in `folder`."""
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
    for kind, read in _READERS.items():
        for case in sorted((folder / kind).iterdir()):
            print(json.dumps({"begins": [kind, case.name]}), flush=True)
            faulthandler.dump_traceback_later(_SECONDS, exit=True)
            said = read(case)
            faulthandler.cancel_dump_traceback_later()
            print(json.dumps({"kind": kind, "name": case.name, "said": said}), flush=True)
    _show_runs(folder / "run")
    print(json.dumps({"peak_mb": peak_megabytes()}), flush=True)


def _show_runs(folder: Path) -> None:
    """List the runs as the table does: those that are damaged too, each with its sentence."""
    runs = read_runs(folder, (), {})
    assert len(runs) == len(list(folder.iterdir()))
    for run in runs:
        for column in Column:
            assert isinstance(cell(run, column), str)
            assert isinstance(tool_tip(run, column), str)
            assert column is Column.COMPARE or sort_key(run, column) is not None
        assert not run.damage or (run.damage.endswith(".") and str(run.folder) in tool_tip(run, Column.NAME))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
