"""What the Data page says of a folder."""

from __future__ import annotations

from core.messages import ClassCount, Progress
from gui.data.folder_words import progress_in_words, totals_in_words


def _classes(*images: int) -> list[ClassCount]:
    return [ClassCount(class_name=f"class {number}", images=count) for number, count in enumerate(images)]


def test_totals_count_in_the_right_number() -> None:
    assert totals_in_words(_classes(1)) == "1 class, 1 image"
    assert totals_in_words(_classes(1200, 34)) == "2 classes, 1,234 images"
    with_problem = [ClassCount(class_name="ants", images=2, problems=1)]
    assert totals_in_words(with_problem) == "1 class, 2 images, 1 file that can't be used"


def test_progress_tells_how_far_and_how_long_still() -> None:
    known = Progress(stage="check", done=1200, total=3000, seconds_left=12.4)
    assert progress_in_words(known) == "Checking the pictures: 1,200 of 3,000, about 12 s left"
    assert progress_in_words(Progress(stage="check", done=1, total=9, seconds_left=300)).endswith("about 5 min left")
    assert progress_in_words(Progress(stage="list", done=0, total=0)) == "Listing the classes"


def test_last_seconds_are_not_counted_down() -> None:
    assert "left" not in progress_in_words(Progress(stage="draw", done=9, total=10, seconds_left=0.4))
