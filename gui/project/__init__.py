"""The window's side of projects; see ARCHITECTURE.md."""
