"""The formats that a model can be exported to: names, what they are for, what they need and can hold. No Keras."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass

from core.errors import UnusableInput
from core.self_contained import how_to_get

FLOAT32, FLOAT16, INT8 = PRECISIONS = ("float32", "float16", "int8")


@dataclass(frozen=True, kw_only=True)
class ExportFormat:
    """A format. `suffix` '' means that the export is a folder.

    title: for a list of choices. description: what it is for, a few words without a full stop.
    extra: what to install beside Frostline to write it and to check it, as `pip install "frostline[extra]"` takes it;
    '' where nothing is. packages: the names by which these are imported. precisions: of the weights, the exact one
    first. can_resize: whether the file can hold the resize rule, so that it takes pictures of any height and width.
    """

    name: str
    title: str
    description: str
    suffix: str = ""
    extra: str = ""
    packages: tuple[str, ...] = ()
    precisions: tuple[str, ...] = (FLOAT32,)
    can_resize: bool = False

    @property
    def is_script(self) -> bool:
        """Whether it is a program that trains the same rather than a model."""
        return self.name.startswith("script-")


FORMATS: tuple[ExportFormat, ...] = (
    ExportFormat(
        name="keras",
        title="Keras",
        description="one file that plain Keras opens, with every backend",
        suffix=".keras",
        can_resize=True,
    ),
    ExportFormat(
        name="saved_model",
        title="SavedModel",
        description="a folder for TensorFlow and TensorFlow Serving",
        can_resize=True,
        packages=("tensorflow",),
    ),
    ExportFormat(
        name="onnx",
        title="ONNX",
        description="one file for ONNX Runtime, on nearly every platform",
        suffix=".onnx",
        can_resize=True,
        extra="onnx",
        packages=("onnx", "onnxruntime"),
    ),
    ExportFormat(
        name="litert",
        title="LiteRT",
        description="one file for telephones and small devices (formerly TensorFlow Lite)",
        suffix=".tflite",
        extra="litert",
        packages=("tensorflow", "ai_edge_litert"),
        precisions=(FLOAT32, FLOAT16, INT8),
    ),
    ExportFormat(
        name="openvino",
        title="OpenVINO",
        description="fast on Intel processors",
        suffix=".xml",
        can_resize=True,
        extra="onnx,fast",
        packages=("onnx", "openvino"),
    ),
    ExportFormat(
        name="torch",
        title="PyTorch",
        description="an exported program that PyTorch runs",
        suffix=".pt2",
        extra="torch",
        packages=("torch",),
    ),
    ExportFormat(
        name="script-keras",
        title="Keras script",
        description="a Python script that trains the same with plain Keras",
        suffix=".py",
    ),
    ExportFormat(
        name="script-pytorch",
        title="PyTorch script",
        description="a Python script that trains the same with PyTorch",
        suffix=".py",
    ),
)


def require_format(name: str) -> ExportFormat:
    """Return the format of that name.

    Raises:
        UnusableInput: there is no such format.

    """
    for one in FORMATS:
        if one.name == name:
            return one
    raise UnusableInput(f"There is no format '{name}'.", hint=f"There are: {', '.join(one.name for one in FORMATS)}.")


def missing_packages(chosen: ExportFormat) -> tuple[str, ...]:
    """Return which packages of a format are not installed here, by the names by which they are imported."""
    return tuple(package for package in chosen.packages if not _is_installed(package))


def how_to_install(chosen: ExportFormat) -> str:
    """Return the command that brings what a format needs."""
    # A format without an extra needs what Frostline itself needs.
    return f'pip install "frostline[{chosen.extra}]"' if chosen.extra else 'pip install "frostline"'


def require_packages(chosen: ExportFormat) -> None:
    """Refuse a format whose packages are not installed, before anybody waits for it.

    Raises:
        UnusableInput: of kind `package_missing`; its hint says how they are got.

    """
    missing = missing_packages(chosen)
    if missing:
        raise UnusableInput(
            f"Export as {chosen.title} needs {' and '.join(missing)}, which {_is_or_are(missing)} not installed.",
            hint=how_to_get(f"Install what is missing: {how_to_install(chosen)}"),
            kind="package_missing",
        )


def require_options(chosen: ExportFormat, precision: str, *, resize_inside: bool) -> None:
    """Refuse a precision or a resizing that a format can't hold.

    Raises:
        UnusableInput: it can't.

    """
    if precision not in chosen.precisions:
        raise UnusableInput(
            f"{chosen.title} can't be written in {precision}.", hint=f"There is: {', '.join(chosen.precisions)}."
        )
    if resize_inside and not chosen.can_resize:
        able = ", ".join(one.name for one in FORMATS if one.can_resize)
        raise UnusableInput(
            f"{chosen.title} can't hold the resizing of pictures.",
            hint=f"Resize them before, as the loading lines do, or choose one of: {able}.",
        )


def _is_installed(package: str) -> bool:
    try:
        return importlib.util.find_spec(package) is not None
    except (ImportError, ValueError):  # blocked, or a half-removed package
        return False


def _is_or_are(names: tuple[str, ...]) -> str:
    return "is" if len(names) == 1 else "are"
