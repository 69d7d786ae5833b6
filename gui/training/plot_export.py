"""A plot as a picture or as numbers, written whole. No dialogs: who asks for a file is `gui.training.plot_files`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPalette
from PySide6.QtSvg import QSvgGenerator

from core.spreadsheet_cells import text_cell
from core.whole_files import write_bytes, write_text
from gui.training.curve_legend import CurveLegend
from gui.training.curve_plot import CurvePlot
from gui.training.measures import Measure
from gui.training.run_curves import RunCurves, clock
from gui.window.theme import HEADING_SCALE, MEDIUM, scaled_font

#: Pixels of a PNG for each pixel on the screen.
_SHARPNESS = 2


def write_picture(plot: CurvePlot, *, title: str, legend: CurveLegend, file: Path) -> None:
    """Write a plot with its title and legend as SVG, or as PNG for any other suffix.

    Raises:
        OSError: the file can't be written.

    """
    # Into memory first: of a disk that is full Qt's writers of pictures say nothing.
    drawn = _as_svg(plot, title, legend) if file.suffix.lower() == ".svg" else _as_png(plot, title, legend)
    write_bytes(file, drawn)


def _as_png(plot: CurvePlot, title: str, legend: CurveLegend) -> bytes:
    size = _size(plot, legend)
    image = QImage(size * _SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPNESS)
    painter = QPainter(image)
    _paint(painter, plot, title, legend, size)
    painter.end()
    drawn = QBuffer()
    drawn.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(drawn, "PNG")  # type: ignore[call-overload]
    return bytes(drawn.data().data())


def _as_svg(plot: CurvePlot, title: str, legend: CurveLegend) -> bytes:
    size = _size(plot, legend)
    drawn = QBuffer()
    drawing = QSvgGenerator()
    drawing.setOutputDevice(drawn)
    drawing.setSize(size)
    drawing.setViewBox(QRect(0, 0, size.width(), size.height()))
    drawing.setTitle(title)
    painter = QPainter(drawing)
    _paint(painter, plot, title, legend, size)
    painter.end()
    return bytes(drawn.data().data())


def _size(plot: CurvePlot, legend: CurveLegend) -> QSize:
    shown: QSize = plot.viewport().size()
    return shown + QSize(0, _header_height(legend))


def _header_height(legend: CurveLegend) -> int:
    return legend.sizeHint().height() * (2 + len(legend.entries)) + MEDIUM


def _paint(painter: QPainter, plot: CurvePlot, title: str, legend: CurveLegend, size: QSize) -> None:
    """Paint the title, the legend with a row for each curve, and the plot below."""
    palette, line = plot.palette(), legend.sizeHint().height()
    plot.show_cursor(None)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRect(QPoint(0, 0), size), palette.color(QPalette.ColorRole.Base))
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.setFont(scaled_font(plot.font(), HEADING_SCALE, strong=True))
    painter.drawText(QRect(MEDIUM, MEDIUM, size.width() - 2 * MEDIUM, line), Qt.AlignmentFlag.AlignVCenter, title)
    painter.setFont(plot.font())
    for row, entry in enumerate(legend.entries):
        top = MEDIUM + line * (row + 1.5)
        legend.paint_entry(painter, entry, QPointF(MEDIUM, top), size.width() - 6 * MEDIUM)
    header = _header_height(legend)
    below = QRectF(0, header, size.width(), size.height() - header)
    plot.render(painter, below, plot.viewport().rect(), Qt.AspectRatioMode.KeepAspectRatio)


def write_values(runs: Iterable[RunCurves], measure: Measure, file: Path) -> None:
    """Write the values of a plot as CSV, as they were measured: a line for each epoch of each run.

    Raises:
        OSError: the file can't be written.

    """
    write_text(file, values_as_csv(runs, measure))


def values_as_csv(runs: Iterable[RunCurves], measure: Measure) -> str:
    """Return the values of `measure`: run, epoch, seconds since the run began, value, and that of validation."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    validated = [f"val_{measure.column}"] if measure.has_best else []
    writer.writerow(["run", "epoch", "seconds", measure.column, *validated])
    for run in runs:
        for epoch, seconds in zip(run.epochs, clock(run), strict=True):
            values = [measure.training(epoch), *([measure.validation(epoch)] if validated else [])]
            cells = ["" if value is None else value for value in values]
            writer.writerow([text_cell(run.name), epoch.epoch, round(seconds, 6), *cells])
    return text.getvalue()
