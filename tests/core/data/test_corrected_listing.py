"""Who is a member of which class when a person corrected the folder, collected pictures, or reads inner folders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from core.data.collection import (
    add_to_collection,
    list_collection,
    return_to_collection,
    take_from_collection,
)
from core.data.corrected_listing import DataListing, list_corrected
from core.data.corrections import Corrections, FileCorrection, update_corrections, write_corrections
from core.data.scan import scan_folder
from core.data.sidecar import collected_class, inside
from core.errors import UnusableInput
from core.job_control import JobControl
from core.messages import ClassCount

WritePicture = Callable[..., Path]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FROSTLINE_HOME", str(tmp_path / "home"))


@pytest.fixture
def insects(tmp_path: Path, write_picture: WritePicture) -> Path:
    """A folder of ants (three images) and bees (two)."""
    folder = tmp_path / "insects"
    for name in ("ants/1.png", "ants/2.png", "ants/red/3.png", "bees/1.png", "bees/5.png"):
        write_picture(folder / name)
    return folder


def members(folder: Path, *, inner_classes: bool | None = None) -> dict[str, tuple[str, ...]]:
    return {one.name: one.files for one in listing(folder, inner_classes=inner_classes).classes}


def listing(folder: Path, *, inner_classes: bool | None = None) -> DataListing:
    return list_corrected(folder, JobControl(), inner_classes=inner_classes)


def test_files_left_out_are_members_no_more_and_are_not_forgotten(insects: Path) -> None:
    update_corrections(insects, {"ants/2.png": FileCorrection(excluded=True)})

    ants, bees = listing(insects).classes

    assert (ants.files, ants.excluded) == (("ants/1.png", "ants/red/3.png"), ("ants/2.png",))
    assert bees.files == ("bees/1.png", "bees/5.png")


def test_moved_files_take_the_place_that_they_would_have_in_the_other_class(insects: Path) -> None:
    update_corrections(insects, {"ants/2.png": FileCorrection(class_name="bees")})

    assert members(insects) == {
        "ants": ("ants/1.png", "ants/red/3.png"),
        "bees": ("bees/1.png", "ants/2.png", "bees/5.png"),
    }


def test_a_class_can_be_made_of_moved_files_and_be_emptied(insects: Path) -> None:
    moved = {name: FileCorrection(class_name="wasps") for name in ("bees/1.png", "bees/5.png")}
    update_corrections(insects, moved)

    assert members(insects)["wasps"] == ("bees/1.png", "bees/5.png")
    assert members(insects)["bees"] == ()


def test_corrections_of_files_that_are_gone_do_no_harm(insects: Path) -> None:
    write_corrections(insects, Corrections(excluded=frozenset({"ants/9.png"}), moved={"bees/9.png": "wasps"}))

    assert set(members(insects)) == {"ants", "bees"}


def test_the_scan_counts_what_is_left_out_and_checks_the_rest(insects: Path) -> None:
    (insects / "ants" / "broken.png").write_text("no picture")
    (insects / "bees" / "broken.png").write_text("no picture")
    update_corrections(insects, {"ants/broken.png": FileCorrection(excluded=True)})

    found = scan_folder(insects, JobControl())

    assert found.classes == (
        ClassCount(class_name="ants", images=3, excluded=1),
        ClassCount(class_name="bees", images=2, problems=1),
    )
    assert found.excluded == (("ants/broken.png",), ())


def test_a_class_that_is_left_out_as_a_whole_stands_in_the_way(insects: Path) -> None:
    update_corrections(insects, {f"bees/{name}.png": FileCorrection(excluded=True) for name in "15"})

    assert scan_folder(insects, JobControl()).obstacles == (
        "Every image of the class 'bees' that can be used is left out: include some again.",
    )


# --------------------------------------------------------------------------- the collection


def test_collected_pictures_are_members_of_their_class(
    insects: Path, tmp_path: Path, write_picture: WritePicture
) -> None:
    picture = write_picture(tmp_path / "from the phone.png", colour="red")

    from_file = add_to_collection(insects, picture, "bees")
    pasted = add_to_collection(insects, write_picture(tmp_path / "x.png", colour="blue").read_bytes(), "wasps")

    assert from_file.startswith(".frostline/collection/bees/")
    assert (insects / from_file).read_bytes() == picture.read_bytes()
    assert set(members(insects)["bees"]) == {"bees/1.png", "bees/5.png", from_file}
    assert members(insects)["wasps"] == (pasted,)
    assert collected_class(insects, pasted) == "wasps"
    assert collected_class(insects, "bees/1.png") is None


def test_a_picture_is_collected_once_and_the_last_word_counts(
    insects: Path, tmp_path: Path, write_picture: WritePicture
) -> None:
    picture = write_picture(tmp_path / "new.png")

    first = add_to_collection(insects, picture, "bees")
    again = add_to_collection(insects, picture.read_bytes(), "bees")
    other = add_to_collection(insects, picture, "ants")

    assert first == again
    assert list_collection(insects) == {"ants": (other,)}


def test_taking_a_picture_from_the_collection_can_be_undone(
    insects: Path, tmp_path: Path, write_picture: WritePicture
) -> None:
    name = add_to_collection(insects, write_picture(tmp_path / "new.png"), "bees")

    take_from_collection(insects, name)
    assert list_collection(insects) == {}
    return_to_collection(insects, name)
    assert list_collection(insects) == {"bees": (name,)}


def test_a_folder_that_cannot_be_written_to_has_its_collection_with_the_user(
    insects: Path, tmp_path: Path, write_picture: WritePicture
) -> None:
    inside(insects).write_text("in the way")

    name = add_to_collection(insects, write_picture(tmp_path / "new.png"), "bees")

    assert Path(name).is_absolute()
    assert set(members(insects)["bees"]) == {"bees/1.png", "bees/5.png", name}
    assert (insects / name).is_file()


@pytest.mark.parametrize("class_name", ["", "..", "a/../b", ".hidden"])
def test_names_that_are_no_folders_are_refused(
    insects: Path, tmp_path: Path, write_picture: WritePicture, class_name: str
) -> None:
    with pytest.raises(UnusableInput, match="can't be the name of a class"):
        add_to_collection(insects, write_picture(tmp_path / "new.png"), class_name)


# --------------------------------------------------------------------------- inner folders


@pytest.fixture
def animals(tmp_path: Path, write_picture: WritePicture) -> Path:
    folder = tmp_path / "animals"
    for name in ("cats/tabby/1.png", "cats/white/1.png", "dogs/white/1.png", "dogs/0.png", "dogs/white/2.png"):
        write_picture(folder / name)
    return folder


def test_inner_folders_are_classes_where_that_is_wanted(animals: Path) -> None:
    assert members(animals, inner_classes=True) == {
        "cats/white": ("cats/white/1.png",),
        "dogs": ("dogs/0.png",),
        "dogs/white": ("dogs/white/1.png", "dogs/white/2.png"),
        "tabby": ("cats/tabby/1.png",),
    }


def test_inner_folders_are_flattened_by_default_and_told_of(animals: Path) -> None:
    found = listing(animals)

    assert [one.name for one in found.classes] == ["cats", "dogs"]
    assert found.inner_folders == ("cats/tabby", "cats/white", "dogs/white")


def test_the_folder_remembers_how_it_is_read(animals: Path) -> None:
    write_corrections(animals, Corrections(inner_classes=True))

    assert listing(animals).inner_classes
    assert not listing(animals, inner_classes=False).inner_classes


def test_problems_in_inner_folders_belong_to_their_class(animals: Path) -> None:
    (animals / "cats" / "tabby" / "broken.png").write_text("no picture")

    found = scan_folder(animals, JobControl(), inner_classes=True)

    assert [problem.class_name for problem in found.problems] == ["tabby"]
    assert (found.inner_classes, found.inner_folders, found.inner_example) == (True, 3, "cats/tabby")
