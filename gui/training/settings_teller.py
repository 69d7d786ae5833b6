"""Tells the session of those settings that other pages need, once nobody is typing any more.

What another page sets, and what stood in the form before, the form shows.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from gui.session import Session
from gui.shared_settings import FormContent, SharedSettings
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
        if session.form is not None:
            self._on_session_form_restored(session.form)
        form.changed.connect(self._on_form_changed)
        session.settings_changed.connect(self._on_session_settings_changed)
        session.form_restored.connect(self._on_session_form_restored)
        self._on_session_settings_changed(session.settings)

    def _on_form_changed(self) -> None:
        self._session.keep_form(FormContent(self._form.values(), self._form.run_name))
        self._quiet.start()

    def _on_session_form_restored(self, restored: FormContent) -> None:
        known = {name: value for name, value in restored.values.items() if name in self._form.fields}
        # Fresh views come first, since they hold the store down.
        for name in sorted(known, key=lambda name: name != "fresh_views"):
            self._form.show_values(**{name: known[name]})
        self._form.name_run(restored.run_name)

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
