"""Run the benchmarks: `python -m benchmarks [ROW ...]`, or `make bench`. Exit status 1 when a bound does not hold."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.catalogue import ROWS, Row
from benchmarks.findings import Finding
from benchmarks.machine import describe_machine
from benchmarks.results import write_results
from benchmarks.runner import run_rows
from benchmarks.sizes import FULL, TINY
from benchmarks.workbench import Workbench


def main(argv: Sequence[str] | None = None) -> int:
    """Measure one row after another, and print each finding as soon as it is known."""
    arguments = _parser().parse_args(argv)
    rows = [row for row in ROWS if not arguments.rows or row.name in arguments.rows]
    sizes = TINY if arguments.tiny else replace(FULL, naive_epochs=arguments.naive_epochs)
    started = time.monotonic()
    findings: list[tuple[Row, Finding]] = []
    with tempfile.TemporaryDirectory(prefix="frostline-bench-") as place:
        for row, finding in run_rows(rows, Workbench(place=Path(place), sizes=sizes)):
            print(_as_json(row, finding) if arguments.json else finding.as_text(), flush=True)
            findings.append((row, finding))
    folder = arguments.out or (Path(__file__).parent if rows == list(ROWS) and not arguments.tiny else None)
    if folder is not None:
        write_results(folder, findings, describe_machine(), time.monotonic() - started)
    return 0 if all(finding.holds for _, finding in findings) else 1


def _as_json(row: Row, finding: Finding) -> str:
    return json.dumps({"row": row.name, **finding.as_fields()})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="What the README promises, as ratios.")
    names = [row.name for row in ROWS]
    parser.add_argument(
        "rows", nargs="*", metavar="ROW", type=_one_of(names), help=f"which to measure (all): {', '.join(names)}"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument(
        "--tiny", action="store_true", help="tiny pictures and sizes: shows that it works, not how fast"
    )
    parser.add_argument(
        "--naive-epochs",
        type=int,
        default=FULL.naive_epochs,
        metavar="N",
        help=f"epochs of the naive fit to measure of {FULL.epochs}; the rest is counted at their mean",
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="folder for RESULTS.md; by default written by a whole run, beside this"
    )
    return parser


def _one_of(names: Sequence[str]) -> Callable[[str], str]:
    def row(name: str) -> str:
        if name not in names:
            raise argparse.ArgumentTypeError(f"there is no row '{name}': choose from {', '.join(names)}")
        return name

    return row


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
