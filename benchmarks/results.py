"""The page of results, RESULTS.md: the machine, what does not hold, and a table for each part. It measures nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.catalogue import Part, Row
from benchmarks.findings import Finding, Outcome, Table, Unmeasured, cell_text
from benchmarks.scaling_plot import draw_scaling
from core.whole_files import write_text

PAGE, PLOT = "RESULTS.md", "results.svg"
#: Where the part of the page begins that is written by hand, and kept.
BY_HAND = "## Measured by hand"

_INTRODUCTION = """# What was measured

Written by `make bench`: every row compares two things in one run, each side in a process of its own, one after the
other, with random weights, which cost what others cost. `make bench ONLY=name` measures one row and leaves this page
alone. What each row does stands in the file of its name in [rows](rows).
"""


def write_results(
    folder: Path, findings: Sequence[tuple[Row, Finding]], machine: Sequence[tuple[str, str]], seconds: float
) -> None:
    """Write the page into `folder`, and the plot of the tables of costs beside it where there are any."""
    plot = draw_scaling([one for _, one in findings if isinstance(one, Table)])
    if plot:
        write_text(folder / PLOT, plot)
    by_hand = _part_by_hand(folder / PAGE)
    write_text(folder / PAGE, "\n".join((*_page(findings, machine, seconds, has_plot=bool(plot)), *by_hand)))


def _part_by_hand(page: Path) -> tuple[str, ...]:
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    return (text[text.index(f"{BY_HAND}\n") :],) if f"{BY_HAND}\n" in text else ()


def _page(
    findings: Sequence[tuple[Row, Finding]], machine: Sequence[tuple[str, str]], seconds: float, *, has_plot: bool
) -> Iterator[str]:
    yield _INTRODUCTION
    yield from _markdown_table(("", ""), machine)
    yield f"The whole run took {seconds / 60:.0f} minutes.\n"
    yield "## What does not hold\n"
    yield from _what_does_not_hold([finding for _, finding in findings])
    for part in Part:
        of_part = [(row, finding) for row, finding in findings if row.part is part]
        if of_part:
            yield f"## {part.value}\n"
            yield from _part(of_part)
    if has_plot:
        yield f"![Seconds and memory by number of images, seconds of an epoch by what is thawed]({PLOT})\n"


def _what_does_not_hold(findings: Sequence[Finding]) -> Iterator[str]:
    broken = [one for one in findings if not one.holds]
    for one in broken:
        yield "- " + one.as_text().replace("\n   ", "")
    unknown = [one for one in findings if isinstance(one, Unmeasured) and not one.fault]
    for one in unknown:
        yield "- " + one.as_text()
    yield "" if broken or unknown else "Every bound holds.\n"


def _part(findings: Sequence[tuple[Row, Finding]]) -> Iterator[str]:
    judged = [(row, one) for row, one in findings if not isinstance(one, Table)]
    if judged:
        columns = ("what", "ratio", "bound", "", "measured", "against", "how", "row")
        yield from _markdown_table(columns, [_line(row, one) for row, one in judged])
    for _, one in findings:
        if isinstance(one, Table):
            yield f"### {one.title}\n\n{one.note}\n"
            yield from _markdown_table(one.columns, [tuple(map(cell_text, line)) for line in one.lines])


def _line(row: Row, finding: Outcome | Unmeasured | Table) -> tuple[str, ...]:
    if isinstance(finding, Outcome):
        verdict = finding.verdict if finding.holds else f"**{finding.verdict}**"
        amounts = finding.ours.as_text(), finding.reference.as_text()
        return (
            *(finding.title, finding.ratio_in_words, finding.bound_in_words, verdict),
            *(*amounts, finding.note, f"`{row.name}`"),
        )
    reason = finding.reason if isinstance(finding, Unmeasured) else ""
    return finding.title, "", "", "**not measured**", "", "", reason, f"`{row.name}`"


def _markdown_table(columns: Sequence[str], lines: Sequence[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(columns) + " |"
    yield "| " + " | ".join("---" for _ in columns) + " |"
    for line in lines:
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in line) + " |"
    yield ""
