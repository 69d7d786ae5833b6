"""The report as one HTML page that needs nothing else: style, curve and small pictures are inside it.

What stands where is in `page.html.jinja`; here is what it is given. Names are the user's: all of them are escaped.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from core import __version__
from core.data.decode import ImageUnusable, open_upright
from core.job_control import JobControl
from core.messages import Evaluation

#: Longest edge of the small pictures in pixels, how many there are of a kind, and bytes of all of them together.
_EDGE, _PICTURES, _PICTURE_BYTES = 160, 60, 3_000_000
#: Up to this many classes the confusion matrix is shown; of more, the pairs that are confused most.
_CLASSES_IN_MATRIX, _PAIRS = 30, 60


@dataclass(frozen=True)
class Confusion:
    """How many images of one class were called another, and their part of the images of that class."""

    true_class: str
    called: str
    images: int
    rate: float


def report_page(evaluation: Evaluation, control: JobControl) -> str:
    """Return the page. Reports Progress of stage `report`; a picture that can't be read is left out of it.

    Raises:
        Stopped: the user asked for it.

    """
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["percent"] = lambda share: f"{share:.1%}"
    mistakes, suspects = evaluation.mistakes[:_PICTURES], evaluation.suspects[:_PICTURES]
    return environment.get_template("page.html.jinja").render(
        evaluation=evaluation,
        matrix=_rates(evaluation) if len(evaluation.class_names) <= _CLASSES_IN_MATRIX else None,
        pairs=most_confused(evaluation)[:_PAIRS],
        mistakes=mistakes,
        suspects=suspects,
        pictures=_pictures([*(one.file for one in suspects), *(one.file for one in mistakes)], control),
        written=f"{datetime.now(UTC).astimezone():%Y-%m-%d %H:%M}",
        version=__version__,
    )


def most_confused(evaluation: Evaluation) -> list[Confusion]:
    """Return the pairs of classes that are confused, the most frequent first."""
    pairs = []
    for row, (name, counts) in enumerate(zip(evaluation.class_names, evaluation.confusion, strict=True)):
        total = sum(counts)
        pairs += [
            Confusion(name, evaluation.class_names[column], count, count / total)
            for column, count in enumerate(counts)
            if count and column != row
        ]
    return sorted(pairs, key=lambda pair: (-pair.images, -pair.rate, pair.true_class, pair.called))


def _rates(evaluation: Evaluation) -> list[list[float]]:
    return [[count / (sum(counts) or 1) for count in counts] for counts in evaluation.confusion]


def _pictures(files: Iterable[Path], control: JobControl) -> dict[Path, str]:
    """Return small pictures as data URIs, as many as there is room for."""
    wanted = list(dict.fromkeys(files))
    made: dict[Path, str] = {}
    room = _PICTURE_BYTES
    for number, file in enumerate(wanted):
        control.raise_if_stopped()
        control.progress("report", number, len(wanted))
        jpeg = _small_jpeg(file)
        if jpeg is not None and len(jpeg) <= room:
            room -= len(jpeg)
            made[file] = "data:image/jpeg;base64," + base64.b64encode(jpeg).decode("ascii")
    control.progress("report", len(wanted), len(wanted))
    return made


def _small_jpeg(file: Path) -> bytes | None:
    try:
        picture = open_upright(file, _EDGE)
    except ImageUnusable:
        return None
    encoded = io.BytesIO()
    picture.save(encoded, "JPEG", quality=82)
    return encoded.getvalue()
