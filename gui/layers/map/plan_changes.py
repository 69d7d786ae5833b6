"""The changes of the freeze plan that the map makes, each one entry in the plan's history.

No widgets: mouse, keyboard, menu and tests call the same functions.
"""

from __future__ import annotations

import dataclasses

from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, frost_line
from gui.language.translate import tr
from gui.layers.map.frost_rule import layers_above, neighbour, offered_cuts
from gui.layers.plan_history import PlanHistory
from gui.layers.plan_words import change_in_words
from gui.session import Session

_LINE_WORDS = tr("move the frost line")


class PlanChanges:
    """Changes the plan of a session whose network is known."""

    def __init__(self, *, session: Session, history: PlanHistory, network: NetworkDescription) -> None:
        self._session = session
        self._history = history
        self._network = network
        self._above = {cut: layers_above(cut, network) for cut in network.cut_points}
        self.cuts = offered_cuts(network)

    def thaw(self, names: frozenset[str]) -> None:
        """Thaw those of the named layers that can be thawed."""
        self._choose(self._session.plan.thawed | self._thawable(names))

    def freeze(self, names: frozenset[str]) -> None:
        """Freeze the named layers."""
        self._choose(self._session.plan.thawed - names)

    def toggle(self, names: frozenset[str]) -> None:
        """Thaw the named layers, unless all of them are thawed already."""
        thawable = self._thawable(names)
        if thawable and thawable <= self._session.plan.thawed:
            self.freeze(thawable)
        else:
            self.thaw(thawable)

    def can_thaw(self, names: frozenset[str]) -> bool:
        """Return whether there is anything among the named layers that could learn."""
        return bool(self._thawable(names))

    @property
    def line(self) -> str:
        """The cut point at which the frost line lies."""
        return frost_line(self._session.plan, self._network)

    def move_line(self, steps: int) -> None:
        """Move the frost line by whole blocks towards the head, or (negative) towards the image."""
        self._history.change(self._plan_at(neighbour(self.line, self.cuts, steps)), _LINE_WORDS)

    def preview_line(self, cut: str) -> None:
        """Show the plan of a line at this cut point, without an entry in the history."""
        self._history.preview(self._plan_at(cut))

    def keep_line(self) -> None:
        """Make an entry of what was previewed."""
        self._history.keep_preview(_LINE_WORDS)

    def drop_line(self) -> None:
        """Return to the plan from before the preview."""
        self._history.drop_preview()

    def _plan_at(self, cut: str) -> FreezePlan:
        return dataclasses.replace(self._session.plan, thawed=self._above[cut])

    def _thawable(self, names: frozenset[str]) -> frozenset[str]:
        return frozenset(layer.name for layer in self._network.layers if layer.can_be_thawed and layer.name in names)

    def _choose(self, thawed: frozenset[str]) -> None:
        before = self._session.plan
        words = change_in_words(before.thawed, thawed, self._network)
        self._history.change(dataclasses.replace(before, thawed=thawed), words)
