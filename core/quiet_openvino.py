"""The one door to OpenVINO, which keeps it from reporting its use.

Imported as it is, OpenVINO writes an identifier of the user into the home folder and sends an event to a statistics
service, asked or not; its converter sends more. Nothing of Frostline's may do that. Where the package that sends,
`openvino_telemetry`, can't be imported, OpenVINO takes a stand-in of its own that does nothing: so it is made
unimportable in this process before OpenVINO is imported. What OpenVINO is used for is the callers' concern.
"""

from __future__ import annotations

import sys
from typing import Any

_REPORTER = "openvino_telemetry"


def import_openvino() -> Any:
    """Return the module `openvino`.

    Raises:
        ImportError: it is not installed.

    """
    # None in the table of modules is Python's own way to say that a module is not to be had.
    sys.modules.setdefault(_REPORTER, None)  # type: ignore[arg-type]
    import openvino  # noqa: TID251

    return openvino
