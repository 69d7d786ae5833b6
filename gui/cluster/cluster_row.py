"""What the Train page has of a cluster: the button that opens the dialog, and the store that is trained from.

It is seen once there is an address. The store is that of the folder as it was: it is let go when the folder is read
anew, since pictures may have come, gone or changed their class.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.training.specification import TrainingSpecification
from gui.cluster.cluster_address import ClusterAddress
from gui.language.translate import tr
from gui.session import Session
from gui.training.named_button import named_button
from gui.window.elided_label import ElidedLabel
from gui.window.theme import SMALL


class ClusterRow(QWidget):
    """A button, and below it the store in use with a way to let it go."""

    extraction_wanted = Signal()

    def __init__(self, *, address: ClusterAddress | None, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._store: Path | None = None
        self._extract = named_button("extract_on_cluster", tr("Extract on the cluster…"), "export")
        self._from = ElidedLabel(quiet=True)
        self._from.setObjectName("store_in_use")
        self._forget = named_button("compute_here", tr("Compute here"))
        self._forget.setToolTip(tr("Take the features of this computer again, and not those of the store"))
        self._lay_out()
        self._extract.clicked.connect(self.extraction_wanted)
        self._forget.clicked.connect(self.forget)
        for news in (session.folder_opened, session.folder_scanned):
            news.connect(self.forget)
        if address is not None:
            address.changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(SMALL)
        line.addWidget(self._from, 1)
        line.addWidget(self._forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._extract)
        column.addLayout(line)

    @property
    def address(self) -> str:
        """The cluster's address, '' where there is none."""
        return "" if self._address is None else self._address.text

    def train_from(self, store: Path) -> None:
        """Let the next trainings take their features from `store`."""
        self._store = store
        self._show()

    def forget(self, *_news: object) -> None:
        """Take the features of this computer again."""
        self._store = None
        self._show()

    def fill(self, specification: TrainingSpecification) -> TrainingSpecification:
        """Return the specification with the store that is in use, where it can be trained from one."""
        if self._store is None or specification.fresh_views or not specification.feature_store:
            return specification
        return dataclasses.replace(specification, store=self._store)

    def allow(self, why_not: str) -> None:
        """Enable the button unless there is a reason, which its tool tip says then."""
        self._extract.setEnabled(not why_not)
        self._extract.setToolTip(
            why_not or tr("Compute the features of many pictures on the machines of a Ray cluster, into a store")
        )

    def _show(self) -> None:
        self.setVisible(bool(self.address) or self._store is not None)
        self._from.setText("" if self._store is None else tr("Features from {store}", store=self._store))
        self._from.setVisible(self._store is not None)
        self._forget.setVisible(self._store is not None)
