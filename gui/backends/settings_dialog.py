"""The settings of the whole program: the backend, what each backend sees of this machine, and what the desktop is told.

The answers are asked for when the dialog is first shown and kept while it lives; *Look again* asks anew.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.errors import Failure
from core.messages import BackendDescribed, BackendsDescribed, DescribeBackends, Event
from gui.backends.backend_card import BackendCard
from gui.backends.backend_switch import BackendSwitch
from gui.backends.backend_words import BACKENDS, backend_title
from gui.cluster.cluster_address import ClusterAddress, ClusterField
from gui.desktop.choices import DesktopChoices
from gui.language.translate import tr
from gui.window.message_bar import Level, MessageBar
from gui.window.quiet_label import QuietLabel
from gui.window.theme import HEADING_SCALE, LARGE, MEDIUM, SMALL, scaled_font
from gui.worker.job import Job
from gui.worker.workers import Workers

_WHAT = tr(
    "The framework that Keras computes with. A run made with one opens, predicts and goes on with another; "
    "features are computed once for each."
)
_AWAKE_TIP = tr(
    "Also while a model is evaluated or exported. The screen may turn off; a lid that is closed still suspends."
)
_NOTIFIES_TIP = tr("After more than ten seconds, while you use another program.")


class SettingsDialog(QDialog):
    """A card for each backend, whose change a button makes that says what it does; the desktop, and the cluster."""

    def __init__(
        self,
        *,
        workers: Workers,
        switch: BackendSwitch,
        desktop: DesktopChoices,
        cluster: ClusterAddress,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings_dialog")
        self.setWindowTitle(tr("Settings"))
        self._workers = workers
        self._switch = switch
        self._desktop = desktop
        self._cluster = ClusterField(address=cluster)
        self._job: Job | None = None
        self._answered = False
        self._cards = {name: BackendCard(name) for name in BACKENDS}
        self._group = QButtonGroup(self)
        self._message = MessageBar()
        self._sentence = QuietLabel()
        self._notifies = QCheckBox(tr("&Notify me when long work ends"))
        self._awake = QCheckBox(tr("&Keep the computer awake while training"))
        self._scroll = QScrollArea()
        self._again = QPushButton(tr("Look &again"))
        self._use = QPushButton(tr("&Use"))
        self._close = QPushButton(tr("&Close"))
        self._build()
        self._lay_out()
        self._connect()

    # ------------------------------------------------------------------ asking

    @property
    def asking(self) -> bool:
        """Whether answers are still on their way."""
        return self._job is not None

    def look_again(self) -> None:
        """Ask every backend anew."""
        if self._job is not None:
            return
        self._message.dismiss()
        for card in self._cards.values():
            card.show_asking()
        job = self._job = self._workers.submit(DescribeBackends(), parent=self)
        job.reported.connect(self._on_job_reported)
        job.finished.connect(self._on_job_finished)
        job.failed.connect(self._on_job_failed)
        job.ended.connect(self._on_job_ended)
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._cards[self._switch.current].button.setChecked(True)
        if not self._answered:
            self.look_again()
        self._show_state()

    def _on_job_reported(self, event: Event) -> None:
        if isinstance(event, BackendDescribed):
            self._cards[event.backend.backend].show_description(event.backend)

    def _on_job_finished(self, described: BackendsDescribed) -> None:
        self._answered = True
        for description in described.backends:
            self._cards[description.backend].show_description(description)

    def _on_job_failed(self, failure: Failure) -> None:
        self._message.show_message(Level.ERROR, failure.message, failure.hint)

    def _on_job_ended(self) -> None:
        self._job = None
        self._show_state()

    # ------------------------------------------------------------------ choosing

    @property
    def chosen(self) -> str:
        """The backend whose card is chosen."""
        return next((name for name, card in self._cards.items() if card.button.isChecked()), self._switch.current)

    def _on_use_clicked(self) -> None:
        refusal = self._switch.switch_to(self.chosen)
        if refusal:
            self._message.show_message(Level.WARNING, refusal)
            return
        self.accept()

    def _show_state(self) -> None:
        current, chosen, obstacle = self._switch.current, self.chosen, self._switch.obstacle
        for name, card in self._cards.items():
            card.show_in_use(name == current)
        description = self._cards[chosen].description
        able = chosen != current and description is not None and bool(description.devices) and not obstacle
        self._use.setText(tr("&Use {backend_title}", backend_title=backend_title(chosen)))
        self._use.setEnabled(able)
        self._use.setDefault(able)
        self._again.setEnabled(not self.asking)
        self._sentence.setText(obstacle or (self._switch.sentence(chosen) if chosen != current else ""))

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        for name, button in (("look_again", self._again), ("use_backend", self._use), ("close_settings", self._close)):
            button.setObjectName(name)
            button.setAutoDefault(False)
        for box, name, tip in (
            (self._notifies, "notify_when_done", _NOTIFIES_TIP),
            (self._awake, "keep_awake", _AWAKE_TIP),
        ):
            box.setObjectName(name)
            box.setToolTip(tip)
            box.setAccessibleDescription(tip)
        self._notifies.setChecked(self._desktop.notifies)
        self._awake.setChecked(self._desktop.keeps_awake)
        self._sentence.setObjectName("backend_sentence")
        # Room for two lines, so that the dialog does not grow under the pointer.
        self._sentence.setMinimumHeight(2 * self._sentence.fontMetrics().lineSpacing())
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Screens that are twice as dense are often half as high: there the settings are scrolled.
        self._scroll.setObjectName("settings")
        self._scroll.setAccessibleName(tr("Settings"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.resize(QSize(620, 600).boundedTo(self.screen().availableSize() * 0.9))

    def _lay_out(self) -> None:
        titles = [QLabel(words) for words in (tr("Backend"), tr("While you do something else"), tr("Other machines"))]
        for title in titles:
            title.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        scrolled = QWidget()
        column = QVBoxLayout(scrolled)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(MEDIUM)
        for widget in (titles[0], QuietLabel(_WHAT), self._message, *self._cards.values(), self._sentence):
            column.addWidget(widget)
        for widget in (titles[1], self._notifies, self._awake, titles[2], self._cluster):
            column.addWidget(widget)
        column.addStretch(1)
        self._scroll.setWidget(scrolled)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(LARGE, SMALL, LARGE, LARGE)
        buttons.setSpacing(SMALL)
        buttons.addWidget(self._again)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._use)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(self._scroll, 1)
        around.addLayout(buttons)

    def _connect(self) -> None:
        for card in self._cards.values():
            self._group.addButton(card.button)
            card.chosen.connect(lambda _backend: self._show_state())
        self._notifies.toggled.connect(self._desktop.set_notifies)
        self._awake.toggled.connect(self._desktop.set_keeps_awake)
        self._again.clicked.connect(self.look_again)
        self._use.clicked.connect(self._on_use_clicked)
        self._close.clicked.connect(self.close)
        self._switch.switched.connect(lambda _backend: self._show_state())
        for bridge in (self._workers.trainer, self._workers.viewer):
            bridge.activity_changed.connect(self._show_state)
