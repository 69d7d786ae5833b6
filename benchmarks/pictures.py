"""The pictures that are measured on: real photos, drawn ones, tiny generated ones, and folders of links to them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks.own_process import ROOT
from benchmarks.sizes import FULL, Sizes
from core.data.sample_pictures import draw_sample_pictures
from core.job_control import JobControl

#: Photos of ants and bees that lie beside some checkouts.
PHOTOS = ROOT.parent / "shared" / "data" / "hymenoptera_train"

_GENERATED_EDGE = 64
_CLASSES = ("checks", "waves")
#: A file system allows so many names for one file only (ext4: 65,000).
_ORIGINALS = 100
_FILES_A_CLASS = 100


def photos_or_drawn(folder: Path, sizes: Sizes) -> Path:
    """Return the folder of photos if it is there and the run is a full one; else draw pictures into `folder`."""
    if PHOTOS.is_dir() and sizes.image_size == FULL.image_size:
        return PHOTOS
    draw_sample_pictures(folder, JobControl(), pictures_per_class=sizes.pictures_per_class, edge=sizes.picture_edge)
    return folder


def picture_files(folder: Path) -> list[Path]:
    """Return the pictures of a data folder, class by class."""
    return sorted(file for file in folder.glob("*/*") if not file.name.startswith("."))


def copy_some(source: Path, destination: Path, per_class: int) -> Path:
    """Make a data folder of the first pictures of each class of another; return it."""
    for class_folder in sorted(one for one in source.iterdir() if one.is_dir() and not one.name.startswith(".")):
        (destination / class_folder.name).mkdir(parents=True)
        for file in sorted(class_folder.iterdir())[:per_class]:
            shutil.copyfile(file, destination / class_folder.name / file.name)
    return destination


def generate(folder: Path, count: int, *, edge: int = _GENERATED_EDGE) -> Path:
    """Draw `count` different pictures of two classes, checks and waves in noise, of `edge` pixels; return `folder`.

    A larger set begins with the pictures of a smaller one.
    """
    for number in range(count):
        kind = _CLASSES[number % len(_CLASSES)]
        file = folder / kind / f"{number:06d}.jpg"
        file.parent.mkdir(parents=True, exist_ok=True)
        _draw(kind, number, edge).save(file, quality=85)
    return folder


def link_many(folder: Path, count: int) -> Path:
    """Make a data folder of `count` names for a hundred tiny pictures, so that it costs next to no disk; return it."""
    originals = picture_files(generate(folder.with_name(f"{folder.name} originals"), min(_ORIGINALS, count), edge=16))
    class_count = max(2, -(-count // _FILES_A_CLASS))
    classes = [folder / f"class {number:03d}" for number in range(class_count)]
    for class_folder in classes:
        class_folder.mkdir(parents=True)
    for number in range(count):
        os.link(originals[number % len(originals)], classes[number % class_count] / f"{number:06d}.jpg")
    return folder


def _draw(kind: str, number: int, edge: int) -> Image.Image:
    generator = np.random.default_rng(number)
    rows, columns = np.mgrid[0:edge, 0:edge]
    period = generator.integers(4, 12)
    if kind == "checks":
        shape = (rows // period + columns // period) % 2 * 1.0
    else:
        shape = 0.5 + 0.5 * np.sin((rows + generator.integers(0, edge)) * 6.283 / period)
    colours = generator.integers(0, 256, (2, 3))
    pixels = colours[0] + (colours[1] - colours[0]) * shape[..., None] + generator.normal(0, 12, (edge, edge, 1))
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
