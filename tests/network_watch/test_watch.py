"""The watch sees what it is there to see: an address that somebody uses, in Python and beneath it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.network_watch.watch import NetworkWatch, can_trace

ROOT = Path(__file__).parents[2]
STRANGE = "import socket\ntry: socket.create_connection(('127.0.0.1', 9))\nexcept OSError: pass\n"
#: What Python does not hear of, as a library in C would do it: socket(AF_INET, SOCK_STREAM), connect.
UNHEARD = (
    "import ctypes\n"
    "system = ctypes.CDLL(None)\n"
    "one = system.socket(2, 1, 0)\n"
    "system.connect(one, bytes((2, 0, 0, 9, 127, 0, 0, 1)) + bytes(8), 16)\n"
)
HARMLESS = "import asyncio\nasyncio.run(asyncio.sleep(0))\n"
#: As the desktop's bus is connected to.
WITHIN = "import socket\ntry: socket.socket(socket.AF_UNIX).connect('/tmp/no socket')\nexcept OSError: pass\n"


def watch_process(folder: Path, code: str, *, traced: bool = False) -> NetworkWatch:
    watch = NetworkWatch(folder, ROOT)
    words = [sys.executable, "-P", "-c", code]
    subprocess.run(
        watch.under_strace(words) if traced else words, env={**os.environ, **watch.environment}, timeout=60, check=True
    )
    return watch


def test_an_address_that_python_connects_to_is_told_with_its_place(tmp_path: Path) -> None:
    strangers = watch_process(tmp_path, STRANGE).strangers()

    assert {use.event for use in strangers} >= {"socket.getaddrinfo", "socket.connect"}
    assert any("('127.0.0.1', 9)" in use.details and "create_connection" in use.where for use in strangers)


def test_the_one_address_that_may_be_used_is_no_stranger(tmp_path: Path) -> None:
    watch = watch_process(tmp_path, STRANGE)
    watch.addresses.add(("127.0.0.1", 9))

    assert watch.strangers() == []
    assert watch.addresses_used() == {("127.0.0.1", 9)}


def test_what_stays_within_the_process_is_no_stranger(tmp_path: Path) -> None:
    watch = watch_process(tmp_path, HARMLESS, traced=True)

    assert watch.watched("asyncio") == 1
    assert watch.strangers() == []


def test_a_socket_in_the_file_system_is_no_stranger(tmp_path: Path) -> None:
    assert watch_process(tmp_path, WITHIN).strangers() == []


@pytest.mark.skipif(not can_trace(), reason="strace is not here, or may not watch processes")
def test_an_address_that_a_library_connects_to_is_told_too(tmp_path: Path) -> None:
    strangers = watch_process(tmp_path, UNHEARD, traced=True).strangers()

    assert any("AF_INET" in use.details and "127.0.0.1" in use.details for use in strangers)
