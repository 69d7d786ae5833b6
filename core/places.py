"""Where Frostline keeps things that are not the user's: settings, cache, logs, and runs by default.

Places are those of the platform. FROSTLINE_HOME, when set, holds all of them in one folder (tests, portable use).
No folder is made here; whoever writes makes it.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_NAME = "frostline"


def _place(inside_home: str, platform_place: str) -> Path:
    home = os.environ.get("FROSTLINE_HOME")
    return Path(home) / inside_home if home else Path(platform_place)


def settings_folder() -> Path:
    """Return the folder of the window's settings."""
    return _place("settings", platformdirs.user_config_dir(_NAME, appauthor=False))


def feature_store_folder() -> Path:
    """Return the folder of the feature store: a cache, safe to delete at any time."""
    return _place("cache", platformdirs.user_cache_dir(_NAME, appauthor=False)) / "features"


def thumbnail_folder() -> Path:
    """Return the folder of the thumbnails: a cache, safe to delete at any time."""
    return _place("cache", platformdirs.user_cache_dir(_NAME, appauthor=False)) / "thumbnails"


def check_cache_file() -> Path:
    """Return the file that keeps what the check of pictures found: a cache, safe to delete at any time."""
    return _place("cache", platformdirs.user_cache_dir(_NAME, appauthor=False)) / "checked pictures.sqlite"


def no_driver_folder() -> Path:
    """Return the folder of an empty file in place of the driver of a graphics card (`core.worker.launch`)."""
    return _place("cache", platformdirs.user_cache_dir(_NAME, appauthor=False)) / "no driver"


def log_folder() -> Path:
    """Return the folder of the log files."""
    return _place("logs", platformdirs.user_log_dir(_NAME, appauthor=False))


def runs_folder() -> Path:
    """Return the folder in which the window puts runs unless the user chooses another."""
    return _place("data", platformdirs.user_data_dir(_NAME, appauthor=False)) / "runs"


def sample_pictures_folder() -> Path:
    """Return the folder in which the window draws the sample pictures."""
    return _place("data", platformdirs.user_data_dir(_NAME, appauthor=False)) / "sample pictures"


def keras_models_folder() -> Path:
    """Return the folder in which Keras itself caches pretrained weights ($KERAS_HOME or ~/.keras, `models`)."""
    home = os.environ.get("KERAS_HOME")
    return (Path(home) if home else Path.home() / ".keras") / "models"


def corrections_folder() -> Path:
    """Return the folder for what was noted of data folders that can't be written to."""
    return _place("data", platformdirs.user_data_dir(_NAME, appauthor=False)) / "corrections"


def export_journal_folder() -> Path:
    """Return the folder of notes on exports that are under way."""
    return _place("data", platformdirs.user_data_dir(_NAME, appauthor=False)) / "exports under way"
