"""Run the benchmarks: `python -m benchmarks [--json]`. Exit status 1 when a bound does not hold."""

from __future__ import annotations

import argparse
import itertools
import sys

from benchmarks import first_paint, layer_map_redraw, training_speed

BENCHMARKS = (
    first_paint.measure,
    layer_map_redraw.measure_on_small_screen,
    layer_map_redraw.measure_on_large_screen,
)


def main() -> int:
    """Measure one after the other, and print each outcome as soon as it is known."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="What the README promises, as ratios.")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    as_json = parser.parse_args().json
    all_hold = True
    for outcome in itertools.chain((measure() for measure in BENCHMARKS), training_speed.measure_all()):
        print(outcome.as_json() if as_json else outcome.as_text(), flush=True)
        all_hold = all_hold and outcome.holds
    return 0 if all_hold else 1


if __name__ == "__main__":
    sys.exit(main())
