from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path

import pytest

from core.data.corrections import Corrections, write_corrections
from core.errors import Stopped, UnusableInput
from core.evaluation.evaluate import evaluate
from core.job_control import JobControl
from core.messages import Event, Notice, Progress
from core.places import feature_store_folder
from core.training.run_record import read_run_record, write_run_record


def stages(events: list[Event]) -> set[str]:
    return {event.stage for event in events if isinstance(event, Progress)}


def test_a_run_is_measured_on_the_images_that_it_held_out(trained_run: Path) -> None:
    record = read_run_record(trained_run)

    evaluation = evaluate(trained_run, None, JobControl())

    assert evaluation.split == "validation"
    assert evaluation.images == len(record.validation_files) == 4
    assert evaluation.accuracy == pytest.approx(record.val_accuracy)
    assert evaluation.loss == pytest.approx(record.history[record.best_epoch - 1].val_loss, abs=1e-4)


def test_a_folder_is_measured_whole(trained_run: Path, dark_and_light: Path) -> None:
    evaluation = evaluate(trained_run, dark_and_light, JobControl())

    assert evaluation.split == "folder"
    assert evaluation.folder == dark_and_light
    assert evaluation.images == 16
    assert evaluation.class_names == ("dark", "light")
    assert evaluation.accuracy == 1.0
    assert evaluation.confusion == ((8, 0), (0, 8))
    assert [one.support for one in evaluation.classes] == [8, 8]
    assert evaluation.mistakes == ()


@pytest.mark.usefixtures("no_features_at_hand")
def test_features_are_kept_so_that_the_second_time_decodes_nothing(trained_run: Path, dark_and_light: Path) -> None:
    first: list[Event] = []
    second: list[Event] = []

    once = evaluate(trained_run, dark_and_light, JobControl(report=first.append))
    again = evaluate(trained_run, dark_and_light, JobControl(report=second.append))

    assert stages(first) == {"extract", "evaluate"}
    assert stages(second) == {"evaluate"}
    assert again == once


def test_the_pixels_say_the_same_as_the_stored_features(own_run: Path, dark_and_light: Path) -> None:
    by_features = evaluate(own_run, dark_and_light, JobControl())
    record = read_run_record(own_run)
    without_store = dataclasses.replace(record.specification, feature_store=False)
    write_run_record(dataclasses.replace(record, specification=without_store), own_run)
    events: list[Event] = []

    by_pixels = evaluate(own_run, dark_and_light, JobControl(report=events.append))

    assert stages(events) == {"evaluate"}
    assert by_pixels.loss == pytest.approx(by_features.loss, abs=1e-5)
    assert by_pixels.confusion == by_features.confusion


@pytest.mark.usefixtures("no_features_at_hand")
def test_a_model_file_without_a_run_is_measured_by_its_pixels(
    trained_run: Path, dark_and_light: Path, tmp_path: Path
) -> None:
    file = Path(shutil.copy(trained_run / "model.keras", tmp_path / "mine.keras"))
    shutil.copy(trained_run / "labels.txt", tmp_path / "mine.labels.txt")

    evaluation = evaluate(file, dark_and_light, JobControl())

    assert evaluation.accuracy == 1.0
    assert not feature_store_folder().exists()


