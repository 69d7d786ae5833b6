from __future__ import annotations

import argparse
import json
import logging
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from PIL import Image

from core.command_line.log_file import log_file
from core.command_line.main import main
from core.command_line.output import JsonOutput
from core.messages import Notice

ROOT = Path(__file__).parents[3]


def test_a_person_gets_a_sentence_and_the_log_the_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(tmp_path / "no run")]) == 2

    said = capsys.readouterr()
    assert "does not exist" in said.err
    assert "Traceback" not in said.err + said.out
    assert "Traceback" in log_file().read_text()


def test_debug_shows_the_traceback_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(tmp_path / "no run"), "--debug"]) == 2

    assert "Traceback" in capsys.readouterr().err


def test_a_fault_of_the_program_ends_with_three_and_names_the_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from core.command_line import check

    def fail(*_: object) -> NoReturn:
        raise ZeroDivisionError("nobody foresaw this")

    original = check.add_parser

    def add_failing_parser(commands: object) -> argparse.ArgumentParser:
        parser = original(commands)
        parser.set_defaults(run=fail)
        return parser

    monkeypatch.setattr(check, "add_parser", add_failing_parser)

    assert main(["check", "photos", "--json"]) == 3

    said = capsys.readouterr()
    event = json.loads(said.out)
    assert (event["event"], event["kind"]) == ("failed", "internal")
    assert "nobody foresaw this" in event["message"]
    assert str(log_file()) in event["hint"]
    assert "Traceback" not in said.err
    assert "nobody foresaw this" in log_file().read_text()


def test_logging_is_as_before_afterwards(tmp_path: Path) -> None:
    before = list(logging.getLogger().handlers)

    main(["check", str(tmp_path)])

    assert logging.getLogger().handlers == before


def test_a_home_that_can_not_be_written_to_costs_nothing_but_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("FROSTLINE_HOME", str(tmp_path / "file"))

    assert main(["check", str(tmp_path / "nowhere")]) == 2
    assert "does not exist" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a device that is always full")
@pytest.mark.parametrize("options", [["--json"], []], ids=["as JSON", "as text"])
def test_results_that_find_no_room_are_a_sentence_and_a_status(
    command: Callable[..., list[str]], tmp_path: Path, options: list[str]
) -> None:
    for name in ("ants", "bees"):
        (tmp_path / name).mkdir()
        for number in range(2):
            Image.effect_noise((32, 32), 50 + 10 * number + len(name)).save(tmp_path / name / f"{number}.png")

    with Path("/dev/full").open("w") as full:
        words = command("check", tmp_path, *options)
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=ROOT)

    assert done.returncode == 3
    assert "Not all results could be written to standard output: the disk is full." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_went_away_is_noticed_once() -> None:
    class Closed:
        def write(self, _text: str) -> int:
            raise BrokenPipeError

        def flush(self) -> None:
            return

    told: list[str] = []
    output = JsonOutput(Closed(), when_reader_is_gone=lambda: told.append("gone"))  # type: ignore[arg-type]

    output.report(Notice(message="one"))
    output.report(Notice(message="two"))

    assert output.reader_gone
    assert told == ["gone"]
