"""The table of answers, and the worker as it is really started, with real requests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from core.messages import ClassCount, ClassesListed, FolderScan, JobReport, Outcome, Request, ScanFolder
from core.worker.answers import _ANSWERS
from core.worker.launch import worker_command

if TYPE_CHECKING:
    from tests.core.worker.conftest import MakeClient


def test_every_request_has_an_answer() -> None:
    assert set(_ANSWERS) == set(Request.__subclasses__())


def test_a_folder_is_scanned_by_a_worker_as_the_window_starts_it(make_client: MakeClient, tmp_path: Path) -> None:
    # Given a folder of two classes
    for class_name in ("ants", "bees"):
        (tmp_path / class_name).mkdir()
        Image.new("RGB", (40, 30), "orange").save(tmp_path / class_name / "first.png")
    client = make_client(command=worker_command(name="tested"))
    client.start()

    # When it is scanned
    job = client.submit(ScanFolder(folder=tmp_path))

    # Then its classes are told first and found in the result
    scan = client.end_of(job).result
    classes = (ClassCount(class_name="ants", images=1), ClassCount(class_name="bees", images=1))
    assert isinstance(scan, FolderScan)
    assert scan.classes == classes
    assert JobReport(job, ClassesListed(classes=classes)) in client.messages


def test_a_foreseen_failure_of_a_room_reaches_the_client(make_client: MakeClient, tmp_path: Path) -> None:
    client = make_client(command=worker_command(name="tested"))
    client.start()

    job = client.submit(ScanFolder(folder=tmp_path / "not there"))

    end = client.end_of(job)
    assert end.outcome is Outcome.FAILED
    assert end.failure is not None
    assert "not there" in end.failure.message
