"""JSON that somebody else may have written: read within bounds, made into a dataclass only where all types are right.

What a file means, and what to tell a person about a damaged one, is the concern of whoever reads it. Files of hundreds
of thousands of names are read, so types are checked by plain loops.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Hashable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, Union, cast

_Made = TypeVar("_Made")
#: Checksums are as large; larger whole numbers are nothing of ours, and can't be made floats.
_LARGEST_WHOLE = 2**64 - 1
#: A record of a million pictures.
MOST_BYTES = 500_000_000


class JsonDamaged(ValueError):
    """The text is no JSON, or doesn't say what it should; a clause without a full stop says why."""


def read_json(file: Path, *, most_bytes: int = MOST_BYTES) -> Any:
    """Return what a JSON file says.

    Raises:
        OSError: it can't be read.
        JsonDamaged: it is no JSON in UTF-8, too deep, or of more than `most_bytes`.

    """
    size = file.stat().st_size
    if size > most_bytes:
        raise JsonDamaged(f"it has {size / 1e6:,.0f} MB")
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except RecursionError as error:
        raise JsonDamaged("it is nested too deep") from error
    except ValueError as error:  # also of text that is not UTF-8, and of numbers with too many digits
        raise JsonDamaged(f"it isn't JSON ({error})") from error


def from_json(kind: type[_Made], data: Any, where: str = "") -> _Made:
    """Return `data` as an object of the dataclass `kind`; keys that it doesn't know are ignored.

    Fields may be text, numbers, bools, paths, tuples, dicts by text, dataclasses, and any of these or None.

    Raises:
        JsonDamaged: a value is missing, or of another type.
        Exception: what `kind` itself raises.

    """
    if not isinstance(data, dict):
        raise JsonDamaged(f"{where or 'the whole'} must be an object")
    values: dict[str, Any] = {}
    for name, read, is_required in _fields_of(cast(Hashable, kind)):
        place = f"{where}.{name}" if where else name
        if name in data:
            values[name] = read(data[name], place)
        elif is_required:
            raise JsonDamaged(f"'{place}' is missing")
    return kind(**values)


_Read = Callable[[Any, str], Any]


@cache
def _fields_of(kind: Hashable) -> tuple[tuple[str, _Read, bool], ...]:
    hints = typing.get_type_hints(kind)
    return tuple(
        (
            one.name,
            _reader(hints[one.name]),
            one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING,
        )
        for one in dataclasses.fields(cast(Any, kind))
        if one.init
    )


def _reader(hint: Any) -> _Read:
    """Return what reads a value of a type."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {Union, types.UnionType}:
        return _or_none(_reader(next(one for one in arguments if one is not types.NoneType)))
    if origin is tuple and arguments[1:] == (Ellipsis,):
        return _all(_reader(arguments[0]))
    if origin is tuple:
        return _each(tuple(map(_reader, arguments)))
    if origin is dict:
        return _by_text(_reader(arguments[1]))
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return lambda value, where: from_json(hint, value, where)
    raise TypeError(f"no reader for {hint}")


def _or_none(read: _Read) -> _Read:
    return lambda value, where: None if value is None else read(value, where)


def _all(read: _Read) -> _Read:
    def read_all(value: Any, where: str) -> tuple[Any, ...]:
        return tuple(read(one, where) for one in _list(value, where))

    return read_all


def _each(readers: tuple[_Read, ...]) -> _Read:
    def read_each(value: Any, where: str) -> tuple[Any, ...]:
        if len(_list(value, where)) != len(readers):
            raise JsonDamaged(f"'{where}' must have {len(readers)} parts")
        return tuple(read(one, where) for read, one in zip(readers, value, strict=True))

    return read_each


def _by_text(read: _Read) -> _Read:
    def read_all(value: Any, where: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise JsonDamaged(f"'{where}' must be an object")
        return {text(key, where): read(one, where) for key, one in value.items()}

    return read_all


def _list(value: Any, where: str) -> list[Any]:
    if not isinstance(value, list):
        raise JsonDamaged(f"'{where}' must be a list")
    return value


def text(value: Any, where: str) -> str:
    """Return a text that can be written to a file and named in one; JSON can escape what is neither.

    Raises:
        JsonDamaged: it is none.

    """
    if not isinstance(value, str):
        raise JsonDamaged(f"'{where}' must be text")
    if "\0" in value or not _is_unicode(value):
        raise JsonDamaged(f"'{where}' has letters that no file can have")
    return value


def _is_unicode(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _path(value: Any, where: str) -> Path:
    return Path(text(value, where))


def _flag(value: Any, where: str) -> bool:
    if not isinstance(value, bool):
        raise JsonDamaged(f"'{where}' must be true or false")
    return value


def _whole(value: Any, where: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > _LARGEST_WHOLE:
        raise JsonDamaged(f"'{where}' must be a whole number")
    return value


def _number(value: Any, where: str) -> float:
    """Return a number; NaN and infinities are some, since the loss of a training may become one."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise JsonDamaged(f"'{where}' must be a number")
    return float(value) if isinstance(value, float) else float(_whole(value, where))


_PLAIN: dict[Any, _Read] = {str: text, Path: _path, bool: _flag, int: _whole, float: _number}
