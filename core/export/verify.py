"""The check of an export: opened by its loading snippet in a fresh process, from image files, and compared.

The process, `check_process`, knows nothing of Frostline. What the trained model says comes from this process; where
this one computes on a GPU, whose arithmetic may have fewer bits, the trained model's file is opened by a snippet on
the CPU as well, so that the difference is the export's and not the device's.
"""

from __future__ import annotations

import dataclasses
import json
import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from core.backend_specific import backend_name, gpu_names
from core.errors import FrostlineError
from core.export import check_process
from core.export.formats import FLOAT16, FLOAT32, ExportFormat
from core.export.own_process import ProcessFailed, run_python
from core.export.pictures import COMPARED, ComparedPicture
from core.export.snippets import LoadingSnippet, bytes_snippet_of, snippet_of
from core.job_control import JobControl
from core.prediction.trained_model import PREDICTION_BATCH, TrainedModel

#: The largest part of all images that an export in whole numbers may get wrong in addition.
LARGEST_LOSS = 0.25
#: The largest difference of a probability that each precision is allowed. int8 has none: there, accuracy counts.
BOUNDS = {FLOAT32: 1e-4, FLOAT16: 2e-2}
#: The filters of other libraries round here and there to another whole number than Pillow's.
BOUND_OF_RESIZING = 2e-2
#: A model that was trained in 16 bits computes with about two digits in one library and with seven in another.
BOUND_OF_MIXED_PRECISION = 5e-2
_BATCH = 3


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """What came of comparing: see `core.messages.ModelExported` for the fields that both have.

    accuracy_before: of the trained model on the same images, None where no classes are known. agreement: the part of
    the images that both call the same. bytes_max_difference: of the endpoint `serve_bytes` of a SavedModel.
    """

    images: int
    max_difference: float
    latency_ms: float
    agreement: float
    measured: int = 0
    accuracy_before: float | None = None
    accuracy: float | None = None
    bytes_max_difference: float | None = None

    @property
    def accuracy_change(self) -> float | None:
        """How much accuracy the export has more than the trained model; None where it is not known."""
        if self.accuracy is None or self.accuracy_before is None:
            return None
        return self.accuracy - self.accuracy_before


def compare(
    trained: TrainedModel,
    model_file: Path,
    pictures: Sequence[ComparedPicture],
    snippet: LoadingSnippet,
    chosen: ExportFormat,
    control: JobControl,
) -> Comparison:
    """Classify `pictures` with the trained model and with an export, opened by `snippet` in a fresh process.

    The difference is that of the first `COMPARED` pictures. Reports Progress of the stage `verify`.

    Raises:
        FrostlineError: the export can't be opened, gives something else, or can't take batches of other sizes.
        Stopped: the user asked for it.

    """
    expected = _expected(trained, model_file, pictures, control)
    programs = [_program(snippet, [one.file for one in pictures])]
    if chosen.name == "saved_model":
        programs.append(_program(bytes_snippet_of(snippet), [one.file_for_bytes for one in pictures[:COMPARED]]))
    answers = _run(snippet.opening, programs, control)
    found = _checked(answers[0], expected.shape)
    labels = np.asarray([-1 if one.label is None else one.label for one in pictures])
    known = labels >= 0
    return Comparison(
        images=min(len(pictures), COMPARED),
        max_difference=float(np.max(np.abs(found - expected)[:COMPARED])),
        # The first one pays for what a runtime prepares once.
        latency_ms=1000.0 * statistics.median(answers[0]["seconds"][1:] or answers[0]["seconds"]),
        agreement=float(np.mean(found.argmax(axis=1) == expected.argmax(axis=1))),
        measured=int(known.sum()),
        accuracy_before=_accuracy(expected, labels, known),
        accuracy=_accuracy(found, labels, known),
        bytes_max_difference=None if len(answers) == 1 else _difference_of_bytes(answers[1], expected),
    )


