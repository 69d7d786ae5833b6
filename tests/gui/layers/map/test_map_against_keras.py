"""What the map shows and does is what Keras says: `layer.trainable` of the built model, for every kind of plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import keras
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.network.backbone import build_backbone
from core.network.freeze_plan import FreezePlan, FreezeState, trainable_layers
from core.network.frost_line import freeze_layers
from gui.layers.map.frost_rule import offered_cuts

if TYPE_CHECKING:
    from tests.gui.layers.map.conftest import MapUser


@pytest.fixture(scope="module")
def model() -> keras.Model:
    """ResNet50 at 32 pixels; only its flags are used, and set anew by each test."""
    return build_backbone(32, seed=2)


def test_presets_through_the_frost_line(user: MapUser, model: keras.Model) -> None:
    for cut in offered_cuts(user.network):
        user.take_line()
        user.drag_line(cut)
        user.drop_line(cut)
        _compare(user, model)


def test_single_blocks(user: MapUser, model: keras.Model) -> None:
    for block in ("conv1", *user.network.blocks[::4]):
        user.click(user.shape(block))
        _compare(user, model)


def test_single_layers(user: MapUser, model: keras.Model) -> None:
    user.zoom_to("conv4_block1")
    for layer in user.network.layers:
        if layer.block == "conv4_block1" and layer.can_be_thawed:
            user.click(user.shape(layer.name))
            _compare(user, model)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_random_subsets(user: MapUser, model: keras.Model, data: st.DataObject) -> None:
    names = [layer.name for layer in user.network.layers if layer.can_be_thawed]
    thawed = data.draw(st.frozensets(st.sampled_from(names)), label="thawed")
    plan = FreezePlan(thawed, data.draw(st.booleans(), label="thaw_batch_norm"))
    user.session.set_plan(FreezePlan(thaw_batch_norm=plan.thaw_batch_norm))
    user.layer_map.selection.select(thawed)
    user.layer_map.thaw_selection()
    assert user.session.plan == plan
    _compare(user, model)


def _compare(user: MapUser, model: keras.Model) -> None:
    """Compare each layer as the map shows it with the flag that training would set."""
    freeze_layers(model, user.network, trainable_layers(user.session.plan, user.network))
    scene = user.layer_map.map_scene
    for row in scene.rows:
        content = scene.item_of(row).content
        for one, look in zip(row.layers, content.layers, strict=True):
            shown = look.state == FreezeState.TRAINABLE
            expected = bool(model.get_layer(one.node.name).trainable) and one.node.can_be_thawed
            assert shown == expected, one.node.name
