"""What a node is asked before it gets work: whether Frostline is there, in which version, and whether the folders are.

Sent to the node as it stands here, since Frostline may not be there: nothing of Frostline's is imported outside the
functions.
"""

from __future__ import annotations


def node_facts(backend: str, folders: tuple[str, ...], files: tuple[str, ...]) -> dict[str, object]:
    """Return the version of Frostline ('' where there is none), what can't be imported, and what can't be seen.

    folders, files: of these, those that this node doesn't see are returned as `unseen`.
    """
    import importlib.util
    import os

    facts: dict[str, object] = {"version": "", "missing": [], "unseen": []}
    try:
        import core

        # Another package may be called like that.
        facts["version"] = str(getattr(core, "__version__", "")) if importlib.util.find_spec("core.cluster") else ""
    except ImportError:
        return facts
    needed = ("keras", backend, "pyarrow")
    facts["missing"] = [name for name in needed if importlib.util.find_spec(name) is None]
    unseen = [folder for folder in folders if not os.path.isdir(folder)]  # noqa: PTH112
    facts["unseen"] = unseen + [file for file in files if not os.path.isfile(file)]  # noqa: PTH113
    return facts
