from __future__ import annotations

import io
import os
import re
import termios

from core.command_line.progress_display import STAGE_TITLES, ProgressDisplay, plain_line
from core.messages import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def progress(done: int, total: int = 4, stage: str = "fit", left: float | None = None) -> Progress:
    return Progress(stage=stage, done=done, total=total, seconds_left=left)


def test_a_line_says_how_far_it_is_and_how_long_it_takes() -> None:
    assert plain_line(progress(1, left=12.4)) == "Training: 1 of 4, about 12 s left"
    assert plain_line(progress(4, left=0.0)) == "Training: 4 of 4"
    assert plain_line(progress(1234, total=0, stage="list")) == "Listing files: 1,234"


def test_every_stage_of_the_contract_has_a_title() -> None:
    told = re.search(r"Stages: (.*?)\.", Progress.__doc__ or "", re.DOTALL)

    assert told is not None
    assert set(STAGE_TITLES) == set(re.split(r",\s+", told.group(1)))


def test_away_from_a_terminal_a_stage_is_told_when_it_is_complete() -> None:
    stream = io.StringIO()
    display = ProgressDisplay(stream)

    for done in range(5):
        display.show(progress(done))
    display.show(progress(1, total=1, stage="save"))
    display.close()

    assert stream.getvalue().splitlines() == ["Training: 4 of 4", "Saving: 1 of 1"]


def test_on_a_terminal_there_is_a_bar_and_it_is_taken_away() -> None:
    stream = Terminal()
    display = ProgressDisplay(stream)

    display.show(progress(1))
    display.show(progress(2))
    shown = stream.getvalue()
    display.close()

    assert "Training" in shown
    assert "2/4" in shown
    assert "\n" not in shown
    assert stream.getvalue().rsplit("\r", 2)[-2].strip() == ""


def test_a_line_goes_through_without_spoiling_the_bar() -> None:
    stream = Terminal()
    display = ProgressDisplay(stream)
    display.show(progress(1))

    display.write("Epoch 1", stream)

    assert "\rEpoch 1\n" in stream.getvalue()
    assert "1/4" in stream.getvalue().rpartition("Epoch 1\n")[2]
    display.close()


def test_a_terminal_without_a_size_gets_lines() -> None:
    controller, terminal = os.openpty()  # as some containers give: 0 rows, 0 columns
    with os.fdopen(controller, "rb"), os.fdopen(terminal, "w") as stream:
        assert not ProgressDisplay(stream).shows_a_bar

        termios.tcsetwinsize(terminal, (24, 80))

        assert ProgressDisplay(stream).shows_a_bar
