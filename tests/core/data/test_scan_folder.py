"""What the scan of a data folder finds, names, passes over and refuses."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.data.listing import list_class_folders
from core.data.scan import scan_folder
from core.errors import Stopped, UnusableInput
from core.job_control import JobControl
from core.messages import ClassCount, ClassesListed, Event, FileProblem, FolderScan, Notice, Progress

WritePicture = Callable[..., Path]


def scan(folder: Path) -> FolderScan:
    return scan_folder(folder, JobControl())


def reasons(found: FolderScan) -> dict[str, str]:
    return {problem.file.relative_to(found.folder).as_posix(): problem.reason for problem in found.problems}


def write_noise(file: Path, height: int = 100) -> Path:
    pixels = np.random.default_rng(0).integers(0, 256, (height, 700, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(file)
    return file


@pytest.fixture
def two_classes(tmp_path: Path, write_picture: WritePicture) -> Path:
    """A folder of ants (two images) and bees (one)."""
    folder = tmp_path / "insects"
    for name in ("ants/1.png", "ants/2.jpg", "bees/1.png"):
        write_picture(folder / name)
    return folder


def test_classes_come_sorted_with_their_usable_files(two_classes: Path) -> None:
    found = scan(two_classes)

    assert found.folder == two_classes
    assert found.classes == (ClassCount(class_name="ants", images=2), ClassCount(class_name="bees", images=1))
    assert found.files == (("ants/1.png", "ants/2.jpg"), ("bees/1.png",))
    assert found.problems == ()
    assert found.obstacles == ()


def test_classes_and_files_are_those_of_keras(tmp_path: Path, write_picture: WritePicture) -> None:
    # Given names whose order depends on the rule: capitals, digits, accents, nested folders
    for name in ("b", "a", "B", "10", "9", "é", "a b"):
        write_picture(tmp_path / name / "2.png")
        write_picture(tmp_path / name / "deeper" / "1.png")
    import keras

    dataset = keras.utils.image_dataset_from_directory(tmp_path, shuffle=False, image_size=(8, 8), verbose=False)
    found = scan(tmp_path)

    assert [count.class_name for count in found.classes] == dataset.class_names
    ours = [tmp_path / file for files in found.files for file in files]
    assert sorted(map(str, ours)) == sorted(dataset.file_paths)


def test_names_in_any_script_are_kept(tmp_path: Path, write_picture: WritePicture) -> None:
    for name in ("蝶/蝶々.png", "пчёлы/Фото 1.png", "نمل/صورة.png", "fjärilar/🦋 #1.png"):
        write_picture(tmp_path / name)

    found = scan(tmp_path)

    assert {count.class_name for count in found.classes} == {"蝶", "пчёлы", "نمل", "fjärilar"}
    assert {file for files in found.files for file in files} == {
        "蝶/蝶々.png",
        "пчёлы/Фото 1.png",
        "نمل/صورة.png",
        "fjärilar/🦋 #1.png",
    }
    assert found.problems == ()


def test_a_name_of_undecodable_bytes_is_a_problem(two_classes: Path) -> None:
    picture = (two_classes / "ants" / "1.png").read_bytes()
    Path(os.fsdecode(os.fsencode(two_classes / "ants") + b"/caf\xe9.png")).write_bytes(picture)

    found = scan(two_classes)

    assert reasons(found) == {"ants/caf?.png": "The name of the file is not valid text: rename it."}
    assert found.classes[0] == ClassCount(class_name="ants", images=2, problems=1)


def test_images_in_nested_folders_belong_to_the_class(two_classes: Path, write_picture: WritePicture) -> None:
    write_picture(two_classes / "ants" / "red" / "small" / "3.png")

    assert scan(two_classes).files[0] == ("ants/1.png", "ants/2.jpg", "ants/red/small/3.png")


def test_hidden_and_system_files_are_passed_over(two_classes: Path, write_picture: WritePicture) -> None:
    for name in (".DS_Store", "ants/.hidden.png", "ants/Thumbs.db", "ants/desktop.ini", "bees/._1.png"):
        (two_classes / name).write_bytes(b"system")
    for name in ("__MACOSX/1.png", ".git/1.png", "ants/.trash/1.png", "ants/__MACOSX/1.png"):
        write_picture(two_classes / name)

    found = scan(two_classes)

    assert found.files == (("ants/1.png", "ants/2.jpg"), ("bees/1.png",))
    assert found.problems == ()


def test_files_that_cannot_be_used_are_named_with_a_reason(two_classes: Path) -> None:
    cut = write_noise(two_classes / "ants" / "cut.jpg")
    cut.write_bytes(cut.read_bytes()[:-3000])
    (two_classes / "ants" / "empty.png").touch()
    (two_classes / "bees" / "labels.csv").write_text("file,label\n")
    (two_classes / "bees" / "renamed.jpg").write_text("not a picture at all")

    found = scan(two_classes)

    assert reasons(found) == {
        "ants/cut.jpg": "The image is cut short: the end of the file is missing.",
        "ants/empty.png": "The file is empty.",
        "bees/labels.csv": "It is not an image.",
        "bees/renamed.jpg": "It is not an image.",
    }
    assert [(count.images, count.problems) for count in found.classes] == [(2, 2), (1, 2)]
    assert found.files == (("ants/1.png", "ants/2.jpg"), ("bees/1.png",))
    assert found.obstacles == ()


def test_the_end_of_a_large_jpeg_is_looked_at_too(two_classes: Path) -> None:
    file = write_noise(two_classes / "bees" / "large.jpg", height=900)
    file.write_bytes(file.read_bytes()[:-3000])

    assert list(reasons(scan(two_classes))) == ["bees/large.jpg"]


def test_the_content_decides_and_not_the_suffix(two_classes: Path) -> None:
    picture = (two_classes / "ants" / "1.png").read_bytes()
    for name in ("really a png.jpg", "no suffix"):
        (two_classes / "ants" / name).write_bytes(picture)

    found = scan(two_classes)

    ants = [name.removeprefix("ants/") for name in found.files[0]]
    assert ants == ["1.png", "2.jpg", "no suffix", "really a png.jpg"]
    assert found.problems == ()


def test_a_picture_that_training_passes_over_by_its_name_is_named(two_classes: Path) -> None:
    (two_classes / "ants" / "strange.dat").write_bytes((two_classes / "ants" / "1.png").read_bytes())

    found = scan(two_classes)

    assert reasons(found) == {
        "ants/strange.dat": "It is a picture (PNG), but its name ends otherwise: rename it to train on it."
    }
    assert found.files[0] == ("ants/1.png", "ants/2.jpg")


def test_links_in_a_loop_end(two_classes: Path) -> None:
    (two_classes / "ants" / "round").symlink_to(two_classes / "ants", target_is_directory=True)
    (two_classes / "ants" / "itself").symlink_to(two_classes / "ants" / "itself")

    found = scan(two_classes)

    assert found.files[0] == ("ants/1.png", "ants/2.jpg")
    assert list(reasons(found)) == ["ants/itself"]


def test_links_to_folders_are_followed(two_classes: Path, tmp_path: Path, write_picture: WritePicture) -> None:
    write_picture(tmp_path / "elsewhere" / "3.png")
    (two_classes / "ants" / "more").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (two_classes / "wasps").symlink_to(tmp_path / "elsewhere", target_is_directory=True)

    found = scan(two_classes)

    assert found.files == (("ants/1.png", "ants/2.jpg", "ants/more/3.png"), ("bees/1.png",), ("wasps/3.png",))


def test_a_pipe_does_not_hold_up_the_scan(two_classes: Path) -> None:
    os.mkfifo(two_classes / "ants" / "pipe.jpg")

    assert reasons(scan(two_classes)) == {"ants/pipe.jpg": "It is not a file."}


def test_a_folder_that_may_not_be_opened_is_a_problem(folder_of_nobody: Path, write_picture: WritePicture) -> None:
    for name in ("ants/1.png", "ants/closed/2.png", "bees/1.png"):
        write_picture(folder_of_nobody / name)
    (folder_of_nobody / "ants" / "closed").chmod(0)

    found = scan(folder_of_nobody)

    assert reasons(found) == {"ants/closed": "The folder can't be looked into (Permission denied)."}
    assert found.files == (("ants/1.png",), ("bees/1.png",))


def test_the_classes_are_told_before_the_check(two_classes: Path) -> None:
    (two_classes / "ants" / "notes.txt").write_text("not counted by its name")
    (two_classes / "bees" / "bad.jpg").write_text("counted until it is checked")
    events: list[Event] = []

    scan_folder(two_classes, JobControl(report=events.append))

    listed = ClassesListed(
        classes=(ClassCount(class_name="ants", images=2), ClassCount(class_name="bees", images=2)),
    )
    told = [event for event in events if not isinstance(event, FileProblem)]
    stages = [event.stage if isinstance(event, Progress) else event for event in told]
    at = stages.index(listed)
    assert set(stages[:at]) == {"list"}
    assert set(stages[at + 1 :]) == {"check"}
    last = events[-1]
    assert isinstance(last, Progress)
    assert (last.done, last.total) == (5, 5)


def test_each_problem_is_told_when_it_is_found(two_classes: Path) -> None:
    # Given two files that can't be used
    (two_classes / "ants" / "empty.png").touch()
    (two_classes / "bees" / "text.png").write_text("no picture")
    events: list[Event] = []
    # When the folder is scanned
    scan = scan_folder(two_classes, JobControl(report=events.append))
    # Then they were told on the way, the same as in the end
    told = [event for event in events if isinstance(event, FileProblem)]
    assert sorted(told, key=lambda one: one.file) == sorted(scan.problems, key=lambda one: one.file)
    assert {one.file.name for one in told} >= {"empty.png", "text.png"}


def test_stop_in_the_middle_of_the_check_ends_it(tmp_path: Path, write_picture: WritePicture) -> None:
    for number in range(200):
        write_picture(tmp_path / "ab"[number % 2] / f"{number}.png")
    checked: list[int] = []

    def stop_soon(event: Event) -> None:
        if isinstance(event, Progress) and event.stage == "check":
            checked.append(event.done)
            control.stop_requested.set()

    control = JobControl(report=stop_soon)

    with pytest.raises(Stopped):
        scan_folder(tmp_path, control)

    assert checked == [0]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("decode")]


def test_stop_before_the_listing_ends_it(two_classes: Path) -> None:
    control = JobControl()
    control.stop_requested.set()

    with pytest.raises(Stopped):
        scan_folder(two_classes, control)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="does not exist") as caught:
        scan(tmp_path / "gone")

    assert caught.value.kind == "folder_missing"


def test_a_file_is_no_folder(two_classes: Path) -> None:
    with pytest.raises(UnusableInput, match=r"1\.png is not a folder"):
        scan(two_classes / "ants" / "1.png")


def test_a_folder_that_may_not_be_read_is_refused(folder_of_nobody: Path) -> None:
    closed = folder_of_nobody / "closed"
    closed.mkdir(mode=0)

    with pytest.raises(UnusableInput, match="Permission denied"):
        scan(closed)


def test_a_class_name_of_undecodable_bytes_is_refused(two_classes: Path) -> None:
    Path(os.fsdecode(os.fsencode(two_classes) + b"/caf\xe9")).mkdir()

    with pytest.raises(UnusableInput, match="not valid text"):
        list_class_folders(two_classes)


def test_images_beside_the_classes_are_noticed(two_classes: Path, write_picture: WritePicture) -> None:
    write_picture(two_classes / "stray.png")
    events: list[Event] = []

    found = scan_folder(two_classes, JobControl(report=events.append))

    notices = [event.message for event in events if isinstance(event, Notice)]
    assert notices == [f"1 image lies directly in {two_classes}, outside of any class, and will not be used."]
    assert found.obstacles == ()
