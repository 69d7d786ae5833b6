"""Large pictures wait for each other, so that the memory of a process does not grow with its threads."""

from __future__ import annotations

import threading

from core.data.pixels_at_once import MOST_PIXELS_AT_ONCE, pixels_at_once


def open_in_thread(pixels: int) -> tuple[threading.Event, threading.Event, threading.Thread]:
    """Return what tells that a thread holds a picture, what lets it go, and the thread."""
    held, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        with pixels_at_once(pixels):
            held.set()
            let_go.wait(30)

    thread = threading.Thread(target=hold)
    thread.start()
    return held, let_go, thread


def test_a_large_picture_waits_for_another_and_small_ones_do_not() -> None:
    # Given a large picture that is held open
    first, let_first_go, first_thread = open_in_thread(MOST_PIXELS_AT_ONCE - 1000)
    assert first.wait(30)
    # When a large and a small one are opened too
    second, let_second_go, second_thread = open_in_thread(MOST_PIXELS_AT_ONCE - 1000)
    small, let_small_go, small_thread = open_in_thread(1000)
    # Then the small one is, and the large one as soon as there is room
    assert small.wait(30)
    assert not second.is_set()
    for let_go in (let_first_go, let_small_go, let_second_go):
        let_go.set()
    assert second.wait(30)
    for thread in (first_thread, second_thread, small_thread):
        thread.join(30)


def test_a_picture_larger_than_all_that_is_allowed_goes_alone() -> None:
    with pixels_at_once(10 * MOST_PIXELS_AT_ONCE):
        pass
