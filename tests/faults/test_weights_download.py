"""A download of the weights that goes wrong in a real worker: a sentence with the ways out, and nothing half in place.

The worker fetches from a server on this machine, and holds what comes against the hash that Keras itself knows: so no
such download ever comes to a good end here. What a good end looks like is tested in `tests/core/network`.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.messages import FolderScan, Outcome, PrepareWeights, ScanFolder
from core.network.weights_cache import WAYS_OUT
from tests.core.network.file_server import FileServer
from tests.faults.amount import amount
from tests.faults.faulty_worker import FaultyWorker, files_below

CONTENT = np.random.default_rng(3).bytes(400_000)
IMAGENET = PrepareWeights(weights="imagenet")


def tampered(server: FileServer) -> None:
    server.content = CONTENT


def packed(server: FileServer) -> None:
    server.content, server.encoding = gzip.compress(CONTENT), "gzip"


def forbidden(server: FileServer) -> None:
    server.statuses = [403]


def gone(server: FileServer) -> None:
    server.statuses = [404]


def broken(server: FileServer) -> None:
    server.statuses = [500] * 9


def cut(server: FileServer) -> None:
    server.content, server.honours_ranges, server.cuts = CONTENT, False, [100_000] * 9


def far_too_large(server: FileServer) -> None:
    server.content, server.claimed_length = CONTENT, 10**17


def sent_elsewhere(server: FileServer) -> None:
    server.redirect = "file:///etc/passwd"


FAULTS: tuple[tuple[Callable[[FileServer], None], str], ...] = (
    (tampered, "is not the expected file (its hash is wrong)"),
    (forbidden, "answers 403 Forbidden"),
    (sent_elsewhere, "is not an http or https address"),
    (packed, "comes packed (gzip)"),
    (gone, "answers 404 Not Found"),
    (broken, "answers 500 Internal Server Error"),
    (cut, "the connection to 127.0.0.1 broke off"),
    (far_too_large, "there is no room in "),
)


@pytest.mark.parametrize(("fault", "why"), FAULTS[: amount(3, len(FAULTS))])
def test_a_download_that_goes_wrong_is_told_with_the_ways_out(
    worker: FaultyWorker, weights_server: FileServer, fault: Callable[[FileServer], None], why: str
) -> None:
    fault(weights_server)

    ended = worker.run(IMAGENET)

    assert ended.failure is not None
    assert ended.failure.kind == "weights_unavailable"
    assert ended.failure.message.startswith("The ImageNet weights could not be downloaded: ")
    assert why in ended.failure.message
    assert ended.failure.hint == WAYS_OUT
    assert weights_in(worker) == []


def test_a_server_that_falls_silent_is_left_at_once_and_what_came_is_kept(
    worker: FaultyWorker, weights_server: FileServer, dark_and_light: Path
) -> None:
    # Given a server that says nothing any more after 100 KB
    models = worker.home / "keras" / "models"
    weights_server.content, weights_server.hold_after = CONTENT, 100_000
    job = worker.client.submit(IMAGENET)
    worker.wait_for(lambda: any(one.stat().st_size > 0 for one in models.glob("*.part")))

    # When the user stops, with other work waiting in the same lane
    scan = worker.client.submit(ScanFolder(folder=dark_and_light))
    worker.client.stop(job)

    # Then both come to their end, what was fetched is kept, and the next attempt goes on from there
    assert worker.end_of(job).outcome is Outcome.STOPPED
    assert isinstance(worker.end_of(scan).result, FolderScan)
    (part,) = models.glob("*.part")
    fetched = part.stat().st_size
    assert 0 < fetched <= 100_000
    weights_server.hold_after = None
    worker.run(IMAGENET)
    assert weights_server.ranges == ["", f"bytes={fetched}-"]


def weights_in(worker: FaultyWorker) -> list[str]:
    """Return the files of weights under their final names."""
    return [name for name in files_below(worker.home / "keras" / "models") if name.endswith(".h5")]
