"""Every row about training runs and finds numbers, on tiny pictures; how fast is not judged here."""

from __future__ import annotations

import importlib.util

import pytest

from benchmarks.findings import Outcome, Table, Unmeasured
from benchmarks.rows import (
    cluster,
    engines,
    extraction,
    head_cold,
    head_warm,
    image_scaling,
    naive_torch,
    same_head,
    scikit_learn,
    stage_scaling,
    thawed_epoch,
)
from benchmarks.workbench import Workbench

pytestmark = [
    pytest.mark.rows,
    # Keras says so to everybody who gives `fit` a data set without words on shuffling, as a user would.
    pytest.mark.filterwarnings("ignore:`shuffle=True` was passed"),
]


def test_a_cluster_is_measured_beside_the_local_engine(workbench: Workbench) -> None:
    pytest.importorskip("ray", reason="Ray is not installed: extra 'cluster'")

    found = list(cluster.measure(workbench))

    assert [type(one) for one in found] == [Outcome, Table, Table, Outcome]
    assert all(one.ours.value > 0 and one.reference.value > 0 for one in found if isinstance(one, Outcome))


def test_trainings_of_a_head_are_compared_and_the_heads_are_the_same(workbench: Workbench) -> None:
    rows = (head_cold, head_warm, extraction, same_head, scikit_learn)

    found = {one.title: one for row in rows for one in row.measure(workbench)}

    outcomes = [one for one in found.values() if isinstance(one, Outcome)]
    assert len(outcomes) == len(found) == 7
    assert all(one.ours.value > 0 and one.reference.value > 0 for one in outcomes if one.ours.unit == "s")
    cold, warm = workbench.frost_line()
    assert cold["images_extracted"] == workbench.photo_count == 16
    assert warm["images_extracted"] == 0
    heads = found["Trained head against naive fit's head, same seed and order"]
    assert isinstance(heads, Outcome)
    assert heads.holds, heads.as_text()
    assert heads.reference.value > 0.01


def test_thawed_epoch_is_compared_with_the_same_layers_thawed(workbench: Workbench) -> None:
    (outcome,) = thawed_epoch.measure(workbench)

    assert isinstance(outcome, Outcome)
    assert outcome.ours.value > 0
    assert outcome.reference.value > 0


def test_naive_pytorch_is_measured_where_it_is_installed(workbench: Workbench) -> None:
    (finding,) = naive_torch.measure(workbench)

    if importlib.util.find_spec("torch") is None:
        assert isinstance(finding, Unmeasured)
        assert "EXTRAS=dev,torch" in finding.reason
    else:
        assert isinstance(finding, Outcome)
        assert finding.reference.value > 0


def test_engines_are_compared_or_refused_in_a_sentence(workbench: Workbench) -> None:
    found = list(engines.measure(workbench))

    assert len(found) == 2
    for one in found:
        assert isinstance(one, Outcome) or one.holds, one.as_text()
        assert "%" in one.note if isinstance(one, Outcome) else "openvino" in one.as_text().lower()


def test_cost_against_the_number_of_images_is_a_table_and_compares_the_memory(workbench: Workbench) -> None:
    table, memory = image_scaling.measure(workbench)

    assert isinstance(table, Table)
    assert table.column("images") == [8, 24]
    few, many = table.column("store MB")
    assert 2.5 < many / few < 3.5, "a row for each image, and no two images alike"
    assert all(megabytes > 100 for megabytes in table.column("peak memory MB"))
    assert isinstance(memory, Outcome)
    assert 0.5 < memory.ratio < 2


def test_cost_against_thawed_layers_is_a_table(workbench: Workbench) -> None:
    (table,) = stage_scaling.measure(workbench)

    assert isinstance(table, Table)
    assert [line[0] for line in table.lines] == ["conv5_block3"]
    assert table.column("epoch s")[0] > 0
    assert table.column("naive epoch s")[0] > 0
