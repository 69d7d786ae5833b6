"""Copies of a model: layers and weights of their own, on whatever device is in use where they are made."""

from __future__ import annotations

from typing import Any

import keras


def copy_of(model: keras.Model) -> keras.Model:
    """Return a copy of a functional model, with its weights and with the flags that say what learns."""
    copy = keras.models.clone_model(model, clone_function=_undrawn)
    copy.set_weights(model.get_weights())
    return copy


def _undrawn(layer: Any) -> Any:
    """Return a layer like `layer` without drawing its weights, for which JAX compiles a program for each shape."""
    config = layer.get_config()
    drawn = (name for name, value in config.items() if name.endswith("_initializer") and value is not None)
    return layer.__class__.from_config(config | dict.fromkeys(drawn, "zeros"))
