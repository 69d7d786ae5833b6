from __future__ import annotations

import ast
import dataclasses
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from core.data.split import stratified_split
from core.errors import UnusableInput
from core.export.scripts.builder import KERAS, PYTORCH, build_script, is_untouched_script, literal
from core.training.phases import TrainingPhase, planned_phases
from core.training.run_record import RunRecord
from core.training.specification import TrainingSpecification

FRAMEWORKS = (KERAS, PYTORCH)

#: Settings that together fill in every part of both templates.
CHOICES: dict[str, dict[str, Any]] = {
    "as it comes": {},
    "everything": {
        "thaw": "conv5",
        "head_first": 2,
        "hidden": 64,
        "dropout": 0.3,
        "schedule": "cosine",
        "label_smoothing": 0.1,
        "class_weights": True,
        "early_stopping": 3,
        "optimizer": "sgd",
        "weight_decay": 1e-4,
        "weights": "random",
        "views": 3,
        "mixed_precision": True,
        "time_limit": 60.0,
    },
    "plateau": {"thaw": "conv1,conv4_block2", "thaw_batch_norm": True, "schedule": "plateau", "optimizer": "adamw"},
    "a validation folder": {"validation_folder": Path("/no such/validation")},
    "nothing held out": {"validation_split": 0.0},
}


def record_of(
    folder: Path = Path("/no such/pictures"), class_names: tuple[str, ...] = ("ants", "bees"), **choices: Any
) -> RunRecord:
    """The record of a run on five pictures a class, of which the seed holds out one."""
    specification = TrainingSpecification(folder=folder, run=Path("/run"), **choices)
    files = [f"{name}/{number}.png" for name in class_names for number in range(5)]
    labels = [label for label in range(len(class_names)) for _ in range(5)]
    training, validation = stratified_split(labels, specification.validation_split, specification.seed)
    if specification.validation_folder is not None:
        training, validation = [*range(len(files))], [0]  # type: ignore[assignment]
    return RunRecord(
        specification=specification,
        state="finished",
        created="2026-03-01T12:00:00+00:00",
        class_names=class_names,
        trainable_layers=(),
        cut_layer="avg_pool",
        dataset_digest="",
        training_files=tuple(files[index] for index in training),
        validation_files=tuple(files[index] for index in validation),
        phases=planned_phases(specification),
    )


def write_pictures(folder: Path, record: RunRecord) -> None:
    for name in (*record.training_files, *record.validation_files):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")


def constant(script: str, name: str) -> Any:
    """The value of a constant of a script."""
    for statement in ast.parse(script).body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == name:
            return ast.literal_eval(statement.value)
    raise KeyError(name)


def found_by(script: str, folder: Path) -> tuple[set[str], set[str], list[str]]:
    """What the script's own `find_pictures` finds: names to train on, names held out, classes."""
    names: dict[str, Any] = {}
    tree = ast.parse(script)
    wanted = ("find_pictures", "list_pictures")
    tree.body = [
        one
        for one in tree.body
        if (isinstance(one, ast.FunctionDef) and one.name in wanted)
        or (isinstance(one, ast.Assign) and "torch" not in ast.unparse(one))
    ]
    prepared = "from pathlib import Path\nimport numpy as np\n" + ast.unparse(tree)
    exec(prepared, names)
    training, validation, classes = names["find_pictures"](folder)
    relative = [{file.relative_to(folder).as_posix() for file, _ in side} for side in (training, validation)]
    return relative[0], relative[1], classes


