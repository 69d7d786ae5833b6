"""Commands that stand in no menu: use a run that is on the disk, go to a stage, a block or a layer by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.network.description import NetworkDescription
from gui.commands.command import Command
from gui.language.translate import local_number, tr
from gui.session import Session
from gui.training.run_list import RunListReader, RunSummary
from gui.window.icons import themed_icon


class RunsToUse(QObject):
    """Lists the runs as they were last read, and reads them anew each time they are asked for."""

    changed = Signal()

    def __init__(self, *, session: Session, use: Callable[[Path], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._use = use
        self._runs: tuple[RunSummary, ...] = ()
        self._reader = RunListReader(runs_folder=session.runs_folder, parent=self)
        self._reader.runs_read.connect(self._on_runs_read)
        session.runs_folder_changed.connect(self._reader.change_folder)

    def commands(self) -> Iterator[Command]:
        """Give a command for each run that has a model; what is on the disk now follows with `changed`."""
        self._reader.read()
        icon = themed_icon("train")
        for run in self._runs:
            if run.has_model:
                accuracy = (
                    "" if run.val_accuracy is None else local_number(f"{run.val_accuracy:.1%}".replace("%", " %"))
                )
                yield Command(
                    title=tr("Use the run {name}", name=run.folder.name),
                    where=" · ".join(filter(None, (tr("Runs"), accuracy))),
                    carry_out=partial(self._use, run.folder),
                    icon=icon,
                    also=run.plan,
                )

    def _on_runs_read(self, runs: tuple[RunSummary, ...]) -> None:
        if runs != self._runs:
            self._runs = runs
            self.changed.emit()


def layers_to_reveal(network: NetworkDescription | None, reveal: Callable[[str], object]) -> Iterator[Command]:
    """Give a command for each stage, block and layer of the network, from the head down; none before it is known."""
    if network is None:
        return
    icon = themed_icon("layers")
    kinds = {layer.block: tr("Block") for layer in network.layers if layer.block}
    kinds |= {layer.stage: tr("Stage") for layer in network.layers if layer.block}
    for layer in reversed(network.layers):
        for name in (layer.stage, layer.block, layer.name):
            kind = kinds.pop(name, "") if name != layer.name else layer.kind
            if kind:
                yield Command(
                    tr("Go to {name}", name=name), tr("Layers · {kind}", kind=kind), partial(reveal, name), icon=icon
                )
