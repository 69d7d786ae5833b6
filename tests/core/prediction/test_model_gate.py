"""What the gate refuses before Keras sees a model file: paths, doubles, bombs, links, code, and sizes that can't be."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest

from core.errors import UnusableInput
from core.prediction.model_gate import look_through

CONFIG = "config.json"
WEIGHTS = "model.weights.h5"


def layer(name: str, config: dict[str, Any], module: str | None = "keras.layers", **more: Any) -> dict[str, Any]:
    return {"module": module, "class_name": name, "config": config, "registered_name": None, **more}


def model_of(*layers: dict[str, Any]) -> dict[str, Any]:
    return layer("Functional", {"name": "m", "layers": list(layers)}, "keras.src.models.functional")


def weights(fill: Callable[[h5py.File], None] = lambda _file: None) -> bytes:
    stream = io.BytesIO()
    with h5py.File(stream, "w") as opened:
        opened["layers/dense/vars/0"] = np.ones((3, 2), np.float32)
        fill(opened)
    return stream.getvalue()


DENSE = layer("Dense", {"units": 2, "kernel_initializer": layer("GlorotUniform", {}, "keras.initializers")})
SOUND = {"metadata.json": b"{}", CONFIG: json.dumps(model_of(DENSE)).encode(), WEIGHTS: weights()}


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Return what writes a model file of some members, and of more of them after those."""

    def write_it(members: dict[str, bytes], *more: tuple[str, bytes], method: int = zipfile.ZIP_STORED) -> Path:
        with zipfile.ZipFile(tmp_path / "m.keras", "w", method) as archive:
            for name, content in (*members.items(), *more):
                archive.writestr(name, content)
        return tmp_path / "m.keras"

    return write_it


def why_refused(file: Path) -> UnusableInput:
    with pytest.raises(UnusableInput) as caught:
        look_through(file)
    assert str(file) in caught.value.message
    return caught.value


def test_a_sound_file_passes(write: Callable[..., Path]) -> None:
    look_through(write(SOUND))


@pytest.mark.parametrize("name", ["../evil.py", "/evil.py", "C:\\evil.py", "..\\evil.py", "a/../../evil.py"])
def test_members_that_lead_elsewhere_are_refused(write: Callable[..., Path], name: str) -> None:
    refused = why_refused(write(SOUND, (name, b"x")))

    assert "another folder" in refused.message
    assert refused.kind == "unsafe_model"


def test_members_that_are_no_part_of_a_model_are_refused(write: Callable[..., Path]) -> None:
    assert "no part of an image classifier" in why_refused(write(SOUND, ("assets/words.txt", b"x"))).message


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_is_there_twice_is_refused(write: Callable[..., Path]) -> None:
    assert "twice" in why_refused(write(SOUND, (CONFIG, b"{}"))).message


def test_a_bomb_is_refused_by_its_size(write: Callable[..., Path]) -> None:
    bomb = write({**SOUND, CONFIG: b" " * (30 << 20)}, method=zipfile.ZIP_DEFLATED)

    assert "packed into almost nothing" in why_refused(bomb).message


def test_an_encrypted_member_is_refused(write: Callable[..., Path]) -> None:
    file = write(SOUND)
    content = bytearray(file.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    file.write_bytes(content)

    assert "encrypted" in why_refused(file).message


def test_one_flipped_bit_in_the_weights_is_noticed(write: Callable[..., Path]) -> None:
    file = write(SOUND)
    content = bytearray(file.read_bytes())
    content[content.index(np.ones((3, 2), np.float32).tobytes())] ^= 1
    file.write_bytes(content)

    assert "damaged" in why_refused(file).message


@pytest.mark.parametrize(
    "code",
    [
        layer("Lambda", {"function": "x"}),
        layer("TFSMLayer", {"filepath": "/"}),
        layer("function", "system", "os"),  # type: ignore[arg-type]
        layer("__lambda__", {"value": "x"}, None),
        layer("Dense", {"units": 2, "activation": layer("function", "exec", "builtins")}),  # type: ignore[arg-type]
    ],
    ids=["Lambda", "SavedModel", "function", "lambda", "inside a layer"],
)
def test_code_is_refused(write: Callable[..., Path], code: dict[str, Any]) -> None:
    refused = why_refused(write({**SOUND, CONFIG: json.dumps(model_of(DENSE, code)).encode()}))

    assert refused.kind == "unsafe_model"
    assert "code of its own" in refused.message


@pytest.mark.parametrize(
    "foreign",
    [
        layer("Mine", {}),
        layer("Dense", {}, "mine"),
        layer("StringLookup", {"vocabulary": "/etc/passwd"}),
        layer("TorchModuleWrapper", {}),
        layer("get_file", {}, "keras.utils"),
        layer("Dense", {}, "keras.layers", registered_name="mine>Dense"),
        layer("Dense", {}, "keras.src.saving.serialization_lib"),
        layer("initializers", {}, "keras.initializers"),
    ],
    ids=lambda one: f"{one['module']}.{one['class_name']}",
)
def test_what_is_not_a_layer_of_keras_is_refused(write: Callable[..., Path], foreign: dict[str, Any]) -> None:
    foreign = {**layer("Dense", {}), **foreign}
    refused = why_refused(write({**SOUND, CONFIG: json.dumps(model_of(foreign)).encode()}))

    assert "not part of Keras" in refused.message


@pytest.mark.parametrize("config", [b"[" * 100_000, b"[]", b"{}", b"\xff", b'{"class_name": 7, "config": {}}'])
def test_a_configuration_that_is_none_is_damaged(write: Callable[..., Path], config: bytes) -> None:
    assert "damaged" in why_refused(write({**SOUND, CONFIG: config})).message


def link(opened: h5py.File) -> None:
    opened["layers/a"] = h5py.ExternalLink("/etc/passwd", "/x")


def loop(opened: h5py.File) -> None:
    opened["layers/around"] = opened["/layers"]


def elsewhere(opened: h5py.File) -> None:
    opened.create_dataset("layers/a", (8,), "f4", external=[("/etc/passwd", 0, 32)])


def huge(opened: h5py.File) -> None:
    opened.create_dataset("layers/a", (1 << 20, 1 << 20), "f4", chunks=(1024, 1))


@pytest.mark.parametrize(
    ("change", "words"),
    [(link, "link"), (loop, "another name"), (elsewhere, "another file"), (huge, "does not hold")],
)
def test_weights_that_lead_elsewhere_or_claim_too_much_are_refused(
    write: Callable[..., Path], change: Callable[[h5py.File], None], words: str
) -> None:
    assert words in why_refused(write({**SOUND, WEIGHTS: weights(change)})).message


def test_a_layer_larger_than_its_weights_is_not_built(write: Callable[..., Path]) -> None:
    config = json.dumps(model_of(layer("Dense", {"units": 10**9}))).encode()

    assert "1,000,000,000 units" in why_refused(write({**SOUND, CONFIG: config})).message