def test_mistakes_are_named_the_surest_first(trained_run: Path, dark_and_light: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mixed up"
    for number in range(3):
        put(dark_and_light / "dark" / f"{number}.png", folder / "light" / f"{number}.png")
        put(dark_and_light / "dark" / f"{number}.png", folder / "dark" / f"{number}.png")

    evaluation = evaluate(trained_run, folder, JobControl())

    assert {mistake.file for mistake in evaluation.mistakes} == set((folder / "light").iterdir())
    assert {(mistake.true_class, mistake.predicted_class) for mistake in evaluation.mistakes} == {("light", "dark")}
    sureness = [mistake.probability for mistake in evaluation.mistakes]
    assert sureness == sorted(sureness, reverse=True)


def test_a_folder_may_lack_classes_but_not_bring_new_ones(
    trained_run: Path, dark_and_light: Path, tmp_path: Path
) -> None:
    put(dark_and_light / "dark" / "0.png", tmp_path / "dark" / "0.png")

    evaluation = evaluate(trained_run, tmp_path, JobControl())
    put(dark_and_light / "dark" / "0.png", tmp_path / "dusk" / "0.png")

    assert evaluation.confusion == ((1, 0), (0, 0))
    with pytest.raises(UnusableInput, match="dusk"):
        evaluate(trained_run, tmp_path, JobControl())


@pytest.mark.parametrize("model", ["the run", "a model file"])
def test_a_file_that_can_not_be_read_is_left_out_and_named(
    model: str, trained_run: Path, dark_and_light: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "pictures"
    put(dark_and_light / "dark" / "0.png", folder / "dark" / "0.png")
    (folder / "light").mkdir()
    (folder / "light" / "broken.jpg").write_bytes(b"\xff\xd8\xff and no more")
    path = trained_run
    if model == "a model file":
        path = Path(shutil.copy(trained_run / "model.keras", tmp_path / "mine.keras"))
        (tmp_path / "mine.labels.txt").write_text("dark\nlight\n")
    events: list[Event] = []

    evaluation = evaluate(path, folder, JobControl(report=events.append))

    assert evaluation.images == 1
    [notice] = [event for event in events if isinstance(event, Notice)]
    assert "broken.jpg" in notice.message


def test_a_folder_without_a_readable_image_is_refused(trained_run: Path, tmp_path: Path) -> None:
    (tmp_path / "dark").mkdir()
    (tmp_path / "dark" / "broken.png").write_bytes(b"\x89PNG and no more")

    with pytest.raises(UnusableInput, match="None of the images"):
        evaluate(trained_run, tmp_path, JobControl())


def test_an_empty_folder_is_refused_with_the_names_of_the_classes(trained_run: Path, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="has no images") as caught:
        evaluate(trained_run, tmp_path, JobControl())

    assert "dark, light" in caught.value.hint


def test_held_out_images_that_are_gone_are_told(own_run: Path, dark_and_light: Path, tmp_path: Path) -> None:
    record = read_run_record(own_run)
    moved = shutil.copytree(dark_and_light, tmp_path / "moved")
    (moved / record.validation_files[0]).unlink()
    point_to(own_run, moved)
    events: list[Event] = []

    evaluation = evaluate(own_run, None, JobControl(report=events.append))
    shutil.rmtree(moved)

    assert evaluation.images == 3
    assert record.validation_files[0] in "".join(event.message for event in events if isinstance(event, Notice))
    with pytest.raises(UnusableInput, match="no longer in"):
        evaluate(own_run, None, JobControl())


def test_a_run_that_held_out_nothing_asks_for_a_folder(own_run: Path) -> None:
    write_run_record(dataclasses.replace(read_run_record(own_run), validation_files=()), own_run)

    with pytest.raises(UnusableInput, match="held out no images"):
        evaluate(own_run, None, JobControl())


def test_a_model_file_alone_asks_for_a_folder(trained_run: Path, tmp_path: Path) -> None:
    file = Path(shutil.copy(trained_run / "model.keras", tmp_path / "mine.keras"))

    with pytest.raises(UnusableInput, match="without the record"):
        evaluate(file, None, JobControl())


def test_an_evaluation_can_be_stopped(trained_run: Path, dark_and_light: Path) -> None:
    control = JobControl()
    control.stop_requested.set()

    with pytest.raises(Stopped):
        evaluate(trained_run, dark_and_light, control)


def put(source: Path, destination: Path) -> None:
    destination.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, destination)


def point_to(run: Path, folder: Path) -> None:
    content = json.loads((run / "run.json").read_text())
    content["specification"]["folder"] = str(folder)
    (run / "run.json").write_text(json.dumps(content))


def test_inner_folders_of_a_folder_are_read_as_is_said(trained_run: Path, dark_and_light: Path, tmp_path: Path) -> None:
    # Given a model file without a run, and its classes as folders inside of others
    file = Path(shutil.copy(trained_run / "model.keras", tmp_path / "mine.keras"))
    shutil.copy(trained_run / "labels.txt", tmp_path / "mine.labels.txt")
    shutil.copytree(dark_and_light, tmp_path / "pictures" / "all")
    folder = tmp_path / "pictures"

    assert evaluate(file, folder, JobControl(), inner_classes=True).images == 16
    with pytest.raises(UnusableInput, match="not trained: all"):
        evaluate(file, folder, JobControl(), inner_classes=False)

    # When nothing is said, the folder's own answer counts
    write_corrections(folder, Corrections(inner_classes=True))
    assert evaluate(file, folder, JobControl()).images == 16
    # And a run goes by what it recorded
    with pytest.raises(UnusableInput, match="not trained: all"):
        evaluate(trained_run, folder, JobControl())
