"""Changes to a `.keras` file: to the zip, to the configuration, and payloads that would run if anything ran them.

What is changed inside the arrays' file is `weights_mutations`' concern. A payload that runs makes the file that the
worker's environment names, or connects to a port; a module that does so when it is imported lies on its path, too.
"""

from __future__ import annotations

import base64
import io
import json
import marshal
import types
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from tests.fuzz.byte_mutations import BYTE_MUTATIONS
from tests.fuzz.json_mutations import ODD_NAMES, mutated_json
from tests.fuzz.weights_mutations import mutated_weights

CANARY_MODULE = "frostline_canary"
#: A module that notes that it was imported, and a class and a function that note that they were used.
CANARY_SOURCE = """
import os, pathlib
def sing(*_args, **_words):
    pathlib.Path(os.environ["FROSTLINE_CANARY"]).touch()
    return "relu"
class Canary:
    from_config = classmethod(sing)
    __init__ = sing
sing()
"""


@dataclass(frozen=True)
class Parts:
    """The members of a sound `.keras` file."""

    config: dict[str, Any]
    metadata: bytes
    weights: bytes


def parts_of(file: bytes) -> Parts:
    """Take a sound file apart."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        config = json.loads(archive.read("config.json"))
        return Parts(config, archive.read("metadata.json"), archive.read("model.weights.h5"))


def mutated_models(parts: Parts, count: int, seed: int, port: int) -> Iterator[tuple[str, bytes]]:
    """Yield `count` mutated files, each with the name of its change; the payloads come first, each once."""
    changes: list[Callable[[Parts, np.random.Generator], bytes]] = [_bytes, _archive, _config, _config, _weights]
    payloads = list(_payloads(parts, port))
    yield from payloads[:count]
    for number in range(len(payloads), count):
        generator = np.random.default_rng([seed, number])
        change = changes[number % len(changes)]
        yield f"{number:03} {change.__name__.strip('_')}", change(parts, generator)


def packed(parts: Parts, config: Any = None, weights: bytes | None = None) -> bytes:
    """Return a `.keras` file with another configuration, or other weights."""
    text = config if isinstance(config, bytes) else json.dumps(parts.config if config is None else config).encode()
    members = {"metadata.json": parts.metadata, "config.json": text, "model.weights.h5": weights or parts.weights}
    return _zipped(members.items())


def _zipped(members: Any, method: int = zipfile.ZIP_STORED) -> bytes:
    content = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(content, "w", method) as archive:
        warnings.simplefilter("ignore")  # of names that are there twice
        for name, inside in members:
            archive.writestr(name, inside)
    return content.getvalue()


def _bytes(parts: Parts, generator: np.random.Generator) -> bytes:
    return BYTE_MUTATIONS[generator.integers(len(BYTE_MUTATIONS))](packed(parts), generator)


def _config(parts: Parts, generator: np.random.Generator) -> bytes:
    return packed(parts, mutated_json(parts.config, generator))


def _weights(parts: Parts, generator: np.random.Generator) -> bytes:
    return packed(parts, weights=mutated_weights(parts.weights, generator))


def _archive(parts: Parts, generator: np.random.Generator) -> bytes:
    """Change the zip: names, doubles, sizes, flags, methods, checksums."""
    members = {"metadata.json": parts.metadata, "config.json": json.dumps(parts.config).encode()}
    members["model.weights.h5"] = parts.weights
    names = list(members)
    chosen = names[generator.integers(3)]
    match generator.integers(10):
        case 0:
            return _zipped(item for item in members.items() if item[0] != chosen)
        case 1:
            return _zipped([*members.items(), (_archivable(generator), b"x")])
        case 2:
            return _zipped((_archivable(generator) if name == chosen else name, one) for name, one in members.items())
        case 3:
            return _zipped([*members.items(), (f"./{chosen}", b"x"), (f"assets/{chosen}", b"x")])
        case 4:
            return _zipped([("config.json", b"{}"), *members.items()])
        case 5:
            return _zipped({**members, "model.weights.h5": bytes(300 << 20)}.items(), zipfile.ZIP_DEFLATED)
        case 6:
            return _zipped({**members, "config.json": b" " * (80 << 20)}.items(), zipfile.ZIP_DEFLATED)
        case 7:
            return _in_directory(_zipped(members.items()), 8, b"\x01\x00", generator)
        case 8:
            return _in_directory(_zipped(members.items()), 10, generator.bytes(1) + b"\x00", generator)
        case _:
            return _in_directory(_zipped(members.items()), int(generator.choice([16, 20, 24, 42])), None, generator)


def _archivable(generator: np.random.Generator) -> str:
    names = [name for name in ODD_NAMES if name and "\ud800" not in name]
    return names[generator.integers(len(names))] + "evil.py"


def _in_directory(content: bytes, place: int, value: bytes | None, generator: np.random.Generator) -> bytes:
    """Write something into one entry of the zip's list of contents: a flag, a method, a checksum, a size, a place."""
    entries = [index for index in range(len(content)) if content.startswith(b"PK\x01\x02", index)]
    start = entries[generator.integers(len(entries))] + place
    value = value or int(generator.choice([0, 1, 0x7FFFFFFF, 0xFFFFFFFE])).to_bytes(4, "little")
    return content[:start] + value + content[start + len(value) :]


