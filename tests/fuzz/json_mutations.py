"""Changes to what a JSON file says, and to how it says it: wrong types, absurd numbers, names that lead elsewhere.

Every choice comes from the generator that the caller seeds. Changes that know no format are in `byte_mutations`.
"""

from __future__ import annotations

import copy
import json
from typing import Any

import numpy as np

from tests.fuzz.byte_mutations import BYTE_MUTATIONS

#: Names that would lead a careless reader out of a folder, or can't be written.
ODD_NAMES = (
    *("../../x", "/etc/passwd", "C:\\x", "..\\..\\x", "\\\\server\\share\\x", "a/../../../x", "", ".", "..", "/"),
    *("nul\0inside", "lone \ud800 surrogate", "\u202egnp.exe", "e\u0301 und \u00e9", "x" * 5000, "\n", "~/x", "con"),
)
_ODD_NUMBERS = (
    *(0, -1, -0.0, 1, 2**31, 2**63, -(2**63) - 1, 10**400, 1e308, -1e308, 0.1),
    *(float("nan"), float("inf"), float("-inf")),
)
_OTHERS: tuple[Any, ...] = (None, True, False, [], {}, [[]], [None], {"": None}, "text", "1", 7, ["a", 1, None])


def mutated_json(value: Any, generator: np.random.Generator) -> bytes:
    """Return the text of `value` with one to three changes inside, or one change to the text itself."""
    chance = generator.random()
    if chance < 0.15:
        return _changed_text(value, generator)
    changed = copy.deepcopy(value)
    for _ in range(generator.integers(1, 4)):
        changed = _changed(changed, generator)
    text = json.dumps(changed)
    if chance < 0.25:
        text = _with_double_key(text, generator)
    return text.encode("utf-8", errors="surrogatepass")


def _changed(value: Any, generator: np.random.Generator) -> Any:
    """Change something at a random place inside `value`, mostly not at its top."""
    holder, key = _place(value, generator)
    if holder is None:
        return _odd(value, generator)
    match generator.integers(5):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, dict):
            holder[str(key) + "_"] = holder.pop(key)
        case 2 if isinstance(holder, list):
            holder.insert(int(key), copy.deepcopy(holder[generator.integers(len(holder))]))
        case _:
            holder[key] = _odd(holder[key], generator)
    return value


def _place(value: Any, generator: np.random.Generator) -> tuple[Any, Any]:
    """Walk down from the top by chance; return what holds the place and its key there."""
    holder, key = None, None
    while isinstance(value, (dict, list)) and value and (holder is None or generator.random() < 0.7):
        keys: list[Any] = list(value) if isinstance(value, dict) else list(range(len(value)))
        holder, key = value, keys[generator.integers(len(keys))]
        value = holder[key]
    return holder, key


def _odd(value: Any, generator: np.random.Generator) -> Any:
    """Return something odd for `value`, in most cases of its own type."""
    if generator.random() < 0.35:
        return copy.deepcopy(_OTHERS[generator.integers(len(_OTHERS))])
    if isinstance(value, str):
        return ODD_NAMES[generator.integers(len(ODD_NAMES))]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _ODD_NUMBERS[generator.integers(len(_ODD_NUMBERS))]
    if isinstance(value, list):
        return value * 3 if generator.random() < 0.5 else {str(number): one for number, one in enumerate(value)}
    if isinstance(value, dict):
        return list(value.items())
    return ODD_NAMES[generator.integers(len(ODD_NAMES))]


def _with_double_key(text: str, generator: np.random.Generator) -> str:
    """Say one of the keys twice, the second time with something else."""
    places = [index for index, letter in enumerate(text) if letter == "{" and text[index + 1 : index + 2] == '"']
    if not places:
        return text
    place = places[generator.integers(len(places))] + 1
    key = text[place : text.index('"', place + 1) + 1]
    return f"{text[:place]}{key}: [null, 1e999], {text[place:]}"


def _changed_text(value: Any, generator: np.random.Generator) -> bytes:
    text = json.dumps(value)
    match generator.integers(9):
        case 0:
            return b"[" * 200_000
        case 1:
            return b'{"a":' * 100_000
        case 2:
            return b"\xef\xbb\xbf" + text.encode()
        case 3:
            return text.encode("utf-16")
        case 4:
            return text.replace('"', "'").encode()
        case 5:
            return b""
        case _:
            mutation = BYTE_MUTATIONS[generator.integers(len(BYTE_MUTATIONS))]
            return mutation(text.encode(), generator)
