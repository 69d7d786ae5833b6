"""The model card: a README.md beside an export that says what the model is, what it was made from and how to use it.

Here it is decided where the card goes and what it may replace; its words are in `card_text` and `card.md.jinja`. A card
never replaces what anyone else wrote: it is known by its last line, which names the export and sums up the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from urllib.parse import quote

import xxhash

from core.errors import UnusableInput
from core.export.card_text import CardFacts, card_text
from core.export.formats import require_format
from core.job_control import JobControl
from core.messages import Evaluation
from core.whole_files import write_text

__all__ = ["CARD_FILE", "CardFacts", "evaluation_for_card", "is_untouched_card", "write_card"]

CARD_FILE = "README.md"
_MARK = re.compile(r"<!-- Frostline model card of (\S+) \(([0-9a-f]{16})\) -->\n\Z")


def evaluation_for_card(run: Path, control: JobControl) -> Evaluation | None:
    """Measure the run in `run` on the images that it held out; None where it has none, or they are gone.

    Reports as `core.evaluation.evaluate.evaluate` does. Raises Stopped.
    """
    from core.evaluation.evaluate import evaluate

    try:
        return evaluate(run, None, control)
    except UnusableInput:
        return None


def write_card(facts: CardFacts, folder: Path | None = None) -> Path:
    """Write the card of an export and return where it is.

    Inside an export that is a folder it is README.md; `folder` is where that folder is being made, if it is not in its
    place yet. Beside a file it is README.md as well, or, where that is another's, NAME.README.md.

    Raises:
        OSError: it can't be written.

    """
    exported = facts.exported
    name, text = exported.destination.name, card_text(facts)
    if folder is not None:
        file = folder / CARD_FILE
    elif not require_format(exported.format).suffix:
        file = exported.destination / CARD_FILE
    else:
        file = next(one for one in _places(exported.destination) if not one.exists() or is_untouched_card(one, name))
    write_text(file, text + _mark(name, text))
    return file


def card_names(destination: Path) -> tuple[str, ...]:
    """Return what the card beside an export may be called, unless somebody else's files have these names."""
    return CARD_FILE, f"{destination.name}.{CARD_FILE}"


def is_untouched_card(file: Path, name: str) -> bool:
    """Whether `file` is the card of an export called `name`, as it was written: nobody has changed it since."""
    try:
        text = file.read_bytes().decode("utf-8")
    except (OSError, ValueError):
        return False
    found = _MARK.search(text)
    return found is not None and found[0] == _mark(name, text[: found.start()])


def _mark(name: str, text: str) -> str:
    # Quoted, since a name may hold what would end the comment.
    summed_up = xxhash.xxh3_64_hexdigest(text.encode("utf-8"))
    return f"<!-- Frostline model card of {quote(name)} ({summed_up}) -->\n"


def _places(destination: Path) -> Iterator[Path]:
    yield destination.with_name(CARD_FILE)
    yield destination.with_name(f"{destination.name}.{CARD_FILE}")
    for number in count(2):
        yield destination.with_name(f"{destination.name}.README {number}.md")
