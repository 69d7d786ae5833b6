"""A bus that is not there, of another machine, silent or gone refuses, and the next call tries anew."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from jeepney import message_bus
from pytestqt.qtbot import QtBot

from gui.desktop.bus import Bus, session_bus

Answers = list[tuple[Any, ...]]


@pytest.fixture
def refusals() -> list[str]:
    return []


@pytest.fixture
def answers() -> Answers:
    return []


@pytest.fixture
def silent_socket(monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """Give a socket that this process finds as its bus, and on which nobody answers."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("\0frostline test of a silent bus")
        listening.listen()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:abstract=frostline test of a silent bus")
        yield listening


@pytest.mark.parametrize("address", ["", "disabled:", "tcp:host=192.0.2.1,port=1", "nonsense"])
def test_an_address_that_names_no_socket_of_this_machine_is_none(
    address: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert session_bus() == ""


def test_without_an_address_it_is_looked_for_where_systemd_has_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "bus").touch()
    assert session_bus() == str(tmp_path / "bus")


def test_a_socket_that_nobody_listens_on_refuses(
    qtbot: QtBot, refusals: list[str], answers: Answers, tmp_path: Path
) -> None:
    bus = Bus(lambda: str(tmp_path / "nothing"))

    bus.call(message_bus.GetId(), answers.append, refusals.append)

    assert refusals == []
    qtbot.waitUntil(lambda: bool(refusals))
    assert "No such file" in refusals[0]


def test_a_bus_that_says_nothing_is_given_up_after_a_while(
    qtbot: QtBot, silent_socket: socket.socket, refusals: list[str], answers: Answers
) -> None:
    bus = Bus(patience_milliseconds=200)

    for _ in range(2):
        bus.call(message_bus.GetId(), answers.append, refusals.append)

    qtbot.waitUntil(lambda: len(refusals) == 2)
    assert set(refusals) == {"no answer within 0.2 s"}
    bus.call(message_bus.GetId(), answers.append, refusals.append)
    bus.close()
    assert len(refusals) == 2


def test_a_bus_that_hangs_up_refuses_what_waits(
    qtbot: QtBot, silent_socket: socket.socket, refusals: list[str], answers: Answers
) -> None:
    bus = Bus()
    bus.call(message_bus.GetId(), answers.append, refusals.append)

    silent_socket.accept()[0].close()

    qtbot.waitUntil(lambda: bool(refusals))
    assert len(refusals) == 1


#: A message of little-endian kind with a body of 8 bytes and a header of nonsense; and what is none at all.
@pytest.mark.parametrize(
    "words", [b"l\1\0\1\x08\0\0\0\1\0\0\0\x08\0\0\0" + b"\xff" * 16, b"HTTP/1.1 400 Bad Request\r\n"]
)
def test_a_bus_that_talks_nonsense_is_left(
    qtbot: QtBot, silent_socket: socket.socket, refusals: list[str], answers: Answers, words: bytes
) -> None:
    bus = Bus()
    bus.call(message_bus.GetId(), answers.append, refusals.append)
    with silent_socket.accept()[0] as other:
        other.setblocking(False)

        def hear_and_say(expected: bytes, said: bytes) -> None:
            heard = bytearray()

            def hear() -> bool:
                with suppress(BlockingIOError):
                    heard.extend(other.recv(4096))
                return expected in heard

            qtbot.waitUntil(hear)
            other.sendall(said)

        hear_and_say(b"AUTH EXTERNAL", b"OK 0123456789abcdef\r\n")
        hear_and_say(b"NEGOTIATE_UNIX_FD", b"AGREE_UNIX_FD\r\n")
        hear_and_say(b"GetId", words)

        qtbot.waitUntil(lambda: bool(refusals))
    assert len(refusals) == 1
    assert answers == []


def test_it_is_connected_to_again_after_it_went(
    qtbot: QtBot,
    bus_process: tuple[subprocess.Popen[bytes], str],
    bus_address: str,
    refusals: list[str],
    answers: Answers,
) -> None:
    bus = Bus()
    bus.call(message_bus.GetId(), answers.append, refusals.append)
    qtbot.waitUntil(lambda: len(answers) == 1)
    assert bus.name.startswith(":")
    bus.close()
    assert bus.name == ""

    bus.call(message_bus.GetId(), answers.append, refusals.append)
    qtbot.waitUntil(lambda: len(answers) == 2)

    # The last test of this file: the bus goes for good.
    bus_process[0].kill()
    qtbot.waitUntil(lambda: bus.name == "")
    bus.call(message_bus.GetId(), answers.append, refusals.append)
    qtbot.waitUntil(lambda: len(refusals) == 1)
