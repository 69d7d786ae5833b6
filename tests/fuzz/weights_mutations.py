"""Changes to a file of weights (HDF5): to its bytes, and to what lies in it: links, other files, absurd shapes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import h5py
import numpy as np

from tests.fuzz.byte_mutations import BYTE_MUTATIONS

_HUGE = (1 << 20, 1 << 20, 1 << 10)


def mutated_weights(content: bytes, generator: np.random.Generator) -> bytes:
    """Change the bytes, or what the file holds."""
    if generator.random() < 0.35:
        return BYTE_MUTATIONS[generator.integers(len(BYTE_MUTATIONS))](content, generator)
    change = STRUCTURE_MUTATIONS[generator.integers(len(STRUCTURE_MUTATIONS))]
    return with_change(content, change, generator)


def with_change(content: bytes, change: Change, generator: np.random.Generator) -> bytes:
    """Return the file after one change to what it holds."""
    stream = io.BytesIO(content)
    with h5py.File(stream, "r+") as opened:
        names: list[str] = []
        opened.visititems(lambda name, one: names.append(name) if isinstance(one, h5py.Dataset) else None)
        change(opened, names[generator.integers(len(names))], generator)
    return stream.getvalue()


Change = Callable[[Any, str, np.random.Generator], None]


def _leave_out(opened: Any, name: str, _generator: np.random.Generator) -> None:
    del opened[name]


def _external_link(opened: Any, name: str, _generator: np.random.Generator) -> None:
    del opened[name]
    opened[name] = h5py.ExternalLink("/etc/passwd", "/secret")


def _soft_link(opened: Any, name: str, _generator: np.random.Generator) -> None:
    del opened[name]
    opened[name] = h5py.SoftLink("/" + name)


def _loop(opened: Any, name: str, _generator: np.random.Generator) -> None:
    opened[name.rpartition("/")[0] + "/around"] = opened["/"]


def _external_array(opened: Any, name: str, _generator: np.random.Generator) -> None:
    del opened[name]
    opened.create_dataset(name, (8, 8), "f4", external=[("/etc/passwd", 0, 256)])


def _virtual_array(opened: Any, name: str, _generator: np.random.Generator) -> None:
    del opened[name]
    layout = h5py.VirtualLayout((8, 8), "f4")
    layout[:] = h5py.VirtualSource("/etc/passwd", "secret", (8, 8))
    opened.create_virtual_dataset(name, layout)


def _huge_array(opened: Any, name: str, _generator: np.random.Generator) -> None:
    del opened[name]
    opened.create_dataset(name, _HUGE, "f4", chunks=(1, 1024, 1))


def _packed_array(opened: Any, name: str, _generator: np.random.Generator) -> None:
    """Write zeros that take a thousandth of their size."""
    del opened[name]
    opened.create_dataset(
        name, data=np.zeros((1 << 13, 1 << 11), np.float32), compression="gzip", chunks=(1 << 12, 1 << 11)
    )


def _other_type(opened: Any, name: str, generator: np.random.Generator) -> None:
    shape = opened[name].shape
    del opened[name]
    kinds: tuple[Any, ...] = ("S8", "i8", "c16", "?", h5py.string_dtype(), h5py.ref_dtype, [("a", "f4")], "f2")
    opened.create_dataset(name, shape, kinds[generator.integers(len(kinds))])


def _no_shape(opened: Any, name: str, _generator: np.random.Generator) -> None:
    del opened[name]
    opened[name] = h5py.Empty("f4")


def _other_shape(opened: Any, name: str, generator: np.random.Generator) -> None:
    del opened[name]
    opened[name] = np.zeros(generator.integers(0, 5, generator.integers(0, 6)), np.float32)


def _not_numbers(opened: Any, name: str, _generator: np.random.Generator) -> None:
    opened[name][...] = np.nan


def _named_type(opened: Any, name: str, _generator: np.random.Generator) -> None:
    del opened[name]
    opened[name] = np.dtype("f4")


def _many_groups(opened: Any, name: str, _generator: np.random.Generator) -> None:
    for number in range(60_000):
        opened.create_group(f"many/{number}")


def _deep(opened: Any, name: str, _generator: np.random.Generator) -> None:
    opened.create_group("/".join("d" * 500))


def _odd_attribute(opened: Any, name: str, generator: np.random.Generator) -> None:
    where = opened if generator.random() < 0.5 else opened[name.rpartition("/")[0] or "/"]
    names = ("layer_names", "weight_names", "layer_names0", "name", "keras_version")
    values: tuple[Any, ...] = (
        7,
        np.zeros(9000, "S7"),
        ["x"] * 7000,
        h5py.Empty("S3"),
        b"\xff\xfe",
        "../../x",
        [[b"a"]],
    )
    where.attrs[names[generator.integers(len(names))]] = values[generator.integers(len(values))]


STRUCTURE_MUTATIONS: tuple[Change, ...] = (
    *(_leave_out, _external_link, _soft_link, _loop, _external_array, _virtual_array, _huge_array, _packed_array),
    *(
        _other_type,
        _other_type,
        _no_shape,
        _other_shape,
        _not_numbers,
        _named_type,
        _deep,
        _odd_attribute,
        _odd_attribute,
    ),
)


def mutated_weight_files(seeds: list[tuple[str, bytes]], count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield `count` mutated files of weights with their names, by turns from each of the sound ones."""
    yield "many groups.h5", with_change(seeds[0][1], _many_groups, np.random.default_rng(seed))
    for number in range(1, count):
        suffix, content = seeds[number % len(seeds)]
        yield f"{number:03}{suffix}", mutated_weights(content, np.random.default_rng([seed, number]))
