"""What a freeze plan makes of a row of the tree, in a state and in words. Plain functions, no widgets."""

from __future__ import annotations

from core.network.freeze_plan import FreezePlan, FreezeState, group_state
from gui.language.translate import counted, tr
from gui.layers.tree_node import TreeNode

#: The icon that tells a state by its shape.
STATE_ICONS = {FreezeState.FROZEN: "snowflake", FreezeState.TRAINABLE: "flame", FreezeState.MIXED: "mixed"}

#: Why the statistics of thawed BatchNorm are kept, and what it means that they are updated. Each follows a subject.
WHY_KEPT = tr(
    "stays frozen although it was thawed: its statistics come from a million pictures, and few pictures would spoil "
    "them. The switch “Thaw BatchNorm too” lets it learn."
)
WHY_UPDATING = tr(
    "learns, and its statistics follow your pictures: good with many of them, harmful with few, since a batch then "
    "says little about the rest. The switch “Thaw BatchNorm too” keeps it as it was."
)


def node_state(node: TreeNode, plan: FreezePlan) -> FreezeState:
    """Return the state as the user set it: BatchNorm that the switch keeps frozen counts as the user thawed it."""
    return FreezeState.TRAINABLE if node.is_head else group_state(node.layers, plan)


def learning_state(node: TreeNode, plan: FreezePlan) -> FreezeState:
    """Return the state as training will find it: a single BatchNorm layer that the switch keeps frozen is frozen."""
    if is_kept_frozen(node, plan):
        return FreezeState.FROZEN
    return node_state(node, plan)


def is_kept_frozen(node: TreeNode, plan: FreezePlan) -> bool:
    """Return whether all that the user thawed in this row is BatchNorm which the switch keeps frozen."""
    thawed = [layer for layer in node.layers if layer.name in plan.thawed and layer.can_be_thawed]
    return bool(thawed) and not plan.thaw_batch_norm and all(layer.is_batch_norm for layer in thawed)


def state_in_words(node: TreeNode, plan: FreezePlan) -> str:
    """Return what the State column says of a row; of a thawed BatchNorm layer, what becomes of its statistics."""
    if node.is_head:
        return tr("Trainable, always")
    if not node.can_be_thawed:
        return tr("No weights") if not node.parameters else tr("Frozen, always")
    state = node_state(node, plan)
    if state == FreezeState.FROZEN:
        return tr("Frozen")
    if is_kept_frozen(node, plan):
        return tr("Frozen, statistics kept")
    if state == FreezeState.MIXED:
        return tr("Partly trainable")
    if all(layer.is_batch_norm for layer in node.layers):
        return tr("Trainable, statistics updating")
    keeps_batch_norm = not plan.thaw_batch_norm and any(layer.is_batch_norm for layer in node.layers)
    return tr("Trainable, not BatchNorm") if keeps_batch_norm else tr("Trainable")


def batch_norm_tip(node: TreeNode, plan: FreezePlan) -> str:
    """Return why thawed BatchNorm in this row keeps its statistics, or updates them; '' where none is thawed."""
    count = sum(layer.is_batch_norm and layer.name in plan.thawed for layer in node.layers)
    if not count:
        return ""
    if len(node.layers) == 1:
        which = tr("This BatchNorm layer")
    else:
        which = counted(count, "BatchNorm here (1 thawed layer)", "BatchNorm here ({count} thawed layers)")
    return f"{which} {WHY_UPDATING if plan.thaw_batch_norm else WHY_KEPT}"
