"""The recipe of what an extractor computes on this machine, from the model itself.

What a recipe says, and what it is for, is in `recipe`, which needs no Keras.
"""

from __future__ import annotations

import keras

from core.data.decode import DECODER_VERSION
from core.features.engine import computed_by
from core.features.recipe import FeatureRecipe
from core.network.description import NetworkDescription
from core.network.frost_line import digest_below


def recipe_here(
    network: NetworkDescription,
    cut_layer: str,
    digests: dict[str, str],
    extractor: keras.Model,
    *,
    engine: str,
    dtype: str,
) -> FeatureRecipe:
    """Return what the features of `extractor`, which ends at `cut_layer`, depend on.

    digests: of every layer with weights at or below the cut, at least.

    Raises:
        UnusableInput: the engine is not installed, or this machine can't run it.

    """
    return FeatureRecipe(
        backbone=network.backbone,
        weights_digest=digest_below(digests, network, cut_layer),
        cut_layer=cut_layer,
        image_size=network.image_size,
        decoder=DECODER_VERSION,
        backend=computed_by(engine, extractor),
        row_shape=tuple(int(size) for size in extractor.output.shape[1:]),
        dtype=dtype,
    )
