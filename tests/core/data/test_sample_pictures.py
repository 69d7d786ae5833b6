"""The sample set: always the same, whole or not there, and not to be told apart by colour."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.neighbors import NearestCentroid
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from core.data.decode import decode_image
from core.data.sample_pictures import MARKER_FILE, SAMPLE_CLASSES, draw_sample_pictures
from core.data.scan import scan_folder
from core.errors import Stopped, UnusableInput
from core.job_control import JobControl
from core.messages import Event, Progress

CLASSES = ["fish", "leaves", "mushrooms", "snowflakes"]
WritePicture = Callable[..., Path]


def draw(folder: Path, *, pictures_per_class: int = 2, seed: int = 0, edge: int = 32) -> Path:
    draw_sample_pictures(folder, JobControl(), pictures_per_class=pictures_per_class, seed=seed, edge=edge)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="session")
def whole_set(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fifty pictures of each class, drawn small."""
    return draw(tmp_path_factory.mktemp("samples") / "set", pictures_per_class=50, edge=72)


@pytest.fixture(scope="session")
def pictures(whole_set: Path) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """All pictures as floats (200, 64, 64, 3), and their classes."""
    files = [file for name in CLASSES for file in sorted((whole_set / name).iterdir())]
    return np.stack([decode_image(file, 64) for file in files]).astype(float), np.repeat(np.arange(4), 50)


def held_out_accuracy(model: object, features: NDArray[np.float64], labels: NDArray[np.int64]) -> float:
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    return float(cross_val_score(make_pipeline(StandardScaler(), model), features, labels, cv=folds).mean())


def test_the_set_is_ready_for_training(whole_set: Path) -> None:
    found = scan_folder(whole_set, JobControl())

    assert [(count.class_name, count.images, count.problems) for count in found.classes] == [
        (name, 50, 0) for name in CLASSES
    ]
    assert found.obstacles == ()
    assert sorted(SAMPLE_CLASSES) == CLASSES


def test_pictures_have_the_size_that_was_asked_for(whole_set: Path) -> None:
    with Image.open(whole_set / "fish" / "fish_001.jpg") as picture:
        assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (72, 72))


def test_the_same_seed_draws_the_same_bytes(tmp_path: Path) -> None:
    first, second, other = draw(tmp_path / "1"), draw(tmp_path / "2"), draw(tmp_path / "3", seed=1)

    assert len(contents(first)) == 9
    assert contents(first) == contents(second)
    assert all(contents(other)[name] != content for name, content in contents(first).items())


def test_no_two_pictures_are_the_same(whole_set: Path) -> None:
    assert len(set(contents(whole_set).values())) == 201


@pytest.mark.parametrize("model", [NearestCentroid(), LogisticRegression(max_iter=1000)], ids=["centroid", "logistic"])
def test_colour_does_not_tell_the_classes_apart(
    pictures: tuple[NDArray[np.float64], NDArray[np.int64]], model: object
) -> None:
    pixels, labels = pictures
    means, spreads = pixels.mean((1, 2)), pixels.std((1, 2))

    assert held_out_accuracy(model, means, labels) < 0.45
    assert held_out_accuracy(model, np.hstack([means, spreads]), labels) < 0.45


def test_shape_tells_the_classes_apart(pictures: tuple[NDArray[np.float64], NDArray[np.int64]]) -> None:
    # Given how much the brightness changes in each of 8 x 8 fields, which is as plain a look at shape as there is
    pixels, labels = pictures
    down, across = np.gradient(pixels.mean(3), axis=(1, 2))
    steps = np.hypot(down, across).reshape(len(labels), 8, 8, 8, 8).mean((2, 4)).reshape(len(labels), -1)

    assert held_out_accuracy(LogisticRegression(max_iter=2000, C=0.1), steps, labels) > 0.8


def test_a_set_that_is_there_is_left_alone(tmp_path: Path) -> None:
    folder = draw(tmp_path / "set")
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}

    draw(folder)

    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_another_set_takes_its_place(tmp_path: Path) -> None:
    folder = draw(tmp_path / "set", pictures_per_class=3)

    draw(folder, pictures_per_class=1, seed=5)

    assert contents(folder) == contents(draw(tmp_path / "fresh", pictures_per_class=1, seed=5))


def test_a_set_with_a_hole_is_made_whole(tmp_path: Path) -> None:
    folder = draw(tmp_path / "set")
    whole = contents(folder)
    (folder / "fish" / "fish_002.jpg").unlink()

    draw(folder)

    assert contents(folder) == whole


def test_a_folder_of_the_user_is_never_replaced(tmp_path: Path, write_picture: WritePicture) -> None:
    own = write_picture(tmp_path / "holiday" / "beach" / "1.png")

    with pytest.raises(UnusableInput, match=r"beach/1\.png"):
        draw(tmp_path / "holiday")

    assert contents(tmp_path / "holiday") == {"beach/1.png": own.read_bytes()}


def test_a_set_to_which_the_user_added_is_never_replaced(tmp_path: Path, write_picture: WritePicture) -> None:
    folder = draw(tmp_path / "set")
    write_picture(folder / "fish" / "my own.png")

    draw(folder)
    with pytest.raises(UnusableInput, match=r"my own\.png"):
        draw(folder, seed=1)

    assert (folder / "fish" / "my own.png").is_file()


def test_a_damaged_marker_is_no_licence_to_replace(tmp_path: Path) -> None:
    folder = draw(tmp_path / "set")
    (folder / MARKER_FILE).write_text("{")

    with pytest.raises(UnusableInput, match="did not draw"):
        draw(folder)


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "set").mkdir()

    assert len(contents(draw(tmp_path / "set"))) == 9


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "set").write_text("a file")

    with pytest.raises(UnusableInput, match="is a file"):
        draw(tmp_path / "set")

    assert (tmp_path / "set").read_text() == "a file"


def test_a_place_that_may_not_be_written_is_refused(folder_of_nobody: Path) -> None:
    folder_of_nobody.chmod(0o500)

    with pytest.raises(UnusableInput, match="can't be written"):
        draw(folder_of_nobody / "set")


def test_stop_in_the_middle_leaves_nothing_behind(tmp_path: Path) -> None:
    events: list[Event] = []

    def stop_at_once(event: Event) -> None:
        events.append(event)
        control.stop_requested.set()

    control = JobControl(report=stop_at_once)

    with pytest.raises(Stopped):
        draw_sample_pictures(tmp_path / "set", control, pictures_per_class=5, edge=32)

    assert events == [Progress(stage="draw", done=0, total=20)]
    assert list(tmp_path.iterdir()) == []
