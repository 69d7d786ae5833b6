"""Batches made ahead: in order, bounded, with errors where they belong, and no thread left behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from core.training.prefetch import made_ahead


def test_all_items_come_in_order() -> None:
    assert list(made_ahead(iter(range(50)), ahead=3)) == list(range(50))
    assert list(made_ahead(iter(()))) == []


def test_the_next_items_are_made_while_one_is_used_and_no_more_than_those() -> None:
    made: list[int] = []
    two_more = threading.Event()

    def items() -> Iterator[int]:
        for number in range(10):
            made.append(number)
            if number == 2:
                two_more.set()
            yield number

    ahead = made_ahead(items(), ahead=2)
    first = next(ahead)

    assert first == 0
    assert two_more.wait(timeout=10)
    assert made == [0, 1, 2]
    ahead.close()


def test_an_error_comes_where_its_item_would_have_come() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise OSError("the disk is gone")

    ahead = made_ahead(items())

    assert next(ahead) == 1
    with pytest.raises(OSError, match="the disk is gone"):
        next(ahead)


def test_closing_leaves_no_thread_behind() -> None:
    before = threading.active_count()
    ahead = made_ahead(iter(range(100)))
    next(ahead)

    ahead.close()

    assert threading.active_count() == before
