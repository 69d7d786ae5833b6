"""The ImageNet weights come from Keras' cache or into it, one process at a time, and nothing there is ever lost."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
from keras.src.utils import file_utils

from core.errors import Stopped, WeightsUnavailable
from core.job_control import JobControl
from core.messages import Event, Notice, Progress
from core.network.download import bytes_so_far
from core.network.download_stream import Patience
from core.network.weights import prepare_weights
from core.network.weights_cache import PretrainedFile, cached_file, imagenet_file
from tests.network_watch.watch import NetworkWatch

CONTENT = np.random.default_rng(1).bytes(300_000)
DIGEST = hashlib.md5(CONTENT, usedforsecurity=False).hexdigest()
IMPATIENT = Patience(connect=2.0, read=5.0, pauses=())
NOWHERE = "http://127.0.0.1:9/weights.h5"


def wanted(url: str) -> PretrainedFile:
    return PretrainedFile(name="weights.h5", url=url, digest=DIGEST)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "keras" / "models"


@pytest.fixture
def damaged_file(folder: Path) -> Path:
    folder.mkdir(parents=True)
    file = folder / "weights.h5"
    file.write_bytes(b"half of a download")
    return file


def test_a_file_of_the_cache_is_used_without_the_network(file_server: Any, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "weights.h5").write_bytes(CONTENT)

    file = cached_file(wanted(file_server.url), folder, JobControl())

    assert file == folder / "weights.h5"
    assert file_server.ranges == []
    assert list(folder.iterdir()) == [file]


def test_an_absent_file_is_downloaded_into_the_cache(file_server: Any, folder: Path) -> None:
    file_server.content = CONTENT

    file = cached_file(wanted(file_server.url), folder, JobControl())

    assert file.read_bytes() == CONTENT
    assert not list(folder.glob("*.part*"))


def test_a_damaged_file_is_kept_while_there_is_no_network(damaged_file: Path, folder: Path) -> None:
    with pytest.raises(WeightsUnavailable) as refusal:
        cached_file(wanted(NOWHERE), folder, JobControl(), IMPATIENT)

    assert damaged_file.read_bytes() == b"half of a download"
    assert "127.0.0.1 can't be reached" in refusal.value.message
    assert f"{damaged_file} is damaged" in refusal.value.message


def test_a_damaged_file_is_kept_while_the_server_sends_another(
    file_server: Any, damaged_file: Path, folder: Path
) -> None:
    file_server.content = b"a page that says: log in"

    with pytest.raises(WeightsUnavailable, match="hash is wrong"):
        cached_file(wanted(file_server.url), folder, JobControl(), IMPATIENT)

    assert damaged_file.read_bytes() == b"half of a download"


def test_a_damaged_file_is_replaced_by_a_good_one_and_the_user_is_told(
    file_server: Any, damaged_file: Path, folder: Path
) -> None:
    file_server.content = CONTENT
    events: list[Event] = []

    cached_file(wanted(file_server.url), folder, JobControl(report=events.append))

    assert damaged_file.read_bytes() == CONTENT
    assert [event.message for event in events if isinstance(event, Notice)] == [
        f"{damaged_file} was damaged (its hash was wrong) and has been replaced by a good one."
    ]


def test_without_a_network_the_three_ways_out_are_named(folder: Path) -> None:
    with pytest.raises(WeightsUnavailable) as refusal:
        cached_file(wanted(NOWHERE), folder, JobControl(), IMPATIENT)

    assert refusal.value.kind == "weights_unavailable"
    for way in ("Choose a weights file", "retry", "random weights (no transfer, worse results)"):
        assert way in refusal.value.hint
    assert "damaged" not in refusal.value.message


def test_a_cache_that_is_no_folder_is_a_sentence(file_server: Any, folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("a file where the cache should be")

    with pytest.raises(WeightsUnavailable, match=rf"{folder}.* can't be used"):
        cached_file(wanted(file_server.url), folder, JobControl())


ANOTHER_PROCESS = """
import sys
from pathlib import Path
from core.job_control import JobControl
from core.network.weights_cache import PretrainedFile, cached_file
url, digest, folder = sys.argv[1:]
cached_file(PretrainedFile(name="weights.h5", url=url, digest=digest), Path(folder), JobControl())
"""


def test_of_two_processes_one_downloads_and_the_other_waits(file_server: Any, folder: Path) -> None:
    file_server.content, file_server.hold_after = CONTENT, 100_000
    other = subprocess.Popen([sys.executable, "-c", ANOTHER_PROCESS, file_server.url, DIGEST, str(folder)])
    seen: list[tuple[int, int]] = []
    release = file_server.release

    def hear(event: Event) -> None:
        assert isinstance(event, Progress)
        seen.append((event.done, event.total))
        if event.done > 0:
            release.set()

    while not file_server.ranges:
        assert other.poll() is None
        threading.Event().wait(0.01)
    file = cached_file(wanted(file_server.url), folder, JobControl(report=hear))

    assert file.read_bytes() == CONTENT
    assert other.wait(30) == 0
    assert file_server.ranges == [""]
    assert any(0 < done < total == len(CONTENT) for done, total in seen)


def test_a_download_goes_on_after_its_process_was_killed(file_server: Any, folder: Path) -> None:
    file_server.content, file_server.hold_after = CONTENT, 100_000
    killed = subprocess.Popen([sys.executable, "-c", ANOTHER_PROCESS, file_server.url, DIGEST, str(folder)])
    while bytes_so_far(folder / "weights.h5")[0] == 0:
        assert killed.poll() is None
        threading.Event().wait(0.01)
    killed.kill()
    killed.wait()
    done = bytes_so_far(folder / "weights.h5")[0]

    file_server.hold_after = None
    file = cached_file(wanted(file_server.url), folder, JobControl())

    assert file.read_bytes() == CONTENT
    assert file_server.ranges == ["", f"bytes={done}-"]


def test_who_waits_for_another_download_can_stop(file_server: Any, folder: Path) -> None:
    file_server.content, file_server.hold_after = CONTENT, 100_000
    first, second = JobControl(), JobControl()
    thread = threading.Thread(target=cached_file, args=(wanted(file_server.url), folder, first))
    thread.start()
    while bytes_so_far(folder / "weights.h5")[0] == 0:
        threading.Event().wait(0.01)

    second.stop_requested.set()
    with pytest.raises(Stopped):
        cached_file(wanted(file_server.url), folder, second)

    file_server.release.set()
    thread.join()
    assert (folder / "weights.h5").read_bytes() == CONTENT


def test_name_address_and_hash_are_those_that_keras_itself_uses(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str, str]] = []

    def get_file(name: str, url: str, cache_subdir: str, file_hash: str) -> str:
        assert cache_subdir == "models"
        asked.append((name, url, file_hash))
        raise KeyboardInterrupt

    monkeypatch.setattr(file_utils, "get_file", get_file)
    with pytest.raises(KeyboardInterrupt):
        keras.applications.ResNet50(include_top=False, weights="imagenet", input_shape=(32, 32, 3))

    ours = imagenet_file()

    assert asked == [(ours.name, ours.url, ours.digest)]


def test_a_mirror_can_be_named_but_the_hash_stays(
    file_server: Any, frostline_home: Path, monkeypatch: pytest.MonkeyPatch, network_watch: NetworkWatch
) -> None:
    file_server.content = CONTENT
    network_watch.addresses.add(("127.0.0.1", file_server.port))
    monkeypatch.setenv("FROSTLINE_WEIGHTS_URL", file_server.url)

    with pytest.raises(WeightsUnavailable, match="its hash is wrong"):
        prepare_weights("imagenet", JobControl())

    assert len(file_server.ranges) == 1
    assert network_watch.addresses_used() == network_watch.addresses
    assert not (frostline_home / "keras" / "models" / imagenet_file().name).exists()


def test_random_weights_need_no_file() -> None:
    assert prepare_weights("random", JobControl()) is None
