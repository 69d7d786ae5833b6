"""The few shapes of SVG that a plot needs, as text. What they mean is the plot's concern."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

_INK, _QUIET, _GRID, _PAPER = "#1f2933", "#5b6770", "#d9dfe4", "#ffffff"


def document(width: float, height: float, shapes: Sequence[str], title: str) -> str:
    """Return a whole picture on white paper, so that it can be read on a dark page as well."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}"'
        f' height="{height:g}" font-family="sans-serif" font-size="12" role="img">\n'
        f"<title>{escape(title)}</title>\n"
        f'<rect width="100%" height="100%" fill="{_PAPER}"/>\n' + "\n".join(shapes) + "\n</svg>\n"
    )


def words(x: float, y: float, text: str, *, anchor: str = "start", strong: bool = False, quiet: bool = False) -> str:
    """Return a line of text whose `anchor` (start, middle, end) is at x, on the base line y."""
    weight = ' font-weight="bold"' if strong else ""
    colour = _QUIET if quiet else _INK
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}"{weight}>{escape(text)}</text>'


def rule(x1: float, y1: float, x2: float, y2: float) -> str:
    """Return a thin line of the grid."""
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{_GRID}"/>'


def curve(points: Sequence[tuple[float, float]], colour: str, dashes: str) -> str:
    """Return a line through points, with a dot at each; dashes: '' for none, or lengths as SVG takes them."""
    through = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    pattern = f' stroke-dasharray="{dashes}"' if dashes else ""
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in points)
    return f'<polyline points="{through}" fill="none" stroke="{colour}" stroke-width="2"{pattern}/>{dots}'


def bar(x: float, y: float, width: float, height: float, colour: str) -> str:
    """Return a filled rectangle."""
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="2" fill="{colour}"/>'
