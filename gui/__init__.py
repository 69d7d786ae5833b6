"""Frostline's window: PySide6 and pyqtgraph, without Keras. See ARCHITECTURE.md for the rooms."""
