"""Tells the session of those settings that other pages need, once nobody is typing any more.

What another page sets, the form shows.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from gui.session import Session
from gui.shared_settings import SharedSettings
from gui.training.settings_form import SettingsForm
from gui.training.weights_choice import IMAGENET, RANDOM

_SHARED = tuple(one.name for one in dataclasses.fields(SharedSettings))
#: What the Data page offers to turn on.
_SET_ELSEWHERE = "class_weights"
#: Whoever types a number or a path makes others on the way, for which nothing should be computed.
_QUIET_MILLISECONDS = 400


class SettingsTeller(QObject):
    """Between the form and the session. Weights that are not there are not told of: the ones before stay."""

    def __init__(self, *, form: SettingsForm, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._session = session
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MILLISECONDS)
        self._quiet.timeout.connect(self._tell)
        form.changed.connect(self._quiet.start)
        session.settings_changed.connect(self._on_session_settings_changed)
        self._on_session_settings_changed(session.settings)

    def _on_session_settings_changed(self, settings: SharedSettings) -> None:
        wished = getattr(settings, _SET_ELSEWHERE)
        if self._form.values()[_SET_ELSEWHERE] != wished and not self._quiet.isActive():
            self._form.show_values(**{_SET_ELSEWHERE: wished})

    def _tell(self) -> None:
        values: dict[str, Any] = self._form.values()
        shared = {name: values[name] for name in _SHARED if name in values}
        if not _are_there(shared["weights"]):
            shared["weights"] = self._session.settings.weights
        self._session.set_settings(dataclasses.replace(self._session.settings, **shared))


def _are_there(weights: str) -> bool:
    return weights in (IMAGENET, RANDOM) or Path(weights).is_file()
