"""The process that speaks with Ray: `python -m core.cluster.driver`.

A process of its own, since Ray ends the process that speaks with it when the cluster is gone. It reads an order, one
line of JSON, from standard input, and then the word `stop`, or the end, when there is nothing more to do; it writes
lines of JSON to standard output: `nodes`, `count`, `failed`, `done`. Everything else that is printed goes to standard
error. Starting it, and making events of its lines, is the concern of `core.cluster.on_cluster`.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
import traceback
from dataclasses import asdict, dataclass
from typing import Any, TextIO

from core import __version__
from core.cluster import node_check
from core.cluster.address import answers
from core.cluster.ledger import Count, KeptLedger
from core.cluster.node_worker import NodeWorker
from core.cluster.place import is_uri
from core.cluster.quiet_ray import import_ray
from core.cluster.store_files import MANIFEST, StoreManifest
from core.typed_json import from_json

#: A CPU worker has so many cores at most: beyond, two workers are faster than one of twice the size.
_MOST_CORES = 8
_CHECK_SECONDS, _LOOK_SECONDS, _STOP_SECONDS = 60.0, 0.25, 60.0
#: So often a cluster is asked whether it is there; after so long without an answer it counts as gone.
_ASK_SECONDS, _PATIENCE_SECONDS = 1.0, 10.0
#: A portion at which so many workers died is given up: they would die at it for ever.
_DEATHS = 4


@dataclass(frozen=True)
class Order:
    """What to do: the store and its manifest, the cluster's address, the backend; workers: at most so many (0: all)."""

    address: str
    store: str
    manifest: StoreManifest
    backend: str
    workers: int


class NotPossible(Exception):
    """The cluster or some of its nodes can't do the work; the text says why, `hint` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def main() -> None:
    """Do what the order says."""
    words = _private_output()
    order = from_json(Order, json.loads(sys.stdin.readline()))
    stop = threading.Event()
    threading.Thread(target=_listen, args=(stop,), name="listener", daemon=True).start()
    try:
        Driver(order, words, stop).run()
    except NotPossible as error:
        traceback.print_exc()
        _say(words, say="failed", kind="cluster_unfit", message=str(error), hint=error.hint)
    # Ray's own ending waits for a cluster that may be gone.
    words.flush()
    os._exit(0)


class Driver:
    """An extraction as Ray sees it. worker: the class of the actors that compute portions."""

    worker: type = NodeWorker

    def __init__(self, order: Order, words: TextIO, stop: threading.Event) -> None:
        self._order = order
        self._words = words
        self._stop = stop
        self._ray = import_ray()

    def run(self) -> None:
        """Do what the order says, and say how it goes.

        Raises:
            NotPossible: the cluster can't be joined, its nodes can't do the work, or the work failed on them.

        """
        order, ray, address = self._order, self._ray, self._order.address
        try:
            ray.init(address=address, log_to_driver=False, logging_level="ERROR", namespace="frostline")
        except Exception as error:  # of another version, no node of it, ...
            raise NotPossible(
                f"The cluster at {address} can't be joined: {_first_line(error)}.",
                "This computer must be one of its nodes, with the same Ray: see `ray status`.",
            ) from error
        self._gcs = ray.get_runtime_context().gcs_address
        nodes = [node for node in ray.nodes() if node["Alive"] and node["Resources"].get("CPU", 0) >= 1]
        if not nodes:
            raise NotPossible(
                f"The cluster at {address} has no node with a processor to give.",
                "Start one with `ray start --address=...` on each machine that is to compute.",
            )
        self._check(nodes)
        workers, cores, resources = workers_on(nodes, order.workers)
        hosts = sorted(str(node["NodeManagerAddress"]) for node in nodes)
        self._say(say="nodes", nodes=hosts, workers=workers, on_gpus="num_gpus" in resources)
        ledger = ray.remote(KeptLedger).options(num_cpus=0, max_restarts=-1, max_task_retries=-1).remote(order.store)
        outcome: list[Any] = []
        thread = threading.Thread(target=self._deal_out, args=(ledger, workers, cores, resources, outcome), daemon=True)
        thread.start()
        self._watch(ledger, thread)
        if outcome and isinstance(outcome[-1], BaseException):
            raise NotPossible(
                f"The work on the cluster failed: {_first_line(outcome[-1])}.",
                "The log file has the whole of it. Repeat the command: what is done is kept.",
            ) from outcome[-1]
        if outcome and isinstance(outcome[-1], dict):
            self._say(say="failed", **outcome[-1])
        else:
            # Added up from what the portions returned: a ledger that was lost on the way knows less.
            self._say(say="done", **asdict(sum(outcome, Count())))

    def leave(self) -> None:
        """Leave the cluster, as long as it is there."""
        self._ray.shutdown()

    def _deal_out(self, ledger: Any, workers: int, cores: int, resources: dict[str, float], outcome: list[Any]) -> None:
        """Let Ray Data deal the portions out; what went wrong is put into `outcome`."""
        order, ray = self._order, self._ray
        portions = order.manifest.portions
        try:
            # Numbers that are there at once: tasks that would make them first wait for ever for a core that the workers
            # have taken.
            numbers = ray.data.from_items([{"id": number} for number in range(portions)], override_num_blocks=portions)
            dealt = numbers.map_batches(
                self.worker,
                fn_constructor_args=(order.manifest, order.store, order.backend, ledger, cores),
                batch_size=None,
                compute=ray.data.ActorPoolStrategy(size=min(workers, portions), max_tasks_in_flight_per_actor=1),
                ray_remote_args_fn=lambda: {"max_task_retries": _DEATHS},
                **resources,
            )
            for row in dealt.iter_rows():
                outcome.append(Count(**json.loads(row["count"])))
                if row["failure"]:
                    outcome.append(json.loads(row["failure"]))
                    self._stop.set()
                    break
        except BaseException as error:
            outcome.append(error)

    def _watch(self, ledger: Any, thread: threading.Thread) -> None:
        """Say how far it is until it is over; end this process where the cluster is gone, or a stop takes too long."""
        heard = time.monotonic()
        stopped_at: float | None = None
        while thread.is_alive():
            thread.join(_LOOK_SECONDS)
            if self._stop.is_set() and stopped_at is None:
                stopped_at = time.monotonic()
                ledger.stop.remote()
            if stopped_at is not None and time.monotonic() - stopped_at > _STOP_SECONDS:
                return
            now = time.monotonic()
            if now - heard > _ASK_SECONDS and answers(self._gcs):
                heard = now
            elif now - heard > _PATIENCE_SECONDS:
                self._say(say="lost")
                os._exit(0)
            self._tell(ledger)

    def _tell(self, ledger: Any) -> None:
        try:
            count = self._ray.get(ledger.count.remote(), timeout=_PATIENCE_SECONDS / 4)
        except Exception:  # It starts again elsewhere, or the cluster is gone, which is noticed.
            return
        self._say(say="count", **asdict(count))

    def _check(self, nodes: list[dict[str, Any]]) -> None:
        """Refuse nodes that can't do the work.

        Raises:
            NotPossible: of one at least.

        """
        order, ray = self._order, self._ray
        ray.cloudpickle.register_pickle_by_value(node_check)
        on_node = ray.util.scheduling_strategies.NodeAffinitySchedulingStrategy
        folders = tuple(one for one in (order.manifest.source,) if not is_uri(one))
        files = () if is_uri(order.store) else (f"{order.store}/{MANIFEST}",)
        asked = {}
        for node in nodes:
            there = on_node(node["NodeID"], soft=False)
            task = ray.remote(node_check.node_facts).options(num_cpus=0, max_retries=1, scheduling_strategy=there)
            asked[task.remote(order.backend, folders, files)] = str(node["NodeManagerAddress"])
        done, late = ray.wait(list(asked), num_returns=len(asked), timeout=_CHECK_SECONDS)
        for one in late:
            raise NotPossible(
                f"The node {asked[one]} doesn't answer.", "See whether it is overloaded, or take it out of the cluster."
            )
        for one in done:
            refuse_unfit(asked[one], ray.get(one), order.backend)

    def _say(self, **words: Any) -> None:
        _say(self._words, **words)


def _first_line(error: BaseException) -> str:
    """Return what an error says, or the last line of it where Ray has put a whole traceback into it."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()] or [type(error).__name__]
    return (lines[-1] if "Traceback" in str(error) else lines[0])[:300].rstrip(".")


