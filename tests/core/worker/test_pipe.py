"""Messages over real pipes of the system."""

from __future__ import annotations

import io
import os
import struct
import threading
from collections.abc import Iterator
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.worker.pipe import LONGEST_MESSAGE, Pipe, PipeCorrupted, pack


@pytest.fixture
def ends() -> Iterator[tuple[Pipe, Pipe]]:
    to_right, to_left = os.pipe(), os.pipe()
    left = Pipe(incoming=_opened(to_left[0], "rb"), outgoing=_opened(to_right[1], "wb"))
    right = Pipe(incoming=_opened(to_right[0], "rb"), outgoing=_opened(to_left[1], "wb"))
    yield left, right
    left.close()
    right.close()


def _opened(descriptor: int, mode: str) -> BinaryIO:
    return os.fdopen(descriptor, mode, buffering=0)  # type: ignore[return-value]


@given(st.lists(st.one_of(st.none(), st.integers(), st.text(), st.binary()), max_size=8))
def test_messages_arrive_as_they_were_sent(messages: list[object]) -> None:
    stream = io.BytesIO()
    pipe = Pipe(incoming=stream, outgoing=stream)

    for message in messages:
        pipe.send(message)
    stream.seek(0)

    assert [pipe.receive() for _ in messages] == messages
    with pytest.raises(EOFError):
        pipe.receive()


def test_a_message_larger_than_the_systems_buffer_arrives_whole(ends: tuple[Pipe, Pipe]) -> None:
    left, right = ends
    picture = os.urandom(3_000_000)
    sender = threading.Thread(target=left.send, args=(picture,))

    sender.start()
    received = right.receive()
    sender.join()

    assert received == picture


def test_messages_of_many_threads_are_never_mixed(ends: tuple[Pipe, Pipe]) -> None:
    left, right = ends

    def send_many(letter: bytes) -> None:
        for _ in range(20):
            left.send(letter * 50_000)

    senders = [threading.Thread(target=send_many, args=(letter,)) for letter in (b"a", b"b", b"c", b"d")]
    for sender in senders:
        sender.start()
    received = [right.receive() for _ in range(80)]
    for sender in senders:
        sender.join()

    assert sorted(received) == sorted(letter * 50_000 for letter in (b"a", b"b", b"c", b"d") for _ in range(20))  # type: ignore[type-var]


def test_a_message_that_cannot_be_pickled_leaves_the_pipe_whole(ends: tuple[Pipe, Pipe]) -> None:
    left, right = ends

    with pytest.raises(Exception, match="pickle"):
        left.send([b"x" * 100, lambda: None])
    left.send("still fine")

    assert right.receive() == "still fine"


def test_the_end_is_seen_when_the_other_side_closes(ends: tuple[Pipe, Pipe]) -> None:
    left, right = ends

    left.close()

    with pytest.raises(EOFError):
        right.receive()
    with pytest.raises(OSError, match=r"pipe|Pipe"):
        right.send("nobody hears")


@pytest.mark.parametrize("cut", [3, 8, 12])
def test_the_end_is_seen_in_the_middle_of_a_message(cut: int) -> None:
    pipe = Pipe(incoming=io.BytesIO(pack("interrupted")[:cut]), outgoing=io.BytesIO())

    with pytest.raises(EOFError):
        pipe.receive()


@pytest.mark.parametrize("noise", [struct.pack("!Q", LONGEST_MESSAGE + 1), struct.pack("!Q", 5) + b"noise"])
def test_noise_in_the_pipe_is_told_from_messages(noise: bytes) -> None:
    pipe = Pipe(incoming=io.BytesIO(noise), outgoing=io.BytesIO())

    with pytest.raises(PipeCorrupted):
        pipe.receive()
