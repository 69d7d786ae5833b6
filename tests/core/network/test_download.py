"""A download arrives whole or not at all, goes on where it was left, and says why when it fails."""

from __future__ import annotations

import gzip
import hashlib
import socket
import sys
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import Stopped
from core.job_control import JobControl
from core.messages import Event, Progress
from core.network.download import bytes_so_far, download
from core.network.download_stream import DownloadFailed, Patience

CONTENT = np.random.default_rng(0).bytes(300_000)
DIGEST = hashlib.md5(CONTENT, usedforsecurity=False).hexdigest()
IMPATIENT = Patience(connect=10.0, read=20.0, pauses=(0.01, 0.01))


class Listener:
    """Keeps the progress of a job."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, int]] = []
        self.control = JobControl(report=self._hear)

    def _hear(self, event: Event) -> None:
        assert isinstance(event, Progress)
        assert event.stage == "weights"
        self.seen.append((event.done, event.total))


@pytest.fixture
def destination(tmp_path: Path) -> Path:
    return tmp_path / "models" / "weights.h5"


def leftovers(destination: Path) -> list[str]:
    return sorted(file.name for file in destination.parent.iterdir() if file != destination)


def fetch(server: Any, destination: Path, control: JobControl | None = None, digest: str = DIGEST) -> None:
    download(server.url, destination, digest, control or JobControl(), IMPATIENT)


def fetch_and_stop(server: Any, destination: Path) -> int:
    """Stop a download as soon as something of it is there; return how many bytes are."""
    control = JobControl()

    def stop_soon() -> None:
        while bytes_so_far(destination)[0] == 0:
            threading.Event().wait(0.01)
        control.stop_requested.set()

    watcher = threading.Thread(target=stop_soon)
    watcher.start()
    with pytest.raises(Stopped):
        fetch(server, destination, control)
    watcher.join()
    return bytes_so_far(destination)[0]


def test_a_file_arrives_whole_with_progress_in_bytes(file_server: Any, destination: Path) -> None:
    file_server.content = CONTENT
    listener = Listener()

    fetch(file_server, destination, listener.control)

    assert destination.read_bytes() == CONTENT
    assert leftovers(destination) == []
    assert listener.seen[0] == (0, 0)
    assert listener.seen[-1] == (len(CONTENT), len(CONTENT))
    assert sorted(listener.seen) == listener.seen


def test_sha256_is_recognised_by_its_length(file_server: Any, destination: Path) -> None:
    file_server.content = CONTENT

    fetch(file_server, destination, digest=hashlib.sha256(CONTENT).hexdigest())

    assert destination.read_bytes() == CONTENT


def test_a_stopped_download_goes_on_where_it_was_left(file_server: Any, destination: Path) -> None:
    file_server.content, file_server.hold_after = CONTENT, 100_000
    done = fetch_and_stop(file_server, destination)
    assert 0 < done <= 100_000
    assert not destination.exists()

    file_server.hold_after = None
    listener = Listener()
    fetch(file_server, destination, listener.control)

    assert destination.read_bytes() == CONTENT
    assert file_server.ranges == ["", f"bytes={done}-"]
    assert listener.seen[0] == (done, len(CONTENT))
    assert leftovers(destination) == []


def test_a_stop_is_obeyed_while_the_server_is_silent(file_server: Any, destination: Path) -> None:
    file_server.content, file_server.hold_after = CONTENT, 0
    control = JobControl()
    timer = threading.Timer(0.2, control.stop_requested.set)
    timer.start()

    with pytest.raises(Stopped):
        fetch(file_server, destination, control)

    timer.join()
    assert not file_server.release.is_set()


def test_a_server_that_ignores_ranges_sends_everything_again(file_server: Any, destination: Path) -> None:
    file_server.content, file_server.honours_ranges, file_server.cuts = CONTENT, False, [50_000]

    fetch(file_server, destination)

    assert destination.read_bytes() == CONTENT
    assert file_server.ranges == ["", "bytes=50000-"]


@pytest.mark.parametrize(("careful_server", "requests"), [(True, 2), (False, 3)])
def test_a_file_that_changed_meanwhile_is_not_spliced(
    file_server: Any, destination: Path, careful_server: bool, requests: int
) -> None:
    file_server.honours_if_range = careful_server
    file_server.content, file_server.hold_after = b"old" * 50_000, 100_000
    fetch_and_stop(file_server, destination)

    file_server.content, file_server.etag, file_server.hold_after = CONTENT, '"second"', None
    fetch(file_server, destination)

    assert destination.read_bytes() == CONTENT
    assert len(file_server.ranges) == requests


@pytest.mark.parametrize("etag", ["", 'W/"weak"'])
def test_without_a_strong_validator_a_download_starts_over(file_server: Any, destination: Path, etag: str) -> None:
    file_server.content, file_server.etag, file_server.cuts = CONTENT, etag, [50_000]

    fetch(file_server, destination)

    assert destination.read_bytes() == CONTENT
    assert file_server.ranges == ["", ""]


def test_a_line_that_breaks_again_and_again_is_taken_up_each_time(file_server: Any, destination: Path) -> None:
    file_server.content, file_server.cuts = CONTENT, [50_000, 40_000, 30_000, 20_000, 10_000]

    fetch(file_server, destination)

    assert destination.read_bytes() == CONTENT
    assert file_server.ranges[-1] == "bytes=150000-"


def test_a_line_that_always_breaks_at_one_place_is_given_up(file_server: Any, destination: Path) -> None:
    file_server.content, file_server.honours_ranges, file_server.cuts = CONTENT, False, [50_000] * 9

    with pytest.raises(DownloadFailed, match=r"the connection to 127\.0\.0\.1 broke off"):
        fetch(file_server, destination)

    assert len(file_server.ranges) == 1 + len(IMPATIENT.pauses)
    assert bytes_so_far(destination) == (50_000, len(CONTENT))


def test_a_tampered_file_is_thrown_away(file_server: Any, destination: Path) -> None:
    file_server.content = CONTENT[:-1] + b"!"

    with pytest.raises(DownloadFailed, match="its hash is wrong"):
        fetch(file_server, destination)

    assert not destination.exists()
    assert leftovers(destination) == []


def test_a_bad_download_leaves_the_file_that_is_there(file_server: Any, destination: Path) -> None:
    destination.parent.mkdir()
    destination.write_bytes(b"mine")
    file_server.content = b"tampered"

    with pytest.raises(DownloadFailed):
        fetch(file_server, destination)

    assert destination.read_bytes() == b"mine"


def test_a_whole_part_file_is_used_without_asking_the_server(file_server: Any, destination: Path) -> None:
    file_server.content = CONTENT
    control = JobControl()

    def stop_at_the_last_byte(event: Event) -> None:
        if isinstance(event, Progress) and event.done == len(CONTENT):
            control.stop_requested.set()

    control.report = stop_at_the_last_byte
    with pytest.raises(Stopped):
        fetch(file_server, destination, control)

    fetch(file_server, destination)

    assert destination.read_bytes() == CONTENT
    assert len(file_server.ranges) == 1


def test_a_silent_server_is_given_up(file_server: Any, destination: Path) -> None:
    file_server.content, file_server.hold_after = CONTENT, 0
    very_impatient = Patience(connect=10.0, read=0.3, pauses=(0.01,))

    with pytest.raises(DownloadFailed, match=r"127\.0\.0\.1 sent nothing for 0\.3 seconds"):
        download(file_server.url, destination, DIGEST, JobControl(), very_impatient)

    assert len(file_server.ranges) == 2


def test_a_missing_file_is_asked_for_once(file_server: Any, destination: Path) -> None:
    file_server.statuses = [404]

    with pytest.raises(DownloadFailed, match="answers 404 Not Found"):
        fetch(file_server, destination)

    assert len(file_server.ranges) == 1


def test_a_busy_server_is_asked_again(file_server: Any, destination: Path) -> None:
    file_server.content, file_server.statuses = CONTENT, [503, 429]

    fetch(file_server, destination)

    assert destination.read_bytes() == CONTENT


def test_a_refusal_keeps_what_is_there(file_server: Any, destination: Path) -> None:
    file_server.content, file_server.hold_after = CONTENT, 100_000
    done = fetch_and_stop(file_server, destination)
    file_server.statuses = [403]

    with pytest.raises(DownloadFailed, match="403"):
        fetch(file_server, destination)

    assert bytes_so_far(destination)[0] == done > 0


def test_an_unknown_length_is_told_as_such(file_server: Any, destination: Path) -> None:
    file_server.content, file_server.tells_length = CONTENT, False
    listener = Listener()

    fetch(file_server, destination, listener.control)

    assert destination.read_bytes() == CONTENT
    assert {total for _, total in listener.seen[:-1]} == {0}
    assert listener.seen[-1] == (len(CONTENT), len(CONTENT))


def test_redirects_are_followed(file_server: Any, destination: Path) -> None:
    file_server.content, file_server.redirect = CONTENT, "/moved"

    fetch(file_server, destination)

    assert destination.read_bytes() == CONTENT


@pytest.mark.parametrize("address", ["ftp://127.0.0.1/weights.h5", "file:///etc/passwd"])
def test_only_http_is_spoken(file_server: Any, destination: Path, address: str) -> None:
    file_server.redirect = address

    with pytest.raises(DownloadFailed, match="is not an http or https address"):
        download(address, destination, DIGEST, JobControl(), IMPATIENT)
    with pytest.raises(DownloadFailed, match="is not an http or https address"):
        fetch(file_server, destination)


def test_a_file_that_somebody_packed_on_the_way_is_told_as_such(file_server: Any, destination: Path) -> None:
    file_server.content, file_server.encoding = gzip.compress(CONTENT), "gzip"

    with pytest.raises(DownloadFailed, match=r"comes packed \(gzip\)"):
        fetch(file_server, destination)

    assert len(file_server.ranges) == 1
    assert leftovers(destination) == []


def test_a_server_that_sends_drop_by_drop_is_left_at_once(file_server: Any, destination: Path) -> None:
    """Each drop comes in time, so that nothing times out: only the user can end it."""
    file_server.content, file_server.drop_seconds = CONTENT, 0.02
    listener = Listener()
    control = listener.control

    def stop_soon(event: Event) -> None:
        listener._hear(event)
        if len(listener.seen) > 5:
            control.stop_requested.set()

    control.report = stop_soon

    with pytest.raises(Stopped):
        fetch(file_server, destination, control)

    assert 0 < bytes_so_far(destination)[0] < len(CONTENT)
    assert sorted(listener.seen) == listener.seen


def test_redirects_in_a_circle_are_given_up(file_server: Any, destination: Path) -> None:
    file_server.content, file_server.redirect = CONTENT, "/weights.h5"

    with pytest.raises(DownloadFailed, match="redirect"):
        fetch(file_server, destination)

    assert not destination.exists()


def test_a_proxy_that_is_not_there_is_named_without_its_password(
    destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv("http_proxy", "http://me:secret@127.0.0.1:9")

    with pytest.raises(DownloadFailed, match=r"weights\.invalid can't be reached through the proxy") as told:
        download("http://weights.invalid/weights.h5", destination, DIGEST, JobControl(), IMPATIENT)

    assert "http://127.0.0.1:9" in told.value.reason
    assert "secret" not in told.value.reason


def test_a_closed_port_is_a_sentence(destination: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/weights.h5"

    with pytest.raises(DownloadFailed, match=r"127\.0\.0\.1 can't be reached"):
        download(url, destination, DIGEST, JobControl(), IMPATIENT)


def test_a_file_that_does_not_fit_the_disk_is_not_begun(file_server: Any, destination: Path) -> None:
    file_server.content, file_server.claimed_length = CONTENT, 10**17

    with pytest.raises(DownloadFailed, match="there is no room in"):
        fetch(file_server, destination)

    assert bytes_so_far(destination)[0] == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a device that is always full")
def test_a_disk_that_fills_up_is_a_sentence(file_server: Any, destination: Path) -> None:
    destination.parent.mkdir()
    destination.with_name("weights.h5.part").symlink_to("/dev/full")
    file_server.content = CONTENT

    with pytest.raises(DownloadFailed, match=r"weights.h5.part can't be written \(No space left on device\)"):
        fetch(file_server, destination)
