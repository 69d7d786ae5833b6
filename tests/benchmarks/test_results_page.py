"""The page of results, its plot, and the command that writes it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.__main__ import main
from benchmarks.catalogue import ROWS, Part, Row
from benchmarks.findings import Finding, Outcome, Quantity, Table, Unmeasured
from benchmarks.machine import describe_machine
from benchmarks.results import write_results
from benchmarks.rows import image_scaling, stage_scaling
from benchmarks.runner import run_rows
from benchmarks.sizes import TINY
from benchmarks.workbench import Workbench

GOOD = Outcome(title="Quick", ours=Quantity("we", 1), reference=Quantity("they", 20), bound=12.0, is_speed=True)
BAD = Outcome(title="Slow", ours=Quantity("we", 9), reference=Quantity("they", 9), bound=2.0, is_speed=True)
IMAGES = Table(
    name=image_scaling.NAME,
    title="Images",
    columns=image_scaling.COLUMNS,
    lines=((250, 2, 0.8, 4, 1000, 560, 2), (20_000, 110, 18, 131, 1170, 575, 164)),
)
STAGES = Table(
    name=stage_scaling.NAME,
    title="Stages",
    columns=stage_scaling.COLUMNS,
    lines=(("head", 3, 0.02, 2.1, 105, 1000, 1), ("conv5", 3, 0.9, 2.9, 3.2, 1100, 4)),
)


def rows_with(*findings: Finding) -> list[tuple[Row, Finding]]:
    def nothing(_bench: Workbench) -> Iterator[Finding]:
        yield from ()

    return [(Row("some_row", Part.COST if isinstance(one, Table) else Part.NUMBERS, nothing), one) for one in findings]


def page_of(folder: Path, *findings: Finding) -> str:
    write_results(folder, rows_with(*findings), (("Processor", "one of a kind, 2 cores"),), 120)
    return (folder / "RESULTS.md").read_text()


def test_page_names_the_machine_and_says_that_all_holds(tmp_path: Path) -> None:
    page = page_of(tmp_path, GOOD)

    assert "one of a kind, 2 cores" in page
    assert "Every bound holds." in page
    assert "| Quick | 20x as fast | at least 12x | holds |" in page
    assert not (tmp_path / "results.svg").exists()


def test_what_was_written_by_hand_is_kept(tmp_path: Path) -> None:
    by_hand = "## Measured by hand\n\n### Exports\n\n42 ms\n"
    page = page_of(tmp_path, GOOD)
    (tmp_path / "RESULTS.md").write_text(page + "\n" + by_hand)

    again = page_of(tmp_path, GOOD)

    assert again == page + "\n" + by_hand
    assert page_of(tmp_path, GOOD) == again


def test_page_says_plainly_what_does_not_hold_or_was_not_measured(tmp_path: Path) -> None:
    page = page_of(tmp_path, GOOD, BAD, Unmeasured("Torch", "not installed", fault=False))

    above, _, _ = page.partition("## Numbers to hold")
    assert "Every bound holds" not in page
    assert "Slow: 1x as fast (at least 2x: DOES NOT HOLD)" in above
    assert "Torch: NOT MEASURED (not installed)" in above


def test_plot_of_the_costs_is_linked_and_whole(tmp_path: Path) -> None:
    page = page_of(tmp_path, IMAGES, STAGES)

    plot = ElementTree.parse(tmp_path / "results.svg").getroot()
    words = [element.text for element in plot.iter("{http://www.w3.org/2000/svg}text")]
    assert "(results.svg)" in page
    assert {"20,000", "conv5", "naive Keras fit", "Seconds, by number of images"} <= set(words)
    curves = list(plot.iter("{http://www.w3.org/2000/svg}polyline"))
    assert len(curves) == 6


def test_row_that_breaks_is_a_finding_and_the_next_is_measured(workbench: Workbench) -> None:
    def breaks(_bench: Workbench) -> Iterator[Finding]:
        yield GOOD
        raise OSError("disk full")

    def works(_bench: Workbench) -> Iterator[Finding]:
        yield BAD

    rows = [Row("broken", Part.NUMBERS, breaks), Row("whole", Part.NUMBERS, works)]

    found = [finding for _, finding in run_rows(rows, workbench)]

    assert found == [GOOD, Unmeasured("broken", "OSError: disk full", fault=True), BAD]


def test_side_runs_once_for_all_rows_that_ask(tmp_path: Path) -> None:
    runs: list[tuple[str, dict[str, object], str]] = []

    def run(module: str, arguments: dict[str, object], environment: dict[str, str]) -> int:
        runs.append((module, arguments, environment["FROSTLINE_HOME"]))
        return len(runs)

    bench = Workbench(place=tmp_path, sizes=TINY, run_side=run)

    answers = [bench.side("a", edge=1), bench.side("a", edge=1), bench.side("a", edge=2), bench.side("a", home="b")]

    assert answers == [1, 1, 2, 3]
    assert runs[-1] == ("a", {}, str(tmp_path / "b"))


@pytest.mark.rows
def test_command_measures_one_row_and_writes_the_page_where_it_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["layer_map", "--tiny", "--json", "--out", str(tmp_path)])

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["title"] for line in lines] == [
        "Redraw of the layer map at 1280 x 800",
        "Redraw of the layer map at 3840 x 2160",
    ]
    assert {line["row"] for line in lines} == {"layer_map"}
    assert status == (0 if all(line["holds"] for line in lines) else 1)
    assert "`layer_map`" in (tmp_path / "RESULTS.md").read_text()


def test_unknown_row_is_refused_with_the_names_of_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refusal:
        main(["speed"])

    assert refusal.value.code == 2
    words = capsys.readouterr().err
    assert "there is no row 'speed'" in words
    assert all(row.name in words for row in ROWS)


def test_machine_is_described_without_places_or_names() -> None:
    facts = dict(describe_machine())

    assert {"Date", "Processor", "Memory", "System", "Backend", "Frostline", "Python", "keras"} <= set(facts)
    assert not any(str(Path.home()) in value or "/" in value for value in facts.values())