# Payloads.


def _payloads(parts: Parts, port: int) -> Iterator[tuple[str, bytes]]:
    for number, layer in enumerate(_layers_with_code(port)):
        yield f"payload layer {number}", packed(parts, _with_layer(parts.config, layer))
    for number, function in enumerate(_functions_with_code()):
        for key in ("activation", "kernel_initializer", "kernel_regularizer", "dtype"):
            yield f"payload {key} {number}", packed(parts, _with_setting(parts.config, key, function))
    yield "payload model", packed(parts, {**parts.config, "module": CANARY_MODULE, "class_name": "Canary"})
    yield "payload build", packed(parts, {**parts.config, "build_config": _functions_with_code()[0]})
    yield "payload compile", packed(parts, {**parts.config, "compile_config": {"loss": _functions_with_code()[0]}})


def _sings() -> Any:
    """Return code as Keras keeps that of a lambda: it makes the canary's file when it is called."""
    source = "(lambda x: (__import__('pathlib').Path(__import__('os').environ['FROSTLINE_CANARY']).touch(), x)[1])"
    outer = compile(source, "payload", "eval")
    code = next(one for one in outer.co_consts if isinstance(one, types.CodeType))
    return [base64.b64encode(marshal.dumps(code)).decode("ascii"), None, None]


def _layers_with_code(port: int) -> list[dict[str, Any]]:
    code, defaults, closure = _sings()
    lambda_code = {"class_name": "__lambda__", "config": {"code": code, "defaults": defaults, "closure": closure}}
    canary = {"module": CANARY_MODULE, "class_name": "sing", "config": "sing", "registered_name": "sing"}
    url = f"http://127.0.0.1:{port}/x.h5"
    return [
        _layer("keras.layers", "Lambda", {"function": lambda_code, "output_shape": [32, 32, 3]}),
        _layer("keras.layers", "Lambda", {"function": _sings(), "function_type": "lambda"}),
        _layer("keras.layers", "Lambda", {"function": canary}),
        _layer(CANARY_MODULE, "Canary", {}),
        _layer(None, "Canary", {}, registered=f"{CANARY_MODULE}>Canary"),
        _layer("os", "system", "touch canary"),
        _layer("builtins", "exec", "import " + CANARY_MODULE),
        _layer("subprocess", "Popen", {"args": ["touch", "canary"]}),
        _layer("keras.src." + CANARY_MODULE, "Canary", {}),
        _layer("keras.utils", "get_file", {"fname": "x.h5", "origin": url}),
        _layer("keras.src.utils.file_utils", "get_file", {"origin": url}),
        _layer("keras.layers", "TFSMLayer", {"filepath": "/", "call_endpoint": "serve"}),
        _layer("keras.layers", "StringLookup", {"vocabulary": "/etc/passwd"}),
        _layer("keras.layers", "TextVectorization", {"vocabulary": "/etc/passwd"}),
        _layer("keras.layers", "TorchModuleWrapper", {"module": base64.b64encode(zlib.compress(b"x")).decode()}),
        _layer("keras.layers", "TimeDistributed", {"layer": _layer("keras.layers", "Lambda", {"function": canary})}),
        _layer("keras.config", "enable_unsafe_deserialization", {}),
        _layer("keras.src.saving.serialization_lib", "enable_unsafe_deserialization", {}),
        _layer("keras.models", "load_model", {"filepath": url, "safe_mode": False}),
    ]


def _functions_with_code() -> list[Any]:
    return [
        {"module": CANARY_MODULE, "class_name": "function", "config": "sing", "registered_name": "sing"},
        {"module": "builtins", "class_name": "function", "config": "exec", "registered_name": "function"},
        {"module": "os", "class_name": "function", "config": "system", "registered_name": "function"},
        {"class_name": "__lambda__", "config": {"value": _sings()}},
        {
            "class_name": "__typespec__",
            "module": CANARY_MODULE,
            "spec_name": "Canary",
            "config": [],
            "registered_name": "",
        },
        {"module": CANARY_MODULE, "class_name": "Canary", "config": {}, "registered_name": None},
        CANARY_MODULE + ".sing",
    ]


def _layer(module: str | None, name: str, config: Any, registered: str | None = None) -> dict[str, Any]:
    if isinstance(config, dict):
        config = {"name": "payload", "trainable": True, "dtype": "float32", **config}
    return {"module": module, "class_name": name, "config": config, "registered_name": registered, "name": "payload"}


def _with_layer(config: dict[str, Any], layer: dict[str, Any]) -> dict[str, Any]:
    """Put a layer between the image and what comes after it."""
    changed: dict[str, Any] = json.loads(json.dumps(config))
    layers = changed["config"]["layers"]
    history = layers[1]["inbound_nodes"]
    moved = json.loads(json.dumps(history).replace('"image"', '"payload"'))
    layers.insert(1, {**layer, "inbound_nodes": history})
    layers[2]["inbound_nodes"] = moved
    return changed


def _with_setting(config: dict[str, Any], key: str, value: Any) -> dict[str, Any]:
    """Give the last layer another activation, initializer or the like."""
    changed: dict[str, Any] = json.loads(json.dumps(config))
    changed["config"]["layers"][-1]["config"][key] = value
    return changed
