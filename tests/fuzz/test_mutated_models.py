"""Mutated `.keras` and `.h5` files through a prediction, an evaluation and the choice of weights, in a real worker.

Full: 240 models and 100 files of weights; short: 80 and 12. Nothing in them may run: payloads would make a file or
connect to a port. Bound: the worker, Keras included, takes less than 3 GB.
"""

from __future__ import annotations

import socket
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import keras
import numpy as np
import pytest
from PIL import Image

from core.errors import Failure
from core.messages import Evaluate, Outcome, Predict, PrepareWeights, Request
from tests.faults.amount import amount
from tests.fuzz.model_mutations import mutated_models, packed, parts_of
from tests.fuzz.real_worker import RealWorker
from tests.fuzz.weights_mutations import mutated_weight_files

_MOST_MEGABYTES = 3000
_KINDS = {"unusable_input", "unsafe_model"}


@pytest.fixture(scope="module")
def port() -> Iterator[socket.socket]:
    """A port that nobody may connect to."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


@pytest.fixture(scope="module")
def classifier() -> keras.Model:
    image = keras.Input((32, 32, 3), name="image")
    filtered = keras.layers.Conv2D(4, 3, strides=4, activation="relu")(image)
    normal = keras.layers.BatchNormalization()(filtered)
    pooled = keras.layers.GlobalAveragePooling2D()(normal)
    return keras.Model(image, keras.layers.Dense(2, activation="softmax")(pooled))


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    for name, grey in (("dark", 20), ("light", 220)):
        (tmp_path / "pictures" / name).mkdir(parents=True)
        Image.new("RGB", (40, 40), (grey, grey, grey)).save(tmp_path / "pictures" / name / "one.png")
    return tmp_path / "pictures"


def _refused(worker: RealWorker, request: Request, name: str) -> bool:
    """Ask, and return whether it was refused; if so, in a sentence of ours that names the file."""
    answer = worker.ask(request)
    if answer.end.outcome is Outcome.DONE:
        return False
    failure = answer.end.failure
    assert isinstance(failure, Failure), (name, answer.end)
    assert failure.kind in _KINDS, (name, failure)
    assert name in failure.message, (name, failure)
    assert failure.hint
    return True


@pytest.mark.parametrize("seed", range(amount(1, 2)))
def test_mutated_models_are_opened_or_refused_and_never_run(
    seed: int,
    worker: RealWorker,
    canary: Path,
    port: socket.socket,
    classifier: keras.Model,
    pictures: Path,
    tmp_path: Path,
) -> None:
    classifier.save(tmp_path / "sound.keras")
    parts = parts_of((tmp_path / "sound.keras").read_bytes())
    (tmp_path / "packed.keras").write_bytes(packed(parts))
    (tmp_path / "labels.txt").write_text("dark\nlight\n", encoding="utf-8")
    picture = pictures / "dark" / "one.png"
    assert not _refused(worker, Predict(model=tmp_path / "packed.keras", images=(picture,)), "packed")
    outcomes: Counter[tuple[str, bool]] = Counter()
    for number, (name, content) in enumerate(mutated_models(parts, amount(80, 120), seed, port.getsockname()[1])):
        # Given a mutated model, or one that brings a payload
        file = tmp_path / f"{name}.keras"
        file.write_bytes(content)
        # When it is opened
        request = Evaluate(model=file, folder=pictures) if number % 7 == 3 else Predict(model=file, images=(picture,))
        refused = _refused(worker, request, file.name)
        # Then it is used or refused, and nothing of it has run
        assert not worker.deaths, name
        assert not canary.exists(), name
        assert not name.startswith("payload") or refused or name == "payload compile", name
        outcomes[name.strip("0123456789 "), refused] += 1
        file.unlink()
    with pytest.raises(BlockingIOError):
        port.accept()
    assert worker.peak_megabytes < _MOST_MEGABYTES
    print(sorted(outcomes.items()), worker.peak_megabytes, "MB")


def test_mutated_weights_are_taken_or_refused(
    worker: RealWorker, canary: Path, classifier: keras.Model, tmp_path: Path
) -> None:
    seeds = []
    for suffix in (".h5", ".weights.h5", ".keras"):
        file = tmp_path / f"sound{suffix}"
        classifier.save_weights(file) if suffix == ".weights.h5" else classifier.save(file)
        seeds.append((suffix, file.read_bytes()))
        assert not _refused(worker, PrepareWeights(weights=str(file)), file.name)
    weights = [one for one in seeds if one[0] != ".keras"]
    outcomes: Counter[bool] = Counter()
    for name, content in mutated_weight_files(weights, amount(12, 100), 0):
        (tmp_path / name).write_bytes(content)
        refused = _refused(worker, PrepareWeights(weights=str(tmp_path / name)), name)
        assert not worker.deaths, name
        outcomes[refused] += 1
        (tmp_path / name).unlink()
    assert not canary.exists()
    assert worker.peak_megabytes < _MOST_MEGABYTES
    print(outcomes, worker.peak_megabytes, "MB")


def test_a_payload_runs_where_nobody_is_careful(
    canary: Path, classifier: keras.Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without this the silence of the others would prove nothing: Keras, told to trust the file, runs what is in it."""
    heard = canary.with_name("heard")
    monkeypatch.setenv("FROSTLINE_CANARY", str(heard))
    classifier.save(tmp_path / "sound.keras")
    _, payload = next(mutated_models(parts_of((tmp_path / "sound.keras").read_bytes()), 1, 0, 1))
    (tmp_path / "payload.keras").write_bytes(payload)

    model = keras.saving.load_model(tmp_path / "payload.keras", compile=False, safe_mode=False)
    model(np.zeros((1, 32, 32, 3), np.float32))

    assert heard.exists()
