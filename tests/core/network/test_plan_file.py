"""A plan survives being saved and loaded, and anything else is refused in a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.errors import UnusableInput
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, parse_spec
from core.network.plan_file import read_plan, write_plan


@pytest.mark.parametrize("spec", ["head", "conv5_block3", "conv2_block1_1_conv,conv4+", "all"])
@pytest.mark.parametrize("thaw_batch_norm", [False, True])
def test_a_saved_plan_is_the_one_that_is_loaded(
    network: NetworkDescription, tmp_path: Path, spec: str, thaw_batch_norm: bool
) -> None:
    plan = FreezePlan(parse_spec(spec, network), thaw_batch_norm)

    write_plan(plan, network, tmp_path / "mine.frostplan.json")

    assert read_plan(tmp_path / "mine.frostplan.json", network) == plan


def test_the_file_is_short_and_readable(network: NetworkDescription, tmp_path: Path) -> None:
    file = tmp_path / "mine.frostplan.json"

    write_plan(FreezePlan(parse_spec("conv4+", network)), network, file)

    assert json.loads(file.read_text())["thaw"] == "conv4+"
    assert len(file.read_text().splitlines()) == 6


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"[]",
        b"{}",
        b'{"frostline_plan": 2, "backbone": "ResNet50", "thaw": "head"}',
        b'{"frostline_plan": 1, "backbone": "VGG16", "thaw": "head"}',
        b'{"frostline_plan": 1, "backbone": "ResNet50", "thaw": 7}',
        b'{"frostline_plan": 1, "backbone": "ResNet50", "thaw": "head", "thaw_batch_norm": "yes"}',
        b'{"frostline_plan": 1, "backbone": "ResNet50", "thaw": "conv9"}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_plan_is_refused_in_a_sentence(network: NetworkDescription, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "odd.frostplan.json"
    file.write_bytes(content)

    with pytest.raises(UnusableInput) as refusal:
        read_plan(file, network)

    assert refusal.value.message.endswith(".")


def test_a_missing_file_is_named(network: NetworkDescription, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="absent"):
        read_plan(tmp_path / "absent.frostplan.json", network)
