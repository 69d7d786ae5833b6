"""What the layer map says in words: names, figures and shapes beside the blocks. Plain functions, no widgets."""

from __future__ import annotations

from dataclasses import dataclass

from core.network.description import INPUT, LayerDescription
from core.network.freeze_plan import FreezePlan, FreezeState
from gui.language.translate import local_number, tr
from gui.layers.map.rows import MapLayer, MapRow, Skip
from gui.layers.node_state import is_kept_frozen, node_state, state_in_words
from gui.layers.tree_node import TreeNode, shape_in_words


@dataclass(frozen=True)
class Captions:
    """The words over the columns."""

    figures: str
    blocks: str
    shape: str


CAPTIONS = Captions(figures=tr("weights"), blocks="", shape=tr("output"))

#: How to read the sizes of the blocks.
SIZES_IN_WORDS = tr("Wider: more channels. Taller: a finer grid.")


def name_in_row(one: MapLayer, row: MapRow) -> str:
    """Return the layer's name without the name of the block that it stands in: '2_conv'."""
    return one.node.name.removeprefix(f"{row.node.name}_")


def figures_of_row(row: MapRow) -> str:
    """Return the number of weights, short: '1.1 M'; '' when there are none."""
    return count_in_words(row.node.parameters) if row.node.can_be_thawed else ""


def figures_of_layer(one: MapLayer) -> str:
    """Return what a convolution or a pooling does with the grid: '3 × 3, stride 2'; '' for other layers."""
    details = dict(one.layer.details)
    window = details.get("kernel") or details.get("window")
    if window is None:
        return details.get("function", "")
    strides = details.get("strides", "1 x 1")
    return tr("{times}, stride {common}", times=_times(window), common=_common(strides))


def channels_of_layer(layer: LayerDescription) -> int:
    """Return the number of channels that the layer gives out."""
    return layer.output_shape[-1]


def output_of_row(row: MapRow, classes: int) -> str:
    """Return the output shape of a row; for the head the number of classes (0: not known yet)."""
    if row.node.is_head:
        return tr("{classes} classes", classes=classes) if classes else tr("your classes")
    return shape_in_words(row.shape)


def count_in_words(count: int) -> str:
    """Return a count of weights at two digits: '9.7 k', '1.1 M', '15 M'."""
    for size, sign in ((1_000_000, "M"), (1_000, "k")):
        if count >= size:
            share = count / size
            return local_number(f"{share:.1f} {sign}") if share < 9.95 else f"{share:.0f} {sign}"
    return str(count)


def line_in_words(cut: str, rows: tuple[MapRow, ...]) -> str:
    """Return what is written on the frost line."""
    below = next((row.node.name for row in rows if row.cut == cut), cut)
    return tr("Frost line: after {below}", below=below)


def tip_of_node(node: TreeNode, row: MapRow | None, plan: FreezePlan) -> str:
    """Return the tool tip: what it is, what it does in a sentence, and what a click would change.

    row: the row that shows it; None for a stage of several rows.
    """
    shape = node.output_shape.replace(" ", "\u00a0")
    title = ", ".join(part for part in (node.name, node.kind, shape) if part)
    return "\n".join(part for part in (title, sentence_of_node(node, row), _state_sentence(node, plan)) if part)


def spoken_of_node(node: TreeNode, plan: FreezePlan) -> str:
    """Return what a screen reader says of the current node."""
    parts = [node.name, node.kind, state_in_words(node, plan).lower(), node.output_shape.replace("×", "by")]
    return ", ".join(part for part in parts if part)


LINE_TIP = tr(
    "The frost line. Drag it: all blocks above it learn, all below it stay frozen\n"
    "and are computed only once for each picture. Alt+Up and Alt+Down move it too."
)


def sentence_of_node(node: TreeNode, row: MapRow | None) -> str:
    """Return what this part of the network does, in a sentence; '' where there is nothing to teach."""
    if node.is_head:
        return tr("The new layers that tell your classes apart.")
    if row is None:
        return tr("{count} blocks, one after the other, on the same grid.", count=len(node.children))
    if node is row.node and len(row.layers) > 1:
        return _sentence_of_row(row)
    return _sentence_of_layer(node.layers[0])


def _sentence_of_row(row: MapRow) -> str:
    if row.skip == Skip.IDENTITY:
        return tr("Adds a correction to its input, which also comes past unchanged on the skip connection.")
    if row.skip == Skip.PROJECTION:
        return tr("Changes the shape of the tensor; a 1 × 1 convolution on the skip connection fits the input to it.")
    if row.node.can_be_thawed:
        return tr("Finds edges and spots of colour, and shrinks the grid before the blocks begin.")
    return tr("The picture, brought to the form in which the network was trained.")


def _sentence_of_layer(layer: LayerDescription) -> str:
    details = dict(layer.details)
    window = _times(details.get("kernel") or details.get("window") or "")
    if layer.stage == INPUT:
        is_image = not layer.inputs
        return (
            tr("The picture: red, green and blue.")
            if is_image
            else tr("Brings the pixels to the form of the training.")
        )
    return {
        "Conv2D": tr(
            "Slides {output_shape} filters of {window} over its input; each makes one channel.",
            output_shape=layer.output_shape[-1],
            window=window,
        ),
        "BatchNormalization": tr("Brings each channel to a steady mean and spread."),
        "Activation": tr("Keeps what is positive and sets the rest to zero."),
        "Add": tr("Adds what came on the skip connection to what the block has found."),
        "ZeroPadding2D": tr("Puts a border of zeros around the grid, so that its edges count too."),
        "MaxPooling2D": tr("Keeps the strongest value of each window of {window}.", window=window),
        "GlobalAveragePooling2D": tr("Averages each channel over the whole picture: one number a channel."),
    }.get(layer.kind, "")


def _state_sentence(node: TreeNode, plan: FreezePlan) -> str:
    if node.is_head:
        return tr("It always learns.")
    if not node.can_be_thawed:
        return tr("It has no weights.") if not node.parameters else tr("It stays as it is.")
    if is_kept_frozen(node, plan):
        return tr("Thawed, but kept frozen by the BatchNorm switch.")
    state = node_state(node, plan)
    if state == FreezeState.TRAINABLE:
        return tr("Trainable: click to freeze it.")
    if state == FreezeState.FROZEN:
        return tr("Frozen: click to thaw it.")
    return tr("Partly trainable: click to thaw it.")


def _times(sizes: str) -> str:
    return sizes.replace(" x ", " × ")


def _common(strides: str) -> str:
    """Return '2' for '2 x 2', and '2 × 1' for '2 x 1'."""
    different = set(strides.split(" x "))
    return different.pop() if len(different) == 1 else _times(strides)
