"""The door through which a process of the program imports Keras: without scikit-learn, which Keras takes along.

Keras imports it for wrappers that nothing here uses, which takes a second of the four that Keras and its backend take
in each worker, command and converter. Where scikit-learn is not installed Keras does without; so, while Keras is being
imported, it isn't. What of Frostline measures with scikit-learn imports it afterwards, as ever.

Nor does Python search for garbage meanwhile. Importing makes a million objects, which stay to the end: looking through
them again and again takes a fifth of the import (4.2 to 3.4 s of processor time on TensorFlow), and later searches
need not look at them either.
"""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

_TAKEN_ALONG = "sklearn"


class _Refusal(MetaPathFinder, Loader):
    """Refuses a package to one thread; others may want it for themselves at the same time.

    It is found, but can't be imported: who only looks whether it is there, as PyTorch does, is not to be hit.
    """

    def __init__(self, package: str) -> None:
        self._package = package
        self._thread = threading.get_ident()

    def find_spec(self, fullname: str, _path: object = None, _target: ModuleType | None = None) -> ModuleSpec | None:
        """Find the package for the thread that is to do without it; its import then ends in `create_module`."""
        refused = fullname == self._package and threading.get_ident() == self._thread
        return ModuleSpec(fullname, self) if refused else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Refuse the import.

        Raises:
            ModuleNotFoundError: always.

        """
        raise ModuleNotFoundError(f"{spec.name} is not needed now", name=spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Never come to this: it is here since a loader without it is asked in an older way, with another error."""


@contextmanager
def importing_keras(taken_along: str = _TAKEN_ALONG) -> Iterator[None]:
    """Import Keras in here: what it would take along can't be imported meanwhile, unless it was imported before."""
    refusal = _Refusal(taken_along)
    was_there = "keras" in sys.modules
    sys.meta_path.insert(0, refusal)
    try:
        with without_searching_for_garbage():
            yield
        if not was_there and "keras" in sys.modules:
            gc.freeze()
    finally:
        sys.meta_path.remove(refusal)


@contextmanager
def without_searching_for_garbage() -> Iterator[None]:
    """Put Python's search for garbage off while many objects are made that stay: each search visits all of them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
