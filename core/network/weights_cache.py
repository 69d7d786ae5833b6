"""The ImageNet weights of a backbone in Keras' own cache: found there, or downloaded into it.

Name, address and hash are those of keras.applications. A file of the cache is never deleted, only replaced, and only
by a whole one with the right hash. How bytes travel is `download`'s concern.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from core.errors import WeightsUnavailable
from core.job_control import JobControl
from core.messages import Notice
from core.network.backbones import DEFAULT, backbone_called
from core.network.download import STAGE, bytes_so_far, download, has_digest
from core.network.download_stream import DownloadFailed, Patience
from core.places import keras_models_folder

#: Environment variable with another http(s) address of the ImageNet weights: a mirror. The hash stays Keras' own.
#: One that ends in '/' is a folder, which may hold the files of all backbones.
URL_VARIABLE = "FROSTLINE_WEIGHTS_URL"

WAYS_OUT = (
    "Choose a weights file of this network that you have, or retry, or go on with random weights "
    "(no transfer, worse results)."
)


@dataclass(frozen=True, kw_only=True)
class PretrainedFile:
    """A file of weights: its name in the cache, its address, its hash (MD5, or SHA-256)."""

    name: str
    url: str
    digest: str


def imagenet_file(backbone: str = DEFAULT.name) -> PretrainedFile:
    """Return what keras.applications itself loads for a backbone without its top. Imports Keras."""
    # Keras publishes these constants nowhere else; a test holds them against what its networks ask for.
    chosen = backbone_called(backbone)
    module = importlib.import_module(f"keras.src.applications.{chosen.weights_module}")
    folder = getattr(module, "BASE_WEIGHTS_PATH", None) or module.BASE_WEIGHT_PATH
    mirror = os.environ.get(URL_VARIABLE, "")
    url = mirror if mirror and not mirror.endswith("/") else f"{mirror or folder}{chosen.weights_file}"
    return PretrainedFile(name=chosen.weights_file, url=url, digest=module.WEIGHTS_HASHES[chosen.weights_key][1])


def cached_imagenet_weights(control: JobControl, backbone: str = DEFAULT.name) -> Path:
    """Return the ImageNet weights in Keras' cache, downloaded if they are not there.

    Raises:
        WeightsUnavailable: they are not there and can't be had.
        Stopped: the user asked for it; what was downloaded so far is kept.

    """
    return cached_file(imagenet_file(backbone), keras_models_folder(), control)


def imagenet_weights_if_cached(backbone: str = DEFAULT.name) -> Path | None:
    """Return the ImageNet weights in Keras' cache, or None when they are not there or not whole; nothing is fetched."""
    wanted = imagenet_file(backbone)
    file = keras_models_folder() / wanted.name
    return file if _is_whole(file, wanted, JobControl()) else None


def cached_file(wanted: PretrainedFile, folder: Path, control: JobControl, patience: Patience | None = None) -> Path:
    """Return `wanted` in `folder`, downloaded if it is not there or not whole. Raises as `cached_imagenet_weights`."""
    file = folder / wanted.name
    try:
        if not _is_whole(file, wanted, control):
            folder.mkdir(parents=True, exist_ok=True)
            with _alone(file, control):
                _replace_unless_whole(file, wanted, control, patience)
    except DownloadFailed as failure:
        raise WeightsUnavailable(_what_happened(file, failure.reason), hint=WAYS_OUT) from failure
    except (OSError, NotImplementedError) as error:
        where, why = getattr(error, "filename", None) or file, getattr(error, "strerror", None) or error
        message = f"The ImageNet weights are not to be had: {where} can't be used ({why})."
        raise WeightsUnavailable(message, hint=WAYS_OUT) from error
    return file


def _is_whole(file: Path, wanted: PretrainedFile, control: JobControl) -> bool:
    return file.exists() and has_digest(file, wanted.digest, control)


def _replace_unless_whole(file: Path, wanted: PretrainedFile, control: JobControl, patience: Patience | None) -> None:
    if _is_whole(file, wanted, control):
        return
    was_damaged = file.exists()
    download(wanted.url, file, wanted.digest, control, patience)
    if was_damaged:
        control.report(Notice(message=f"{file} was damaged (its hash was wrong) and has been replaced by a good one."))


def _what_happened(file: Path, reason: str) -> str:
    message = f"The ImageNet weights could not be downloaded: {reason}"
    if file.is_file():
        message += f"; the file {file} is damaged (its hash is wrong) and was left as it is"
    return message + "."


@contextmanager
def _alone(file: Path, control: JobControl) -> Iterator[None]:
    """Hold the lock of `file`. While another process downloads it, tell how far that one is."""
    lock = FileLock(file.with_name(file.name + ".lock"))
    while True:
        try:
            lock.acquire(timeout=0.2)
            break
        except Timeout:
            control.raise_if_stopped()
            control.progress(STAGE, *bytes_so_far(file))
    try:
        yield
    finally:
        lock.release()
