"""Mutated pictures through the check, a training and a prediction, in processes that must outlive all of them.

Full: 5,040 pictures; short: 228. One picture again: its number stands before its name, its seed in the test's id.
Bounds: no picture takes 60 s to be decoded five times (the usual limit allows 179 million pixels, which take 3 s), and
no process has 3 GB.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from core.data.listing import looks_like_image
from core.messages import FolderScan, ImagePredicted, ImageRefused, Notice, Outcome, Predict, ScanFolder, Train
from core.training.run_record import read_run_record
from core.training.specification import TrainingSpecification
from core.worker.launch import worker_environment
from tests.faults.amount import amount
from tests.fuzz.picture_mutations import mutated_pictures
from tests.fuzz.real_worker import RealWorker

_PICTURES = amount(228, 720)
_SECONDS_FOR_ONE, _MOST_MEGABYTES = 60.0, 3000


@dataclass(frozen=True)
class _Tried:
    """A folder of mutated pictures and what each stage said: why a file is refused by its name, '' where it isn't."""

    folder: Path
    before: dict[str, tuple[int, int]]
    changes: dict[str, str]
    decoded: list[dict[str, Any]]
    checked: dict[str, str]
    trained: dict[str, str]
    predicted: dict[str, str]
    deaths: int
    megabytes: tuple[int, int]
    decoder_said: str


@pytest.mark.parametrize("seed", range(amount(1, 7)))
def test_each_mutated_picture_is_used_everywhere_or_refused_everywhere(
    seed: int, worker: RealWorker, tmp_path: Path
) -> None:
    # Given a folder of two classes with mutated pictures
    tried = _try_everything(seed, worker, tmp_path)

    # Then no process died, hung or took more memory than it may
    assert tried.deaths == 0
    assert max(tried.megabytes) < _MOST_MEGABYTES
    # And every picture is used or refused, with the same sentence whoever looks, and the same pixels each time
    for one in tried.decoded:
        _assert_decoders_agree(one)
        _assert_stages_agree(one["name"], one["decoded"], tried)
    # And nobody printed anything, and nothing of the user's was touched
    assert tried.decoder_said == ""
    assert _state_of(tried.folder) == tried.before
    _tell(seed, tried)


def _try_everything(seed: int, worker: RealWorker, place: Path) -> _Tried:
    folder = place / "pictures"
    changes = {}
    for number, picture in enumerate(mutated_pictures(_PICTURES, seed)):
        file = folder / ("even", "odd")[number % 2] / picture.name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(picture.content)
        changes[file.relative_to(folder).as_posix()] = picture.kind
    before = _state_of(folder)
    decoded, megabytes, said = _decode(folder)
    run = place / "run"
    checked = _check(worker, folder)
    trained = _train(worker, folder, run)
    predicted = _predict(worker, folder, run)
    peaks = (megabytes, worker.peak_megabytes)
    return _Tried(folder, before, changes, decoded, checked, trained, predicted, len(worker.deaths), peaks, said)


def _state_of(folder: Path) -> dict[str, tuple[int, int]]:
    """Return size and time of each file but what Frostline notes in its own folder."""
    files = (path for path in folder.rglob("*") if path.is_file() and ".frostline" not in path.parts)
    return {path.relative_to(folder).as_posix(): (path.stat().st_size, path.stat().st_mtime_ns) for path in files}


def _decode(folder: Path) -> tuple[list[dict[str, Any]], int, str]:
    command = [sys.executable, "-P", "-m", "tests.fuzz.decoding_child", str(folder), str(_SECONDS_FOR_ONE)]
    root = Path(__file__).parents[2]
    result = subprocess.run(
        command, cwd=root, env=worker_environment(), capture_output=True, text=True, timeout=460, check=False
    )
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 0, f"died at {lines[-1]}: {result.stderr[-2000:]}"
    return [line for line in lines if "decoded" in line], lines[-1]["peak_mb"], result.stderr


def _check(worker: RealWorker, folder: Path) -> dict[str, str]:
    answer = worker.ask(ScanFolder(folder=folder))
    assert answer.end.outcome is Outcome.DONE, answer.sentence
    scan = answer.end.result
    assert isinstance(scan, FolderScan)
    assert scan.obstacles == ()
    good = {name: "" for names in scan.files for name in names}
    return good | {problem.file.relative_to(folder).as_posix(): problem.reason for problem in scan.problems}


def _train(worker: RealWorker, folder: Path, run: Path) -> dict[str, str]:
    specification = TrainingSpecification(
        folder=folder, run=run, weights="random", image_size=32, epochs=1, batch_size=64
    )
    answer = worker.ask(Train(specification=specification))
    assert answer.end.outcome is Outcome.DONE, answer.sentence
    record = read_run_record(run)
    said = [event.message for event in answer.events if isinstance(event, Notice)]
    start = f"Left out: {folder}/"
    refused = [message.removeprefix(start).partition(" can't be used: ") for message in said if start in message]
    return dict.fromkeys((*record.training_files, *record.validation_files), "") | {
        name: reason for name, _, reason in refused
    }


def _predict(worker: RealWorker, folder: Path, run: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and ".frostline" not in path.parts)
    answer = worker.ask(Predict(model=run, images=tuple(files), preview_edge=64))
    assert answer.end.outcome is Outcome.DONE, answer.sentence
    names = [file.relative_to(folder).as_posix() for file in files]
    good = {names[event.index]: "" for event in answer.events if isinstance(event, ImagePredicted)}
    return good | {names[event.index]: event.reason for event in answer.events if isinstance(event, ImageRefused)}


def _assert_decoders_agree(one: dict[str, Any]) -> None:
    assert one["checked"] == one["decoded"] == one["shown"], one
    assert len(set(one["pixels"])) == 1, one
    assert bool(one["pixels"][0]) != bool(one["decoded"]), one
    assert one["seconds"] < _SECONDS_FOR_ONE, one


def _assert_stages_agree(name: str, reason: str, tried: _Tried) -> None:
    assert reason == "" or reason.endswith("."), name
    assert tried.predicted[name] == reason
    if looks_like_image(name):
        assert tried.checked[name] == reason
        assert tried.trained[name].lower() == reason.lower()
    else:
        assert tried.checked[name]
        assert name not in tried.trained


def _tell(seed: int, tried: _Tried) -> None:
    """Print what came of the formats, for whoever asks with `-s`."""
    counts = Counter((tried.changes[one["name"]], "used" if not one["decoded"] else "refused") for one in tried.decoded)
    for kind in sorted({kind for kind, _ in counts}):
        print(f"{kind:10} used {counts[kind, 'used']:4} refused {counts[kind, 'refused']:4}")
    slowest = max(tried.decoded, key=lambda one: float(one["seconds"]))
    print(f"seed {seed}: slowest {slowest['seconds']:.1f} s ({slowest['name']}), peak MB {tried.megabytes}")
