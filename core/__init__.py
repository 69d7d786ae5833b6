"""Frostline's core: Keras, Pillow and NumPy, without a window. See ARCHITECTURE.md for the rooms."""

__version__ = "0.1.0"
