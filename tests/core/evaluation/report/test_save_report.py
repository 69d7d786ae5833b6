from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from core.command_line.main import main
from core.errors import FrostlineError, UnusableInput
from core.evaluation.evaluate import evaluate
from core.evaluation.report.save import save_report
from core.job_control import JobControl
from core.messages import Event, Progress, SaveReport


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_the_command_writes_page_and_tables(
    trained_run: Path, dark_and_light: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    html, table = tmp_path / "spring" / "report.html", tmp_path / "spring" / "images.csv"
    command = ["evaluate", str(trained_run), str(dark_and_light), "--report", str(html), "--csv", str(table)]

    assert main([*command, "--probabilities", "--json"]) == 0

    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    classes = table.with_name("images.classes.csv")
    assert said[-1] == {"event": "report", "files": [str(html), str(table), str(classes)]}
    evaluation = next(one for one in said if one["event"] == "evaluation")
    images = rows(table)
    assert len(images) == evaluation["images"] == 16
    assert sum(int(one["correct"]) for one in images) / 16 == evaluation["accuracy"]
    assert float(images[0]["probability of dark"]) + float(images[0]["probability of light"]) == pytest.approx(1.0)
    assert {Path(one["file"]).parent.name for one in images} == {"dark", "light"}
    assert [(one["of"], one["name"]) for one in rows(classes)] == [
        ("class", "dark"),
        ("class", "light"),
        ("average", "macro"),
        ("average", "weighted"),
    ]
    assert html.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert {file.name for file in html.parent.iterdir()} == {"report.html", "images.csv", "images.classes.csv"}


def test_a_report_is_of_the_evaluation_before_it(trained_run: Path, dark_and_light: Path, tmp_path: Path) -> None:
    evaluate(trained_run, dark_and_light, JobControl())
    events: list[Event] = []

    request = SaveReport(model=trained_run, folder=dark_and_light, csv=tmp_path / "images.csv")
    save_report(request, JobControl(report=events.append))

    assert not [one for one in events if isinstance(one, Progress) and one.stage in ("extract", "evaluate")]
    assert list(rows(tmp_path / "images.csv")[0]) == ["file", "class", "predicted", "correct", "confidence"]


def test_a_report_that_can_not_be_written_is_a_sentence(
    trained_run: Path, dark_and_light: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(UnusableInput, match="is a folder"):
        save_report(SaveReport(model=trained_run, folder=dark_and_light, html=tmp_path), JobControl())
    request = SaveReport(model=trained_run, folder=dark_and_light, html=tmp_path / "file" / "a.html")
    with pytest.raises(FrostlineError, match="can't be written") as caught:
        save_report(request, JobControl())

    assert caught.value.kind == "cannot_write"


def test_probabilities_without_a_table_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "run", "--probabilities"]) == 2

    assert "--csv" in capsys.readouterr().err
