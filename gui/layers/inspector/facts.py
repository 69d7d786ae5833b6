"""What the inspector says of a layer or a group of layers before anyone looks into it: facts, as terms and values.

Plain functions over the network's description and the freeze plan; no widgets, no worker.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from core.network.description import LayerDescription
from core.network.freeze_plan import FreezePlan, trainable_layers
from gui.language.translate import local_number, tr
from gui.layers.inspector.subject import LOOSE_KIND, Subjects, is_layer
from gui.layers.node_state import state_in_words
from gui.layers.tree_node import TreeNode, shape_in_words

_MOST_SHAPES = 5
#: Never broken over two lines.
_BY = "\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}"
_NO_STRIDE = f"1{_BY}1"


@dataclass(frozen=True)
class Fact:
    """A term and its value; where `targets` are given, the value consists of these names, each of which selects."""

    term: str
    value: str
    targets: tuple[str, ...] = ()


def heading_of(node: TreeNode) -> str:
    """Return the line under the name: what kind of thing it is."""
    if is_layer(node):
        return _kind_of_layer(node.layers[0])
    if node.is_head:
        return tr("The new classes")
    return "" if node.kind == LOOSE_KIND else node.kind


def _kind_of_layer(layer: LayerDescription) -> str:
    """Return a layer's class and what tells it from others of its class: 'Conv2D: 64 filters of 7 × 7'."""
    details = {term: value.replace(" x ", _BY) for term, value in layer.details}
    words = [
        tr("{details} filters of {details_2}", details=details["filters"], details_2=details["kernel"])
        if "filters" in details
        else "",
        tr("window {details}", details=details["window"]) if "window" in details else "",
        tr("stride {details}", details=details["strides"]) if details.get("strides", _NO_STRIDE) != _NO_STRIDE else "",
        details.get("function", ""),
    ]
    told = ", ".join(word for word in words if word)
    return f"{layer.kind}: {told}" if told else layer.kind


def facts_of(node: TreeNode, subjects: Subjects, plan: FreezePlan, classes: int) -> tuple[Fact, ...]:
    """Return the facts about what is selected. classes: of the open folder, 0 while not known."""
    if node.is_head:
        return _facts_of_head(node, plan, subjects, classes)
    return _facts_of_layer(node, subjects, plan) if is_layer(node) else _facts_of_group(node, subjects, plan)


def _facts_of_layer(node: TreeNode, subjects: Subjects, plan: FreezePlan) -> tuple[Fact, ...]:
    layer = node.layers[0]
    facts = [
        Fact(tr("State"), state_in_words(node, plan)),
        _names(tr("Stands in"), _place(node)),
        _names(tr("Inputs") if len(layer.inputs) > 1 else tr("Input"), layer.inputs),
        _names(tr("Goes to"), subjects.readers_of(layer.name) or ("head",)),
        Fact(tr("Output"), shape_in_words(layer.output_shape)),
        Fact(tr("Parameters"), _count(layer.parameters)),
        Fact(tr("Multiply-adds"), _count(layer.multiply_adds)),
    ]
    return tuple(fact for fact in facts if fact.value)


def _facts_of_group(node: TreeNode, subjects: Subjects, plan: FreezePlan) -> tuple[Fact, ...]:
    learning = trainable_layers(plan, subjects.network)
    facts = [
        Fact(tr("State"), state_in_words(node, plan)),
        _names(tr("Stands in"), _place(node)),
        *(_shapes_of_selection(node) if node.kind == LOOSE_KIND else _shapes_of_part(node, subjects)),
        Fact(tr("Layers"), _kinds_in_words(node)),
        Fact(tr("Parameters"), _count(node.parameters)),
        Fact(tr("Will learn"), _count(sum(one.trainable_parameters for one in node.layers if one.name in learning))),
        Fact(tr("Multiply-adds"), _count(sum(layer.multiply_adds for layer in node.layers))),
    ]
    return tuple(fact for fact in facts if fact.value)


def _facts_of_head(node: TreeNode, plan: FreezePlan, subjects: Subjects, classes: int) -> tuple[Fact, ...]:
    features = subjects.network.layers[-1]
    return (
        Fact(tr("State"), state_in_words(node, plan)),
        _names(tr("Input"), (features.name,)),
        Fact(tr("Output"), tr("{classes} classes", classes=classes) if classes else tr("your classes")),
    )


def _names(term: str, names: tuple[str, ...]) -> Fact:
    return Fact(term, ", ".join(names), names)


def _place(node: TreeNode) -> tuple[str, ...]:
    """Return the stage and the block in which a node stands."""
    above = []
    parent = node.parent
    while parent is not None:
        above.append(parent.name)
        parent = parent.parent
    return tuple(reversed(above))


def _shapes_of_part(node: TreeNode, subjects: Subjects) -> tuple[Fact, ...]:
    """Return what goes into a block or a stage, and what comes out of it."""
    inside = {layer.name for layer in node.layers}
    outside = [name for layer in node.layers for name in layer.inputs if name not in inside]
    facts = [Fact(tr("Gives"), node.output_shape)]
    if outside:
        taken = subjects.named(outside[0])
        facts.insert(0, Fact(tr("Takes"), taken.output_shape))
        facts.insert(0, _names(tr("Input"), (taken.name,)))
    return tuple(facts)


def _shapes_of_selection(node: TreeNode) -> tuple[Fact, ...]:
    shapes = Counter(shape_in_words(layer.output_shape) for layer in node.layers).most_common()
    lines = [
        shape if count == 1 else tr("{shape} ({count} layers)", shape=shape, count=count)
        for shape, count in shapes[:_MOST_SHAPES]
    ]
    if len(shapes) > _MOST_SHAPES:
        lines.append(tr("and {count} others", count=len(shapes) - _MOST_SHAPES))
    return (Fact(tr("Outputs"), "\n".join(lines)),)


def _kinds_in_words(node: TreeNode) -> str:
    kinds = Counter(layer.kind for layer in node.layers).most_common()
    return "\n".join([tr("{count}, of these", count=len(node.layers)), *(f"{count} {kind}" for kind, count in kinds)])


def _count(number: int) -> str:
    return local_number(f"{number:,}") if number else ""
