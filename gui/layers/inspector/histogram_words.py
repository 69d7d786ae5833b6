"""What a weight histogram says in numbers and words: the spread, and the few numbers of its axis. Plain functions."""

from __future__ import annotations

import math
from collections.abc import Sequence

from core.messages import WeightHistogram
from gui.language.translate import local_number, tr

_MINUS = "\N{MINUS SIGN}"
_SUPERSCRIPTS = str.maketrans("-0123456789", "\N{SUPERSCRIPT MINUS}⁰¹²³⁴⁵⁶⁷⁸⁹")
#: Steps between the numbers of an axis, times a power of ten.
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def number_in_words(value: float, digits: int = 3) -> str:
    """Return a number at `digits` significant digits, as books print it: '1.2 × 10⁻⁵'."""
    if not math.isfinite(value):
        return str(value)
    mantissa, _, exponent = f"{value:.{digits}g}".partition("e")
    if exponent:
        mantissa = f"{mantissa} × 10{str(int(exponent)).translate(_SUPERSCRIPTS)}"
    return local_number(mantissa.replace("-", _MINUS))


def shape_of_weight(histogram: WeightHistogram) -> str:
    """Return the shape of a weight: '3 × 3 × 64 × 64'."""
    return " × ".join(str(size) for size in histogram.shape)


def spread_in_words(histogram: WeightHistogram) -> str:
    """Return how the values of a weight are spread, in a sentence or two."""
    count = sum(histogram.counts)
    if count == 1:
        return tr("Its one value is {number}.", number=number_in_words(histogram.mean))
    low, high = range_of(histogram)
    if low == high:
        return tr("All {count:,} values are {number}.", count=count, number=number_in_words(low))
    return tr(
        "{count:,} values from {number} to {number_2}. "
        "Mean {number_3} (line), standard deviation {number_4} "
        "(shaded on both sides of it).",
        count=count,
        number=number_in_words(low),
        number_2=number_in_words(high),
        number_3=number_in_words(histogram.mean),
        number_4=number_in_words(histogram.deviation),
    )


def range_of(histogram: WeightHistogram) -> tuple[float, float]:
    """Return the smallest and the largest value; the same twice where all are alike, whatever the edges."""
    if histogram.deviation == 0.0:
        return histogram.mean, histogram.mean
    return histogram.edges[0], histogram.edges[-1]


def axis_numbers(low: float, high: float, most: int = 4) -> tuple[float, ...]:
    """Return round numbers between `low` and `high`, both included, at equal distances: at most `most`, at least one.

    high must be larger than low.
    """
    rough = (high - low) / max(1, most)
    power = 10.0 ** math.floor(math.log10(rough))
    for step in (*(one * power for one in _STEPS), *(one * power * 10 for one in _STEPS)):
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        if 1 <= last - first + 1 <= most:
            return tuple(number * step for number in range(first, last + 1))
    return (low,)


def axis_texts(numbers: Sequence[float]) -> tuple[str, ...]:
    """Return the numbers of an axis, none with more digits than it takes to tell them apart."""
    for digits in range(1, 7):
        texts = tuple(number_in_words(number, digits) for number in numbers)
        if all(math.isclose(float(f"{number:.{digits}g}"), number, rel_tol=1e-9) for number in numbers):
            return texts
    return texts


def bin_in_words(histogram: WeightHistogram, number: int) -> str:
    """Return what one bar stands for: '1,203 values from 0.018 to 0.02'."""
    count = histogram.counts[number]
    low, high = histogram.edges[number], histogram.edges[number + 1]
    values = tr("1 value") if count == 1 else tr("{count:,} values", count=count)
    return tr(
        "{values} from {number} to {number_2}",
        values=values,
        number=number_in_words(low),
        number_2=number_in_words(high),
    )
