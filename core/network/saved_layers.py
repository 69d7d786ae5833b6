"""List the layers of a file of Keras weights, in each of the three forms in which Keras has written them.

* legacy .h5 (weights, or a whole model): a group for each layer, by name;
* .weights.h5 and .keras of Keras 3: a group for each layer, by class and number, its name noted beside the arrays;
* the same of older versions, without names: a .keras file's configuration has them, a .weights.h5 has none.

No Keras here, and no trust: arrays are handed out unread, links and arrays that lie outside the file are refused.
Which layer belongs where is `weights_file`'s concern.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import h5py

from core.errors import UnusableInput
from core.network.class_words import word_of_class
from core.network.weights_container import HINT, damaged, open_container

#: ResNet152 has about 1,000 groups and 500 names.
_MOST_GROUPS, _MOST_NAMES = 5_000, 5_000


@dataclass(frozen=True)
class SavedLayer:
    """A layer with weights, as a file holds it.

    name: its Keras name, '' where the file doesn't say. place: its group in the file.
    arrays: by the name of the weight (`kernel`) or by its number (`0`), in the order in which Keras keeps them.
    """

    name: str
    place: str
    arrays: dict[str, h5py.Dataset]


class _Untrusted(Exception):
    """The file holds something that Keras never writes; the text says what."""


@contextmanager
def open_saved_layers(file: Path) -> Iterator[tuple[SavedLayer, ...]]:
    """Open `file` and give its layers with weights; their arrays can be read until the end of the `with`.

    Raises:
        UnusableInput: it is no file of Keras weights, or a damaged one, or one that can't be trusted.

    """
    with open_container(file) as (opened, config):
        try:
            layers = _list_layers(opened, config)
        except _Untrusted as why:
            raise UnusableInput(f"{file} is refused: {why}.", hint=HINT) from why
        except Exception as error:  # h5py raises almost anything on a damaged file
            raise damaged(file) from error
        if not layers:
            raise UnusableInput(f"{file} holds no weights of Keras layers.", hint=HINT)
        yield layers


def _list_layers(opened: h5py.File, config: Any) -> tuple[SavedLayer, ...]:
    root = opened
    if "model_weights" in opened:
        root = _member(opened, "model_weights")
    if "layer_names" in root.attrs or "layer_names0" in root.attrs:
        return tuple(_legacy_layers(root))
    return tuple(_layers_by_place(opened, _names_by_place(config)))


def _legacy_layers(root: h5py.Group) -> Iterator[SavedLayer]:
    for name in _names(root, "layer_names"):
        group = _member(root, name)
        weight_names = _names(group, "weight_names")
        owners = dict.fromkeys(_owner(weight_name) for weight_name in weight_names)
        for owner in owners:
            mine = [weight_name for weight_name in weight_names if _owner(weight_name) == owner]
            arrays = {_last_part(weight_name): _array(group, weight_name) for weight_name in mine}
            # A nested model is one "layer" with the weights of many; only then the weights' own prefix counts.
            yield SavedLayer(name if len(owners) == 1 else owner, name, arrays)


def _owner(weight_name: str) -> str:
    """Return the layer in the name of a weight: `conv1_conv` of `resnet50/conv1_conv/kernel:0`."""
    return weight_name.rpartition("/")[0].rpartition("/")[2]


def _last_part(weight_name: str) -> str:
    return weight_name.rpartition("/")[2].partition(":")[0]


def _names(group: h5py.Group, attribute: str) -> list[str]:
    """Read a list of names, which Keras spreads over several attributes when it is long."""
    found: list[str] = []
    part = attribute if attribute in group.attrs else f"{attribute}0"
    while part in group.attrs:
        size = group.attrs.get_id(part).shape
        if len(size) != 1 or len(found) + size[0] > _MOST_NAMES:
            raise _Untrusted(f"its list {attribute} has an absurd size")
        found += [name.decode("utf-8") if isinstance(name, bytes) else str(name) for name in group.attrs[part]]
        if part == attribute:
            break
        part = f"{attribute}{int(part.removeprefix(attribute)) + 1}"
    return found


def _layers_by_place(opened: h5py.File, names: dict[str, str]) -> Iterator[SavedLayer]:
    waiting, seen = [("", opened)], 0
    while waiting:
        place, group = waiting.pop()
        for key in group:
            seen += 1
            if seen > _MOST_GROUPS:
                raise _Untrusted("it holds more groups than any network")
            child = _member(group, key)
            if not isinstance(child, h5py.Group):
                continue
            if key != "vars":
                waiting.append((f"{place}/{key}".lstrip("/"), child))
            elif len(child):
                yield SavedLayer(_noted_name(child) or names.get(place, ""), place, _numbered_arrays(child))


def _noted_name(group: h5py.Group) -> str:
    name = group.attrs.get("name", "")
    return name if isinstance(name, str) else ""


def _numbered_arrays(group: h5py.Group) -> dict[str, h5py.Dataset]:
    return {key: _array(group, key) for key in sorted(group, key=lambda key: (len(key), key))}


def _member(group: h5py.Group, path: str) -> Any:
    """Return a group or an array inside `group`, which no link may lead out of."""
    current: Any = group
    for part in path.split("/"):
        if not isinstance(current, h5py.Group) or not isinstance(current.get(part, getlink=True), h5py.HardLink):
            raise _Untrusted(f"'{path}' in it is a link")
        current = current[part]
    return current


def _array(group: h5py.Group, path: str) -> h5py.Dataset:
    array = _member(group, path)
    if not isinstance(array, h5py.Dataset):
        raise _Untrusted(f"'{path}' in it is not an array")
    if array.external or array.is_virtual:
        raise _Untrusted(f"the array '{path}' lies in another file")
    return array


def _names_by_place(config: Any, prefix: str = "") -> dict[str, str]:
    """Return the layers' names by their place in the file, from a model's configuration; {} when it has another form.

    Keras numbers the layers of a model for each class: `layers/conv2d`, `layers/conv2d_1`, ...
    """
    found: dict[str, str] = {}
    count: dict[str, int] = {}
    try:
        for layer in config["config"]["layers"]:
            kind = word_of_class(layer["class_name"])
            number = count[kind] = count.get(kind, -1) + 1
            place = f"{prefix}layers/{kind}" + (f"_{number}" if number else "")
            found[place] = str(layer["config"]["name"])
            found |= _names_by_place(layer, place + "/")
    except (KeyError, TypeError, RecursionError):
        pass
    return found
