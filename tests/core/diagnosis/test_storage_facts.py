from __future__ import annotations

import hashlib
from pathlib import Path

from core import places
from core.diagnosis.keras_state import KerasState
from core.diagnosis.storage import space_fact, storage_facts, weights_fact
from core.messages import MachineFact

CONTENT = b"as good as weights"
STATE = KerasState(
    "tensorflow",
    weights_file="weights.h5",
    weights_digest=hashlib.md5(CONTENT, usedforsecurity=False).hexdigest(),
)


def fact_on(topic: str) -> MachineFact:
    return next(fact for fact in storage_facts(STATE) if fact.topic == topic)


def put_weights(content: bytes) -> Path:
    file = places.keras_models_folder() / "weights.h5"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    return file


def test_absent_weights_are_no_fault_and_the_way_offline_is_told() -> None:
    fact = weights_fact(STATE)

    assert fact.ok
    assert "weights.h5" in fact.remedy


def test_whole_weights_are_told_with_their_place() -> None:
    file = put_weights(CONTENT)

    fact = weights_fact(STATE)

    assert fact.ok
    assert str(file) in fact.finding


def test_damaged_weights_are_a_fault() -> None:
    put_weights(CONTENT[:-1])

    fact = weights_fact(STATE)

    assert not fact.ok
    assert "damaged" in fact.finding


def test_the_feature_store_is_measured() -> None:
    assert "0.0 MB of at most 10 GB" in fact_on("feature store").finding

    part = places.feature_store_folder() / "recipe" / "rows"
    part.parent.mkdir(parents=True)
    part.write_bytes(bytes(2_500_000))

    assert "2.5 MB of at most 10 GB" in fact_on("feature store").finding


def test_a_full_disk_is_a_fault(tmp_path: Path) -> None:
    assert space_fact(tmp_path, 50 * 10**9).ok
    assert not space_fact(tmp_path, 10**9).ok


def test_the_log_folder_is_named() -> None:
    assert fact_on("log files").finding == str(places.log_folder())


def test_nothing_is_made_by_looking(frostline_home: Path) -> None:
    storage_facts(STATE)

    assert list(frostline_home.iterdir()) == []
