"""Changes to a file that know nothing of its format: flipped bits, cuts, splices, runs, numbers at the edge.

Every choice comes from the generator that the caller seeds.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

Mutation = Callable[[bytes, np.random.Generator], bytes]

_EDGES = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)


def flip_bits(content: bytes, generator: np.random.Generator) -> bytes:
    """Flip one to eight bits anywhere."""
    changed = bytearray(content)
    for _ in range(generator.integers(1, 9)):
        changed[generator.integers(len(changed))] ^= 1 << int(generator.integers(8))
    return bytes(changed)


def flip_early_bits(content: bytes, generator: np.random.Generator) -> bytes:
    """Flip one to four bits of the first 64 bytes, where headers are."""
    head = content[:64]
    for _ in range(generator.integers(1, 5)):
        position = int(generator.integers(len(head)))
        head = head[:position] + bytes([head[position] ^ (1 << int(generator.integers(8)))]) + head[position + 1 :]
    return head + content[64:]


def cut_short(content: bytes, generator: np.random.Generator) -> bytes:
    """Leave out the end."""
    return content[: generator.integers(0, len(content))]


def leave_out(content: bytes, generator: np.random.Generator) -> bytes:
    """Leave out a piece."""
    start, end = _span(content, generator)
    return content[:start] + content[end:]


def double(content: bytes, generator: np.random.Generator) -> bytes:
    """Have a piece there twice."""
    start, end = _span(content, generator)
    return content[:end] + content[start:end] + content[end:]


def move(content: bytes, generator: np.random.Generator) -> bytes:
    """Take a piece out and put it in elsewhere."""
    start, end = _span(content, generator)
    rest = content[:start] + content[end:]
    place = int(generator.integers(len(rest) + 1))
    return rest[:place] + content[start:end] + rest[place:]


def overwrite(content: bytes, generator: np.random.Generator) -> bytes:
    """Write noise, zeros or ones over a piece."""
    start, end = _span(content, generator)
    noise = (generator.bytes(end - start), bytes(end - start), b"\xff" * (end - start))
    return content[:start] + noise[generator.integers(3)] + content[end:]


def put_edge_numbers(content: bytes, generator: np.random.Generator) -> bytes:
    """Write a number at the edge of its range over two or four bytes, in either order, mostly near the start."""
    width, order = ((2, "little"), (2, "big"), (4, "little"), (4, "big"))[generator.integers(4)]
    number = _EDGES[generator.integers(len(_EDGES))] & ((1 << 8 * width) - 1)
    reach = min(len(content), 200) if generator.random() < 0.8 else len(content)
    place = int(generator.integers(max(1, reach - width)))
    encoded = number.to_bytes(width, "little" if order == "little" else "big")
    return content[:place] + encoded + content[place + width :]


def append_junk(content: bytes, generator: np.random.Generator) -> bytes:
    """Put noise behind the end."""
    return content + generator.bytes(int(generator.integers(1, 4000)))


def put_junk_before(content: bytes, generator: np.random.Generator) -> bytes:
    """Put noise before the start."""
    return generator.bytes(int(generator.integers(1, 64))) + content


def cross(content: bytes, other: bytes, generator: np.random.Generator) -> bytes:
    """Return the start of one file and the end of another."""
    return content[: generator.integers(len(content))] + other[generator.integers(len(other)) :]


def _span(content: bytes, generator: np.random.Generator) -> tuple[int, int]:
    start = int(generator.integers(len(content)))
    longest = max(2, len(content) // 4) if generator.random() < 0.5 else 16
    return start, min(len(content), start + int(generator.integers(1, longest + 1)))


BYTE_MUTATIONS: tuple[Mutation, ...] = (
    *(flip_bits, flip_early_bits, cut_short, leave_out, double, move, overwrite, put_edge_numbers, put_edge_numbers),
    *(append_junk, put_junk_before),
)
