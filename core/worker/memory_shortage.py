"""How it shows that there was not enough memory, and what a person can do about it, for each kind of job.

An exception says so by its class, its number or, of libraries that have neither, by its words. How jobs and deaths
are told otherwise is said in `failures`.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator

from core.messages import (
    Evaluate,
    Explain,
    Export,
    ExtractToStore,
    FindLearningRate,
    MakeThumbnails,
    Request,
    ScanFolder,
    Train,
)

#: With it a worker ends itself that has no memory to go on, be it to tell how a job ended.
NO_MEMORY_STATUS = int(errno.ENOMEM)

#: What those say that raise a RuntimeError or an ImportError: the threads of Python, the loader of the system,
#: PyTorch on a CPU, XLA.
_WORDS = (
    "can't start new thread",
    "failed to map segment",
    "cannot allocate memory",
    "can't allocate memory",
    "not enough memory",
    "resource_exhausted",
)
_OF_THE_LIBRARIES = (RuntimeError, ImportError)

_HINTS: dict[type[Request], str] = {
    Train: "Choose a smaller batch size or image size, or close other programs, and try again.",
    FindLearningRate: "Choose a smaller batch size or image size, or close other programs, and try again.",
    ExtractToStore: "Choose a smaller image size, or close other programs, and extract again.",
    ScanFolder: "Close other programs, and check the folder again. If you raised the limit of pixels, lower it.",
    MakeThumbnails: "Close other programs, and try again. If you raised the limit of pixels, lower it.",
    Evaluate: "Close other programs, and evaluate again.",
    Explain: "Close other programs, and ask again.",
    Export: "Close other programs, and export again, or choose another format.",
}
_HINT = "Close other programs, and try again."


def is_for_want_of_memory(error: BaseException) -> bool:
    """Whether an exception, or one in whose handling it was raised, says that memory had run out."""
    return any(_says_so(one) for one in with_those_before(error))


def with_those_before(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and those in whose handling it was raised."""
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        one = one.__cause__ or one.__context__


def how_to_need_less(request: type[Request] | None) -> str:
    """Return what to do about it, as a sentence. request: the kind of job that had no memory, where it is known."""
    return _HINTS.get(request, _HINT) if request is not None else _HINT


def _says_so(error: BaseException) -> bool:
    if isinstance(error, _out_of_memory_errors()):
        return True
    if isinstance(error, OSError) and error.errno == errno.ENOMEM:
        return True
    return isinstance(error, _OF_THE_LIBRARIES) and any(words in str(error).lower() for words in _WORDS)


def _out_of_memory_errors() -> tuple[type[BaseException], ...]:
    if "keras" not in sys.modules:
        return (MemoryError,)
    try:
        from core.backend_specific import out_of_memory_errors

        return out_of_memory_errors()
    except Exception:  # Keras, or its backend, is there by half: it was being imported when there was no memory.
        return (MemoryError,)
