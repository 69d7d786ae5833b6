from __future__ import annotations

import platform
from pathlib import Path
from typing import Any

import keras
import pytest

from core.command_line.main import main
from tests.network_watch.watch import NetworkWatch


@pytest.fixture
def broken_backends(tmp_path: Path) -> str:
    """Give a search path on which every framework fails when it is imported."""
    for name in ("tensorflow", "torch", "jax"):
        package = tmp_path / "packages" / name
        package.mkdir(parents=True)
        (package / "__init__.py").write_text("raise ImportError('this processor is too old')\n")
    return f"{tmp_path / 'packages'}:{Path(__file__).parents[3]}"


def test_doctor_asks_a_process_of_its_own_and_prints_one_report(run_command: Any, network_watch: NetworkWatch) -> None:
    done = run_command("doctor", "--json", around=network_watch.under_strace, **network_watch.environment)

    assert done.status == 0, done.errors
    [event] = done.events
    assert event["event"] == "machine"
    assert event["backend"] == keras.config.backend()
    assert event["device"]
    assert all(set(fact) == {"topic", "finding", "ok", "remedy"} for fact in event["facts"])
    facts = {fact["topic"]: fact for fact in event["facts"]}
    assert len(facts) == len(event["facts"])
    assert facts.keys() >= {"keras", "tensorflow", "torch", "jax", "PySide6-Essentials", "pillow", "numpy"}
    assert facts.keys() >= {"Python", "system", "backend", "processor", "GPU", "ImageNet weights", "feature store"}
    assert facts.keys() >= {"free disk space", "log files", "window"}
    assert all(fact["finding"] for fact in event["facts"])
    assert all(fact["remedy"] for fact in event["facts"] if not fact["ok"])
    assert platform.python_version() in facts["Python"]["finding"]
    assert facts["backend"]["ok"]
    assert "GB" in facts["tensorflow"]["finding"]
    assert sum("recommended" in fact["finding"] for fact in event["facts"]) == 1
    assert network_watch.watched("python") > 1


def test_doctor_tells_of_backends_that_are_broken_rather_than_failing(run_command: Any, broken_backends: str) -> None:
    done = run_command("doctor", "--json", PYTHONPATH=broken_backends, KERAS_BACKEND="tensorflow")

    assert done.status == 0, done.errors
    facts = {fact["topic"]: fact for fact in done.events[0]["facts"]}
    for topic in ("backend", "tensorflow", "torch", "jax"):
        assert not facts[topic]["ok"]
        assert "this processor is too old" in facts[topic]["finding"]
        assert facts[topic]["remedy"]


def test_doctor_tells_of_a_backend_that_is_not_installed_rather_than_failing(
    run_command: Any, broken_backends: str
) -> None:
    done = run_command("doctor", "--json", PYTHONPATH=broken_backends, KERAS_BACKEND="no_such_framework")

    assert done.status == 0, done.errors
    backend = next(fact for fact in done.events[0]["facts"] if fact["topic"] == "backend")
    assert not backend["ok"]
    assert "no_such_framework does not start" in backend["finding"]


def test_the_demo_does_the_whole_job_without_weights_or_network(
    run_command: Any, tmp_path: Path, network_watch: NetworkWatch
) -> None:
    network_watch.addresses.add(("127.0.0.1", 9))
    done = run_command(
        *("demo", "--out", tmp_path / "demo", "--json"),
        around=network_watch.under_strace,
        FROSTLINE_WEIGHTS_URL="http://127.0.0.1:9/w.h5",
        **network_watch.environment,
    )

    assert done.status == 0, done.errors
    events = done.events
    names = [event["event"] for event in events if event["event"] != "progress"]
    assert "random weights" in next(event["message"] for event in events if event["event"] == "notice")
    assert names[0] == "drawn"
    order = [name for name in names if name in ("drawn", "started", "finished", "evaluation", "exported")]
    assert order == ["drawn", "started", "finished", "evaluation", "exported"]
    assert names.count("prediction") == 4
    assert (tmp_path / "demo" / "exported.keras").is_file()
    evaluation = next(event for event in events if event["event"] == "evaluation")
    assert evaluation["accuracy"] > 0.6
    # Of all networks, the place of the weights alone was tried, by the program and by what it started.
    assert network_watch.addresses_used() == {("127.0.0.1", 9)}
    assert network_watch.watched("check_process") == 1


def test_the_demo_leaves_a_folder_of_something_else_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "thesis.txt").write_text("three years of work")

    assert main(["demo", "--out", str(tmp_path)]) == 2

    assert "exists already" in capsys.readouterr().err