def refuse_unsound(
    comparison: Comparison,
    pictures: Sequence[ComparedPicture],
    *,
    precision: str,
    resize_inside: bool,
    in_16_bits: bool,
) -> None:
    """Refuse an export that is another model than the trained one.

    Of float32 and float16 the difference of a probability is bounded. int8 changes probabilities visibly, and how much
    accuracy may go is the user's choice; but one that guesses no better than by always naming the commonest class,
    where the trained model did better, or that lost a quarter of all images, is no model.

    Raises:
        FrostlineError: of kind `export_unsound`.

    """
    if precision in BOUNDS:
        bound = max(
            BOUNDS[precision],
            BOUND_OF_RESIZING if resize_inside else 0.0,
            BOUND_OF_MIXED_PRECISION if in_16_bits else 0.0,
        )
        _refuse_difference(comparison.max_difference, bound, "a probability")
        if comparison.bytes_max_difference is not None:
            bytes_bound = max(bound, BOUND_OF_RESIZING)
            _refuse_difference(comparison.bytes_max_difference, bytes_bound, "a probability of `serve_bytes`")
        return
    labels = [one.label for one in pictures if one.label is not None]
    if not labels or comparison.accuracy is None or comparison.accuracy_before is None:
        return
    chance = max(labels.count(label) for label in set(labels)) / len(labels)
    guesses = comparison.accuracy <= chance < comparison.accuracy_before
    if guesses or comparison.accuracy_before - comparison.accuracy > LARGEST_LOSS:
        raise unsound(
            f"in {precision} it is right on {comparison.accuracy:.0%} of {len(labels)} images"
            f"{', no more than chance' if guesses else ''}, and the trained model on {comparison.accuracy_before:.0%}",
            hint="Export in float16 or float32.",
        )


def unsound(why: str, hint: str = "Try another format; the log file has the details.") -> FrostlineError:
    """Return the error of an export that is not what it should be."""
    return FrostlineError(
        f"The exported model is not sound: {why}. Nothing was written.", hint=hint, kind="export_unsound"
    )


def _refuse_difference(difference: float, bound: float, what: str) -> None:
    if not difference <= bound:
        raise unsound(f"{what} differs by {difference:.1e} from the run's model, more than {bound:.0e}")


def _expected(
    trained: TrainedModel, model_file: Path, pictures: Sequence[ComparedPicture], control: JobControl
) -> np.ndarray:
    """Return what the trained model says of the pictures, float32 (n, classes)."""
    pixels = np.stack([one.pixels for one in pictures])
    if gpu_names():
        return _expected_on_the_cpu(model_file, pixels, control)
    parts = []
    for start in range(0, len(pixels), PREDICTION_BATCH):
        control.raise_if_stopped()
        parts.append(trained.probabilities(pixels[start : start + PREDICTION_BATCH]))
    return np.concatenate(parts)


def _expected_on_the_cpu(model_file: Path, pixels: np.ndarray, control: JobControl) -> np.ndarray:
    from PIL import Image

    snippet = snippet_of("keras", model_file, model_file, image_size=pixels.shape[1])
    assert snippet is not None
    with tempfile.TemporaryDirectory(prefix="frostline-") as folder:
        files = [Path(folder) / f"{number}.png" for number in range(len(pixels))]
        for file, picture in zip(files, pixels, strict=True):
            Image.fromarray(picture).save(file)
        (answers,) = _run(snippet.opening, [_program(snippet, files)], control)
    return np.asarray(answers["probabilities"], dtype=np.float32)


def _program(snippet: LoadingSnippet, files: Sequence[Path]) -> dict[str, Any]:
    return {"reading": snippet.reading, "answer": snippet.answer, "files": [str(one) for one in files], "batch": _BATCH}


def _run(opening: str, programs: list[dict[str, Any]], control: JobControl) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory(prefix="frostline-") as folder:
        job, result = Path(folder) / "job.json", Path(folder) / "result.json"
        job.write_text(json.dumps({"opening": opening, "programs": programs}), encoding="utf-8")
        try:
            run_python([check_process.__file__, str(job), str(result)], {"KERAS_BACKEND": backend_name()}, control)
        except ProcessFailed as error:
            raise unsound(f"it can't be opened again ({error.reason})") from error
        answers: list[dict[str, Any]] = json.loads(result.read_text(encoding="utf-8"))
        return answers


def _checked(answers: dict[str, Any], shape: tuple[int, ...]) -> np.ndarray:
    """Return the probabilities of each picture, float64 (n, classes), if those of a batch are the same."""
    found, batch = np.asarray(answers["probabilities"]), np.asarray(answers["batch"])
    if found.shape != shape or batch.shape != (_BATCH, shape[1]):
        raise unsound(f"it gives {found.shape} for {shape[0]} pictures: expected {shape}")
    # Other batch sizes are summed up in another order.
    _refuse_difference(
        float(np.max(np.abs(batch - found[-1]))), BOUNDS[FLOAT16], f"a probability in a batch of {_BATCH}"
    )
    return found


def _difference_of_bytes(answers: dict[str, Any], expected: np.ndarray) -> float:
    found = _checked(answers, (min(len(expected), COMPARED), expected.shape[1]))
    return float(np.max(np.abs(found - expected[: len(found)])))


def _accuracy(probabilities: np.ndarray, labels: np.ndarray, known: np.ndarray) -> float | None:
    if not known.any():
        return None
    return float(np.mean(probabilities[known].argmax(axis=1) == labels[known]))


def as_facts(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as the report keeps it."""
    facts = dataclasses.asdict(comparison)
    return facts | {"accuracy_change": comparison.accuracy_change}
