"""What the table of runs says of a run, cell by cell. Plain functions over a `RunSummary`."""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QDateTime, QLocale

from core.network.backbones import DEFAULT
from gui.language.translate import tr
from gui.training.progress_words import duration_in_words
from gui.training.result_words import accuracy_in_words
from gui.training.run_list import RunSummary

#: Parts of a plan, and letters of a tool tip's notes, that are said before the rest is left out.
_MOST_PARTS = 1
_MOST_LETTERS = 600
#: Said of nearly every graphics card, and so of none.
_COMMON_VENDOR = "NVIDIA "


class Column(IntEnum):
    """The columns of the table; the ticks, which are no words, come last here and are shown first."""

    NAME = 0
    PLAN = 1
    EPOCHS = 2
    ACCURACY = 3
    TIME = 4
    DEVICE = 5
    DATE = 6
    COMPARE = 7


_TITLES = {
    Column.COMPARE: "",
    Column.NAME: tr("Run"),
    Column.PLAN: tr("Thawed"),
    Column.EPOCHS: tr("Best epoch"),
    Column.ACCURACY: tr("Validation"),
    Column.TIME: tr("Time"),
    Column.DEVICE: tr("Device"),
    Column.DATE: tr("Date"),
}
_TIPS = {
    Column.COMPARE: tr("Tick runs to lay their curves over each other"),
    Column.ACCURACY: tr("Accuracy on the pictures held out, at the best epoch"),
    Column.TIME: tr("From the ready worker to the saved model"),
}


def column_title(column: Column) -> str:
    """Return the words over a column."""
    return _TITLES[column]


def column_tip(column: Column) -> str | None:
    """Return what explains a column, if anything need be explained."""
    return _TIPS.get(column)


def is_number(column: Column) -> bool:
    """Return whether a column holds numbers, which stand to the right."""
    return column in (Column.EPOCHS, Column.ACCURACY, Column.TIME)


def cell(run: RunSummary, column: Column) -> str:
    """Return what a cell says."""
    always = {
        Column.COMPARE: "",
        Column.NAME: run.folder.name,
        Column.PLAN: _plan_in_words(run),
        Column.DEVICE: run.device.removeprefix(_COMMON_VENDOR),
        Column.DATE: QLocale().toString(_as_qt(run.created).date(), QLocale.FormatType.ShortFormat),
    }
    if column in always:
        return always[column]
    if run.broken_off and column is Column.EPOCHS:
        return tr("broken off")
    if run.damage:
        return tr("damaged") if column is Column.EPOCHS else ""
    if not run.has_model:
        return {Column.EPOCHS: tr("no model yet") if run.in_training else tr("no model")}.get(column, "")
    if column is Column.EPOCHS:
        return tr("{best_epoch} of {epochs}", best_epoch=run.best_epoch, epochs=run.epochs)
    return accuracy_in_words(run.val_accuracy) if column is Column.ACCURACY else duration_in_words(run.seconds)


def tool_tip(run: RunSummary, column: Column) -> str:
    """Return what a cell leaves out: the whole plan, the hour, or the folder with the notes of the run."""
    if column is Column.PLAN:
        return tr("{backbone}, thawed: {replace}", backbone=run.backbone, replace=run.plan.replace(",", ", "))
    if column is Column.DATE:
        return QLocale().toString(_as_qt(run.created), QLocale.FormatType.LongFormat)
    if column is Column.DEVICE:
        return run.device
    if run.damage:
        return run.damage
    notes = run.notes.strip()
    if len(notes) > _MOST_LETTERS:
        notes = notes[:_MOST_LETTERS] + " …"
    return f"{run.folder}\n\n{notes}" if notes else str(run.folder)


def sort_key(run: RunSummary, column: Column) -> Any:
    """Return that by which a column is sorted."""
    return {
        Column.NAME: run.folder.name.casefold(),
        Column.PLAN: f"{run.plan} {run.backbone}",
        Column.EPOCHS: run.epochs,
        Column.ACCURACY: -1.0 if run.val_accuracy is None else run.val_accuracy,
        Column.TIME: run.seconds,
        Column.DEVICE: run.device,
        Column.DATE: run.created.timestamp(),
    }[column]


def _plan_in_words(run: RunSummary) -> str:
    """Return what learned, and of which network where it is not the usual one."""
    parts = run.plan.split(",")
    more = len(parts) - _MOST_PARTS
    plan = ", ".join(parts[:_MOST_PARTS]) + (f" + {more}" if more > 0 else "")
    return plan if run.backbone == DEFAULT.name else f"{plan}, {run.backbone}"


def _as_qt(moment: datetime) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(round(moment.timestamp() * 1000.0))
