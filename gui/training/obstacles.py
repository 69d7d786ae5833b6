"""Why a training can't start yet, in a sentence; plain functions, so that the page only shows them."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path

from core.messages import FolderScan
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, frost_line
from core.training.run_record import RunRecord
from gui.language.core_sentences import said_by_core
from gui.language.translate import tr

NO_RUN = tr("Choose a run in the table first.")

#: Characters that a folder's name can't have on one of the three platforms.
_FORBIDDEN_IN_NAMES = '<>:"/\\|?*'


def why_not_start(*, folder: Path | None, scan: FolderScan | None, weights: str, run_name: str) -> str:
    """Return what is in the way of a start, or '' when nothing is.

    weights: as in `TrainingSpecification`; '' while a file is still to be chosen. run_name: '' for the usual one.
    """
    if folder is None:
        return tr("Choose a folder of pictures on the Data page first.")
    if scan is None:
        return tr("The folder is still being checked.")
    if scan.obstacles:
        return said_by_core(scan.obstacles[0])
    if not weights:
        return tr("Choose a weights file, or other weights.")
    return why_not_run_name(run_name)


def why_not_run_name(name: str) -> str:
    """Return what is wrong with the name of a run, or '' when it can be a folder's name."""
    bad = next((one for one in name if one in _FORBIDDEN_IN_NAMES or ord(one) < 32), "")
    if bad:
        if not bad.isprintable():
            return tr("The name of the run can't have a line break in it.")
        return tr("The name of the run can't have {bad} in it.", bad=bad)
    if name.strip(". ") == "" and name:
        return tr("The name of the run needs a letter or a digit.")
    return ""


def default_run_name(folder: Path, moment: str) -> str:
    """Return the name of a run of `folder` begun at `moment` ("2026-01-31 17.05.09")."""
    return f"{folder.name or 'pictures'} {moment}"


def new_run_folder(runs: Path, folder: Path, moment: str) -> Path:
    """Return where a run of `folder` goes that begins at `moment` and was given no name: to where none is yet.

    A moment comes again when the clock is set back, as in autumn, and when two windows train at once.
    """
    name = default_run_name(folder, moment)
    names = chain([name], (f"{name} ({number})" for number in count(2)))
    return next(runs / one for one in names if not (runs / one).exists())


def why_not_search(*, folder: Path | None, scan: FolderScan | None, weights: str, busy: bool) -> str:
    """Return what is in the way of a search for a learning rate, or '' when nothing is."""
    if busy:
        return tr("A training is under way.")
    return why_not_start(folder=folder, scan=scan, weights=weights, run_name="")


def why_not_extract(network: NetworkDescription | None, plan: FreezePlan) -> str:
    """Return why there is nothing that a cluster could compute ahead, or '' when there is."""
    if network is None:
        return tr("Keras is being loaded; the network follows in a moment.")
    if frost_line(plan, network) == network.cut_points[0]:
        return tr("Nothing is frozen at the bottom of the network, so nothing can be computed ahead.")
    return ""


def why_not_go_on(*, run: Path | None, record: RunRecord | None, busy: bool) -> str:
    """Return why a run can't be trained further or compared, or '' when it can. record: None while it has no model."""
    if busy:
        return tr("A training is under way.")
    if run is None:
        return NO_RUN
    if record is None:
        return tr("There is no model in this run to go on from.")
    if record.state == "running" or not record.history:
        return tr("The training of this run is not over.")
    return ""


def why_not_compare(record: RunRecord | None) -> str:
    """Return why there is nothing to compare a run with, or '' when there is."""
    if record is not None and (record.specification.weights, record.specification.thaw) == ("random", "all"):
        return tr("This run was trained from scratch itself.")
    return ""
