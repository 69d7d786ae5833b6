"""What the menu of the Layers page offers: freezing and thawing, presets, networks, what is shown, the zoom."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from core.network.backbones import BACKBONES
from core.network.freeze_plan import parse_spec
from gui.commands.command import NOT_LISTED
from gui.commands.page_action import NEEDS, ButtonDescription, PageAction, offer_buttons, offer_separator
from gui.language.core_sentences import said_by_core
from gui.language.translate import tr
from gui.layers.map.layer_map import LayerMap
from gui.layers.plan_history import PlanHistory
from gui.layers.presets import presets
from gui.session import Session

_NEEDS_NETWORK = tr("Keras is being loaded; the network follows in a moment.")

_BUTTONS = (
    ButtonDescription("thaw_batch_norm", tr("Thaw &BatchNorm too"), "Ctrl+Shift+B", _NEEDS_NETWORK),
    ButtonDescription("show_freeze_plan", tr("Show the free&ze plan"), "Ctrl+Shift+F"),
    ButtonDescription("show_movement", tr("Show how far layers &moved"), "Ctrl+Shift+M"),
    None,
    ButtonDescription("map_zoom_in", tr("Zoom &in"), "Ctrl++", _NEEDS_NETWORK),
    ButtonDescription("map_zoom_out", tr("Zoom &out"), "Ctrl+-", _NEEDS_NETWORK),
    ButtonDescription("map_fit", tr("Show the &whole network"), "Ctrl+0", _NEEDS_NETWORK),
    None,
    ButtonDescription("measure_again", tr("Mea&sure this machine again"), "Ctrl+Shift+U", tr("It is being measured.")),
)


def offer_layer_actions(
    page: QWidget,
    *,
    map_: LayerMap,
    session: Session,
    history: PlanHistory,
    choose_layers: Callable[[frozenset[str]], None],
    ways: dict[str, Callable[[], object]],
) -> None:
    """Add the actions to `page`. ways: what brings the filter, the plan and the inspector to the front."""
    for action in map_.menu_actions:
        action.setProperty(NEEDS, tr("Select a block or a layer first."))
        page.addAction(action)
    for name, text, keys, steps in (
        ("line_up", tr("Move the frost line &up"), "Alt+Up", 1),
        ("line_down", tr("Move the frost line &down"), "Alt+Down", -1),
    ):
        moving = PageAction(text, partial(map_.move_line, steps), name=name, shortcut=keys, icon="layers", parent=page)
        moving.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        map_.addAction(moving)
        page.addAction(moving)
    offer_separator(page)
    page.addAction(_presets(page, session, choose_layers).menuAction())
    page.addAction(_networks(page, session, history).menuAction())
    offer_separator(page)
    for name, text, keys, icon in (
        ("find_layer", tr("Fi&nd a layer…"), "Ctrl+F", "search"),
        ("show_plan_panel", tr("Show the &plan and its cost"), "Ctrl+Shift+I", "layers"),
        ("show_inspector", tr("&Look into the selected layer"), "Ctrl+I", "search"),
    ):
        page.addAction(PageAction(text, ways[name], name=name, shortcut=keys, icon=icon, parent=page))
    offer_buttons(page, _BUTTONS)


def _presets(page: QWidget, session: Session, choose_layers: Callable[[frozenset[str]], None]) -> QMenu:
    menu = QMenu(tr("P&resets"), page)

    def fill() -> None:
        menu.clear()
        network = session.network
        if network is None:
            waiting = menu.addAction(_NEEDS_NETWORK)
            waiting.setEnabled(False)
            waiting.setProperty(NOT_LISTED, True)
            return
        for number, preset in enumerate(presets(network), start=1):
            thawed = parse_spec(preset.spec, network)
            action = menu.addAction(f"&{number} {preset.title}", partial(choose_layers, thawed))
            action.setStatusTip(preset.purpose)
            action.setCheckable(True)
            action.setChecked(thawed == session.plan.thawed)

    menu.aboutToShow.connect(fill)
    fill()
    return menu


def _networks(page: QWidget, session: Session, history: PlanHistory) -> QMenu:
    menu = QMenu(tr("Networ&ks"), page)

    def fill() -> None:
        menu.clear()
        for number, one in enumerate(BACKBONES, start=1):
            action = menu.addAction(f"&{number} {one.name}", partial(history.choose_backbone, one.name))
            action.setStatusTip(said_by_core(one.about))
            action.setCheckable(True)
            action.setChecked(one.name == session.backbone)

    menu.aboutToShow.connect(fill)
    fill()
    return menu