def refuse_unfit(node: str, facts: dict[str, Any], backend: str) -> None:
    """Refuse a node that can't do the work, by what it said (`node_check`).

    Raises:
        NotPossible: it lacks something.

    """
    if facts["version"] != __version__:
        has = f"has Frostline {facts['version']}, this one is {__version__}" if facts["version"] else "has no Frostline"
        hint = f"Install frostline[cluster] {__version__} in the Python from which `ray start` was called there."
        raise NotPossible(f"The node {node} {has}.", hint)
    if facts["missing"]:
        missing = ", ".join(facts["missing"])
        hint = f"Install frostline[cluster] with the backend {backend} there, or choose another with --backend."
        raise NotPossible(f"The node {node} lacks {missing}.", hint)
    if facts["unseen"]:
        raise NotPossible(
            f"The node {node} doesn't see {facts['unseen'][0]}.",
            "Choose folders that all nodes share under the same path, or URIs.",
        )


def workers_on(nodes: list[dict[str, Any]], most: int) -> tuple[int, int, dict[str, float]]:
    """Return how many workers there are to be, the cores of each, and what each takes of a node.

    Where any node has a GPU, those compute and the others don't: beside a GPU a processor adds nothing.
    """
    gpus = int(sum(node["Resources"].get("GPU", 0) for node in nodes))
    if gpus:
        with_gpus = [node["Resources"] for node in nodes if node["Resources"].get("GPU", 0)]
        cores = max(1, min(int(one["CPU"] // one["GPU"]) for one in with_gpus))
        return min(gpus, most or gpus), cores, {"num_gpus": 1, "num_cpus": cores}
    cores = min(_MOST_CORES, *(int(node["Resources"]["CPU"]) for node in nodes))
    workers = sum(int(node["Resources"]["CPU"]) // cores for node in nodes)
    return min(workers, most or workers), cores, {"num_cpus": cores}


def _listen(stop: threading.Event) -> None:
    """Hear `stop`, or that whoever started this process is gone."""
    sys.stdin.readline()
    stop.set()


def _private_output() -> TextIO:
    """Return a stream of our own to standard output, which then leads where standard error does."""
    words = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)
    return words


def _say(words: TextIO, **what: Any) -> None:
    print(json.dumps(what), file=words, flush=True)


if __name__ == "__main__":
    main()
