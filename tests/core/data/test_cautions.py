"""What a scan says besides problems: doubtful numbers, names and copies, each with what to do."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.data.cautions import count_cautions, duplicate_cautions, is_misnamed
from core.data.scan import scan_folder
from core.job_control import JobControl
from core.messages import Caution, ClassCount, DuplicateGroup, FolderScan

WritePicture = Callable[..., Path]


def scan(folder: Path) -> FolderScan:
    return scan_folder(folder, JobControl())


def cautions(**images: int) -> dict[str, Caution]:
    counts = [ClassCount(class_name=name, images=number) for name, number in images.items()]
    return {caution.kind: caution for caution in count_cautions(counts)}


def write_noise(file: Path, seed: int) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.random.default_rng(seed).integers(0, 256, (64, 64, 3), dtype=np.uint8)).save(file)
    return file


@pytest.fixture
def different(tmp_path: Path) -> Path:
    """Two classes of three pictures each, none like another."""
    for number in range(6):
        write_noise(tmp_path / "data" / ("ants", "bees")[number % 2] / f"{number}.png", number)
    return tmp_path / "data"


def test_nothing_doubtful_gives_no_caution(different: Path) -> None:
    found = scan(different)

    assert found.cautions == ()
    assert found.duplicates == ()


def test_a_class_with_one_image_is_named() -> None:
    found = cautions(ants=1, bees=2, wasps=0)

    assert list(found) == ["one_image"]
    assert found["one_image"].class_name == "ants"
    assert "'ants' has a single image" in found["one_image"].message


def test_strong_imbalance_is_told_with_the_remedy() -> None:
    assert cautions(ants=49, bees=10) == {}

    caution = cautions(ants=1200, bees=10, wasps=600, none=0)["imbalance"]

    assert "'ants' has 1,200 images, 'bees' 10" in caution.message
    assert "--class-weights" in caution.hint
    assert caution.class_name == "bees"


def test_a_file_that_is_called_another_format_is_used_and_named(different: Path) -> None:
    misnamed = different / "ants" / "photo.jpg"
    (different / "ants" / "0.png").rename(misnamed)

    found = scan(different)

    assert found.problems == ()
    assert found.classes[0].images == 3
    (caution,) = found.cautions
    assert (caution.kind, caution.files) == ("misnamed", (misnamed,))
    assert str(misnamed) in caution.message
    assert "PNG" in caution.message


@pytest.mark.parametrize(
    ("name", "image_format", "wrong"),
    [
        ("a.jpg", "JPEG", False),
        ("a.JPEG", "MPO", False),
        ("a.bmp", "DIB", False),
        ("a.jpg", "WEBP", True),
        ("a.png", "JPEG", True),
        ("a", "PNG", False),
        ("a.dat", "PNG", False),
    ],
)
def test_a_name_is_wrong_only_if_it_says_another_format(name: str, image_format: str, wrong: bool) -> None:
    assert is_misnamed(name, image_format) is wrong


def test_copies_within_and_across_classes_are_told(different: Path) -> None:
    # Given a copy within a class, and one that is smaller and of another format in the other class
    shutil.copy(different / "ants" / "0.png", different / "ants" / "copy.png")
    grains = np.random.default_rng(99).integers(0, 256, (24, 24, 3), dtype=np.uint8)
    smooth = Image.fromarray(grains).resize((256, 256), Image.Resampling.BICUBIC)
    smooth.save(different / "bees" / "smooth.png")
    smooth.resize((180, 180)).save(different / "ants" / "smooth.jpg", quality=85)

    found = scan(different)

    assert found.duplicates == (
        DuplicateGroup(
            files=(different / "ants" / "0.png", different / "ants" / "copy.png"),
            class_names=("ants", "ants"),
            exact=True,
        ),
        DuplicateGroup(
            files=(different / "ants" / "smooth.jpg", different / "bees" / "smooth.png"),
            class_names=("ants", "bees"),
            exact=False,
        ),
    )
    (caution,) = found.cautions
    assert caution.kind == "across_classes"
    assert caution.files == found.duplicates[1].files
    assert caution.message.startswith("1 picture is in more than one class")


def test_a_folder_whose_images_all_look_alike_is_told_of() -> None:
    assert [caution.kind for caution in duplicate_cautions((), all_alike=True)] == ["all_alike"]


def test_a_folder_that_may_only_be_read_is_scanned(different: Path) -> None:
    for folder in (different / "ants", different / "bees", different):
        folder.chmod(0o500)

    found = scan(different)

    assert [count.images for count in found.classes] == [3, 3]
    for folder in (different, different / "ants", different / "bees"):
        folder.chmod(0o700)
