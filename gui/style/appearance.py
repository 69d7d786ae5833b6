"""How a user can want the program to look."""

from __future__ import annotations

from enum import Enum


class Appearance(Enum):
    """By day, by night, or as the desktop has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
