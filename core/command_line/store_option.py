"""`frostline train --store`: the settings that the store has decided take the place of those that were left out."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.errors import UnusableInput
from core.messages import Notice
from core.training.specification import TrainingSpecification

_WORDS = {
    "backbone": "--backbone",
    "weights": "--weights",
    "image_size": "--image-size",
    "engine": "--engine",
    "feature_dtype": "--feature-dtype",
    "seed": "--seed",
}


def take_settings_of_store(arguments: argparse.Namespace) -> Notice | None:
    """Put the store's settings into `arguments`; return what to tell of those that are not the usual ones.

    Raises:
        UnusableInput: there is neither folder nor store, the store is none, or an option asks for something else.

    """
    if arguments.store is None:
        if arguments.folder is None:
            raise UnusableInput(
                "There is nothing to train on.",
                hint="Name a folder of pictures, or a store with --store.",
                kind="bad_arguments",
            )
        return None
    from core.cluster.place import is_uri
    from core.training.store_settings import store_settings  # which takes pyarrow

    if is_uri(arguments.store):
        raise UnusableInput(
            f"A training maps its store into memory, which {arguments.store} doesn't allow.",
            hint="Copy the store into a folder, and name that.",
            kind="bad_arguments",
        )
    arguments.store = Path(arguments.store).absolute()
    settings = store_settings(arguments.store)
    if arguments.folder is not None:
        del settings["folder"]
    if arguments.inner_classes is not None and arguments.inner_classes != settings["inner_classes"]:
        raise _does_not_fit(arguments.store, "--nested")
    taken = []
    for name, value in settings.items():
        option = _WORDS.get(name)
        given = getattr(arguments, name)
        if option is not None and given != value:
            if given != TrainingSpecification.__dataclass_fields__[name].default:
                raise _does_not_fit(arguments.store, f"{option} {given}")
            taken.append(f"{option} {value}")
        setattr(arguments, name, value)
    return Notice(message=f"As the store was made: {', '.join(taken)}.") if taken else None


def _does_not_fit(store: Path, option: str) -> UnusableInput:
    return UnusableInput(
        f"The store {store} was not made with {option}.",
        hint="Leave the option out, or extract the features again with it into another store.",
        kind="bad_arguments",
    )
