"""The parts of an extraction that need no network: partitions, the listing, the ledger, addresses, the door to Ray."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from core import __version__
from core.cluster.address import cluster_address
from core.cluster.driver import NotPossible, refuse_unfit, workers_on
from core.cluster.ledger import Claim, Count, KeptLedger
from core.cluster.listing import Listed, list_pictures, pictures_of, portion_count, write_listing
from core.cluster.node_check import node_facts
from core.cluster.partition import PartitionDamaged, keys_of, map_partition, write_partition
from core.cluster.place import open_place
from core.cluster.store_files import FEATURES
from core.errors import FrostlineError, UnusableInput
from core.features.recipe import FeatureRecipe
from core.job_control import JobControl

ROOT = Path(__file__).parents[3]
KEYS = [f"{number:032x}" for number in range(50)]


def recipe(dtype: str = "float32", row_shape: tuple[int, ...] = (3, 2)) -> FeatureRecipe:
    return FeatureRecipe(
        backbone="ResNet50",
        weights_digest="0" * 32,
        cut_layer="somewhere",
        image_size=32,
        decoder="1",
        backend="tensorflow",
        row_shape=row_shape,
        dtype=dtype,
    )


def rows(dtype: str = "float32", row_shape: tuple[int, ...] = (3, 2)) -> np.ndarray:
    return np.random.default_rng(0).normal(size=(len(KEYS), *row_shape)).astype(dtype)


@pytest.mark.parametrize("dtype", ["float32", "float16"])
@pytest.mark.parametrize("row_shape", [(3, 2), (2048,), (7, 7, 64)])
def test_a_partition_is_mapped_as_it_was_written_and_others_read_the_same(
    tmp_path: Path, dtype: str, row_shape: tuple[int, ...]
) -> None:
    from pyarrow import parquet

    place = open_place(str(tmp_path)) / "part.parquet"
    written = rows(dtype, row_shape)
    write_partition([f"{key}:0" for key in KEYS], written, recipe(dtype, row_shape), place)

    partition = map_partition(tmp_path / "part.parquet", recipe(dtype, row_shape))
    others = np.asarray(parquet.read_table(place.path)["features"].to_pylist(), dtype=dtype)

    assert partition.keys == tuple(f"{key}:0" for key in KEYS) == tuple(keys_of(place))
    assert np.array_equal(partition.rows, written)
    assert np.array_equal(others.reshape(written.shape), written)
    assert all(partition.is_whole(position) for position in range(len(KEYS)))


def test_a_damaged_row_is_found_and_a_file_of_somebody_else_refused(tmp_path: Path) -> None:
    from pyarrow import parquet

    file = tmp_path / "part.parquet"
    write_partition(KEYS, rows(), recipe(), open_place(str(file)))
    whole = map_partition(file, recipe())
    content = bytearray(file.read_bytes())
    at = bytes(content).find(whole.rows[20].tobytes())
    content[at] ^= 1
    file.write_bytes(content)
    assert [number for number in range(len(KEYS)) if not map_partition(file, recipe()).is_whole(number)] == [20]

    parquet.write_table(parquet.read_table(file), tmp_path / "packed.parquet", compression="zstd")
    with pytest.raises(PartitionDamaged, match="packed"):
        map_partition(tmp_path / "packed.parquet", recipe())
    with pytest.raises(PartitionDamaged):
        map_partition(file, recipe("float16"))
    file.write_bytes(content[:200])
    with pytest.raises(PartitionDamaged):
        map_partition(file, recipe())


def test_every_picture_is_in_one_portion_and_always_in_the_same(tmp_path: Path) -> None:
    store, control = open_place(str(tmp_path)), JobControl()
    pictures = [Listed(f"ants/{number}.png", "ants", number, number) for number in range(1000)]

    counted = write_listing(iter(pictures), store, control)
    first = [pictures_of(portion, 7, store) for portion in range(7)]
    write_listing(iter(reversed(pictures)), store, control)

    assert counted == 1000
    assert sorted(one.size for portion in first for one in portion) == list(range(1000))
    assert min(len(portion) for portion in first) > 100
    assert first == [pictures_of(portion, 7, store) for portion in range(7)]


def test_a_listing_by_uri_has_the_classes_of_one_by_path(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    for name in ("bees/a.png", "ants/deep/b.jpg", "ants/c.txt", ".hidden/d.png", "ants/.e.png", "loose.png"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")

    near = sorted(list_pictures(open_place(str(folder)), JobControl(), inner_classes=False), key=lambda one: one.name)

    assert [(one.name, one.class_name) for one in near] == [("ants/deep/b.jpg", "ants"), ("bees/a.png", "bees")]
    assert open_place(folder.as_uri()).local == folder


@pytest.mark.parametrize(
    ("images", "portions"), [(1, 1), (128, 1), (500, 4), (10_000, 78), (10**6, 1000), (10**8, 10_000)]
)
def test_there_are_about_as_many_portions_as_images_in_one(images: int, portions: int) -> None:
    assert portion_count(images) == portions


def test_a_content_is_computed_by_whoever_asked_first_and_by_them_again(tmp_path: Path) -> None:
    write_partition(
        [f"{KEYS[0]}:0"], rows()[:1], recipe(), open_place(str(tmp_path)) / FEATURES / "00000" / "a.parquet"
    )
    ledger = KeptLedger(str(tmp_path))

    assert ledger.claim(KEYS[:3], ["a", "a", "b"]) == [Claim.STORED, Claim.COMPUTE, Claim.COMPUTE]
    assert ledger.claim(KEYS[:3], ["c", "a", "c"]) == [Claim.STORED, Claim.COMPUTE, Claim.ELSEWHERE]
    ledger.wrote([KEYS[1]])
    assert ledger.claim([KEYS[1]], ["a"]) == [Claim.ELSEWHERE]
    assert ledger.stored(KEYS[:3]) == [True, True, False]


def test_the_ledger_adds_up_the_portions_and_hears_of_a_stop(tmp_path: Path) -> None:
    ledger = KeptLedger(str(tmp_path))

    assert ledger.report(0, Count(computed=3))
    assert ledger.report(1, Count(problems=1))
    ledger.report(0, Count(computed=5, copies=1))
    ledger.stop()

    assert ledger.count() == Count(computed=5, copies=1, problems=1)
    assert ledger.count().done == 7
    assert not ledger.report(1, Count())


@pytest.mark.parametrize("text", ["ray://host:10001", "host:port", "host:99999", ":6379", "http://x"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(UnusableInput, match="is not the address of a cluster"):
        cluster_address(text)


def test_an_address_where_nobody_answers_is_a_sentence() -> None:
    with pytest.raises(FrostlineError, match=r"No cluster answers at 127\.0\.0\.1:9\.") as refused:
        cluster_address("127.0.0.1:9")

    assert refused.value.kind == "cluster_unreachable"


def test_auto_outside_of_a_cluster_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    monkeypatch.setenv("RAY_TMPDIR", str(tmp_path))

    with pytest.raises(UnusableInput, match="This computer is in no cluster"):
        cluster_address("auto")


def test_a_node_tells_what_it_has_and_what_it_does_not_see(tmp_path: Path) -> None:
    unseen = str(tmp_path / "elsewhere")

    facts = node_facts("no_such_backend", (str(tmp_path), unseen), (str(tmp_path),))

    assert facts == {"version": __version__, "missing": ["no_such_backend"], "unseen": [unseen, str(tmp_path)]}


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"version": ""}, r"The node 10\.0\.0\.2 has no Frostline\."),
        ({"version": "0.0.1"}, r"has Frostline 0\.0\.1, this one is"),
        ({"missing": ["keras", "jax"]}, r"lacks keras, jax\."),
        ({"unseen": ["/data"]}, r"doesn't see /data\."),
    ],
)
def test_a_node_that_can_not_do_the_work_is_named_with_what_it_lacks(facts: dict[str, object], words: str) -> None:
    fit = {"version": __version__, "missing": [], "unseen": []}
    refuse_unfit("10.0.0.2", fit, "jax")

    with pytest.raises(NotPossible, match=words):
        refuse_unfit("10.0.0.2", fit | facts, "jax")


CPU, GPU = {"CPU": 4.0}, {"CPU": 16.0, "GPU": 2.0}


@pytest.mark.parametrize(
    ("nodes", "most", "workers", "cores", "takes"),
    [
        ([CPU, CPU], 0, 2, 4, {"num_cpus": 4}),
        ([{"CPU": 64.0}, CPU], 0, 17, 4, {"num_cpus": 4}),
        ([{"CPU": 64.0}], 0, 8, 8, {"num_cpus": 8}),
        ([{"CPU": 64.0}], 3, 3, 8, {"num_cpus": 8}),
        ([CPU, GPU, GPU], 0, 4, 8, {"num_gpus": 1, "num_cpus": 8}),
    ],
)
def test_workers_are_on_gpus_where_there_are_any(
    nodes: list[dict[str, float]], most: int, workers: int, cores: int, takes: dict[str, float]
) -> None:
    assert workers_on([{"Resources": one} for one in nodes], most) == (workers, cores, takes)


def test_the_door_to_ray_keeps_it_quiet() -> None:
    pytest.importorskip("ray", reason="Ray is not installed: extra 'cluster'")
    code = (
        "from core.cluster.quiet_ray import import_ray; ray = import_ray();"
        "from ray._common.usage import usage_lib;"
        "print(usage_lib.usage_stats_enabled(), ray.data.DataContext.get_current().enable_progress_bars)"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("RAY_")}
    environment["PYTHONPATH"] = str(ROOT)

    printed = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False, timeout=120
    )

    assert printed.stdout.split() == ["False", "False"], printed.stderr
