"""The formats that a model can be exported to: names, what they are for, and which are there. No Keras."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import NotYet, UnusableInput


@dataclass(frozen=True, kw_only=True)
class ExportFormat:
    """A format. `suffix` '' means that the export is a folder; `available` False, that a later version brings it.

    title: for a list of choices. description: what it is for, a few words without a full stop.
    """

    name: str
    title: str
    description: str
    suffix: str
    available: bool


def _format(name: str, title: str, description: str, suffix: str = "", *, available: bool = False) -> ExportFormat:
    return ExportFormat(name=name, title=title, description=description, suffix=suffix, available=available)


FORMATS: tuple[ExportFormat, ...] = (
    _format("keras", "Keras", "one file that plain Keras opens, with every backend", ".keras", available=True),
    _format("saved_model", "SavedModel", "a folder for TensorFlow and TensorFlow Serving", available=True),
    _format("onnx", "ONNX", "one file for ONNX Runtime, on nearly every platform", ".onnx"),
    _format("litert", "LiteRT", "one file for telephones and small devices (formerly TensorFlow Lite)", ".tflite"),
    _format("openvino", "OpenVINO", "fast on Intel processors", ".xml"),
    _format("torch", "PyTorch", "an exported program that PyTorch runs", ".pt2"),
    _format("script-keras", "Keras script", "a Python script that trains the same with plain Keras", ".py"),
    _format("script-pytorch", "PyTorch script", "a Python script that trains the same with PyTorch", ".py"),
)


def require_format(name: str) -> ExportFormat:
    """Return the format of that name.

    Raises:
        UnusableInput: there is no such format.
        NotYet: a later version brings it.

    """
    for one in FORMATS:
        if one.name == name:
            if not one.available:
                raise NotYet(f"Export as {one.title} is not there yet.", hint=f"There are: {_available()}.")
            return one
    raise UnusableInput(f"There is no format '{name}'.", hint=f"There are: {_available()}.")


def _available() -> str:
    return ", ".join(one.name for one in FORMATS if one.available)
