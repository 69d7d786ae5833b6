"""The one door to Ray and to Ray Data, which keeps them from reporting their use and from writing on the terminal.

A cluster that Ray starts reports its use to Ray's makers unless it is told not to. Frostline joins a cluster and never
starts one, but what is imported here is told all the same, before it is imported: nothing of Frostline's reports
anything. How a cluster is used is the callers' concern.
"""

from __future__ import annotations

import os
from typing import Any

#: What Ray looks at when it is imported: no reports, no look at how Python was started, no bars, no advice.
_QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_USAGE_STATS_PROMPT_ENABLED": "0",
    "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",
    "RAY_DATA_DISABLE_PROGRESS_BARS": "1",
    "RAY_DISABLE_IMPORT_WARNING": "1",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
}


def import_ray() -> Any:
    """Return the module `ray`, which has `ray.data`.

    Raises:
        ImportError: it is not installed.

    """
    os.environ.update(_QUIET)
    import ray  # noqa: TID251
    import ray.data  # noqa: TID251

    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    return ray
