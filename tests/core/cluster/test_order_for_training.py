"""What the window asks of a cluster is what the training that follows would compute."""

from __future__ import annotations

from pathlib import Path

from core.cluster.extraction import ExtractionOrder, order_for_training
from core.training.specification import TrainingSpecification


def test_an_order_has_everything_of_a_training_that_its_features_depend_on(tmp_path: Path) -> None:
    specification = TrainingSpecification(
        folder=tmp_path / "insects",
        run=tmp_path / "run",
        backbone="ResNet50V2",
        weights="random",
        image_size=96,
        seed=7,
        engine="openvino",
        feature_dtype="float16",
        inner_classes=True,
        pixel_limit=1_000_000,
    )

    order = order_for_training(specification, "avg_pool", cluster="auto", store=tmp_path / "store")

    assert order == ExtractionOrder(
        source=str(tmp_path / "insects"),
        store=str(tmp_path / "store"),
        cut="avg_pool",
        cluster="auto",
        backbone="ResNet50V2",
        weights="random",
        image_size=96,
        seed=7,
        engine="openvino",
        feature_dtype="float16",
        inner_classes=True,
        pixel_limit=1_000_000,
    )
