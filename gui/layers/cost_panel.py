"""The panel that says what a plan costs before anyone trains, and beside the estimate what it cost the last time.

It listens to whatever the cost depends on (plan, folder, the machine's speed, finished runs) and says it in the words
of `gui.layers.cost_words`.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from core.network.plan_cost import PlanCost, epoch_seconds, extraction_seconds, plan_cost
from gui.language.translate import tr
from gui.layers import cost_words
from gui.layers.machine_speed import MachineSpeed
from gui.layers.plan_times import PlanTimes
from gui.layers.plan_words import frost_line_in_words
from gui.layers.speed_state import SpeedState
from gui.layers.work_bar import WorkBar
from gui.layers.workload import Workload, workload_of
from gui.session import Session
from gui.window.icons import themed_icon
from gui.window.quiet_label import QuietLabel
from gui.window.theme import HEADING_SCALE, MEDIUM, SMALL, SMALL_SCALE, TIGHT, scaled_font

_NOT_KNOWN = "–"


class CostPanel(QWidget):
    """The work, the time and the disk space of the session's plan."""

    def __init__(
        self, *, session: Session, speed: MachineSpeed, times: PlanTimes, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._speed = speed
        self._times = times
        self._bar = WorkBar()
        self._work = QLabel(wordWrap=True)
        self._epoch = _value("epoch_estimate")
        self._measured = _value("epoch_measured")
        self._extraction = _value("extraction_estimate")
        self._store = _value("store_size")
        self._basis = QuietLabel(scale=SMALL_SCALE)
        self._again = QToolButton()
        self._frost_line = QuietLabel(scale=SMALL_SCALE)
        self._build()
        self._lay_out()
        self._connect()
        self._show()

    def _build(self) -> None:
        self._work.setObjectName("epoch_work")
        self._work.setToolTip(
            tr(
                "Multiplications with additions: forwards through what is not stored, and backwards through "
                "what learns. Instead of: the same when every image is computed from its pixels in every epoch."
            )
        )
        self._frost_line.setObjectName("frost_line")
        self._basis.setObjectName("cost_basis")
        self._again.setObjectName("measure_again")
        self._again.setIcon(themed_icon("rescan"))
        self._again.setAutoRaise(True)
        self._again.setAccessibleName(tr("Measure this machine again"))
        self._again.setToolTip(tr("Measure this machine again: a few seconds"))

    def _lay_out(self) -> None:
        heading = QLabel(tr("Cost of an epoch"))
        heading.setFont(scaled_font(heading.font(), HEADING_SCALE, strong=True))
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(self._again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addWidget(self._work)
        column.addWidget(self._frost_line)
        column.addLayout(self._figures())
        column.addWidget(self._basis)

    def _figures(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(MEDIUM)
        grid.setVerticalSpacing(TIGHT)
        grid.setColumnStretch(1, 1)
        rows = (
            (tr("Time"), self._epoch, tr("An estimate for one epoch with its validation, the features being stored.")),
            (tr("Measured"), self._measured, tr("A typical epoch of the run in which these layers were trained last.")),
            (tr("Features"), self._extraction, tr("Computing what lies below the frost line; later runs reuse it.")),
            (tr("On disk"), self._store, tr("What the features take in the feature store.")),
        )
        for row, (caption, value, explanation) in enumerate(rows):
            name = QuietLabel(caption)
            name.setWordWrap(False)
            name.setToolTip(explanation)
            value.setAccessibleDescription(f"{caption}. {explanation}")
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1)
        return grid

    def _connect(self) -> None:
        for signal in (
            self._session.network_described,
            self._session.plan_changed,
            self._session.folder_opened,
            self._session.folder_scanned,
            self._session.settings_changed,
            self._speed.changed,
            self._times.times_changed,
        ):
            signal.connect(self._show)
        self._again.clicked.connect(self._speed.measure_again)

    # ------------------------------------------------------------------ what is shown

    def _show(self, *_news: object) -> None:
        network, plan = self._session.network, self._session.plan
        if network is None:
            return
        workload = workload_of(self._session.scan, self._session.settings)
        cost = plan_cost(network, plan, workload.training, held_out=workload.held_out)
        self._bar.show_share(cost_words.computed_share(cost))
        work = cost_words.work_in_words(cost)
        self._work.setText(
            tr("{upper}{work} multiply\N{NON-BREAKING HYPHEN}adds", upper=work[0].upper(), work=work[1:])
        )
        self._frost_line.setText(frost_line_in_words(plan, network))
        self._store.setText(cost_words.store_in_words(cost, workload) or tr("none: nothing to keep"))
        self._show_basis(workload)
        self._show_estimates(cost, workload)
        self._show_measured(workload)

    def _show_estimates(self, cost: PlanCost, workload: Workload) -> None:
        calibration = self._speed.calibration
        if calibration is None:
            self._epoch.setText(_NOT_KNOWN)
            self._extraction.setText(_NOT_KNOWN)
            return
        epoch = epoch_seconds(cost, calibration, workload.batches, held_out_batches=workload.held_out_batches)
        self._epoch.setText(cost_words.estimate_in_words(epoch))
        once = cost_words.estimate_in_words(extraction_seconds(cost, calibration))
        self._extraction.setText(tr("{once}, once", once=once) if cost.store_bytes else _NOT_KNOWN)

    def _show_measured(self, workload: Workload) -> None:
        network = self._session.network
        measured = None if network is None else self._times.last(self._session.plan, network)
        if measured is None:
            self._measured.setText(tr("not trained yet"))
            self._measured.setToolTip("")
            return
        self._measured.setText(cost_words.measured_in_words(measured, workload))
        self._measured.setToolTip(cost_words.measured_tip(measured))

    def _show_basis(self, workload: Workload) -> None:
        speed = self._speed
        self._again.setEnabled(speed.state in (SpeedState.KNOWN, SpeedState.FAILED, SpeedState.UNKNOWN))
        machine = cost_words.machine_in_words(speed.state, speed.machine, speed.failure)
        self._basis.setText(f"{cost_words.basis_in_words(workload)} {machine}")


def _value(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label
