"""How the worker of the tests answers `ExtractToStore`: as a cluster of two nodes would."""

from __future__ import annotations

from core.errors import FrostlineError
from core.job_control import JobControl
from core.messages import Event, ExtractToStore, FeaturesExtracted, NodesAtWork


def extract_to_store(request: ExtractToStore, control: JobControl) -> Event:
    """Answer as a cluster of two nodes; wait to be stopped for a store of that name, fail for a cluster named gone."""
    if request.cluster == "gone:6379":
        raise FrostlineError("No cluster answers at gone:6379.", hint="Start one with `ray start --head`.")
    control.progress("extract", 120, 244)
    control.report(NodesAtWork(nodes=("10.0.0.2", "10.0.0.3"), workers=4, images_per_second=120.0))
    if request.store.name == "until stopped":
        control.stop_requested.wait()
        control.raise_if_stopped()
    return FeaturesExtracted(
        store=str(request.store),
        images=244,
        images_extracted=200,
        images_reused=39,
        copies=1,
        problems=4,
        nodes=("10.0.0.2", "10.0.0.3"),
        seconds=2.0,
    )
