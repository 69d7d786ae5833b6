"""Run rows one after another. Whatever breaks in one is a finding, so that the others are measured all the same."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence

from benchmarks.catalogue import Row
from benchmarks.findings import Finding, Unmeasured
from benchmarks.own_process import SideFailed
from benchmarks.workbench import Workbench


def run_rows(rows: Sequence[Row], bench: Workbench) -> Iterator[tuple[Row, Finding]]:
    """Yield each finding as soon as it is there."""
    for row in rows:
        try:
            for finding in row.measure(bench):
                yield row, finding
        except (SideFailed, subprocess.SubprocessError, OSError, RuntimeError, ValueError, LookupError) as error:
            yield row, Unmeasured(row.name, f"{type(error).__name__}: {error}", fault=True)
