"""Tells the session of those settings that other pages need, once nobody is typing any more."""

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

    def _tell(self) -> None:
        values: dict[str, Any] = self._form.values()
        shared = {name: values[name] for name in _SHARED}
        if not _are_there(shared["weights"]):
            shared["weights"] = self._session.settings.weights
        self._session.set_settings(SharedSettings(**shared))


def _are_there(weights: str) -> bool:
    return weights in (IMAGENET, RANDOM) or Path(weights).is_file()