def test_every_script_is_clean_python_of_a_readable_length(tmp_path: Path) -> None:
    for number, choices in enumerate(CHOICES.values()):
        for framework in FRAMEWORKS:
            script = build_script(record_of(**choices), framework)
            (tmp_path / f"{framework}_{number}.py").write_text(script, encoding="utf-8")
            assert len(script.splitlines()) <= 280

    rules = ["--isolated", "--line-length", "120", "--target-version", "py311"]
    for command in (["check", "--select", "E,F,W,I,B,UP,SIM,C4,RUF,PTH"], ["format", "--check"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--no-cache", *rules, str(tmp_path)]
        done = subprocess.run(ruff, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_no_name_can_break_a_script(framework: str) -> None:
    class_names = ('"""', "back\\slash", "it's", "new\nline", "{{ name }}", "\u2028", 'say "x"')
    folder = Path('/it\'s """ \\ and\na new line')

    script = build_script(record_of(folder, class_names), framework, 'a"""b.py')

    assert constant(script, "FOLDER") == str(folder)
    assert tuple(constant(script, "CLASSES")) == class_names


def test_strings_are_written_so_that_python_reads_them_back() -> None:
    for text in ("plain", "it's", 'say "x"', "both ' and \"", "a\\b", "\udcff", "\u2028", ""):
        assert ast.literal_eval(literal(text)) == text
        literal(text).encode("utf-8")
    assert literal(("a",)) == '("a",)'


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_the_users_choices_are_in_the_script(framework: str) -> None:
    script = build_script(record_of(**CHOICES["everything"]), framework)

    beginning = {KERAS: "conv5_", PYTORCH: "layer4."}[framework]
    assert constant(script, "PHASES") == [(2, 0.001, ()), (20, 0.0001, (beginning,))]
    assert constant(script, "THAW_BATCH_NORM") is False
    assert "momentum=0.9, weight_decay=0.0001" in script
    assert "64" in script
    assert "The run computed in 16 bits" in script


def test_a_changed_plan_is_a_phase_of_the_script() -> None:
    record = record_of()
    phases = (
        TrainingPhase(first_epoch=1, last_epoch=3, thaw="head", thaw_batch_norm=False, learning_rate=0.01),
        TrainingPhase(first_epoch=4, last_epoch=9, thaw="conv4+", thaw_batch_norm=False, learning_rate=0.001),
    )

    script = build_script(dataclasses.replace(record, phases=phases), KERAS)

    assert constant(script, "PHASES") == [(3, 0.01, ()), (6, 0.001, ("conv4_", "conv5_"))]


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_the_seed_holds_out_what_the_run_held_out(framework: str, tmp_path: Path) -> None:
    record = record_of(tmp_path, seed=7)
    write_pictures(tmp_path, record)

    script = build_script(record, framework)

    assert "HELD_OUT = " not in script
    assert found_by(script, tmp_path) == (set(record.training_files), set(record.validation_files), ["ants", "bees"])


def test_pictures_that_the_run_did_not_use_are_named_and_left_out(tmp_path: Path) -> None:
    record = record_of(tmp_path)
    write_pictures(tmp_path, record)
    for name in ("ants/added.png", "bees/.hidden.png", "bees/notes.txt"):
        (tmp_path / name).write_bytes(b"")

    script = build_script(record, KERAS)

    assert constant(script, "LEFT_OUT") == ["ants/added.png"]
    assert found_by(script, tmp_path)[:2] == (set(record.training_files), set(record.validation_files))


def test_corrected_pictures_are_in_the_class_into_which_they_were_put(tmp_path: Path) -> None:
    record = record_of(tmp_path)
    collected = ".frostline/collection/bees/0f.png"
    moved = record.training_files[0]
    corrected = dataclasses.replace(
        record,
        training_files=(*record.training_files, collected),
        training_classes={moved: "bees", collected: "bees"},
    )
    write_pictures(tmp_path, corrected)

    script = build_script(corrected, KERAS)

    assert constant(script, "ELSEWHERE") == sorted(corrected.training_classes.items())
    assert found_by(script, tmp_path)[:2] == (set(corrected.training_files), set(record.validation_files))


def test_another_split_than_the_seeds_is_carried_by_name(tmp_path: Path) -> None:
    record = record_of(tmp_path)
    (held_out, *_), training = record.validation_files, record.training_files
    swapped = dataclasses.replace(
        record,
        training_files=(held_out, *training[1:]),
        validation_files=(training[0], *record.validation_files[1:]),
    )
    write_pictures(tmp_path, swapped)

    script = build_script(swapped, KERAS)

    assert set(constant(script, "HELD_OUT")) == set(swapped.validation_files)
    assert found_by(script, tmp_path)[:2] == (set(swapped.training_files), set(swapped.validation_files))


def test_a_weights_file_of_keras_is_nothing_for_torchvision() -> None:
    record = record_of(weights="/weights/mine.weights.h5")

    assert 'weights="/weights/mine.weights.h5"' in build_script(record, KERAS)
    with pytest.raises(UnusableInput, match=r"mine\.weights\.h5"):
        build_script(record, PYTORCH)


def test_a_script_that_someone_wrote_into_is_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "script.py"
    file.write_text(build_script(record_of(), KERAS), encoding="utf-8")
    assert is_untouched_script(file)

    file.write_text(file.read_text(encoding="utf-8").replace("SEED = 0", "SEED = 1"), encoding="utf-8")

    assert not is_untouched_script(file)
